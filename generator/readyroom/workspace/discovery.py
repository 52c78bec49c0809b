"""Find the Markdown files of a folder and the paths that a brief may link to."""

from __future__ import annotations

import errno
import os
from dataclasses import dataclass, field
from pathlib import Path

from readyroom.model.message import msg
from readyroom.workspace.files import Unreadable, failed, irregular

_TOOLS = frozenset({"node_modules", "__pycache__"})


@dataclass(frozen=True, slots=True)
class Found:
    """Markdown files in stable order, and what stood in their place but cannot be read."""

    paths: tuple[str, ...] = ()
    unreadable: tuple[Unreadable, ...] = ()


def markdown_files(root: Path, folder: str = "") -> Found:
    """Every `*.md` below a folder (both relative to `root`, with `/`, in code point order).

    Hidden folders, virtual environments, `node_modules` and the built site are left out. Links are
    followed inside the root, each file counts once; links that lead out are reported.
    """
    walk = _Walk(root)
    walk.enter(folder)
    walk.follow_links()
    return Found(
        tuple(sorted(walk.paths)), tuple(sorted(walk.unreadable, key=lambda found: found.path))
    )


def named_file(root: Path, path: str, *, confined: bool) -> Found:
    """One file that was named by hand, whatever its ending.

    With `confined`, a link that leads out of the root is reported instead of followed.
    """
    walk = _Walk(root, [path], is_named=True, is_confined=confined)
    walk.follow_links()
    return Found(tuple(walk.paths), tuple(walk.unreadable))


@dataclass
class _Walk:
    """The state of one walk: what was found, and the links that wait for the real files."""

    root: Path
    links: list[str] = field(default_factory=list)
    paths: list[str] = field(default_factory=list)
    unreadable: list[Unreadable] = field(default_factory=list)
    is_named: bool = False
    is_confined: bool = True

    def __post_init__(self) -> None:
        self._real_root = os.path.realpath(self.root)
        self._seen: set[str] = set()

    def enter(self, start: str) -> None:
        """Collect the files below a real folder and remember the links."""
        folders = [start]
        while folders:
            folder = folders.pop()
            self._seen.add(os.path.realpath(self.root / folder))
            try:
                entries = list(os.scandir(self.root / folder))
            except OSError as error:
                self.unreadable.append(failed(folder or ".", error))
                continue
            if any(entry.name == "pyvenv.cfg" for entry in entries):
                continue
            for entry in entries:
                path = f"{folder}/{entry.name}" if folder else entry.name
                if not _is_skipped(path):
                    self._sort(entry, path, folders)

    def _sort(self, entry: os.DirEntry[str], path: str, folders: list[str]) -> None:
        if entry.is_symlink():
            self.links.append(path)
        elif is_markdown(path):
            if entry.is_file():
                self.paths.append(path)
            else:
                self.unreadable.append(irregular(path))
        elif entry.is_dir():
            folders.append(path)

    def follow_links(self) -> None:
        """Look behind the links: files and folders inside the root that were not seen yet."""
        self._seen.update(os.path.realpath(self.root / path) for path in self.paths if self.links)
        while self.links:
            self._follow(self.links.pop())

    def _follow(self, path: str) -> None:
        file = self.root / path
        try:
            os.stat(file)
        except OSError as error:
            problem = _dead_link(path, error)
            if problem:
                self.unreadable.append(problem)
            return
        real = os.path.realpath(file)
        if self.is_confined and not self._inside(path, real):
            self.unreadable.append(_leaves(path))
        elif os.path.isdir(real) and not is_markdown(path):
            if f"{os.path.realpath(file.parent)}/".startswith(f"{real}/"):
                self.unreadable.append(_loops(path))
            elif real not in self._seen:
                self.enter(path)
        elif (is_markdown(path) or self.is_named) and real not in self._seen:
            self._seen.add(real)
            if os.path.isfile(real):
                self.paths.append(path)
            else:
                self.unreadable.append(irregular(path))

    def _inside(self, path: str, real: str) -> bool:
        """Whether a link stays in the visible part of the root: `.git` may hold secrets."""
        inside = os.path.relpath(real, self._real_root)
        hidden = any(part.startswith(".") for part in inside.split(os.sep) if part != ".")
        return not hidden or inside == os.path.normpath(path)


def is_markdown(path: str) -> bool:
    """Whether this is a name of a Markdown file."""
    return path.lower().endswith(".md")


def _is_skipped(path: str) -> bool:
    name = path.rsplit("/", 1)[-1]
    return name.startswith(".") or name in _TOOLS or path == "site"


def _leaves(path: str) -> Unreadable:
    return Unreadable(
        path,
        msg("This link leads out of the project, so it was not followed."),
        msg("Put the file itself here, or link to it from a brief by its address."),
    )


def _loops(path: str) -> Unreadable:
    return Unreadable(
        path,
        msg("This link leads round in a circle, so it was not followed."),
        msg("Remove the link."),
    )


def _dead_link(path: str, error: OSError) -> Unreadable | None:
    if error.errno == errno.ELOOP:
        return _loops(path)
    if error.errno not in (errno.ENOENT, errno.ENOTDIR):
        return failed(path, error)
    if not is_markdown(path) and os.path.splitext(path)[1]:
        return None  # a picture that some tools fetch only on demand
    return Unreadable(
        path,
        msg("This link leads to a file that does not exist."),
        msg("Put the file back, or remove the link."),
    )


def linkable_paths(root: Path) -> frozenset[str]:
    """Every file and folder below the root that a brief may link to, without following links."""
    found: set[str] = set()
    folders = [""]
    while folders:
        folder = folders.pop()
        try:
            entries = list(os.scandir(root / folder))
        except OSError:
            continue
        if any(entry.name == "pyvenv.cfg" for entry in entries):
            continue
        for entry in entries:
            path = f"{folder}/{entry.name}" if folder else entry.name
            if path == "site" or entry.name == ".git" or entry.name in _TOOLS:
                continue
            found.add(path)
            if entry.is_dir(follow_symlinks=False):
                folders.append(path)
    return frozenset(found)
