"""Defects in the repair evenings, which are over: what counts now is what was learned."""

from __future__ import annotations

from ..editing import Edit, cell, front, label, line, say, without
from ..variant import Variant


def _defect(name: str, rules: str, *edits: Edit, base: tuple[Edit, ...] = ()) -> Variant:
    return Variant("repair-evenings", name, edits, tuple(rules.split()), base)


DEFECTS = (
    # Retrospective
    _defect("no-retrospective", "retro-missing", without("retro")),
    _defect("actual-empty", "retro-missing", cell("results:2", "actual verdict")),
    _defect("nothing-went-wrong", "retro-missing", label("did_not", None)),
    _defect("no-praise", "retro-missing", label("praise", None)),
    _defect("lesson-without-action", "lesson-no-action", cell("L1", "action")),
    _defect("lesson-without-owner", "lesson-no-action", cell("L2", "owner")),
    # Log
    _defect("feedback-never-read", "feedback-loop-open", without("log:2")),
    _defect(
        "decided-on-the-first-evening",
        "decision-before-data",
        cell(
            "log:1",
            "date",
            say(
                en="2026-09-04",
                ru="04.09.2026",
                zh="2026年9月4日",
                pl="4.09.2026",
                fil="Setyembre 4, 2026",
            ),
        ),
        cell(
            "log:1",
            "observed",
            say(
                en="12 guests on the first evening",
                ru="12 гостей в первый вечер",
                zh="第一晚12位客人",
                pl="12 gości pierwszego wieczoru",
                fil="12 bisita sa unang gabi",
            ),
        ),
    ),
    # What was planned still has to add up
    _defect(
        "goal-without-date",
        "goal-no-deadline",
        line(
            "G2",
            say(
                en="65% of the things brought along work again",
                ru="65 % принесённых вещей снова работает",
                zh="带来的东西里有65%重新能用",
                pl="65% przyniesionych rzeczy znów działa",
                fil="65% ng dalang gamit ang gumana ulit",
            ),
        ),
        cell("M2", "by"),
        base=(front("ends", None),),
    ),
    _defect(
        "ends-before-it-starts",
        "launch-date-missing",
        front("ends", "2026-08-30"),
        front("retro_by", "2026-09-10"),
    ),
    _defect("id-of-another-brief", "front-matter-invalid", front("id", "repair-night")),
    _defect("metric-unknown", "broken-reference retro-missing", cell("results:1", "metric", "M9")),
)
