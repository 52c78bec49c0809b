"""Places in a text: offsets, lines, columns, and visible text with the way back to its source."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from html import unescape
from typing import Protocol

from readyroom.model.values import DateMention, Quantity

_LINE_END = re.compile(r"\r\n|\n|\r")
_WORDS = re.compile(r"\s+|\S+")
# Markup that a page does not show: link targets, readiness keys, comments.
_HIDDEN = re.compile(
    r"(?<=\])(?:\([^()\n]*\)|\[[^\[\]\n]*\])|\{#(?:[a-z][a-z0-9-]*\}|[\w-]+\}\s*\Z)"
)
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_BLANKED = re.compile("\0+")
# How much markup may stand before a letter; looking further costs time and finds the wrong one.
_REACH = 100
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of code points in `Source.text`."""

    start: int
    end: int


@dataclass(frozen=True, slots=True, order=True)
class Position:
    """A place as people count it: line and column from 1, columns in code points."""

    line: int
    column: int


@dataclass(frozen=True)
class Source:
    """One file: its path (relative to the project, with `/`) and its decoded text.

    A byte order mark is not part of `text`; `bom` remembers it. Line endings stay as written.
    """

    path: str
    text: str
    bom: bool = False

    @cached_property
    def line_starts(self) -> tuple[int, ...]:
        """Offset of the first code point of each line."""
        return (0, *(match.end() for match in _LINE_END.finditer(self.text)))

    @cached_property
    def lines(self) -> tuple[str, ...]:
        """The lines without their endings; the same count as `line_starts`."""
        return tuple(_LINE_END.split(self.text))

    def position(self, offset: int) -> Position:
        """Line and column of an offset; an offset past the end counts as the end."""
        offset = max(0, min(offset, len(self.text)))
        line = bisect_right(self.line_starts, offset)
        return Position(line, offset - self.line_starts[line - 1] + 1)

    @cached_property
    def line_end(self) -> str:
        """How most of its lines end; a newline where it has only one."""
        ends = _LINE_END.findall(self.text)
        return max(("\n", "\r\n", "\r"), key=ends.count)

    def with_own_line_ends(self, text: str) -> str:
        """A text with newlines as it would be written in this file."""
        return text if self.line_end == "\n" else text.replace("\n", self.line_end)

    def utf16_column(self, offset: int) -> int:
        """Column from 0 in UTF-16 units, as editors count."""
        start = self.line_starts[self.position(offset).line - 1]
        return len(self.text[start:offset].encode("utf-16-le", "surrogatepass")) // 2

    def line_span(self, line: int) -> Span:
        """The span of a line (from 1) without its ending."""
        start = self.line_starts[line - 1]
        return Span(start, start + len(self.lines[line - 1]))


class Reader(Protocol):
    """Reads numbers and dates in the language of a brief; the parser supplies it."""

    def quantities(self, text: str) -> tuple[Quantity, ...]:
        """The quantities in a visible text."""

    def dates(self, text: str) -> tuple[DateMention, ...]:
        """The dates and periods in a visible text."""


class _NoReader:
    def quantities(self, text: str) -> tuple[Quantity, ...]:
        return ()

    def dates(self, text: str) -> tuple[DateMention, ...]:
        return ()


@dataclass(frozen=True, slots=True)
class Passage:
    """What a reader sees in one run of text, and the way back to the source.

    `raw` is the Markdown of the run with its lines joined by a newline; `starts` holds the source
    offset at which each of those lines begins. `code` are the ranges of `text` set as code.
    """

    text: str
    raw: str = ""
    starts: tuple[int, ...] = (0,)
    code: tuple[tuple[int, int], ...] = ()
    reader: Reader = field(default=_NoReader(), repr=False, compare=False)

    def __bool__(self) -> bool:
        return bool(self.text.strip())

    def __str__(self) -> str:
        return self.text

    @property
    def quantities(self) -> tuple[Quantity, ...]:
        """The numbers with units in this passage."""
        return self.reader.quantities(self.text)

    @property
    def dates(self) -> tuple[DateMention, ...]:
        """The dates and periods in this passage."""
        return self.reader.dates(self.text)

    def span(self, start: int = 0, end: int | None = None) -> Span:
        """The source span of `text[start:end]`."""
        if end is None:
            end = len(self.text)
        if start <= 0 and end >= len(self.text):
            return Span(self._offset(0), self._offset(len(self.raw)))
        first, last = self._raw_range(start, end)
        return Span(self._offset(first), self._offset(last))

    def part(self, start: int, end: int | None = None) -> Passage:
        """The passage of `text[start:end]`, trimmed of white space at both ends."""
        end = len(self.text) if end is None else end
        text = self.text[start:end]
        start += len(text) - len(text.lstrip())
        text = text.strip()
        end = start + len(text)
        first, last = self._raw_range(start, end)
        raw = self.raw[first:last]
        line = self.raw.count("\n", 0, first)
        starts = (self._offset(first), *self.starts[line + 1 : line + 1 + raw.count("\n")])
        code = tuple(
            (max(a, start) - start, min(b, end) - start)
            for a, b in self.code
            if a < end and b > start
        )
        return Passage(text, raw, starts, code, self.reader)

    def in_code(self, start: int) -> bool:
        """Whether the character at this index is set as code."""
        before = bisect_right(self.code, start, key=lambda part: part[0])
        return before > 0 and start < self.code[before - 1][1]

    def _raw_range(self, start: int, end: int) -> tuple[int, int]:
        places = align(self.text, self.raw)
        first = places[min(start, len(places) - 1)]
        return first, (places[end - 1] + 1 if end > start else first)

    def _offset(self, index: int) -> int:
        line = min(self.raw.count("\n", 0, index), len(self.starts) - 1)
        return self.starts[line] + index - (self.raw.rfind("\n", 0, index) + 1)


def join(passages: Iterable[Passage], glue: str) -> Passage:
    """Several passages, in reading order, as one."""
    parts = list(passages)
    if len(parts) == 1:
        return parts[0]
    if not parts:
        return Passage("")
    code: list[tuple[int, int]] = []
    length = 0
    for part in parts:
        code.extend((a + length, b + length) for a, b in part.code)
        length += len(part.text) + len(glue)
    return Passage(
        glue.join(part.text for part in parts),
        "\n".join(part.raw for part in parts),
        tuple(start for part in parts for start in part.starts),
        tuple(code),
        parts[0].reader,
    )


@lru_cache(maxsize=64)
def align(text: str, raw: str) -> tuple[int, ...]:
    """For each code point of the visible `text` its index in `raw`, plus one entry for the end.

    Words are looked up whole, outside link targets and other markup that is not shown; a word with
    markup inside is followed letter by letter, an entity counts as the one character it shows.
    """
    closed = raw.rfind("-->") + 3  # what opens behind it is not worth a look at the whole rest
    shown = _COMMENT.sub(_blank, raw[:closed]) + raw[closed:]
    shown = _HIDDEN.sub(_blank, shown)
    places: list[int] = []
    cursor = 0
    for word in _WORDS.findall(text):
        at = shown.find(word, cursor) if not word.isspace() else -1
        if at >= 0:
            places.extend(range(at, at + len(word)))
            cursor = at + len(word)
            continue
        for char in word:
            place, cursor = _next(char, shown, cursor)
            places.append(min(place, max(len(raw) - 1, 0)))
    places.append(len(raw))
    return tuple(places)


def _blank(match: re.Match[str]) -> str:
    return "\0" * len(match[0])


def _next(char: str, raw: str, cursor: int) -> tuple[int, int]:
    """Index in `raw` at or soon after `cursor` that shows `char`, and the index behind it."""
    at, last = cursor, cursor + _REACH
    while at < min(last, len(raw)):
        if blanked := _BLANKED.match(raw, at):
            at, last = blanked.end(), last + len(blanked[0])
            continue
        if raw[at] == char or (char in " \n" and raw[at] in " \n\t"):
            return at, at + 1
        if raw[at] == "&" and (entity := _ENTITY.match(raw, at)):
            if unescape(entity[0])[:1] == char:
                return at, entity.end()
            at = entity.end()
            continue
        at += 1
    return cursor, cursor
