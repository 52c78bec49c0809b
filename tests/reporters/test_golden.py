"""Whole outputs for one small playbook; refresh them with `pytest --update-golden`.

Only a few rules run, so that a new rule disturbs nothing here.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from readyroom.reporters import View, formats, reporter
from readyroom.rules import all_rules
from readyroom.workspace import rulebook
from readyroom.workspace.check import Checked, check
from readyroom.workspace.project import find_project

PLAYBOOK = Path(__file__).parents[1] / "golden" / "playbook"
PLAN = Path(__file__).parents[1] / "golden" / "playbook" / "plan.md"
RULES = {"goal-missing", "goal-not-measurable", "goal-vague", "goal-no-why", "goal-no-deadline"}


@pytest.fixture
def _few_rules(monkeypatch: pytest.MonkeyPatch) -> None:
    chosen = tuple(rule for rule in all_rules() if rule.id in RULES)
    monkeypatch.setattr(rulebook, "all_rules", lambda: chosen)


@pytest.mark.parametrize("name", formats())
@pytest.mark.usefixtures("_few_rules")
def test_formats(name: str, golden: Callable[[str, str], None]) -> None:
    golden(f"{name}.txt", _rendered(name, check(find_project(PLAYBOOK))))


@pytest.mark.parametrize("name", ["text", "readiness"])
@pytest.mark.usefixtures("_few_rules")
def test_a_plan_that_somebody_else_wrote(name: str, golden: Callable[[str, str], None]) -> None:
    golden(f"plan-{name}.txt", _rendered(name, check(find_project(PLAYBOOK), [PLAN])))


def _rendered(name: str, checked: Checked) -> str:
    return reporter(name)(checked.report, View(checked.sources))
