"""Relative links: where they lead inside the project."""

from __future__ import annotations

import re
from urllib.parse import unquote

_ELSEWHERE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|/|$")


def is_relative(target: str) -> bool:
    """Whether a link target is a path or an anchor, seen from the file that holds it."""
    return not _ELSEWHERE.match(target)


def split_target(target: str) -> tuple[str, str]:
    """Path and anchor of a link target, decoded, without a query."""
    path, _, anchor = target.partition("#")
    return unquote(path.partition("?")[0]), unquote(anchor)


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
