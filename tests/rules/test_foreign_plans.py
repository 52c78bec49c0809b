"""Plans as other people write them: what a reader finds in each, and what is missing.

`foreign_plans/<language>.md` holds short invented plans. A line `=== name | missing: …` opens each
and names the questions that a reader would answer with no.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from readyroom.linting.engine import lint
from readyroom.model.brief import Brief
from readyroom.model.playbook import Playbook
from readyroom.model.text import Source
from readyroom.parsing.brief import parse_file

PLANS = Path(__file__).parent / "foreign_plans"
TODAY = date(2026, 11, 22)
QUESTIONS = {
    "goal": {"goal-missing"},
    "number": {"goal-missing", "goal-not-measurable"},
    "audience": {"audience-missing"},
    "metric": {"metric-missing"},
    "feedback": {"feedback-plan-missing"},
    "launch": {"launch-date-missing"},
    "owner": {"owner-missing"},
}


def _plans() -> Iterator[object]:
    for file in sorted(PLANS.glob("*.md")):
        parts = re.split(r"^=== (.+) \| missing: (.*)\n", file.read_text("utf-8"), flags=re.M)
        for name, missing, text in zip(parts[1::3], parts[2::3], parts[3::3], strict=True):
            expected = set(filter(None, missing.split(", ")))
            yield pytest.param(file.stem, text, expected, id=f"{file.stem}/{name}")


@pytest.mark.parametrize(("code", "text", "missing"), list(_plans()))
def test_a_reader_misses_the_same(code: str, text: str, missing: set[str]) -> None:
    brief = parse_file(Source("plan.md", text), foreign=True)
    assert isinstance(brief, Brief)
    report = lint(Playbook(briefs=(brief,), whole=False), TODAY)
    raised = {found.rule for found in report.diagnostics}
    assert {name for name, rules in QUESTIONS.items() if raised & rules} == missing
