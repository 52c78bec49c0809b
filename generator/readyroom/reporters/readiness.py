"""How ready each brief is: level, score, what the next level asks for, the cheapest steps."""

from __future__ import annotations

from collections.abc import Iterator

from readyroom.model.report import BriefReport, Readiness, Report
from readyroom.model.status import Level
from readyroom.reporters import View
from readyroom.reporters.terminal.plan import reading_of
from readyroom.reporters.terminal.style import level_color, paint
from readyroom.reporters.terminal.visible import path, sentence, shortened

_BAR = 20
_OWNER = 40  # in a plan that somebody else wrote, a whole sentence may stand there
_STATES = {
    "ahead": "it claims more than its evidence carries",
    "slipped": "its launch date has passed",
    "hold": "on hold",
    "dropped": "dropped",
}


def render(report: Report, view: View) -> str:
    """One block per brief."""
    blocks = ["\n".join(_block(brief, view)) for brief in report.briefs]
    return "\n\n".join(blocks) + "\n" if blocks else "There is no brief here.\n"


def _block(brief: BriefReport, view: View) -> Iterator[str]:
    readiness = brief.readiness
    badge = paint(
        f"[{readiness.level.label}]", "bold", level_color(readiness.level), color=view.color
    )
    title = paint(sentence(brief.title), "bold", color=view.color)
    state = _STATES.get(readiness.state, "")
    yield f"{badge} {title}" + (f" ({state})" if state else "")
    yield f"  {' · '.join(_facts(brief))}"
    yield f"  {'score':<10} {readiness.score:>3} of 100"
    for pillar, points in readiness.pillars.items():
        bar = _bar(points, pillar.weight)
        yield f"  {pillar.value:<10} {points:>3} of {pillar.weight:>3}  {bar}"
    if brief.foreign:
        yield from (f"  {line}" for line in reading_of(brief))
    yield from _next_level(brief, readiness, view)


def _facts(brief: BriefReport) -> Iterator[str]:
    yield path(brief.path)
    if brief.owner:
        yield shortened(sentence(brief.owner), _OWNER)
    if brief.status is not None:
        yield f"status {brief.status.label}"
    if brief.launch:
        yield f"launch {brief.launch.isoformat()}"


def _bar(points: int, weight: int) -> str:
    filled = round(_BAR * points / weight)
    return "=" * filled + "." * (_BAR - filled)


def _next_level(brief: BriefReport, readiness: Readiness, view: View) -> Iterator[str]:
    if readiness.level is Level.LEARNED:
        yield "  Nothing is missing: this brief has gone the whole way."
        return
    level = Level(readiness.level + 1)
    translate = view.translator(brief.language)
    yield f"  Missing for {level.label}:"
    for gap in readiness.missing:
        if gap.level is level:
            rule = f" [{gap.rule}]" if gap.rule else ""
            yield f"    - {sentence(gap.message.render(translate))}{rule}"
    steps = [sentence(gap.step.render(translate)) for gap in readiness.steps]
    if any(steps):
        yield "  Cheapest next steps:"
        yield from (f"    {number}. {step}" for number, step in enumerate(filter(None, steps), 1))
