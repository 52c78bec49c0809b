"""Two reports side by side: which findings of the later one are new."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from readyroom.model.report import Diagnostic, Report
from readyroom.model.status import Severity, Status


@dataclass(frozen=True, slots=True)
class Known:
    """A finding that was there before: how severe it was, and the status of its brief then."""

    severity: Severity
    status: Status | None


def known_findings(report: Report, renamed: Mapping[str, str]) -> dict[str, Known]:
    """The open findings of an earlier report by key.

    `renamed` gives names (ids and paths) that have changed since, old -> new.
    """
    statuses = {brief.path: brief.status for brief in report.briefs}
    found: dict[str, Known] = {}
    for one in report.diagnostics:
        if not one.waived:
            name, tab, rest = one.key.partition("\t")
            key = f"{renamed.get(name, name)}{tab}{rest}"
            found[key] = Known(one.severity, statuses.get(one.place.path))
    return found


def is_new(report: Report, known: Mapping[str, Known]) -> Callable[[Diagnostic], bool]:
    """Tells of each finding of a report whether it was not there before.

    A finding that has become more severe is new. A brief that was promoted has to catch up: what it
    owes counts as new. What could not be checked always does.
    """
    statuses = {brief.path: brief.status for brief in report.briefs}

    def new(found: Diagnostic) -> bool:
        before = known.get(found.key)
        if before is None or found.incomplete:
            return True
        status = statuses.get(found.place.path)
        promoted = (status or Status.IDEA) > (before.status or Status.IDEA)
        return promoted or found.severity.rank < before.severity.rank

    return new


def narrowed(report: Report, wanted: Callable[[Diagnostic], bool]) -> Report:
    """The report with these findings only; readiness stays as it is."""
    return replace(report, diagnostics=tuple(filter(wanted, report.diagnostics)))
