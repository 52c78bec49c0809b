"""Read what a team sets for one rule into that rule's own options class."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields
from datetime import date, datetime
from typing import Any, get_args, get_origin, get_type_hints

from readyroom.workspace.errors import UserError
from readyroom.workspace.toml_table import Table, line_of

TEXTS = "a list of texts"
A_DATE = "a date such as 2026-11-22"


def read_options(table: Table, options: type[Any] | None) -> Any:
    """An instance of a rule's options class with what the team wrote.

    Raises UserError for a name that the class does not have, a value of another type, and values
    that the class itself refuses.
    """
    if options is None:
        table.only(())
        return None
    hints = get_type_hints(options)
    names = {field.name.replace("_", "-"): field.name for field in fields(options)}
    table.only(names)
    written = {names[key]: table.get(key, *reader(hints[names[key]]), None) for key in table.values}
    try:
        return options(**written)
    except ValueError as error:
        where = f"{table.path}:{line_of(table.text, table.keys)}"
        raise UserError(f"{where}: these values do not go together: {error}.") from None


def reader(hint: Any) -> tuple[Callable[[Any], Any], str]:
    """How a value of an option's type is read, and what it is called.

    Raises KeyError for a type that settings cannot hold.
    """
    if get_origin(hint) in (tuple, frozenset):
        kind = get_origin(hint)
        item = get_args(hint)[0]
        read, _ = reader(item)
        return lambda value: kind(map(read, _list(value))), TEXTS if item is str else "a list"
    return _READERS[hint]


def text(value: Any) -> str:
    """A text. This and the other readers raise ValueError for anything else."""
    if not isinstance(value, str):
        raise ValueError
    return value


def flag(value: Any) -> bool:
    """true or false."""
    if not isinstance(value, bool):
        raise ValueError
    return value


def _integer(value: Any) -> int:
    if isinstance(value, bool) or not isinstance(value, int):
        raise ValueError
    return value


def _number(value: Any) -> float:
    if isinstance(value, bool) or not isinstance(value, (int, float)) or value - value != 0:
        raise ValueError
    return float(value)


def _list(value: Any) -> list[Any]:
    if not isinstance(value, list):
        raise ValueError
    return value


def names(value: Any) -> frozenset[str]:
    """A list of texts."""
    return frozenset(map(text, _list(value)))


def day(value: Any) -> date:
    """A date, with or without quotes."""
    if isinstance(value, date) and not isinstance(value, datetime):
        return value
    return date.fromisoformat(text(value))


_READERS: dict[Any, tuple[Callable[[Any], Any], str]] = {
    str: (text, "text"),
    bool: (flag, "true or false"),
    int: (_integer, "a whole number"),
    float: (_number, "a number"),
    date: (day, A_DATE),
}
