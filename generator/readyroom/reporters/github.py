"""Annotations for GitHub Actions: the worst ten findings beside their lines, the rest as a sum.

A step shows ten annotations of each kind; what is beyond that would be dropped without a word.
"""

from __future__ import annotations

from collections.abc import Iterator

from readyroom.model.report import Diagnostic, Report, worst_first
from readyroom.model.status import Severity
from readyroom.reporters import View
from readyroom.reporters.markup.advice import advice
from readyroom.reporters.terminal.summary import closing, more
from readyroom.reporters.terminal.visible import path

MOST = 10
_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}

FROM_REPOSITORY = True


def render(report: Report, view: View) -> str:
    """One workflow command a line."""
    return "".join(f"{line}\n" for line in _lines(report, view))


def _lines(report: Report, view: View) -> Iterator[str]:
    found = worst_first(one for one in report.diagnostics if not one.waived)
    yield from (_annotation(one, view) for one in found[:MOST])
    if len(found) > MOST:
        rest = more(len(found) - MOST).render(view.speak)
        total = closing(report, view.speak)
        yield f"::notice title=Readyroom::{data(f'{rest} {total}')}"


def _annotation(found: Diagnostic, view: View) -> str:
    place = found.place
    where = {
        "file": path(place.path),
        "line": str(place.start.line),
        "endLine": str(place.end.line),
        "title": f"Readyroom: {found.rule}",
    }
    if place.start.line == place.end.line:
        where |= {"col": str(place.start.column), "endColumn": str(place.end.column)}
    properties = ",".join(f"{name}={_property(value)}" for name, value in where.items())
    return f"::{_COMMANDS[found.severity]} {properties}::{data(advice(found, view))}"


def data(text: str) -> str:
    """Text behind the second `::`, as the runner reads it back."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return data(text).replace(":", "%3A").replace(",", "%2C")
