"""What a change brought: the playbook now, beside what it was where the change began."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from readyroom.linting.comparing import is_new, known_findings, narrowed
from readyroom.linting.fingerprint import key
from readyroom.linting.settings import LintSettings
from readyroom.model.message import Message, msg, plural
from readyroom.model.report import Diagnostic, Report
from readyroom.workspace.check import Checked, check
from readyroom.workspace.revision import Base, checkout
from readyroom.workspace.translations import into


@dataclass(frozen=True)
class Before:
    """The report on the playbook as it was, and what is called otherwise since (old -> new)."""

    report: Report
    renamed: Mapping[str, str]


def check_before(checked: Checked, base: Base, settings: LintSettings | None = None) -> Before:
    """Check the playbook as it was at the base, on the same day and with the same settings.

    A file counts as last changed when it was last changed now, so that a change elsewhere makes no
    brief stale.
    """
    project = checked.project
    with checkout(project.root, base.commit) as folder:
        before = check(
            replace(project, root=folder),
            as_of=checked.report.as_of,
            settings=settings,
            ui_language=checked.ui_language,
            changed=checked.playbook.changed,
            prose=checked.prose,
        )
    return Before(before.report, _renamed(before.report, checked.report, base))


def _renamed(before: Report, now: Report, base: Base) -> dict[str, str]:
    """Old paths and ids of moved files -> the new ones, as keys of findings begin with them."""
    old_ids = {brief.path: brief.id for brief in before.briefs}
    new_ids = {brief.path: brief.id for brief in now.briefs}
    found: dict[str, str] = {}
    for new, old in base.renamed.items():
        found[key(old)] = key(new)
        if old in old_ids and new in new_ids:
            found[key(old_ids[old])] = key(new_ids[new])
    return found


def of_change(checked: Checked, base: Base, before: Before, *, new_only: bool) -> Checked:
    """The findings in changed files and those that the change brought elsewhere; with `new_only`
    only what was not there before. Briefs without either are left out."""
    new = is_new(checked.report, known_findings(before.report, before.renamed))

    def wanted(found: Diagnostic) -> bool:
        return new(found) or (not new_only and found.place.path in base.changed)

    report = narrowed(checked.report, wanted)
    touched = base.changed | {found.place.path for found in report.diagnostics}
    briefs = tuple(brief for brief in report.briefs if brief.path in touched)
    files = {brief.path for brief in briefs} | {found.place.path for found in report.diagnostics}
    left_out = sum(not one.waived for one in checked.report.diagnostics) - sum(
        not one.waived for one in report.diagnostics
    )
    speak = into(checked.language)
    notes = tuple(note.render(speak) for note in _notes(base, len(briefs), left_out))
    report = replace(report, briefs=briefs, files=len(files), notes=(*checked.report.notes, *notes))
    return replace(checked, report=report)


def _notes(base: Base, briefs: int, left_out: int) -> tuple[Message, ...]:
    since = msg("Compared with {name} ({commit}).", name=base.name, commit=base.commit[:12])
    if not briefs:
        return (since, msg("The change touches no brief."))
    if not left_out:
        return (since,)
    older = plural(
        "{number} older finding is not shown.", "{number} older findings are not shown.", left_out
    )
    return (since, older)
