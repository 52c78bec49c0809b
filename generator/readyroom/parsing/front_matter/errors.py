"""YAML errors in plain words: what is wrong with the line and what to write instead."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from readyroom.model.brief import Problem
from readyroom.model.message import NOTHING, Message, msg
from readyroom.model.text import Span

MAX_DEPTH = 20
MAX_EVENTS = 20_000

# What is wrong, what to do, and perhaps a line that would be fine.
Fault = tuple[Message, ...]

# A line that is fine.
TITLE = msg("title: Spring intake")

_ENTRY = re.compile(r"(?:-[ \t]++)*+(?P<key>[^:#]+):[ \t]++(?P<value>\S.*)")
_COMMENT = re.compile(r"[ \t]#.*")
# What the parser was reading (both parsers name it alike) when the beginning says more than the
# place where it gave up.
_TELLING_STARTS = ("simple key", "block scalar", "alias", "anchor", "tag")
_LONGEST = 40


class Stop(StrEnum):
    """Why reading stopped."""

    SYNTAX = "syntax"
    QUOTE = "quote"
    BRACKET = "bracket"
    ESCAPE = "escape"
    TAG = "tag"
    TAB = "tab"
    LIST = "list"
    DOCUMENTS = "documents"
    DEPTH = "depth"
    EVENTS = "events"


@dataclass(frozen=True, slots=True)
class Failure:
    """Why the parser stopped and the offset that a reader should look at."""

    stop: Stop
    at: int


def failure_of(error: Exception, start: int, behind: int, text: str) -> Failure:
    """What a PyYAML exception says about `text`, whose parsing began at `start`.

    An exception without a mark (both parsers raise more than YAMLError) is put at `behind`, where
    the last event ended.
    """
    mark = getattr(error, "problem_mark", None)
    begun = getattr(error, "context_mark", None)
    context = str(getattr(error, "context", None) or "")
    problem = str(getattr(error, "problem", None) or "")
    at = min(start + mark.index if mark else behind, len(text))
    opened = min(start + begun.index, len(text)) if begun else at
    if mark is None or "escape" in problem or "hexdecimal" in problem:
        return Failure(Stop.ESCAPE, max(text.rfind("\\", opened, at + 1), opened))
    if text[at : at + 1] == "\t":
        return Failure(Stop.TAB, at)
    if "quoted" in context:
        return Failure(Stop.QUOTE, opened)
    if "flow" in context and text[opened : opened + 1] in ("[", "{"):
        return Failure(Stop.BRACKET, opened)
    if "undefined tag" in problem or "tag" in context:
        return Failure(Stop.TAG, opened)
    if "document start" in problem and text[start : start + 1] == "%":
        return Failure(Stop.SYNTAX, start)
    return Failure(Stop.SYNTAX, opened if any(map(context.__contains__, _TELLING_STARTS)) else at)


def explain(failure: Failure, text: str) -> Problem:
    """The problem that a failure is for the writer of `text`."""
    at = min(failure.at, max(len(text) - 1, 0))
    start, end = line_bounds(text, at)
    span = Span(min(at, end), max(end, min(at + 1, len(text))))
    return problem(span, *(_FIXED.get(failure.stop) or _syntax(text[start:end], text[at : at + 1])))


def problem(span: Span, message: Message, help_: Message, example: Message = NOTHING) -> Problem:
    """A fault at its place."""
    return Problem(span, message, help_, example=example)


def line_bounds(text: str, at: int) -> tuple[int, int]:
    """Start and end (without line ending) of the line around an offset."""
    start = max(text.rfind("\n", 0, at), text.rfind("\r", 0, at)) + 1
    ends = [found for found in (text.find("\n", at), text.find("\r", at)) if found >= 0]
    return start, max(start, min(ends, default=len(text)))


def without_comment(line: str) -> str:
    """A line without a comment at its end and without blanks around it."""
    return _COMMENT.sub("", line).strip(" \t")


def shorten(written: str) -> str:
    """A value as it may stand in a message: one line, not too long."""
    one_line = " ".join(written.split())
    return one_line if len(one_line) <= _LONGEST else one_line[: _LONGEST - 1] + "…"


def _syntax(line: str, sign: str) -> Fault:
    entry = _ENTRY.fullmatch(without_comment(line))
    if entry is None:
        return _without_entry(line)
    key, value = shorten(entry["key"].strip()), entry["value"]
    quoted = (
        msg("Put the value in double quotes."),
        msg('{key}: "{value}"', key=key, value=shorten(value)),
    )
    if sign in ("@", "`", "%") or value[0] in "&*|>?,}]-!":
        return (
            msg(
                "A value of `{key}` begins with {sign}, which has a meaning of its own here.",
                key=key,
                sign=sign if sign in ("@", "`", "%") else value[0],
            ),
            *(quoted if value[0] not in "[{" else quoted[:1]),
        )
    if value[0] in "\"'":
        return (
            msg("Text follows the closing quote of `{key}`.", key=key),
            msg("Put the whole value in one pair of quotes; use the other kind inside."),
        )
    if value[0] in "[{" and value[-1] not in "]}":
        return msg("Text follows the closing bracket of `{key}`.", key=key), *quoted
    if ": " in value or value.endswith(":") or ":\t" in value:
        return msg("The value of `{key}` holds a second colon.", key=key), *quoted
    return _MISFIT


def _without_entry(line: str) -> Fault:
    key, colon, value = line.strip().partition(":")
    if colon and value and re.fullmatch(r"[\w-]+", key):
        return (
            msg("A space is missing behind the colon of `{key}`.", key=shorten(key)),
            msg("Put a space behind the colon."),
            msg("{key}: {value}", key=shorten(key), value=shorten(value)),
        )
    if "：" in line:
        return (
            msg("This line has a full-width colon (：)."),
            msg("Write a plain colon and a space behind it."),
            TITLE,
        )
    if colon:
        return _MISFIT
    return (
        msg("This line has no key."),
        msg("Write a key, a colon and a value."),
        TITLE,
    )


def tag_fault() -> Fault:
    """What is said about a tag such as `!!int` or `!Ref`."""
    return (
        msg("Tags are not allowed: a value cannot begin with an exclamation mark."),
        msg("Leave the tag out; if the exclamation mark is text, put the value in double quotes."),
    )


_MISFIT: Fault = (
    msg("This line does not fit the lines around it."),
    msg("Indent it like its neighbours: keys of one level begin in the same column."),
)
_FIXED: dict[Stop, Fault] = {
    Stop.QUOTE: (
        msg("The quote that begins here is never closed."),
        msg("Add the same quote at the end of the value, or leave out both."),
    ),
    Stop.BRACKET: (
        msg("The list or group that begins here is not closed, or a comma is missing in it."),
        msg("Close it with the same kind of bracket, and put commas between its parts."),
        msg("tags: [volunteers, intake]"),
    ),
    Stop.ESCAPE: (
        msg("A backslash has a meaning of its own between double quotes."),
        msg("Use single quotes around the value, or write two backslashes."),
    ),
    Stop.TAG: tag_fault(),
    Stop.TAB: (
        msg("This line is indented with a tab."),
        msg("Use spaces: two for each level."),
    ),
    Stop.LIST: (
        msg("The front matter is a list; it must be keys with values."),
        msg("Write one key a line, with a colon and a value behind it."),
        TITLE,
    ),
    Stop.DOCUMENTS: (
        msg("A second block of keys begins here."),
        msg("Keep one block of keys between the two lines with `---`."),
    ),
    Stop.DEPTH: (
        msg("Lists and groups are nested deeper than {limit} levels.", limit=MAX_DEPTH),
        msg("Use at most three levels; put text that begins with a bracket in double quotes."),
    ),
    Stop.EVENTS: (
        msg("The front matter holds more than {limit} values.", limit=MAX_EVENTS // 2),
        msg("Keep only the keys of a brief and move the rest below the second line with `---`."),
    ),
}
