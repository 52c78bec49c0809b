"""What a written number is worth: separators of five languages, Chinese and Roman numerals."""

from __future__ import annotations

import re
from collections.abc import Container

MOST_DIGITS = 15
_BLANKS = re.compile("[ '’]")
_THREE_DECIMALS = re.compile(r"[1-9]\d{0,2}[.,]\d{3}")
_CHINESE_DIGITS = {sign: value for value, sign in enumerate("零一二三四五六七八九")} | {"两": 2}
_CHINESE_UNITS = {"十": 10, "百": 100, "千": 1000, "万": 10_000, "亿": 100_000_000}
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")


def decimal(written: str, sign: str, thousands: Container[str], groups: str = "") -> float | None:
    """The value of digits with separators, None where they are too many.

    `sign` is the language's decimal sign, `thousands` what may group digits. One separator before
    exactly three digits is the hard case: "1,234" is a decimal number where the comma is the
    decimal sign, unless the number is of a kind in which it groups digits (`groups`).
    """
    digits = _BLANKS.sub("", written)
    if len(digits) > MOST_DIGITS + 5:
        return None
    point = _point(digits, sign, thousands, groups)
    before, _, after = digits.rpartition(point) if point else (digits, "", "")
    return float(before.replace(",", "").replace(".", "") + "." + after)


def _point(digits: str, sign: str, thousands: Container[str], groups: str) -> str:
    """Which of "," and "." is the decimal sign of this number, "" if neither."""
    signs = [char for char in digits if char in ",."]
    if len(set(signs)) == 2:
        return signs[-1]
    if len(signs) != 1:
        return ""
    if _THREE_DECIMALS.fullmatch(digits):
        grouped = signs[0] in groups or (signs[0] != sign and signs[0] in thousands)
        return "" if grouped else signs[0]
    return signs[0]


def chinese(written: str) -> int:
    """The value of a Chinese numeral such as 三百二十 or 十二."""
    total = section = digit = 0
    for sign in written:
        if sign in _CHINESE_DIGITS:
            digit = _CHINESE_DIGITS[sign]
            continue
        unit = _CHINESE_UNITS[sign]
        if unit >= 10_000:
            total += (section + digit or 1) * unit
            section = 0
        else:
            section += (digit or 1) * unit
        digit = 0
    return total + section + digit


def integer(written: str) -> int | None:
    """The value of digits, a Roman numeral up to twelve or a Chinese numeral."""
    if written.isdecimal():
        return int(written)
    if written in _ROMAN:
        return _ROMAN.index(written) + 1
    if all(sign in _CHINESE_DIGITS or sign in _CHINESE_UNITS for sign in written):
        return chinese(written)
    return None
