"""The workflows that `readyroom init` writes: their steps are run, and their rights are few."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from ci.book import BASE, hostile_brief, playbook
from ci.steps import ACTION, CHECK, COMMENT, GITLAB, commands, load, run, steps

PATH = f"{Path(sys.executable).parent}:/usr/bin:/bin"
PINNED = re.compile(r"uses: [a-z]+/[a-z-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$")


@pytest.mark.parametrize("path", [ACTION, CHECK, COMMENT], ids=lambda path: path.name)
def test_no_expression_reaches_a_shell_or_a_script(path: Path) -> None:
    for one in steps(path):
        assert "${{" not in one.get("run", "") + one.get("with", {}).get("script", "")
        assert "run" not in one or path != ACTION or one["shell"] == "bash"


@pytest.mark.parametrize("path", [ACTION, CHECK, COMMENT], ids=lambda path: path.name)
def test_actions_are_pinned(path: Path) -> None:
    used = [line.strip("- ") for line in path.read_text("utf-8").splitlines() if "uses:" in line]
    assert used
    assert [line for line in used if not PINNED.match(line)] == []


def test_every_version_has_one_commit() -> None:
    text = "".join(path.read_text("utf-8") for path in (ACTION, CHECK, COMMENT))
    found = set(re.findall(r"uses: (\S+)@(\w+) # (\S+)", text))
    assert len({name for name, _, _ in found}) == len(found)


def test_what_the_jobs_may_do() -> None:
    may = {
        path.name: [load(path)["permissions"], *(job["permissions"] for job in _jobs(path))]
        for path in (CHECK, COMMENT)
    }
    assert may == {
        "readyroom.yml": [{}, {"contents": "read"}],
        "readyroom-comment.yml": [{}, {"actions": "read", "pull-requests": "write"}],
    }
    assert [one["uses"].split("@")[0] for one in steps(COMMENT)] == [
        "actions/download-artifact",
        "actions/github-script",
    ]


def test_the_comment_follows_the_check() -> None:
    followed = load(COMMENT)[True]["workflow_run"]["workflows"]
    assert followed == [load(CHECK)["name"]]
    handed, fetched = (
        next(one["with"]["name"] for one in steps(path) if f"{way}-artifact" in one.get("uses", ""))
        for path, way in ((CHECK, "upload"), (COMMENT, "download"))
    )
    assert handed == fetched


def _jobs(path: Path) -> list[dict[str, object]]:
    return list(load(path)["jobs"].values())


def test_a_hostile_pull_request(tmp_path: Path) -> None:
    book = playbook(tmp_path / "book")
    path = hostile_brief(book)
    (book / "readyroom-report").symlink_to("/tmp")
    values = {"PATH": PATH, "BASE": BASE, "READYROOM_NO_TEAM_RULES": "1"}
    checked = run(CHECK, "Check the briefs", book, tmp_path, values)
    assert checked.returncode == 1
    own = {one.split("=")[0] for one in commands(checked.stdout + checked.stderr)}
    assert own == {"::error file", "::notice title"}
    written = run(CHECK, "Write the report", book, tmp_path, {**values, "NUMBER": "7"})
    assert written.returncode == 0, written.stderr
    report = tmp_path / "readyroom-report"
    assert sorted(file.name for file in report.iterdir()) == ["pull-request.txt", "report.md"]
    assert (report / "pull-request.txt").read_text() == "7\n"
    assert path.split("/")[-1].split("(")[0] in (report / "report.md").read_text("utf-8")
    assert list(book.rglob("hacked")) == []


def test_the_merge_request_job(tmp_path: Path) -> None:
    """Its lines are one script, as the runner joins them; nothing is installed here."""
    book = playbook(tmp_path / "book")
    hostile_brief(book)
    job = load(GITLAB)["readyroom"]
    done = subprocess.run(
        ["bash", "-eo", "pipefail", "-c", "\n".join(job["script"])],
        cwd=book,
        env={**os.environ, "PATH": PATH, "BASE": BASE},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 1, done.stderr
    reports = [*job["artifacts"]["reports"].values(), *job["artifacts"]["paths"]]
    assert [name for name in reports if not (book / name).stat().st_size] == []
    assert list(book.rglob("hacked")) == []
