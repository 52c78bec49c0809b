"""Notes on what surrounds a campaign: rivals, the season, the rules, and when somebody looked."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from readyroom.languages.matching import words
from readyroom.model.brief import BlockKind, Brief, Section
from readyroom.model.text import Passage, Span

TOPICS = ("competitors", "season", "rules")
_LISTS = {"competitors": "rivals_note", "season": "season_note", "rules": "rules_note"}
_LABEL = re.compile(r"^[ \t]*[^:：\n|]{1,60}[:：](?!//)", re.MULTILINE)
# The heading of Why itself says nothing about one topic.
_WHOLE = 2
_SAMPLES = (BlockKind.CODE, BlockKind.QUOTE, BlockKind.CELL)


@dataclass(frozen=True, slots=True)
class Note:
    """A note on one topic: its place, and the last day up to today that it names."""

    topic: str
    span: Span
    day: date | None


@dataclass(frozen=True, slots=True)
class _Above:
    """What a small heading or an opening line says of the lines below it."""

    topics: tuple[str, ...] = ()
    is_context: bool = False
    day: date | None = None


def context_notes(brief: Brief, today: date) -> Iterator[Note]:
    """The notes of Why, Risks and sections of no known kind.

    A note has its topic as a label ("Competitors: …") or as a heading. Behind a word such as
    "context" or "checked on", any dated sentence about a topic is one. Without a day it counts in
    Why only: a risk may be called "rivals" as well.
    """
    for section in brief.sections:
        if not section.keys or {"why", "risks"} & set(section.keys):
            for note in _in_section(brief, section, today):
                if note.day or "why" in section.keys:
                    yield note


def _in_section(brief: Brief, section: Section, today: date) -> Iterator[Note]:
    code = brief.language
    is_part = not section.keys or section.level > _WHOLE
    above = _opening(section.heading, code, today) if is_part else _Above()
    for block in section.blocks:
        if block.kind in _SAMPLES:
            continue
        text = block.passage
        if block.kind is BlockKind.HEADING or text.text.rstrip().endswith((":", "：")):
            above = _opening(text, code, today)
            yield from (Note(topic, text.span(), above.day) for topic in above.topics)
            continue
        for part in _parts(text):
            yield from _in_part(part, above, code, today)


def _in_part(part: Passage, above: _Above, code: str, today: date) -> Iterator[Note]:
    label = _LABEL.match(part.text)
    day = _day(part, today) or above.day
    named = _topics(label[0], code) if label else ()
    is_context = above.is_context or part.text in words("context_note", code)
    if not named and is_context and day:
        named = _topics(part.text, code)
    for topic in named or above.topics:
        yield Note(topic, part.span(0, label.end() - 1) if label else part.span(), day)


def _opening(text: Passage, code: str, today: date) -> _Above:
    said = text.text
    return _Above(_topics(said, code), said in words("context_note", code), _day(text, today))


def _topics(text: str, code: str) -> tuple[str, ...]:
    return tuple(topic for topic in TOPICS if text in words(_LISTS[topic], code))


def _day(text: Passage, today: date) -> date | None:
    """The last day that has come already: somebody cannot have looked on a later one."""
    return max(
        (
            min(mention.last, today)
            for mention in text.dates
            if mention.first and mention.last and mention.first <= today
        ),
        default=None,
    )


def _parts(text: Passage) -> Iterator[Passage]:
    """The lines of a paragraph, those without a label with the one before them."""
    starts = [match.start() for match in _LABEL.finditer(text.text)]
    for start, end in zip([0, *starts], [*starts, len(text.text)], strict=True):
        if text.text[start:end].strip():
            yield text.part(start, end)
