"""Real plans by other people, read where they lie next to this repository."""

from __future__ import annotations

import pytest

from agreement import QUESTIONS, REAL_PLANS, Judgement, Plan, judgements, read_plans, score
from readyroom.reporters import View
from readyroom.reporters.text import render

pytestmark = pytest.mark.skipif(
    not (REAL_PLANS / "labels.tsv").is_file(), reason=f"no real plans in {REAL_PLANS}"
)
ENOUGH = 0.9
ASKED = {
    "goals": "goal-missing",
    "audience": "audience-missing",
    "metrics": "metric-missing",
    "feedback": "feedback-plan-missing",
    "owner": "owner-missing",
    "launch": "launch-date-missing",
}


@pytest.fixture(scope="module")
def plans() -> list[Plan]:
    return read_plans(REAL_PLANS)


@pytest.fixture(scope="module")
def judged(plans: list[Plan]) -> list[Judgement]:
    return list(judgements(plans))


@pytest.mark.parametrize("answer", [True, False], ids=["yes", "no"])
@pytest.mark.parametrize("question", QUESTIONS)
def test_says_the_same_as_a_human(question: str, answer: bool, judged: list[Judgement]) -> None:
    asked = [one for one in judged if one.question == question and one.human is answer]
    agreed, total = score(asked)
    assert total
    assert agreed / total >= ENOUGH, [one.plan.file for one in asked if not one.agrees]


def test_nothing_crashes(plans: list[Plan]) -> None:
    assert [plan.file for plan in plans if plan.report.incomplete] == []


def test_every_plan_is_told_what_was_found_where(plans: list[Plan]) -> None:
    for plan in plans:
        text = render(plan.report, View())
        (brief,) = plan.report.briefs
        shown = [line for line in text.split("\n") if line.startswith("  line ")]
        assert len(shown) == len(brief.sections)
        assert ("Found in this plan:" in text) is bool(shown)


@pytest.mark.parametrize(("key", "rule"), ASKED.items())
def test_what_is_called_missing_has_a_finding(key: str, rule: str, plans: list[Plan]) -> None:
    for plan in plans:
        (brief,) = plan.report.briefs
        found = any(key in section.keys and not section.empty for section in brief.sections)
        assert found is (rule not in plan.raised), plan.file
