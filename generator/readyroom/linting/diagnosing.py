"""From what rules yield to diagnostics: texts in the reader's language, places as lines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from readyroom.linting.fingerprint import key, keys
from readyroom.linting.outcomes import Ending, Outcome
from readyroom.linting.rule_page import page_of
from readyroom.linting.settings import LintSettings
from readyroom.model.brief import Brief
from readyroom.model.fix import Fix
from readyroom.model.message import Message, Translate, english, msg
from readyroom.model.playbook import Page, Playbook
from readyroom.model.report import Correction, Diagnostic, Place, RelatedPlace, Replacement
from readyroom.model.rule import Finding
from readyroom.model.status import Severity, Status
from readyroom.model.text import Source, Span
from readyroom.rules import RegisteredRule


@dataclass(frozen=True, slots=True)
class Voices:
    """`speak` talks to the writer, in the language `code`; `write` gives words that could stand in
    the brief."""

    speak: Translate = english
    write: Translate = english
    code: str = "en"


@dataclass(frozen=True, slots=True)
class Diagnoser:
    """Turns findings into diagnostics for one run."""

    playbook: Playbook
    settings: LintSettings

    def of_brief(
        self, brief: Brief, outcomes: Iterable[Outcome], waived: frozenset[str], voices: Voices
    ) -> Iterator[Diagnostic]:
        """What the parser could not accept, which rules crashed, and every selected finding."""
        yield from _problems(brief, voices.speak)
        chosen: list[tuple[RegisteredRule, Finding, Severity]] = []
        for outcome in outcomes:
            if outcome.ending is Ending.CRASHED:
                yield _internal(brief, outcome, voices.speak)
            if self.settings.selects(outcome.rule.id, outcome.rule.family):
                chosen += (
                    (outcome.rule, finding, severity)
                    for finding in outcome.findings
                    if (severity := outcome.severity(finding, brief.status)) is not Severity.OFF
                )
        names = keys(brief, ((rule.id, finding) for rule, finding, _ in chosen))
        for (rule, finding, severity), name in zip(chosen, names, strict=True):
            yield self._diagnostic(
                rule, finding, severity, brief.source, voices, name, waived=rule.id in waived
            )

    def of_page(self, rule: RegisteredRule, page: Page, voices: Voices) -> Iterator[Diagnostic]:
        """What a rule says of a page that is no brief (and may have been meant to be)."""
        if rule.check_page is None or not self.settings.selects(rule.id, rule.family):
            return
        severity = rule.meta.severities.at(Status.IDEA)
        source = page.source or Source(page.path, "")
        for number, finding in enumerate(rule.check_page(page), 1):
            name = key(page.path, rule.id, str(number))
            yield self._diagnostic(rule, finding, severity, source, voices, name)

    def _diagnostic(
        self,
        rule: RegisteredRule,
        finding: Finding,
        severity: Severity,
        source: Source,
        voices: Voices,
        key: str,
        *,
        waived: bool = False,
    ) -> Diagnostic:
        site = self.settings.site_url
        return Diagnostic(
            rule=rule.id,
            family=rule.family,
            severity=severity,
            message=finding.message.render(voices.speak),
            help=finding.help.render(voices.speak),
            place=place(source, finding.span),
            why=why(rule, voices.speak),
            example=finding.example.render(voices.write),
            question=finding.question.render(voices.speak),
            related=tuple(self._related(source, finding, voices.speak)),
            fix=_correction(source, finding.fix, voices) if finding.fix else None,
            waived=waived,
            url=f"{site}rules/{rule.id}.html" if site else "",
            key=key,
            language=voices.code,
        )

    def _related(
        self, source: Source, finding: Finding, speak: Translate
    ) -> Iterator[RelatedPlace]:
        for related in finding.related:
            other = self.playbook.source(related.path) if related.path else source
            yield RelatedPlace(place(other, related.span), related.message.render(speak))


def why(rule: RegisteredRule, speak: Translate) -> str:
    """Why the rule matters: the first paragraph of that section on its page."""
    return speak(page_of(rule).why) if page_of(rule).why else ""


def place(source: Source, span: Span) -> Place:
    """A span as lines and columns."""
    return Place(source.path, span, source.position(span.start), source.position(span.end))


def _correction(source: Source, fix: Fix, voices: Voices) -> Correction:
    return Correction(
        fix.title.render(voices.speak),
        tuple(
            Replacement(
                place(source, edit.span),
                source.with_own_line_ends(
                    edit.text.render(voices.write) if isinstance(edit.text, Message) else edit.text
                ),
            )
            for edit in fix.edits
        ),
        fix.safe,
    )


def _problems(brief: Brief, speak: Translate) -> Iterator[Diagnostic]:
    """What the parser could not accept in the body."""
    for number, problem in enumerate(brief.problems, 1):
        yield Diagnostic(
            rule="unreadable-text",
            family="engine",
            severity=problem.severity,
            message=problem.message.render(speak),
            help=problem.help.render(speak),
            place=place(brief.source, problem.span),
            key=key(brief.id, "unreadable-text", str(number)),
        )


def _internal(brief: Brief, outcome: Outcome, speak: Translate) -> Diagnostic:
    return Diagnostic(
        rule="internal-error",
        family="engine",
        severity=Severity.ERROR,
        message=msg(
            "The rule {rule} could not check this brief ({error}).",
            rule=outcome.rule.id,
            error=outcome.error,
        ).render(speak),
        help=msg(
            "This is a fault in the rule, not in your brief. Everything else was checked."
        ).render(speak),
        place=place(brief.source, brief.place()),
        incomplete=True,
        key=key(brief.id, "internal-error", outcome.rule.id),
    )
