"""Decisions that wait for data: which rows they are and how much they wait for."""

from __future__ import annotations

import re
from datetime import date

from readyroom.languages.matching import fold
from readyroom.model.brief import Brief, Item
from readyroom.model.text import Passage
from readyroom.model.values import Quantity, UnitClass

# As many letters as stay the same in the forms of a word.
_STEM = 4
_WORD_BEHIND = re.compile(r"[\s)）-]*[^\W\d_]{2,}")
_NO_UNIT = {"", "or", "and", "until", "till", "by", "to", "или", "и", "до", "к", "albo", "lub", "i"}
_NO_UNIT |= {"do", "o", "at", "hanggang", "或", "或者", "和", "到", "前"}
_WORD_BEFORE = re.compile(r"[^\W\d_]{2,}\s*[:：=≥>]\s*$")


def decisions(brief: Brief) -> tuple[Item, ...]:
    """The rows of the section; where ids are in use, items without one are notes."""
    items = brief.items("thresholds")
    return tuple(item for item in items if item.id.startswith("D")) or items


def has_unit(where: Passage, amount: Quantity) -> bool:
    """A bare "1000" counts nothing; "1,000 clicks" and "clicks: 1000" do."""
    if amount.unit_class is not UnitClass.COUNT:
        return True
    counted = amount.unit or (_WORD_BEHIND.match(where.text, amount.end) or [""])[0]
    return counted.strip(" ()（）-").lower() not in _NO_UNIT or bool(
        _WORD_BEFORE.search(where.text[: amount.start])
    )


def amounts(row: Item) -> tuple[Quantity, ...]:
    """How much a decision waits for; more than one where any of them will do."""
    where = row.cells.get("wait") or row.passage
    return tuple(amount for amount in where.quantities if has_unit(where, amount))


def written(row: Item, amount: Quantity) -> str:
    """An amount as it stands in a row, with the word for what it counts."""
    text = (row.cells.get("wait") or row.passage).text
    unit = text.find(amount.unit, amount.start) if amount.unit else -1
    return text[amount.start : max(amount.end, unit + len(amount.unit))]


def latest_day(row: Item) -> date | None:
    """The day on which it is taken with whatever there is; None where no day is named."""
    where = (row.cells.get("latest"), row.cells.get("wait")) if row.cells else (row.passage,)
    return max(
        (mention.last for text in where if text for mention in text.dates if mention.last),
        default=None,
    )


def has_come(rule: Item, entry: Item, day: date, launch: date | None) -> bool:
    """Whether an entry of the log shows any of the amounts that a decision waits for.

    Days count from the launch. Where the entry names what the rule counts, only that counts.
    """
    waited = (day - launch).days if launch else 0
    for amount in amounts(rule):
        if amount.unit_class is UnitClass.DURATION and waited >= amount.days:
            return True
        seen = [q for q in _observed(entry) if _class(q) is _class(amount)]
        alike = [q for q in seen if _same_noun(q, amount)] or seen
        if any(_size(q) >= _size(amount) for q in alike):
            return True
    return False


def same_kind(rule: Item, entry: Item) -> Quantity | None:
    """The number of an entry that counts what the rule waits for, named by the same word."""
    return next(
        (q for amount in amounts(rule) for q in _observed(entry) if _same_noun(q, amount)), None
    )


def _observed(entry: Item) -> tuple[Quantity, ...]:
    return (entry.cell("observed") or entry.passage).quantities


def _class(quantity: Quantity) -> UnitClass:
    """ "40 of 100" counts a hundred."""
    return UnitClass.COUNT if quantity.scale else quantity.unit_class


def _size(quantity: Quantity) -> float:
    if quantity.unit_class is UnitClass.DURATION:
        return quantity.days
    return quantity.scale or quantity.high


def _same_noun(one: Quantity, other: Quantity) -> bool:
    """Whether two numbers count the same thing: "letter" and "letters", показов and показа."""
    a, b = fold(one.unit), fold(other.unit)
    known = min(len(a), len(b), _STEM)
    return one.unit_class is other.unit_class and known > 0 and a[:known] == b[:known]
