"""A rule that is announced for a day: until then it only warns, and says when that ends."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from readyroom.linting.settings import LintSettings
from readyroom.model.message import msg
from readyroom.model.rule import Finding
from readyroom.model.status import Level, Pillar, Severity
from readyroom.rules import RegisteredRule

from .briefs import READY, finder, report

DAY = date(2027, 2, 1)
ANNOUNCED = LintSettings(announced={"always": DAY})
NOTE = "From 2027-02-01 this is an error."


def findings(rule: RegisteredRule, today: date) -> list[tuple[Severity, str]]:
    found = report(READY, today=today, rules=[rule], settings=ANNOUNCED).diagnostics
    return [(one.severity, one.help) for one in found]


@pytest.mark.parametrize(
    ("rule", "before", "since"),
    [
        (finder(), [(Severity.WARNING, NOTE)], [(Severity.ERROR, "")]),
        (finder("always", "EEEWEE"), [(Severity.WARNING, "")], [(Severity.WARNING, "")]),
        (finder("always", "EEEiEE"), [(Severity.INFO, "")], [(Severity.INFO, "")]),
        (finder("always", "EEE·EE"), [], []),
        (
            finder("always", "WWWWWW", own=("EEEEEE",)),
            [(Severity.WARNING, NOTE)],
            [(Severity.ERROR, "")],
        ),
        (
            finder("always", "EEEEEE", own=("iiiiii",)),
            [(Severity.INFO, "")],
            [(Severity.INFO, "")],
        ),
        (finder("another"), [(Severity.ERROR, "")], [(Severity.ERROR, "")]),
    ],
)
def test_what_a_finding_weighs_and_says(
    rule: RegisteredRule, before: list[tuple[Severity, str]], since: list[tuple[Severity, str]]
) -> None:
    assert findings(rule, date(2027, 1, 31)) == before
    assert findings(rule, DAY) == since
    assert findings(rule, date(2027, 2, 2)) == since


def test_the_note_follows_what_the_rule_asks_for() -> None:
    def check(brief, context):  # type: ignore[no-untyped-def]
        yield Finding(brief.place("title"), msg("It is long."), msg("Shorten it."))

    rule = replace(finder(), check=check)
    assert findings(rule, date(2027, 1, 31)) == [(Severity.WARNING, f"Shorten it. {NOTE}")]


@pytest.mark.parametrize(
    "meta",
    [
        {},
        {"core": True, "pillar": Pillar.SAFETY},
        {"gate": Level.PLANNED},
        {"gate": Level.PLANNED, "pillar": Pillar.AUDIENCE},
    ],
)
def test_levels_and_score_follow(meta: dict[str, object]) -> None:
    """Until its day the rule counts like one that never does more than warn."""
    strict, mild = finder("always", "EEEEEE", **meta), finder("always", "WWWWWW", **meta)
    before, since = date(2027, 1, 31), DAY
    assert report(READY, today=before, rules=[strict], settings=ANNOUNCED).briefs == (
        report(READY, today=before, rules=[mild]).briefs
    )
    assert report(READY, today=since, rules=[strict], settings=ANNOUNCED).briefs == (
        report(READY, today=since, rules=[strict]).briefs
    )


def test_what_holds_a_level_back_with_a_mere_warning_does_not_do_so_yet() -> None:
    rule = finder("always", "WWWWWW", "goals", gate=Level.PLANNED, gate_sections=("goals",))
    levels = [
        report(READY, today=today, rules=[rule], settings=ANNOUNCED).briefs[0].readiness.level
        for today in (date(2027, 1, 31), DAY)
    ]
    assert levels[1] is Level.IDEA
    assert levels[0] > Level.IDEA
