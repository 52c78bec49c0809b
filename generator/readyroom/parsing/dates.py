"""Dates and periods in a visible text, in a brief's language and English."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from readyroom.languages import language
from readyroom.languages.grammar import Dates
from readyroom.model.values import DateKind, DateMention
from readyroom.parsing.plain import plain

_NUMERIC = (
    r"(?<![\d.-])(?P<year>\d{4})-(?P<mm>\d{2})-(?P<day>\d{2})(?!\d)",
    r"(?<![\d.])(?P<year>\d{4})[./](?P<mm>\d{1,2})[./](?P<day>\d{1,2})(?![\d.]\d)",
    r"(?<![\d.])(?P<day>\d{1,2})\.(?P<mm>\d{1,2})\.(?P<year>\d{4})(?!\d)",
    r"(?<![\d/])(?P<one>\d{1,2})/(?P<two>\d{1,2})/(?P<year>\d{4})(?!\d)",
    r"(?<![\d-])(?P<year>20\d{2})-(?P<mm>\d{2})(?![\d-])",
    r"(?<![\d-])(?P<year>20\d{2})-w(?P<week>\d{2})(?!\d)",
)
_ROMAN = {
    "i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8, "ix": 9,
    "x": 10, "xi": 11, "xii": 12,
}  # fmt: skip
_CHINESE = {"一": 1, "二": 2, "三": 3, "四": 4, "上": 1, "下": 2}
_THIRDS = {1: (1, 10), 2: (11, 20), 3: (21, 31)}
_DAYS = {"day": 1, "week": 7}
_MONTHS = {"month": 1, "quarter": 3, "year": 12}


@dataclass(frozen=True, slots=True)
class _Grammar:
    """The compiled patterns of one language, with the tables that their groups refer to."""

    patterns: tuple[re.Pattern[str], ...]
    data: Dates


@dataclass(frozen=True, slots=True)
class _Clock:
    """What a date without a year and an offset from launch are counted from."""

    created: date | None
    launch: date | None


def read_dates(
    text: str, language: str, *, created: date | None = None, launch: date | None = None
) -> tuple[DateMention, ...]:
    """Dates and periods in order, without overlaps; where two readings compete, the longer wins.

    A day and month without a year is the first such day on or after `created`; spans ("within 3
    months") and offsets (T-3) count from `launch`. Without those the mention has no days.
    """
    flat = plain(text)
    clock = _Clock(created, launch)
    found: list[DateMention] = []
    for grammar in _grammars(language):
        if not _hint(grammar).search(flat):
            continue
        for pattern in grammar.patterns:
            for match in pattern.finditer(flat):
                mention = _read(match, grammar.data, clock)
                if mention:
                    found.append(mention)
    return _longest(found)


def _longest(found: list[DateMention]) -> tuple[DateMention, ...]:
    taken = bytearray(max((mention.end for mention in found), default=0))
    chosen: list[DateMention] = []
    for mention in sorted(found, key=lambda m: (m.start - m.end, m.start)):
        if not any(taken[mention.start : mention.end]):
            taken[mention.start : mention.end] = b"\1" * (mention.end - mention.start)
            chosen.append(mention)
    return tuple(sorted(chosen, key=lambda mention: mention.start))


@cache
def _grammars(code: str) -> tuple[_Grammar, ...]:
    own, english = language(code).dates, language("en").dates
    data = [found for found in (own, english) if found is not None]
    unique = data[:1] if len(data) > 1 and data[0] is data[1] else data
    return tuple(
        _Grammar(
            tuple(
                re.compile(_fill(pattern, found))
                for pattern in (*(_NUMERIC if index == 0 else ()), *found.patterns)
            ),
            found,
        )
        for index, found in enumerate(unique)
    )


@cache
def _hint_pattern(months: str) -> re.Pattern[str]:
    return re.compile(rf"\d|{months}|季度|半年")


def _hint(grammar: _Grammar) -> re.Pattern[str]:
    """A cheap test that lets texts without any digit or month name through at once."""
    return _hint_pattern("|".join((*grammar.data.months, *grammar.data.numerals)))


def _fill(pattern: str, data: Dates) -> str:
    for name, table in (
        ("month", data.months),
        ("unit", data.units),
        ("part", data.parts),
        ("numeral", data.numerals),
    ):
        pattern = pattern.replace(f"{{{name}}}", "|".join(sorted(table, key=len, reverse=True)))
    return pattern


def _read(match: re.Match[str], data: Dates, clock: _Clock) -> DateMention | None:
    groups = {name: value for name, value in match.groupdict().items() if value is not None}
    if "one" in groups:
        return _slashed(match, groups)
    if "sign" in groups or "nth" in groups:
        return _offset(match, groups, data, clock)
    if "n" in groups:
        return _span(match, groups, data, clock)
    month = _month(groups, data)
    if "day" in groups and month:
        return _day(match, groups, month, clock)
    year = int(groups["year"]) if "year" in groups else None
    if year is not None and not 1990 <= year <= 2100:
        return None
    return _period(match, groups, month, year, data, clock)


def _month(groups: Mapping[str, str], data: Dates) -> int:
    if "mm" in groups:
        return int(groups["mm"])
    if "roman" in groups:
        return _ROMAN.get(groups["roman"], 0)
    return _look_up(groups.get("month", ""), data.months)


def _look_up(word: str, table: Mapping[str, int]) -> int:
    if not word:
        return 0
    return next((value for key, value in table.items() if re.fullmatch(key, word)), 0)


def _number(word: str, data: Dates) -> int:
    if word.isdigit():
        return int(word)
    return _ROMAN.get(word) or _CHINESE.get(word) or _look_up(word, data.numerals)


def _mention(
    match: re.Match[str],
    days: tuple[date, date] | None,
    kind: DateKind,
    *,
    assumed_year: bool = False,
    ambiguous: bool = False,
) -> DateMention:
    first, last = days or (None, None)
    return DateMention(first, last, kind, match.start(), match.end(), assumed_year, ambiguous)


def _slashed(match: re.Match[str], groups: Mapping[str, str]) -> DateMention:
    one, two, year = int(groups["one"]), int(groups["two"]), int(groups["year"])
    if one <= 12 and two <= 12 and one != two:
        return _mention(match, None, DateKind.DAY, ambiguous=True)
    day = _real(year, two, one) if two <= 12 else _real(year, one, two)
    return _mention(match, (day, day) if day else None, DateKind.DAY)


def _day(
    match: re.Match[str], groups: Mapping[str, str], month: int, clock: _Clock
) -> DateMention | None:
    day = int(groups["day"])
    if "year" in groups:
        found = _real(int(groups["year"]), month, day)
        return _mention(match, (found, found) if found else None, DateKind.DAY)
    if not 1 <= day <= 31:
        return None
    if clock.created is None:
        return _mention(match, None, DateKind.DAY, assumed_year=True)
    years = (clock.created.year + ahead for ahead in range(9))
    candidates = (_real(year, month, day) for year in years)
    found = next((c for c in candidates if c and c >= clock.created), None)
    return _mention(match, (found, found) if found else None, DateKind.DAY, assumed_year=True)


def _real(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _period(
    match: re.Match[str],
    groups: Mapping[str, str],
    month: int,
    year: int | None,
    data: Dates,
    clock: _Clock,
) -> DateMention | None:
    """A month, quarter, half, week or year; without a year the first to end after `created`."""
    assumed = year is None
    years = [year] if year else [clock.created.year + n for n in (0, 1)] if clock.created else []
    for candidate in years:
        days = _days_of(groups, month, candidate, data)
        if days is None:
            return None
        if not assumed or (clock.created and days[1] >= clock.created):
            return _mention(match, days, DateKind.PERIOD, assumed_year=assumed)
    return _mention(match, None, DateKind.PERIOD, assumed_year=True) if assumed else None


def _days_of(
    groups: Mapping[str, str], month: int, year: int, data: Dates
) -> tuple[date, date] | None:
    if "week" in groups:
        week = int(groups["week"])
        if not 1 <= week <= 53:
            return None
        monday = date.fromisocalendar(year, min(week, 52), 1) + timedelta(7 * (week > 52))
        return monday, monday + timedelta(6)
    if "quarter" in groups:
        return _months(year, 3 * _number(groups["quarter"], data) - 2, 3)
    if "half" in groups:
        return _months(year, 6 * _number(groups["half"], data) - 5, 6)
    if not month:
        return _months(year, 1, 12)
    if not 1 <= month <= 12:
        return None
    part = _look_up(groups.get("part", ""), data.parts)
    if part:
        first, last = _THIRDS[part]
        return date(year, month, first), date(year, month, min(last, monthrange(year, month)[1]))
    return _months(year, month, 1)


def _months(year: int, first: int, count: int) -> tuple[date, date] | None:
    last = first + count - 1
    if not 1 <= first <= last <= 12:
        return None
    return date(year, first, 1), date(year, last, monthrange(year, last)[1])


def _span(
    match: re.Match[str], groups: Mapping[str, str], data: Dates, clock: _Clock
) -> DateMention:
    count = _number(groups["n"], data)
    if clock.launch is None or not count:
        return _mention(match, None, DateKind.SPAN)
    end = _later(clock.launch, count, _unit(groups["unit"], data))
    return _mention(match, (clock.launch, end) if end else None, DateKind.SPAN)


def _unit(word: str, data: Dates) -> str:
    return next((unit for key, unit in data.units.items() if re.fullmatch(key, word)), "day")


def _later(start: date, count: int, unit: str) -> date | None:
    try:
        if unit in _DAYS:
            return start + timedelta(count * _DAYS[unit])
        months = start.month - 1 + count * _MONTHS[unit]
        year, month = start.year + months // 12, months % 12 + 1
        return date(year, month, min(start.day, monthrange(year, month)[1]))
    except (ValueError, OverflowError):
        return None


def _offset(
    match: re.Match[str], groups: Mapping[str, str], data: Dates, clock: _Clock
) -> DateMention:
    if clock.launch is None:
        return _mention(match, None, DateKind.OFFSET)
    if "sign" in groups:
        before = groups["sign"] in ("-", "前")
        day = clock.launch + timedelta(int(groups["n"]) * (-1 if before else 1))
        return _mention(match, (day, day), DateKind.OFFSET)
    count = int(groups["nth"])
    unit = _unit(groups["unit"], data)
    first = _later(clock.launch, max(count - 1, 0), unit)
    after = _later(clock.launch, max(count, 1), unit)
    days = (first, after - timedelta(1)) if first and after else None
    return _mention(match, days, DateKind.OFFSET)


def spans(text: str, code: str) -> Iterator[tuple[int, int]]:
    """Where dates stand, for readers that must not take them for numbers."""
    for mention in read_dates(text, code):
        yield mention.start, mention.end
