"""One loop: a playbook in, a report out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from operator import attrgetter

from readyroom.linting.announced import announced
from readyroom.linting.diagnosing import Diagnoser, Voices
from readyroom.linting.gates import Climb
from readyroom.linting.ladder import climb, is_ahead, side_state, steps
from readyroom.linting.outcomes import Outcome, Run
from readyroom.linting.score import score
from readyroom.linting.settings import LintSettings
from readyroom.meaning.foreign.overview import said_elsewhere
from readyroom.model.brief import Brief
from readyroom.model.message import (
    Translator,
    untranslated,
)
from readyroom.model.playbook import Playbook
from readyroom.model.report import (
    BriefReport,
    Diagnostic,
    Readiness,
    Report,
    SectionFound,
)
from readyroom.model.text import Passage
from readyroom.model.waiver import Waiver, active_waivers, read_waivers
from readyroom.rules import RegisteredRule, all_rules


def lint(
    playbook: Playbook,
    today: date,
    settings: LintSettings | None = None,
    *,
    rules: Iterable[RegisteredRule] | None = None,
    translator: Translator = untranslated,
    only: frozenset[str] | None = None,
    ui_language: str = "",
) -> Report:
    """Findings and readiness of every brief in the playbook.

    `only` narrows the report to these paths; the rest of the playbook is still known to rules that
    look across files. `translator` gives the translation for a language code; messages are put
    into `ui_language`, by default the language of each brief.
    """
    settings = settings or LintSettings()
    chosen = tuple(announced(all_rules() if rules is None else rules, settings, today))
    diagnoser = Diagnoser(playbook, settings)
    diagnostics: list[Diagnostic] = []
    briefs: list[BriefReport] = []
    for brief in playbook.briefs:
        if only is not None and brief.path not in only:
            continue
        run = Run(brief, playbook, chosen, settings, today)
        code = ui_language or brief.language
        voices = Voices(translator(code), translator(brief.language), code)
        waivers = active_waivers(brief, today)
        briefs.append(_assess(brief, run, waivers, today))
        waived = _waived(brief, run.outcomes, waivers)
        diagnostics += diagnoser.of_brief(brief, run.outcomes.values(), waived, voices)
    code = ui_language or "en"
    voices = Voices(translator(code), translator(code), code)
    for rule in (rule for rule in chosen if rule.check_page):
        for page in playbook.pages:
            if only is None or page.path in only:
                diagnostics += diagnoser.of_page(rule, page, voices)
    diagnostics.sort(key=lambda d: (d.place.path, d.place.start, d.rule, d.key))
    briefs.sort(key=lambda report: report.path)
    return Report(today, tuple(diagnostics), tuple(briefs), len(briefs))


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
        sections=_sections_found(brief, run.outcomes),
        foreign=brief.foreign,
    )


def _sections_found(brief: Brief, outcomes: Mapping[str, Outcome]) -> tuple[SectionFound, ...]:
    """The sections in reading order; for somebody else's plan also what it says elsewhere."""

    def line(passage: Passage) -> int:
        return brief.source.position(passage.span().start).line

    missing = {outcome.rule.meta.presence_of for outcome in outcomes.values() if outcome.findings}
    found = []
    for section in filter(attrgetter("keys"), brief.sections):
        said = tuple(key for key in section.keys if not (brief.foreign and key in missing))
        found.append(
            SectionFound(
                said or section.keys, section.heading.text, line(section.heading), empty=not said
            )
        )
    if brief.foreign:
        found += [
            SectionFound((key,), passage.text, line(passage))
            for key, passage in said_elsewhere(brief, missing).items()
        ]
    return tuple(sorted(found, key=lambda section: section.line))


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
