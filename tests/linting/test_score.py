"""The diagnostic score: points by pillar, what gives half, what caps it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from readyroom.model.brief import Brief
from readyroom.model.rule import Context, Finding
from readyroom.model.status import Level, Pillar
from readyroom.rules import RegisteredRule, all_rules

from .briefs import (
    COMPLETE,
    ENDED,
    LIVE,
    PLANNED,
    READY,
    RUNNING,
    assess,
    edited,
    finder,
    silent,
    waived,
    waiver,
    without,
)

S, L = Pillar.STRATEGY, Pillar.LEARNING


def points(text: str, *rules: RegisteredRule, pillar: Pillar = S) -> int:
    return assess(text, rules=rules).readiness.pillars[pillar]


def total(text: str, *rules: RegisteredRule) -> int:
    return assess(text, rules=rules).readiness.score


def not_for_this(rule: RegisteredRule) -> RegisteredRule:
    return replace(rule, applies=lambda brief, context: False)


def crashing(rule: RegisteredRule) -> RegisteredRule:
    def check(brief: Brief, context: Context) -> Iterator[Finding]:
        raise ValueError

    return replace(rule, check=check)


def test_nothing_wrong_is_a_hundred() -> None:
    found = assess(READY, rules=[silent("r", pillar=S)]).readiness
    assert (found.score, found.pillars) == (100, {pillar: pillar.weight for pillar in Pillar})


def test_the_pillars_make_a_hundred() -> None:
    assert [pillar.weight for pillar in Pillar] == [20, 15, 20, 15, 10, 10, 10]


OK = silent("ok", pillar=S)


@pytest.mark.parametrize(
    ("rules", "expected"),
    [
        pytest.param([finder("r", pillar=S), OK], 10, id="one error of two"),
        pytest.param([finder("r", "WWWWWW", pillar=S), OK], 13, id="a warning weighs half: 4 of 6"),
        pytest.param([finder("r", "iiiiii", pillar=S), OK], 20, id="info weighs nothing"),
        pytest.param([finder("r", core=True, pillar=S), OK], 8, id="core weighs 1.5: 4 of 10"),
        pytest.param([finder("r", "WWWWWW", core=True, pillar=S), OK], 11, id="core warning"),
        pytest.param([finder("r", "EEE···", pillar=S), OK], 20, id="off at ready"),
        pytest.param([finder("r", "···E··", pillar=S), OK], 10, id="judged at ready"),
        pytest.param([finder("r", "EEEEEE", own=("iiiiii",), pillar=S), OK], 20, id="only a hint"),
        pytest.param([finder("r", "EEEEEE", own=("WWWWWW",), pillar=S), OK], 10, id="a milder one"),
        pytest.param([finder("r", "EEEEEE", "goals", "risks", pillar=S), OK], 10, id="found twice"),
        pytest.param([finder("r", pillar=S)], 0, id="all of it"),
        pytest.param([not_for_this(finder("r", pillar=S)), OK], 20, id="does not apply"),
        pytest.param([not_for_this(finder("r", pillar=S))], 20, id="nothing applies"),
        pytest.param([finder("r", pillar=S, requires=("q",)), finder("q"), OK], 10, id="skipped"),
        pytest.param([crashing(silent("r", pillar=S)), OK], 10, id="crashed"),
        pytest.param([finder("r"), OK], 20, id="in no pillar"),
        pytest.param([finder("r", pillar=L), OK], 20, id="in another pillar"),
        pytest.param([finder("r", pillar=S), OK, silent("p", pillar=S)], 13, id="rounded down"),
    ],
)
def test_points_of_a_pillar(rules: list[RegisteredRule], expected: int) -> None:
    assert points(PLANNED, *rules) == expected


def test_live_and_done_briefs_are_judged_at_done() -> None:
    rule = finder("r", "····EE", pillar=S)
    only_live = finder("r", "····E·", pillar=S)
    found = [
        assess(text, today, [which, OK]).readiness.pillars[S]
        for text, today in ((READY, RUNNING), (LIVE, RUNNING), (COMPLETE, ENDED))
        for which in (rule, only_live)
    ]
    assert found == [20, 20, 10, 20, 10, 20]


@pytest.mark.parametrize(
    ("entries", "core", "expected"),
    [
        ([waiver("r")], False, 15),
        ([waiver("r", until="2026-11-21")], False, 10),
        ([waiver("ok")], False, 10),
        ([waiver("r")], True, 8),
        ([waiver("r", confirmed_by="lin")], True, 14),
    ],
)
def test_a_waived_rule_gives_half(entries: list[str], core: bool, expected: int) -> None:
    assert points(waived(READY, *entries), finder("r", core=core, pillar=S), OK) == expected


def test_a_waiver_for_a_rule_that_found_nothing_costs_nothing() -> None:
    assert points(waived(READY, waiver("ok")), OK) == 20


PLACEHOLDER = finder("p", "iWEEEE", "goals", gate_sections=("goals", "metrics"), score_cap=69)
ELSEWHERE = finder("p", "iWEEEE", "risks", gate_sections=("goals", "metrics"), score_cap=69)
IDEA = edited(without(PLANNED, "Risks"), ("status: planned", "status: idea"))


@pytest.mark.parametrize(
    ("text", "rules", "expected"),
    [
        pytest.param(PLANNED, [finder("r")], 100, id="an open error that is not core"),
        pytest.param(PLANNED, [finder("r", core=True)], 79, id="an open core error"),
        pytest.param(PLANNED, [finder("r", "WWWWWW", core=True)], 100, id="a core warning"),
        pytest.param(PLANNED, [finder("r", "EEE···", core=True)], 100, id="no error at ready"),
        pytest.param(waived(PLANNED, waiver("r")), [finder("r", core=True)], 100, id="waived"),
        pytest.param(PLANNED, [PLACEHOLDER], 69, id="a placeholder in a required section"),
        pytest.param(PLANNED, [ELSEWHERE], 100, id="a placeholder elsewhere"),
        pytest.param(without(PLANNED, "Risks"), [], 59, id="ahead of its evidence"),
        pytest.param(IDEA, [], 100, id="an idea claims nothing"),
        pytest.param(
            edited(without(PLANNED, "Risks"), ("owner:", "hold: {reason: rain}\nowner:")),
            [],
            59,
            id="ahead while on hold",
        ),
        pytest.param(
            edited(without(PLANNED, "Risks"), ("owner:", "dropped: {lesson: ask}\nowner:")),
            [],
            100,
            id="dropped, so it claims nothing",
        ),
        pytest.param(
            without(PLANNED, "Risks"),
            [finder("r", core=True), PLACEHOLDER],
            59,
            id="the lowest",
        ),
    ],
)
def test_caps(text: str, rules: list[RegisteredRule], expected: int) -> None:
    assert total(text, *rules) == expected


def test_the_score_lifts_no_level() -> None:
    found = assess(without(PLANNED, "Risks"), rules=[OK]).readiness
    assert (found.level, found.pillars[S]) == (Level.IDEA, 20)


SECTIONS = [
    "Goals",
    "Audience",
    "Message",
    "Channels",
    "Tactics",
    "Metrics",
    "Evidence",
    "Data thresholds",
    "Feedback plan",
    "Risks",
]


def test_the_score_rises_as_the_brief_grows() -> None:
    """With all rules: no section that is added costs points."""
    idea = edited(COMPLETE, ("status: done", "status: idea"))
    bare = without(idea, *SECTIONS, "Budget", "Log", "Results", "Retrospective")
    grown = [without(idea, *SECTIONS[count:]) for count in range(len(SECTIONS) + 1)]
    scores = [assess(text, rules=all_rules()).readiness.score for text in (bare, *grown)]
    assert scores == sorted(scores)
    assert scores[0] < scores[-1]
