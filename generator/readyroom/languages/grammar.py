"""Grammar of numbers and dates that a language file fills in.

Patterns are regular expressions over lower-case text in which full-width forms and odd spaces have
been made plain; the readers in `readyroom.parsing` interpret their named groups.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

Names = tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Numbers:
    """How a language writes numbers and units.

    decimal, thousands: separator characters (a blank stands for all kinds of blanks).
    magnitudes: pattern -> factor, directly or after a blank behind the number.
    percent, points: patterns behind the number. money: pattern -> ISO 4217, before or behind.
    durations: pattern -> days. times: patterns of "times" behind a factor ("3x", "3 раза").
    multipliers: pattern -> factor for words that are a ratio by themselves ("double").
    at_least, at_most, about: patterns before the number; more, less: patterns behind it.
    to: patterns between the two numbers of a range; out_of: patterns between a score and its scale.
    not_numbers: patterns of whole expressions that are no quantity (ages, discounts, ordinals).
    counters: patterns of one-sign count words written without a blank (Chinese).
    """

    decimal: str = "."
    thousands: str = ","
    magnitudes: Mapping[str, float] = field(default_factory=dict)
    percent: Names = ()
    points: Names = ()
    money: Mapping[str, str] = field(default_factory=dict)
    durations: Mapping[str, float] = field(default_factory=dict)
    times: Names = ()
    multipliers: Mapping[str, float] = field(default_factory=dict)
    at_least: Names = ()
    at_most: Names = ()
    about: Names = ()
    more: Names = ()
    less: Names = ()
    to: Names = ()
    out_of: Names = ()
    not_numbers: Names = ()
    counters: Names = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Dates:
    """How a language writes dates and periods.

    months: pattern -> 1 to 12. units: pattern -> "day", "week", "month", "quarter" or "year".
    numerals: word -> number, for ordinals and small numbers in words.
    patterns: expressions with the named groups year, month (a name), mm (a number), day, quarter,
        half, week, part (of a month or year), n and unit (a span), plus and back (offsets from
        launch). `{month}`, `{unit}`, `{numeral}` stand for the alternatives above.
    parts: pattern -> 1, 2 or 3 for the beginning, middle and end of a month.
    """

    months: Mapping[str, int]
    units: Mapping[str, str] = field(default_factory=dict)
    numerals: Mapping[str, int] = field(default_factory=dict)
    parts: Mapping[str, int] = field(default_factory=dict)
    patterns: Names = ()
