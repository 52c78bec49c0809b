"""The rules. One file per rule; the folder is the registry.

`rules/goals/goal_not_measurable.py` is the rule `goal-not-measurable` of the family `goals`. Its
docstring is the published page, its fenced briefs are the rule's tests.
"""

from __future__ import annotations

import pkgutil
from dataclasses import dataclass
from functools import cache
from importlib import import_module

from readyroom.model.rule import Applies, Check, PageCheck, Rule


@dataclass(frozen=True, slots=True)
class RegisteredRule:
    """A rule with the id and family that its path gives it."""

    id: str
    family: str
    meta: Rule
    check: Check
    applies: Applies | None
    doc: str
    check_page: PageCheck | None = None


@cache
def all_rules() -> tuple[RegisteredRule, ...]:
    """Every rule in this folder, ordered by family and id."""
    return tuple(
        _load(family.name, module.name)
        for family in sorted(pkgutil.iter_modules(__path__), key=lambda found: found.name)
        if family.ispkg
        for module in sorted(
            pkgutil.iter_modules([f"{__path__[0]}/{family.name}"]), key=lambda found: found.name
        )
    )


def _load(family: str, name: str) -> RegisteredRule:
    module = import_module(f"{__name__}.{family}.{name}")
    return RegisteredRule(
        id=name.replace("_", "-"),
        family=family,
        meta=module.RULE,
        check=module.check,
        applies=getattr(module, "applies", None),
        check_page=getattr(module, "check_page", None),
        doc=(module.__doc__ or "").strip(),
    )
