"""Wording in the report: what Vale says about the briefs, beside what the rules say."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from readyroom.linting.fingerprint import key
from readyroom.linting.prose import asks_about_prose, diagnostics
from readyroom.linting.settings import LintSettings
from readyroom.model.brief import Brief
from readyroom.model.message import NOTHING, Message, Translate, english, msg
from readyroom.model.report import Diagnostic, Place, Report
from readyroom.model.status import Severity
from readyroom.model.text import Position, Span
from readyroom.model.waiver import active_waivers
from readyroom.workspace.errors import UserError
from readyroom.workspace.settings import Prose
from readyroom.workspace.translations import into
from readyroom.workspace.vale import SETTINGS, NoAnswerError, Vale, find_program


def with_prose(
    report: Report,
    briefs: Iterable[Brief],
    root: Path,
    prose: Prose,
    settings: LintSettings,
    *,
    buffers: Mapping[str, bytes],
    ui_language: str,
) -> Report:
    """The report with the alerts of Vale on its briefs, or with a note why there are none.

    `root` is the folder that paths are relative to, `buffers` what takes the place of files.
    Raises UserError where the settings require an answer and there is no program or no `.vale.ini`.
    """
    wanted = {found.path for found in report.briefs}
    briefs = [brief for brief in briefs if brief.path in wanted]
    if not briefs or not asks_about_prose(settings):
        return report
    speak = into(ui_language or "en")
    program, obstacle = _program(prose)
    if obstacle:
        return _adding(report, notes=[obstacle.render(speak)])
    texts = {brief.path: buffers.get(brief.path) for brief in briefs}
    try:
        answer = Vale(program, prose.folder / SETTINGS, root).ask(texts)
    except NoAnswerError as error:
        return _adding(report, [_failure(str(error), speak)])
    found = (
        one
        for brief in briefs
        for one in diagnostics(
            brief,
            answer.alerts.get(brief.path, ()),
            settings,
            said=_said_of(brief, report),
            waived=active_waivers(brief, report.as_of),
            language=ui_language or brief.language,
        )
    )
    return _adding(
        report,
        found,
        (_refused(path, why).render(speak) for path, why in answer.refused.items()),
    )


def _adding(report: Report, found: Iterable[Diagnostic] = (), notes: Iterable[str] = ()) -> Report:
    return replace(
        report,
        diagnostics=(*report.diagnostics, *found),
        notes=(*report.notes, *notes),
    )


def _said_of(brief: Brief, report: Report) -> Iterator[Diagnostic]:
    return (one for one in report.diagnostics if one.place.path == brief.path)


def _program(prose: Prose) -> tuple[str, Message]:
    """The program to run, or what to say where none can or may be run."""
    if not prose.trusted:
        return "", msg(
            "The wording was not checked: its styles belong to the team's own rules, which were "
            "left out."
        )
    found = find_program(prose.program)
    obstacle = NOTHING
    if not found.program and found.unfetched:
        obstacle = msg(
            "The wording was not checked: pip has installed Vale, and its program is still to be "
            "fetched. Run `vale --version` once, which does that."
        )
    elif not found.program:
        obstacle = msg(
            "The wording was not checked: there is no program `vale` here. Install it, or take "
            "`prose` out of the settings."
        )
    elif not (prose.folder / SETTINGS).is_file():
        obstacle = msg(
            "The wording was not checked: there is no file `{file}`. `readyroom init` writes one.",
            file=SETTINGS,
        )
    if obstacle and prose.required:
        raise UserError(
            obstacle.render(english), 'With `prose = true` in place of "required", this is a note.'
        )
    return found.program, obstacle


def _refused(path: str, reason: str) -> Message:
    return msg("Vale could not read {path}: {reason}.", path=path, reason=reason)


def _failure(error: str, speak: Translate) -> Diagnostic:
    start = Position(1, 1)
    return Diagnostic(
        rule="prose-unchecked",
        family="engine",
        severity=Severity.ERROR,
        message=msg("Vale could not check the wording ({error}).", error=error).render(speak),
        help=msg(
            "Everything else was checked. `vale playbooks/` shows what is wrong; without `prose` "
            "in the settings Vale is not asked."
        ).render(speak),
        place=Place(SETTINGS, Span(0, 0), start, start),
        key=key(SETTINGS, "prose-unchecked"),
        incomplete=True,
    )
