"""How deep and how costly a Markdown text is to parse, told before it is parsed.

markdown-it drops text without a word below its nesting limit, and some shapes take it time that
grows with the square of the text. The costs here are upper bounds in microseconds, measured with
markdown-it-py 4.3 on shapes made to be slow; a long text written by people stays far below.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from markdown_it.rules_block.table import escapedSplit

MAX_COLUMNS = 200
MAX_CELLS = 100_000
MAX_COST = 1_300_000
_MAX_QUOTES = 50
_MAX_LISTS = 40
# The parser's limit is 100: a quote takes one level of it, a list with its item two.
_MAX_LEVELS = 98
# Cells that a row leaves out and the parser adds: one letter may stand for 200 cells.
_MAX_ADDED_CELLS = 2_000

_LINE, _PIPE, _EMPHASIS, _BRACKET, _ANGLE, _SIGN = 70, 28, 14, 25, 45, 4
_CONTAINER, _LAZY_LINE, _READ_AGAIN = 45, 20, 5
_TASK_TIMES_LINE, _COMMENT_TIMES_LINE, _COMMENT_TIMES_CHARACTER = 0.2, 0.11, 0.0006
_BRACKET_TIMES_SIGN = 2.5
_MOST_BRACKETS = 110
_SIGNS = "\n!#$%&*+-:<=>@[\\]^_`{}~"
_SIGN_CLASS = re.compile(f"[{re.escape(_SIGNS)}]")

_MARKER = r"[-+*](?=[ \t]|$)|\d{1,9}[.)](?=[ \t]|$)"
_PREFIX = re.compile(rf"(?:[ \t]*+(?:>|{_MARKER}))*+[ \t]*+")
_LIST_MARKER = re.compile(_MARKER)
_CONTAINERS = re.compile(rf">|{_MARKER}")
_QUOTE_OR_TWO = re.compile(rf"[ \t]*+(?:>|(?:{_MARKER})[ \t]*+(?:>|{_MARKER}))")
_BEGINNINGS = frozenset(" \t>-+*0123456789")
# A line beyond a nesting limit begins with more of these than that (a tab is four columns wide).
_MARKS, _FEWEST_MARKS = " \t>*+.)-0123456789", 13
_NEW_BLOCK = re.compile(r" {0,3}(?:[-+*] +\S|#{1,6} |`{3,}[^`]*$|~{3})")
_BRACKETS = re.compile(r"[\[\]]")
_PLAIN_TARGET = re.compile(r"\]\([^()\[\]<>\s\"'`\\]*+\)")
_DELIMITER_ROW = re.compile(r"[ \t>:|-]++")


class Limit(StrEnum):
    """What can be too much."""

    QUOTES = "quotes"
    LISTS = "lists"
    LEVELS = "levels"
    COLUMNS = "columns"
    CELLS = "cells"
    ADDED_CELLS = "added cells"
    BRACKETS = "brackets"
    COST = "cost"


@dataclass(frozen=True, slots=True)
class Excess:
    """A limit that is exceeded, the line (from 0) to look at and the highest value allowed."""

    limit: Limit
    line: int
    highest: int = 0


def excesses(lines: Sequence[str]) -> list[Excess]:
    """The limits that the lines of a body exceed, each once, where that begins."""
    text = "\n".join(lines)
    nesting = list(_nesting(lines))
    if len(nesting) > 1:
        nesting = [excess for excess in nesting if excess.limit is not Limit.LEVELS]
    found = [*nesting, *_tables(text, lines)]
    return found or list(_costs(text, lines))


def _nesting(lines: Sequence[str]) -> Iterator[Excess]:
    if not any(
        line[:1] in _BEGINNINGS
        and len(line) > _FEWEST_MARKS
        and not line[:_FEWEST_MARKS].strip(_MARKS)
        for line in lines
    ):
        return
    highest = {Limit.QUOTES: _MAX_QUOTES, Limit.LISTS: _MAX_LISTS, Limit.LEVELS: _MAX_LEVELS}
    columns: list[int] = []
    for number, line in enumerate(lines):
        if line[:1] not in _BEGINNINGS:
            continue
        marks = _prefix(line).expandtabs(4)
        markers = list(_LIST_MARKER.finditer(marks))
        for marker in markers:
            while columns and columns[-1] > marker.start():
                columns.pop()
            columns.append(marker.end() + 1)
        quotes, lists = marks.count(">"), len(columns) if markers else 0
        depths = {Limit.QUOTES: quotes, Limit.LISTS: lists, Limit.LEVELS: quotes + 2 * lists}
        for limit in [limit for limit in highest if depths[limit] > highest[limit]]:
            yield Excess(limit, number, highest.pop(limit))


def _tables(text: str, lines: Sequence[str]) -> Iterator[Excess]:
    """Counts every run below a delimiter row as a table, so at least what the parser counts."""
    columns = cells = added = 0
    for number, line in enumerate(lines) if "|" in text else ():
        if _is_delimiter_row(line):
            columns = _cells(line)
            if columns > MAX_COLUMNS:
                yield Excess(Limit.COLUMNS, max(0, number - 1), MAX_COLUMNS)
                return
        elif columns:
            columns *= bool(line.strip(" \t>"))
            added += max(0, columns - _cells(line))
        cells += columns
        if cells > MAX_CELLS or added > _MAX_ADDED_CELLS:
            limit = Limit.CELLS if cells > MAX_CELLS else Limit.ADDED_CELLS
            yield Excess(limit, number, MAX_CELLS)
            return


def _is_delimiter_row(line: str) -> bool:
    return "|" in line and "-" in line and _DELIMITER_ROW.fullmatch(line) is not None


def _cells(row: str) -> int:
    return row.strip(" \t>").removeprefix("|").removesuffix("|").count("|") + 1


def _costs(text: str, lines: Sequence[str]) -> Iterator[Excess]:
    brackets, angles, pipes = text.count("["), text.count("<"), text.count("|")
    used = sum(map(bool, lines))
    tasks = text.count("[ ]") + text.count("[x]") + text.count("[X]") if brackets else 0
    comments = text.count("<!--") if angles else 0
    cost = (
        _LINE * used + _PIPE * pipes + _BRACKET * brackets + _ANGLE * angles
        + tasks * used * _TASK_TIMES_LINE
        + comments * (used * _COMMENT_TIMES_LINE + len(text) * _COMMENT_TIMES_CHARACTER)
    )  # fmt: skip
    if any(line[:1] in _BEGINNINGS and _QUOTE_OR_TWO.match(line) for line in lines):
        cost += _container_cost(lines)
    again = _BRACKET_TIMES_SIGN * min(brackets, _MOST_BRACKETS)
    if cost + len(text) * (_EMPHASIS + _SIGN + again) <= MAX_COST:
        return
    signs = sum(map(text.count, _SIGNS))
    cost += _EMPHASIS * sum(map(text.count, "*_~")) + _SIGN * signs
    if cost < MAX_COST < cost + signs * again:
        bracket_cost, worst = _bracket_cost(lines)
        if bracket_cost > MAX_COST / 2:
            yield Excess(Limit.BRACKETS, worst)
        elif cost + bracket_cost > MAX_COST:
            yield Excess(Limit.COST, 0)
    elif cost > MAX_COST:
        yield Excess(Limit.COST, 0)


def _container_cost(lines: Sequence[str]) -> float:
    """What quotes and lists in each other cost.

    A paragraph may go on in its quotes without marks. So each quote is read to the next empty line,
    and the lines behind its end again by the next quote.
    """
    cost = quotes = starts = 0
    was_quote = False
    for line in lines:
        marks = _prefix(line) if not line or line[0] in _BEGINNINGS else ""
        if not line.strip(" \t"):
            quotes = starts = 0
        is_quote = ">" in marks
        starts += is_quote and not was_quote
        was_quote = is_quote
        quotes = max(quotes, marks.count(">"))
        cost += _CONTAINER * max(0, len(_CONTAINERS.findall(marks)) - 1)
        cost += quotes * (_LAZY_LINE + _READ_AGAIN * starts)
        if cost > MAX_COST:
            break
    return cost


def _bracket_cost(lines: Sequence[str]) -> tuple[float, int]:
    """What square brackets cost, and the line of the costliest block.

    The parser reads a block again for each bracket that stays open, down to its nesting limit.
    """
    cost = highest = 0.0
    worst = begin = 0
    block: list[str] = []
    in_table = False
    for number, line in enumerate([*lines, ""]):
        row = in_table and line.startswith("|")
        in_table = row or _is_table(line, lines[number + 1 : number + 2])
        if in_table or not line.strip(" \t") or _NEW_BLOCK.match(line):
            own = _block_cost("\n".join(block))
            cost += own
            if own > highest:
                highest, worst = own, begin
            begin, block = number + (not line.strip(" \t")), []
        block.append(line)
    return cost, worst


def _block_cost(block: str) -> float:
    return (
        _BRACKET_TIMES_SIGN
        * min(_open_brackets(block), _MOST_BRACKETS)
        * len(_SIGN_CLASS.findall(block))
    )


def _open_brackets(block: str) -> int:
    """How many brackets can be open at a time, at most.

    A closing bracket in what may be code, a link's target or the like closes nothing.
    """
    if block.count("[") < 2:
        return block.count("[")
    hidden = [_between(block, "`", "`"), _between(block, "<", ">")]
    plain = _PLAIN_TARGET.sub(lambda match: "]" + " " * (len(match[0]) - 1), block)
    if "](" in plain:
        hidden.append(range(plain.index("](") + 1, len(block)))
    depth = deepest = 0
    for match in _BRACKETS.finditer(block):
        if match[0] == "[":
            depth += 1
            deepest = max(deepest, depth)
        elif block[match.start() - 1 : match.start()] != "\\":
            depth -= depth > 0 and not any(match.start() in part for part in hidden)
    return deepest


def _between(block: str, first: str, last: str) -> range:
    start = block.find(first)
    return range(start, block.rfind(last)) if start >= 0 else range(0)


def _is_table(header: str, following: Sequence[str]) -> bool:
    """Whether a table begins here for certain; its cells are blocks of their own."""
    if not header.startswith("|") or not following or not _is_delimiter_row(following[0]):
        return False
    if following[0][:1] != "|":
        return False
    cells = escapedSplit(header.strip())[1:]
    return len(cells) - (cells[-1:] == [""]) == _cells(following[0])


def _prefix(line: str) -> str:
    match = _PREFIX.match(line)
    return match[0] if match else ""
