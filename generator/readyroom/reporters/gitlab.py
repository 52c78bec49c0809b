"""GitLab's code quality report: a JSON list in which every finding has a fingerprint."""

from __future__ import annotations

from readyroom.model.report import Report
from readyroom.model.status import Severity
from readyroom.reporters import View
from readyroom.reporters.markup.json_text import document
from readyroom.reporters.terminal.visible import path, sentence

_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.INFO: "info"}

FROM_REPOSITORY = True


def render(report: Report, view: View) -> str:
    """Every finding that is not waived."""
    found = [
        {
            "description": sentence(one.message),
            "check_name": one.rule,
            "fingerprint": one.fingerprint,
            "severity": _SEVERITIES[one.severity],
            "location": {
                "path": path(one.place.path),
                "lines": {"begin": one.place.start.line, "end": one.place.end.line},
            },
        }
        for one in report.diagnostics
        if not one.waived
    ]
    return document(found)
