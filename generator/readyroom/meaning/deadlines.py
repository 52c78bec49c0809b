"""By which day a goal should be reached."""

from __future__ import annotations

import re
from datetime import date

from readyroom.model.brief import Brief, Item
from readyroom.model.text import Passage, Span
from readyroom.model.values import DateMention

_ASIDE = re.compile(r"[(（][^()（）]*[)）]")
_ENDLESS = ("always-on", "newsletter", "transactional")


def deadline(goal: Item, brief: Brief, today: date) -> date | None:
    """The goal's own deadline: the latest day in its column for that, else in its words; None where
    it names none. What is nested in it counts where the campaign has no end that it could share."""
    column = goal.cell("by")
    named = [mention.last for mention in column.dates if mention.last] if column else []
    said = [
        mention.last
        for mention in goal.passage.dates
        if mention.last and not _is_past(mention, goal.passage, brief, today)
    ]
    start = brief.launch or today
    below = [
        mention.last
        for where in _below(goal)
        for mention in where.dates
        if mention.last and mention.last >= start and not brief.ends
    ]
    return max(named or said or below, default=None)


def names_day(goal: Item) -> bool:
    """Whether a day stands in the goal whose year is anybody's guess ("by 1 March")."""
    return any(mention.assumed_year for mention in goal.passage.dates)


def due(goal: Item, brief: Brief, today: date) -> date | None:
    """Its own deadline, else the end of the campaign."""
    return deadline(goal, brief, today) or brief.ends


def place_of_deadline(goal: Item, day: date) -> Span:
    """Where the words for this day stand."""
    for where in (goal.cell("by"), goal.passage, *_below(goal)):
        for mention in where.dates if where else ():
            if where and mention.last == day:
                return where.span(mention.start, mention.end)
    return goal.span


def has_no_end(brief: Brief) -> bool:
    """Whether it is a programme that goes on and is looked at again on a day that is set."""
    return brief.front.text("kind") in _ENDLESS and brief.front.date("review_by") is not None


def _below(goal: Item) -> tuple[Passage, ...]:
    return tuple(child.passage for child in goal.children)


def _is_past(mention: DateMention, where: Passage, brief: Brief, today: date) -> bool:
    """Whether a day is that of a starting value ("45 in June 2026") and no deadline."""
    start = brief.launch or today
    assert mention.last
    if mention.last < (brief.created or min(start, today)):
        return True
    return mention.last <= start and _is_beside_number(mention, where)


def _is_beside_number(mention: DateMention, where: Passage) -> bool:
    """Whether the date stands in brackets together with a number."""
    return any(
        aside.start() < mention.start < aside.end()
        and any(aside.start() < q.start < aside.end() for q in where.quantities)
        for aside in _ASIDE.finditer(where.text)
    )
