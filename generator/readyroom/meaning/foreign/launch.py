"""The day on which somebody else's plan starts.

A reader accepts any day of the work itself: a launch, an event, a row of the timetable. The day
on which the text was written, or a meeting was held, and a day of the past are none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from readyroom.languages.matching import words
from readyroom.meaning.foreign.texts import blocks, pairs
from readyroom.meaning.lengths import word_count
from readyroom.model.brief import Block, BlockKind, Brief
from readyroom.model.references import LABEL_LEVEL
from readyroom.model.text import Passage
from readyroom.model.values import DateKind, DateMention

_ISO = re.compile(r"(?<!\d)\d{4}-\d\d-\d\d(?!\d)")
_DAY = re.compile(r"\d{4}[-/.]\d\d?[-/.]\d\d?")
_STARTS = ("launch", "launch_date", "start", "start_date", "starts", "begin", "date_start")
_OF_THE_TEXT = ("document_date", "plan_document_created", "plan_meeting", "plan_past_fact")
_BEFORE = 24
_SHORT_TITLE = 3
_LONGEST_WINDOW = 27


def days(brief: Brief) -> Iterator[Passage]:
    """The days that are neither its own date nor long past when it was written."""
    for name in _STARTS:
        node = brief.front.get(name)
        if node and _DAY.match(node.text):
            yield Passage(node.text, node.text, (node.span.start,))
    written = max(_written_on(brief), default=date.min)
    own = "plan_date_label" if _is_dated(brief) else "document_date"
    rows: list[Passage] = []
    for block in _all(brief):
        found = [day for day in block.passage.dates if _counts(block, day, brief, written, own)]
        yield from _in_code(block)
        if found and block.kind is not BlockKind.CODE:
            first = block.passage.part(found[0].start, found[0].end)
            if _is_sure(block, found, brief.language):
                yield first
            elif block.kind is BlockKind.CELL:
                rows.append(first)
    if len(rows) > 1:
        yield rows[0]


def _is_dated(brief: Brief) -> bool:
    """Whether "Date:" is the day of the text or the meeting, and not of an event with a place."""
    code = brief.language
    labels = [label for label, _ in pairs(brief)] + [s.heading.text for s in brief.sections]

    def has(name: str) -> bool:
        return any(words(name, code).is_all_of(label) for label in labels)

    return (has("plan_attendees") or has("plan_document_label")) and not has("plan_place_label")


def _all(brief: Brief) -> Iterator[Block]:
    meeting = words("plan_meeting", brief.language)
    history = words("plan_document_label", brief.language)
    if brief.heading:
        yield Block(BlockKind.HEADING, brief.heading)
    for section in brief.sections:
        title = section.heading.text
        if word_count(title) <= _SHORT_TITLE and (title in meeting or title in history):
            continue  # "Next meeting", "Version history"
        if section.level == LABEL_LEVEL:
            continue  # its text stands in another section as well
        yield Block(BlockKind.HEADING, section.heading)
        yield from section.blocks


def _written_on(brief: Brief) -> Iterator[date]:
    """The days that are said to be those on which the text was first written."""
    for block in blocks(brief):
        for found in block.passage.dates:
            if found.first and _before(block, found) in words(
                "plan_document_created", brief.language
            ):
                yield found.first


def _in_code(block: Block) -> Iterator[Passage]:
    """The days of a chart that is drawn in code."""
    found = _ISO.finditer(block.passage.text) if block.kind is BlockKind.CODE else ()
    days = [match.span() for match in found]
    if len(days) > 1:
        yield block.passage.part(*days[0])


def _is_sure(block: Block, found: list[DateMention], code: str) -> bool:
    """Whether they are days of the work: one has a year, or is a launch, or there are several.

    A single day and month may be anything, but two rows of a table are a timetable.
    """
    return (
        len(found) > 1
        or not found[0].assumed_year
        or _before(block, found[0]) in words("launch_day", code)
    )


def _counts(block: Block, found: DateMention, brief: Brief, written: date, own: str) -> bool:
    code, before = brief.language, _before(block, found)
    if block.kind is BlockKind.HEADING and block.passage.text in words("plan_meeting", code):
        return False
    return (
        (found.kind is DateKind.DAY or _is_window(found))
        and (found.first is None or found.first >= written)
        and not words(own, code).is_all_of(before)
        and not any(before in words(name, code) for name in _OF_THE_TEXT)
    )


def _is_window(found: DateMention) -> bool:
    """ "4 to 9 October 2026" is one, "October 2026" is not."""
    if found.kind is not DateKind.PERIOD or not found.first or not found.last:
        return False
    return (found.last - found.first).days < _LONGEST_WINDOW


def _before(block: Block, found: DateMention) -> str:
    """The words in front of a date on its line."""
    return block.passage.text[max(0, found.start - _BEFORE) : found.start].split("\n")[-1]
