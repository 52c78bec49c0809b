"""Relative links: where they lead inside the project."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum
from functools import lru_cache
from urllib.parse import unquote

from readyroom.model.brief import Brief
from readyroom.model.playbook import Playbook
from readyroom.model.text import Span

_ELSEWHERE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|/|$")


def is_relative(target: str) -> bool:
    """Whether a link target is a path or an anchor, seen from the file that holds it."""
    return not _ELSEWHERE.match(target)


def split_target(target: str) -> tuple[str, str]:
    """Path and anchor of a decoded link target, without a query."""
    path, _, anchor = target.partition("#")
    return path.partition("?")[0], anchor


def resolve(path: str, target: str) -> str | None:
    """The project path that a relative `target` leads to from the file at `path`; None where it
    leaves the project."""
    parts = path.split("/")[:-1]
    for part in target.split("/"):
        if part == "..":
            if not parts:
                return None
            parts.pop()
        elif part not in ("", "."):
            parts.append(part)
    return "/".join(parts)


def targets(brief: Brief) -> Iterator[tuple[Span, str]]:
    """Place and decoded target of every link of a brief, the contact policy included."""
    yield from ((link.span, link.target) for link in brief.links)
    yield from ((node.span, unquote(node.text)) for node in brief.front.nodes("contact_policy"))


class Lost(Enum):
    """Why a relative link leads nowhere."""

    OUTSIDE = "outside the project"
    FILE = "no such file"
    ANCHOR = "no such place in the file"


def lost(brief: Brief, target: str, playbook: Playbook) -> Lost | None:
    """Why a relative link of this brief leads nowhere; None if it leads somewhere.

    Folders count as files. Places inside a file are known for briefs and pages only; an id that a
    brief defines is one.
    """
    path, anchor = split_target(target)
    found = resolve(brief.path, path) if path else brief.path
    if found is None:
        return Lost.OUTSIDE
    if path and playbook.files and not _exists(found, playbook.files):
        return Lost.FILE
    if not anchor:
        return None
    other = (
        brief
        if found == brief.path
        else next((b for b in playbook.briefs if b.path == found), None)
    )
    if other:
        return None if anchor in other.anchors or anchor in other.ids else Lost.ANCHOR
    page = playbook.page_by_path.get(found)
    return Lost.ANCHOR if page and anchor not in page.anchors else None


def _exists(path: str, files: frozenset[str]) -> bool:
    return path in files or path in _folders(files)


@lru_cache(maxsize=4)
def _folders(files: frozenset[str]) -> frozenset[str]:
    """Every folder that holds a file, the project's own included."""
    found = {""}
    for file in files:
        while "/" in file and (file := file.rpartition("/")[0]) not in found:
            found.add(file)
    return frozenset(found)
