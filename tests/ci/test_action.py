"""The action: its steps are run as they stand in action.yml, against a synthetic pull request."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from ci.book import BASE, GOOD, commit, hostile_brief, playbook
from ci.steps import ACTION, HOSTILE, ROOT, commands, load, outputs, run

PROGRAMS = str(Path(sys.executable).parent)
OLD = "playbooks/team/briefs/old.md"


@pytest.fixture
def book(tmp_path: Path) -> Path:
    return playbook(tmp_path / "book")


@pytest.fixture
def temporary(tmp_path: Path) -> Path:
    folder = tmp_path / "temporary"
    (folder / "readyroom").mkdir(parents=True)
    return folder


def check(book: Path, temporary: Path, **values: str) -> subprocess.CompletedProcess[str]:
    given = {"PROGRAMS": PROGRAMS, "FOLDER": ".", "NEW_ONLY": "true", "STRICT": "false", **values}
    return run(ACTION, "Check the briefs", book, temporary, given)


def report(book: Path, temporary: Path, **values: str) -> subprocess.CompletedProcess[str]:
    return run(ACTION, "Report", book, temporary, {"PROGRAMS": PROGRAMS, "FOLDER": ".", **values})


def test_only_the_change_is_judged(book: Path, temporary: Path) -> None:
    done = check(book, temporary, BASE=BASE)
    assert (done.returncode, commands(done.stdout)) == (0, [])
    assert outputs(temporary)["findings"] == "0"


@pytest.mark.parametrize(
    ("values", "code", "old"),
    [
        ({"BASE": BASE}, 1, False),
        ({"BASE": BASE, "NEW_ONLY": "false"}, 1, False),
        ({}, 1, True),
        ({"PATHS": f"\n{OLD}\n"}, 1, True),
        ({"BASE": BASE, "PATHS": OLD}, 0, False),
        ({"BASE": HOSTILE}, 2, False),
        ({"BASE": "--output-file=hacked"}, 2, False),
        ({"PATHS": "--output-file=hacked"}, 2, False),
        ({"PATHS": HOSTILE}, 2, False),
        ({"FOLDER": HOSTILE}, 1, False),
    ],
)
def test_hostile_names_stay_names(
    book: Path, temporary: Path, values: dict[str, str], code: int, old: bool
) -> None:
    hostile_brief(book)
    done = check(book, temporary, **values)
    assert (done.returncode, f"file={OLD}" in done.stdout) == (code, old), done.stderr
    assert all(
        one.startswith(("::error file=playbooks/", "::warning file=playbooks/", "::notice "))
        for one in commands(done.stdout + done.stderr)
    )
    assert list(book.rglob("hacked")) == []


def test_what_later_steps_can_use(book: Path, temporary: Path) -> None:
    path = hostile_brief(book)
    check(book, temporary, BASE=BASE)
    report(book, temporary, BASE=BASE)
    found = outputs(temporary)
    findings = json.loads(Path(found["findings-file"]).read_text("utf-8"))
    assert {one["path"] for one in findings["diagnostics"]} == {path}
    assert int(found["findings"]) == len(findings["diagnostics"]) > 0
    summary = (temporary / "summary").read_text("utf-8")
    assert Path(found["report-file"]).read_text("utf-8") == summary
    assert [bad for bad in (" <img", "@someone", "![x]") if bad in summary] == []
    assert list(book.rglob("hacked")) == []


@pytest.mark.parametrize(("writes", "code", "summary"), [("yes", 0, "half\n"), ("", 1, "")])
def test_an_incomplete_report_is_shown(
    book: Path, temporary: Path, writes: str, code: int, summary: str
) -> None:
    program = temporary / "readyroom" / "readyroom"
    write = f'[ "{writes}" ] && echo half > "${{@: -1}}"'
    program.write_text(f"#!/bin/bash\n{write}\nexit 3\n")
    program.chmod(0o755)
    done = report(book, temporary, BASE=BASE, PROGRAMS=str(program.parent))
    file = temporary / "summary"
    assert (done.returncode, file.read_text() if file.exists() else "") == (code, summary)


def test_without_a_base_the_summary_lists_all_findings(book: Path, temporary: Path) -> None:
    assert report(book, temporary).returncode == 0
    assert OLD in (temporary / "summary").read_text("utf-8")


def test_a_playbook_further_down_is_annotated_under_its_whole_path(
    book: Path, temporary: Path
) -> None:
    below = "sub folder/$(touch hacked)"
    (book / below).mkdir(parents=True)
    for name in ("playbooks", "readyroom.toml"):
        (book / name).rename(book / below / name)
    done = check(book, temporary, FOLDER=below)
    files = {one.split("=", 1)[1] for one in commands(done.stdout) if "file=" in one}
    assert (done.returncode, files) == (1, {f"{below}/{OLD}"})
    assert list(book.rglob("hacked")) == []


def test_strict_fails_on_warnings(book: Path, temporary: Path) -> None:
    text = GOOD.format(id="old", title="Old")
    (book / OLD).write_text(text + "\n## Goals\n\n- **G1** Raise awareness\n", encoding="utf-8")
    commit(book)
    codes = [check(book, temporary, STRICT=strict).returncode for strict in ("false", "true")]
    assert codes == [0, 1]


def test_team_rules_are_run_only_if_they_may(book: Path, temporary: Path) -> None:
    (book / "readyroom.toml").write_text('team-rules = "rules"\n')
    (book / "rules").mkdir()
    (book / "rules/mine.py").write_text("open('hacked', 'w').close()\n")
    for step in (check, report):
        step(book, temporary, BASE=BASE, READYROOM_NO_TEAM_RULES="1")
    assert list(book.rglob("hacked")) == []
    check(book, temporary, BASE=BASE)
    assert list(book.rglob("hacked")) == [book / "hacked"]


def test_it_installs_itself_and_nothing_of_the_checkout(book: Path, tmp_path: Path) -> None:
    for name in ("pip", "venv", "readyroom", "json"):
        (book / f"{name}.py").write_text("open('hacked', 'w').close()\n")
    temporary = tmp_path / "fresh"
    temporary.mkdir()
    done = run(ACTION, "Install Readyroom", book, temporary, {"PYTHON": sys.executable})
    if "Could not find a version" in done.stderr or "No matching distribution" in done.stderr:
        pytest.skip("dependencies cannot be installed here")
    assert done.returncode == 0, done.stderr
    programs = outputs(temporary)["programs"]
    assert check(book, temporary, PROGRAMS=programs, BASE=BASE).returncode == 0
    assert outputs(temporary)["findings"] == "0"
    assert list(book.rglob("hacked")) == []


def test_every_input_and_output_is_explained_and_used() -> None:
    document = load(ACTION)
    text = ACTION.read_text("utf-8")
    assert [name for name in document["inputs"] if f"inputs.{name} " not in text] == []
    every = [*document["inputs"].values(), *document["outputs"].values()]
    assert all(one["description"] for one in every)
    page = (ROOT / "playbooks/handbook/check-pull-requests.md").read_text("utf-8")
    assert [name for name in document["inputs"] if f"`{name}`" not in page] == []
