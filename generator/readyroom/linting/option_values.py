"""The options of a rule as settings would write them: what counts, and what it is by default."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, fields
from datetime import date

from readyroom.linting.settings import LintSettings
from readyroom.rules import RegisteredRule


@dataclass(frozen=True, slots=True)
class OptionValue:
    """An option by its name in settings; value and default as TOML."""

    name: str
    value: str
    default: str

    @property
    def is_default(self) -> bool:
        """Whether the team left it as it is."""
        return self.value == self.default


def option_values(rule: RegisteredRule, settings: LintSettings) -> Iterator[OptionValue]:
    """Every option of a rule, with what the team set."""
    if rule.meta.options is None:
        return
    default = rule.meta.options()
    chosen = settings.options.get(rule.id, default)
    for field in fields(default):
        yield OptionValue(
            field.name.replace("_", "-"),
            _toml(getattr(chosen, field.name)),
            _toml(getattr(default, field.name)),
        )


def _toml(value: object) -> str:
    match value:
        case bool():
            return "true" if value else "false"
        case str():
            return json.dumps(value, ensure_ascii=False)
        case date():
            return value.isoformat()
        case frozenset():
            return f"[{', '.join(sorted(map(_toml, value)))}]"
        case tuple():
            return f"[{', '.join(map(_toml, value))}]"
    return repr(value)
