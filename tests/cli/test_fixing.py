"""readyroom lint --fix and --diff: what they write, what they leave alone, how they end."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from readyroom.cli import commands
from readyroom.workspace import fixing

Tree = Callable[[Mapping[str, str | bytes]], Path]

BRIEF = """---
id: spring
title: Spring intake
status: planned
lang: en
---

## Goals

- **G1** 120 people come by 2027-05-31 (45 last year)

"""
FIXED = f"""{BRIEF}## Metrics

<!-- """
ONLY = "--select=metric-missing"
FILE = "playbooks/spring.md"


def run(*arguments: str, stdin: bytes | None = None) -> Result:
    return CliRunner().invoke(
        commands, ["lint", "--as-of=2026-11-22", ONLY, *arguments], input=stdin,
        catch_exceptions=False,
    )  # fmt: skip


@pytest.fixture
def repository(tree: Tree, monkeypatch: pytest.MonkeyPatch) -> Path:
    root = tree({"readyroom.toml": "", FILE: BRIEF, "playbooks/other.md": "# A page\n"})
    monkeypatch.chdir(root)
    return root


def test_fix_writes_and_reports_what_is_left(repository: Path) -> None:
    done = run("--fix")
    text = (repository / FILE).read_text(encoding="utf-8")
    assert text.startswith(FIXED)
    assert done.stderr == "Put right: 1 finding in 1 file.\n"
    assert "metric-missing" in done.stdout  # an empty section is no metric yet
    assert done.exit_code == 1


def test_fix_twice_is_fix_once(repository: Path) -> None:
    run("--fix")
    once = (repository / FILE).read_bytes()
    again = run("--fix")
    assert (repository / FILE).read_bytes() == once
    assert again.stderr == "Put right: 0 findings in 0 files.\n"


@pytest.mark.parametrize("bom", [b"", b"\xef\xbb\xbf"], ids=["plain", "bom"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"], ids=["lf", "crlf", "cr"])
def test_everything_else_stays_byte_for_byte(repository: Path, end: str, bom: bytes) -> None:
    odd = BRIEF.replace("people", "людей 👩‍🌾 \u200b e\u0301\t ").replace("\n", end).encode()
    (repository / FILE).write_bytes(bom + odd)
    run("--fix")
    after = (repository / FILE).read_bytes()
    assert after.startswith(bom + odd)
    assert after.count(b"\n") == after.count(end.encode()) * ("\n" in end)
    assert after[len(bom + odd) :].startswith(f"## Metrics{end}{end}<!-- ".encode())


def test_diff_shows_and_writes_nothing(repository: Path) -> None:
    shown = run("--diff")
    assert shown.stdout.startswith(f"--- {FILE}\n+++ {FILE}\n@@ ")
    assert "\n+## Metrics\n" in shown.stdout
    assert shown.stderr == "Would be put right: 1 finding in 1 file.\n"
    assert (repository / FILE).read_text(encoding="utf-8") == BRIEF
    assert (shown.exit_code, run("--diff", "--exit-zero").exit_code) == (1, 0)


def test_diff_of_nothing(repository: Path) -> None:
    run("--fix")
    nothing = run("--diff")
    assert (nothing.stdout, nothing.exit_code) == ("", 0)


@pytest.mark.usefixtures("repository")
@pytest.mark.parametrize(
    "line", ["::warning::hello", "  ::set-output name=a::b", "##[error]hello", "a \x1b[31m b"]
)
def test_a_diff_gives_no_orders_to_a_screen_or_build_server(line: str) -> None:
    Path(FILE).write_text(f"{BRIEF}{line}\n", encoding="utf-8")
    shown = run("--diff").stdout
    assert "\x1b" not in shown
    assert not any(one.lstrip("+- ").startswith("::") or "##[" in one for one in shown.split("\n"))


def test_standard_input_comes_out_fixed(repository: Path) -> None:
    text = BRIEF.replace("\n", "\r\n").encode()
    done = run("--fix", "-", f"--stdin-filename={FILE}", stdin=text)
    assert done.stdout_bytes.startswith(text + b"## Metrics\r\n")
    assert (repository / FILE).read_text(encoding="utf-8") == BRIEF


@pytest.mark.usefixtures("repository")
@pytest.mark.parametrize("text", [b"# Only a page\r\n", b"", b"\xff\xfe no text"])
def test_standard_input_that_cannot_be_fixed_comes_out_as_it_was(text: bytes) -> None:
    done = run("--fix", "-", "--stdin-filename=playbooks/note.md", stdin=text)
    assert done.stdout_bytes == text


def test_a_file_that_changed_meanwhile_is_left_alone(
    repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    late = b"somebody saved this a moment ago"
    check = fixing.correct

    def slow(*arguments: object) -> object:
        (repository / FILE).write_bytes(late)
        return check(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(fixing, "correct", slow)
    done = run("--fix")
    assert (repository / FILE).read_bytes() == late
    assert f"{FILE} was changed in the meantime and left alone." in done.stderr
    assert done.exit_code == 3


def test_permissions_stay_and_nothing_is_left_over(repository: Path) -> None:
    target = repository / FILE
    target.chmod(0o640)
    run("--fix")
    assert target.stat().st_mode & 0o777 == 0o640
    assert sorted(os.listdir(target.parent)) == ["other.md", "spring.md"]


def test_a_waived_finding_is_not_fixed(repository: Path) -> None:
    waiver = (
        "lint:\n  ignore:\n    - {rule: metric-missing, reason: 'agreed until the survey is in', "
        "by: ana, until: 2027-01-15}\n"
    )
    text = BRIEF.replace("lang: en\n", f"lang: en\n{waiver}")
    (repository / FILE).write_text(text, encoding="utf-8")
    run("--fix")
    assert (repository / FILE).read_text(encoding="utf-8") == text
