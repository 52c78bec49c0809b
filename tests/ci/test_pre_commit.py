"""The hooks, run by pre-commit itself in a real repository."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from ci.book import GOOD, commit, git
from ci.steps import ROOT, load
from ci.test_audits import HOOKS, tool

VAGUE = GOOD.format(id="autumn", title="Autumn").replace("idea", "planned") + (
    "\n## Goals\n\n- **G1** 120 people come by 2027-05-31 (45 last year)\n\n"
)
NEEDS_NETWORK = ("No matching distribution", "Could not find a version", "Connection", "resolve")


@pytest.fixture(scope="module")
def offered(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """This checkout as it is now, as a repository that pre-commit can clone."""
    folder = tmp_path_factory.mktemp("offered")
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        text=True,
    )
    if listed.returncode:
        pytest.skip("this is no git checkout")
    for name in filter(None, listed.stdout.split("\0")):
        if name.split("/")[0] not in ("tests", "playbooks") and (ROOT / name).is_file():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, folder / name)
    git(folder, "init", "-q")
    commit(folder)
    return folder


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("pre-commit")


@pytest.fixture
def book(tmp_path: Path, offered: Path, cache: Path) -> Path:
    """A playbook whose commits both hooks look at."""
    briefs = tmp_path / "playbooks" / "team" / "briefs"
    briefs.mkdir(parents=True)
    (tmp_path / "readyroom.toml").write_text('as-of = "2026-11-22"\n')
    (tmp_path / "README.md").write_text("# Not a brief\n")
    (tmp_path / ".pre-commit-config.yaml").write_text(
        f"repos:\n- repo: {offered}\n  rev: {git(offered, 'rev-parse', 'HEAD')}\n"
        "  hooks: [{id: readyroom-fix}, {id: readyroom}]\n"
    )
    git(tmp_path, "init", "-q")
    prepared = pre_commit(tmp_path, cache, "install-hooks")
    said = prepared.stdout + prepared.stderr
    if prepared.returncode and any(word in said for word in NEEDS_NETWORK):
        pytest.skip("dependencies cannot be installed here")
    assert prepared.returncode == 0, said
    return tmp_path


def pre_commit(folder: Path, cache: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [tool("pre-commit"), *arguments],
        cwd=folder,
        env={**os.environ, "PRE_COMMIT_HOME": str(cache)},
        capture_output=True,
        text=True,
    )


def test_a_commit_is_checked_and_what_needs_no_decision_is_put_right(
    book: Path, cache: Path
) -> None:
    git(book, "add", "-A")
    clean = pre_commit(book, cache, "run")
    assert (clean.returncode, clean.stdout.count("Passed")) == (0, 2), clean.stdout

    brief = book / "playbooks/team/briefs/autumn.md"
    brief.write_text(VAGUE, encoding="utf-8")
    git(book, "add", "-A")
    mended = pre_commit(book, cache, "run", "readyroom-fix")
    assert (mended.returncode, "modified by this hook" in mended.stdout) == (1, True)
    assert "## Metrics" in brief.read_text(encoding="utf-8")
    git(book, "add", "-A")
    assert pre_commit(book, cache, "run", "readyroom-fix").returncode == 0
    vague = pre_commit(book, cache, "run", "readyroom")
    assert (vague.returncode, "error[metric-missing]" in vague.stdout) == (1, True), vague.stdout
    assert "README.md" not in vague.stdout


def test_other_files_are_no_business_of_ours(book: Path, cache: Path) -> None:
    commit(book)
    (book / "notes.txt").write_text("x")
    git(book, "add", "-A")
    assert pre_commit(book, cache, "run").stdout.count("Skipped") == 2


def test_the_hooks_on_offer() -> None:
    hooks = {hook["id"]: hook for hook in load(HOOKS)}
    assert {name: hook["entry"] for name, hook in hooks.items()} == {
        "readyroom": "readyroom lint",
        "readyroom-fix": "readyroom lint --fix --exit-zero",
    }
