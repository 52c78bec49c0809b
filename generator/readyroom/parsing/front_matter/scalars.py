"""What a front-matter value without quotes means: a number, true or false, nothing, or text.

YAML 1.2 core without its surprises: `NO`, `on`, `010`, `1_000` and `12:30` stay the text that they
are.
"""

from __future__ import annotations

import math
import re
from datetime import date

from readyroom.model.message import msg
from readyroom.parsing.front_matter.errors import Fault

Value = str | int | float | bool | None

# Longer than any count, price or phone number; Python refuses to convert from 4,300 digits on.
MAX_DIGITS = 100

_WORDS: dict[str, Value] = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL")),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}
_INT = re.compile(r"-?(?:0|[1-9][0-9]*+)")
_FLOAT = re.compile(r"-?(?:0|[1-9][0-9]*+)(?:\.[0-9]++)?+(?:[eE][-+]?[0-9]++)?+")
_NOT_FINITE = re.compile(r"[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)")
_DATE = re.compile(
    r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})"
    r"(?:(?:[Tt]|[ \t]++)(?P<hour>\d{1,2}):(?P<minute>\d\d)(?::(?P<second>\d\d)(?:\.\d*+)?)?"
    r"(?:[ \t]*+(?:[Zz]|(?P<zone>[-+]\d\d?(?::?\d\d)?)|[A-Z][\w/+-]++))?)?"
)
_CLOCK = re.compile(r"(?P<hour>\d{1,2}):(?P<minute>\d\d):(?P<second>\d\d)")
_START = frozenset("0123456789-+.~nNtTfF")


def read_plain(written: str) -> tuple[Value, Fault | None]:
    """The value of a plain scalar, and what is wrong with it (it then stays text)."""
    if written[:1] not in _START and written:
        return written, None
    if written in _WORDS:
        return _WORDS[written], None
    if written[0].isalpha():
        return written, None
    if written[4:5] == "-":
        return written, date_fault(written)
    if _INT.fullmatch(written):
        return (int(written), None) if len(written) <= MAX_DIGITS else (written, _too_long())
    if _FLOAT.fullmatch(written):
        number = float(written)
        return (number, None) if math.isfinite(number) else (written, _not_finite(written))
    if _NOT_FINITE.fullmatch(written):
        return written, _not_finite(written)
    return written, date_fault(written)


def date_fault(written: str) -> Fault | None:
    """What is wrong with text that has the form of a date, of a date with a time, or of a time
    with seconds; None if it is a real one or has another form."""
    match = _DATE.fullmatch(written) or _CLOCK.fullmatch(written)
    if match is None or _is_real(match.groupdict()):
        return None
    return (
        msg("{written} is not a date.", written=written),
        msg("Write a day that exists; a time may stand behind it."),
        msg("launch: 2027-01-18 09:00"),
    )


def _is_real(parts: dict[str, str | None]) -> bool:
    if int(parts["hour"] or 0) > 23 or int(parts["minute"] or 0) > 59:
        return False
    if int(parts["second"] or 0) > 59 or not _is_zone(parts.get("zone") or "+0"):
        return False
    if parts.get("year") is None:
        return True
    try:
        date(int(parts["year"] or 0), int(parts["month"] or 0), int(parts["day"] or 0))
    except ValueError:
        return False
    return True


def _is_zone(written: str) -> bool:
    digits = written[1:].replace(":", "")
    hours, minutes = (digits[:-2], digits[-2:]) if len(digits) > 2 else (digits, "0")
    return int(hours) <= 14 and int(minutes) <= 59


def _too_long() -> Fault:
    return (
        msg("This number has more than {limit} digits.", limit=MAX_DIGITS),
        msg("Write a shorter number, or put it in quotes if it is a code."),
    )


def _not_finite(written: str) -> Fault:
    return (
        msg("{written} is not a finite number.", written=written),
        msg("Write the number that you mean, such as 120 or 4.5."),
    )
