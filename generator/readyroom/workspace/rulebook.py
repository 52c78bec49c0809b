"""Every rule that a project knows: those of Readyroom and those of its team."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from readyroom.rules import RegisteredRule, all_rules


@dataclass(frozen=True, slots=True)
class RuleFile:
    """A file with one rule of the team: the name and family are those that its path gives it."""

    path: Path
    id: str
    family: str


@dataclass(frozen=True)
class Rulebook:
    """folder: where the team's own rules are, relative to the project; "" if it has none.
    own: these rules. left_out: their files, where they exist and were not to be run."""

    folder: str = ""
    own: tuple[RegisteredRule, ...] = ()
    left_out: tuple[RuleFile, ...] = ()

    @cached_property
    def rules(self) -> tuple[RegisteredRule, ...]:
        """All rules that run, ordered by family and name."""
        return tuple(sorted((*all_rules(), *self.own), key=lambda rule: (rule.family, rule.id)))

    @cached_property
    def ids(self) -> frozenset[str]:
        """The name of every rule that exists, whether or not it runs."""
        return frozenset({rule.id for rule in self.rules} | {file.id for file in self.left_out})

    @cached_property
    def names(self) -> frozenset[str]:
        """What `select` and `ignore` may say: rules and families."""
        families = {rule.family for rule in self.rules} | {file.family for file in self.left_out}
        return self.ids | families
