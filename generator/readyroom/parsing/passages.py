"""Inline tokens to passages: visible text with the way back to the source."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from urllib.parse import unquote

from markdown_it.token import Token

from readyroom.model.brief import Link
from readyroom.model.text import Passage, Reader, Source, Span

_BLANK = Passage("")
_SPLIT = re.compile(r"(?<!\\)\|")


@dataclass(frozen=True, slots=True)
class Place:
    """The file that is being read, the line (from 1) its body starts on, and who reads numbers."""

    source: Source
    first_line: int
    reader: Reader

    def line(self, index: int) -> tuple[str, int]:
        """A body line by its index from 0: text and source offset."""
        number = min(self.first_line - 1 + index, len(self.source.lines) - 1)
        return self.source.lines[number], self.source.line_starts[number]


def passage(inline: Token, place: Place) -> Passage:
    """The passage of an inline token that knows its lines (not of a table cell)."""
    text, code = visible(inline)
    first = inline.map[0] if inline.map else 0
    starts = []
    raw = inline.content.strip()
    for index, part in enumerate(raw.split("\n")):
        line, offset = place.line(first + index)
        found = line.rfind(part) if part else -1
        starts.append(offset + (found if found >= 0 else len(line) - len(line.lstrip())))
    return Passage(text, raw, tuple(starts), code, place.reader)


def visible(inline: Token) -> tuple[str, tuple[tuple[int, int], ...]]:
    """The text that a reader sees, and the ranges of it that are set as code."""
    parts: list[str] = []
    code: list[tuple[int, int]] = []
    length = 0
    for child in inline.children or ():
        if child.type in ("text", "code_inline", "image"):
            part = child.content
        elif child.type in ("softbreak", "hardbreak"):
            part = "\n"
        else:
            continue
        if child.type == "code_inline":
            code.append((length, length + len(part)))
        parts.append(part)
        length += len(part)
    text = "".join(parts)
    if not code:
        return text.strip(), ()
    cut = len(text) - len(text.lstrip())
    text = text.strip()
    return text, tuple((max(a - cut, 0), min(b - cut, len(text))) for a, b in code)


def cells(row: int, inlines: list[Token], place: Place) -> list[Passage]:
    """The passages of one table row, given the body line it stands on."""
    line, offset = place.line(row)
    edges = [-1, *(match.start() for match in _SPLIT.finditer(line)), len(line)]
    pieces = [(a + 1, line[a + 1 : b]) for a, b in pairwise(edges)]
    if len(pieces) > 1 and not pieces[0][1].strip(" \t>"):
        pieces.pop(0)
    found: list[Passage] = []
    for index, inline in enumerate(inlines):
        start, piece = pieces[index] if index < len(pieces) else (len(line), "")
        raw = piece.strip()
        begin = offset + start + (len(piece) - len(piece.lstrip()) if raw else min(1, len(piece)))
        text, code = visible(inline)
        found.append(Passage(text, raw, (begin,), code, place.reader))
    return found


def links(inline: Token, where: Passage, section: tuple[str, ...]) -> list[Link]:
    """Links and images of an inline token with the span of their target (else of the passage)."""
    found: list[Link] = []
    cursor = 0
    for child in inline.children or ():
        if child.type not in ("link_open", "image"):
            continue
        target = str(child.attrs.get("href" if child.type == "link_open" else "src") or "")
        written = unquote(target)
        at = max(where.raw.find(written, cursor), where.raw.find(target, cursor))
        span = where.span()
        if at >= 0 and target:
            length = len(written) if where.raw.startswith(written, at) else len(target)
            span = _raw_span(where, at, at + length)
            cursor = at + length
        found.append(Link(written, span, where.text, section))
    return found


def _raw_span(where: Passage, start: int, end: int) -> Span:
    line = where.raw.count("\n", 0, start)
    base = where.starts[min(line, len(where.starts) - 1)] - (where.raw.rfind("\n", 0, start) + 1)
    return Span(base + start, base + end)
