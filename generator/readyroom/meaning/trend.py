"""Baseline and target of a metric: whether they count the same thing, and which way is better."""

from __future__ import annotations

import re

from readyroom.languages import language
from readyroom.languages.grammar import Numbers
from readyroom.languages.matching import words
from readyroom.model.brief import Brief, Item
from readyroom.model.text import Passage
from readyroom.model.values import Quantity, UnitClass

_SIGN = re.compile(r"[+＋−–-]\s*$")
_NUMBER = re.compile(r"\d(?:[\d., \u00a0\u202f]*\d)?")
_BARE_MAY_BE = (UnitClass.MONEY, UnitClass.SCORE, UnitClass.RATIO, UnitClass.DURATION)
# What people are asked to rate on; "12 of 40" is a share of those asked.
_RATING_SCALES = (3, 4, 5, 6, 7, 10, 100)


def signed(where: Passage, quantity: Quantity) -> bool:
    """Whether a plus or minus stands before a number: then it is a change and not a value."""
    return bool(_SIGN.search(where.text[: quantity.start + 1]))


def is_change(before: Passage, where: Passage, quantity: Quantity, code: str) -> bool:
    """Whether a number says by how much ("+1%", "up by 20") and not how much.

    A balance such as the net promoter score has signs on both sides and is a value all the same.
    """
    if signed(where, quantity):
        return not any(signed(before, other) for other in before.quantities)
    ahead = where.text[: quantity.start].rstrip()
    return any(end == len(ahead) for _, end in words("change_by", code).find(ahead))


def with_value(where: Passage, quantity: Quantity, value: float, code: str) -> str:
    """How a cell's number would be written if it had another value, "" where that is not sure."""
    digits = written_number(value, code)
    written = where.text[quantity.start : quantity.end]
    text = _NUMBER.sub(digits, written, count=1)
    reread = where.reader.quantities(text)
    same = len(reread) == 1 and reread[0].unit_class is quantity.unit_class
    return text if same and abs(reread[0].low - round(value, 2)) < 1e-6 else ""


def written_number(value: float, code: str) -> str:
    """A number as the language writes it, with at most two decimals."""
    digits = f"{round(value, 2):g}" if abs(value) < 1e6 else f"{value:.0f}"
    return digits.replace(".", (language(code).numbers or Numbers()).decimal)


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


def other_scale(one: tuple[Quantity, ...], other: tuple[Quantity, ...]) -> bool:
    """Whether two cells rate on different scales: 4.1 of 5 and 8 of 10."""
    scales = [{q.scale for q in found if q.scale in _RATING_SCALES} for found in (one, other)]
    return all(scales) and scales[0].isdisjoint(scales[1])


def _alike(a: Quantity, b: Quantity) -> bool:
    if a.unit_class is b.unit_class or 0 in (a.high, b.high):
        return True
    kinds = {a.unit_class, b.unit_class}
    shares = ({UnitClass.COUNT, UnitClass.SCORE}, {UnitClass.PERCENT, UnitClass.SCORE})
    if kinds in shares and (_out_of(a) or _out_of(b)):
        return True
    return any(
        bare.unit_class is UnitClass.COUNT and not bare.unit and named.unit_class in _BARE_MAY_BE
        for bare, named in ((a, b), (b, a))
    )


def _out_of(quantity: Quantity) -> bool:
    """Whether it was counted among others: "170 of 430", but not "4.6/5"."""
    return bool(quantity.scale) and "/" not in quantity.unit


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
