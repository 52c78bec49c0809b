"""Quantities and dates as they were read in a text."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class UnitClass(StrEnum):
    """What a number counts; two quantities compare only inside one class."""

    PERCENT = "percent"
    POINTS = "pp"
    COUNT = "count"
    MONEY = "money"
    DURATION = "duration"
    RATIO = "ratio"
    SCORE = "score"


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit: `low` equals `high` unless a range was written.

    `start` and `end` are code points in the passage's visible text. `comparator` is one of
    "", ">=", "<=", ">", "<", "~". `unit` is the unit word as written (may be empty for a bare
    count), `currency` an ISO 4217 code for money, `days` the length of a duration in days, `scale`
    what a score is out of ("8 of 12", "4.6/5").
    """

    low: float
    high: float
    unit_class: UnitClass
    start: int
    end: int
    unit: str = ""
    comparator: str = ""
    currency: str = ""
    days: float = 0.0
    scale: float = 0.0


class DateKind(StrEnum):
    """How a date was written: a day, a longer period, a span such as "within 3 months", or T-3."""

    DAY = "day"
    PERIOD = "period"
    SPAN = "span"
    OFFSET = "offset"


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date or period: `first` to `last`, both inclusive; both None for a span or an offset that
    has no launch date to count from. `start` and `end` are code points in the visible text.

    `assumed_year` is set where the year was not written. `ambiguous` marks 01/02/2027.
    """

    first: date | None
    last: date | None
    kind: DateKind
    start: int
    end: int
    assumed_year: bool = False
    ambiguous: bool = False
