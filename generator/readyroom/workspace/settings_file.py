"""Read the settings file: every mistake is answered with its line and the way out."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import fields
from datetime import date
from itertools import filterfalse
from pathlib import Path, PurePosixPath
from typing import Any

from readyroom.languages import CODES, is_supported
from readyroom.linting.settings import LintSettings
from readyroom.model.playbook import ChannelKinds
from readyroom.model.prose import FAMILY, is_prose_rule
from readyroom.workspace.errors import UserError
from readyroom.workspace.options import A_DATE, TEXTS, day, flag, names, read_options, text
from readyroom.workspace.rulebook import Rulebook
from readyroom.workspace.settings import Prose, Settings
from readyroom.workspace.team_rules import may_run, rulebook
from readyroom.workspace.toml_table import Table, nearest, read_toml

_KEYS = (
    "playbooks", "templates", "team-rules", "as-of", "ui-lang", "site-url", "strict",
    "select", "ignore", "off", "announce", "channels", "rules", "prose", "vale",
)  # fmt: skip
_NONE: frozenset[str] = frozenset()
_A_FOLDER = "a folder inside the project"
_REQUIRED = "required"


def settings_table(path: Path) -> Table | None:
    """The table that holds the settings in a file; None for a `pyproject.toml` without
    `[tool.readyroom]`.

    Raises UserError for a file that cannot be read.
    """
    if path.name == "pyproject.toml" and b"readyroom" not in _bytes(path):
        return None
    document = read_toml(path)
    if path.name != "pyproject.toml":
        return document
    tool = document.table("tool")
    return tool.table("readyroom") if "readyroom" in tool.values else None


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        return b"readyroom"  # read_toml says what is wrong


def settings_from(table: Table, root: Path, *, team_rules: bool = False) -> Settings:
    """The settings of the project at `root` in a table, checked. With `team_rules`, the rules in
    the folder that they name are loaded, which runs them.

    Raises UserError for an unknown key or rule, a value of the wrong type, and a team rule that
    cannot be used.
    """
    table.only(_KEYS)
    default = Settings()
    site_url = table.get("site-url", text, "text", "")
    site_url = site_url and f"{site_url.rstrip('/')}/"
    rules = rulebook(root, _team_rules(table, root, run=team_rules), run=team_rules)
    return Settings(
        playbooks=table.get("playbooks", _folder, _A_FOLDER, default.playbooks),
        templates=table.get("templates", _folder, _A_FOLDER, default.templates),
        as_of=table.get("as-of", day, A_DATE, None),
        ui_lang=table.get("ui-lang", _language, f"one of {', '.join(CODES)}", None),
        site_url=site_url,
        channels=_channels(table.table("channels")),
        lint=_lint(table, site_url, rules),
        strict=table.get("strict", flag, "true or false", False),
        rulebook=rules,
        prose=_prose(table, root, trusted=team_rules and may_run()),
    )


def _team_rules(table: Table, root: Path, *, run: bool) -> str:
    """The folder of the team's rules. Settings from elsewhere must not set a project's code going:
    whoever wrote them had other rules in mind."""
    folder = table.get("team-rules", _folder, _A_FOLDER, "")
    if folder and run and not Path(os.path.abspath(table.path)).is_relative_to(root):
        raise UserError(
            f"{table.where('team-rules')}: team-rules counts only in settings that lie in the "
            f"project itself ({root}).",
            "Go on without these rules: --no-team-rules.",
        )
    return folder


def _prose(table: Table, root: Path, *, trusted: bool) -> Prose | None:
    """A path is meant from the file that holds it, so that nobody else's settings start a program
    of this project."""
    wanted = table.get("prose", _prose_kind, 'true, false or "required"', "")
    program = table.get("vale", text, "the path of the program", "")
    if not wanted:
        return None
    path = Path(os.path.abspath(table.path)).parent / program if program else None
    return Prose(root, required=wanted == _REQUIRED, program=path, trusted=trusted)


def _prose_kind(value: Any) -> str:
    return _REQUIRED if value == _REQUIRED else "wanted" if flag(value) else ""


def _channels(table: Table) -> ChannelKinds:
    kinds = [field.name for field in fields(ChannelKinds)]
    table.only(kinds)
    return ChannelKinds(**{kind: table.get(kind, names, TEXTS, _NONE) for kind in kinds})


def _lint(table: Table, site_url: str, known: Rulebook) -> LintSettings:
    chosen = {name: table.get(name, names, TEXTS, _NONE) for name in ("select", "ignore", "off")}
    for name, found in chosen.items():
        if found:
            check_choice(found, known.ids if name == "off" else known.names, _at(table, name))
    announce = table.table("announce")
    for rule in announce.values:
        check_names([rule], known.ids, _at(announce, rule))
    return LintSettings(
        **chosen,
        announced={rule: announce.get(rule, day, A_DATE, date.max) for rule in announce.values},
        options=_options(table.table("rules"), known),
        not_loaded=frozenset(file.id for file in known.left_out),
        site_url=site_url,
    )


def _options(table: Table, known: Rulebook) -> dict[str, Any]:
    """What is set for each rule; of one that was left out, nobody knows its options."""
    for rule in table.values:
        check_names([rule], known.ids, _at(table, rule))
    return {
        rule.id: read_options(table.table(rule.id), rule.meta.options)
        for rule in (known.rules if table.values else ())
        if rule.id in table.values
    }


def _at(table: Table, key: str) -> str:
    return f"{table.where(key)}: "


def check_choice(names: Iterable[str], known: Iterable[str], where: str) -> None:
    """The same where findings about wording may be named as well."""
    check_names(filterfalse(is_prose_rule, names), {*known, FAMILY}, where)


def check_names(names: Iterable[str], known: Iterable[str], where: str = "") -> None:
    """Raise UserError for the first rule or family that does not exist."""
    known = frozenset(known)
    for name in sorted(names):
        if name not in known:
            raise UserError(f"{where}there is no rule {name}.", nearest(name, known))


def _folder(value: Any) -> str:
    path = PurePosixPath(text(value))
    if path.is_absolute() or ".." in path.parts or not path.parts:
        raise ValueError
    return str(path)


def _language(value: Any) -> str:
    if not is_supported(text(value)):
        raise ValueError
    return text(value)
