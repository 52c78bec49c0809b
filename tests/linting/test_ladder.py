"""Which level a brief reaches, what is missing, and the states beside the ladder."""

from __future__ import annotations

from datetime import date

import pytest

from readyroom.model.report import BriefReport
from readyroom.model.status import Level
from readyroom.rules import RegisteredRule, all_rules

from .briefs import (
    BEFORE,
    COMPLETE,
    ENDED,
    LIVE,
    PLANNED,
    READY,
    RUNNING,
    VALIDATED,
    assess,
    edited,
    finder,
    silent,
    waived,
    waiver,
    without,
)

IDEA = """---
id: market-hands
title: Hands for the Saturday market
status: idea
lang: en
owner: ines
supports: OBJ-2027-1
review_by: 2026-12-15
---
## Why
Five of twelve stalls stood empty last spring; OBJ-2027-1 asks for a full market.

## Goals
- fewer empty stalls
"""
# Re-worded from the rules of the brief format: planned in name, without message, tactic and risk.
TINY = """---
id: reading-room
title: More helpers for the reading room
status: planned
kind: campaign
tier: 2
lang: en
owner: ines
supports: OBJ-2027-1
created: 2026-11-02
launch: 2027-01-18
ends: 2027-05-31
review_by: 2026-12-15
audience: [S1]
channels: [email, partner-newsletter]
primary_metric: M1
---
## Why
Two of five evenings closed early this autumn; OBJ-2027-1 asks for full evenings by June.

## Goals
- **G1** 90 first-time helpers by 2027-05-31 (30 in spring 2026)

## Audience
- **S1** One-time helpers aged 18 to 35 within 5 km; pain: they cannot see which evenings are open

## Metrics
| id | metric | type | goal | baseline | as of | target | by | source | cadence | owner |
| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |
| M1 | first evenings | outcome | G1 | 30 | 2026-06-30 | 90 | 2027-05-31 | rota | weekly | omar |

## Feedback plan
| source | question | who | cadence | may change | kind |
| --- | --- | --- | --- | --- | --- |
| replies to mail 1 | what nearly stopped you? | lin | Fridays from 2027-01-22 | message | voice |
"""


def gaps(found: BriefReport, level: Level | None = None) -> list[str]:
    """What is missing for a level (the next one): section or key, else the rule."""
    wanted = found.readiness.level + 1 if level is None else level
    return [gap.section or gap.rule for gap in found.readiness.missing if gap.level == wanted]


@pytest.mark.parametrize(
    ("text", "today", "level"),
    [
        pytest.param("---\nstatus: idea\n---\n", BEFORE, Level.DRAFT, id="a bare status"),
        pytest.param(IDEA, BEFORE, Level.IDEA, id="a problem, a rough goal, an owner, a day"),
        pytest.param(without(PLANNED, "Evidence"), BEFORE, Level.PLANNED, id="no evidence"),
        pytest.param(
            edited(VALIDATED, ("Boards, 300", "TBD, 300")), BEFORE, Level.VALIDATED, id="one gap"
        ),
        pytest.param(READY, BEFORE, Level.READY, id="everything that a launch needs"),
        pytest.param(LIVE, RUNNING, Level.LIVE, id="under way"),
        pytest.param(
            without(COMPLETE, "Retrospective"), ENDED, Level.DONE, id="results and no lesson"
        ),
        pytest.param(COMPLETE, ENDED, Level.LEARNED, id="results, lessons, answers"),
    ],
)
def test_every_level_can_be_reached(text: str, today: date, level: Level) -> None:
    assert assess(text, today).readiness.level is level


@pytest.mark.parametrize(
    ("text", "level", "missing"),
    [
        (edited(READY, ("id: market-hands\n", "")), Level.DRAFT, ["id"]),
        (edited(READY, ("id: market-hands", "id: Market Hands!")), Level.DRAFT, ["id"]),
        (edited(READY, ("title: Hands for the Saturday market\n", "")), Level.DRAFT, ["title"]),
        (edited(READY, ("status: ready", "status: almost")), Level.DRAFT, ["status"]),
        (edited(READY, ("owner: ines\n", "")), Level.DRAFT, ["owner"]),
        (edited(READY, ("review_by: 2026-12-15\n", "")), Level.DRAFT, ["review_by"]),
        (edited(READY, ("2026-12-15", "before winter")), Level.DRAFT, ["review_by"]),
        (without(READY, "Goals"), Level.DRAFT, ["goals"]),
        (without(READY, "Message"), Level.IDEA, ["message"]),
        (without(READY, "Channels"), Level.IDEA, ["channels"]),
        (without(READY, "Tactics"), Level.IDEA, ["tactics"]),
        (without(READY, "Risks"), Level.IDEA, ["risks"]),
        (edited(READY, ("- **R1** Rain empties the market -> tents from the fire brigade", "TBD")),
         Level.IDEA, ["risks"]),
        (without(READY, "Audience"), Level.IDEA, ["audience-missing"]),
        (without(READY, "Metrics"), Level.IDEA, ["metric-missing"]),
        (without(READY, "Feedback plan"), Level.IDEA, ["feedback-plan-missing"]),
        (edited(READY, ("pain: they do", "pain: TBD, they do")), Level.IDEA, ["placeholder-left"]),
        (without(READY, "Evidence"), Level.PLANNED, ["evidence-missing"]),
        (without(READY, "Data thresholds"), Level.PLANNED, ["thresholds"]),
        (edited(READY, ("launch: 2027-01-18\n", "")), Level.PLANNED, ["launch"]),
        (edited(READY, ("launch: 2027-01-18", "launch: spring")), Level.PLANNED, ["launch"]),
        (edited(READY, ("ends: 2027-05-31\n", "")), Level.PLANNED, ["ends"]),
        (edited(READY, ("budget: {amount: 300, currency: EUR}\n", "")), Level.PLANNED, ["budget"]),
        (edited(READY, ("validated_on: 2026-11-20\n", "")), Level.PLANNED, ["validated_on"]),
        (edited(READY, ("ends: 2027-05-31", "kind: always-on")), Level.READY, ["launch"]),
        (edited(READY, ("Boards, 300", "TBD, 300")), Level.VALIDATED, ["placeholder-left"]),
    ],
)  # fmt: skip
def test_one_missing_part_is_enough_to_wait(text: str, level: Level, missing: list[str]) -> None:
    found = assess(text)
    assert (found.readiness.level, gaps(found)) == (level, missing)


@pytest.mark.parametrize(
    ("text", "today", "level", "missing"),
    [
        (READY, BEFORE, Level.READY, ["launch"]),
        (READY, RUNNING, Level.READY, ["launch"]),
        (LIVE, BEFORE, Level.READY, ["launch"]),
        (edited(LIVE, ("ready_at: 2027-01-08\n", "")), RUNNING, Level.READY, ["ready_at"]),
        (LIVE, RUNNING, Level.LIVE, ["ends"]),
        (LIVE, date(2027, 5, 31), Level.LIVE, ["ends"]),
        (without(LIVE, "Results"), date(2027, 6, 7), Level.LIVE, ["results"]),
        (without(LIVE, "Results"), date(2027, 6, 8), Level.READY, ["results"]),
        (edited(COMPLETE, ("| 64 people |", "| |")), date(2027, 6, 7), Level.LIVE, ["results"]),
        (edited(COMPLETE, ("| 2027-05-31 | hit |", "| | hit |")), date(2027, 6, 7), Level.LIVE,
         ["results"]),
        (edited(COMPLETE, ("| hit |", "| |")), date(2027, 6, 7), Level.LIVE, ["results"]),
        (edited(COMPLETE, ("| 2027-05-31 | decision", "| 2027-05-20 | decision")),
         date(2027, 6, 7), Level.LIVE, ["log"]),
        (edited(COMPLETE, ("| omar | 2027-09-01 |", "| | |")), ENDED, Level.DONE, ["retro"]),
        (edited(COMPLETE, ("| decision | D1 |", "| decision | D12 |")), ENDED, Level.DONE,
         ["thresholds"]),
        (edited(COMPLETE, ("| feedback |", "| reading |")), ENDED, Level.DONE, ["feedback"]),
        (edited(COMPLETE, ("| E1 | evidence |", "| A1 | assumption |"), ("| supports", "| open")),
         ENDED, Level.PLANNED, ["evidence-missing"]),
        (COMPLETE, ENDED, Level.LEARNED, []),
    ],
)  # fmt: skip
def test_after_the_launch(text: str, today: date, level: Level, missing: list[str]) -> None:
    found = assess(text, today)
    assert (found.readiness.level, gaps(found)) == (level, missing)


def test_the_worked_example() -> None:
    """Planned in name: message, tactic and risk are all that keeps it at Idea."""
    found = assess(TINY, rules=all_rules())
    assert (
        found.readiness.level,
        found.readiness.state,
        gaps(found),
        [step.section for step in found.readiness.steps],
    ) == (
        Level.IDEA,
        "ahead",
        ["message", "tactics", "risks"],
        ["message", "tactics", "risks"],
    )


STATES = [
    (PLANNED, BEFORE, ""),
    (READY, BEFORE, ""),
    (IDEA, BEFORE, ""),
    (without(READY, "Risks"), BEFORE, "ahead"),
    (LIVE, BEFORE, "ahead"),
    (COMPLETE, BEFORE, "ahead"),
    (READY, date(2027, 1, 18), ""),
    (READY, date(2027, 1, 19), "slipped"),
    (without(PLANNED, "Risks"), RUNNING, "slipped"),
    (LIVE, RUNNING, ""),
    (edited(READY, ("owner:", "hold: {since: 2026-11-01, reason: rain}\nowner:")), RUNNING, "hold"),
    (edited(READY, ("owner:", "hold: {until: 2027-03-01}\nowner:")), RUNNING, "hold"),
    (edited(READY, ("owner:", "hold: {until: 2027-02-28}\nowner:")), RUNNING, "slipped"),
    (edited(READY, ("owner:", "dropped: {on: 2026-11-01, lesson: ask}\nhold: {since: 2026-10-01}\n"
                    "owner:")), RUNNING, "dropped"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "today", "state"), STATES)
def test_side_state(text: str, today: date, state: str) -> None:
    assert assess(text, today).readiness.state == state


@pytest.mark.parametrize(
    ("rule", "level"),
    [
        pytest.param(silent(gate=Level.PLANNED), Level.READY, id="nothing found"),
        pytest.param(finder(gate=Level.IDEA), Level.DRAFT, id="error at the gate of Idea"),
        pytest.param(finder(gate=Level.PLANNED), Level.IDEA, id="error at the gate of Planned"),
        pytest.param(finder(gate=Level.VALIDATED), Level.PLANNED, id="at the gate of Validated"),
        pytest.param(finder(), Level.VALIDATED, id="without a gate every rule counts at Ready"),
        pytest.param(finder(gate=Level.LIVE), Level.READY, id="a later gate does not count before"),
        pytest.param(finder("r", "iWWWWW", gate=Level.PLANNED), Level.READY, id="only a warning"),
        pytest.param(
            finder("r", "·WEEEE", gate=Level.PLANNED),
            Level.VALIDATED,
            id="a warning, then an error",
        ),
        pytest.param(finder("r", "EEE···", gate=Level.IDEA), Level.DRAFT, id="off from ready on"),
        pytest.param(
            finder("r", "EEEEEE", "title", own=("WWWWWW",)), Level.READY, id="a milder finding"
        ),
        pytest.param(
            finder("r", "iWEEEE", "goals", gate=Level.PLANNED, gate_sections=("goals", "metrics")),
            Level.IDEA,
            id="a warning in a section that the gate names",
        ),
        pytest.param(
            finder("r", "iWEEEE", "risks", gate=Level.PLANNED, gate_sections=("goals", "metrics")),
            Level.VALIDATED,
            id="elsewhere it counts at Ready",
        ),
        pytest.param(finder("r", needs_level=True), Level.READY, id="a rule about the level"),
    ],
)
def test_rules_hold_a_level(rule: RegisteredRule, level: Level) -> None:
    assert assess(READY, rules=[rule]).readiness.level is level


def test_a_live_brief_is_judged_as_it_was_allowed_to_start() -> None:
    """Once Ready was recorded, rules count with their severity of today; before, with Ready's."""
    rule = finder("r", "···E··")
    unrecorded = edited(LIVE, ("ready_at: 2027-01-08\n", ""))
    assert [assess(text, RUNNING, [rule]).readiness.level for text in (LIVE, unrecorded)] == [
        Level.LIVE,
        Level.VALIDATED,
    ]


@pytest.mark.parametrize(
    ("text", "core", "level"),
    [
        (waived(READY, waiver()), False, Level.READY),
        (waived(READY, waiver(until="2026-11-21")), False, Level.VALIDATED),
        (waived(READY, waiver(until="2027-03-31")), False, Level.VALIDATED),
        (waived(READY, waiver(reason="so")), False, Level.VALIDATED),
        (waived(READY, waiver("other")), False, Level.VALIDATED),
        (waived(READY, waiver()), True, Level.VALIDATED),
        (waived(READY, waiver(confirmed_by="lin")), True, Level.READY),
        (waived(READY, waiver(confirmed_by="ines")), True, Level.VALIDATED),
        (waived(READY, waiver(confirmed_by="omar")), True, Level.VALIDATED),
        (waived(READY, waiver(confirmed_by="lin"), waiver()), True, Level.READY),
    ],
)
def test_waivers_open_a_gate(text: str, core: bool, level: Level) -> None:
    assert assess(text, rules=[finder(core=core)]).readiness.level is level


def test_a_core_waiver_needs_no_second_person_before_ready() -> None:
    rule = finder(core=True, gate=Level.PLANNED)
    assert assess(waived(READY, waiver()), rules=[rule]).readiness.level is Level.VALIDATED


def test_a_rule_is_named_once_and_counts_what_it_found() -> None:
    rule = finder("r", "EEEEEE", "goals", "risks", "log", gate=Level.PLANNED)
    missing = [gap for gap in assess(READY, rules=[rule]).readiness.missing if gap.rule]
    assert [(gap.level, str(gap.message), gap.cost) for gap in missing] == [
        (Level.PLANNED, "Found 1. (2 more like this)", 4)
    ]


def test_steps_are_the_three_cheapest_of_the_next_level() -> None:
    dear = finder("dear", "EEEEEE", "goals", "risks", gate=Level.PLANNED)
    later = finder("later", gate=Level.VALIDATED)
    text = without(READY, "Message", "Channels", "Risks")
    found = assess(text, rules=[dear, later]).readiness
    assert [step.section or step.rule for step in found.steps] == ["message", "channels", "risks"]


def test_small_work_is_spared_what_does_not_fit_it() -> None:
    small = edited(READY, ("owner:", "tier: 3\nowner:"))
    levels = [
        assess(small, rules=[finder(small_too=fits)]).readiness.level for fits in (True, False)
    ]
    assert levels == [Level.VALIDATED, Level.READY]


def test_a_plan_by_somebody_else_needs_no_front_matter() -> None:
    """It has no keys to check, and only rules that are made for such plans hold it back."""
    body = COMPLETE.split("---\n", 2)[2] + "\nOwner: Ines\n"
    found = assess(body, rules=[finder("own", gate=Level.IDEA)], foreign=True)
    assert (found.readiness.level, found.readiness.state) == (Level.PLANNED, "")
