"""Cases 51-53: what a brief says must not speak to the terminal or to a build server."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import time
from pathlib import Path

import pytest

from readyroom.reporters import formats

from .cases import HEAD, ODD, PATIENCE, TEXT, body, findings, playbook, report, run, write

COMMANDS = (
    "::add-mask::x",
    "::stop-commands::x",
    " ::error file=a,line=1::x",
    "##[add-mask]x",
    "##[error]x",
    "#\u200b#[error]x",
    "\x1b[2J\x1b]8;;https://example.org\x07x",
    "%0A::error::x",
    "\u2028::error::x",
    "\u202e::error::x",
    "\x85::error::x",
    "\x0c::error::x",
)
FORMS = ("text", "concise", "readiness", "json", "statistics")


def spoken(text: str) -> list[str]:
    """What a build server or a terminal would act on."""
    lines = re.split(r"[\n\r\x0b\x0c\x85\u2028\u2029]", text)
    found = [line for line in lines if line.lstrip().startswith("::")]
    found += re.findall(r"##\[\w+\]", text)
    return found + re.findall("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", text)


def speaking(command: str) -> bytes:
    """A brief that says a command wherever messages quote a brief."""
    flat = command.replace("'", "''")
    front = HEAD.replace("A brief that misbehaves", f"'{flat}'").replace("noor", f"'{flat}'")
    front = front.replace("event", f"'{flat}'").replace("OBJ-2027-2", f"'{flat}'")
    text = f"TBD {command}\n\n{command} TBD\n\n[date {command}]\n\n[x]({command})\n\n## {command}\n"
    text += f"\n## Goals\n\n- **G1** {command}\n- **G1** {command}\n\n## Audience\n\n"
    text += f"- everyone {command}\n"
    return f"{front}'{flat}': x\n---\n\n{text}".encode()


@pytest.mark.parametrize("command", COMMANDS)
def test_51_a_brief_gives_no_commands(tmp_path: Path, command: str) -> None:
    root = write(tmp_path, playbook(speaking(command)))
    for form in FORMS:
        result = run(root, "lint", f"--output-format={form}", str(root))
        assert (form, spoken(result.output)) == (form, [])
    assert spoken(run(root, "readiness", str(root)).output) == []
    assert spoken(run(root, "lint", "--foreign", str(root / ODD)).output) == []


def test_51_the_settings_give_none_either(tmp_path: Path) -> None:
    write(tmp_path, {**playbook(), "readyroom.toml": 'off = ["x\\n::error::x ##[error]"]\n'})
    result = run(tmp_path, "lint", str(tmp_path))
    assert (result.exit_code, spoken(result.output)) == (2, [])


def test_51_nor_does_a_path_that_does_not_exist(tmp_path: Path) -> None:
    root = write(tmp_path, playbook())
    result = run(root, "lint", str(root / "x\n::error::y ##[error].md"))
    assert (result.exit_code, spoken(result.output)) == (2, [])


def test_52_thousands_of_findings(tmp_path: Path) -> None:
    """Sorted, complete within each file, and in no time."""
    holes = "TBD\n\n" * 100
    head = HEAD.replace("status: idea", "status: ready")
    briefs = {
        f"playbooks/b{number:02}.md": f"{head}---\n\n{TEXT}{holes}".replace(
            "odd-one", f"b{number:02}"
        )
        for number in range(60)
    }
    root = write(tmp_path, {**playbook(), **briefs})
    report(root)
    started = time.process_time()
    _, found = report(root)
    assert time.process_time() - started < PATIENCE
    assert len(found["diagnostics"]) > 6_000
    keys = [(one["path"], one["line"], one["column"]) for one in found["diagnostics"]]
    assert keys == sorted(keys)
    lines = run(root, "lint", "--output-format=concise", str(root)).stdout.splitlines()
    assert len(lines) == len(found["diagnostics"])


@pytest.mark.skipif("github" not in formats(), reason="there is no such format yet")
def test_52_a_build_server_gets_the_worst_first(tmp_path: Path) -> None:
    root = write(tmp_path, playbook(body("TBD\n\n" * 90)))
    lines = run(root, "lint", "--output-format=github", str(root)).stdout.splitlines()
    kinds = [line.split(" ")[0] for line in lines if line.startswith("::")]
    assert kinds == sorted(kinds, key=["::error", "::warning", "::notice"].index)


def readyroom(root: Path, command: str, env: dict[str, str]) -> subprocess.CompletedProcess[bytes]:
    path = os.pathsep.join(filter(None, sys.path))
    return subprocess.run(
        ["bash", "-c", f"{sys.executable} -m readyroom {command}"],
        cwd=root,
        env={**os.environ, "PYTHONPATH": path, **env},
        capture_output=True,
        timeout=60,
        check=False,
    )


@pytest.mark.parametrize("command", ["readiness | head -c 1", "lint | head -c 1", "readiness >&-"])
def test_53_a_reader_that_goes_away(tmp_path: Path, command: str) -> None:
    root = write(tmp_path, playbook(body("TBD\n\n" * 90)))
    result = readyroom(root, command, {})
    assert (b"Traceback" in result.stderr, b"Exception" in result.stderr) == (False, False)


def test_53_a_narrow_screen(tmp_path: Path) -> None:
    data = f"{HEAD}---\n\n{TEXT}".replace("A brief that misbehaves", "Весна 春天 🌱").encode()
    root = write(tmp_path, playbook(data))
    result = readyroom(root, "readiness", {"LC_ALL": "C", "PYTHONIOENCODING": "ascii"})
    assert (result.returncode, result.stderr) == (0, b"")
    assert (rb"\u0412" in result.stdout) or ("Весна" in result.stdout.decode())


def test_a_report_is_the_same_wherever_it_is_made(tmp_path: Path) -> None:
    """No hash order, no clock, no folder name in it."""
    command = "lint --output-format=json --as-of=2026-11-22"
    outputs = set()
    for seed in ("1", "2"):
        root = write(tmp_path / seed / ("deep/" * int(seed)), playbook(body("TBD\n")))
        env = {"PYTHONHASHSEED": seed, "TZ": f"Etc/GMT-{seed}2"}
        outputs.add(readyroom(root, command, env).stdout)
    assert len(outputs) == 1
    assert findings(json.loads(outputs.pop()), ODD)
