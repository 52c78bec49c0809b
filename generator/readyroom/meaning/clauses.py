"""Clauses: how far a negation reaches."""

from __future__ import annotations

import re

from readyroom.languages.matching import negations

_BORDER = re.compile(r"[.,;:!?\n|()]|[，。；：！？、（）]|\s[-–—]\s")


def clause_around(text: str, start: int, end: int) -> tuple[int, int]:
    """Start and end of the clause that holds `text[start:end]`."""
    before = [match.end() for match in _BORDER.finditer(text, 0, start)]
    after = _BORDER.search(text, end)
    return (before[-1] if before else 0, after.start() if after else len(text))


def is_negated(text: str, start: int, end: int, code: str) -> bool:
    """Whether the clause that holds `text[start:end]` says that it is not so."""
    first, last = clause_around(text, start, end)
    return text[first:last] in negations(code)
