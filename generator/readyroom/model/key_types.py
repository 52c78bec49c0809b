"""What a front-matter value may be, and what to say when it is something else."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from difflib import get_close_matches
from enum import StrEnum
from typing import NamedTuple

from readyroom.model.brief import Node
from readyroom.model.message import Message, msg


class Mismatch(NamedTuple):
    """What is wrong with a value, what to do, a line that would be right, and the value that was
    surely meant ("" where it is a guess)."""

    message: Message
    help: Message
    example: Message
    meant: str = ""


class Kind(StrEnum):
    """The type of a front-matter value.

    A scalar counts as a list of one. `DATE_OR_TEXT` also takes words ("autumn") and periods
    ("Q1 2027"), which are the business of other rules; `ANY` takes everything.
    """

    SLUG = "slug"
    TEXT = "text"
    ENUM = "one of a few words"
    NUMBER = "number"
    DATE = "date"
    DATE_OR_TEXT = "date, with time if needed"
    DURATION = "length of time"
    LANGUAGE = "language code"
    CURRENCY = "currency code"
    PERSON = "person"
    PEOPLE = "role: person"
    LIST = "list"
    MAPPING = "group of keys"
    ANY = "anything"


_SLUG = re.compile(r"[a-z0-9-]{3,48}")
_NOT_IN_SLUG = re.compile(r"[^a-z0-9]+")
_ISO = re.compile(r"\d{4}-\d\d-\d\d(?:[T ]\s*\d\d?:\d\d.*)?")
_YEAR_FIRST = re.compile(r"(\d{4})(?:[./]|-|年)(\d{1,2})(?:[./]|-|月)(\d{1,2})(?:日|\.)?")
_DAY_FIRST = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})")
_NUMERIC_DATE = re.compile(r"\d{1,4}[./-]\d{1,2}[./-]\d{1,4}|\d{4}年\d{1,2}月\d{1,2}日")
_DURATION = re.compile(r"\d+ ?[^\W\d_]+")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
_GROUPS = {
    "budget": "{amount: 1200, currency: EUR}",
    "team": "{content: lea, data: jo}",
    "reviewers": "[{by: tomek, on: 2026-11-28, outcome: ok}]",
    "consent": "{basis: opt-in, record: crm/consents}",
    "lint": "{ignore: []}",
}
_CURRENCY = re.compile(r"[A-Z]{3}")


def mismatch(name: str, kind: Kind, choices: tuple[str, ...], node: Node) -> Mismatch | None:
    """Why a value that is not null does not have its type, and what to write; None if it has it.

    `name` is how the key is called in the message ("budget.amount").
    """
    if choices and _is_scalar(node):
        return _choice(name, kind, choices, node)
    if kind is Kind.PERSON and isinstance(node.value, tuple):
        return None
    return _CHECKS[kind](name, node)


def nearest(word: str, choices: tuple[str, ...]) -> str:
    """The choice that is spelled most like `word`, "" if none is close."""
    wanted = word.strip().lower().replace("_", "-").replace(" ", "-")
    same = {choice.replace("_", "-"): choice for choice in choices}
    found = get_close_matches(wanted, list(same), n=1, cutoff=0.7)
    return same[found[0]] if found else ""


def slug(written: str) -> str:
    """The text as a slug, "" if nothing of it can be used."""
    return _NOT_IN_SLUG.sub("-", written.lower()).strip("-")[:48]


def iso_date(written: str) -> str:
    """A date in another all-numeric form as ISO, "" where the order of day and month is unclear or
    there is no such day."""
    if match := _YEAR_FIRST.fullmatch(written):
        year, month, day = match.groups()
    elif match := _DAY_FIRST.fullmatch(written):
        day, month, year = match.groups()
    else:
        return ""
    iso = f"{year}-{int(month):02}-{int(day):02}"
    try:
        return date.fromisoformat(iso).isoformat()
    except ValueError:
        return ""


def _is_scalar(node: Node) -> bool:
    return not isinstance(node.value, (tuple, Mapping))


def _choice(name: str, kind: Kind, choices: tuple[str, ...], node: Node) -> Mismatch | None:
    is_number = isinstance(node.value, int) and not isinstance(node.value, bool)
    if node.text in choices and (kind is not Kind.NUMBER or is_number):
        return None
    message = msg(
        "`{key}` is `{written}`; it must be one of: {choices}.",
        key=name,
        written=_short(node),
        choices=", ".join(choices),
    )
    best = nearest(node.text, choices) or choices[0]
    help_ = msg("Write one of the values that `{key}` may have, without quotes.", key=name)
    return Mismatch(message, help_, _line(name, best))


def _anything(name: str, node: Node) -> Mismatch | None:
    return None


def _scalar(name: str, node: Node) -> Mismatch | None:
    if _is_scalar(node):
        return None
    return Mismatch(
        msg("`{key}` must be one value.", key=name),
        msg("Write one value behind the colon."),
        _line(name, "spring-2027"),
    )


def _slug(name: str, node: Node) -> Mismatch | None:
    if _is_scalar(node) and _SLUG.fullmatch(node.text):
        return None
    usable = slug(node.text)
    return Mismatch(
        msg(
            "`{key}` is `{written}`; it must be 3 to 48 small letters, digits and hyphens.",
            key=name,
            written=_short(node),
        ),
        msg("Write a short name in small letters, with hyphens for spaces."),
        _line(name, usable if _SLUG.fullmatch(usable) else "spring-intake"),
    )


def _number(name: str, node: Node) -> Mismatch | None:
    if isinstance(node.value, (int, float)) and not isinstance(node.value, bool):
        return None
    return Mismatch(
        msg("`{key}` is `{written}`; it must be a number.", key=name, written=_short(node)),
        msg("Write digits only, without spaces, signs or quotes."),
        _line(name, "1200"),
    )


def _date(name: str, node: Node) -> Mismatch | None:
    if _is_scalar(node) and node.date and _ISO.fullmatch(node.text):
        return None
    day = iso_date(node.text)
    return Mismatch(
        msg(
            "`{key}` is `{written}`; it must be a date such as 2027-01-18.",
            key=name,
            written=_short(node),
        ),
        msg("Write year, month and day with hyphens."),
        _line(name, day or "2027-01-18"),
        day,
    )


def _date_or_text(name: str, node: Node) -> Mismatch | None:
    if _is_scalar(node) and not _NUMERIC_DATE.match(node.text):
        return None
    return _date(name, node)


def _list(name: str, node: Node) -> Mismatch | None:
    if isinstance(node.value, Mapping):
        return Mismatch(
            msg("`{key}` must be a list.", key=name),
            msg("Put the values in square brackets, with commas between them."),
            _line(name, "[spring-2026, autumn-2026]"),
        )
    if isinstance(node.value, tuple) or not re.search("[,;，；、]", node.text):
        return None
    parts = [part.strip() for part in re.split("[,;，；、]", node.text) if part.strip()]
    return Mismatch(
        msg("`{key}` is one text with commas; it must be a list.", key=name),
        msg("Put square brackets around the values."),
        _line(name, f"[{', '.join(parts)}]"),
    )


def _mapping(name: str, node: Node) -> Mismatch | None:
    if isinstance(node.value, Mapping):
        return None
    return Mismatch(
        msg("`{key}` must be a group of keys with values.", key=name),
        msg("Write each key on its own line under `{key}:`, indented by two spaces.", key=name),
        _line(name, _GROUPS.get(name, "{since: 2026-11-01, reason: waits for D1}")),
    )


def _of_form(
    form: re.Pattern[str], called: Message, example: str
) -> Callable[[str, Node], Mismatch | None]:
    def check(name: str, node: Node) -> Mismatch | None:
        if _is_scalar(node) and form.fullmatch(node.text):
            return None
        return Mismatch(
            msg(
                "`{key}` is `{written}`; it must be {form} such as {example}.",
                key=name,
                written=_short(node),
                form=called,
                example=example,
            ),
            msg("Write it in that form."),
            _line(name, example),
        )

    return check


def _line(name: str, value: str) -> Message:
    """A line that would be right; `name` may be that of a key inside another one."""
    return Message("{key}: {value}", (("key", name.rpartition(".")[2]), ("value", value)))


def _short(node: Node) -> str:
    if not _is_scalar(node):
        return "…"
    text = " ".join(node.text.split())
    return text if len(text) <= 40 else text[:39] + "…"


_CHECKS: dict[Kind, Callable[[str, Node], Mismatch | None]] = {
    Kind.SLUG: _slug,
    Kind.TEXT: _scalar,
    Kind.ENUM: _scalar,
    Kind.PERSON: _scalar,
    Kind.NUMBER: _number,
    Kind.ANY: _anything,
    Kind.DATE: _date,
    Kind.DATE_OR_TEXT: _date_or_text,
    Kind.DURATION: _of_form(_DURATION, msg("a length of time"), "90d"),
    Kind.LANGUAGE: _of_form(_LANGUAGE, msg("a language code"), "en"),
    Kind.CURRENCY: _of_form(_CURRENCY, msg("a currency code"), "EUR"),
    Kind.PEOPLE: _mapping,
    Kind.LIST: _list,
    Kind.MAPPING: _mapping,
}
