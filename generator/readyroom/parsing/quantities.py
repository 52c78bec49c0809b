"""Numbers with units in a visible text, in a brief's language and English."""

from __future__ import annotations

import re
from collections.abc import Iterator

from readyroom.model.values import Quantity, UnitClass
from readyroom.parsing.choices import Choices, Meaning
from readyroom.parsing.dates import written_dates
from readyroom.parsing.hidden import HIDDEN, without
from readyroom.parsing.numbers_grammar import NumbersGrammar, Role, WordBefore, numbers_grammar
from readyroom.parsing.plain import plain

_YEAR = re.compile(r"199\d|20(?!00)[0-4]\d")
_FRACTION = re.compile(r"/[234](?!\d)")
# Signs behind which nothing belongs to a number any more.
_ENDS = frozenset(("", *"0123456789.,;()!?", HIDDEN))
_BEFORE_SIGN = " (:<>=≤≥~"


def read_quantities(text: str, language: str) -> tuple[Quantity, ...]:
    """Quantities in order, without overlaps. Dates, years, ages, times, phone numbers, versions,
    ordinals and numbers that are part of a word ("B2B", "S-07") are none."""
    flat = plain(text)
    grammar = numbers_grammar(language)
    found = list(_words(flat, text, grammar))
    if grammar.digit.search(flat):
        shown = without(flat, _dates(text, flat, language))
        shown = without(shown, [(word.start, word.end) for word in found])
        shown = grammar.not_numbers.sub(lambda match: HIDDEN * len(match[0]), shown)
        found += _numbers(shown, text, grammar)
        found.sort(key=lambda quantity: quantity.start)
    return tuple(found)


def _dates(text: str, flat: str, code: str) -> list[tuple[int, int]]:
    """Where dates stand. A whole text such as "2026" or "3 weeks" may be a number as well."""
    whole = len(flat.strip())
    return [
        (written.start, written.end)
        for written in written_dates(text, code)
        if not (written.is_amount and written.end - written.start == whole)
    ]


def _words(flat: str, text: str, grammar: NumbersGrammar) -> Iterator[Quantity]:
    """Words that are a quantity by themselves: "double", "x2", 三成."""
    for match in grammar.words.regex.finditer(flat):
        kind, value = grammar.words.meaning(match)
        written = grammar.words.parts(match).get("n")
        if written:
            value = round(value * (grammar.value(written) or 0), 6)
        start, end = match.span()
        yield Quantity(value, value, kind, start, end, unit=text[start:end])


def _numbers(flat: str, text: str, grammar: NumbersGrammar) -> Iterator[Quantity]:
    position = 0
    for match in grammar.number.finditer(flat):
        if match.start() >= position:
            amount = _Amount(flat, grammar, position, match)
            quantity = amount.quantity(text) if amount.read() else None
            if quantity:
                yield quantity
            position = amount.end


class _Amount:
    """A number that is being read: `start` and `end` grow around it with all that belongs to it.

    What stands before `floor` belongs to the number before. `worth` is what the value is multiplied
    with, `unit` where the word for its unit stands.
    """

    high = ""
    is_change = False
    worth = 1.0
    kind = UnitClass.COUNT
    unit = (0, 0)
    comparator = ""
    currency = ""
    days = 0.0
    scale = 0.0

    def __init__(
        self, flat: str, grammar: NumbersGrammar, floor: int, number: re.Match[str]
    ) -> None:
        self.flat = flat
        self.grammar = grammar
        self.floor = floor
        self.start, self.end = number.span()
        self.low = number[0]

    def read(self) -> bool:
        """Take everything that belongs to the number; False if it is none after all."""
        word, currency = self._word_before(self.start), None
        if word and word.role is Role.CURRENCY:
            word, currency = self._word_before(word.start), word
        self.is_change = word is not None and word.role is Role.CHANGE
        follows = self.flat[self.end : self.end + 2].strip()[:1] not in _ENDS
        has_unit = follows and (self._take_unit() or self._borrow_unit())
        if currency and not has_unit:
            self.kind, self.currency = UnitClass.MONEY, currency.meaning
            self.start, self.unit = currency.start, (currency.start, currency.end)
        elif follows and not (has_unit or self._take_scale() or self._take_noun()):
            return False
        if follows:
            self._take_comparator_behind(max(self.end, self.unit[1]))
        if self._take_sign():
            word = self._word_before(self.start)
        if word and word.role is Role.COMPARATOR and not (self.comparator or self.high):
            self.comparator, self.start = word.meaning, word.start
        return not self._is_year()

    def _word_before(self, start: int) -> WordBefore | None:
        word = self.grammar.before.find(self.flat, start)
        return word if word and word.start >= self.floor else None

    def quantity(self, text: str) -> Quantity | None:
        """The quantity, None where the digits make no number."""
        low = self._value(self.low)
        high = self._value(self.high) if self.high else low
        if low is None or high is None:
            return None
        first, last = self.unit
        return Quantity(
            low, high, self.kind, self.start, self.end, text[first:last].strip(), self.comparator,
            self.currency, self.days * high, self.scale,
        )  # fmt: skip

    def _value(self, written: str) -> float | None:
        groups = ""
        if self.kind is UnitClass.MONEY:
            groups = ",."
        elif self.kind is UnitClass.COUNT and self.unit != (0, 0):
            groups = ","
        value = self.grammar.value(written, groups)
        if value is None or self.worth == 1.0:
            return value
        return round(value * self.worth, 6)

    def _second(self, *, by_dash: bool = False) -> re.Match[str] | None:
        """The upper end of a range that begins with this number."""
        joint = None if self.is_change or self.high else self.grammar.to.match(self.flat, self.end)
        second = joint and self.grammar.second.match(self.flat, joint.end())
        if not joint or not second or (by_dash and self.grammar.letter.search(joint[0])):
            return None
        low, high = self.grammar.value(self.low), self.grammar.value(second["number"])
        return second if low is not None and high is not None and low < high else None

    def _take(self, choices: Choices[Meaning]) -> Meaning | None:
        """The word behind the number. "5k–10k" and "30%–50%" are ranges that have it twice."""
        match = choices.regex.match(self.flat, self.end)
        if not match:
            return None
        meaning = choices.meaning(match)
        self.end = match.end()
        second = self._second(by_dash=True)
        again = second and choices.regex.match(self.flat, second.end())
        if second and again and choices.meaning(again) == meaning:
            self.high, self.end, match = second["number"], again.end(), again
        self.unit = match.span()
        return meaning

    def _take_unit(self) -> bool:
        """The other end of a range, a magnitude, "+" and the unit, as far as they are there."""
        if second := self._second():
            self.high, self.end = second["number"], second.end()
        if (magnitude := self._take(self.grammar.magnitudes)) is not None:
            self.worth, self.unit = magnitude, (0, 0)
        self._take_comparator_behind(self.end)
        unit = self._take(self.grammar.units)
        if unit is None:
            return False
        self.kind, self.currency, self.days = unit.kind, unit.currency, unit.days
        self.worth *= unit.worth
        return True

    def _borrow_unit(self) -> bool:
        """In "from 10 to 15%" the first number counts the same as the second."""
        joint = self.grammar.to.match(self.flat, self.end) if self.is_change else None
        second = joint and self.grammar.number.match(self.flat, joint.end())
        if not second:
            return False
        other = _Amount(self.flat, self.grammar, self.end, second)
        if not other.read() or other.unit == (0, 0):
            return False
        self.kind, self.unit, self.currency = other.kind, other.unit, other.currency
        self.days, self.scale = other.days, other.scale
        return True

    def _take_scale(self) -> bool:
        """The whole of a part: "4.6/5", "8 of 12", "1/3", "4:1"."""
        whole = self.grammar.whole.match(self.flat, self.end)
        low = self.grammar.value(self.low) if whole and not (self.high or self.is_change) else None
        if not whole or not low:
            return False
        size = float(whole["ratio"] or whole["size"])
        if whole["ratio"] or (low < size and _FRACTION.match(self.flat, self.end)):
            self.kind, self.worth = UnitClass.RATIO, 1 / size
        elif low <= size:
            self.kind, self.scale = UnitClass.SCORE, size
        else:
            return False
        self.unit, self.end = (self.end, whole.end()), whole.end()
        return True

    def _take_noun(self) -> bool:
        """The word for what is counted; False if letters are glued to the number (54-ФЗ, 3d)."""
        match = self.grammar.noun.match(self.flat, self.end)
        if match and match["glued"]:
            return False
        if match and (match["counted"] or match["noun"] not in self.grammar.no_units):
            self.unit = match.span("noun") if match["noun"] else match.span("counted")
        return True

    def _take_comparator_behind(self, at: int) -> None:
        match = None if self.comparator else self.grammar.behind.regex.match(self.flat, at)
        if match:
            self.comparator, self.end = self.grammar.behind.meaning(match), match.end()

    def _take_sign(self) -> bool:
        """A plus or minus right before the number that joins it to nothing else."""
        sign = self.flat[self.start - 1] if self.start > self.floor else ""
        if not sign or sign not in "+-–":
            return False
        if self.start > 1 and self.flat[self.start - 2] not in _BEFORE_SIGN:
            return False
        self.start -= 1
        self.worth = self.worth if sign == "+" or self.high else -self.worth
        return True

    def _is_year(self) -> bool:
        """Whether the number is a year that no date claims: "(45, 2026)", "survey 2023:"."""
        if len(self.low) != 4 or self.unit != (0, 0) or self.comparator:
            return False
        if not _YEAR.fullmatch(self.low):
            return False
        before = self.grammar.before_year.search(self.flat, max(0, self.start - 20), self.start)
        if not before:
            return False
        word = before[1]
        if word:
            return not (self.is_change or self.grammar.to.fullmatch(word))
        return self.flat[self.end : self.end + 1] in ("", ")", ",", ".", ";")
