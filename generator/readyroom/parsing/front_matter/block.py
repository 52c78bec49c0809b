"""Where the front matter begins and ends, also if somebody got the `---` lines wrong."""

from __future__ import annotations

import re
from dataclasses import dataclass

from readyroom.model.brief import Problem
from readyroom.model.message import msg
from readyroom.model.schema import KEYS
from readyroom.model.text import Span

_BREAK = r"(?:\r\n|[\n\r])"
_EOL = r"(?:\r\n|[\n\r]|\Z)"
_KEY = r"[A-Za-z_][\w-]*:(?=[ \t\n\r]|\Z)"
_KNOWN_KEY = rf"(?:{'|'.join(KEYS)}):(?=[ \t\n\r]|\Z)"
_BLANKS = rf"(?:[ \t]*+{_BREAK})++"
# Behind the beginning of a line that is no text of the body: a key, an indented line, a list item.
_BELONGS = r":(?=[ \t\n\r]|\Z)|[ \t]++\S|-[ \t])"

_OPEN = re.compile(rf"(---)[ \t]*+{_EOL}")
# Anything that is meant to be `---`: hidden characters or blank lines before it, a wrong number of
# hyphens, dashes that a word processor made of them. A key must follow, or it is a rule or text.
_ALMOST_OPEN = re.compile(
    rf"[\ufeff\u200b\u2060]*+(?:{_BLANKS})?+[ \t]*+(-{{2,}}+|[–—]++-*+)[ \t]*+{_BREAK}(?={_KEY})"
)
_CLOSE = re.compile(rf"[\n\r](?:---|\.\.\.)[ \t]*+{_EOL}")
_ALMOST_CLOSE = re.compile(rf"[ \t]*+([-–—]++)[ \t]*+{_EOL}")
_FIRST_KEY = re.compile(_KEY)
_KEY_LINES = re.compile(
    rf"(?:(?:[^\W\d][\w .-]*+{_BELONGS}[^\n\r]*+{_EOL}|{_BLANKS}(?={_KNOWN_KEY}))++"
)
# A blank line and then a heading, or a line (behind comments) that cannot belong to the keys.
_TEXT = re.compile(
    rf"(?:\n|\r(?!\n))[ \t]*+{_BREAK}(?:{_BLANKS})?+"
    rf"(?:##|(?:#[^\n\r]*+{_BREAK}(?:{_BLANKS})?+)*+(?![\"'#]|\Z|[^\W\d][\w .-]*+{_BELONGS})"
)
_SECOND_BLOCK = re.compile(
    rf"(?=[a-z_])(?:(?:[a-z_][\w-]*+{_BELONGS}[^\n\r]*+{_BREAK})++---[ \t]*+{_EOL}"
)


@dataclass(frozen=True, slots=True)
class Block:
    """Where the front matter stands: `start` to `end` are its keys, `body` is the offset of what
    follows."""

    start: int
    end: int
    body: int
    problems: tuple[Problem, ...] = ()


def find_block(text: str) -> Block | None:
    """The front matter's place, None where the text begins with something else.

    An opening line that is never followed by a closing one still opens a block if a key stands
    right below it; the block then ends with the last line that looks like a key.
    """
    problems: tuple[Problem, ...] = ()
    opening = _OPEN.match(text)
    if opening is None:
        opening = _ALMOST_OPEN.match(text)
        if opening is None:
            return None
        problems = (_not_three_hyphens(Span(*opening.span(1))),)
    start = opening.end()
    close = _CLOSE.search(text, start - 1)
    has_key = _FIRST_KEY.match(text, start) is not None
    if close is None or (has_key and _TEXT.search(text, start, close.start() + 1)):
        return _unclosed(text, Span(*opening.span(1)), start, problems) if has_key else None
    end, body = close.start() + 1, close.end()
    if not has_key and _is_ruled_off(text[start:end]):
        return None
    return Block(start, end, body, (*problems, *_second_block(text, body)))


def line_at(text: str, offset: int) -> int:
    """The line (from 1) that begins at an offset; one past the last line at an end without
    newline."""
    head = text[:offset]
    line = head.count("\n") + 1
    if "\r" in head:
        line += head.count("\r") - head.count("\r\n")
    return line + (bool(head) and offset == len(text) and head[-1] not in "\n\r")


def _is_ruled_off(block: str) -> bool:
    """Whether the two `---` are horizontal rules around text: a blank line and no key between."""
    is_text = block[:1] in ("\n", "\r") and block.strip() != ""
    return is_text and not any(map(_FIRST_KEY.match, block.splitlines()))


def _unclosed(text: str, mark: Span, start: int, problems: tuple[Problem, ...]) -> Block:
    keys = _KEY_LINES.match(text, start)
    end = keys.end() if keys else start
    almost = _ALMOST_CLOSE.match(text, end) if end < len(text) else None
    if almost:
        help_ = msg(
            "Line {line} reads {written}; make it exactly three hyphens: `---`.",
            line=line_at(text, end),
            written=almost[1],
        )
    else:
        help_ = msg(
            "Add a line with exactly three hyphens (`---`) behind the last key, line {line}.",
            line=line_at(text, end) - 1,
        )
    missing = Problem(
        mark,
        msg("The front matter is never closed: the second line with `---` is missing."),
        help_,
    )
    return Block(start, end, almost.end() if almost else end, (*problems, missing))


def _second_block(text: str, body: int) -> tuple[Problem, ...]:
    second = _SECOND_BLOCK.match(text, body)
    if second is None:
        return ()
    return (
        Problem(
            Span(body, second.end()),
            msg("A second block of keys follows the front matter; it counts as text."),
            msg(
                "Move its keys into the first block and delete the line with `---` on line {line}.",
                line=line_at(text, body) - 1,
            ),
        ),
    )


def _not_three_hyphens(span: Span) -> Problem:
    return Problem(
        span,
        msg("The front matter does not begin with `---` on line 1."),
        msg("Make exactly three hyphens (`---`) the first line, with nothing before them."),
    )
