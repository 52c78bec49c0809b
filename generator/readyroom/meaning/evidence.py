"""Evidence as people write it down: who was asked, when, and what came out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from readyroom.languages.matching import cell, cell_meanings, last_cell, words
from readyroom.meaning.placeholders import is_blank
from readyroom.model.brief import BlockKind, Brief, Item, ItemKind
from readyroom.model.message import Message, msg
from readyroom.model.values import UnitClass

_N = re.compile(r"(?<!\w)[nN]\s*[=＝:：]\s*(\d+)")
Gap = tuple[str, Message]

_LABEL = re.compile(r"[^:：]{1,30}[:：]")
_ANSWERS = ("supports", "contradicts", "unclear")


def evidence_rows(brief: Brief) -> tuple[Item, ...]:
    """Rows and items of the Evidence section, else its sentences."""
    return brief.items("evidence") or tuple(
        Item(ItemKind.PARAGRAPH, block.passage)
        for block in brief.blocks("evidence")
        if block.kind is BlockKind.PARAGRAPH
    )


def method_of(row: Item, code: str) -> str:
    """How it was found out: "interview", "survey" …, "" where no method is named."""
    return cell("method", (row.cells.get("method") or row.passage).text, code)


def people_in(row: Item) -> int | None:
    """How many people (or cases) it rests on, 12 in "8 of 12"; None where no number is given."""
    where = row.cells.get("n") or row.passage
    if stated := _N.search(where.text):
        return int(stated[1])
    for number in where.quantities:
        if number.unit_class is UnitClass.COUNT:
            return int(number.high)
        if number.scale and "/" not in number.unit:
            return int(number.scale)
    return None


def first_day(row: Item) -> date | None:
    """The first day that the row names."""
    where = row.cells.get("date") or row.passage
    return min((mention.first for mention in where.dates if mention.first), default=None)


def answer_of(row: Item, code: str) -> str:
    """What came out: "supports", "contradicts", "unclear", "open", or "" where nothing is said."""
    result = row.cells.get("result")
    return cell("result", result.text, code) if result else last_cell("result", row.text, code)


def has_answer(row: Item, code: str) -> bool:
    """Whether something came out: it supports, contradicts or stays unclear."""
    return answer_of(row, code) in _ANSWERS


def is_answered(row: Item, code: str) -> bool:
    """Whether a question is settled, if only in part: what stays open or unclear is not."""
    answer = answer_of(row, code)
    if answer == "unclear" and (result := row.cells.get("result")):
        return not {"supports", "contradicts"}.isdisjoint(
            cell_meanings("result", result.text, code)
        )
    return answer in ("supports", "contradicts")


def is_assumption(row: Item, code: str) -> bool:
    """Whether a row is something that the team only believes: by its kind or the label that it
    begins with ("Hypothesis: …"), else by its id."""
    label = None if row.cells else _LABEL.match(row.text)
    kind = label[0] if label else row.cells["kind"].text if "kind" in row.cells else ""
    meaning = cell("evidence_kind", kind, code)
    return meaning == "assumption" or (not meaning and row.id.startswith("A"))


def has_source(brief: Brief, row: Item) -> bool:
    """Whether the source column is filled or the row holds a link."""
    source = row.cells.get("source")
    if source and not is_blank(source.text, brief.language):
        return True
    return any(row.span.start <= link.span.start < row.span.end for link in brief.links)


def gaps_in(brief: Brief, row: Item, least: int, today: date) -> Iterator[Gap]:
    """What a row lacks to count as evidence: the column and the words for it.

    `least` is the smallest number of people that counts.
    """
    if not method_of(row, brief.language):
        yield "method", msg("how you found out (interviews, survey, observation …)")
    people = people_in(row)
    if people is None and (row.cells or row.text not in words("number_word", brief.language)):
        yield "n", msg("how many people")
    elif people is not None and people < least:
        yield "n", msg("enough people ({n} of {least})", n=people, least=least)
    day = first_day(row)
    if day is None:
        yield "date", msg("the day")
    elif day > today:
        yield "date", msg("a day that has already come")
    question = row.cells.get("question")
    if row.cells and (question is None or is_blank(question.text, brief.language)):
        yield "question", msg("what was asked")
    if not has_answer(row, brief.language):
        yield "result", msg("what came out (supports, contradicts or unclear)")
    if not has_source(brief, row):
        yield "source", msg("a link to the notes")


def shows_something(brief: Brief) -> bool:
    """Whether a brief has an actual value or an answer that others can build on."""
    actuals = (row.cells.get("actual") for row in (*brief.items("results"), *brief.items("retro")))
    return any(found and not is_blank(found.text, brief.language) for found in actuals) or any(
        has_answer(row, brief.language) for row in brief.items("evidence")
    )


def mentions_people(brief: Brief, least: int) -> bool:
    """Whether any sentence of a free-form plan names a method and enough people."""
    return any(
        people is not None and people >= least and method_of(row, brief.language)
        for row in _sentences(brief)
        if (people := people_in(row))
    )


def _sentences(brief: Brief) -> list[Item]:
    return [
        Item(ItemKind.PARAGRAPH, block.passage)
        for section in brief.sections
        for block in section.blocks
        if block.kind is not BlockKind.CODE
    ]
