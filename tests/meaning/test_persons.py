from __future__ import annotations

import pytest

from readyroom.meaning.persons import Who, who


@pytest.mark.parametrize(
    ("text", "code", "expected"),
    [
        ("ana", "en", Who.ONE),
        ("@ana", "en", Who.ONE),
        ("ana@pantry.example", "en", Who.ONE),
        ("Ana Silva (marketing team)", "en", Who.ONE),
        ("Ana Silva, head of growth", "en", Who.ONE),
        ("Silva, Ana", "en", Who.ONE),
        ("João Sales", "en", Who.ONE),
        ("小林", "zh-Hans", Who.ONE),
        ("陈和平", "zh-Hans", Who.ONE),
        ("ana, jo", "en", Who.SEVERAL),
        ("Ana Silva, Jo Reyes", "en", Who.SEVERAL),
        ("Ana and Jo", "en", Who.SEVERAL),
        ("Зоя и Лев", "ru", Who.SEVERAL),
        ("小林和小王", "zh-Hans", Who.SEVERAL),
        ("Ania i Jan", "pl", Who.SEVERAL),
        ("Mayumi at Jun", "fil", Who.SEVERAL),
        ("the growth team", "en", Who.GROUP),
        ("отдел маркетинга", "ru", Who.GROUP),
        ("市场部", "zh-Hans", Who.GROUP),
        ("Zespół marketingu", "pl", Who.GROUP),
        ("koponan ng marketing", "fil", Who.GROUP),
        ("", "en", Who.NOBODY),
        ("TBD", "en", Who.NOBODY),
        ("уточняется", "ru", Who.NOBODY),
    ],
)
def test_who(text: str, code: str, expected: Who) -> None:
    assert who(text, code) is expected
