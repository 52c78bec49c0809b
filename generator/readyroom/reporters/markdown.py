"""Findings as Markdown, for a comment or a job summary: a table per brief."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from readyroom.model.message import msg
from readyroom.model.names import SEVERITIES
from readyroom.model.report import Diagnostic, Report
from readyroom.reporters import View
from readyroom.reporters.markup.markdown import code, linked, prose
from readyroom.reporters.terminal.summary import closing, more

# Comments end at 65,536 characters on GitHub and job summaries at a megabyte.
MOST_CHARACTERS = 60_000


def render(report: Report, view: View) -> str:
    """What came out, then the findings that are not waived; what does not fit is counted."""
    head = prose(closing(report, view.speak)) + "\n"
    rows = list(_rows([one for one in report.diagnostics if not one.waived], view))
    room = MOST_CHARACTERS - len(head)
    shown: list[str] = []
    for block, _ in rows:
        room -= len(block)
        if room < 0:
            break
        shown.append(block)
    if left := sum(number for _, number in rows[len(shown) :]):
        shown.append(f"\n{prose(more(left).render(view.speak))}\n")
    return head + "".join(shown)


def _rows(findings: list[Diagnostic], view: View) -> Iterator[tuple[str, int]]:
    """Lines with the number of findings in each."""
    line = msg("Line").render(view.speak)
    rule = msg("Rule").render(view.speak)
    what = msg("What is missing, and what to do").render(view.speak)
    for path, group in groupby(findings, key=lambda one: one.place.path):
        yield f"\n**{code(path)}**\n\n| | {line} | {rule} | {what} |\n|---|---:|---|---|\n", 0
        for one in group:
            name = SEVERITIES[one.severity].render(view.speak)
            link = linked(code(one.rule), one.url)
            text = prose(f"{one.message} {one.help}")
            yield f"| {name} | {one.place.start.line} | {link} | {text} |\n", 1
