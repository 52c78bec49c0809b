"""Claims: superlatives, shares and earnings, and what only looks like one."""

from __future__ import annotations

import pytest

from readyroom.meaning.claims import claims
from readyroom.model.brief import Brief
from readyroom.model.text import Source
from readyroom.parsing.brief import parse_file

LINES = [
    ("en", "The fastest planner on the market", ["fastest"]),
    ("en", "No fees, no app, the easiest way to a shift", ["easiest"]),
    ("en", "40% of our readers come back", ["40%"]),
    ("en", "Earn 4,000 EUR a month from home", ["4,000 EUR"]),
    ("en", "Save 20% on your first class", []),
    ("en", "100% cotton, printed in the village", []),
    ("en", "Tuesday works best for parents", []),
    ("en", "We are not the cheapest, and four people share a teacher", []),
    ("en", "Meet at Best Street Library at seven", []),
    ("en", "Is this the best hour?", []),
    ("ru", "Единственная мастерская с печью", ["Единственная"]),
    ("ru", "Мы не только рядом, мы лучшие", ["лучшие"]),
    ("ru", "Мы тот самый клуб у моста", []),
    ("ru", "Лучше один раз попробовать", []),
    ("zh-Hans", "教学质量全区第一", ["第一"]),
    ("zh-Hans", "非常适合初学者，最专业的老师", ["最专业"]),
    ("zh-Hans", "第一节课免费，最近的校区", []),
    ("zh-Hans", "最好提前十分钟到，保证金 50 元", []),
    ("pl", "Jedyna pracownia na osiedlu", ["Jedyna"]),
    ("pl", "Najwyżej 6 osób, najbliższe zajęcia w środę", []),
    ("fil", "Ang pinakamahusay na guro", ["pinakamahusay"]),
    ("fil", "Ang pinakamalapit na pantry", []),
]


@pytest.mark.parametrize(("code", "line", "expected"), LINES)
def test_finds_claims(code: str, line: str, expected: list[str]) -> None:
    front = f"---\nstatus: planned\nlang: {code}\n---\n"
    brief = parse_file(Source("a.md", f"{front}## Message\n{line}\n"))
    assert isinstance(brief, Brief)
    [block] = brief.blocks("message")
    where = block.passage
    assert [where.text[start:end] for start, end in claims(where, code)] == expected
