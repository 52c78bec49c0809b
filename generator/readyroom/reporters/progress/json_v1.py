"""Readiness before and after as JSON, version 1."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from readyroom.linting.progress import Progress
from readyroom.model.message import Translate
from readyroom.model.report import BriefReport
from readyroom.model.rule import Missing
from readyroom.reporters import View
from readyroom.reporters.json_v1 import finding
from readyroom.reporters.markup.json_text import document


def render(steps: Sequence[Progress], base: str, view: View) -> str:
    """One JSON object; `base` names what the change is compared with."""
    return document({"version": 1, "base": base, "briefs": [_step(step, view) for step in steps]})


def _step(step: Progress, view: View) -> dict[str, Any]:
    speak = view.translator(step.brief.language)
    return {
        "id": step.brief.id,
        "path": step.brief.path,
        "title": step.brief.title,
        "before": _readiness(step.before) if step.before else None,
        "after": _readiness(step.after) if step.after else None,
        "gained": [_gap(gap, speak) for gap in step.gained],
        "lost": [_gap(gap, speak) for gap in step.lost],
        "steps": [_gap(gap, speak) for gap in step.after.readiness.steps] if step.after else [],
        "findings": [finding(found) for found in step.found],
        "lessons": [
            {"name": lesson.name, "text": lesson.text, "title": lesson.title}
            for lesson in step.lessons
        ],
        "waivers": [
            {
                "rule": waiver.rule,
                "reason": waiver.reason,
                "by": waiver.by,
                "until": waiver.until.isoformat() if waiver.until else None,
            }
            for waiver in step.waivers
        ],
    }


def _readiness(brief: BriefReport) -> dict[str, Any]:
    return {
        "status": brief.status.label if brief.status is not None else None,
        "level": brief.readiness.level.label,
        "level_number": int(brief.readiness.level),
        "score": brief.readiness.score,
        "state": brief.readiness.state,
    }


def _gap(gap: Missing, speak: Translate) -> dict[str, Any]:
    return {
        "level": gap.level.label,
        "rule": gap.rule,
        "message": gap.message.render(speak),
        "step": gap.step.render(speak),
    }
