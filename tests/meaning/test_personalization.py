from __future__ import annotations

import pytest

from readyroom.meaning.personalization import answers, field_rows
from readyroom.model.brief import Brief
from readyroom.model.text import Source
from readyroom.parsing.brief import parse_file


def read(body: str, code: str = "en") -> Brief:
    head = f"---\nstatus: planned\nlang: {code}\n---\n## Personalization\n"
    brief = parse_file(Source("brief.md", head + body))
    assert isinstance(brief, Brief)
    return brief


@pytest.mark.parametrize(
    ("body", "code", "expected"),
    [
        ("**People:** Lea reads.\n", "en", ["Lea reads."]),
        ("- People – Lea reads.\n", "en", ["Lea reads."]),
        ("**People.** Lea reads.\n", "en", ["Lea reads."]),
        ("People: Lea\nreads.\nProcess: weekly\n", "en", ["Lea\nreads."]),
        ("### People\n\nLea reads.\n", "en", ["Lea reads."]),
        ("| part | text |\n| --- | --- |\n| People | Lea reads. |\n", "en", ["Lea reads."]),
        ("| people | process |\n| --- | --- |\n| Lea | weekly |\n", "en", ["Lea"]),
        ("**Люди:** Зоя читает\n", "ru", ["Зоя читает"]),
        ("**人员：** 小雨抽查\n", "zh-Hans", ["小雨抽查"]),
        ("- **People:** <!-- who? -->\n", "en", [""]),
        ("People who book get a mail.\n", "en", []),
    ],
)
def test_what_stands_behind_a_label(body: str, code: str, expected: list[str]) -> None:
    assert [answer.text for answer in answers(read(body, code), "people")] == expected


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("| field | source |", 1),
        ("| data point | system | keeper |", 1),
        ("| name | size | need | offer | note |", 0),
        ("| segment | message | when |", 0),
    ],
)
def test_a_table_of_fields_is_told_by_its_head(head: str, expected: int) -> None:
    width = head.count("|") - 1
    body = f"{head}\n|{' --- |' * width}\n|{' a |' * width}\n"
    assert len(field_rows(read(body))) == expected
