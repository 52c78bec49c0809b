"""readyroom lint and readiness: exit codes, options, and what goes to which stream."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from readyroom.cli import commands

Tree = Callable[[Mapping[str, str | bytes]], Path]


def brief(name: str, goals: str) -> str:
    return (
        f"---\nid: {name}\ntitle: Brief {name}\nstatus: planned\nlang: en\n---\n\n"
        f"## Goals\n\n{goals}\n"
    )


VAGUE = brief("vague", "- **G1** Raise awareness")
NO_GOAL = brief("no-goal", "")
CLEAN = brief("clean", "- **G1** 120 people come by 2027-05-31 (45 last year)")
WARNS = "--select=goal-vague"
FAILS = "--select=goal-missing"


def run(*arguments: str, stdin: str | bytes | None = None) -> Result:
    return CliRunner().invoke(
        commands, ["lint", "--as-of=2026-11-22", *arguments], input=stdin, catch_exceptions=False
    )


@pytest.fixture
def repository(tree: Tree, monkeypatch: pytest.MonkeyPatch) -> Path:
    root = tree(
        {
            "readyroom.toml": "",
            "playbooks/vague.md": VAGUE,
            "playbooks/no-goal.md": NO_GOAL,
            "playbooks/clean.md": CLEAN,
            "playbooks/index.md": "# Home\n",
        }
    )
    monkeypatch.chdir(root)
    return root


@pytest.mark.usefixtures("repository")
@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["playbooks/clean.md", FAILS, WARNS], 0),
        ([FAILS], 1),
        ([FAILS, "--exit-zero"], 0),
        ([WARNS], 0),
        ([WARNS, "--strict"], 1),
        ([WARNS, "--strict", "--ignore=goals"], 0),
        (["--select=goal-vague,goal-missing"], 1),
        ([FAILS, "--ignore=goal-missing"], 0),
        ([FAILS, "playbooks/vague.md", "playbooks/clean.md"], 0),
        (["playbooks/index.md"], 0),
        (["nowhere.md"], 2),
        (["--select=gaols"], 2),
        (["--ignore=goal-mising"], 2),
        (["--as-of=soon"], 2),
        (["--output-format=xlsx"], 2),
        (["--config=nowhere.toml"], 2),
        (["--output-file=no/folder/out.txt"], 2),
    ],
)
def test_exit_codes(arguments: list[str], code: int) -> None:
    assert run(*arguments).exit_code == code


def test_incomplete_is_3_even_with_exit_zero(
    repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (repository / "playbooks/vague.md").chmod(0)
    monkeypatch.setattr("readyroom.workspace.files._read_bytes", _refuse)
    result = run(FAILS, "--exit-zero", "--output-format=concise")
    assert result.exit_code == 3
    assert len(result.stdout.splitlines()) == 4


def _refuse(file: Path) -> bytes:
    raise PermissionError(13, "Permission denied", str(file))


@pytest.mark.parametrize(
    ("settings", "arguments", "code"),
    [
        ("strict = true", [WARNS], 1),
        ('select = ["goal-vague"]', [], 0),
        ('select = ["goal-vague"]', [FAILS], 1),
        ('ignore = ["goals"]', [FAILS], 0),
        ('off = ["goal-missing"]', [FAILS], 0),
        ("selct = []", [], 2),
    ],
)
def test_settings(repository: Path, settings: str, arguments: list[str], code: int) -> None:
    (repository / "readyroom.toml").write_text(settings)
    assert run(*arguments).exit_code == code


def test_config_takes_the_place_of_the_settings(repository: Path) -> None:
    (repository / "ci.toml").write_text("strict = true")
    assert run(WARNS, "--config=ci.toml").exit_code == 1


def test_notes_go_to_the_other_stream(repository: Path) -> None:
    result = run("playbooks/index.md", "--output-format=json")
    assert json.loads(result.stdout)["summary"]["files"] == 0
    assert result.stderr.startswith(
        "Note: Files without a status, read as pages and not checked: 1"
    )


def test_an_output_file_holds_what_the_screen_would(repository: Path) -> None:
    on_screen = run(FAILS)
    to_file = run(FAILS, "--output-file=out.txt")
    assert to_file.stdout == ""
    assert (repository / "out.txt").read_text(encoding="utf-8") == on_screen.stdout


@pytest.mark.usefixtures("repository")
@pytest.mark.parametrize(
    ("arguments", "found"),
    [
        (["-", "--stdin-filename=playbooks/clean.md"], ["playbooks/clean.md"]),
        (["-"], ["stdin.md"]),
    ],
)
def test_standard_input(arguments: list[str], found: list[str]) -> None:
    result = run(FAILS, "--output-format=json", *arguments, stdin=NO_GOAL)
    diagnostics = json.loads(result.stdout)["diagnostics"]
    assert [d["path"] for d in diagnostics] == found


@pytest.mark.usefixtures("repository")
def test_standard_input_that_is_no_text() -> None:
    result = run("-", "--output-format=concise", stdin=b"caf\xe9")
    assert result.stdout.startswith("stdin.md:1:4 error[unreadable-file]")


@pytest.mark.usefixtures("repository")
def test_statistics() -> None:
    assert run(FAILS, "--statistics").stdout.splitlines()[0] == "    1  error    goal-missing"


@pytest.mark.usefixtures("repository")
@pytest.mark.parametrize(("flag", "colored"), [("--color", True), ("--no-color", False)])
def test_colour(flag: str, colored: bool) -> None:
    assert ("\x1b[" in run(FAILS, flag).stdout) == colored


@pytest.mark.parametrize(
    ("here", "arguments", "paths"),
    [
        (".", ["plans"], ["plans/one.md"]),
        (".", ["plans/one.md", "more/two.md"], ["more/two.md", "plans/one.md"]),
        ("plans", ["../more/two.md"], ["two.md"]),
        ("plans", ["one.md", "../more/two.md"], ["more/two.md", "plans/one.md"]),
    ],
)
def test_paths_outside_of_a_repository_are_shown_from_the_working_folder(
    tree: Tree,
    monkeypatch: pytest.MonkeyPatch,
    here: str,
    arguments: list[str],
    paths: list[str],
) -> None:
    monkeypatch.chdir(tree({"plans/one.md": CLEAN, "more/two.md": CLEAN}) / here)
    found = json.loads(run("--output-format=json", *arguments).stdout)
    assert [b["path"] for b in found["briefs"]] == paths


@pytest.mark.usefixtures("repository")
def test_readiness() -> None:
    result = CliRunner().invoke(commands, ["readiness", "playbooks/clean.md"])
    assert result.exit_code == 0
    assert "Brief clean" in result.stdout.splitlines()[0]
    assert "  Cheapest next steps:" in result.stdout.splitlines()


@pytest.mark.usefixtures("repository")
def test_readiness_as_json() -> None:
    result = CliRunner().invoke(commands, ["readiness", "--output-format=json"])
    ids = [b["id"] for b in json.loads(result.stdout)["briefs"]]
    assert (result.exit_code, ids) == (0, ["clean", "no-goal", "vague"])
