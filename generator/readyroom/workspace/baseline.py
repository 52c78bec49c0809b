"""A file with the findings that a team has found when it began, so that only others are shown."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from readyroom.linting.comparing import Known, is_new, narrowed
from readyroom.model.message import Message, plural
from readyroom.model.report import Report
from readyroom.model.status import Severity, Status
from readyroom.workspace.errors import UserError

_VERSION = 1


@dataclass(frozen=True, slots=True)
class Baseline:
    """Findings by key, as they are kept in a file: `entries` as they are written there, `known` as
    they are compared."""

    entries: Mapping[str, Mapping[str, Any]]
    known: Mapping[str, Known]


def read_baseline(path: Path) -> Baseline:
    """Raises UserError where the file is not there or is no baseline."""
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
        if content["version"] != _VERSION:
            raise ValueError(f"version {content['version']}")
        entries = {entry["key"]: entry for entry in content["findings"]}
        known = {key: _entry(entry) for key, entry in entries.items()}
    except FileNotFoundError:
        raise UserError(
            f"There is no baseline {path}.", "Make one from today's findings: --write-baseline."
        ) from None
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise UserError(
            f"{path} is not a baseline that this version can read ({error}).",
            "Make a new one: delete the file, then use --write-baseline.",
        ) from None
    return Baseline(entries, known)


def _entry(entry: Mapping[str, Any]) -> Known:
    status = entry.get("status")
    return Known(Severity(entry["severity"]), Status.read(status) if status else None)


def without_known(report: Report, baseline: Baseline) -> tuple[Report, tuple[Message, ...]]:
    """The report without the findings of the baseline, and what to say of entries that are not
    needed any more."""
    stale = stale_keys(report, baseline)
    note = plural(
        "{number} entry of the baseline is out of date; --write-baseline takes it out.",
        "{number} entries of the baseline are out of date; --write-baseline takes them out.",
        len(stale),
    )
    return narrowed(report, is_new(report, baseline.known)), (note,) if stale else ()


def stale_keys(report: Report, baseline: Baseline) -> frozenset[str]:
    """Entries about briefs of this report that were not found again."""
    found = {one.key for one in report.diagnostics}
    names = {brief.id for brief in report.briefs}
    return frozenset(
        key for key in baseline.known if key not in found and key.partition("\t")[0] in names
    )


def write_baseline(path: Path, report: Report) -> tuple[int, int]:
    """Keep the open findings of a report in a file; how many were kept and how many taken out.

    A file that exists only ever becomes shorter: what is new since has to be put right, or the
    file deleted on purpose.
    """
    statuses = {brief.path: brief.status for brief in report.briefs}
    entries = {
        one.key: {
            "key": one.key,
            "path": one.place.path,
            "severity": one.severity.value,
            "status": status.label if (status := statuses.get(one.place.path)) else None,
            "message": one.message,
        }
        for one in report.diagnostics
        if not one.waived and not one.incomplete
    }
    removed = 0
    if path.exists():
        old = read_baseline(path)
        stale = stale_keys(report, old)
        entries = {key: dict(entry) for key, entry in old.entries.items() if key not in stale}
        removed = len(stale)
    ordered = [entries[key] for key in sorted(entries)]
    text = json.dumps({"version": _VERSION, "findings": ordered}, indent=1, ensure_ascii=False)
    path.write_text(f"{text}\n", encoding="utf-8", newline="\n")
    return len(ordered), removed
