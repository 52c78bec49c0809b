"""`readyroom init` and `readyroom new` away from a terminal."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from readyroom.cli import commands


@pytest.fixture(autouse=True)
def book(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A fresh playbook as the current folder."""
    monkeypatch.chdir(tmp_path)
    run("init", ".", "--name", "Test", "--lang", "pl")
    return tmp_path


def run(*arguments: str) -> Result:
    return CliRunner().invoke(commands, list(arguments))


def test_init_starts_a_playbook_with_a_first_brief(book: Path) -> None:
    (brief,) = (book / "playbooks/team/briefs").glob("*.md")
    assert brief.name == "nasza-pierwsza-kampania.md"
    assert "lang: pl" in brief.read_text(encoding="utf-8")
    assert (book / "mkdocs.yml").is_file()


def test_init_twice_changes_nothing(book: Path) -> None:
    before = {path: path.read_bytes() for path in book.rglob("*") if path.is_file()}
    assert run("init", ".").output.startswith("0 files written.")
    assert {path: path.read_bytes() for path in book.rglob("*") if path.is_file()} == before


def test_new_goes_to_the_only_team(book: Path) -> None:
    result = run("new", "Spring intake", "--owner", "ana", "--kind", "event", "--tier", "3")
    assert result.exit_code == 0
    text = (book / "playbooks/team/briefs/spring-intake.md").read_text(encoding="utf-8")
    assert "kind: event\ntier: 3\nlang: en\nowner: ana\n" in text


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "has no title"),
        (["!!"], "No file name"),
        (["Nasza pierwsza kampania"], "exists already"),
        (["Spring", "--kind", "party"], "party"),
        (["Spring", "--tier", "9"], "9"),
    ],
)
def test_new_says_what_is_wrong(arguments: list[str], said: str) -> None:
    result = run("new", *arguments)
    assert result.exit_code == 2
    assert said in result.output


def test_new_asks_which_team_where_there_are_several(book: Path) -> None:
    (book / "playbooks/second/briefs").mkdir(parents=True)
    result = run("new", "Spring intake")
    assert (result.exit_code, "second, team" in result.output) == (2, True)
    assert run("new", "Spring intake", "--playbook", "second").exit_code == 0
    assert (book / "playbooks/second/briefs/spring-intake.md").is_file()


WORKFLOWS = {".github/workflows/readyroom.yml", ".github/workflows/readyroom-comment.yml"}
JOB = {".gitlab-ci.yml", ".gitlab/readyroom.yml"}


def written(folder: Path) -> set[str]:
    """The files for a build server."""
    found = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    return {name for name in found if name.startswith((".github", ".gitlab", "ci/"))}


def remote(folder: Path, address: str) -> Path:
    """A new repository with that remote."""
    folder.mkdir()
    for command in (["init", "-q"], ["remote", "add", "origin", address]):
        subprocess.run(["git", *command], cwd=folder, check=True)
    return folder


@pytest.mark.parametrize(
    ("address", "options", "expected"),
    [
        ("git@github.com:team/book.git", [], WORKFLOWS),
        ("https://gitlab.example/team/book.git", [], JOB),
        ("https://code.example/team/book.git", [], set()),
        ("https://code.example/team/book.git", ["--ci", "gitlab"], JOB),
        ("git@github.com:team/book.git", ["--ci", "none"], set()),
    ],
)
def test_init_sets_up_the_build_server_of_the_remote(
    tmp_path: Path, address: str, options: list[str], expected: set[str]
) -> None:
    folder = remote(tmp_path / "other", address)
    output = run("init", str(folder), *options).output
    assert written(folder) == expected
    assert ("No build server" in output) == (not expected and not options)
    assert ".pre-commit-config.yaml" in output


def test_a_pipeline_that_exists_is_left_alone_and_the_missing_line_is_named(tmp_path: Path) -> None:
    folder = remote(tmp_path / "other", "https://gitlab.example/team/book.git")
    (folder / ".gitlab-ci.yml").write_text("mine: 1\n")
    assert "include: [{local: .gitlab/readyroom.yml}]" in run("init", str(folder)).output
    assert (folder / ".gitlab-ci.yml").read_text() == "mine: 1\n"
    assert written(folder) == JOB
    assert "include" not in run("init", str(folder)).output
