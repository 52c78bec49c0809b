"""When a file was last changed, asked of real repositories."""

from __future__ import annotations

import os
import subprocess
from datetime import date
from pathlib import Path

import pytest

from readyroom.workspace import git as module
from readyroom.workspace.git import LastChanges, build_host

TODAY = date(2026, 11, 22)


def git(folder: Path, *arguments: str, day: str = "2026-01-01") -> None:
    stamp = f"{day}T12:00:00+0000"
    names = {
        f"GIT_{who}_{what}": "x" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")
    }
    dates = {"GIT_AUTHOR_DATE": stamp, "GIT_COMMITTER_DATE": stamp}
    subprocess.run(
        ["git", *arguments], cwd=folder, check=True, env={**os.environ, **names, **dates}
    )


def commit(folder: Path, day: str, **files: str) -> None:
    for name, text in files.items():
        file = folder / name.replace("__", "/")
        file.parent.mkdir(exist_ok=True)
        file.with_suffix(".md").write_text(text, encoding="utf-8")
    git(folder, "add", "-A")
    git(folder, "commit", "-qm", "change", day=day)


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    git(tmp_path, "init", "-q")
    commit(tmp_path, "2026-03-01", playbooks__a="one", playbooks__b="one", playbooks__c="one")
    commit(tmp_path, "2026-10-05", playbooks__a="two", playbooks__d="one")
    commit(tmp_path, "2026-11-01", readme="two")
    return tmp_path


@pytest.mark.parametrize("few", [0, 10], ids=["all at once", "one by one"])
def test_the_day_of_the_last_commit(
    repository: Path, few: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "_FEW", few)
    (repository / "playbooks" / "b.md").write_text("not yet committed", encoding="utf-8")
    (repository / "playbooks" / "привет.md").write_text("new", encoding="utf-8")
    found = LastChanges(repository, TODAY)
    expected = {
        "playbooks/a.md": date(2026, 10, 5),
        "playbooks/b.md": TODAY,
        "playbooks/c.md": date(2026, 3, 1),
        "playbooks/d.md": date(2026, 10, 5),
        "playbooks/привет.md": TODAY,
        "playbooks/none.md": None,
        "readme.md": date(2026, 11, 1),
    }
    assert {path: found.get(path) for path in expected} == expected


def test_a_project_below_the_top_of_its_repository(repository: Path) -> None:
    found = LastChanges(repository / "playbooks", TODAY)
    (repository / "playbooks" / "b.md").write_text("not yet committed", encoding="utf-8")
    assert (found.get("a.md"), found.get("b.md")) == (date(2026, 10, 5), TODAY)


def test_no_dates_are_better_than_wrong_ones(repository: Path, tmp_path: Path) -> None:
    shallow = tmp_path / "shallow"
    git(tmp_path, "clone", "-q", "--depth=1", repository.as_uri(), str(shallow))
    outside = tmp_path / "outside"
    outside.mkdir()
    git(outside, "init", "-q")
    assert dict(LastChanges(shallow, TODAY)) == {}
    assert dict(LastChanges(outside, TODAY)) == {}
    assert dict(LastChanges(tmp_path / "nowhere", TODAY)) == {}


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("https://github.com/team/book", "github"),
        ("https://name:word@github.com/team/book", "github"),
        ("git@github.com:team/book.git", "github"),
        ("ssh://git@gitlab.example:2222/team/book", "gitlab"),
        ("github.work.example:team/book", "github"),
        ("https://GitLab.example/team/book", "gitlab"),
        ("https://code.example/github/gitlab", ""),
        ("git@code.example:github/book.git", ""),
        ("/srv/github/book.git", ""),
        ("file:///srv/github/book.git", ""),
        ("../github", ""),
        ("github/book", ""),
    ],
)
def test_the_host_of_the_remote(tmp_path: Path, address: str, expected: str) -> None:
    git(tmp_path, "init", "-q")
    git(tmp_path, "remote", "add", "origin", address)
    (tmp_path / "sub").mkdir()
    assert (build_host(tmp_path), build_host(tmp_path / "sub")) == (expected, "")


def test_no_remote_and_no_repository_have_no_host(tmp_path: Path) -> None:
    assert build_host(tmp_path) == ""
    git(tmp_path, "init", "-q")
    assert build_host(tmp_path) == ""
