"""The report as JSON, version 1: the facts that every other format carries too."""

from __future__ import annotations

from typing import Any

from readyroom.model.report import BriefReport, Correction, Diagnostic, Place, Report
from readyroom.model.status import Severity
from readyroom.reporters import View
from readyroom.reporters.markup.json_text import document


def render(report: Report, view: View) -> str:
    """One JSON object."""
    return document(as_json(report, view))


def as_json(report: Report, view: View) -> dict[str, Any]:
    """The report as plain values."""
    return {
        "version": 1,
        "as_of": report.as_of.isoformat(),
        "diagnostics": [finding(found) for found in report.diagnostics],
        "briefs": [_brief(brief, view) for brief in report.briefs],
        "summary": {
            "files": report.files,
            **{s.value: report.count(s) for s in Severity if s is not Severity.OFF},
            "waived": report.waived,
            "incomplete": report.incomplete,
        },
    }


def finding(found: Diagnostic) -> dict[str, Any]:
    """One finding as plain values."""
    return {
        "rule": found.rule,
        "family": found.family,
        "severity": found.severity.value,
        "message": found.message,
        "why": found.why,
        "help": found.help,
        "example": found.example,
        "question": found.question,
        **_place(found.place),
        "related": [{**_place(r.place), "message": r.message} for r in found.related],
        "fixable": found.fixable,
        "fix": _fix(found.fix) if found.fix else None,
        "waived": found.waived,
        "url": found.url,
        "fingerprint": found.fingerprint,
    }


def _fix(fix: Correction) -> dict[str, Any]:
    return {
        "title": fix.title,
        "applicability": "safe" if fix.safe else "unsafe",
        "edits": [{**_place(edit.place), "content": edit.text} for edit in fix.replacements],
    }


def _place(place: Place) -> dict[str, Any]:
    return {
        "path": place.path,
        "line": place.start.line,
        "column": place.start.column,
        "end_line": place.end.line,
        "end_column": place.end.column,
    }


def _brief(brief: BriefReport, view: View) -> dict[str, Any]:
    readiness = brief.readiness
    translate = view.translator(brief.language)
    return {
        "id": brief.id,
        "path": brief.path,
        "title": brief.title,
        "lang": brief.language,
        "owner": brief.owner,
        "status": brief.status.label if brief.status is not None else None,
        "level": readiness.level.label,
        "level_number": int(readiness.level),
        "score": readiness.score,
        "pillars": {pillar.value: points for pillar, points in readiness.pillars.items()},
        "state": readiness.state,
        "launch": brief.launch.isoformat() if brief.launch else None,
        "missing": [
            {
                "level": gap.level.label,
                "rule": gap.rule,
                "message": gap.message.render(translate),
            }
            for gap in readiness.missing
        ],
    }
