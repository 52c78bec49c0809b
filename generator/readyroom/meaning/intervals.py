"""How often something happens, in days."""

from __future__ import annotations

import re
from collections.abc import Iterator

from readyroom.languages.matching import cell
from readyroom.model.text import Passage
from readyroom.model.values import DateKind, UnitClass

_NUMBER = re.compile(r"\d{1,3}")
_ORDINAL_DAY = re.compile(r"第 ?(\d{1,3}) ?天")
_DAYS = {
    "live": 0.0,
    "once": 0.0,
    "hour": 1 / 24,
    "day": 1.0,
    "week": 7.0,
    "fortnight": 14.0,
    "month": 30.0,
    "quarter": 91.0,
    "year": 365.0,
}


def interval_days(text: Passage, code: str) -> float | None:
    """The longest time that passes between two times, None where none is named; "live" and "once"
    are 0."""
    named = _DAYS.get(cell("interval", text.text, code))
    found = [*durations(text), *([] if named is None else [named])]
    return max(found, default=None)


def durations(text: Passage) -> Iterator[float]:
    """Every length of time in a text, in days; "day 7" is 7 days after what came before."""
    for quantity in text.quantities:
        if quantity.unit_class is UnitClass.DURATION:
            yield quantity.days
    for mention in text.dates:
        number = _NUMBER.search(text.text[mention.start : mention.end])
        if mention.kind is DateKind.OFFSET and number:
            yield float(number[0])
    for day in _ORDINAL_DAY.finditer(text.text):
        yield float(day[1])
