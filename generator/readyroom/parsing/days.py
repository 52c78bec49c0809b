"""Which days a date or period means: the calendar behind `readyroom.parsing.dates`."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from readyroom.model.values import DateKind, DateMention

Days = tuple[date, date]
_THIRDS = {1: (1, 10), 2: (11, 20), 3: (21, 31)}
_IN_DAYS = {"day": 1, "week": 7}
_IN_MONTHS = {"month": 1, "quarter": 3, "half": 6, "year": 12}
# A plain "week 3" counts from launch, "week 50" is a week of the calendar.
_LAST_CAMPAIGN_WEEK = 26
_YEARS_AHEAD = 9
_RANGES = ("since", "until", "commencing")


@dataclass(frozen=True, slots=True)
class Clock:
    """What a date without a year and an offset from launch are counted from."""

    created: date | None = None
    launch: date | None = None


@dataclass(frozen=True, slots=True)
class Written:
    """A date as it stands in a text: what each of its parts says, as numbers.

    `numbers` maps the group names of `readyroom.languages.grammar.Dates` to values, `unit` is
    "day", "week", "month", "quarter", "half" or "year". Without numbers it is an expression that
    only looks like a date.
    """

    start: int
    end: int
    numbers: Mapping[str, int]
    unit: str = "day"

    @property
    def is_amount(self) -> bool:
        """Whether it could be a plain number as well: a bare year, a span such as "3 weeks"."""
        return "n" in self.numbers or self.numbers.keys() == {"year"}


def mention(written: Written, clock: Clock) -> DateMention | None:
    """The mention with its days; without days where the calendar or the clock has none."""
    numbers = written.numbers
    if not numbers:
        return None
    kind, days = _counted(written, clock.launch) or _absolute(numbers, clock.created)
    first, last = days or (None, None)
    return DateMention(
        first,
        last,
        kind,
        written.start,
        written.end,
        assumed_year=kind in (DateKind.DAY, DateKind.PERIOD) and "year" not in numbers,
        ambiguous=_is_ambiguous(numbers),
    )


def _counted(written: Written, launch: date | None) -> tuple[DateKind, Days | None] | None:
    """The days of a span or an offset, which count from launch."""
    numbers = written.numbers
    for name, kind, read in _READERS:
        if name in numbers:
            return kind, read(launch, numbers[name], written.unit) if launch else None
    week = numbers.get("week", 0)
    if "year" not in numbers and 1 <= week <= _LAST_CAMPAIGN_WEEK:
        return DateKind.OFFSET, _nth(launch, week, "week") if launch else None
    return None


def _absolute(numbers: Mapping[str, int], created: date | None) -> tuple[DateKind, Days | None]:
    """The days in the written year, else in the first year in which they end after `created`."""
    kind = DateKind.PERIOD
    if not numbers.keys().isdisjoint(("day", "one")):
        kind = DateKind.DAY if numbers.keys().isdisjoint(_RANGES) else kind
    if "year" in numbers:
        return kind, _in_year(numbers, numbers["year"])
    if created is None:
        return kind, None
    years = range(created.year, created.year + _YEARS_AHEAD)
    candidates = (_in_year(numbers, year) for year in years)
    return kind, next((days for days in candidates if days and days[1] >= created), None)


def _is_ambiguous(numbers: Mapping[str, int]) -> bool:
    """Whether day and month of 01/02/2027 can change places."""
    one, two = numbers.get("one", 0), numbers.get("two", 0)
    return one != two and max(one, two) <= 12


def _in_year(numbers: Mapping[str, int], year: int) -> Days | None:
    try:
        return _calendar(numbers, year + 2000 if year < 100 else year)
    except (ValueError, OverflowError):
        return None


def _calendar(numbers: Mapping[str, int], year: int) -> Days:
    """The days of an absolute date; ValueError where the calendar has none."""
    if "one" in numbers:
        one, two = numbers["one"], numbers["two"]
        if _is_ambiguous(numbers):
            raise ValueError("day or month first")
        day = date(year, two, one) if two <= 12 else date(year, one, two)
        return day, day
    if "week" in numbers:
        monday = date.fromisocalendar(year, numbers["week"], 1)
        return monday, monday + timedelta(6)
    if "quarter" in numbers:
        return _months(year, 3 * numbers["quarter"] - 2, 3)
    if "half" in numbers:
        return _months(year, 6 * numbers["half"] - 5, 6)
    if "month" not in numbers:
        part = numbers.get("part")
        return _months(year, 4 * part - 3, 4) if part else _months(year, 1, 12)
    return _in_month(numbers, year, numbers["month"])


def _in_month(numbers: Mapping[str, int], year: int, month: int) -> Days:
    if "day" in numbers:
        last = date(year, month, numbers.get("until", numbers["day"]))
        first = min(last, date(year, month, numbers.get("since", numbers["day"])))
        return first, last + timedelta(6 if "commencing" in numbers else 0)
    first_day, last_day = _THIRDS.get(numbers.get("part", 0), (1, 31))
    last_day = min(last_day, monthrange(year, month)[1])
    return date(year, month, first_day), date(year, month, last_day)


def _months(year: int, first: int, count: int) -> Days:
    last = first + count - 1
    return date(year, first, 1), date(year, last, monthrange(year, last)[1])


def _within(launch: date, count: int, unit: str) -> Days | None:
    """ "within 3 months": from launch to the day three months later."""
    last = _later(launch, count, unit)
    return (launch, last) if last else None


def _nth(launch: date, count: int, unit: str) -> Days | None:
    """ "day 3", "week 2": the launch day is the first of day 1 and week 1."""
    first = _later(launch, max(count, 1) - 1, unit)
    after = _later(launch, max(count, 1), unit)
    return (first, after - timedelta(1)) if first and after else None


def _ahead(launch: date, count: int, unit: str) -> Days | None:
    day = _later(launch, count, unit)
    return (day, day) if day else None


def _back(launch: date, count: int, unit: str) -> Days | None:
    return _ahead(launch, -count, unit)


def _later(start: date, count: int, unit: str) -> date | None:
    try:
        if unit in _IN_DAYS:
            return start + timedelta(count * _IN_DAYS[unit])
        months = start.month - 1 + count * _IN_MONTHS[unit]
        year, month = start.year + months // 12, months % 12 + 1
        return date(year, month, min(start.day, monthrange(year, month)[1]))
    except (ValueError, OverflowError):
        return None


_READERS: tuple[tuple[str, DateKind, Callable[[date, int, str], Days | None]], ...] = (
    ("n", DateKind.SPAN, _within),
    ("nth", DateKind.OFFSET, _nth),
    ("back", DateKind.OFFSET, _back),
    ("ahead", DateKind.OFFSET, _ahead),
)
