"""One loop: a playbook in, a report out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date

from readyroom.linting.gates import Climb
from readyroom.linting.ladder import climb, is_ahead, side_state, steps
from readyroom.linting.outcomes import Ending, Outcome, Run
from readyroom.linting.score import score
from readyroom.linting.settings import LintSettings
from readyroom.model.brief import Brief
from readyroom.model.message import msg
from readyroom.model.playbook import Playbook
from readyroom.model.report import (
    BriefReport,
    Diagnostic,
    Place,
    Readiness,
    RelatedPlace,
    Report,
    SectionFound,
)
from readyroom.model.rule import Finding
from readyroom.model.status import Severity, Status
from readyroom.model.text import Source, Span
from readyroom.model.waiver import Waiver, active_waivers, read_waivers
from readyroom.rules import RegisteredRule, all_rules

Translate = Callable[[str], str]


def lint(
    playbook: Playbook,
    today: date,
    settings: LintSettings | None = None,
    *,
    rules: Iterable[RegisteredRule] | None = None,
    translator: Callable[[str], Translate] = lambda code: str,
    only: frozenset[str] | None = None,
) -> Report:
    """Findings and readiness of every brief in the playbook.

    `only` narrows the report to these paths; the rest of the playbook is still known to rules that
    look across files. `translator` gives the translation for a language code.
    """
    settings = settings or LintSettings()
    chosen = tuple(all_rules() if rules is None else rules)
    diagnostics: list[Diagnostic] = []
    briefs: list[BriefReport] = []
    for brief in playbook.briefs:
        if only is not None and brief.path not in only:
            continue
        run = Run(brief, playbook, chosen, settings, today)
        translate = translator(brief.language)
        waivers = active_waivers(brief, today)
        briefs.append(_assess(brief, run, waivers, today))
        waived = _waived(brief, run.outcomes, waivers)
        diagnostics += _diagnostics(brief, run.outcomes, waived, playbook, settings, translate)
    diagnostics += _page_diagnostics(playbook, chosen, settings, translator("en"), only)
    diagnostics.sort(key=lambda d: (d.place.path, d.place.start, d.rule, d.message))
    briefs.sort(key=lambda report: report.path)
    return Report(today, tuple(diagnostics), tuple(briefs), len(briefs))


def _page_diagnostics(
    playbook: Playbook,
    rules: Iterable[RegisteredRule],
    settings: LintSettings,
    translate: Translate,
    only: frozenset[str] | None,
) -> Iterator[Diagnostic]:
    """What rules say of pages that are not briefs (and may have been meant to be)."""
    for rule in rules:
        if rule.check_page is None or not settings.selects(rule.id, rule.family):
            continue
        for page in playbook.pages:
            if only is not None and page.path not in only:
                continue
            for finding in rule.check_page(page):
                yield Diagnostic(
                    rule=rule.id,
                    family=rule.family,
                    severity=rule.meta.severities.at(Status.IDEA),
                    message=finding.message.render(translate),
                    help=finding.help.render(translate),
                    place=place(page.source or Source(page.path, ""), finding.span),
                    url=_url(settings, rule.id),
                )


def _url(settings: LintSettings, rule_id: str) -> str:
    return f"{settings.site_url}rules/{rule_id}.html" if settings.site_url else ""


def _assess(brief: Brief, run: Run, waivers: Mapping[str, Waiver], today: date) -> BriefReport:
    run.first_pass()
    level, missing = climb(Climb(brief, today, run.outcomes, waivers))
    run.second_pass(level, missing)
    state = side_state(brief, level, today)
    total, pillars = score(
        brief,
        run.outcomes.values(),
        _waived(brief, run.outcomes, waivers),
        ahead=state != "dropped" and is_ahead(brief, level),
    )
    readiness = Readiness(level, total, pillars, missing, steps(level, missing), state)
    return BriefReport(
        id=brief.id,
        path=brief.path,
        title=brief.title,
        language=brief.language,
        owner=brief.front.text("owner") or next((p.text for p in brief.labelled("owner")), ""),
        status=brief.declared,
        launch=brief.launch,
        readiness=readiness,
        waivers=tuple(read_waivers(brief)),
        sections=tuple(
            SectionFound(
                section.keys,
                section.heading.text,
                brief.source.position(section.heading.span().start).line,
            )
            for section in brief.sections
            if section.keys
        ),
        foreign=brief.foreign,
    )


def _waived(
    brief: Brief, outcomes: Mapping[str, Outcome], waivers: Mapping[str, Waiver]
) -> frozenset[str]:
    """The rules whose findings are set aside at the brief's status."""
    return frozenset(
        name
        for name, waiver in waivers.items()
        if name in outcomes
        and waiver.counts_as_clean(brief, core=outcomes[name].rule.meta.core, status=brief.status)
    )


def _diagnostics(
    brief: Brief,
    outcomes: Mapping[str, Outcome],
    waived: frozenset[str],
    playbook: Playbook,
    settings: LintSettings,
    translate: Translate,
) -> Iterator[Diagnostic]:
    yield from _problems(brief, translate)
    for outcome in outcomes.values():
        rule = outcome.rule
        if outcome.ending is Ending.CRASHED:
            yield _internal(brief, outcome, translate)
        if not settings.selects(rule.id, rule.family):
            continue
        for finding in outcome.findings:
            severity = outcome.severity(finding, brief.status)
            if severity is not Severity.OFF:
                yield _diagnostic(
                    brief, outcome, finding, severity, playbook, settings, translate,
                    waived=rule.id in waived,
                )  # fmt: skip


def _diagnostic(
    brief: Brief,
    outcome: Outcome,
    finding: Finding,
    severity: Severity,
    playbook: Playbook,
    settings: LintSettings,
    translate: Translate,
    *,
    waived: bool,
) -> Diagnostic:
    rule = outcome.rule
    sources = {other.path: other.source for other in playbook.briefs} if finding.related else {}
    return Diagnostic(
        rule=rule.id,
        family=rule.family,
        severity=severity,
        message=finding.message.render(translate),
        help=finding.help.render(translate),
        place=place(brief.source, finding.span),
        related=tuple(
            RelatedPlace(
                place(sources.get(related.path, Source(related.path, "")), related.span)
                if related.path
                else place(brief.source, related.span),
                related.message.render(translate),
            )
            for related in finding.related
        ),
        waived=waived,
        url=_url(settings, rule.id),
    )


def place(source: Source, span: Span) -> Place:
    """A span as lines and columns."""
    return Place(source.path, span, source.position(span.start), source.position(span.end))


def _problems(brief: Brief, translate: Translate) -> Iterator[Diagnostic]:
    """What the parser could not accept in the body."""
    for problem in brief.problems:
        yield Diagnostic(
            rule="unreadable-text",
            family="engine",
            severity=problem.severity,
            message=problem.message.render(translate),
            help=problem.help.render(translate),
            place=place(brief.source, problem.span),
        )


def _internal(brief: Brief, outcome: Outcome, translate: Translate) -> Diagnostic:
    return Diagnostic(
        rule="internal-error",
        family="engine",
        severity=Severity.ERROR,
        message=msg(
            "The rule {rule} could not check this brief ({error}).",
            rule=outcome.rule.id,
            error=outcome.error,
        ).render(translate),
        help=msg(
            "This is a fault in the rule, not in your brief. Everything else was checked."
        ).render(translate),
        place=place(brief.source, brief.place()),
        incomplete=True,
    )
