"""Which files a run reads, and which of them it reports on."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from readyroom.model.message import Message, msg
from readyroom.workspace.discovery import Found, is_markdown, markdown_files, named_file
from readyroom.workspace.errors import UserError
from readyroom.workspace.files import Unreadable
from readyroom.workspace.project import Project


@dataclass(frozen=True, slots=True)
class Selection:
    """Paths relative to the project, with `/`.

    read: files to read, in order. reported: the ones to report on; None for all of them.
    named: the files among them that were named one by one. plans: files that are checked as a plan
    even without a status. unreadable: what discovery already knows cannot be read. in_repository:
    whether the files belong to a playbook.
    """

    read: tuple[str, ...]
    reported: frozenset[str] | None
    named: frozenset[str]
    plans: frozenset[str]
    unreadable: tuple[Unreadable, ...]
    in_repository: bool

    def reports(self, path: str) -> bool:
        """Whether findings about this path are wanted."""
        return self.reported is None or path in self.reported

    def notes(self, pages: Collection[str], checked: int) -> Iterator[Message]:
        """What a person should know who might take silence for a clean result."""
        expected = self.in_repository and checked and self.named.isdisjoint(pages)
        if pages and not expected:
            yield msg(
                "Files without a status, read as pages and not checked: {pages}. "
                "With --foreign they are checked as plans.",
                pages=len(pages),
            )
        elif not checked:
            yield msg("There is no brief here, so nothing was checked.")


@dataclass(frozen=True, slots=True)
class _Named:
    """What one path of the command line stands for."""

    found: Found
    is_file: bool = False
    is_everything: bool = False

    @property
    def paths(self) -> Iterator[str]:
        """The files behind it, readable or not."""
        yield from self.found.paths
        yield from (bad.path for bad in self.found.unreadable)


def select(
    project: Project, paths: Sequence[Path], *, foreign: bool, extra: Sequence[str] = ()
) -> Selection:
    """What to read and to report for these paths; for no paths, the whole playbook.

    `extra` are paths whose text is at hand, so that they need not exist on disk.
    Raises UserError for a path that does not exist or lies outside of the project.
    """
    wanted = [_named(project, path, extra) for path in paths]
    everything = not paths or any(one.is_everything for one in wanted)
    whole = _whole(project) if project.is_repository or everything else Found()
    groups = (whole, *(one.found for one in wanted))
    read = {*extra, *(path for found in groups for path in found.paths)}
    reported = frozenset(path for one in wanted for path in one.paths)
    named = frozenset(path for one in wanted if one.is_file for path in one.paths)
    plans = read if everything else reported
    return Selection(
        read=tuple(sorted(read)),
        reported=None if everything else reported,
        named=named,
        plans=frozenset(plans if foreign else (p for p in named if not _is_page(project, p))),
        unreadable=tuple({bad.path: bad for found in groups for bad in found.unreadable}.values()),
        in_repository=project.is_repository,
    )


def _whole(project: Project) -> Found:
    if not project.is_repository:
        return markdown_files(project.root)
    if not project.playbooks.is_dir():
        raise UserError(
            f"There is no folder {project.playbooks}.",
            "Create it (readyroom init does), or set `playbooks` in the settings to the folder "
            "that holds your briefs.",
        )
    return markdown_files(project.root, project.settings.playbooks)


def _named(project: Project, path: Path, extra: Sequence[str]) -> _Named:
    relative = relative_path(project, path)
    if relative in extra:
        return _Named(Found((relative,)), is_file=True)
    if not os.path.lexists(path):
        raise UserError(f"There is no file or folder {path}.", _similar(path))
    if not relative.endswith("/") and relative:
        return _Named(
            named_file(project.root, relative, confined=project.is_repository),
            is_file=not path.is_dir(),
        )
    if project.is_repository and f"{project.settings.playbooks}/".startswith(relative):
        return _Named(Found(), is_everything=True)
    return _Named(markdown_files(project.root, relative.rstrip("/")))


def relative_path(project: Project, path: Path) -> str:
    """The path as reports show it: relative to the project, with `/`; a folder ends in `/`, the
    project itself is "".

    Raises UserError for a path outside of the project.
    """
    relative = os.path.relpath(os.path.abspath(path), project.root).replace(os.sep, "/")
    if relative == ".." or relative.startswith("../"):
        raise UserError(
            f"{path} lies outside of {project.root}.",
            "Check it with a call of its own, started in its folder.",
        )
    if relative == ".":
        return ""
    is_folder = path.is_dir() and not path.is_symlink() and not is_markdown(relative)
    return f"{relative}/" if is_folder else relative


def _is_page(project: Project, path: str) -> bool:
    """Whether a file without a status would be one of the playbook's own pages."""
    return project.is_repository and path.startswith(f"{project.settings.playbooks}/")


def _similar(path: Path) -> str:
    try:
        names = os.listdir(path.parent)
    except OSError:
        return f"There is no folder {path.parent} either."
    close = get_close_matches(path.name, names, n=1)
    return f"Did you mean {path.parent / close[0]}?" if close else "Check the spelling."
