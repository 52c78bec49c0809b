"""Dates and periods in a visible text, in a brief's language and English."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property, lru_cache
from operator import attrgetter

from readyroom.languages import language
from readyroom.languages.grammar import Dates
from readyroom.model.values import DateMention
from readyroom.parsing.choices import LETTER, START, Choices
from readyroom.parsing.days import Clock, Written, mention
from readyroom.parsing.hidden import HIDDEN, without
from readyroom.parsing.numerals import integer
from readyroom.parsing.plain import plain

# Not inside a number such as 2.5 (but behind "M1:"), and numeric dates not inside an id such as
# OBJ-2027-1; a year that comes first is no decimal, so it may follow "2027-01-18,".
_NO_NUMBER = r"(?<!(?<![a-z])(?<![a-z]\d)\d[,:])"
_START = rf"{START}(?<!\d[./]){_NO_NUMBER}"
# "bago mag-2027-05-31" is Filipino for "by 2027-05-31".
_NUMERIC_START = (
    rf"{START}(?:(?<!\w[-.]){_NO_NUMBER}|(?<=\bmag-)|(?<=[,:])(?=20\d\d-\d\d-))(?<![^\W\d]/)"
)
_NUMERIC = Dates(
    months={},
    hint=r"\d ?[./–—-] ?w?\d",
    patterns=(
        r"(?P<year>\d{4})-(?P<mm>\d\d)-(?P<day>\d\d)(?!\d)",
        r"(?P<year>20\d\d)-w(?P<week>\d\d)(?!\d)",
        r"(?P<year>20\d\d)-(?P<mm>0[1-9]|1[0-2])(?![\d-])",
        r"(?P<year>20\d\d)[./](?P<mm>\d{1,2})[./](?P<day>\d{1,2})(?!\d|[./]\d)",
        r"(?P<day>\d{1,2})\.(?P<mm>\d{1,2})\.(?P<year>\d{4})(?!\d|\.\d)",
        r"(?P<day>\d\d)\.(?P<mm>0[1-9]|1[0-2])\.(?P<year>[2-4]\d)(?!\d|\.\d)",
        r"(?P<one>\d{1,2})[/-](?P<two>\d{1,2})[/-](?P<year>\d{4})(?!\d)",
        r"(?P<one>\d{1,2})/(?P<two>\d{1,2})/(?P<year>[2-4]\d)(?![\d/])",
        r"20[1-4]\d(?: ?[–—-] ?20[1-4]\d|[/–-]\d\d)(?![\d%])",
    ),
)
_LAST_WORD = re.compile(r"(?<!\w)[\w-]+(?= $)|-$")


def read_dates(
    text: str, language: str, *, created: date | None = None, launch: date | None = None
) -> tuple[DateMention, ...]:
    """Dates and periods in order, without overlaps. Numeric dates are read first, then those in
    words of the language, then those in English.

    A day and month without a year is the first such day on or after `created`; spans ("within 3
    months") and offsets (T-3) count from `launch`. Without those, and where the calendar has no
    such day (2026-02-30), the mention has no days.
    """
    found = written_dates(text, language)
    if not found:
        return ()
    clock = Clock(created, launch)
    mentions = (mention(written, clock) for written in found)
    return tuple(one for one in mentions if one)


@lru_cache(maxsize=512)
def written_dates(text: str, code: str) -> tuple[Written, ...]:
    """The expressions of time in a text, also those that only look like a date."""
    flat = plain(text)
    numeric, *in_words = _layers(code)
    found: list[Written] = []
    for layer in (numeric, *(in_words if _words_hint(code).search(flat) else ())):
        if layer.hint.search(flat):
            here = layer.read(flat)
            flat = without(flat, [(written.start, written.end) for written in here])
            found += here
    if not found:
        return ()
    marked = without(text, ((m.start(), m.start() + 1) for m in _not_dates(code).finditer(text)))
    found = [written for written in found if HIDDEN not in marked[written.start : written.end]]
    return tuple(sorted(found, key=attrgetter("start")))


@dataclass(frozen=True, eq=False)
class _Layer:
    """One source of date expressions, compiled when a text first gives a hint of them."""

    data: Dates
    frames: frozenset[str]
    flags: re.RegexFlag
    start: str = _START

    def read(self, flat: str) -> list[Written]:
        """The expressions in a text that was made plain."""
        found = []
        whole = flat.strip()
        for match in self.expressions.regex.finditer(flat):
            parts = self.expressions.parts(match)
            is_bare = len(parts) == 1 and ("month" in parts or "year" in parts)
            if not is_bare or match[0] == whole or self.has_frame(match):
                found.append(self.written(match, parts))
        return found

    def has_frame(self, match: re.Match[str]) -> bool:
        """Whether a word before a bare month or year shows that it is one: "in March"."""
        before = _LAST_WORD.search(match.string, max(0, match.start() - 20), match.start())
        return before is not None and before[0] in self.frames

    def written(self, match: re.Match[str], parts: Mapping[str, str]) -> Written:
        """What an expression says, as numbers."""
        numbers = {
            "month" if name in ("mm", "roman") else name: _number(self, name, word)
            for name, word in parts.items()
            if name != "unit"
        }
        unit = _unit(self, parts["unit"]) if "unit" in parts else "day"
        return Written(match.start(), match.end(), numbers, unit)

    @cached_property
    def hint(self) -> re.Pattern[str]:
        """A cheap test that lets texts without any such expression through."""
        words = re.sub(r"\(\?P<\w+>", "(?:", _fill(self.data.hint, self.data))
        return re.compile(words, self.flags)

    @cached_property
    def expressions(self) -> Choices[None]:
        """The patterns as one."""
        patterns = [(_fill(pattern, self.data), None) for pattern in self.data.patterns]
        return Choices(patterns, before=self.start, flags=self.flags)


@lru_cache(maxsize=2048)
def _number(layer: _Layer, name: str, word: str) -> int:
    """What a word says: a month, a part of it, an ordinal, a numeral; 1 for a bare marker."""
    if word.isdecimal():
        return int(word)
    data = layer.data
    tables: Mapping[str, Mapping[str, int]] = {"month": data.months, "part": data.parts}
    table = tables.get(name) or {**data.ordinals, **data.numerals}
    known = (value for key, value in table.items() if re.fullmatch(key, word))
    return next(known, None) or integer(word) or 1


@lru_cache(maxsize=512)
def _unit(layer: _Layer, word: str) -> str:
    units = layer.data.units.items()
    return next((unit for key, unit in units if re.fullmatch(key, word)), "day")


@cache
def _layers(code: str) -> tuple[_Layer, ...]:
    """Numeric dates, the language's own, English."""
    frames = frozenset(word for dates in _sources(code) for word in dates.frames)
    numeric = _Layer(_NUMERIC, frames, _flags(code), _NUMERIC_START)
    return numeric, *(_Layer(dates, frames, _flags(code)) for dates in _sources(code))


def _flags(code: str) -> re.RegexFlag:
    return re.NOFLAG if language(code).spaced else re.ASCII


@cache
def _words_hint(code: str) -> re.Pattern[str]:
    """A cheap test for dates in words, of the language or English."""
    hints = (layer.hint for layer in _layers(code)[1:])
    return re.compile("|".join(hint.pattern for hint in hints), _flags(code))


@cache
def _not_dates(code: str) -> re.Pattern[str]:
    """What only looks like a date, in the text as written."""
    return re.compile("|".join(p for dates in _sources(code) for p in dates.not_dates) or "(?!)")


def _sources(code: str) -> list[Dates]:
    own, english = language(code).dates, language("en").dates
    return [dates for dates in (own, english if own is not english else None) if dates]


def _fill(template: str, data: Dates) -> str:
    """A pattern with its placeholders replaced by the words of the language."""

    def words(table: Mapping[str, object]) -> str:
        return "|".join(table) or "(?!)"

    mark = f"(?P<mark>{data.year_mark})?" if data.year_mark else ""
    for name, pattern in {
        "bare_year": r"(?P<year>199\d|20(?!00)[0-4]\d)(?![\d%]|[.,/-]\d){mark}",
        "year": r"(?P<year>(?:19|20)\d\d)(?![\d%]|[.,/-]\d){mark}",
        "mark": mark,
        "month": rf"(?P<month>{words(data.months)})(?!{LETTER})(?:\.(?= \d))?",
        "mm": r"(?P<mm>(?:1[0-2]|0?[1-9])(?!\d)|十[一二]?|[一二三四五六七八九])",
        "day": r"(?P<day>[12]\d|3[01]|0?[1-9])(?![\d%]|[.,:]\d)",
        "since": r"(?P<since>[12]\d|3[01]|0?[1-9])",
        "until": r"(?P<until>[12]\d|3[01]|0?[1-9])(?![\d%])",
        "part": rf"(?P<part>{words(data.parts)})",
        "unit": rf"(?P<unit>{words(data.units)})(?!{LETTER})",
        "n": rf"(?:\d{{1,2}} ?[–—~-] ?)?(?P<n>\d{{1,3}}|{words(data.numerals)})",
        "nth": r"(?P<nth>\d{1,3})(?![\d%]|[.,:]\d)",
        "back": r"(?P<back>\d{1,3})(?!\d)",
        "ahead": r"(?P<ahead>\d{1,3})(?!\d)",
        "ordinal": words(data.ordinals),
    }.items():
        template = template.replace(f"{{{name}}}", pattern)
    return template
