"""The steps on the way to a goal: smaller numbers, each with a day of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from readyroom.languages.matching import words
from readyroom.meaning.overlap import share_words
from readyroom.model.brief import Brief, Item, ItemKind
from readyroom.model.citations import cited
from readyroom.model.goals import metrics_of, primary_goals, wording
from readyroom.model.text import Passage
from readyroom.model.values import DateKind, DateMention, UnitClass

_SERIES = 3
_NEAR = 24
_LETTER = re.compile(r"[^\W\d_]")


def steps_to(goal: Item, brief: Brief, start: date, end: date) -> int:
    """How many numbers with a day between `start` and `end` lead to the goal.

    They are nested in it, have its id with a dot (G1.1), stand in its own words, in a table below
    it, in Timeline, or among the metrics where one is read three times or more.
    """
    numbers = words("number_word", brief.language)
    steps = [
        step
        for step in _candidates(goal, brief)
        if (step.quantities or step.text in numbers)
        and any(_is_within(mention, start, end) or mention.last == end for mention in step.dates)
    ]
    end = max(end, brief.ends or end)
    within = sum(_is_within(mention, start, end) for mention in goal.passage.dates)
    figures = len(goal.passage.quantities) + len(list(numbers.find(goal.text)))
    return len(steps) + (within if figures > within else 0)


def _is_within(mention: DateMention, start: date, end: date) -> bool:
    """A day or period in between; one without a year that is known is taken to be."""
    if mention.last is None:
        return mention.kind is not DateKind.SPAN
    return start < mention.last < end


def _candidates(goal: Item, brief: Brief) -> Iterator[Passage]:
    yield from (child.passage for child in goal.children)
    only = len(primary_goals(brief)) == 1
    for item in brief.items("goals"):
        below = item.id.startswith(f"{goal.id}.") if goal.id else "." in item.id
        if below or (only and goal.id and not item.id and item.kind is ItemKind.ROW):
            yield item.passage
    metrics = metrics_of(brief, goal)
    ids = [metric.id for metric in metrics if metric.id]
    yield from (metric.passage for metric in metrics if ids.count(metric.id) >= _SERIES)
    for item in brief.items("timeline"):
        if {goal.id, *ids} & set(cited(item.text, "GM")) or _counts_the_same(item, goal):
            yield item.passage


def _counts_the_same(item: Item, goal: Item) -> bool:
    """Whether a number of the item is money as in the goal, is followed by a word of the goal ("120
    readers"), or stands alone in a row beside a date."""
    text, said = item.text, wording(goal).text
    if item.kind is ItemKind.ROW and not _LETTER.search(_without_dates(item.passage)):
        return True
    money = any(q.unit_class is UnitClass.MONEY for q in goal.passage.quantities)
    return any(
        money if q.unit_class is UnitClass.MONEY else share_words(text[q.end :][:_NEAR], said)
        for q in item.passage.quantities
    )


def _without_dates(where: Passage) -> str:
    text = where.text
    for mention in reversed(where.dates):
        text = text[: mention.start] + text[mention.end :]
    return text
