"""A playbook in which one file misbehaves, and what must hold in every such case."""

from __future__ import annotations

import json
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from click.testing import CliRunner, Result

from readyroom.cli import commands

DAY = "--as-of=2026-11-22"
ODD = "playbooks/odd-one.md"
NEIGHBOUR = "playbooks/seed-swap.md"
FORMATS = ("text", "concise", "readiness")
PATIENCE = 3.0  # seconds that any file may cost

# Neither holds an error of its own, so the exit code is that of the oddity.
HEAD = """\
---
id: odd-one
title: A brief that misbehaves
status: idea
kind: event
lang: en
owner: noor
created: 2026-11-02
review_by: 2026-12-15
supports: OBJ-2027-2
"""
TEXT = """\
## Why

Every third plot stands empty in March, and people on the list ask us for them.

## Goals

- **G1** 40 new gardeners by 2027-04-30, so that fewer plots stand empty
"""
NEIGHBOUR_TEXT = f"{HEAD}---\n\n{TEXT}".replace("odd-one", "seed-swap")
STRATEGY = "# Strategy\n\n## OBJ-2027-2 Full plots\n"
FIRST = HEAD.count("\n") + 1  # the line of a key that `front` adds
BODY = f"{HEAD}---\n\n{TEXT}\n".count("\n") + 1  # the first line of what `body` adds


def front(keys: str) -> bytes:
    """The odd brief with more keys in its front matter."""
    return f"{HEAD}{keys}---\n\n{TEXT}".encode("utf-8", "surrogatepass")


def body(text: str) -> bytes:
    """The odd brief with this text behind its own."""
    return f"{HEAD}---\n\n{TEXT}\n{text}".encode("utf-8", "surrogatepass")


@dataclass(frozen=True)
class Case:
    """One case: its number, the bytes of the odd file, and a finding that must be there.

    `rule` "" means that the file is as good as one without the oddity. `line` and `column` are
    where the finding stands, `says` a part of its message.
    """

    number: str
    data: bytes
    rule: str = ""
    line: int = 1
    column: int = 1
    says: str = ""

    def __str__(self) -> str:
        return self.number


def run(root: Path, command: str, *arguments: str, config: bool = True) -> Result:
    """Run a command over the playbook; whatever escapes it fails the test."""
    settings = ["--config", str(root / "readyroom.toml")] if config else []
    result = CliRunner().invoke(commands, [command, *settings, *arguments])
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result


def report(root: Path, *arguments: str) -> tuple[int, dict[str, Any]]:
    """Exit code and JSON of `readyroom lint`."""
    result = run(root, "lint", "--output-format=json", DAY, *arguments, str(root))
    return result.exit_code, json.loads(result.stdout)


def findings(found: dict[str, Any], path: str) -> list[dict[str, Any]]:
    """The diagnostics of one file."""
    return [one for one in found["diagnostics"] if one["path"] == path]


def places(found: dict[str, Any], path: str) -> list[tuple[str, int, int, str]]:
    """The same as (rule, line, column, message)."""
    keys = ("rule", "line", "column", "message")
    return [tuple(one[key] for key in keys) for one in findings(found, path)]  # type: ignore[misc]


def playbook(odd: bytes | None = None) -> dict[str, str | bytes]:
    """The files of the playbook, with or without the odd one."""
    files: dict[str, str | bytes] = {
        "readyroom.toml": "",
        "playbooks/strategy.md": STRATEGY,
        NEIGHBOUR: NEIGHBOUR_TEXT,
    }
    return files if odd is None else {**files, ODD: odd}


def write(root: Path, files: Mapping[str, str | bytes]) -> Path:
    """Write files (path to content) below a folder and return it."""
    for name, content in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
    return root


def check(root: Path, case: Case, neighbour: list[dict[str, Any]]) -> dict[str, Any]:
    """Everything that holds for every odd file; returns the report."""
    before = contents(root)
    started = time.perf_counter()
    code, found = report(root)
    assert time.perf_counter() - started < PATIENCE
    odd = places(found, ODD)
    assert findings(found, NEIGHBOUR) == neighbour
    assert [one for one in odd if one[0] == "internal-error"] == []
    errors = [one for one in findings(found, ODD) if one["severity"] == "error"]
    assert code == (1 if errors else 0)
    if case.rule:
        wanted = (case.rule, case.line, case.column)
        said = [message for *place, message in odd if tuple(place) == wanted]
        assert [message for message in said if case.says in message], odd
        for form in ("text", "concise"):
            shown = run(root, "lint", f"--output-format={form}", DAY, str(root)).stdout
            assert f"{ODD}:{case.line}:{case.column} " in shown
            assert "Traceback" not in shown
    assert run(root, "readiness", DAY, str(root)).exit_code == 0
    assert contents(root) == before
    return found


def contents(root: Path) -> dict[str, bytes]:
    """Every file of a folder."""
    return {str(path): path.read_bytes() for path in root.rglob("*") if path.is_file()}
