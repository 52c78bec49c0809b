"""A playbook in git with a branch to look at, and names that try to break out."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

from ci.steps import HOSTILE

BASE = "origin/ma$(touch${IFS}hacked)`touch${IFS}hacked`;in"
GOOD = (
    "---\nid: {id}\ntitle: {title}\nstatus: idea\nlang: en\nowner: ana\ncreated: 2026-11-01\n---\n"
    "\n# {title}\n\n## Why\n\nPeople leave after the first visit.\n"
)
BAD = GOOD.replace("idea", "planned") + "\n## Goals\n\n- **G1** Raise awareness by 2027-05-31\n"


def git(folder: Path, *arguments: str) -> str:
    """Run git, with a name to commit under."""
    names = {
        f"GIT_{who}_{what}": "x" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")
    }
    done = subprocess.run(
        ["git", *arguments],
        cwd=folder,
        env={**os.environ, **names},
        check=True,
        capture_output=True,
        text=True,
    )
    return done.stdout.strip()


def commit(folder: Path) -> None:
    """Commit everything."""
    git(folder, "add", "-A")
    git(folder, "commit", "-qm", "change")


def playbook(folder: Path) -> Path:
    """A repository with one old brief that has errors, and a remote branch at that commit."""
    briefs = folder / "playbooks" / "team" / "briefs"
    briefs.mkdir(parents=True)
    (folder / "readyroom.toml").write_text('as-of = "2026-11-22"\n')
    (briefs / "old.md").write_text(BAD.format(id="old", title="Old"), encoding="utf-8")
    git(folder, "init", "-q", "-b", "main")
    commit(folder)
    git(folder, "update-ref", f"refs/remotes/{BASE}", "HEAD")
    git(folder, "switch", "-qc", "change")
    return folder


def hostile_brief(folder: Path) -> str:
    """Add a brief whose path and title want to be commands; its path."""
    path = f"playbooks/team/briefs/{HOSTILE}.md"
    title = f'"{HOSTILE} <img src=x onerror=alert(1)> @someone ![x](y)"'
    (folder / path).write_text(BAD.format(id="new", title=title), encoding="utf-8")
    commit(folder)
    return path
