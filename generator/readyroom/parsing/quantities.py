"""Numbers with units in a visible text, in a brief's language and English."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache

from readyroom.languages import language
from readyroom.languages.grammar import Numbers
from readyroom.model.values import Quantity, UnitClass
from readyroom.parsing.dates import spans
from readyroom.parsing.plain import plain

# Letters and signs that make a number part of a word: H1, B2B, v4.14, S-07, T-3, #12.
_GLUE_BEFORE = r"(?<![^\W\d_\u3040-\u9fff])(?<![^\W\d_\u3040-\u9fff]-)(?<![\d_#№@/])(?<!\d[.,:])"
_NUMBER = r"\d{1,3}(?:[ ,.'’]\d{3})+(?:[.,]\d+)?(?![\d])|\d+(?:[.,]\d+)?"
_CHINESE_NUMBER = r"(?:[一二两三四五六七八九][十百千万亿])+[一二三四五六七八九]?|十[万亿]"
_WORD = re.compile(r"[^\W\d_][\w'’-]*")
_NOT_NUMBERS = (
    r"\b(?:19|20)\d\d(?=\s*(?:$|[)\],.;:|!?–—]))(?<!,\d{3})",
    r"(?<=\()(?:19|20)\d\d\b",
    r"\b(?:in|by|until|since|from|before|after|of|during|spring|summer|autumn|fall|winter"
    r"|в|к|до|с|за|весной|летом|осенью|зимой|w|od|do|wiosną|latem|jesienią|zimą|noong|ng|sa)"
    r" (?:19|20)\d\d\b(?!\s*%)",
    r"\b(?:19|20)\d\d ?(?:г\.|года?|году|r\.|roku|rok)(?!\w)",
    r"(?<!\d)\d{1,2}:\d{2}(?::\d{2})?(?!\d)(?=\s|$|[),.;–-])",
    r"\+\d[\d ()-]{7,}\d",
    r"(?<!\d)\d{3}-\d{3}-\d{2,4}(?:-\d{2})?(?!\d)",
    r"(?:^|\n)\s*\d{1,2}[.)](?=\s+\D)",
    r"\b(?:version|v\.?|верси\w+|wersj\w+) ?\d+(?:\.\d+)*",
)
_MAX_DIGITS = 15
_SCALE = re.compile(r"\s?\d{1,4}(?![\d,.]\d)")
_PROPORTION = re.compile(r":\d(?!\d)")
_CHINESE_SHARE = re.compile(
    r"([一二两三四五六七八九])成(?![功为员就本长立])|百分之([一二三四五六七八九十百]+)"
)


@dataclass(frozen=True, slots=True)
class _Grammar:
    """The compiled patterns of one language with English folded in.

    A pattern made of several alternatives names them g0, g1 …; `factors`, `magnitudes`,
    `currencies` and `days` say what each alternative of its pattern means.
    """

    numbers: Numbers
    decimal: str
    number: re.Pattern[str]
    second: re.Pattern[str]
    not_numbers: re.Pattern[str]
    magnitude: re.Pattern[str]
    after: tuple[tuple[UnitClass, re.Pattern[str]], ...]
    currency: re.Pattern[str]
    before: tuple[tuple[str, re.Pattern[str]], ...]
    behind: tuple[tuple[str, re.Pattern[str]], ...]
    to: re.Pattern[str]
    out_of: re.Pattern[str]
    multipliers: re.Pattern[str]
    hint: re.Pattern[str]
    factors: tuple[float, ...]
    magnitudes: tuple[float, ...]
    currencies: tuple[str, ...]
    days: tuple[float, ...]


def read_quantities(text: str, language: str) -> tuple[Quantity, ...]:
    """Quantities in order, without overlaps. Dates, years, ages, times, phone numbers, versions,
    ordinals and numbers that are part of a word ("B2B", "S-07") are none."""
    flat = plain(text)
    grammar = _grammar(language)
    if not grammar.hint.search(flat):
        return ()
    blocked = [*spans(text, language), *(m.span() for m in grammar.not_numbers.finditer(flat))]
    found = list(_numbers(flat, grammar, blocked))
    found += _words(flat, grammar, [(q.start, q.end) for q in found])
    return tuple(sorted(found, key=lambda quantity: quantity.start))


def _numbers(flat: str, grammar: _Grammar, blocked: list[tuple[int, int]]) -> Iterator[Quantity]:
    ends = _covered(blocked, len(flat))
    position = 0
    while match := grammar.number.search(flat, position):
        position = match.end()
        if ends[match.start()]:
            position = max(position, ends[match.start()])
            continue
        quantity = _quantity(flat, match, grammar, ends)
        if quantity:
            yield quantity
            position = max(position, quantity.end)


def _covered(blocked: list[tuple[int, int]], size: int) -> list[int]:
    """For each index the end of the blocked range that it lies in, else 0."""
    ends = [0] * (size + 1)
    for start, end in blocked:
        for index in range(start, end):
            ends[index] = max(ends[index], end)
    return ends


def _quantity(
    flat: str, match: re.Match[str], grammar: _Grammar, ends: list[int]
) -> Quantity | None:
    """One number (or range) with everything around it that belongs to it."""
    low, high, end = _range(flat, match, grammar)
    if low is None or high is None or ends[end - 1]:
        return None
    factor, end = _magnitude(flat, end, grammar)
    quantity = _with_unit(flat, match.start(), end, grammar)
    if quantity is None:
        return None
    quantity = replace(quantity, low=low * factor, high=high * factor)
    if quantity.unit_class is UnitClass.DURATION:
        quantity = replace(quantity, days=quantity.high * quantity.days)
    return quantity if low != high else _with_comparator(flat, quantity, grammar)


def _range(
    flat: str, match: re.Match[str], grammar: _Grammar
) -> tuple[float | None, float | None, int]:
    low = _value(match[0], grammar)
    joint = grammar.to.match(flat, match.end())
    if joint and (second := grammar.second.match(flat, joint.end())):
        high = _value(second[0], grammar)
        if low is not None and high is not None and low < high and not _from_to(flat, match, joint):
            return low, high, second.end()
    return low, low, match.end()


def _from_to(flat: str, match: re.Match[str], joint: re.Match[str]) -> bool:
    """ "from 30 to 50" is a baseline and a target, not a range."""
    words = {"to", "到", "do", "до", "hanggang"}
    before = flat[max(0, match.start() - 6) : match.start()].split()
    return (
        joint[0].strip() in words
        and bool(before)
        and before[-1] in ("from", "с", "z", "mula", "从")
    )


def _value(written: str, grammar: _Grammar) -> float | None:
    if len(written) > 2 * _MAX_DIGITS:
        return None
    if written[0] not in "0123456789":
        return _chinese(written)
    number = written.replace("'", "").replace("’", "").replace(" ", "")
    commas, points = number.count(","), number.count(".")
    if commas and points:
        decimal = "," if number.rfind(",") > number.rfind(".") else "."
    elif commas + points > 1:
        decimal = ""
    else:
        decimal = _single_separator(number, grammar)
    whole = number.replace("." if decimal == "," else ",", "")
    if not decimal:
        whole = number.replace(",", "").replace(".", "")
    whole = whole.replace(",", ".")
    return float(whole) if whole.count(".") <= 1 else None


def _single_separator(number: str, grammar: _Grammar) -> str:
    """Which of "," and "." is the decimal sign in a number that has one of them once."""
    sign = "," if "," in number else "." if "." in number else ""
    if not sign:
        return ""
    thousands_shape = re.fullmatch(r"[1-9]\d{0,2}[.,]\d{3}", number) is not None
    if thousands_shape and sign != grammar.decimal and sign in ",.":
        return "" if sign == "," or "." in grammar.numbers.thousands else sign
    return sign


_CHINESE_DIGITS = {c: i for i, c in enumerate("一二三四五六七八九", 1)} | {"两": 2}
_CHINESE_UNITS = {"十": 10, "百": 100, "千": 1000, "万": 10_000, "亿": 100_000_000}


def _chinese(written: str) -> float:
    total, section, digit = 0, 0, 0
    for char in written:
        if char in _CHINESE_DIGITS:
            digit = _CHINESE_DIGITS[char]
        elif _CHINESE_UNITS[char] >= 10_000:
            total += (section + digit or 1) * _CHINESE_UNITS[char]
            section = digit = 0
        else:
            section += (digit or 1) * _CHINESE_UNITS[char]
            digit = 0
    return float(total + section + digit)


def _magnitude(flat: str, end: int, grammar: _Grammar) -> tuple[float, int]:
    match = grammar.magnitude.match(flat, end)
    if not match:
        return 1.0, end
    return grammar.magnitudes[_index(match)], match.end()


def _index(match: re.Match[str]) -> int:
    """Which alternative of a pattern matched."""
    return int((match.lastgroup or "g0")[1:])


def _with_unit(flat: str, start: int, end: int, grammar: _Grammar) -> Quantity | None:
    for unit_class, pattern in grammar.after:
        match = pattern.match(flat, end)
        if match:
            quantity = Quantity(0, 0, unit_class, start, match.end(), match[0].strip())
            if unit_class is UnitClass.MONEY:
                return replace(quantity, currency=grammar.currencies[_index(match)])
            if unit_class is UnitClass.DURATION:
                return replace(quantity, days=grammar.days[_index(match)])
            return quantity
    near = max(0, start - 10)
    before = grammar.currency.search(flat[near:start])
    if before:
        currency, unit = grammar.currencies[_index(before)], before[0].strip()
        return Quantity(0, 0, UnitClass.MONEY, near + before.start(), end, unit, "", currency)
    scale = grammar.out_of.match(flat, end)
    if scale and (whole := _SCALE.match(flat, scale.end())):
        return Quantity(0, 0, UnitClass.SCORE, start, whole.end(), flat[end : whole.end()].strip())
    if _PROPORTION.match(flat, end):
        return Quantity(0, 0, UnitClass.RATIO, start, end + 2, flat[end : end + 2])
    return _count(flat, start, end)


def _count(flat: str, start: int, end: int) -> Quantity | None:
    """A bare count; None where letters are glued to the number ("3d", "54-фз", "4k")."""
    following = flat[end : end + 1]
    if following.isalpha() and following < "\u3040":
        return None
    if following == "-" and flat[end + 1 : end + 2].isalpha():
        return None
    word = _WORD.match(flat, end + 1 if following == " " else end)
    unit = ""
    if word:
        unit = word[0][:1] if word[0][0] >= "\u3040" else word[0]
    return Quantity(0, 0, UnitClass.COUNT, start, end, unit)


def _with_comparator(flat: str, quantity: Quantity, grammar: _Grammar) -> Quantity:
    for sign, pattern in grammar.behind:
        match = pattern.match(flat, quantity.end)
        if match:
            return replace(quantity, comparator=sign, end=match.end())
    for sign, pattern in grammar.before:
        match = pattern.search(flat[max(0, quantity.start - 30) : quantity.start])
        if match:
            start = max(0, quantity.start - 30) + match.start()
            return replace(quantity, comparator=sign, start=start)
    return quantity


def _words(flat: str, grammar: _Grammar, taken: list[tuple[int, int]]) -> Iterator[Quantity]:
    """Words that are a quantity by themselves: "double", 三成."""
    for match in grammar.multipliers.finditer(flat):
        if _free(match, taken):
            factor = grammar.factors[_index(match)]
            yield Quantity(factor, factor, UnitClass.RATIO, *match.span(), unit=match[0])
    for match in _CHINESE_SHARE.finditer(flat):
        if _free(match, taken):
            value = _chinese(match[1]) * 10 if match[1] else _chinese(match[2])
            yield Quantity(value, value, UnitClass.PERCENT, *match.span(), unit=match[0])


def _free(match: re.Match[str], taken: list[tuple[int, int]]) -> bool:
    return not any(a < match.end() and match.start() < b for a, b in taken)


def _grouped(patterns: Iterable[str]) -> str:
    """Alternatives whose group name tells which one matched."""
    return "|".join(f"(?P<g{index}>{pattern})" for index, pattern in enumerate(patterns))


@cache
def _grammar(code: str) -> _Grammar:
    own = language(code).numbers or Numbers()
    english = language("en").numbers or Numbers()
    magnitudes = {**own.magnitudes, **english.magnitudes}
    money = {**own.money, **english.money}
    durations = {**own.durations, **english.durations}
    multipliers = {**own.multipliers, **english.multipliers}

    def both(name: str) -> list[str]:
        return list(dict.fromkeys((*getattr(own, name), *getattr(english, name))))

    def after(patterns: Iterable[str]) -> re.Pattern[str]:
        return re.compile(rf"[ -]?(?:{_grouped(patterns)})")

    return _Grammar(
        numbers=own,
        decimal=own.decimal,
        number=re.compile(rf"{_GLUE_BEFORE}(?:{_NUMBER}|{_CHINESE_NUMBER})"),
        second=re.compile(_NUMBER),
        not_numbers=re.compile("|".join((*_NOT_NUMBERS, *both("not_numbers")))),
        magnitude=re.compile(rf" ?(?:{_grouped(magnitudes)})"),
        after=(
            (UnitClass.POINTS, after(both("points"))),
            (UnitClass.PERCENT, after(both("percent"))),
            (UnitClass.MONEY, after(money)),
            (UnitClass.DURATION, after(durations)),
            (UnitClass.RATIO, after(both("times"))),
        ),
        currency=re.compile(rf"(?<!\w)(?:{_grouped(money)}) ?$"),
        before=tuple(
            (sign, re.compile(rf"(?:(?<!\w)|(?<=[\u3040-\u9fff]))(?:{'|'.join(both(name))}) ?$"))
            for sign, name in ((">=", "at_least"), ("<=", "at_most"), ("~", "about"))
        ),
        behind=tuple(
            (sign, re.compile(rf" ?(?:{'|'.join(both(name))})"))
            for sign, name in ((">=", "more"), ("<=", "less"))
        ),
        to=re.compile(rf" ?(?:{'|'.join(both('to'))}) ?"),
        out_of=re.compile(rf" ?(?:{'|'.join(both('out_of'))}) ?"),
        multipliers=re.compile(_grouped(multipliers)),
        hint=re.compile(rf"\d|[十百千万亿]|成|{'|'.join(multipliers)}"),
        factors=tuple(multipliers.values()),
        magnitudes=tuple(magnitudes.values()),
        currencies=tuple(money.values()),
        days=tuple(durations.values()),
    )
