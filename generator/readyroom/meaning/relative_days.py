"""Days that are told from today: where a text has one, and which day it was when it was written."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from readyroom.languages import language
from readyroom.languages.matching import cell, words
from readyroom.meaning.quotation import quoted
from readyroom.model.text import Passage
from readyroom.model.values import DateKind, DateMention

Range = tuple[int, int]

# How far from the words a date may stand that says which day they mean: "next week (2026-12-01)".
_NEAR = 16
_WEEKDAY = re.compile(r"(?<=周|期|拜)[一二三四五六日天]")
_SENTENCE = re.compile(r"[.;!?]\s|[\n|。；！？]")
_ANCHORED = re.compile(
    r"\s*(?:after|before|of|from|following|since|после|до|от|перед|po|przed|od|pagkatapos|matapos|"
    r"bago|mula)\b"
)


def relative_days(text: Passage, code: str, *, is_date: bool) -> Iterator[Range]:
    """Start and end of the words that tell a day from today ("next week").

    Rhythms, words that a date beside them explains, and days counted from something else ("soon
    after mail 1") are left out, and so is what the text quotes or sets as code. With `is_date` the
    text is an answer to "when?": words such as "today" or "later" count there as well.
    """
    found = [*words("relative_date", code).find(text.text)]
    if is_date:
        found += words("relative_now", code).find(text.text)
    if not found:
        return
    quotes, known = quoted(text.text), [day for day in text.dates if day.last]
    last = 0
    for start, end in sorted(found):
        if start < last or text.in_code(start) or any(a < start and end < b for a, b in quotes):
            continue
        explained = any(day.start - _NEAR <= end and start <= day.end + _NEAR for day in known)
        if explained or _ANCHORED.match(text.text, end) or _is_rhythm(text.text, start, code):
            continue
        last = end + bool(_WEEKDAY.match(text.text, end))
        yield start, last


def _is_rhythm(text: str, start: int, code: str) -> bool:
    """Whether the sentence began with "every …"."""
    return _SENTENCE.split(text[:start])[-1] in words("every", code)


def uncounted(text: Passage, code: str) -> Iterator[DateMention]:
    """Days and weeks that are only numbers ("T-3", "day 5", "week 3") in a brief without launch."""
    weeks = "|".join(form for form, unit in _units(code) if unit == "week")
    for day in text.dates:
        written = text.text[day.start : day.end].lower()
        is_week = day.kind is DateKind.PERIOD and day.assumed_year and re.search(weeks, written)
        if (day.kind is DateKind.OFFSET and day.last is None) or is_week:
            yield day


def _units(code: str) -> Iterator[tuple[str, str]]:
    for found in (language("en"), language(code)):
        yield from found.dates.units.items() if found.dates else ()


def resolve(words_found: str, written_on: date, code: str) -> date | None:
    """The last day that the words meant on the day on which they were written; None where that
    cannot be said ("soon")."""
    meant = "" if _WEEKDAY.search(words_found) else cell("relative_date", words_found, code)
    which, _, unit = meant.partition(" ")
    if meant == "today":
        return written_on
    if meant == "tomorrow":
        return written_on + timedelta(days=1)
    if not unit:
        return None
    end = _last_day(written_on, unit)
    return end if which == "this" else _last_day(end + timedelta(days=1), unit)


def _last_day(day: date, unit: str) -> date:
    """The last day of the week, month, quarter or year around a day."""
    if unit == "week":
        return day + timedelta(days=6 - day.weekday())
    month = {"month": day.month, "quarter": (day.month + 2) // 3 * 3, "year": 12}[unit]
    return date(day.year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
