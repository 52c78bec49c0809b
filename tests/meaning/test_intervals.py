from __future__ import annotations

import pytest

from readyroom.meaning.intervals import interval_days
from readyroom.model.brief import Brief
from readyroom.model.text import Passage, Source
from readyroom.parsing.brief import parse_file


def passage(text: str, code: str) -> Passage:
    source = f"---\nstatus: planned\nlang: {code}\n---\n## Goals\n- {text}\n"
    brief = parse_file(Source("brief.md", source))
    assert isinstance(brief, Brief)
    return brief.items("goals")[0].passage


@pytest.mark.parametrize(
    ("text", "code", "expected"),
    [
        ("daily", "en", 1),
        ("once a day", "en", 1),
        ("once", "en", 0),
        ("every 3 days", "en", 3),
        ("every Monday", "en", 7),
        ("day 7", "en", 7),
        ("when it rains", "en", None),
        ("раз в неделю", "ru", 7),
        ("при отправке", "ru", 0),
        ("每天", "zh-Hans", 1),
        ("借书后第 3 天", "zh-Hans", 3),
        ("co dwa tygodnie", "pl", 14),
        ("raz w miesiącu", "pl", 30),
        ("araw-araw", "fil", 1),
        ("tuwing Lunes", "fil", 7),
    ],
)
def test_interval(text: str, code: str, expected: float | None) -> None:
    assert interval_days(passage(text, code), code) == expected
