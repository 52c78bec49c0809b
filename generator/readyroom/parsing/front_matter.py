"""The front matter: finds the block between the two `---` lines and reads it, whatever stands in
it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from readyroom.model.brief import FrontMatter, Problem
from readyroom.model.message import msg
from readyroom.model.text import Source, Span
from readyroom.parsing.front_matter_entries import MAX_CHARACTERS, read_entries

MAX_BYTES = MAX_CHARACTERS

_EOL = r"(?:\r\n|[\n\r]|\Z)"
_KEY = r"[A-Za-z_][\w-]*:(?=[ \t\n\r]|\Z)"
_OPEN = re.compile(rf"(---)[ \t]*+{_EOL}")
# Anything that is meant to be `---`: hidden characters or blank lines before it, a wrong number of
# hyphens, dashes that a word processor made of them. A key must follow, or it is a rule or text.
_ALMOST_OPEN = re.compile(
    rf"[\ufeff\u200b\u2060]*+(?:[ \t]*+(?:\r\n|[\n\r]))*+[ \t]*+(-{{2,}}+|[–—]++-*+)[ \t]*+"
    rf"(?:\r\n|[\n\r])(?={_KEY})"
)
_CLOSE = re.compile(rf"(?<=[\n\r])(?:---|\.\.\.)[ \t]*+{_EOL}")
_ALMOST_CLOSE = re.compile(rf"[ \t]*+([-–—]++)[ \t]*+{_EOL}")
_FIRST_KEY = re.compile(_KEY)
_KEY_LINES = re.compile(rf"(?:(?:[^\W\d][\w .-]*+:(?=[ \t\n\r]|\Z)|[ \t]++\S|-[ \t])[^\n\r]*+{_EOL})++")
_SECOND_BLOCK = re.compile(
    rf"[a-z_][\w-]*+:(?=[ \t\n\r])[^\n\r]*+(?:\r\n|[\n\r])"
    rf"(?:(?:[a-z_][\w-]*+:(?=[ \t\n\r])|[ \t]++\S|-[ \t])[^\n\r]*+(?:\r\n|[\n\r]))*+---[ \t]*+{_EOL}"
)


@dataclass(frozen=True, slots=True)
class Block:
    """Where the front matter stands: `start` to `end` are its keys, `body` is the offset of what
    follows."""

    start: int
    end: int
    body: int
    problems: tuple[Problem, ...] = ()


def read_front_matter(source: Source) -> tuple[FrontMatter, int]:
    """The front matter of a file and the line (from 1) on which the body begins.

    That line is one past the last one where nothing follows. Never raises: what cannot be read is
    a problem with its place, and every key that could be read is in `entries`.
    """
    text = source.text
    block = find_block(text)
    if block is None:
        return FrontMatter(False, Span(0, 0)), 1
    entries, problems = read_entries(text, block.start, block.end)
    found = (*block.problems, *_size_problem(text, block), *problems)
    front = FrontMatter(True, Span(block.start, block.end), entries, found)
    return front, _line_at(text, block.body)


def find_block(text: str) -> Block | None:
    """The front matter's place, None where the text begins with something else.

    An opening line that is never followed by a closing one still opens a block if a key stands
    right below it; the block then ends with the last line that looks like a key.
    """
    problems: tuple[Problem, ...] = ()
    opening = _OPEN.match(text)
    if opening is None:
        if text[:1] not in "-–— \t\n\r\ufeff\u200b\u2060" or not text:
            return None
        opening = _ALMOST_OPEN.match(text)
        if opening is None:
            return None
        problems = (_not_three_hyphens(Span(*opening.span(1))),)
    start = opening.end()
    close = _CLOSE.search(text, start)
    if close is None:
        return _unclosed(text, Span(*opening.span(1)), start, problems)
    if not _FIRST_KEY.match(text, start) and _is_ruled_off(text, start, close.start()):
        return None
    return Block(start, close.start(), close.end(), (*problems, *_second_block(text, close.end())))


def _is_ruled_off(text: str, start: int, end: int) -> bool:
    """Whether the two `---` are horizontal rules around text: a blank line and no key between."""
    block = text[start:end]
    return block[:1] in ("\n", "\r") and bool(block.strip()) and not any(
        _FIRST_KEY.match(line) for line in block.splitlines()
    )


def _unclosed(
    text: str, mark: Span, start: int, problems: tuple[Problem, ...]
) -> Block | None:
    if not _FIRST_KEY.match(text, start):
        return None
    keys = _KEY_LINES.match(text, start)
    end = keys.end() if keys else start
    almost = _ALMOST_CLOSE.match(text, end) if end < len(text) else None
    if almost:
        help_ = msg(
            "Line {line} reads {written}; make it exactly three hyphens: ---",
            line=_line_at(text, end),
            written=almost[1],
        )
    else:
        help_ = msg(
            "Add a line with exactly three hyphens (---) behind the last key, line {line}.",
            line=_line_at(text, end) - 1,
        )
    missing = Problem(
        mark,
        msg("The front matter is never closed: the second line with --- is missing."),
        help_,
    )
    return Block(start, end, almost.end() if almost else end, (*problems, missing))


def _second_block(text: str, body: int) -> tuple[Problem, ...]:
    second = _SECOND_BLOCK.match(text, body)
    if second is None:
        return ()
    place = Span(body, second.end())
    return (
        Problem(
            place,
            msg("A second block of keys follows the front matter; it counts as text."),
            msg(
                "Move its keys into the first block and delete the line with --- on line {line}.",
                line=_line_at(text, body) - 1,
            ),
        ),
    )


def _not_three_hyphens(span: Span) -> Problem:
    return Problem(
        span,
        msg("The front matter does not begin with --- on line 1."),
        msg("Make exactly three hyphens (---) the first line, with nothing before them."),
    )


def _size_problem(text: str, block: Block) -> tuple[Problem, ...]:
    size = block.end - block.start
    if size * 4 <= MAX_BYTES:
        return ()
    if len(text[block.start : block.end].encode("utf-8", "surrogatepass")) <= MAX_BYTES:
        return ()
    return (
        Problem(
            Span(block.start, min(block.start + 1, block.end)),
            msg("The front matter is over {limit} KB.", limit=MAX_BYTES // 1024),
            msg("Keep the keys short and move long text below the second --- line."),
        ),
    )


def _line_at(text: str, offset: int) -> int:
    """The line (from 1) that begins at an offset; one past the last line at an end without
    newline."""
    head = text[:offset]
    line = head.count("\n") + 1
    if "\r" in head:
        line += head.count("\r") - head.count("\r\n")
    return line + (bool(head) and offset == len(text) and head[-1] not in "\n\r")
