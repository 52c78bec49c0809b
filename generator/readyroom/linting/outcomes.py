"""Run every rule once over one brief and keep what came of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from functools import partial
from itertools import islice

from readyroom.languages.matching import cell, words
from readyroom.linting.settings import LintSettings
from readyroom.model.brief import Brief
from readyroom.model.message import msg
from readyroom.model.playbook import Playbook
from readyroom.model.rule import Context, Finding, Missing
from readyroom.model.status import Level, Severity, Status
from readyroom.rules import RegisteredRule

# Of one rule in one brief.
MOST_FINDINGS = 100


class Ending(StrEnum):
    """How a rule ended: it ran, was skipped (a required rule is not clean, or there is nothing yet
    that it could look at), does not apply to this brief, or crashed."""

    RAN = "ran"
    SKIPPED = "skipped"
    NOT_APPLICABLE = "not applicable"
    CRASHED = "crashed"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one rule said about one brief."""

    rule: RegisteredRule
    ending: Ending = Ending.RAN
    findings: tuple[Finding, ...] = ()
    error: str = ""

    @property
    def is_clean(self) -> bool:
        """Whether the rule looked at the brief and found nothing."""
        return self.ending is Ending.RAN and not self.findings

    def severity(self, finding: Finding, status: Status) -> Severity:
        """The severity of a finding at a status."""
        return (finding.severity or self.rule.meta.severities).at(status)

    def at(self, status: Status, *severities: Severity) -> tuple[Finding, ...]:
        """The findings that have one of these severities at a status."""
        return tuple(f for f in self.findings if self.severity(f, status) in severities)

    def inside(
        self, brief: Brief, sections: tuple[str, ...], status: Status, *severities: Severity
    ) -> tuple[Finding, ...]:
        """Those of them that stand in one of these sections; all where none is named."""
        spans = [section.span for key in sections for section in brief.sections_of(key)]
        return tuple(
            finding
            for finding in self.at(status, *severities)
            if not sections or any(span.start <= finding.span.start < span.end for span in spans)
        )


def _first(findings: Iterator[Finding]) -> Iterator[Finding]:
    """As many findings as somebody would read; then one that says there are more."""
    yield from islice(findings, MOST_FINDINGS)
    for more in islice(findings, 1):
        yield replace(
            more,
            message=msg("There are more places like the first {number}.", number=MOST_FINDINGS),
            help=msg("Put those right, then run the check again."),
            related=(),
        )


class Run:
    """The rules over one brief; each runs at most once, required ones first."""

    def __init__(
        self,
        brief: Brief,
        playbook: Playbook,
        rules: Iterable[RegisteredRule],
        settings: LintSettings,
        today: date,
    ) -> None:
        self.brief = brief
        self._settings = settings
        known = {rule.id: rule for rule in rules}
        self._rules = {
            name: rule
            for name, rule in known.items()
            if name not in settings.off and (rule.meta.foreign or not brief.foreign)
        }
        self._outcomes: dict[str, Outcome] = {}
        self._context = Context(
            playbook,
            today,
            partial(words, code=brief.language),
            partial(cell, code=brief.language),
            known_rules=frozenset(known) | settings.not_loaded,
            core_rules=frozenset(name for name, rule in known.items() if rule.meta.core),
        )

    @property
    def outcomes(self) -> Mapping[str, Outcome]:
        """What has run so far, by rule id."""
        return self._outcomes

    def first_pass(self) -> None:
        """Run all rules that do not look at the computed level."""
        rules = [rule for rule in self._rules.values() if not rule.meta.needs_level]
        for rule in rules:
            if not rule.meta.needs_others:
                self._outcome(rule.id)
        quiet = (name for name, outcome in self._outcomes.items() if outcome.is_clean)
        self._context = replace(self._context, quiet=frozenset(quiet))
        for rule in rules:
            self._outcome(rule.id)

    def second_pass(self, level: Level, missing: tuple[Missing, ...]) -> None:
        """Run the rules that do."""
        self._context = replace(self._context, level=level, missing=missing)
        for rule in self._rules.values():
            self._outcome(rule.id)

    def _outcome(self, rule_id: str) -> Outcome:
        found = self._outcomes.get(rule_id)
        if found is None:
            found = self._outcomes[rule_id] = self._run(self._rules[rule_id])
        return found

    def _run(self, rule: RegisteredRule) -> Outcome:
        if self.brief.tier == 3 and not rule.meta.small_too:
            return Outcome(rule, Ending.NOT_APPLICABLE)
        for required in rule.meta.requires:
            if required in self._rules and not self._is_clean(required):
                return Outcome(rule, Ending.SKIPPED)
        if rule.meta.sections and not any(map(self.brief.section, rule.meta.sections)):
            return Outcome(rule, Ending.SKIPPED)
        default = rule.meta.options() if rule.meta.options else None
        context = replace(self._context, options=self._settings.options.get(rule.id, default))
        try:
            if rule.applies and not rule.applies(self.brief, context):
                return Outcome(rule, Ending.NOT_APPLICABLE)
            return Outcome(rule, findings=tuple(_first(rule.check(self.brief, context))))
        except Exception as crash:  # one rule's bug must not cost the other findings
            return Outcome(rule, Ending.CRASHED, error=f"{type(crash).__name__}: {crash}")

    def _is_clean(self, rule_id: str) -> bool:
        outcome = self._outcome(rule_id)
        return outcome.ending is not Ending.SKIPPED and not outcome.findings
