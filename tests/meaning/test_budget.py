"""Sums of money: what a cell says, and what a Budget section adds up to."""

from __future__ import annotations

import pytest

from readyroom.meaning.budget import has_rate, read_budget
from readyroom.meaning.money import amount_of_cell, currency_of
from readyroom.model.brief import Brief
from readyroom.model.text import Source
from readyroom.parsing.brief import parse_file


def budget(body: str, lang: str = "en") -> Brief:
    front = f"---\nstatus: planned\nlang: {lang}\n---\n"
    found = parse_file(Source("a.md", f"{front}## Budget\n{body}\n"))
    assert isinstance(found, Brief)
    return found


CELLS = [
    ("en", "1,200 EUR", "1200 EUR"),
    ("en", "400", "400 EUR"),
    ("en", "€1,200.50", "1200.5 EUR"),
    ("en", "500-1000 EUR", "500–1000 EUR"),
    ("en", "60 EUR (12 × 5 EUR)", "60 EUR"),
    ("en", "approx. 300 EUR", "300 EUR"),
    ("en", "0", "0 EUR"),
    ("en", "2 EUR a day", ""),
    ("en", "400 EUR plus tax", ""),
    ("en", "20%", ""),
    ("en", "–", ""),
    ("ru", "9 тыс. руб.", "9000 RUB"),
    ("ru", "9 000", "9000 EUR"),
    ("pl", "1 800 zł", "1800 PLN"),
    ("zh-Hans", "1.5万", "15000 EUR"),
    ("zh-Hans", "5000 元/月", ""),
    ("fil", "₱2,400", "2400 PHP"),
]


@pytest.mark.parametrize(("lang", "written", "expected"), CELLS)
def test_the_amount_of_a_cell(lang: str, written: str, expected: str) -> None:
    table = f"| item | amount |\n| --- | --- |\n| x | {written} |"
    cell = budget(table, lang).items("budget")[0].cells["amount"]
    found = amount_of_cell(cell, "EUR")
    assert (str(found) if found else "") == expected


@pytest.mark.parametrize(
    ("lang", "written", "expected"),
    [("en", "EUR", "EUR"), ("pl", "zł", "PLN"), ("zh-Hans", "元", "CNY"), ("en", "shells", "")],
)
def test_the_currency_of_a_cell(lang: str, written: str, expected: str) -> None:
    text = budget(f"- {written}", lang).items("budget")[0].passage
    assert currency_of(text) == expected


# Body, rows, total, whether all can be added up.
SECTIONS = [
    ("- Cards: 400 EUR\n- Bus: 300 EUR\n- Total: 700 EUR", ["400 EUR", "300 EUR"], "700 EUR", True),
    ("- Cards: 400 EUR\n- Reserve: 10%", ["400 EUR"], "", False),
    ("- Cards: 400 EUR\n\nTotal: 400 EUR", ["400 EUR"], "400 EUR", True),
    ("We have 400 EUR.", [], "", True),
]  # fmt: skip


@pytest.mark.parametrize(("body", "rows", "total", "complete"), SECTIONS)
def test_a_budget(body: str, rows: list[str], total: str, complete: bool) -> None:
    found = read_budget(budget(body), "EUR")
    assert [str(row) for row in found.rows] == rows
    assert (str(found.total) if found.total else "", found.complete) == (total, complete)


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("en", "Rate of 2026-11-02: 1 EUR = 4.30 PLN", True),
        ("en", "1 EUR = 4.30 PLN", False),
        ("zh-Hans", "汇率 7.8（2026-11-02）", True),
        ("ru", "По курсу на 2026-11-02", True),
        ("pl", "Kurs z 2026-11-02: 4,30", True),
        ("fil", "Palitan noong 2026-11-02: 62", True),
    ],
)
def test_a_rate_has_a_day(lang: str, text: str, expected: bool) -> None:
    assert has_rate(budget(text, lang)) is expected
