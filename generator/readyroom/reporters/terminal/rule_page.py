"""A rule's page and the catalogue of rules, for reading in a terminal."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby

from readyroom.linting.option_values import option_values
from readyroom.linting.rule_page import MARK, TITLES, read_page
from readyroom.linting.settings import LintSettings
from readyroom.model.message import Translate, msg
from readyroom.model.status import Severity, Status
from readyroom.reporters.terminal.style import SEVERITY_COLOR, paint
from readyroom.rules import RegisteredRule

_FENCE = re.compile(r"^(`{3,}|~{3,})(.*)$")
_SHOWN_MARK = "<- reported"
_CORE = msg("core")
_OFF = msg("your team switched it off")


def rule_page(
    rule: RegisteredRule, settings: LintSettings, speak: Translate, *, color: bool
) -> str:
    """The page: summary, when it is reported, what the team set, then each section with its
    examples set apart."""
    page = read_page(rule.doc).spoken(speak)
    core = f", {_CORE.render(speak)}" if rule.meta.core else ""
    lines = [
        f"{paint(rule.id, 'bold', color=color)}  ({rule.family}{core})",
        page.summary,
        "",
        *_severities(rule, speak, color=color),
        *_set(rule, settings, speak),
    ]
    for title, text in page.sections:
        name = TITLES[title].render(speak) if title in TITLES else title
        lines += ["", paint(name, "bold", color=color), *_body(text, color=color)]
    return "\n".join(lines) + "\n"


def _severities(rule: RegisteredRule, speak: Translate, *, color: bool) -> Iterator[str]:
    """From which status on it is what."""
    steps = [(status, rule.meta.severities.at(status)) for status in Status]
    for severity, group in groupby(steps, key=lambda step: step[1]):
        if severity is not Severity.OFF:
            names = ", ".join(status.label for status, _ in group)
            shown = paint(f"{severity:<7}", SEVERITY_COLOR[severity], color=color)
            at = msg("at {statuses}", statuses=names).render(speak)
            yield f"  {shown}  {at}"


def _set(rule: RegisteredRule, settings: LintSettings, speak: Translate) -> Iterator[str]:
    """What can be set about the rule, and what the team did set."""
    if rule.id in settings.off:
        yield f"  {_OFF.render(speak)}"
    if day := settings.announced.get(rule.id):
        announced = msg("your team announced it: before {day}, its errors are warnings", day=day)
        yield f"  {announced.render(speak)}"
    if rule.meta.options:
        at = msg("settings {table}", table=f"[rules.{rule.id}]")
        yield f"  {at.render(speak)}"
    for option in option_values(rule, settings):
        default = msg("default: {value}", value=option.default).render(speak)
        note = "" if option.is_default else f"  # {default}"
        yield f"    {option.name} = {option.value}{note}"


def _body(text: str, *, color: bool) -> Iterator[str]:
    """The Markdown of a section; fenced briefs are indented and their marks spelled out."""
    fence = ""
    for line in text.split("\n"):
        match = _FENCE.match(line)
        if fence and line.strip() == fence:
            fence = ""
        elif not fence and match:
            fence = match[1]
            kind, _, info = match[2].strip().partition(" ")
            if info:
                label = "other file: " if kind == "page" else ""
                yield f"    ({label}{_marked(info, color=color)})"
        elif fence:
            yield f"    | {_marked(line, color=color)}".rstrip()
        else:
            yield line


def _marked(line: str, *, color: bool) -> str:
    return line.replace(MARK, paint(_SHOWN_MARK, "red", color=color))


def catalogue(rules: Iterable[RegisteredRule], speak: Translate, *, color: bool) -> str:
    """Every rule on a line, by family: when it is reported, whether it is core, what it finds."""
    rules = tuple(rules)
    wide = max((len(rule.id) for rule in rules), default=0)
    statuses = ", ".join(status.label for status in Status)
    legend = msg(
        "One letter for each status ({statuses}): E error, W warning, i info, · not reported.",
        statuses=statuses,
    )
    lines = [legend.render(speak)]
    for family, group in groupby(rules, key=lambda rule: rule.family):
        lines += ["", paint(family, "bold", color=color)]
        for rule in group:
            core = f"{_CORE.render(speak)}: " if rule.meta.core else ""
            summary = core + speak(read_page(rule.doc).summary)
            lines.append(f"  {rule.id:<{wide}}  {rule.meta.severity}  {summary}")
    return "\n".join(lines) + "\n"
