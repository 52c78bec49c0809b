"""Read the settings file: every mistake is answered with its line and the way out."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, fields
from datetime import date
from difflib import get_close_matches
from pathlib import Path
from typing import Any, get_args, get_origin, get_type_hints

from readyroom.languages import CODES, is_supported
from readyroom.linting.settings import LintSettings
from readyroom.model.playbook import ChannelKinds
from readyroom.rules import RegisteredRule, all_rules
from readyroom.workspace.errors import UserError
from readyroom.workspace.settings import Settings

_HEADER = re.compile(r"\s*\[\[?([^\[\]]+)\]\]?\s*(?:#.*)?$")
_ASSIGNMENT = re.compile(r"\s*([\w\-.\"' ]+?)\s*=")
_AT_LINE = re.compile(r"\(at line (\d+), column (\d+)\)")


def read_settings(path: Path) -> Settings | None:
    """The settings in a file; None for a `pyproject.toml` without `[tool.readyroom]`.

    Raises UserError for a file that cannot be read, an unknown key or rule, a wrong type.
    """
    text = _read_text(path)
    prefix = ("tool", "readyroom") if path.name == "pyproject.toml" else ()
    if prefix and "readyroom" not in text:
        return None
    values: Any = _parse(path, text)
    for name in prefix:
        values = values.get(name) if isinstance(values, dict) else None
    if values is None:
        return None
    return _settings(Table(path, text, prefix, values).checked())


def _read_text(path: Path) -> str:
    if not path.is_file():
        raise UserError(
            f"There is no settings file {path}.", "Check the path behind --config."
        )
    try:
        return path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise UserError(
            f"{path} cannot be read: {error.strerror}.", "Check who may read the file."
        ) from None
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        raise UserError(f"{path}:{line}: this is not UTF-8.", "Save the file as UTF-8.") from None


def _parse(path: Path, text: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError, ValueError) as error:
        found = _AT_LINE.search(str(error))
        where = f"{path}:{found[1]}:{found[2]}" if found else f"{path}"
        reason = _AT_LINE.sub("", str(error)).strip() or "the file is nested too deeply"
        raise UserError(
            f"{where}: this is not valid TOML: {reason}.",
            'Each line is a table header in square brackets or `key = value`; text goes in "quotes".',
        ) from None


@dataclass(frozen=True)
class Table:
    """One table of a settings file, with the way back to its lines."""

    path: Path
    text: str
    keys: tuple[str, ...]
    values: Any

    def checked(self) -> Table:
        """This table, if it is one."""
        if not isinstance(self.values, dict):
            raise self.wrong(self.keys[-1:], "a table", self.values)
        return self

    def only(self, known: Iterable[str]) -> None:
        """Raise UserError for the first key that is not known."""
        known = list(known)
        for key in self.values:
            if key not in known:
                name = ".".join((*self.keys, key))
                raise UserError(
                    f"{self.where(key)}: there is no setting {name}.", nearest(key, known)
                )

    def table(self, key: str) -> Table:
        """A table inside this one; empty where it is not written."""
        return Table(self.path, self.text, (*self.keys, key), self.values.get(key, {})).checked()

    def get[T](self, key: str, read: Callable[[Any], T], expected: str, default: T) -> T:
        """The value of a key; raises UserError that names the `expected` kind of value."""
        if key not in self.values:
            return default
        try:
            return read(self.values[key])
        except (TypeError, ValueError):
            raise self.wrong((key,), expected, self.values[key]) from None

    def where(self, *keys: str) -> str:
        """`file:line` of a key."""
        return f"{self.path}:{line_of(self.text, (*self.keys, *keys))}"

    def wrong(self, keys: tuple[str, ...], expected: str, value: Any) -> UserError:
        """The error for a value of the wrong kind."""
        name = ".".join((*self.keys, *keys)) if keys != self.keys[-1:] else ".".join(self.keys)
        return UserError(
            f"{self.where(*keys)}: {name} must be {expected}, not {_shown(value)}.",
            f"Write {expected} there, or delete the line to get the default.",
        )
