"""The closing line of a report for people."""

from __future__ import annotations

from collections.abc import Iterator

from readyroom.model.message import Message, Translate, clauses, listing, msg, plural, sentences
from readyroom.model.report import Report
from readyroom.model.status import Severity


def closing(report: Report, speak: Translate) -> str:
    """What came out, in one line."""
    if not report.files:
        return msg("Nothing was checked.").render(speak)
    found = list(_found(report))
    briefs = plural("{number} brief", "{number} briefs", report.files)
    head = (
        msg("{found} in {briefs}", found=listing(found), briefs=briefs)
        if found
        else msg("{briefs} checked, nothing to put right", briefs=briefs)
    )
    whole = clauses([head, *_asides(report)])
    if found:
        more = msg("`readyroom explain RULE` says more about the name in brackets.")
        whole = sentences([whole, more])
    return whole.render(speak)


def more(number: int) -> Message:
    """That findings were left out of an output which is short of room."""
    return plural(
        "{number} more finding is in the log.", "{number} more findings are in the log.", number
    )


def _found(report: Report) -> Iterator[Message]:
    if errors := report.count(Severity.ERROR):
        yield plural("{number} error", "{number} errors", errors)
    if warnings := report.count(Severity.WARNING):
        yield plural("{number} warning", "{number} warnings", warnings)


def _asides(report: Report) -> Iterator[Message]:
    if hints := report.count(Severity.INFO):
        yield plural("{number} hint", "{number} hints", hints)
    if report.waived:
        yield plural(
            "{number} finding set aside by a waiver",
            "{number} findings set aside by waivers",
            report.waived,
        )
    if report.incomplete:
        yield plural(
            "{number} check could not be finished",
            "{number} checks could not be finished",
            report.incomplete,
        )
    if easy := sum(found.fixable and not found.waived for found in report.diagnostics):
        yield plural(
            "{number} finding can be mended with --fix",
            "{number} findings can be mended with --fix",
            easy,
        )
