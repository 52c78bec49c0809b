"""What a team may set about linting, as plain values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any


@dataclass(frozen=True, slots=True)
class LintSettings:
    """Which rules run and with which options.

    `select` and `ignore` hold rule ids or family names; an empty `select` means all. `off` are
    rules that the team switched off for good: they count nowhere, not even in gates and score.
    `announced` maps a rule id to the day from which its errors are errors; until then they are
    warnings. `options` maps a rule id to an instance of that rule's options class. `not_loaded` are
    rules of the team that exist and do not run here. `site_url` is where the published rule pages
    live ("" if unknown).
    """

    select: frozenset[str] = frozenset()
    ignore: frozenset[str] = frozenset()
    off: frozenset[str] = frozenset()
    announced: Mapping[str, date] = field(default_factory=dict)
    options: Mapping[str, Any] = field(default_factory=dict)
    not_loaded: frozenset[str] = frozenset()
    site_url: str = ""

    def selects(self, rule: str, family: str) -> bool:
        """Whether findings of this rule are reported."""
        names = {rule, family}
        return (not self.select or bool(names & self.select)) and not names & self.ignore
