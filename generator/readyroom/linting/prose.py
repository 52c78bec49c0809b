"""What Vale says about wording, as findings like all others."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from readyroom.linting.diagnosing import place
from readyroom.linting.fingerprint import keys
from readyroom.linting.outcomes import MOST_FINDINGS
from readyroom.linting.settings import LintSettings
from readyroom.meaning.quotation import quoted
from readyroom.model.brief import Brief
from readyroom.model.message import verbatim
from readyroom.model.prose import FAMILY, is_prose_rule, prose_rule
from readyroom.model.report import Diagnostic
from readyroom.model.rule import Finding
from readyroom.model.status import Severity, Status
from readyroom.model.text import Source, Span

_SEVERITIES = {"error": Severity.ERROR, "warning": Severity.WARNING, "suggestion": Severity.INFO}
# Checks are called like files, and a file can be called anything.
_NOT_IN_A_NAME = re.compile(r"[^\w.-]")
_ADDRESS = re.compile(r"https?://[\w.~:/?#@!$&*+,;=%-]+", re.ASCII)
_OWN_STYLES = "Readyroom"
# Where a rule knows the section, it alone judges these words there, even by saying nothing.
_JUDGED_BY_A_RULE: Mapping[str, tuple[str, ...]] = {
    "Everyone": ("audience",),
    "Hurry": ("why", "goals", "timeline"),
    "Superlative": ("message",),
    "Vague": ("goals",),
}
_WORD_RULES = frozenset(
    {"goal-vague", "audience-everyone", "urgency-wording", "claim-unsupported", "relative-date"}
)


@dataclass(frozen=True, slots=True)
class Alert:
    """One alert of Vale: `line` and the columns `first` to `last` count from 1, in characters, and
    the last one belongs to it. `advice` is the description of the check, `link` its page."""

    check: str
    severity: str
    message: str
    line: int
    first: int
    last: int
    advice: str = ""
    link: str = ""


def read_alerts(output: str) -> dict[str, tuple[Alert, ...]]:
    """The alerts by path in what `vale --output=JSON` prints.

    Raises ValueError for anything else.
    """
    try:
        found: dict[str, list[dict[str, Any]]] = json.loads(output)
        return {path: tuple(map(_alert, alerts)) for path, alerts in found.items()}
    except (AttributeError, KeyError, TypeError, RecursionError) as error:
        raise ValueError(f"not the alerts of Vale: {error}") from None


def _alert(written: dict[str, Any]) -> Alert:
    first, last = written["Span"]
    return Alert(
        check=_NOT_IN_A_NAME.sub("_", str(written["Check"])),
        severity=str(written["Severity"]),
        message=str(written["Message"]),
        line=int(written["Line"]),
        first=int(first),
        last=int(last),
        advice=str(written.get("Description") or ""),
        link=str(written.get("Link") or ""),
    )


def asks_about_prose(settings: LintSettings) -> bool:
    """Whether any finding about wording could be reported."""
    selected = not settings.select or FAMILY in settings.select
    return FAMILY not in settings.ignore | settings.off and (
        selected or any(map(is_prose_rule, settings.select))
    )


def diagnostics(
    brief: Brief,
    alerts: Iterable[Alert],
    settings: LintSettings,
    *,
    said: Iterable[Diagnostic] = (),
    waived: Collection[str] = (),
    language: str = "en",
) -> Iterator[Diagnostic]:
    """The alerts on one brief that a person should see, at most a hundred of each check.

    `said` is what the rules have found in this brief: nothing is told of the same words twice.
    `waived` are the names that the brief sets aside.
    """
    told = [one.place.span for one in said if one.rule in _WORD_RULES]
    chosen = list(_chosen(brief, alerts, settings, told))
    names = keys(brief, ((rule, _finding(alert, span)) for rule, alert, span in chosen))
    for (rule, alert, span), name in zip(chosen, names, strict=True):
        yield Diagnostic(
            rule=rule,
            family=FAMILY,
            severity=_severity(alert, brief.status),
            message=alert.message,
            help=alert.advice,
            place=place(brief.source, span),
            waived=rule in waived,
            url=alert.link if _ADDRESS.fullmatch(alert.link) else "",
            key=name,
            language=language,
        )


def _chosen(
    brief: Brief, alerts: Iterable[Alert], settings: LintSettings, told: Collection[Span]
) -> Iterator[tuple[str, Alert, Span]]:
    counts = Counter[str]()
    for alert in alerts:
        rule, span = prose_rule(alert.check), _span(brief.source, alert)
        if (
            settings.selects(rule, FAMILY)
            and rule not in settings.off
            and not _is_told_elsewhere(brief, alert, span, told)
        ):
            counts[rule] += 1
            if counts[rule] <= MOST_FINDINGS:
                yield rule, alert, span


def _finding(alert: Alert, span: Span) -> Finding:
    return Finding(span, verbatim(alert.message))


def _severity(alert: Alert, status: Status) -> Severity:
    """As Vale says; but no idea fails for its wording."""
    found = _SEVERITIES.get(alert.severity, Severity.INFO)
    return Severity.WARNING if found is Severity.ERROR and status is Status.IDEA else found


def _span(source: Source, alert: Alert) -> Span:
    """The place in this text, whatever Vale has counted in a file that may have changed since."""
    start = _offset(source, alert.line, alert.first - 1)
    return Span(start, max(start, _offset(source, alert.line, alert.last)))


def _offset(source: Source, line: int, column: int) -> int:
    """Where a column (from 0) is; past the end of its line it is on the next one, because Vale
    counts on where words are wrapped."""
    line = max(1, min(line, len(source.lines)))
    span = source.line_span(line)
    while span.start + column > span.end and line < len(source.lines):
        column -= span.end - span.start + 1
        line += 1
        span = source.line_span(line)
    return max(span.start, min(span.start + column, span.end))


def _is_told_elsewhere(brief: Brief, alert: Alert, span: Span, told: Collection[Span]) -> bool:
    """Whether a check of Readyroom's own styles has met words that a rule judges, or that the brief
    only quotes."""
    style, _, check = alert.check.partition(".")
    if not style.startswith(_OWN_STYLES):
        return False
    inside = (s.span for key in _JUDGED_BY_A_RULE.get(check, ()) for s in brief.sections_of(key))
    return (
        any(one.start <= span.start < one.end for one in inside)
        or any(one.start < span.end and span.start < one.end for one in told)
        or _is_quoted(brief.source, span)
    )


def _is_quoted(source: Source, span: Span) -> bool:
    line = source.line_span(source.position(span.start).line)
    samples = quoted(source.text[line.start : line.end])
    return any(a <= span.start - line.start < b for a, b in samples)
