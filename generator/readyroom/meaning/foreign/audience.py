"""Whom somebody else's plan is for.

A reader accepts a group under any heading or table head that asks for one, and a sentence that
says for whom ("aimed at …", "for people who …").
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from readyroom.languages.matching import words
from readyroom.meaning.foreign.forms import says_something
from readyroom.meaning.foreign.texts import pairs, sentences
from readyroom.meaning.lengths import visible_length, word_count
from readyroom.model.brief import Brief
from readyroom.model.text import Passage

_SHORTEST = 8
_MOST_BEFORE = 2
_REACH = 200
_CLAUSE_END = re.compile(r"[.!?;。；！？，\n]")


def audiences(brief: Brief) -> Iterator[Passage]:
    """Columns, labels and sentences that say whom it is for."""
    code = brief.language
    cells = (cell for item in brief.all_items() if (cell := item.cell("who")))
    asked = words("plan_audience_label", code)
    values = (value for label, value in pairs(brief) if asked.is_all_of(label))
    yield from (text for found in (cells, values) for text in found if _says(text.text, code))
    yield from (sentence for sentence in sentences(brief) if _is_addressed(sentence.text, code))


def _says(text: str, code: str) -> bool:
    return says_something(text, code) and visible_length(text) >= _SHORTEST


def _is_addressed(text: str, code: str) -> bool:
    """Whether a group follows words that announce one, or opens the sentence: "aimed at …", "made
    for nurses", "For choirs that …", "Twenty bookkeepers who …"."""
    for _, end in words("plan_addressed", code).find(text):
        if _says(_CLAUSE_END.split(text[end : end + _REACH])[0], code):
            return True
    people = words("plan_people_noun", code)
    for _, end in words("plan_addressed_perhaps", code).find(text):
        if _CLAUSE_END.split(text[end : end + _REACH])[0] in people:
            return True
    lead = next(words("plan_for_whom", code).find(text), None)
    most_before = _MOST_BEFORE + 2 if lead and not text[: lead[0]].strip(" *_-") else _MOST_BEFORE
    return any(
        word_count(text[:start]) <= most_before and _is_described(text[end:], code)
        for start, end in people.find(text[:_REACH])
    )


def _is_described(rest: str, code: str) -> bool:
    """Whether the words behind a group tell it from others."""
    return visible_length(rest) >= _SHORTEST and rest in words("plan_relative", code)
