"""What a file of the team declares, read as a rule or refused in words for its author."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import is_dataclass
from typing import Any, get_type_hints

from readyroom.model.rule import Rule
from readyroom.model.status import Level, Pillar, Severities
from readyroom.rules import RegisteredRule
from readyroom.workspace.options import reader
from readyroom.workspace.rule_guard import Guard
from readyroom.workspace.rulebook import RuleFile
from readyroom.workspace.toml_table import nearest

_FLAGS = ("core", "foreign", "small_too", "needs_level")
_SEVERITIES = "six letters out of E W i ·, one for each status, such as iWEEE·"


class WrongRule(Exception):
    """What is wrong with a rule file, and what to do about it."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.hint = hint


def read_rule(module: Mapping[str, Any], file: RuleFile, known: Collection[str]) -> RegisteredRule:
    """The rule in a file that was run. `known` are the names of all rules.

    Raises WrongRule.
    """
    meta, check, applies = module.get("RULE"), module.get("check"), module.get("applies")
    doc = str(module.get("__doc__") or "").strip()
    if not isinstance(meta, Rule):
        raise WrongRule('a rule says what it is: RULE = Rule(severity="iWEEE·").')
    if not callable(check) or not (applies is None or callable(applies)):
        raise WrongRule("a rule has a function check(brief, context), and maybe applies.")
    if not doc:
        raise WrongRule("a rule begins with a docstring whose first line says what it finds.")
    for is_right, name, expected in _expectations(meta):
        if not is_right:
            raise WrongRule(f"{name} must be {expected}, not {getattr(meta, name)!r}.")
    for name in meta.requires:
        if name not in known or name == file.id:
            raise WrongRule(f"requires names no other rule: {name}.", nearest(name, known))
    _refuse_options(meta.options)
    guard = Guard(file.path)
    return RegisteredRule(
        file.id, file.family, meta, guard.check(check), applies and guard.applies(applies), doc
    )


def _expectations(meta: Rule) -> Iterator[tuple[bool, str, str]]:
    yield _is_severity(meta.severity), "severity", _SEVERITIES
    for name in _FLAGS:
        yield isinstance(getattr(meta, name), bool), name, "True or False"
    yield meta.gate is None or isinstance(meta.gate, Level), "gate", "a Level or None"
    yield meta.pillar is None or isinstance(meta.pillar, Pillar), "pillar", "a Pillar or None"
    yield isinstance(meta.presence_of, str), "presence_of", "a text"
    yield type(meta.score_cap) is int, "score_cap", "a whole number"
    for name in ("requires", "gate_sections"):
        value = getattr(meta, name)
        right = isinstance(value, tuple) and all(isinstance(item, str) for item in value)
        yield right, name, 'texts in brackets with commas, such as ("goal-missing",)'


def _is_severity(value: object) -> bool:
    try:
        return bool(Severities(value)) if isinstance(value, str) else False
    except ValueError:
        return False


def _refuse_options(options: type[Any] | None) -> None:
    """Raise WrongRule unless the class has defaults, and types that settings can hold."""
    if options is None:
        return
    if not (isinstance(options, type) and is_dataclass(options)):
        raise WrongRule("options must be a dataclass that is frozen and has defaults.")
    try:
        hash(options())
        for hint in get_type_hints(options).values():
            reader(hint)
    except (TypeError, KeyError, NameError, ValueError, IndexError):
        raise WrongRule(
            "options must be a frozen dataclass with a default for each field; a field is str, "
            "bool, int, float, date, or a tuple or frozenset of them."
        ) from None


def circular(rules: Mapping[RuleFile, RegisteredRule]) -> RuleFile | None:
    """A file whose rule waits for itself through others, if there is one."""
    requires = {rule.id: rule.meta.requires for rule in rules.values()}
    for file in rules:
        reached: set[str] = set()
        ahead = list(requires[file.id])
        while ahead:
            found = ahead.pop()
            if found not in reached:
                reached.add(found)
                ahead += requires.get(found, ())
        if file.id in reached:
            return file
    return None
