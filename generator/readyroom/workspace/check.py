"""The one use case: read a playbook, lint it, report. Every door of Readyroom calls this."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property, partial
from pathlib import Path

from readyroom.linting.engine import lint
from readyroom.linting.fingerprint import key
from readyroom.linting.settings import LintSettings
from readyroom.model.brief import Brief
from readyroom.model.links import is_relative, resolve, split_target
from readyroom.model.message import Message, Translate, Translator, msg, plural
from readyroom.model.playbook import Page, Playbook
from readyroom.model.report import Diagnostic, Place, Report
from readyroom.model.status import Severity
from readyroom.model.text import Position, Source, Span
from readyroom.parsing.brief import parse_file
from readyroom.workspace.clock import today
from readyroom.workspace.discovery import linkable_paths
from readyroom.workspace.files import Unreadable, decode, read_source
from readyroom.workspace.git import LastChanges
from readyroom.workspace.project import Project
from readyroom.workspace.selection import Selection, relative_path, select
from readyroom.workspace.translations import into, translator


@dataclass(frozen=True)
class Checked:
    """What one run found, the playbook that it read and the project it belongs to; `prose` says
    whether it asked about the wording, too."""

    report: Report
    playbook: Playbook
    project: Project
    ui_language: str = ""
    prose: bool = False

    @property
    def translator(self) -> Translator:
        """Translates into the language that was asked for, else into the one of each brief."""
        return translator(self.ui_language)

    @property
    def language(self) -> str:
        """The language for what is said about all briefs together: the one that was asked for,
        else the one that they share, else English."""
        spoken = {brief.language for brief in self.report.briefs}
        return self.ui_language or (spoken.pop() if len(spoken) == 1 else "en")

    @cached_property
    def sources(self) -> Mapping[str, Source]:
        """The text of every file under its path, for outputs that quote it."""
        found = {page.path: page.source for page in self.playbook.pages if page.source}
        return {**found, **{brief.path: brief.source for brief in self.playbook.briefs}}


def check(
    project: Project,
    paths: Sequence[Path] = (),
    *,
    as_of: date | None = None,
    foreign: bool = False,
    settings: LintSettings | None = None,
    buffers: Mapping[Path, bytes] | None = None,
    ui_language: str = "",
    changed: Mapping[str, date] | None = None,
    prose: bool = False,
) -> Checked:
    """Read the whole playbook once and report on the given paths, or on all of it.

    In a repository a named folder stands for the briefs below it. A named file without a status is
    read as somebody else's plan, unless it is a page of the playbook; with `foreign` every file
    is. `as_of` is the day that counts as today (else the settings', else the real one), `settings`
    replaces the project's lint settings. `buffers` holds content (in UTF-8) that takes the place of
    what is on disk. Messages are in `ui_language` (by default the settings', else in the language
    of each brief). `changed` gives the day of each file's last change in place of git. With `prose`
    Vale is asked about the wording, if the settings want it.

    Raises UserError for a path that does not exist or lies outside of the project, and where the
    settings require Vale and it is missing.
    """
    ui_language = ui_language or project.settings.ui_lang or ""
    speak = into(ui_language or "en")
    unsaved = {relative_path(project, path): data for path, data in (buffers or {}).items()}
    selection = select(project, paths, foreign=foreign, extra=tuple(unsaved))
    reading = _read(project.root, selection, unsaved, speak)
    briefs = tuple(found for found in reading.parsed if isinstance(found, Brief))
    day = as_of or project.settings.as_of or today()
    playbook = Playbook(
        briefs=briefs,
        pages=tuple(found for found in reading.parsed if isinstance(found, Page)),
        files=frozenset(selection.read) | _linkable(project, briefs),
        whole=project.is_repository,
        channels=project.settings.channels,
        changed=_last_changes(project, day) if changed is None else changed,
    )
    run = partial(
        lint,
        playbook,
        day,
        settings or project.settings.lint,
        rules=project.settings.rulebook.rules,
        translator=translator(),
        ui_language=ui_language,
    )
    report = _lint(run, playbook, selection.reported, day, speak)
    if prose and project.settings.prose:
        from readyroom.workspace.prose import with_prose

        report = with_prose(
            report,
            briefs,
            project.root,
            project.settings.prose,
            settings or project.settings.lint,
            buffers=unsaved,
            ui_language=ui_language,
        )
    report = _complete(report, reading, selection, playbook, speak)
    if left_out := len(project.settings.rulebook.left_out):
        report = replace(report, notes=(*report.notes, _left_out(left_out).render(speak)))
    return Checked(report, playbook, project, ui_language, prose)


def _left_out(number: int) -> Message:
    return plural(
        "One rule of this team was not run, so a brief may look further than it is.",
        "{number} rules of this team were not run, so a brief may look further than it is.",
        number,
    )


def _last_changes(project: Project, day: date) -> Mapping[str, date]:
    return LastChanges(project.root, day) if project.is_repository else {}


def _linkable(project: Project, briefs: Iterable[Brief]) -> frozenset[str]:
    """Paths that a brief may link to: all of a repository. Elsewhere the folder around may be the
    whole disk, so only the targets of links are looked up."""
    if project.is_repository:
        return linkable_paths(project.root)
    targets = (
        resolve(brief.path, split_target(target)[0])
        for brief in briefs
        for target in (*(link.target for link in brief.links), brief.front.text("contact_policy"))
        if is_relative(target)
    )
    return frozenset(path for path in targets if path and os.path.lexists(project.root / path))


@dataclass
class _Reading:
    parsed: list[Brief | Page] = field(default_factory=list)
    diagnostics: list[Diagnostic] = field(default_factory=list)


def _read(
    root: Path, selection: Selection, buffers: Mapping[str, bytes], speak: Translate
) -> _Reading:
    """Every file that can be read, and a diagnostic for every one that cannot."""
    reading = _Reading(diagnostics=[_unreadable(found, speak) for found in selection.unreadable])
    for path in selection.read:
        source = decode(path, buffers[path]) if path in buffers else read_source(root, path)
        if isinstance(source, Unreadable):
            reading.diagnostics.append(_unreadable(source, speak))
            continue
        try:
            reading.parsed.append(parse_file(source, foreign=path in selection.plans))
        except Exception as crash:  # one odd file must not cost the findings of the others
            reading.diagnostics.append(_crashed(path, crash, speak))
    return reading


def _lint(
    run: Callable[..., Report],
    playbook: Playbook,
    only: frozenset[str] | None,
    day: date,
    speak: Translate,
) -> Report:
    try:
        return run(only=only)
    except Exception:
        return _lint_one_by_one(run, playbook, only, day, speak)


def _lint_one_by_one(
    run: Callable[..., Report],
    playbook: Playbook,
    only: frozenset[str] | None,
    day: date,
    speak: Translate,
) -> Report:
    """The same report where the engine itself fails on one of the briefs."""
    reports: list[Report] = []
    for brief in playbook.briefs:
        if only is None or brief.path in only:
            try:
                reports.append(run(only=frozenset({brief.path})))
            except Exception as crash:
                reports.append(Report(day, (_crashed(brief.path, crash, speak),)))
    return Report(
        day,
        tuple(found for report in reports for found in report.diagnostics),
        tuple(sorted((b for r in reports for b in r.briefs), key=lambda brief: brief.path)),
    )


def _complete(
    report: Report, reading: _Reading, selection: Selection, playbook: Playbook, speak: Translate
) -> Report:
    """The report with what could not be read and with notes on what was not checked."""
    named = [found for found in reading.diagnostics if selection.reports(found.place.path)]
    diagnostics = sorted(
        (*report.diagnostics, *named),
        key=lambda found: (found.place.path, found.place.start, found.rule, found.key),
    )
    pages = [page.path for page in playbook.pages if selection.reports(page.path)]
    files = {brief.path for brief in report.briefs} | {found.place.path for found in named}
    return replace(
        report,
        diagnostics=tuple(diagnostics),
        files=len(files),
        notes=(
            *report.notes,
            *(note.render(speak) for note in selection.notes(pages, len(files))),
        ),
    )


def _unreadable(found: Unreadable, speak: Translate) -> Diagnostic:
    return _engine_diagnostic(
        "unreadable-file", found.path, Position(found.line, found.column), found.message,
        found.help, speak, incomplete=found.incomplete,
    )  # fmt: skip


def _crashed(path: str, crash: Exception, speak: Translate) -> Diagnostic:
    return _engine_diagnostic(
        "internal-error",
        path,
        Position(1, 1),
        msg("Readyroom could not check this file ({error}).", error=_fault(crash)),
        msg("This is a fault in Readyroom, not in your brief. All other files were checked."),
        speak,
        incomplete=True,
    )


def _fault(crash: Exception) -> str:
    return f"{type(crash).__name__}: {str(crash)[:200]}"


def _engine_diagnostic(
    rule: str,
    path: str,
    place: Position,
    message: Message,
    advice: Message,
    speak: Translate,
    *,
    incomplete: bool,
) -> Diagnostic:
    return Diagnostic(
        rule=rule,
        family="engine",
        severity=Severity.ERROR,
        message=message.render(speak),
        help=advice.render(speak),
        place=Place(path, Span(0, 0), place, place),
        key=key(path, rule),
        incomplete=incomplete,
    )
