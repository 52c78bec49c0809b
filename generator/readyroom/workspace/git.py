"""What git knows about the files of a project.

The git program itself is asked: it is there wherever a playbook is kept in git, and starting it
takes less time than loading a library.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cached_property
from pathlib import Path

_TIMEOUT = 30  # seconds
# A repository's own settings must not make a reading command run programs.
_QUIET = ("-c", "core.fsmonitor=false", "-c", "core.quotePath=false")
# Asking for one file costs about as much as a look at a short history.
_FEW = 3
# Both ways to write a remote: scheme://user@host:port/path and user@host:path.
_REMOTE = re.compile(r"(?:[a-z+]+://(?:[^/@]*@)?|(?![a-z+]+://)(?:[^/:@]+@)?)([^/:@]+)[:/]", re.I)
_HOSTS = ("github", "gitlab")


def git(root: Path, *arguments: str) -> str | None:
    """What a reading git command prints in a folder; None where it fails or there is no git."""
    printed = git_bytes(root, *arguments)
    return None if printed is None else printed.decode("utf-8", "surrogateescape")


def git_bytes(root: Path, *arguments: str, given: bytes = b"") -> bytes | None:
    """The same as bytes; `given` is its standard input."""
    import subprocess

    try:
        done = subprocess.run(
            ["git", *_QUIET, *arguments],
            cwd=root,
            env={**os.environ, "GIT_OPTIONAL_LOCKS": "0", "LC_ALL": "C"},
            input=given,
            capture_output=True,
            timeout=_TIMEOUT,
            check=True,
        )
    except (OSError, subprocess.SubprocessError):
        return None
    return done.stdout


def build_host(root: Path) -> str:
    """ "github" or "gitlab" where the remote of the repository in this folder is kept on such a
    host, else "". A folder inside of a repository has none: build servers read its root only."""
    inside = (git(root, "rev-parse", "--show-prefix") or "").strip()
    address = "" if inside else (git(root, "ls-remote", "--get-url") or "").strip()
    found = _REMOTE.match(address)
    host = found[1].lower() if found and ":" in address else ""
    return next((name for name in _HOSTS if name in host), "")


def prefix(root: Path) -> str:
    """The folder below the root of the repository, as "book/"; "" at the root or without git."""
    return (git(root, "rev-parse", "--show-prefix") or "").removesuffix("\n")


class LastChanges(Mapping[str, date]):
    """The day on which each file below a folder was last changed: that of its last commit, or
    `today` for one with changes that are not committed.

    Empty outside of a repository and in a shallow clone, whose dates would be wrong. Git is asked
    when a path is looked up, so who looks nothing up pays nothing.
    """

    def __init__(self, root: Path, today: date) -> None:
        self._root = root
        self._today = today
        self._single: dict[str, date | None] = {}

    def __getitem__(self, path: str) -> date:
        found = self._days.get(path) if len(self._single) >= _FEW else self._one(path)
        if found is None:
            raise KeyError(path)
        return found

    def __iter__(self) -> Iterator[str]:
        return iter(self._days)

    def __len__(self) -> int:
        return len(self._days)

    @cached_property
    def _known(self) -> bool:
        return (git(self._root, "rev-parse", "--is-shallow-repository") or "").strip() == "false"

    def _one(self, path: str) -> date | None:
        if path not in self._single and self._known:
            self._single[path] = self._ask(path).get(path)
        return self._single.get(path)

    @cached_property
    def _days(self) -> Mapping[str, date]:
        return self._ask(".") if self._known else {}

    def _ask(self, what: str) -> dict[str, date]:
        """The days of everything below a path (relative to the folder)."""
        limit = () if what == "." else ("-1",)
        log = git(
            self._root, "log", *limit, "--format=%x01%cs", "--name-only", "-z", "--relative",
            "--no-renames", "--no-merges", "--", f":(literal){what}" if limit else ".",
        )  # fmt: skip
        status = git(
            self._root, "status", "--porcelain", "-z", "--no-renames", "--untracked-files=all",
            "--", f":(literal){what}" if limit else ".",
        )  # fmt: skip
        found = _days(log or "")
        above = prefix(self._root)
        for entry in (status or "").split("\0"):
            name = entry[3:]
            if name.startswith(above) and name:
                found[name.removeprefix(above)] = self._today
        return found


def _days(log: str) -> dict[str, date]:
    """The first (latest) day under each name of a log."""
    found: dict[str, date] = {}
    day = date.min
    for entry in log.split("\0"):
        text = entry.lstrip("\n")
        if text.startswith("\x01"):
            day = date.fromisoformat(text[1:11])
        elif text:
            found.setdefault(text, day)
    return found
