"""Rules that a team has announced: until their day comes, what would be an error is a warning."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from readyroom.linting.settings import LintSettings
from readyroom.model.brief import Brief
from readyroom.model.message import msg, sentences
from readyroom.model.playbook import Page
from readyroom.model.rule import Context, Finding
from readyroom.model.status import Severities, Severity, Status
from readyroom.rules import RegisteredRule


def announced(
    rules: Iterable[RegisteredRule], settings: LintSettings, today: date
) -> Iterator[RegisteredRule]:
    """The rules as they count today: one whose day is still to come only warns, holds no level
    back, caps no score, and says in each finding from when on it is an error."""
    for rule in rules:
        day = settings.announced.get(rule.id)
        yield _softened(rule, day) if day and today < day else rule


def _softened(rule: RegisteredRule, day: date) -> RegisteredRule:
    def check(brief: Brief, context: Context) -> Iterator[Finding]:
        for finding in rule.check(brief, context):
            yield _warning(finding, rule, brief.status, day)

    def check_page(page: Page) -> Iterator[Finding]:
        for finding in rule.check_page(page) if rule.check_page else ():
            yield _warning(finding, rule, Status.IDEA, day)

    return replace(
        rule,
        meta=replace(
            rule.meta, severity=_mild(rule.meta.severities).letters, gate_sections=(), score_cap=100
        ),
        check=check,
        check_page=rule.check_page and check_page,
    )


def _warning(finding: Finding, rule: RegisteredRule, status: Status, day: date) -> Finding:
    severities = finding.severity or rule.meta.severities
    mild = finding.severity and _mild(finding.severity)
    if severities.at(status) is not Severity.ERROR:
        return replace(finding, severity=mild)
    note = msg("From {date} this is an error.", date=day.isoformat())
    advice = sentences((finding.help, note)) if finding.help else note
    return replace(finding, severity=mild, help=advice)


def _mild(severities: Severities) -> Severities:
    return Severities(severities.letters.replace("E", "W"))
