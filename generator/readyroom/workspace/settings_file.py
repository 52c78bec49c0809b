"""Read the settings file: every mistake is answered with its line and the way out."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import fields
from datetime import date, datetime
from pathlib import Path, PurePosixPath
from typing import Any, get_args, get_origin, get_type_hints

from readyroom.languages import CODES, is_supported
from readyroom.linting.settings import LintSettings
from readyroom.model.playbook import ChannelKinds
from readyroom.workspace.errors import UserError
from readyroom.workspace.settings import Settings
from readyroom.workspace.toml_table import Table, nearest, read_toml

_KEYS = (
    "playbooks", "templates", "as-of", "ui-lang", "site-url", "strict",
    "select", "ignore", "off", "channels", "rules",
)  # fmt: skip
_TEXTS = "a list of texts"
_NONE: frozenset[str] = frozenset()


def read_settings(path: Path) -> Settings | None:
    """The settings in a file; None for a `pyproject.toml` without `[tool.readyroom]`.

    Raises UserError for a file that cannot be read, an unknown key or rule, a value of the wrong
    type.
    """
    if path.name == "pyproject.toml" and b"readyroom" not in _bytes(path):
        return None
    document = read_toml(path)
    if path.name != "pyproject.toml":
        return settings_from(document)
    tool = document.table("tool")
    return settings_from(tool.table("readyroom")) if "readyroom" in tool.values else None


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        return b"readyroom"  # read_toml says what is wrong


def settings_from(table: Table) -> Settings:
    """The settings in a table, checked."""
    table.only(_KEYS)
    default = Settings()
    site_url = table.get("site-url", _text, "text", "")
    return Settings(
        playbooks=table.get("playbooks", _folder, "a folder inside the project", default.playbooks),
        templates=table.get("templates", _folder, "a folder inside the project", default.templates),
        as_of=table.get("as-of", _date, "a date such as 2026-11-22", None),
        ui_lang=table.get("ui-lang", _language, f"one of {', '.join(CODES)}", None),
        site_url=site_url and f"{site_url.rstrip('/')}/",
        channels=_channels(table.table("channels")),
        lint=_lint(table, site_url and f"{site_url.rstrip('/')}/"),
        strict=table.get("strict", _flag, "true or false", False),
    )


def _channels(table: Table) -> ChannelKinds:
    names = [field.name for field in fields(ChannelKinds)]
    table.only(names)
    return ChannelKinds(**{name: table.get(name, _names, _TEXTS, _NONE) for name in names})


def _lint(table: Table, site_url: str) -> LintSettings:
    chosen = {name: table.get(name, _names, _TEXTS, _NONE) for name in ("select", "ignore", "off")}
    rules = table.table("rules")
    options: dict[str, Any] = {}
    if rules.values or any(chosen.values()):
        from readyroom.rules import all_rules

        registered = {rule.id: rule.meta for rule in all_rules()}
        families = {rule.family for rule in all_rules()}
        for name, found in chosen.items():
            known = registered.keys() if name == "off" else {*registered, *families}
            check_names(found, known, f"{table.where(name)}: ")
        for rule_id in rules.values:
            check_names([rule_id], registered, f"{rules.where(rule_id)}: ")
            options[rule_id] = read_options(rules.table(rule_id), registered[rule_id].options)
    return LintSettings(**chosen, options=options, site_url=site_url)


def check_names(names: Iterable[str], known: Iterable[str], where: str = "") -> None:
    """Raise UserError for the first rule or family that does not exist."""
    known = frozenset(known)
    for name in sorted(names):
        if name not in known:
            raise UserError(f"{where}there is no rule {name}.", nearest(name, known))


def read_options(table: Table, options: type[Any] | None) -> Any:
    """An instance of a rule's options class with what the team wrote."""
    if options is None:
        table.only(())
        return None
    hints = get_type_hints(options)
    names = {field.name.replace("_", "-"): field.name for field in fields(options)}
    table.only(names)
    written = {
        names[key]: table.get(key, *_reader(hints[names[key]]), None) for key in table.values
    }
    return options(**written)


def _reader(hint: Any) -> tuple[Callable[[Any], Any], str]:
    """How a value of an option's type is read, and what it is called."""
    if get_origin(hint) in (tuple, frozenset):
        kind = get_origin(hint)
        item = get_args(hint)[0]
        read, _ = _reader(item)
        return lambda value: kind(map(read, _list(value))), _TEXTS if item is str else "a list"
    return _READERS[hint]


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise ValueError
    return value


def _flag(value: Any) -> bool:
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


def _names(value: Any) -> frozenset[str]:
    return frozenset(map(_text, _list(value)))


def _date(value: Any) -> date:
    if isinstance(value, date) and not isinstance(value, datetime):
        return value
    return date.fromisoformat(_text(value))


def _folder(value: Any) -> str:
    path = PurePosixPath(_text(value))
    if path.is_absolute() or ".." in path.parts or not path.parts:
        raise ValueError
    return str(path)


def _language(value: Any) -> str:
    if not is_supported(_text(value)):
        raise ValueError
    return _text(value)


_READERS: dict[Any, tuple[Callable[[Any], Any], str]] = {
    str: (_text, "text"),
    bool: (_flag, "true or false"),
    int: (_integer, "a whole number"),
    float: (_number, "a number"),
    date: (_date, "a date such as 2026-11-22"),
}
