"""The closing line of a report for people."""

from __future__ import annotations

from readyroom.model.report import Report
from readyroom.model.status import Severity


def closing(report: Report) -> str:
    """What came out, in one line."""
    counts = {severity: report.count(severity) for severity in Severity}
    found = [
        _counted(number, str(severity))
        for severity, number in counts.items()
        if number and severity is not Severity.INFO
    ]
    briefs = _counted(report.files, "brief")
    asides = []
    if counts[Severity.INFO]:
        asides.append(_counted(counts[Severity.INFO], "hint"))
    if report.waived:
        asides.append(f"{report.waived} set aside by waivers")
    if report.incomplete:
        asides.append(f"{report.incomplete} could not be checked")
    if not report.files:
        return "Nothing was checked."
    if not found:
        return f"{'; '.join([f'{briefs} checked, nothing to put right', *asides])}."
    head = f"{', '.join(found)} in {briefs}"
    return (
        f"{'; '.join([head, *asides])}. "
        "`readyroom explain RULE` says more about the name in brackets."
    )


def _counted(number: int, noun: str) -> str:
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"
