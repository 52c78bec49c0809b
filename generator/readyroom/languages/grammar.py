"""Grammar of numbers and dates that a language file fills in.

Patterns are regular expressions over lower-case text in which full-width forms, odd blanks and
dashes have been made plain; words are plain text. The readers in `readyroom.parsing` add the
English entries to those of every other language (`combined`).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from typing import Any, TypeVar

Names = tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Numbers:
    """How a language writes numbers and units.

    decimal, thousands: separator characters (a blank stands for all kinds of blanks).
    numerals: pattern of numbers written in signs instead of digits (Chinese).
    magnitudes: pattern -> factor, directly or after a blank behind the number.
    percent, points: patterns behind the number. money: pattern -> ISO 4217 behind the number,
        "PLN/100" for a hundredth of it; money_before: word -> ISO 4217 before it.
    durations: pattern -> days. times: patterns of "times" behind a factor ("3x", "3 раза").
    multipliers: pattern -> factor for words that are a ratio by themselves ("double").
    shares: pattern with a group `n` -> percent for each of n (三成).
    before, behind: comparator -> words before, patterns behind the number; the longest word wins,
        "" marks words that only look like one.
    to: patterns between the two numbers of a range; change_from: words before the first number
        that make "to" a change ("from 30 to 50"). out_of: patterns between a score and its scale.
    counters: pattern of what is counted where it is no word after a blank (Chinese); linkers: words
        between the number and what is counted; no_units: words behind a number that are not that.
    not_numbers: patterns of whole expressions that are no quantity (ages, discounts, ordinals).
    """

    decimal: str = "."
    thousands: Names = (",",)
    numerals: str = ""
    magnitudes: Mapping[str, float] = field(default_factory=dict)
    percent: Names = ()
    points: Names = ()
    money: Mapping[str, str] = field(default_factory=dict)
    money_before: Mapping[str, str] = field(default_factory=dict)
    durations: Mapping[str, float] = field(default_factory=dict)
    times: Names = ()
    multipliers: Mapping[str, float] = field(default_factory=dict)
    shares: Mapping[str, float] = field(default_factory=dict)
    before: Mapping[str, Names] = field(default_factory=dict)
    behind: Mapping[str, Names] = field(default_factory=dict)
    to: Names = ()
    change_from: Names = ()
    out_of: Names = ()
    counters: str = ""
    linkers: Names = ()
    no_units: Names = ()
    not_numbers: Names = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Dates:
    """How a language writes dates and periods.

    months: pattern -> 1 to 12. units: pattern -> "day", "week", "month", "quarter" or "year".
    ordinals, numerals: pattern -> number, for "second quarter" and "within two months".
    parts: pattern -> 1, 2 or 3 for the beginning, middle and end of a month or year.
    year_mark: pattern that may stand behind a year (" г.", "年").
    frames: the last word before a month or year that stands alone ("in March", "by 2027").
    patterns: expressions, the more specific first, with the named groups
        year, mark (of a year), month (a name), mm (a number), roman, day; since or until (the
        other end of a range of days); commencing (a week named by its Monday); quarter, half,
        week, part; n and unit (a span); nth and unit ("day 3"); back, ahead and unit (counted
        from launch). `{year}`, `{bare_year}`, `{month}`, `{mm}`, `{day}`, `{since}`, `{until}`,
        `{part}`, `{unit}`, `{n}`, `{nth}`, `{back}` and `{ahead}` stand for the usual groups,
        `{ordinal}` for the alternatives of `ordinals`. An expression without any group is no
        date, and no number either ("spring 2026").
    hint: pattern that every text with such an expression has; others are passed over.
    not_dates: patterns, over the text as written, of what only looks like a date ("may 5 people").
    """

    months: Mapping[str, int]
    units: Mapping[str, str] = field(default_factory=dict)
    ordinals: Mapping[str, int] = field(default_factory=dict)
    numerals: Mapping[str, int] = field(default_factory=dict)
    parts: Mapping[str, int] = field(default_factory=dict)
    year_mark: str = ""
    hint: str = r"\d|{month}|{unit}"
    frames: Names = ()
    patterns: Names = ()
    not_dates: Names = ()


Grammar = TypeVar("Grammar", Numbers, Dates)


def combined(own: Grammar, other: Grammar) -> Grammar:
    """The entries of one grammar followed by those of another; where both have an entry, and for
    single settings such as `decimal`, the first one's holds."""
    names = [entry.name for entry in fields(own)]
    return type(own)(**{name: _joined(getattr(own, name), getattr(other, name)) for name in names})


def _joined(own: Any, other: Any) -> Any:
    if isinstance(own, tuple):
        return tuple(dict.fromkeys((*own, *other)))
    if isinstance(own, Mapping):
        shared = {key: _joined(own[key], other[key]) for key in own.keys() & other.keys()}
        return {**own, **shared, **{key: other[key] for key in other if key not in own}}
    return own
