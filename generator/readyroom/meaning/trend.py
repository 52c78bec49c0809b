"""Baseline and target of a metric: whether they count the same thing, and which way is better."""

from __future__ import annotations

import re

from readyroom.languages.matching import words
from readyroom.model.brief import Brief, Item
from readyroom.model.text import Passage
from readyroom.model.values import Quantity, UnitClass

_SIGN = re.compile(r"[+＋−–-]\s*$")
_BARE_MAY_BE = (UnitClass.MONEY, UnitClass.SCORE, UnitClass.RATIO, UnitClass.DURATION)


def signed(where: Passage, quantity: Quantity) -> bool:
    """Whether a plus or minus stands before a number: then it is a change and not a value."""
    return bool(_SIGN.search(where.text[: quantity.start]))


def values(where: Passage | None) -> tuple[Quantity, ...]:
    """The numbers of a cell that are values of the metric; spans of time stand beside others."""
    found = where.quantities if where else ()
    others = tuple(q for q in found if q.unit_class is not UnitClass.DURATION)
    return others or found


def clash(one: tuple[Quantity, ...], other: tuple[Quantity, ...]) -> bool:
    """Whether two cells count different things. Nought is nought in any unit, and a bare number may
    leave out the currency, the scale or the days that the other cell names."""
    pairs = [(a, b) for a in one for b in other]
    return bool(pairs) and not any(_alike(a, b) for a, b in pairs)


def _alike(a: Quantity, b: Quantity) -> bool:
    if a.unit_class is b.unit_class or 0 in (a.high, b.high):
        return True
    return any(
        bare.unit_class is UnitClass.COUNT and not bare.unit and named.unit_class in _BARE_MAY_BE
        for bare, named in ((a, b), (b, a))
    )


def should_fall(brief: Brief, metric: Item, target: Quantity) -> bool | None:
    """Whether less is better; None where both may be meant: for spans of time, and for names such
    as "retention after a missed class"."""
    written = brief.front.text("direction")
    if written in ("up", "down"):
        return written == "down"
    if target.comparator in ("<=", "<"):
        return True
    if target.comparator in (">=", ">"):
        return False
    name = (metric.cells.get("metric") or metric.passage).text
    falling = next(words("falling_metric", brief.language).find(name), None)
    if falling is None:
        return None if target.unit_class is UnitClass.DURATION else False
    rising = next(words("outcome_metric", brief.language).find(name), None)
    return None if rising and rising[0] < falling[0] else True
