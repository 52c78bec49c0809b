"""reviewdog's diagnostics: one JSON object a line, columns counted in bytes."""

from __future__ import annotations

from typing import Any

from readyroom.model.report import Diagnostic, Place, Report
from readyroom.model.text import Position
from readyroom.reporters import View
from readyroom.reporters.markup.advice import advice
from readyroom.reporters.markup.json_text import lines
from readyroom.reporters.terminal.visible import path, sentence

FROM_REPOSITORY = True


def render(report: Report, view: View) -> str:
    """Every finding that is not waived; nothing where there is none."""
    return lines(_finding(one, view) for one in report.diagnostics if not one.waived)


def _finding(found: Diagnostic, view: View) -> dict[str, Any]:
    line: dict[str, Any] = {
        "message": advice(found, view),
        "location": _location(found.place, view),
        "severity": found.severity.value.upper(),
        "source": {"name": "readyroom"},
        "code": {"value": found.rule, **({"url": found.url} if found.url else {})},
    }
    if found.related:
        line["related_locations"] = [
            {"message": sentence(one.message), "location": _location(one.place, view)}
            for one in found.related
        ]
    # Each suggestion is accepted by itself, so half of a fix must not be offered.
    if found.fix and len(found.fix.replacements) == 1:
        (edit,) = found.fix.replacements
        line["suggestions"] = [{"range": _range(edit.place, view), "text": edit.text}]
    return line


def _location(place: Place, view: View) -> dict[str, Any]:
    return {"path": path(place.path), "range": _range(place, view)}


def _range(place: Place, view: View) -> dict[str, Any]:
    return {
        "start": _position(place.path, place.start, view),
        "end": _position(place.path, place.end, view),
    }


def _position(name: str, position: Position, view: View) -> dict[str, int]:
    """Line and column, both from 1; the column in bytes of UTF-8."""
    source = view.sources.get(name)
    before = (
        source.lines[position.line - 1][: position.column - 1]
        if source and position.line <= len(source.lines)
        else " " * (position.column - 1)
    )
    return {"line": position.line, "column": len(before.encode("utf-8", "surrogatepass")) + 1}
