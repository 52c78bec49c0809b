"""Alerts about wording as findings: which are shown, how grave they are, and where they stand."""

from __future__ import annotations

import json
from datetime import date

import pytest

from readyroom.linting.engine import lint
from readyroom.linting.prose import Alert, asks_about_prose, diagnostics, read_alerts
from readyroom.linting.settings import LintSettings
from readyroom.model.playbook import Playbook
from readyroom.model.report import Diagnostic
from readyroom.model.text import Source

from .briefs import edited, read

TODAY = date(2026, 11, 22)
BRIEF = """---
id: spring
title: Spring intake
status: planned
lang: en
---

## Why

Soon, soon: we must ship ASAP.

## Goals

- **G1** Boost engagement by 15% until 2027-05-31

## Audience

- **S1** Parents, the general public

## Message

A world-class fair.

## Notes

Soon 😀 soon “soon” срочно 尽快.
"""


def alert(check: str, words: str, number: int = 1, severity: str = "warning") -> Alert:
    """The alert at the given occurrence of the words."""
    at = -1
    for _ in range(number):
        at = BRIEF.index(words, at + 1)
    start = Source("", BRIEF).position(at)
    return Alert(check, severity, words, start.line, start.column, start.column + len(words) - 1)


def found(*alerts: Alert, text: str = BRIEF, **settings: frozenset[str]) -> list[Diagnostic]:
    return list(diagnostics(read(text), alerts, LintSettings(**settings)))


@pytest.mark.parametrize(
    ("status", "severity", "expected"),
    [
        ("idea", "error", "warning"),
        ("idea", "warning", "warning"),
        ("idea", "suggestion", "info"),
        ("planned", "error", "error"),
        ("ready", "warning", "warning"),
        ("done", "suggestion", "info"),
        ("planned", "unheard-of", "info"),
    ],
)
def test_severity(status: str, severity: str, expected: str) -> None:
    text = edited(BRIEF, ("status: planned", f"status: {status}"))
    (one,) = found(alert("Google.We", "Soon", severity=severity), text=text)
    assert (one.rule, one.family, one.severity) == ("vale:Google.We", "prose", expected)


SHIPPED = [
    (alert("Readyroom.Hurry", "ASAP"), False),  # urgency-wording reads the section
    (alert("Readyroom.Vague", "ASAP"), True),
    (alert("Readyroom.Vague", "Boost engagement"), False),  # goal-vague
    (alert("ReadyroomRu.Vague", "Boost engagement"), False),
    (alert("Readyroom.Hedging", "Boost engagement"), True),
    (alert("Google.Vague", "Boost engagement"), True),
    (alert("Readyroom.Everyone", "the general public"), False),  # audience-everyone
    (alert("Readyroom.Superlative", "world-class"), False),  # claim-unsupported
    (alert("Readyroom.Hurry", "Soon", 2), True),
    (alert("Readyroom.Hurry", "soon", 3), False),  # in quotation marks
    (alert("Google.Hurry", "soon", 3), True),
]


@pytest.mark.parametrize(("one", "shown"), SHIPPED)
def test_what_a_rule_judges_is_not_told_twice(one: Alert, shown: bool) -> None:
    assert bool(found(one)) is shown


def test_words_that_a_rule_has_found_are_not_told_of_again() -> None:
    brief = read(BRIEF)
    said = lint(Playbook((brief,)), TODAY).diagnostics
    assert [d.rule for d in said if d.rule == "urgency-wording"] == ["urgency-wording"]
    hurried = [alert("Readyroom.Hedging", "ASAP"), alert("Google.Hedging", "ASAP")]
    shown = diagnostics(brief, hurried, LintSettings(), said=said)
    assert [one.rule for one in shown] == ["vale:Google.Hedging"]


@pytest.mark.parametrize(
    ("settings", "asked", "shown"),
    [
        ({}, True, ["vale:Google.We", "vale:Microsoft.Vocab"]),
        ({"select": {"prose"}}, True, ["vale:Google.We", "vale:Microsoft.Vocab"]),
        ({"select": {"vale:Google.We"}}, True, ["vale:Google.We"]),
        ({"select": {"goals"}}, False, []),
        ({"ignore": {"prose"}}, False, []),
        ({"off": {"prose"}}, False, []),
        ({"ignore": {"vale:Google.We"}}, True, ["vale:Microsoft.Vocab"]),
        ({"off": {"vale:Google.We"}}, True, ["vale:Microsoft.Vocab"]),
    ],
)
def test_selecting(settings: dict[str, set[str]], asked: bool, shown: list[str]) -> None:
    frozen = {name: frozenset(values) for name, values in settings.items()}
    assert asks_about_prose(LintSettings(**frozen)) is asked
    if asked:
        alerts = alert("Google.We", "Soon"), alert("Microsoft.Vocab", "soon")
        assert [one.rule for one in found(*alerts, **frozen)] == shown


def test_a_waiver_sets_one_check_aside_and_is_no_mistake() -> None:
    entry = "{rule: vale:Google.We, reason: our own voice, by: ana, until: 2026-12-31}"
    text = edited(BRIEF, ("lang: en\n", f"lang: en\nlint:\n  ignore:\n    - {entry}\n"))
    report = lint(Playbook((read(text),)), TODAY)
    assert [d.message for d in report.diagnostics if d.rule == "waiver-invalid"] == []
    moved = [
        Alert("Google.We", "error", "", 13, 1, 4),
        Alert("Google.I", "error", "", 13, 1, 4),
    ]
    shown = diagnostics(read(text), moved, LintSettings(), waived=["vale:Google.We"])
    assert [(one.rule, one.waived) for one in shown] == [
        ("vale:Google.We", True),
        ("vale:Google.I", False),
    ]


LINES = len(BRIEF.split("\n"))


@pytest.mark.parametrize(
    ("line", "first", "last", "expected"),
    [
        (26, 1, 4, "Soon"),
        (26, 6, 6, "😀"),
        (26, 20, 25, "срочно"),
        (26, 27, 28, "尽快"),
        (26, 27, 99, "尽快.\n"),
        (26, 99, 100, ""),
        (26, 8, 3, ""),
        (999, 1, 4, ""),
        (0, 1, 3, "---"),
        (1, -5, 3, "---"),
        (8, 1, 11, "## Why\n\nSoo"),
    ],
)
def test_places(line: int, first: int, last: int, expected: str) -> None:
    (one,) = found(Alert("A.B", "error", "m", line, first, last))
    assert BRIEF[one.place.span.start : one.place.span.end] == expected


def test_keys_tell_alerts_apart_and_do_not_change_with_the_line() -> None:
    alerts = [alert("A.B", "Soon"), alert("A.B", "soon"), alert("A.C", "Soon")]
    first = found(*alerts)
    assert len({one.key for one in first}) == 3
    longer = edited(BRIEF, ("## Why\n", "## Why\n\nA line more.\n"))
    moved = [Alert(a.check, a.severity, a.message, a.line + 2, a.first, a.last) for a in alerts]
    assert [one.key for one in found(*moved, text=longer)] == [one.key for one in first]


def test_a_hundred_of_a_check_are_enough() -> None:
    assert len(found(*[alert("A.B", "Soon")] * 150, *[alert("A.C", "Soon")] * 3)) == 103


@pytest.mark.parametrize(
    ("link", "url"),
    [
        ("https://example.org/we", "https://example.org/we"),
        ("javascript:alert(1)", ""),
        ("https://example.org/\x1b[1m", ""),
        ("https://example.org/)<b>", ""),
        ("", ""),
    ],
)
def test_only_a_web_address_is_a_link(link: str, url: str) -> None:
    (one,) = found(Alert("A.B", "error", "m", 8, 1, 2, link=link))
    assert one.url == url


@pytest.mark.parametrize(
    "output",
    ["", "null", "[]", "{", '{"a": 1}', '{"a": [{}]}', '{"a": [[]]}', "[" * 100_000,
     '{"a": [{"Check": "A.B", "Severity": "error", "Message": "m", "Line": 1, "Span": [1]}]}',
     '{"a": [{"Check": "A.B", "Severity": "error", "Message": "m", "Line": "x", "Span": [1, 2]}]}'],
)  # fmt: skip
def test_anything_but_alerts_is_a_value_error(output: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011
        read_alerts(output)


@pytest.mark.parametrize(
    ("check", "name"),
    [
        ("Readyroom.Hedging", "Readyroom.Hedging"),
        ("write-good.E-Prime", "write-good.E-Prime"),
        ("Наш.Стиль", "Наш.Стиль"),
        ("A.B\n::error::x", "A.B___error__x"),
        ("A.\x1b[31m, b", "A.__31m__b"),
    ],
)
def test_a_name_is_made_of_what_a_name_may_have(check: str, name: str) -> None:
    written = {"Check": check, "Severity": "error", "Message": "m", "Line": 1, "Span": [1, 2]}
    (one,) = read_alerts(json.dumps({"a.md": [written]}))["a.md"]
    assert one.check == name
