"""Paths as somebody sees them who stands higher up: below the folder that holds the project."""

from __future__ import annotations

from dataclasses import replace

from readyroom.model.report import Correction, Diagnostic, Place, Report


def below(report: Report, prefix: str) -> Report:
    """The report with `prefix` ("book/") before every path."""
    if not prefix:
        return report
    return replace(
        report,
        diagnostics=tuple(_diagnostic(found, prefix) for found in report.diagnostics),
        briefs=tuple(replace(brief, path=prefix + brief.path) for brief in report.briefs),
    )


def _diagnostic(found: Diagnostic, prefix: str) -> Diagnostic:
    return replace(
        found,
        place=_place(found.place, prefix),
        related=tuple(replace(one, place=_place(one.place, prefix)) for one in found.related),
        fix=found.fix and _correction(found.fix, prefix),
    )


def _correction(fix: Correction, prefix: str) -> Correction:
    edits = (replace(edit, place=_place(edit.place, prefix)) for edit in fix.replacements)
    return replace(fix, replacements=tuple(edits))


def _place(place: Place, prefix: str) -> Place:
    return replace(place, path=prefix + place.path)
