"""Many patterns as one regular expression that knows which of them matched."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Generic, TypeVar

Meaning = TypeVar("Meaning")

# A letter, and a place where a word or number may begin. Where words have no blanks between them
# the patterns are compiled for ASCII, so that only Latin letters and digits stick together.
LETTER = r"[^\W\d_]"
START = r"(?<!\w)(?![ \0])"


class Choices(Generic[Meaning]):
    """Patterns with their meanings, tried in order at every place; the first that fits wins.

    Patterns may have named groups, the same names in several of them; `parts` gives the groups of
    the pattern that matched.
    """

    def __init__(
        self,
        choices: Iterable[tuple[str, Meaning]],
        *,
        before: str = "",
        flags: re.RegexFlag = re.NOFLAG,
    ) -> None:
        known = list(choices)
        patterns = [_numbered(pattern, number) for number, (pattern, _) in enumerate(known)]
        self.regex = re.compile(f"{before}(?:{'|'.join(patterns) or '(?!)'})", flags)
        groups: list[list[tuple[str, int]]] = [[] for _ in known]
        for name, index in self.regex.groupindex.items():
            base, _, number = name.rpartition("_")
            if base:
                groups[int(number)].append((base, index))
        self._known = {
            f"x{number}": (meaning, groups[number]) for number, (_, meaning) in enumerate(known)
        }

    def meaning(self, match: re.Match[str]) -> Meaning:
        """What the pattern that matched stands for."""
        return self._known[match.lastgroup or ""][0]

    def parts(self, match: re.Match[str]) -> dict[str, str]:
        """The groups of the pattern that matched, without empty ones."""
        groups = self._known[match.lastgroup or ""][1]
        return {name: part for name, index in groups if (part := match[index])}


def _numbered(pattern: str, number: int) -> str:
    """The pattern with an empty group behind it that tells it from others, and its own groups
    renamed so that others may have them as well. (With a group around it, `re` could not see at
    the first letter that it does not fit.)"""
    renamed = re.sub(r"\(\?P<(\w+)>", rf"(?P<\1_{number}>", pattern)
    return f"(?:{renamed})(?P<x{number}>)"
