"""Personalization as people write it down: the fields it uses and the lines that explain it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise, zip_longest

from readyroom.languages import language
from readyroom.languages.matching import WordList, fold
from readyroom.meaning.placeholders import is_blank
from readyroom.model.brief import BlockKind, Brief, Item, ItemKind, Section
from readyroom.model.text import Passage

SECTION = "personalization"
EXPLAINING = ("experience", "people", "process", "technology")
TEXT = (BlockKind.PARAGRAPH, BlockKind.ITEM)
_ANSWER = r"[ \t]*(?:\([^()\n]*\))?[ \t]*(?:[:：]|\.(?=\s)|\s[–—-](?=\s)|\|)[ \t]*"
_ANSWER_LATER = r"[^:：|.\n]{0,40}?(?:[:：]|\||\s[–—-]\s)[ \t]*"
_MERGE_TAG = re.compile(r"\{\{|\[\w|%\w+%")
_BETWEEN_CELLS = " | "
_ANY_LABEL = re.compile(r"\W*[^:：\n|]{1,40}[:：]")
_HEADS_OF_A_FIELD_TABLE = 2


def is_personalized(brief: Brief) -> bool:
    """Whether the front matter says so; where it says nothing, whether fields are listed."""
    if brief.front.get("personalization"):
        return brief.personalization != "none"
    return bool(field_rows(brief))


def is_written(brief: Brief) -> bool:
    """Whether the section exists and says something."""
    return any(
        not is_blank(block.passage.text, brief.language)
        for block in brief.blocks(SECTION)
        if block.kind not in (BlockKind.HEADING, BlockKind.CODE)
    )


def field_rows(brief: Brief) -> tuple[Item, ...]:
    """The rows that say which data about a person a text uses."""
    code = brief.language
    found, of_fields = [], dict[int, bool]()
    for row in brief.items(SECTION):
        if (name := row.cell("field")) is None:
            continue
        line = brief.source.position(row.span.start).line
        above = of_fields.get(line - 1)
        of_fields[line] = _is_field_table(brief, line) if above is None else above
        says = _MERGE_TAG.search(name.text) or not is_blank(name.text, code)
        told = any(_is_name(_first_cell(row), label, code) for label in EXPLAINING)
        if of_fields[line] and says and not told:
            found.append(row)
    return tuple(found)


def _is_field_table(brief: Brief, line: int) -> bool:
    """Whether the head above a table row names a field or two of its other columns; columns of a
    table with unknown heads are read by their place and mean little."""
    lines = brief.source.lines
    head = line - 1
    while head > 0 and "|" in lines[head - 1]:
        head -= 1
    everything, names = _heads(brief.language)
    return lines[head] in names or (
        sum(1 for _ in everything.find(lines[head])) >= _HEADS_OF_A_FIELD_TABLE
    )


@cache
def _heads(code: str) -> tuple[WordList, WordList]:
    """The names of all columns of a table of fields, and those of its first."""
    tables = [(found.columns[SECTION], found.spaced) for found in (language(code), language("en"))]
    pairs = [
        (column, name, spaced)
        for table, spaced in tables
        for column, names in table.items()
        for name in names
    ]
    return (
        WordList((name, spaced) for _, name, spaced in pairs),
        WordList((name, spaced) for column, name, spaced in pairs if column == "field"),
    )


def explains(text: str, code: str) -> bool:
    """Whether a line is the experience sentence or says who does what with which tool."""
    return any(_starts(label, code).match(text) for label in EXPLAINING)


def answers(brief: Brief, label: str) -> tuple[Passage, ...]:
    """What stands behind a label in this section: on its line and those that go on from it, in a
    table under or beside its name, under a small heading; else behind it anywhere in the brief."""
    start = _starts(label, brief.language)
    own = [
        passage
        for section in brief.sections_of(SECTION)
        for passage in (
            *(row.cells[label] for row in section.items if label in row.cells),
            *_in_rows(section, label, brief.language),
            *_in_text(section, start),
            *_under_heading(brief, section, label),
        )
    ]
    return tuple(own) or brief.labelled(label)


@cache
def _names(label: str, code: str) -> frozenset[str]:
    return frozenset(language(code).labels[label]) | frozenset(language("en").labels[label])


@cache
def _starts(label: str, code: str) -> re.Pattern[str]:
    """Matches a line up to where the answer begins; an experience may be "of the reader"."""
    names = sorted(_names(label, code), key=lambda name: (-len(name), name))
    either = "|".join(map(re.escape, names))
    exact = rf"\W*(?:{either}){_ANSWER}"
    longer = rf"[^:：|.\n]{{0,40}}?(?:{either}){_ANSWER_LATER}"
    return re.compile(longer if label == "experience" else exact, re.IGNORECASE)


def _is_name(text: str, label: str, code: str) -> bool:
    """Whether a cell or heading is the label and nothing else."""
    return fold(text).strip(" :：") in {fold(name) for name in _names(label, code)}


def _first_cell(row: Item) -> str:
    return row.text.partition(_BETWEEN_CELLS)[0]


def _in_rows(section: Section, label: str, code: str) -> Iterator[Passage]:
    for row in section.items:
        if row.kind is ItemKind.ROW and _is_name(_first_cell(row), label, code):
            yield row.passage.part(len(_first_cell(row)) + len(_BETWEEN_CELLS))


def _in_text(section: Section, start: re.Pattern[str]) -> Iterator[Passage]:
    for block, behind in zip_longest(section.blocks, section.blocks[1:]):
        if block is None or block.kind not in TEXT:
            continue
        for first, last in _lines(block.passage.text):
            if found := start.match(block.passage.text, first, last):
                own = block.passage.part(found.end(), last)
                quoted = behind is not None and behind.kind is BlockKind.QUOTE
                yield behind.passage if behind and quoted and not own else own


def _lines(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each line, with the lines behind it that have no label of their own."""
    start, at = 0, 0
    for line in text.split("\n"):
        if at > start and _ANY_LABEL.match(line):
            yield start, at - 1
            start = at
        at += len(line) + 1
    yield start, len(text)


def _under_heading(brief: Brief, section: Section, label: str) -> Iterator[Passage]:
    """The first text under a heading inside the section that is the label and nothing else."""
    for inner in brief.sections:
        inside = section.span.start < inner.span.start < section.span.end
        if inside and _is_name(inner.heading.text, label, brief.language):
            yield from (block.passage for block in inner.blocks[:1])
    for block, behind in pairwise(section.blocks):
        heading = block.kind is BlockKind.HEADING
        if heading and _is_name(block.passage.text, label, brief.language):
            yield behind.passage
