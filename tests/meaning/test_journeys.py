from __future__ import annotations

import pytest

from readyroom.meaning.journeys import sequence, ways_on, ways_out
from readyroom.model.brief import Brief
from readyroom.model.text import Source
from readyroom.parsing.brief import parse_file

TABLE = "| step | trigger | message | if no reaction |\n| --- | --- | --- | --- |\n"
TWO = TABLE + "| mail 1 | Monday | a | mail 2 |\n| mail 2 | Friday | b | |\n"


def read(body: str, code: str = "en") -> Brief:
    head = f"---\nstatus: planned\nlang: {code}\n---\n## Personalization\n"
    brief = parse_file(Source("brief.md", head + body))
    assert isinstance(brief, Brief)
    return brief


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (TWO, 2),
        (TWO + "| exception | booked | | leaves |\n", 2),
        ("- Mail 1: hello\n- Mail 2: reminder\n", 2),
        ("1. Welcome mail\n2. Reminder\n3. Last call\n", 3),
        ("Mail -> SMS -> call\n", 3),
        ("- Email: S1, evenings\n- SMS: S2, weekends\n", 0),
        ("- Email 60 readers\n- Call 10 readers\n", 0),
        ("| segment | message | when |\n| --- | --- | --- |\n| S1 | a | Monday |\n", 0),
        ("We write once.\n", 0),
    ],
)
def test_steps_are_counted(body: str, expected: int) -> None:
    assert len(sequence(read(body))) == expected


@pytest.mark.parametrize(
    ("body", "code", "on", "out"),
    [
        (TWO, "en", True, False),
        (TWO + "\nWho books leaves the series.\n", "en", True, True),
        (TWO + "| exception | | | |\n", "en", True, False),
        (TWO + "| exception | booked | nothing | moves to S2 |\n", "en", True, True),
        ("- Письмо 1\n- Письмо 2\n", "ru", False, False),
        ("- Письмо 1\n- Письмо 2\n- Купил: выбывает из цепочки\n", "ru", True, True),
        ("- 第一封邮件\n- 第二封邮件\n- 已约课的移出名单\n", "zh-Hans", True, True),
        ("Mail 1 -> mail 2. Brak reakcji: cisza.\n", "pl", True, False),
        ("- Text 1\n- Text 2\n- Kapag nag-book, lalabas sa serye\n", "fil", True, True),
    ],
)
def test_ways_beside_the_steps(body: str, code: str, on: bool, out: bool) -> None:
    brief = read(body, code)
    assert (ways_on(brief), ways_out(brief)) == (on, out)
