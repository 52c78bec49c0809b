"""How often at most: limits on messages to one person, as people write them down."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from readyroom.languages import language
from readyroom.languages.matching import cell, words
from readyroom.meaning.lengths import word_count
from readyroom.model.citations import cited

_PERIODS = {"day": 1, "week": 7, "fortnight": 14, "month": 30, "quarter": 91, "year": 365}
_CLAUSE_END = re.compile(r"[;；,，。()（）|\n]|\.\s")
_DIGITS = r"(?<![A-Za-z0-9_.,:/-])\d{1,3}(?![\d%:]|[.,]\d| ?(?:am|pm)\b| (?:of|из|z|sa) \d)"
_HAN = "〇一二三四五六七八九十"
_CLOSE = 2
_MOST_MESSAGES = 20
_KIND_OF_DAY = r"(?:(?:working|business|calendar|рабоч\w*|календарн\w*)\s+|工作)?"
_SELDOM = ("week", "fortnight", "month", "quarter", "year")


@dataclass(frozen=True, slots=True)
class Cap:
    """At most so many messages in so many days."""

    times: float
    days: float

    @property
    def per_week(self) -> float:
        """The same for a week; what is rarer counts as a share of one."""
        return self.times * 7 / self.days


def read_cap(text: str, code: str) -> Cap | None:
    """The number of times and the period of a limit ("at most 2 per week per person"), None where
    no period is named. A period without a number ("weekly") is one time."""
    return next((cap for cap, _ in _caps(text, code)), None)


def states_cap(text: str, code: str, *, in_column: bool = False) -> bool:
    """Whether a text says how often at most.

    In a column for that any number or rhythm will do; elsewhere the number has to belong to a
    period or to a word such as "at most", because reasons hold numbers too.
    """
    interval, once = cell("interval", text, code), text in words("one_off", code)
    if in_column:
        return once or interval not in ("", "live") or bool(_number(code).search(text.lower()))
    if (once or interval in _SELDOM) and not cited(text, "E"):
        return True
    return sets_limit(text, code) or _counts_messages(text, code)


@lru_cache(maxsize=4096)
def sets_limit(text: str, code: str) -> bool:
    """Whether a number stands beside a period or a word such as "at most"."""
    limited = (text[end:] for _, end in words("at_most", code).find(text))
    return any(_begins_with_number(rest, code) for rest in limited) or any(
        is_near for _, is_near in _caps(text, code)
    )


def _counts_messages(text: str, code: str) -> bool:
    """ "Two mails, on 18 January and 1 February": a number of messages for the whole campaign."""
    nouns = [start for start, _ in words("message_noun", code).find(text)]
    return any(
        _value(number[0], code) <= _MOST_MESSAGES and not text[number.end() : start].strip()
        for number in _number(code).finditer(text.lower())
        for start in nouns
        if start >= number.end()
    )


def _begins_with_number(text: str, code: str) -> bool:
    once = next(words("once", code).find(text), None)
    if once and not word_count(text[: once[0]]):
        return True
    found = _number(code).search(text.lower())
    if found is None or word_count(text[: found.start()]) > _CLOSE:
        return False
    return not _minutes(code).match(text.lower()[found.end() :])


@cache
def _minutes(code: str) -> re.Pattern[str]:
    """Lengths of time within a day: how long a call takes is no limit."""
    numbers = language(code).numbers
    short = [unit for unit, days in (numbers.durations if numbers else {}).items() if days < 1]
    return re.compile(rf"[\s-]*(?:{'|'.join(short) or '(?!)'})")


def _caps(text: str, code: str) -> Iterator[tuple[Cap, bool]]:
    """Each period with its number of times, and whether a number stands close to it."""
    low = text.lower()
    found = sorted(
        (start, end, days)
        for name, days in _PERIODS.items()
        for start, end in words(f"period_{name}", code).find(text)
    )
    for start, end, days in found:
        many = re.search(rf"({_number(code).pattern})[\s个-]*{_KIND_OF_DAY}$", low[:start])
        first = many.start() if many else start
        length = days * (_value(many[1], code) if many else 1)
        before = _CLAUSE_END.split(low[:first])[-1]
        behind = _CLAUSE_END.split(low[end:])[0]
        numbers = list(_number(code).finditer(before))
        after = _number(code).search(behind)
        if numbers and (language(code).spaced or not after):
            gap = word_count(before[numbers[-1].end() :])
            yield Cap(_value(numbers[-1][0], code), length), gap <= _CLOSE
        elif after:
            gap = word_count(behind[: after.start()])
            yield Cap(_value(after[0], code), length), gap <= _CLOSE
        else:
            yield Cap(1, length), False


@cache
def _number(code: str) -> re.Pattern[str]:
    border = r"(?<!\w)(?:{})(?!\w)" if language(code).spaced else "{}"
    spelled = "|".join(pattern for pattern, _ in _spelled(code))
    return re.compile(rf"{_DIGITS}|{border.format(spelled)}" if spelled else _DIGITS)


@cache
def _spelled(code: str) -> tuple[tuple[str, int], ...]:
    """Numbers in words; an article is none."""
    dates = language(code).dates
    numerals = dates.numerals if dates else {}
    return tuple(
        (pattern.removeprefix("an?|"), value)
        for pattern, value in numerals.items()
        if pattern != "半"
    )


def _value(written: str, code: str) -> int:
    if written.isdecimal():
        return max(int(written), 1)
    known = (value for pattern, value in _spelled(code) if re.fullmatch(pattern, written))
    han = 2 if written == "两" else max(_HAN.find(written[:1]), 1)
    return next((value for value in known if value), han)
