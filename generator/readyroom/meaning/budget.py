"""What a Budget section says: its rows, its total, and whether everything in it can be added up."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from readyroom.languages.matching import cell, words
from readyroom.meaning.money import Money, amount_of_cell, amount_of_line, currency_of
from readyroom.model.brief import BlockKind, Brief, Item
from readyroom.model.text import Passage


@dataclass(frozen=True, slots=True)
class Budget:
    """The amounts of the rows, the amount of a row or line that is called the total, and whether
    every row has one amount."""

    rows: tuple[Money, ...]
    total: Money | None
    complete: bool


def read_budget(brief: Brief, currency: str) -> Budget:
    """The Budget section; `currency` is that of amounts which name none."""
    rows: list[Money | None] = []
    totals: list[Money] = []
    for label, amount in _entries(brief, currency):
        if cell("budget_type", label, brief.language) == "total":
            totals += [amount] if amount else []
        else:
            rows.append(amount)
    known = tuple(row for row in rows if row)
    return Budget(known, max(totals, key=lambda m: m.high, default=None), len(known) == len(rows))


def _entries(brief: Brief, currency: str) -> Iterator[tuple[str, Money | None]]:
    """What each row, list item and line of text is called, and its amount."""
    for item in brief.items("budget"):
        if "amount" in item.cells:
            yield _label(item), _of_row(item, currency)
        elif not item.cells:
            yield item.text, amount_of_line(item.passage, currency)
    for block in brief.blocks("budget"):
        if block.kind is BlockKind.PARAGRAPH and _is_total(block.passage, brief.language):
            yield block.passage.text, amount_of_line(block.passage, currency)


def _label(item: Item) -> str:
    """The name of a row: its item cell, without which the type has to do."""
    found = item.cell("item") or item.cell("type")
    return found.text if found else ""


def _of_row(item: Item, currency: str) -> Money | None:
    named = item.cell("currency")
    return amount_of_cell(item.cells["amount"], (currency_of(named) if named else "") or currency)


def _is_total(text: Passage, code: str) -> bool:
    return cell("budget_type", text.text[:20], code) == "total"


def has_rate(brief: Brief) -> bool:
    """Whether the section names a rate of exchange with its day, in words or as 1 EUR = 4 PLN."""
    rate = words("exchange_rate", brief.language)
    return any(
        any(day.last for day in block.passage.dates)
        and (
            block.passage.text in rate
            or len({found.currency for found in block.passage.quantities} - {""}) > 1
        )
        for block in brief.blocks("budget")
    )
