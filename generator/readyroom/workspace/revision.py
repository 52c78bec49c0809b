"""The playbook as it was at another commit, and what has changed since."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from readyroom.workspace.discovery import is_markdown
from readyroom.workspace.errors import UserError
from readyroom.workspace.git import git, git_bytes

# Build servers say in their environment which branch a change is meant for.
_TARGETS = (
    "GITHUB_BASE_REF",
    "CI_MERGE_REQUEST_TARGET_BRANCH_NAME",
    "BITBUCKET_PR_DESTINATION_BRANCH",
)
_USUAL = ("origin/HEAD", "origin/main", "origin/master", "main", "master")


@dataclass(frozen=True)
class Base:
    """Where a change began.

    name: as it was asked for. commit: the commit that both histories share. renamed: new path ->
    old path of files that moved since. changed: files of the project that are new or not the same
    any more, with what is not committed yet; both relative to the project.
    """

    name: str
    commit: str
    changed: frozenset[str]
    renamed: Mapping[str, str]


def find_base(root: Path, name: str = "") -> Base:
    """The point at which this branch left `name` (by default the branch that the build server
    names, else the main one).

    Raises UserError where there is no git repository, no such commit, or no common history, with
    the command that fetches what is missing.
    """
    if (git(root, "rev-parse", "--is-inside-work-tree") or "").strip() != "true":
        raise UserError("This is not a git repository.", "Run it where the briefs are kept in git.")
    name = name or _usual(root)
    commit = _resolve(root, name)
    shared = (git(root, "merge-base", commit, "HEAD") or "").strip()
    if not shared:
        raise _no_common_commit(root, name, commit)
    changed, renamed = _changes(root, shared)
    return Base(name, shared, changed, renamed)


def _usual(root: Path) -> str:
    target = next(filter(None, map(os.environ.get, _TARGETS)), "")
    if target:
        return f"origin/{target}"
    known = (one for one in _USUAL if git(root, "rev-parse", "-q", "--verify", f"{one}^{{commit}}"))
    found = next(known, "")
    if not found:
        raise UserError(
            "There is no main branch to compare with.",
            "Name the branch or commit: --changed=COMMIT.",
        )
    return found


def _resolve(root: Path, name: str) -> str:
    options = ("rev-parse", "-q", "--verify", "--end-of-options")
    commit = (git(root, *options, f"{name}^{{commit}}") or "").strip()
    if commit:
        return commit
    remote, _, branch = name.rpartition("/")
    fetch = f"git fetch {remote or 'origin'} {branch}"
    raise UserError(f"There is no commit {name} in this clone.", f"Fetch it: {fetch}")


def _no_common_commit(root: Path, name: str, commit: str) -> UserError:
    shallow = (git(root, "rev-parse", "--is-shallow-repository") or "").strip() == "true"
    if not shallow:
        return UserError(f"{name} ({commit[:12]}) and this branch have no commit in common.")
    return UserError(
        f"This clone is shallow, so the commit at which this branch left {name} ({commit[:12]}) "
        "is not in it.",
        "Fetch the history: git fetch --unshallow (in a workflow: fetch-depth: 0).",
    )


def _changes(root: Path, commit: str) -> tuple[frozenset[str], dict[str, str]]:
    """What differs between a commit and the working tree, new files included."""
    log = git(
        root, "diff", "--name-status", "-z", "-M", "--relative", "--no-ext-diff", "--no-textconv",
        "--ignore-submodules", commit, "--", ".",
    )  # fmt: skip
    new = git(root, "ls-files", "-z", "--others", "--exclude-standard", "--", ".")
    if log is None or new is None:
        raise UserError(f"git could not compare with {commit[:12]}.")
    changed: set[str] = {name for name in new.split("\0") if name}
    renamed: dict[str, str] = {}
    entries = iter(log.split("\0"))
    for status in entries:
        if status[:1] in ("R", "C"):
            old, path = next(entries), next(entries)
            changed.add(path)
            if status[0] == "R":
                renamed[path] = old
        elif status:
            changed.add(next(entries))
    return frozenset(changed), renamed


@contextmanager
def checkout(root: Path, commit: str) -> Iterator[Path]:
    """A temporary folder with the project as it was at a commit.

    Markdown files have their content; all others are there, empty, so that links to them lead
    somewhere. Nothing of the repository's own is run or changed.
    """
    import tempfile

    with tempfile.TemporaryDirectory(prefix="readyroom-") as name:
        folder = Path(name).resolve()
        files = dict(_files(root, commit))
        texts = _contents(root, [blob for path, blob in files.items() if is_markdown(path)])
        for path, blob in files.items():
            file = folder / path
            if file.resolve().is_relative_to(folder):
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_bytes(texts.get(blob, b"") if is_markdown(path) else b"")
        yield folder


def _files(root: Path, commit: str) -> Iterator[tuple[str, str]]:
    """Path (relative to the project) and blob of each ordinary file."""
    listing = git(root, "ls-tree", "-r", "-z", commit, "--", ".") or ""
    for entry in listing.split("\0"):
        meta, _, path = entry.partition("\t")
        if meta.startswith("100"):
            yield path, meta.split()[2]


def _contents(root: Path, blobs: Iterable[str]) -> dict[str, bytes]:
    """The bytes of each blob. Raises UserError where the clone does not hold them all."""
    wanted = dict.fromkeys(blobs)
    given = "".join(f"{blob}\n" for blob in wanted).encode()
    printed = git_bytes(root, "cat-file", "--batch", given=given) or b""
    found: dict[str, bytes] = {}
    at = 0
    for blob in wanted:
        line, _, _ = printed[at : at + 200].partition(b"\n")
        kind = line.split()
        if len(kind) != 3:
            raise UserError(
                f"This clone does not hold the file content {blob[:12]}.",
                "Fetch it: git fetch --refetch (the clone may be a partial one).",
            )
        at += len(line) + 1
        found[blob] = printed[at : at + int(kind[2])]
        at += int(kind[2]) + 1
    return found
