"""How findings about wording are called: they come from Vale and keep the names they have there."""

from __future__ import annotations

FAMILY = "prose"
_PREFIX = "vale:"


def prose_rule(check: str) -> str:
    """The name of a finding: "vale:Readyroom.Hedging" for the check "Readyroom.Hedging"."""
    return f"{_PREFIX}{check}"


def is_prose_rule(name: str) -> bool:
    """Whether `select`, `ignore` or a waiver means a finding about wording. Which of them exist
    depends on the styles that a team has, so any name with the prefix will do."""
    return name.startswith(_PREFIX)
