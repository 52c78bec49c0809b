"""The rule budget-mismatch: budgets as people write them, in lists, tables and sentences."""

from __future__ import annotations

from datetime import date

import pytest

from readyroom.linting.engine import lint
from readyroom.model.brief import Brief
from readyroom.model.playbook import Playbook
from readyroom.model.text import Source
from readyroom.parsing.brief import parse_file

HEADINGS = {"en": "Budget", "ru": "Бюджет", "zh-Hans": "预算", "pl": "Budżet", "fil": "Badyet"}
TACTICS = "\n\n## Tactics\n| id | tactic | cost |\n| --- | --- | --- |\n"


def table(*rows: str, head: str = "item | amount") -> str:
    dashes = " | ".join("---" for _ in head.split("|"))
    return "\n".join(f"| {row} |" for row in (head, dashes, *rows))


def lines(*rows: str) -> str:
    return "\n".join(f"- {row}" for row in rows)


FINE = [
    ("en", "1000, currency: EUR", lines("Printing: €400", "Travel: €300", "Reserve (30%): €300")),
    ("en", "1000, currency: EUR", table("Ads | 500", "Prints | 500", "**Total** | **1,000**")),
    ("en", "1000, currency: EUR", table("Ads | 500", "Prints | 500", "Everything | 1,000")),
    ("en", "1000, currency: EUR", table("Ads | 500–700", "Prints | 400 EUR")),
    ("en", "1000, currency: EUR", table("Ads | 600 EUR", "Reserve | 40%")),
    ("en", "1000, currency: EUR", table("Ads | 20 EUR a day", "Prints | 400 EUR")),
    ("en", "1000, currency: EUR", "We spend at most 1,000 EUR: 600 on ads, 400 on prints."),
    ("en", "1000, currency: EUR", lines("Ads: 1,000 EUR", "Last year we spent 900 EUR on ads")),
    ("en", "995, currency: EUR", lines("Ads: 600 EUR", "Prints: 400 EUR")),
    ("en", "1000, currency: EUR", TACTICS + "| T1 | x | 700 |\n| T2 | y | 300 EUR |"),
    ("en", "0", "Everything is done by volunteers."),
    ("ru", "48000, currency: RUB", lines("Реклама — 30 тыс. ₽", "Печать — 18 тыс. ₽")),
    ("zh-Hans", "12000, currency: CNY", table("短信 | 0.8万元", "物料 | 4000", "合计 | 1.2万")),
    ("pl", "1000, currency: PLN", lines("Druk: 700 zł", "Rezerwa: 300 zł") + "\n\nRazem: 1000 zł"),
    ("fil", "10000, currency: PHP", lines("Pagkain: ₱6,000", "Pamasahe: ₱4,000")),
]
WRONG = [
    ("en", "1000, currency: EUR", table("Ads | 400", "Prints | 300"), "700 EUR", "1000 EUR"),
    ("en", "1000, currency: EUR", table("Ads | 600", "Prints | 500"), "1100 EUR", "1000 EUR"),
    ("en", "1000, currency: EUR", table("Ads | 500–600", "Web | 300"), "800–900 EUR", "1000 EUR"),
    ("en", "1000, currency: EUR", table("Ads | 1,200", "Reserve | 10%"), "1200 EUR", "1000 EUR"),
    ("ru", "48000, currency: RUB", lines("Веб: 30 000 ₽", "Печать: 18 000 ₽", "Всего: 50 000 ₽"),
     "48000 RUB", "50000 RUB"),
    ("zh-Hans", "12000, currency: CNY", lines("短信：8000 元", "物料：5000 元"),
     "13000 CNY", "12000 CNY"),
    ("pl", "700, currency: PLN", table("Druk | 400,00 zł", "Bus | 300,00 zł", "Suma | 800,00 zł"),
     "700 PLN", "800 PLN"),
    ("fil", "10000, currency: PHP", table("Pagkain | PHP 6,000", "Pamasahe | 3,000"),
     "9000 PHP", "10000 PHP"),
]  # fmt: skip
OTHER = [
    ("{amount: 400}", "", "The budget has a number and no currency."),
    ("{currency: EUR}", "", "The front matter does not say how much money there is."),
    ("", "400 EUR from the fund", "The front matter does not say how much money there is."),
    ("{amount: 1000, currency: EUR}", TACTICS + "| T1 | x | 700 |\n| T2 | y | 400 |",
     "The tactics cost 1100 EUR, and the budget is 1000 EUR."),
    ("{amount: 1000, currency: EUR}", table("Ads | 900 EUR", "Domain | 100 USD"),
     "This row is in USD and the budget in EUR."),
    ("{amount: a lot, currency: EUR}", "", ""),  # front-matter-invalid says so
]  # fmt: skip


def found(lang: str, budget: str, body: str) -> list[str]:
    front = f"id: spring\nstatus: validated\nlang: {lang}\nbudget: {budget}\n"
    text = f"---\n{front}---\n## {HEADINGS[lang]}\n{body}\n"
    brief = parse_file(Source("playbooks/spring.md", text))
    assert isinstance(brief, Brief)
    report = lint(Playbook(briefs=(brief,)), date(2026, 11, 22), ui_language="en")
    return [one.message for one in report.diagnostics if one.rule == "budget-mismatch"]


@pytest.mark.parametrize(("lang", "amount", "body"), FINE)
def test_it_adds_up(lang: str, amount: str, body: str) -> None:
    assert found(lang, f"{{amount: {amount}}}", body) == []


@pytest.mark.parametrize(("lang", "amount", "body", "added", "total"), WRONG)
def test_it_does_not_add_up(lang: str, amount: str, body: str, added: str, total: str) -> None:
    expected = [f"The rows add up to {added}, and the total is {total}."]
    assert found(lang, f"{{amount: {amount}}}", body) == expected


@pytest.mark.parametrize(("budget", "body", "expected"), OTHER)
def test_what_else_is_missing(budget: str, body: str, expected: str) -> None:
    assert found("en", budget, body) == [expected][: bool(expected)]
