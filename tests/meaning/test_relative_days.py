"""Days that are told from today, in five languages."""

from __future__ import annotations

from datetime import date

import pytest

from readyroom.meaning.relative_days import relative_days, resolve, uncounted
from readyroom.model.brief import Brief
from readyroom.model.text import Passage, Source
from readyroom.parsing.brief import parse_file


def passage(text: str, lang: str, keys: str = "") -> Passage:
    front = f"---\nstatus: planned\nlang: {lang}\ncreated: 2026-11-01\n{keys}---\n"
    found = parse_file(Source("a.md", f"{front}## Timeline\n- {text}\n"))
    assert isinstance(found, Brief)
    return found.blocks("timeline")[0].passage


# Language, text, what tells a day from today: anywhere, and in an answer to "when?".
TEXTS = [
    ("en", "Launch next week", "next week", ""),
    ("en", "Call them next Friday", "next Friday", ""),
    ("en", "120 people by the end of the quarter", "the end of the quarter", ""),
    ("en", "Go out soon", "soon", ""),
    ("en", "As soon as D1 is read", "", ""),
    ("en", "Shortly after the launch", "", ""),
    ("en", "Next week (2026-12-01)", "", ""),
    ("en", "Every month, at the end of the month", "", ""),
    ("en", "They asked “is it next week?”", "", ""),
    ("en", "Read `next week` in the code", "", ""),
    ("en", "By the end of March 2027", "", ""),
    ("en", "today", "", "today"),
    ("en", "not later than 2027-01-10", "", ""),
    ("ru", "Письмо на следующей неделе", "на следующей неделе", ""),
    ("ru", "до конца месяца", "до конца месяца", ""),
    ("ru", "до конца марта 2027", "", ""),
    ("ru", "вскоре после запуска", "", ""),
    ("ru", "через неделю", "", "через неделю"),
    ("ru", "через неделю после старта", "", ""),
    ("zh-Hans", "下周三发第一封信", "下周三", ""),
    ("zh-Hans", "年底前到岗", "年底", ""),
    ("zh-Hans", "2027年3月底前", "", ""),
    ("zh-Hans", "每月底复盘", "", ""),
    ("zh-Hans", "最近30天", "", "最近"),
    ("pl", "w przyszłym tygodniu", "w przyszłym tygodniu", ""),
    ("pl", "pod koniec miesiąca", "pod koniec miesiąca", ""),
    ("pl", "każdego miesiąca, pod koniec miesiąca", "", ""),
    ("pl", "więcej niż w tym roku", "", "w tym roku"),
    ("fil", "sa susunod na linggo", "sa susunod na linggo", ""),
    ("fil", "malapit nang magsimula", "malapit nang", ""),
    ("fil", "malapit na nakatira", "", "malapit na"),
    ("fil", "bukas", "", "bukas"),
]


@pytest.mark.parametrize(("lang", "text", "anywhere", "as_date"), TEXTS)
def test_what_is_told_from_today(lang: str, text: str, anywhere: str, as_date: str) -> None:
    found = passage(text, lang)
    for is_date, expected in ((False, anywhere), (True, as_date or anywhere)):
        ranges = relative_days(found, lang, is_date=is_date)
        assert [found.text[a:b] for a, b in ranges] == [expected][: bool(expected)]


COUNTED = [
    ("en", "T-3: check the list", "T-3"),
    ("en", "Week 3: first letter", "Week 3"),
    ("en", "Week of 7 December 2026", ""),
    ("en", "2026-W50", ""),
    ("zh-Hans", "第3周", "第3周"),
    ("pl", "tydzień 3", "tydzień 3"),
    ("ru", "3-я неделя", "3-я неделя"),
]


@pytest.mark.parametrize(("lang", "text", "expected"), COUNTED)
def test_numbers_that_nothing_counts_from(lang: str, text: str, expected: str) -> None:
    found = passage(text, lang)
    days = [found.text[day.start : day.end] for day in uncounted(found, lang)]
    assert days == [expected][: bool(expected)]


# Written on Friday, 2026-11-20.
MEANT = [
    ("tomorrow", "en", "2026-11-21"),
    ("this week", "en", "2026-11-22"),
    ("next week", "en", "2026-11-29"),
    ("the end of the month", "en", "2026-11-30"),
    ("next month", "en", "2026-12-31"),
    ("next quarter", "en", "2027-03-31"),
    ("end of the year", "en", "2026-12-31"),
    ("next year", "en", "2027-12-31"),
    ("soon", "en", ""),
    ("next Friday", "en", ""),
    ("下周", "zh-Hans", "2026-11-29"),
    ("下周三", "zh-Hans", ""),
    ("завтра", "ru", "2026-11-21"),
    ("послезавтра", "ru", ""),
    ("в следующем месяце", "ru", "2026-12-31"),
    ("pod koniec kwartału", "pl", "2026-12-31"),
    ("sa susunod na buwan", "fil", "2026-12-31"),
]


@pytest.mark.parametrize(("words", "lang", "expected"), MEANT)
def test_which_day_was_meant(words: str, lang: str, expected: str) -> None:
    day = resolve(words, date(2026, 11, 20), lang)
    assert (str(day) if day else "") == expected
