"""How often each rule was broken, the most frequent first."""

from __future__ import annotations

from collections import Counter

from readyroom.model.report import Report
from readyroom.model.status import Severity
from readyroom.reporters import View
from readyroom.reporters.terminal.style import SEVERITY_COLOR, paint
from readyroom.reporters.terminal.summary import closing


def render(report: Report, view: View) -> str:
    """One line per rule and severity, then the sum."""
    counts = Counter((d.severity, d.rule) for d in report.diagnostics if not d.waived)
    ordered = sorted(counts.items(), key=lambda entry: (-entry[1], entry[0][1]))
    lines = [
        f"{number:>5}  {_name(severity, color=view.color)}  {rule}"
        for (severity, rule), number in ordered
    ]
    return "\n".join([*lines, closing(report, view.speak)]) + "\n"


def _name(severity: Severity, *, color: bool) -> str:
    return paint(f"{severity:<7}", SEVERITY_COLOR[severity], color=color)
