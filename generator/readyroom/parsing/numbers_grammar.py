"""What a language and English say about numbers, compiled for reading."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from functools import cache
from typing import NamedTuple

from readyroom.languages import language
from readyroom.languages.grammar import Numbers, combined
from readyroom.model.values import UnitClass
from readyroom.parsing.choices import LETTER, START, Choices
from readyroom.parsing.numerals import MOST_DIGITS, chinese, decimal

# Expressions of any language whose digits are no quantity: times of day, proportions of a screen,
# telephone numbers, ids, versions, dimensions, "3/17", list numbers, footnotes, ages in brackets,
# paragraphs.
_NOT_NUMBERS = (
    r"\d{1,2}:\d\d(?::\d\d)?(?!\d)",
    r"(?:1:1|16:9|9:16|4:5|4:3)(?![\d:])",
    r"\+\d[\d ()-]{7,}\d",
    r"\(\d{2,5}\) ?\d[\d -]{4,}\d",
    r"8[ -]\(?\d{3}\)?[ -]\d{3}[ -]\d\d[ -]\d\d(?!\d)",
    r"0\d{2,4} \d{3,4} \d{3,4}(?!\d)",
    r"\d{2,3} \d{3} \d\d \d\d(?!\d)",
    r"\d+(?:-\d+){2,}",
    r"\d{11,}",
    r"(?!\d{1,3}(?:\.\d{3})+(?![\d.]))\d+(?:\.\d+){2,}",
    r"\d+ ?[xх*] ?\d+(?: ?[xх] ?\d+)?",
    r"(?![1-3]/[2-4](?![\d/]))\d{1,4}/(?!(?:5|6|7|10|20|100)(?![\d/]))\d{1,4}(?:/\d+)*",
    r"^\d{1,2}[.)](?= +\D)",
    r"\[\d{1,3}\]",
    r"\((?:1[3-9]|2[0-5]) ?[–-] ?[2-6]\d\)",
    r"[§#№] ?\d+(?:\.\d+)*",
)
_TIMES = r"[xх] ?(?P<n>\d+(?:[.,]\d+)?)(?![\w%])"


@dataclass(frozen=True, slots=True)
class Unit:
    """What a unit word says: the kind of quantity, a currency, the length of a duration in days.
    One of them is `worth` this much of the kind (a hundredth for small coins)."""

    kind: UnitClass
    currency: str = ""
    days: float = 0.0
    worth: float = 1.0


class Role(Enum):
    """What a word right before a number is for."""

    COMPARATOR = "comparator"
    CURRENCY = "currency"
    CHANGE = "change"
    NONE = "none"


class WordBefore(NamedTuple):
    """A word right before a number: where it stands, what it is for, a comparator or currency."""

    start: int
    end: int
    role: Role
    meaning: str


class WordsBefore:
    """Words that may stand right before a number."""

    def __init__(self, words: Mapping[str, tuple[Role, str]]) -> None:
        self._words = words
        self._by_last_sign: dict[str, list[str]] = {}
        for word in sorted(words, key=len, reverse=True):
            self._by_last_sign.setdefault(word[-1], []).append(word)

    def find(self, text: str, start: int) -> WordBefore | None:
        """The longest of the words that ends before `start` and is not the end of another word."""
        end = start - 1 if text[start - 1 : start] == " " else start
        for word in self._by_last_sign.get(text[end - 1], ()) if end else ():
            if _ends(text, end, word):
                return WordBefore(end - len(word), end, *self._words[word])
        return None


def _ends(text: str, stop: int, word: str) -> bool:
    start = stop - len(word)
    if start < 0 or not text.startswith(word, start):
        return False
    return not (_is_letter(word[0]) and _is_letter(text[start - 1 : start]))


def _is_letter(char: str) -> bool:
    """Whether a character belongs to a script that puts blanks between words."""
    return char.isalpha() and char < "\u3040"


@dataclass(frozen=True, slots=True)
class NumbersGrammar:
    """Compiled patterns of one language with English folded in.

    `words` are quantities by themselves: kind and value, or the value of one where the pattern has
    a group `n`.
    """

    data: Numbers
    digit: re.Pattern[str]
    number: re.Pattern[str]
    second: re.Pattern[str]
    not_numbers: re.Pattern[str]
    words: Choices[tuple[UnitClass, float]]
    magnitudes: Choices[float]
    units: Choices[Unit]
    behind: Choices[str]
    before: WordsBefore
    no_units: frozenset[str]
    to: re.Pattern[str]
    whole: re.Pattern[str]
    noun: re.Pattern[str]
    before_year: re.Pattern[str]
    letter: re.Pattern[str]

    def value(self, written: str, groups: str = "") -> float | None:
        """What a number is worth, None if its digits make no number. `groups` are signs that group
        digits in this kind of number, even if they are the decimal sign elsewhere."""
        if written.isdecimal() and len(written) <= MOST_DIGITS:
            return float(written)
        if written[0].isdecimal():
            return decimal(written, self.data.decimal, self.data.thousands, groups)
        return float(chinese(written))


@cache
def numbers_grammar(code: str) -> NumbersGrammar:
    """The grammar for a language code."""
    own, english = language(code), language("en").numbers or Numbers()
    data = combined(own.numbers or english, english)
    flags = re.NOFLAG if own.spaced else re.ASCII
    digits = (
        r"\d{1,3}(?:(?:\.\d{3})+,\d+|(?:\.\d{3}){2,}(?!\d))|"
        rf"\d{{1,3}}(?P<sep>[{''.join(data.thousands)}])\d{{3}}(?:(?P=sep)\d{{3}})*(?!\d)"
        r"(?:(?!(?P=sep))[.,]\d+)?|\d+(?:[.,]\d+)?"
    )
    numerals = data.numerals or "(?!)"
    patterns = {
        "digit": rf"\d|{numerals}" if data.numerals else r"\d",
        "number": rf"(?=\d){_alone(data)}(?:{digits})|{numerals}",
        "second": rf"[$€£¥₽₱]?(?P<number>{digits})",
        "not_numbers": f"{START}(?:{'|'.join((*_NOT_NUMBERS, *data.not_numbers))})",
        "to": rf" ?(?:{'|'.join(data.to)}) ?",
        "whole": rf":(?P<ratio>[1-9]\d?)(?![\d:%]|[.,]\d)"
        rf"| ?(?:{'|'.join(data.out_of)}) ?(?P<size>\d{{1,4}})(?![\d%]|[.,]\d)",
        "noun": rf"(?P<glued>-?{LETTER})|(?P<counted>{data.counters or '(?!)'})"
        rf"| (?:(?:{'|'.join(data.linkers) or '(?!)'}) )?(?P<noun>{LETTER}[\w'’-]*)",
        "before_year": rf"(?:({LETTER}+) |[(,] ?)$",
        "letter": LETTER,
    }
    return NumbersGrammar(
        data=data,
        words=Choices(_ratios(data), before=START, flags=flags),
        magnitudes=Choices(data.magnitudes.items(), before=" ?", flags=flags),
        units=Choices(_units(data), before=" ?", flags=flags),
        behind=Choices(
            [(name, sign) for sign, name in _flat(data.behind)], before=" ?", flags=flags
        ),
        before=WordsBefore(dict(_before(data))),
        no_units=frozenset(data.no_units),
        **{name: re.compile(pattern, flags) for name, pattern in patterns.items()},
    )


def _alone(data: Numbers) -> str:
    """Not inside a number or a word (B2B, S-07, v4.14), though "USD100" is one and so is the number
    behind an id ("M1: 200", in Chinese without a blank)."""
    codes = "|".join(rf"(?<=\b{code})" for code in data.money_before if code.isalpha())
    in_number = r"(?<![\d_@/])(?<!\d[.–-])(?<!(?<![a-z])(?<![a-z]\d)\d[,:])"
    return rf"{in_number}(?<!{LETTER}[-–_])(?:(?<!{LETTER})|{codes or '(?!)'})"


def _ratios(data: Numbers) -> Iterator[tuple[str, tuple[UnitClass, float]]]:
    yield _TIMES, (UnitClass.RATIO, 1)
    for pattern, factor in data.multipliers.items():
        yield pattern, (UnitClass.RATIO, factor)
    for pattern, percent in data.shares.items():
        yield pattern, (UnitClass.PERCENT, percent)


def _units(data: Numbers) -> Iterator[tuple[str, Unit]]:
    for pattern in data.points:
        yield pattern, Unit(UnitClass.POINTS)
    for pattern in data.percent:
        yield pattern, Unit(UnitClass.PERCENT)
    for pattern, code in data.money.items():
        currency, _, parts = code.partition("/")
        yield pattern, Unit(UnitClass.MONEY, currency, worth=1 / float(parts or 1))
    for pattern, days in data.durations.items():
        yield pattern, Unit(UnitClass.DURATION, days=days)
    for pattern in data.times:
        yield pattern, Unit(UnitClass.RATIO)


def _before(data: Numbers) -> Iterator[tuple[str, tuple[Role, str]]]:
    for sign, word in _flat(data.before):
        yield word, (Role.COMPARATOR if sign else Role.NONE, sign)
    for word, currency in data.money_before.items():
        yield word, (Role.CURRENCY, currency)
    for word in data.change_from:
        yield word, (Role.CHANGE, "")


def _flat(signs: Mapping[str, tuple[str, ...]]) -> Iterator[tuple[str, str]]:
    for sign, names in signs.items():
        for name in names:
            yield sign, name
