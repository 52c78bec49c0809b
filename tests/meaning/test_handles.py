from __future__ import annotations

import pytest

from readyroom.meaning.handles import names_somebody, names_team

KNOWN = frozenset({"lea", "小雨"})


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("call ten readers (@mia)", True),
        ("Lea calls ten readers", True),
        ("请小雨打电话", True),
        ("Mia calls ten readers", False),
        ("please call ten readers", False),
    ],
)
def test_the_people_of_a_brief_are_known(text: str, expected: bool) -> None:
    assert names_team(text, KNOWN) is expected


@pytest.mark.parametrize(
    ("text", "code", "expected"),
    [
        ("demo video, Mia, 2026-12-02", "en", True),
        ("demo video (mia, 2026-12-02)", "en", True),
        ("demo video by Mia", "en", True),
        ("Зоя звонит десяти ученикам", "ru", True),
        ("文浩打电话", "zh-Hans", True),
        ("Make a video", "en", False),
        ("Post 3x per week", "en", False),
        ("Снять видео", "ru", False),
        ("Nakręcić film, marketing", "pl", False),
        ("Gumawa ng video", "fil", False),
    ],
)
def test_somebody_is_named(text: str, code: str, expected: bool) -> None:
    assert names_somebody(text, KNOWN, code) is expected


@pytest.mark.parametrize(
    ("text", "code", "expected"),
    [
        ("Mia reads 20 samples", "en", True),
        ("Зоя читает письма", "ru", True),
        ("Marketing reads 20 samples", "en", False),
        ("Samples are read", "en", False),
        ("ktoś czyta próbkę", "pl", False),
        ("运营团队抽查", "zh-Hans", False),
    ],
)
def test_a_name_may_come_first(text: str, code: str, expected: bool) -> None:
    assert names_somebody(text, KNOWN, code, first=True) is expected
