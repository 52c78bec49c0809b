"""Tactics as people list them, and what kind of work each is."""

from __future__ import annotations

import re
from datetime import date

from readyroom.languages.matching import cell
from readyroom.meaning.lengths import word_count
from readyroom.meaning.placeholders import is_blank
from readyroom.model.brief import Brief, Item
from readyroom.model.entries import entries
from readyroom.model.values import DateMention

_PART = re.compile(r"[,，;；:：|()（）\[\]\n]")
_ALONE = 2


def tactics(brief: Brief) -> tuple[Item, ...]:
    """The tactics that say something; to-do items are none."""
    return tuple(
        item
        for item in entries(brief, "tactics", "T")
        if item.done is None and not is_blank(item.text, brief.language)
    )


def kind_of(tactic: Item, code: str) -> str:
    """ "test", "manual", "scale", "enable", "fixed", "later", or "" where it does not say.

    Without a column for it the first such word in the line counts; "later" has to stand alone
    there, because it is also an ordinary word ("7 days later").
    """
    if "type" in tactic.cells:
        return cell("tactic_type", tactic.cells["type"].text, code)
    kind = cell("tactic_type", tactic.text, code)
    if kind != "later":
        return kind
    alone = (part for part in _PART.split(tactic.text) if word_count(part) <= _ALONE)
    return kind if any(cell("tactic_type", part, code) == kind for part in alone) else ""


def starts(tactic: Item) -> tuple[DateMention, ...]:
    """The days and periods that say when a tactic begins, those with a known first day only."""
    where = tactic.cells.get("start") or tactic.passage
    return tuple(mention for mention in where.dates if mention.first)


def first_day(tactic: Item) -> date | None:
    """The day on which a tactic begins, None where none is named."""
    return min((mention.first for mention in starts(tactic) if mention.first), default=None)
