"""Fences and comments that are opened and never closed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

_MARKER = r"(?:[-+*]|\d{1,9}[.)])"
_QUOTE = re.compile(r" {0,3}> ?")
_ITEM = re.compile(rf"[ \t]*+{_MARKER}(?:[ \t]++|$)")
_FENCE = re.compile(r"[ \t]*+(?P<mark>`{3,}(?=[^`]*$)|~{3,})")
_HEADING = re.compile(r"#{1,6}[ \t]+(?P<title>\S.*)")


@dataclass(frozen=True, slots=True)
class Unclosed:
    """A mark that nothing closes: its line (from 0), its columns there (from 0), and the titles of
    the headings that it swallows."""

    line: int
    start: int
    end: int
    headings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Fence:
    """An open fence: its mark, how many quotes it stands in, and the column at which the text of
    its list item begins (0: in none)."""

    line: int
    start: int
    mark: str
    quotes: int
    content: int


def unclosed_fence(lines: Sequence[str]) -> Unclosed | None:
    """The fence that is still open at the end of the text."""
    fence: _Fence | None = None
    content = depth = 0
    for number, line in enumerate(lines):
        if fence:
            fence, is_inside = _go_on(fence, line)
            if is_inside:
                continue
        marks = _quotes(line, len(line))
        text = line[len(marks) :]
        quotes = marks.count(">")
        if quotes < depth or (text.strip(" \t") and _indent(text) < content):
            content = depth = 0
        fence, found = _opened(number, text, len(marks), quotes, content)
        depth, content = (quotes, found) if found != content else (depth, content)
    if fence is None:
        return None
    end = fence.start + len(fence.mark)
    return Unclosed(fence.line, fence.start, end, _headings(lines[fence.line + 1 :]))


def _go_on(fence: _Fence, line: str) -> tuple[_Fence | None, bool]:
    """The fence behind a line, and whether the line belonged to it (its end belongs to it too)."""
    marks = _quotes(line, fence.quotes)
    text = line[len(marks) :]
    mark, indent = text.strip(" \t"), _indent(text)
    if marks.count(">") < fence.quotes or (mark and indent < fence.content):
        return None, False
    is_closed = (
        len(mark) >= len(fence.mark)
        and mark.count(fence.mark[0]) == len(mark)
        and indent - fence.content <= 3
    )
    return (None if is_closed else fence), True


def _opened(
    number: int, text: str, offset: int, quotes: int, content: int
) -> tuple[_Fence | None, int]:
    """The fence that a line opens, and the column at which the text of the innermost list item
    begins."""
    at = 0
    if _indent(text) - content <= 3:
        while item := _ITEM.match(text, at):
            at = content = item.end()
        match = _FENCE.match(text, at)
        if match and _indent(text[at:]) - (0 if at else content) <= 3:
            start = offset + match.start("mark")
            return _Fence(number, start, match["mark"], quotes, content), content
    return None, content


def _quotes(line: str, highest: int) -> str:
    """The quote marks that a line begins with, at most `highest` of them."""
    end = 0
    for _ in range(highest):
        match = _QUOTE.match(line, end)
        if match is None:
            break
        end = match.end()
    return line[:end]


def unclosed_comment(lines: Sequence[str]) -> Unclosed | None:
    """The first comment mark at the beginning of a line, outside fences, that nothing closes."""
    closed = max((number for number, line in enumerate(lines) if "-->" in line), default=-1)
    for number in range(max(closed, 0), len(lines)):
        line = lines[number]
        start = _indent(line)
        if line.startswith("<!--", start) and "-->" not in line:
            if unclosed_fence(lines[:number]):
                return None
            return Unclosed(number, start, start + 4)  # readers see what follows
    return None


def _headings(lines: Sequence[str]) -> tuple[str, ...]:
    found: Iterator[re.Match[str] | None] = (_HEADING.match(line.lstrip(" >")) for line in lines)
    return tuple(match["title"].rstrip(" \t#") for match in found if match)


def _indent(text: str) -> int:
    return len(text) - len(text.lstrip(" \t"))
