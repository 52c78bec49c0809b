"""Checkstyle's XML, which most build servers read."""

from __future__ import annotations

from itertools import groupby
from xml.etree.ElementTree import Element, SubElement

from readyroom.model.report import Report
from readyroom.reporters import View
from readyroom.reporters.markup.xml import document
from readyroom.reporters.terminal.visible import path, sentence


def render(report: Report, view: View) -> str:
    """One `file` for each file with findings."""
    root = Element("checkstyle", version="10.0")
    open_ = (found for found in report.diagnostics if not found.waived)
    for name, group in groupby(open_, key=lambda found: found.place.path):
        file = SubElement(root, "file", name=path(name))
        for found in group:
            SubElement(
                file,
                "error",
                line=str(found.place.start.line),
                column=str(found.place.start.column),
                severity=found.severity.value,
                message=sentence(f"{found.message} {found.help}"),
                source=f"readyroom.{found.rule}",
            )
    return document(root)
