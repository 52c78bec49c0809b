"""What a text quotes: other people's words are samples, not statements of the brief."""

from __future__ import annotations

import re

_QUOTED = re.compile(
    r"“[^“”]*”|«[^«»]*»|„[^„”“]*[”“]|「[^「」]*」|『[^『』]*』|(?<!\w)\"[^\"\n]+\"(?!\w)"
)


def quoted(text: str) -> tuple[tuple[int, int], ...]:
    """Start and end of every run in quotation marks, marks included."""
    return tuple(match.span() for match in _QUOTED.finditer(text))
