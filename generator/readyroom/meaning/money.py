"""Sums of money: what a cell or a line of a budget says, and what several of them add up to."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from readyroom.meaning.lengths import word_count
from readyroom.model.text import Passage, Span
from readyroom.model.values import Quantity, UnitClass

_ASIDE = re.compile(r"\([^()]*\)|（[^（）]*）")
_LETTER_OR_DIGIT = re.compile(r"[^\W_]")
_SEPARATED = re.compile(r"[:：=–—-]\Z")
_FEW_WORDS = 3
_TOLERANCE = 0.01


@dataclass(frozen=True, slots=True)
class Money:
    """An amount, as a range where one is written, in a currency ("" if none is named)."""

    low: float
    high: float
    currency: str
    span: Span

    def fits(self, total: float) -> bool:
        """Whether a total lies in it, one hundredth more or less."""
        return self.low - total * _TOLERANCE <= total <= self.high + total * _TOLERANCE

    def __str__(self) -> str:
        parts = dict.fromkeys(digits(number) for number in (self.low, self.high))
        return f"{'–'.join(parts)} {self.currency}".strip()


def amount_of_cell(text: Passage, currency: str) -> Money | None:
    """The one amount that a cell holds; None where it holds none, several, a share, or more words
    ("2 EUR a day")."""
    found = [q for q in _outside(text) if q.unit_class is UnitClass.MONEY or _is_bare(q)]
    if len(found) != 1:
        return None
    rest = _ASIDE.sub("", text.text[: found[0].start] + " " + text.text[found[0].end :])
    return None if _LETTER_OR_DIGIT.search(rest) else _money(text, found[0], currency)


def amount_of_line(text: Passage, currency: str) -> Money | None:
    """The one amount with a currency that a line names behind a sign ("Cards: 60 EUR"), behind a
    few words, or at its beginning; a sentence may speak of any amount."""
    found = [q for q in _outside(text) if q.unit_class is UnitClass.MONEY]
    if len(found) != 1:
        return None
    before = text.text[: found[0].start].rstrip()
    is_row = _SEPARATED.search(before) or word_count(before) <= _FEW_WORDS
    return _money(text, found[0], currency) if is_row else None


def currency_of(text: Passage) -> str:
    """The code of a currency that stands alone ("EUR", "zł"), "" if it is none."""
    found = text.reader.quantities(f"1 {text.text.strip()}")
    return found[0].currency if len(found) == 1 else ""


def total(amounts: Iterable[Money], currency: str) -> Money:
    """What the amounts add up to."""
    found = list(amounts)
    low, high = sum(m.low for m in found), sum(m.high for m in found)
    return Money(low, high, currency, found[0].span if found else Span(0, 0))


def _outside(text: Passage) -> list[Quantity]:
    """The quantities that do not stand in brackets."""
    asides = [match.span() for match in _ASIDE.finditer(text.text)]
    return [q for q in text.quantities if not any(a <= q.start < b for a, b in asides)]


def _is_bare(quantity: Quantity) -> bool:
    return quantity.unit_class is UnitClass.COUNT and not quantity.unit


def _money(text: Passage, found: Quantity, currency: str) -> Money:
    span = text.span(found.start, found.end)
    return Money(found.low, found.high, found.currency or currency, span)


def digits(number: float) -> str:
    """A number as it stands in front matter: no spaces, and no decimals that say nothing."""
    return f"{number:.2f}".rstrip("0").rstrip(".")
