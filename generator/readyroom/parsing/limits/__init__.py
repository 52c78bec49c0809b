"""What is wrong with a body before it is parsed: too large, too complex, invisible characters,
fences that swallow the rest."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from readyroom.model.brief import Problem
from readyroom.model.message import Message, msg
from readyroom.model.status import Severity
from readyroom.model.text import Source, Span
from readyroom.parsing.characters import unwanted_characters
from readyroom.parsing.front_matter.block import find_block, line_at
from readyroom.parsing.limits.complexity import MAX_CELLS, MAX_COLUMNS, Excess, Limit, excesses
from readyroom.parsing.limits.unclosed import Unclosed, unclosed_comment, unclosed_fence

MAX_BYTES = 262_144
MAX_LINE = 100_000
# Several times the longest plan that was seen; the rules compare every goal with every metric.
MAX_LINES = 2_000

_MAX_HEADINGS = 5


@dataclass(frozen=True, slots=True)
class Limits:
    """The problems of a body in their order; with `fatal`, it must not be parsed."""

    problems: tuple[Problem, ...] = ()
    fatal: bool = False


def check_text(source: Source) -> Limits:
    """Look at the body of a file (what follows the front matter) in one linear pass.

    A body that is not `fatal` parses in about a second and a half at worst, and nothing of it is
    dropped for being nested too deep.
    """
    text = source.text
    refused = [*_size(text), *_long_line(text)]
    if refused:
        return Limits(tuple(refused), fatal=True)
    block = find_block(text)
    body = block.body if block else 0
    first = line_at(text, body) - 1 if body else 0
    lines = source.lines[first:]
    found = [_too_complex(source, first, excess) for excess in excesses(lines)]
    problems = [*found, *unwanted_characters(text, body, len(text))]
    if not found:
        problems += _swallowed(source, first, lines)
    return Limits(tuple(sorted(problems, key=lambda p: p.span)), fatal=bool(found))


def check_brief(source: Source) -> Limits:
    """The same for a brief, which must not be as long as a page may be."""
    found = check_text(source)
    if found.fatal or sum(map(bool, source.lines)) <= MAX_LINES:
        return found
    too_long = Problem(
        Span(0, 1),
        msg("The brief has more than {limit} lines.", limit=MAX_LINES),
        msg("Keep data and long lists in files of their own, and link to them."),
    )
    return Limits((too_long,), fatal=True)


def _size(text: str) -> Iterator[Problem]:
    if len(text) * 4 <= MAX_BYTES:
        return
    if len(text) > MAX_BYTES or len(text.encode("utf-8", "surrogatepass")) > MAX_BYTES:
        yield Problem(
            Span(0, 1),
            msg("The file is over {limit} KB.", limit=MAX_BYTES // 1024),
            msg("Split it; a brief that people read to the end has a few pages."),
        )


def _long_line(text: str) -> Iterator[Problem]:
    if len(text) <= MAX_LINE:
        return
    start = 0
    for line in text.replace("\r", "\n").split("\n"):
        if len(line) > MAX_LINE:
            yield Problem(
                Span(start, start + 1),
                msg("This line is too long: it has more than {limit} characters.", limit=MAX_LINE),
                msg("Break it into paragraphs, with an empty line between them."),
            )
            return
        start += len(line) + 1


def _swallowed(source: Source, first: int, lines: tuple[str, ...]) -> Iterator[Problem]:
    text = source.text
    if ("```" in text or "~~~" in text) and (fence := unclosed_fence(lines)):
        yield _unclosed(
            source,
            first,
            fence,
            msg("The code block that begins here is never closed."),
            msg("Add a line with the same mark behind the code."),
        )
    if "<!--" in text and (comment := unclosed_comment(lines)):
        yield _unclosed(
            source,
            first,
            comment,
            msg("The comment that begins here is never closed, so readers see it."),
            msg("Add `-->` where it ends."),
        )


def _unclosed(
    source: Source, first: int, found: Unclosed, message: Message, help_: Message
) -> Problem:
    start = source.line_starts[first + found.line]
    if found.headings:
        titles = ", ".join(title[:40] for title in found.headings[:_MAX_HEADINGS])
        message = msg("{what} It swallows these headings: {titles}.", what=message, titles=titles)
    span = Span(start + found.start, start + found.end)
    return Problem(span, message, help_, Severity.WARNING)


def _too_complex(source: Source, first: int, excess: Excess) -> Problem:
    span = source.line_span(first + excess.line + 1)
    return Problem(Span(span.start, max(span.end, span.start)), *_WORDING[excess.limit])


_FLATTER = msg("Use at most three levels; make a section of what lies deeper.")
_WORDING: dict[Limit, tuple[Message, Message]] = {
    Limit.QUOTES: (msg("Quotes are nested deeper than 50 levels."), _FLATTER),
    Limit.LISTS: (msg("Lists are nested deeper than 40 levels."), _FLATTER),
    Limit.LEVELS: (msg("Lists and quotes are nested too deep to be read."), _FLATTER),
    Limit.COLUMNS: (
        msg("The table is too large: it has more than {limit} columns.", limit=MAX_COLUMNS),
        msg("Turn it, so that columns become rows, or split it."),
    ),
    Limit.CELLS: (
        msg("The table is too large: it has more than {limit} cells.", limit=MAX_CELLS),
        msg("Keep the data in a spreadsheet and link it; show the rows that matter here."),
    ),
    Limit.ADDED_CELLS: (
        msg("The rows of this table have far fewer cells than its head."),
        msg("Give every row as many cells as the head has columns."),
    ),
    Limit.BRACKETS: (
        msg("This part is too complex: it has too many square brackets in one paragraph."),
        msg("Put empty lines between its parts, and a backslash before brackets that are text."),
    ),
    Limit.COST: (
        msg("The text is too complex to be read in time: too many lines, cells and signs."),
        msg("Split the brief, and keep data in files of their own that it links to."),
    ),
}
