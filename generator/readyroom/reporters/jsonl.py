"""One JSON object per finding and line, with the fields of the `json` format."""

from __future__ import annotations

from readyroom.model.report import Report
from readyroom.reporters import View
from readyroom.reporters.json_v1 import finding
from readyroom.reporters.markup.json_text import lines


def render(report: Report, view: View) -> str:
    """Every finding, waived ones too (`"waived": true`); nothing where there is none."""
    return lines(map(finding, report.diagnostics))
