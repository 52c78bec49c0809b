"""What fixes would change, as a unified diff for reading."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import unified_diff

from readyroom.model.text import Source
from readyroom.reporters.terminal.style import paint
from readyroom.reporters.terminal.visible import line, path

_COLORS = {"+": "green", "-": "red", "@": "cyan"}


def difference(before: Source, after: Source, *, color: bool) -> str:
    """The changed lines with three lines around them, or "" where nothing changes.

    Line ends are not shown; characters that could harm a screen or command a build server are
    spelled out.
    """
    return "".join(f"{text}\n" for text in _lines(before, after, color=color))


def _lines(before: Source, after: Source, *, color: bool) -> Iterator[str]:
    name = path(before.path)
    for text in unified_diff(before.lines, after.lines, name, name, lineterm=""):
        tone = "" if text.startswith(("+++", "---")) else _COLORS.get(text[0], "")
        shown = text[0] + line(text[1:])
        yield paint(shown, tone, color=color) if tone else shown
