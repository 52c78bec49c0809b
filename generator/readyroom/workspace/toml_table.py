"""A table of a TOML file that knows the line of each key, so that mistakes can be shown."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Any, TypeVar

from readyroom.workspace.errors import UserError

T = TypeVar("T")

_HEADER = re.compile(r"\s*\[\[?([^\[\]]+)\]\]?\s*(?:#.*)?$")
_ASSIGNMENT = re.compile(r"\s*([\w\-.\"' ]+?)\s*=")
_AT_LINE = re.compile(r"\s*\(at (?:line (\d+), column (\d+)|end of document)\)")
_KINDS = {bool: "yes or no", str: "text", int: "a number", float: "a number", list: "a list"}


@dataclass(frozen=True)
class Table:
    """One table of a TOML file: its values, the keys that lead to it and the file it is from."""

    path: Path
    text: str
    values: Mapping[str, Any]
    keys: tuple[str, ...] = ()

    def table(self, key: str) -> Table:
        """A table inside this one; empty where it is not written."""
        found = self.values.get(key, {})
        if not isinstance(found, dict):
            raise self.wrong(key, "a table")
        return Table(self.path, self.text, found, (*self.keys, key))

    def get(self, key: str, read: Callable[[Any], T], expected: str, default: T) -> T:
        """The value of a key as `read` makes it; a ValueError from there becomes a UserError that
        says what was `expected`."""
        if key not in self.values:
            return default
        try:
            return read(self.values[key])
        except ValueError:
            raise self.wrong(key, expected) from None

    def only(self, known: Iterable[str]) -> None:
        """Raise UserError for the first key that is not among the known ones."""
        known = tuple(known)
        for key in self.values:
            if key not in known:
                raise UserError(
                    f"{self.where(key)}: there is no setting {self.name(key)}.", nearest(key, known)
                )

    def wrong(self, key: str, expected: str) -> UserError:
        """The error for a value of the wrong kind."""
        return UserError(
            f"{self.where(key)}: {self.name(key)} must be {expected}, "
            f"not {_shown(self.values[key])}.",
            f"Write {expected} there, or delete the line to get the default.",
        )

    def where(self, key: str) -> str:
        """`file:line` of a key."""
        return f"{self.path}:{line_of(self.text, (*self.keys, key))}"

    def name(self, key: str) -> str:
        """The key as it is written in full, without the `tool.readyroom` that all share."""
        keys = self.keys[2:] if self.keys[:2] == ("tool", "readyroom") else self.keys
        return ".".join((*keys, key))


def read_toml(path: Path) -> Table:
    """The whole file as a table.

    Raises UserError where it cannot be read or is not valid TOML.
    """
    text = _read(path)
    try:
        return Table(path, text, tomllib.loads(text))
    except (ValueError, RecursionError) as error:
        found = _AT_LINE.search(str(error))
        where = f"{path}:{found[1]}:{found[2]}" if found and found[1] else f"{path}"
        reason = "nested too deeply"
        if isinstance(error, tomllib.TOMLDecodeError):
            reason = _AT_LINE.sub("", str(error))
        raise UserError(
            f"{where}: this is not valid TOML: {reason}.",
            'A line is a [table] or a `key = value`; text stands in "quotes".',
        ) from None


def _read(path: Path) -> str:
    if not path.is_file():
        raise UserError(f"There is no settings file {path}.", "Check the path after --config.")
    try:
        return path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise UserError(
            f"{path} cannot be read: {error.strerror}.", "Check who may read this file."
        ) from None
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        raise UserError(f"{path}:{line}: this is not UTF-8.", "Save the file as UTF-8.") from None


def line_of(text: str, keys: tuple[str, ...]) -> int:
    """The line (from 1) on which a key is written, or the nearest table around it."""
    table: tuple[str, ...] = ()
    best, depth = 1, 0
    for number, line in enumerate(text.split("\n"), 1):
        if header := _HEADER.match(line):
            written = table = _split(header[1])
        elif assignment := _ASSIGNMENT.match(line):
            written = (*table, *_split(assignment[1]))
        else:
            continue
        if written == keys:
            return number
        if keys[: len(written)] == written and len(written) > depth:
            best, depth = number, len(written)
    return best


def _split(dotted: str) -> tuple[str, ...]:
    return tuple(part.strip().strip("\"'") for part in dotted.split("."))


def nearest(written: str, known: Iterable[str]) -> str:
    """A hint: the known name that looks most like what was written, else all of them."""
    known = sorted(known)
    close = get_close_matches(written, known, n=1, cutoff=0.6)
    if close:
        return f"Did you mean {close[0]}?"
    return f"Known are: {', '.join(known)}." if known else "Delete it."


def _shown(value: Any) -> str:
    kind = _KINDS.get(type(value), "a date" if hasattr(value, "isoformat") else "a table")
    if isinstance(value, bool):
        return "true" if value else "false"
    return f"{value!r} ({kind})" if isinstance(value, (str, int, float)) else kind
