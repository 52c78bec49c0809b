"""Journeys: the steps that people are led along, and the ways beside them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import islice

from readyroom.languages.matching import cell, words
from readyroom.meaning.personalization import EXPLAINING, SECTION, TEXT, answers, explains
from readyroom.meaning.placeholders import is_blank
from readyroom.model.brief import Block, BlockKind, Brief, Item, ItemKind
from readyroom.model.text import Passage

_ARROW = re.compile(r"\s*(?:[-=–—]+>|[→⇒➜])\s*")
_HEAD = 30
_COUNTED = re.compile(r"\W{0,2}(?:[1-9](?!\d)|\d{1,2}(?=\s*[:：.)–-]))")
_NUMBERED = re.compile(r"\s*(?:\d+[.)]|[-*+]\s+第)")
_MARK_WORDS = 2
_MOST_ARROWS = 50


def steps(brief: Brief) -> tuple[Item, ...]:
    """The rows of the journey, exceptions left out."""
    return tuple(row for row in _rows(brief) if not is_exception(row, brief.language))


def exceptions(brief: Brief) -> tuple[Item, ...]:
    """The rows of the journey for those who do not take the usual way."""
    return tuple(row for row in _rows(brief) if is_exception(row, brief.language))


def is_exception(row: Item, code: str) -> bool:
    """Whether a row of the journey is marked as an exception."""
    name = row.cell("step")
    head = " ".join(name.text.split()[:_MARK_WORDS]) if name else ""
    return cell("step", head, code) == "exception"


def _rows(brief: Brief) -> Iterator[Item]:
    for row in brief.items(SECTION):
        columns = row.cells.keys()
        timed = "trigger" in columns and "segment" not in columns
        is_step = timed or columns & {"step", "noreaction"}
        if is_step and not is_blank(row.text, brief.language):
            yield row


def sequence(brief: Brief) -> tuple[Passage, ...]:
    """The steps of a journey: rows, else list items that count ("mail 2: …", "2. reminder"), else
    what stands between arrows, here or among the tactics."""
    if rows := steps(brief):
        return tuple(row.passage for row in rows)
    listed = [item.passage for item in brief.items(SECTION) if _is_step(item, brief)]
    if len(listed) > 1:
        return tuple(listed)
    names = words("step_name", brief.language)
    for block in (*brief.blocks(SECTION), *brief.blocks("tactics")):
        parts = [part for part in _parts(block.passage) if part.text[:_HEAD] in names]
        if len(parts) > 1 and block.kind in (*TEXT, BlockKind.CELL):
            return tuple(parts)
    return ()


def _is_step(item: Item, brief: Brief) -> bool:
    """A list item that names a message and its turn; "email: evenings" names a channel."""
    code, head = brief.language, item.text[:_HEAD]
    if item.kind is not ItemKind.LIST or _ARROW.search(item.text) or explains(item.text, code):
        return False
    ends = [end for _, end in words("step_name", code).find(head)]
    line = brief.source.lines[brief.source.position(item.span.start).line - 1]
    return bool(ends) and (
        any(_COUNTED.match(head, end) for end in ends)
        or bool(_NUMBERED.match(line))
        or head in words("turn", code)
    )


def _parts(text: Passage) -> Iterator[Passage]:
    start = 0
    for arrow in islice(_ARROW.finditer(text.text), _MOST_ARROWS):
        yield text.part(start, arrow.start())
        start = arrow.end()
    if start:
        yield text.part(start)


def other_lines(brief: Brief) -> Iterator[Passage]:
    """Lines of the section that are neither steps nor say who does what."""
    told = (passage for label in EXPLAINING for passage in answers(brief, label))
    taken = sorted(passage.span().start for passage in (*told, *sequence(brief)))
    for block in brief.blocks(SECTION):
        if block.kind in TEXT and block.passage and not _holds(block, taken):
            yield block.passage


def _holds(block: Block, places: list[int]) -> bool:
    """Whether one of these places, which come in order, lies in a block."""
    span = block.passage.span()
    return bisect_left(places, span.start) < bisect_left(places, span.end)


def ways_on(brief: Brief) -> bool:
    """Whether the journey says what happens to those who do not react as hoped."""
    cases = words("exception_case", brief.language)
    triggers = (row.cells["trigger"].text for row in steps(brief) if "trigger" in row.cells)
    told = (text in cases for text in (*triggers, *_beside_steps(brief)))
    return bool(_told_exceptions(brief) or _without_reaction(brief)) or any(told)


def ways_out(brief: Brief) -> bool:
    """Whether the journey says when somebody leaves it or moves to another segment."""
    told = (*_told_exceptions(brief), *_without_reaction(brief), *_beside_steps(brief))
    return any(text in words("moves_on", brief.language) for text in told)


def _told_exceptions(brief: Brief) -> list[str]:
    """Exception rows that hold more than their name."""
    return [
        row.text
        for row in exceptions(brief)
        if any(
            not is_blank(found.text, brief.language)
            for column, found in row.cells.items()
            if column != "step"
        )
    ]


def _without_reaction(brief: Brief) -> list[str]:
    """What the steps say happens without a reaction."""
    found = (row.cell("noreaction") for row in steps(brief))
    return [text.text for text in found if text and not is_blank(text.text, brief.language)]


def _beside_steps(brief: Brief) -> Iterator[str]:
    """The text of the section outside its tables; where the steps stand in text, theirs too."""
    yield from (passage.text for passage in other_lines(brief))
    if steps(brief):
        return
    places = sorted(passage.span().start for passage in sequence(brief))
    for block in (*brief.blocks(SECTION), *brief.blocks("tactics")):
        if _holds(block, places):
            yield block.passage.text
