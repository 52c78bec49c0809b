from __future__ import annotations

import pytest

from readyroom.meaning.lengths import visible_length, word_count
from readyroom.meaning.placeholders import is_blank


@pytest.mark.parametrize(
    ("text", "code", "expected"),
    [
        ("", "en", True),
        ("–", "en", True),
        ("G1", "en", True),
        ("TBD", "en", True),
        ("Goal: to be defined", "en", True),
        ("[date]", "en", True),
        ("{{name}}", "en", True),
        ("G1 будет определено", "ru", True),
        ("目标待定", "zh-Hans", True),
        ("do ustalenia", "pl", True),
        ("itatakda pa", "fil", True),
        ("0", "en", False),
        ("40 people, date to be confirmed", "en", False),
        ("G1 120 volunteers", "en", False),
        ("待定义", "zh-Hans", False),
    ],
)
def test_is_blank(text: str, code: str, expected: bool) -> None:
    assert is_blank(text, code) is expected


@pytest.mark.parametrize(
    ("text", "words", "length"),
    [
        ("", 0, 0),
        ("See tonight's open shifts", 4, 22),
        ("新课表出来了", 3, 16),
        ("一二三四五六七八", 4, 21),
        ("app 新课表", 3, 11),
    ],
)
def test_lengths(text: str, words: int, length: int) -> None:
    assert (word_count(text), visible_length(text)) == (words, length)
