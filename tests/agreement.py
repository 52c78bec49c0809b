"""How far Readyroom and a careful human agree about real marketing plans.

`python -m tests.agreement [-v] [FOLDER]` reads the plans next to this repository where they lie
(nothing is copied) and prints one line per question and language. A human's "yes" must not raise
the rule, a "no" must raise it, "partial" is left out. FOLDER, or READYROOM_REAL_PLANS, names
another place; it holds `labels.tsv` and the files that the table lists.
"""

from __future__ import annotations

import argparse
import csv
import os
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from readyroom.linting.engine import lint
from readyroom.model.brief import Brief
from readyroom.model.playbook import Playbook
from readyroom.model.report import Report
from readyroom.parsing.brief import parse_file
from readyroom.workspace.files import Unreadable, read_source

REAL_PLANS = Path(
    os.environ.get("READYROOM_REAL_PLANS")
    or Path(__file__).resolve().parents[2] / "shared" / "corpus" / "real"
)
TODAY = date(2026, 11, 22)

# What the human was asked -> the rules that say no.
QUESTIONS: dict[str, tuple[str, ...]] = {
    "explicit_goals": ("goal-missing",),
    "measurable_goal": ("goal-missing", "goal-not-measurable"),
    "audience": ("audience-missing",),
    "metrics": ("metric-missing",),
    "feedback_or_retro": ("feedback-plan-missing",),
    "launch_date": ("launch-date-missing",),
    "owner": ("owner-missing",),
}


@dataclass(frozen=True, slots=True)
class Plan:
    """One real plan: its row in the table of labels and what Readyroom reports about it."""

    file: str
    labels: dict[str, str]
    report: Report

    @property
    def language(self) -> str:
        return self.labels["lang"]

    @property
    def raised(self) -> frozenset[str]:
        """The rules that found something."""
        return frozenset(found.rule for found in self.report.diagnostics)


@dataclass(frozen=True, slots=True)
class Judgement:
    """One question about one plan, answered by both with yes or no."""

    plan: Plan
    question: str
    human: bool
    machine: bool

    @property
    def agrees(self) -> bool:
        return self.human is self.machine


def read_plans(folder: Path) -> list[Plan]:
    """Lint every plan of the table, each by itself, as somebody else's plan."""
    with (folder / "labels.tsv").open(encoding="utf-8", newline="") as table:
        rows = list(csv.DictReader(table, delimiter="\t", quoting=csv.QUOTE_NONE))
    return [Plan(row["file"], row, _report(folder, row["file"])) for row in rows]


def _report(folder: Path, file: str) -> Report:
    source = read_source(folder, file)
    if isinstance(source, Unreadable):
        raise ValueError(f"{file}: {source.message}")
    brief = parse_file(source, foreign=True)
    assert isinstance(brief, Brief)
    return lint(Playbook(briefs=(brief,), whole=False), TODAY)


def judgements(plans: Iterable[Plan]) -> Iterator[Judgement]:
    """Every question that the human answered with yes or no."""
    for plan in plans:
        for question, rules in QUESTIONS.items():
            if plan.labels[question] in ("yes", "no"):
                yes = plan.labels[question] == "yes"
                yield Judgement(plan, question, yes, plan.raised.isdisjoint(rules))


def score(judged: Iterable[Judgement]) -> tuple[int, int]:
    """How many agree, of how many."""
    agreed = [judgement.agrees for judgement in judged]
    return sum(agreed), len(agreed)


def table(judged: list[Judgement]) -> Iterator[str]:
    """One line per question: all, yes, no, and each language."""
    languages = sorted({judgement.plan.language for judgement in judged})
    yield "".join(f"{head:>9}" for head in ("all", "yes", "no", *languages)).rjust(18 + 9 * 3)
    for question in QUESTIONS:
        own = [judgement for judgement in judged if judgement.question == question]
        groups = [
            own,
            [judgement for judgement in own if judgement.human],
            [judgement for judgement in own if not judgement.human],
            *([j for j in own if j.plan.language == language] for language in languages),
        ]
        cells = ("{}/{}".format(*score(group)) for group in groups)
        yield f"{question:<18}" + "".join(f"{cell:>9}" for cell in cells)


def disagreements(judged: Iterable[Judgement]) -> Iterator[str]:
    """What was found, or not, where the human says otherwise; and the human's reason."""
    for judgement in judged:
        if judgement.agrees:
            continue
        plan, rules = judgement.plan, QUESTIONS[judgement.question]
        yield f"\n{judgement.question}: {plan.file}"
        yield f"  human {'yes' if judgement.human else 'no'}: {plan.labels['note']}"
        found = [d for d in plan.report.diagnostics if d.rule in rules]
        yield from (f"  line {d.place.start.line} {d.rule}: {d.message}" for d in found)
        if not found:
            yield f"  nothing raised by {', '.join(rules)}"


def main(arguments: list[str] | None = None) -> int:
    """Print the table; 0 in every case but a wrong call, so that it can run anywhere."""
    parser = argparse.ArgumentParser(description=__doc__, prog="python -m tests.agreement")
    parser.add_argument("folder", nargs="?", type=Path, default=REAL_PLANS)
    parser.add_argument("-v", "--verbose", action="store_true", help="show each disagreement")
    chosen = parser.parse_args(arguments)
    if not (chosen.folder / "labels.tsv").is_file():
        print(f"No real plans to compare with: {chosen.folder} holds no labels.tsv.")
        return 0
    plans = read_plans(chosen.folder)
    judged = list(judgements(plans))
    print(f"{len(plans)} real plans: how often Readyroom says the same as a human")
    print("\n".join(table(judged)))
    if chosen.verbose:
        print("\n".join(disagreements(judged)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
