"""Put corrections into a text: only the words that they name, and never two into one place."""

from __future__ import annotations

from collections.abc import Iterable

from readyroom.model.report import Correction, Diagnostic
from readyroom.model.text import Source


def correct(source: Source, corrections: Iterable[Correction]) -> tuple[str, int]:
    """The text with as many of the corrections as fit beside each other, and how many those are.

    Where two want the same place the first one wins; the other is for the next round, on the new
    text. An insertion at the edge of another edit counts as the same place.
    """
    taken: list[tuple[int, int, str]] = []
    count = 0
    for correction in dict.fromkeys(corrections):
        edits = [
            (edit.place.span.start, edit.place.span.end, edit.text)
            for edit in correction.replacements
        ]
        if any(_collide(new, old) for new in edits for old in taken):
            continue
        if any(source.text[start:end] != text for start, end, text in edits):
            taken += edits
            count += 1
    text = source.text
    for start, end, new in sorted(taken, reverse=True):
        text = text[:start] + new + text[end:]
    return text, count


def _collide(one: tuple[int, int, str], other: tuple[int, int, str]) -> bool:
    return one[0] <= other[1] and other[0] <= one[1]


def wanted(found: Diagnostic, *, unsafe: bool) -> bool:
    """Whether the fix of a finding is to be applied; a waived finding is left as it is."""
    return found.fix is not None and not found.waived and (found.fix.safe or unsafe)
