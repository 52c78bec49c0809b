"""Text with parts made unreadable, so that what was read once is not read again."""

from __future__ import annotations

from collections.abc import Iterable

HIDDEN = "\0"


def without(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """The text with the spans (in order, apart) made unreadable; indexes stay as they are."""
    parts: list[str] = []
    position = 0
    for start, end in spans:
        parts += (text[position:start], HIDDEN * (end - start))
        position = end
    return "".join((*parts, text[position:])) if parts else text
