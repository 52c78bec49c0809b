"""What a rule is: its metadata, what it yields and what it may look at."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, Protocol

from readyroom.model.brief import Brief
from readyroom.model.fix import Fix
from readyroom.model.message import NOTHING, Message
from readyroom.model.playbook import Page, Playbook
from readyroom.model.status import Level, Pillar, Severities
from readyroom.model.text import Span


@dataclass(frozen=True, slots=True)
class Related:
    """A second place that explains a finding; `path` is "" for the same file."""

    span: Span
    message: Message
    path: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule yields: where, what is missing, and how to put it right.

    message: what is missing, in one sentence. help: what to do, as a request. example: the words
    that could stand in the brief, close to the case and nothing around them; they are shown in the
    brief's language. question: what to ask yourself. Why it matters is the first paragraph of that
    section on the rule's page.

    `severity` replaces the rule's own for this one finding (an incomplete row may be milder than a
    missing table). `related` are further places that explain it. The engine adds rule id, path,
    severity and the reason why.
    """

    span: Span
    message: Message
    help: Message = NOTHING
    severity: Severities | None = None
    related: tuple[Related, ...] = ()
    example: Message = NOTHING
    question: Message = NOTHING
    fix: Fix | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """Metadata that each rule file declares as `RULE`.

    severity: one per status, six letters from idea to done (`Severities`).
    core: whether it belongs to the core set.
    gate: the level that this rule must be clean for; `gate_sections` narrows that to findings in
        these sections.
    presence_of: the section whose existence this rule looks after; the ladder names the rule
        where that section is empty.
    pillar: the part of the score it counts in; None where it does not score.
    score_cap: the most a brief can score while this rule has an open error or warning in one of
        `gate_sections` (anywhere if none are named).
    requires: rules that must be clean first; else this one is skipped.
    sections: where it looks; it is skipped while the brief has none of these sections.
    foreign: whether it also runs on plans without front matter.
    small_too: False where tier 3 switches the rule off.
    needs_level: whether it looks at the computed level (and so runs after all others).
    needs_others: whether it asks which other rules found nothing (and so runs after them).
    options: a frozen dataclass with the defaults of what a team may set.
    """

    severity: str
    core: bool = False
    gate: Level | None = None
    gate_sections: tuple[str, ...] = ()
    presence_of: str = ""
    pillar: Pillar | None = None
    score_cap: int = 100
    requires: tuple[str, ...] = ()
    sections: tuple[str, ...] = ()
    foreign: bool = False
    small_too: bool = True
    needs_level: bool = False
    needs_others: bool = False
    options: type[Any] | None = None

    @property
    def severities(self) -> Severities:
        """The severity string, checked."""
        return Severities(self.severity)


class Matches(Protocol):
    """A word list of the brief's language and English together."""

    def find(self, text: str) -> Iterator[tuple[int, int]]:
        """Start and end of every match in `text`, in order, without overlaps."""

    def __contains__(self, text: object) -> bool:
        """Whether any entry occurs in the text."""

    def is_all_of(self, text: str) -> bool:
        """Whether the text is one entry and nothing else but punctuation."""


@dataclass(frozen=True, slots=True)
class Missing:
    """An unmet condition of a level: which rule or section it belongs to and the next step.

    `rule` is "" for a condition that no rule stands for; `cost` orders the cheapest first.
    """

    level: Level
    message: Message
    step: Message
    rule: str = ""
    section: str = ""
    span: Span | None = None
    cost: int = 1


@dataclass(frozen=True, slots=True)
class Context:
    """What a check may look at besides the brief: plain values only, no clock and no files.

    `words` gives a word list by name and `cell` the canonical meaning of a cell ("guardrail" for
    "ограничитель"), both for the brief's language with English always accepted. `level` and
    `missing` are set only for rules with `needs_level`, and only for them and for rules with
    `needs_others` the rules that ran and found nothing are in `quiet`.
    """

    playbook: Playbook
    today: date
    words: Callable[[str], Matches]
    cell: Callable[[str, str], str]
    known_rules: frozenset[str] = frozenset()
    core_rules: frozenset[str] = frozenset()
    options: Any = None
    level: Level | None = None
    missing: tuple[Missing, ...] = ()
    quiet: frozenset[str] = frozenset()


Check = Callable[[Brief, Context], Iterator[Finding]]
Applies = Callable[[Brief, Context], bool]
PageCheck = Callable[[Page], Iterator[Finding]]
