"""Findings on one line each, for other programs and for a quick look."""

from __future__ import annotations

from readyroom.model.report import Report
from readyroom.reporters import View
from readyroom.reporters.text import headline


def render(report: Report, view: View) -> str:
    """`path:line:column severity[rule] message` for every open finding; nothing where all is
    well."""
    return "".join(
        f"{headline(found, color=view.color)}\n" for found in report.diagnostics if not found.waived
    )
