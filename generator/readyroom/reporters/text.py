"""Findings for people: where, what is missing, the words that it is about, what to write."""

from __future__ import annotations

from collections.abc import Iterator

from readyroom.model.message import msg
from readyroom.model.report import Diagnostic, Place, Report
from readyroom.reporters import View
from readyroom.reporters.terminal.excerpt import excerpt
from readyroom.reporters.terminal.plan import reading_of
from readyroom.reporters.terminal.style import SEVERITY_COLOR, paint
from readyroom.reporters.terminal.summary import closing
from readyroom.reporters.terminal.visible import path, sentence


def render(report: Report, view: View) -> str:
    """Every open finding with its excerpt, then the plans that were read, then the sum.

    Why a rule matters and the address of its page stand behind its first finding only.
    """
    findings = [found for found in report.diagnostics if not found.waived]
    first = {found.rule: found for found in reversed(findings)}
    blocks = [
        "\n".join(_finding(found, view, first=found is first[found.rule])) for found in findings
    ]
    blocks += [
        "\n".join(
            [paint(path(brief.path), "bold", color=view.color), *reading_of(brief, view.speak)]
        )
        for brief in report.briefs
        if brief.foreign
    ]
    blocks.append(closing(report, view.speak))
    return "\n\n".join(blocks) + "\n"


def headline(found: Diagnostic, *, color: bool) -> str:
    """`path:line:column severity[rule] message` on one line."""
    tone = SEVERITY_COLOR[found.severity]
    name = paint(f"{found.severity}[{found.rule}]", "bold", tone, color=color)
    return f"{paint(where(found.place), 'bold', color=color)} {name} {sentence(found.message)}"


def where(place: Place) -> str:
    """`path:line:column`."""
    return f"{path(place.path)}:{place.start.line}:{place.start.column}"


def _finding(found: Diagnostic, view: View, *, first: bool) -> Iterator[str]:
    yield headline(found, color=view.color)
    speak = view.translator(found.language)
    gutter = " " * (len(str(found.place.start.line)) + 2)
    source = view.sources.get(found.place.path)
    if source and found.place.start.line <= len(source.lines):
        shown = excerpt(source, found.place, max(view.width - len(gutter) - 3, 20))
        bar = paint("|", "blue", color=view.color)
        number = paint(f"{shown.line:>{len(gutter) - 1}}", "blue", color=view.color)
        carets = paint("^" * shown.carets, SEVERITY_COLOR[found.severity], color=view.color)
        yield f"{number} {bar} {shown.text}".rstrip()
        yield f"{gutter}{bar} {' ' * shown.indent}{carets}"
    details = [
        (msg("why"), found.why if first else ""),
        (msg("help"), found.help),
        (msg("example"), found.example),
        (msg("ask"), found.question),
        *((msg("see"), f"{where(r.place)} {sentence(r.message)}") for r in found.related),
        (msg("fix"), _offer(found)),
        (msg("more"), found.url if first else ""),
    ]
    for label, text in details:
        if text:
            heading = msg("= {label}:", label=label).render(speak)
            name = paint(heading, "cyan", color=view.color)
            yield f"{gutter}{name} {sentence(text)}"


def _offer(found: Diagnostic) -> str:
    if found.fix is None:
        return ""
    return f"{found.fix.title} ({'--fix' if found.fix.safe else '--fix --unsafe-fixes'})"
