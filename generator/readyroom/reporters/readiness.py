"""How ready each brief is: level, score, what the next level asks for, the cheapest steps."""

from __future__ import annotations

from collections.abc import Iterator

from readyroom.model.message import Translate, msg
from readyroom.model.names import LEVELS, PILLARS
from readyroom.model.report import BriefReport, Readiness, Report
from readyroom.model.status import Level
from readyroom.reporters import View
from readyroom.reporters.terminal.plan import reading_of
from readyroom.reporters.terminal.style import level_color, paint
from readyroom.reporters.terminal.visible import path, sentence, shortened, width

_BAR = 20
_OWNER = 40  # in a plan that somebody else wrote, a whole sentence may stand there
_STATES = {
    "ahead": msg("it claims more than its evidence carries"),
    "slipped": msg("its launch date has passed"),
    "hold": msg("on hold"),
    "dropped": msg("dropped"),
}


def render(report: Report, view: View) -> str:
    """One block per brief."""
    blocks = ["\n".join(_block(brief, view)) for brief in report.briefs]
    return (
        "\n\n".join(blocks) + "\n"
        if blocks
        else msg("There is no brief here.").render(view.speak) + "\n"
    )


def _block(brief: BriefReport, view: View) -> Iterator[str]:
    readiness = brief.readiness
    speak = view.translator(brief.language)
    badge = paint(
        f"[{LEVELS[readiness.level].render(speak)}]",
        "bold",
        level_color(readiness.level),
        color=view.color,
    )
    title = paint(sentence(brief.title), "bold", color=view.color)
    state = _STATES[readiness.state].render(speak) if readiness.state else ""
    yield f"{badge} {title}" + (f" ({state})" if state else "")
    yield f"  {' · '.join(_facts(brief, speak))}"
    yield from _scores(readiness, speak)
    if brief.foreign:
        yield from (f"  {line}" for line in reading_of(brief))
    yield from _next_level(readiness, speak)


def _scores(readiness: Readiness, speak: Translate) -> Iterator[str]:
    names = {pillar: PILLARS[pillar].render(speak) for pillar in readiness.pillars}
    total = msg("score").render(speak)
    broad = max(map(width, (total, *names.values())))
    of = msg("of").render(speak)
    yield f"  {_padded(total, broad)} {readiness.score:>3} {of} 100"
    for pillar, points in readiness.pillars.items():
        bar = _bar(points, pillar.weight)
        name = _padded(names[pillar], broad)
        yield f"  {name} {points:>3} {of} {pillar.weight:>3}  {bar}"


def _padded(text: str, columns: int) -> str:
    return text + " " * (columns - width(text))


def _facts(brief: BriefReport, speak: Translate) -> Iterator[str]:
    yield path(brief.path)
    if brief.owner:
        yield shortened(sentence(brief.owner), _OWNER)
    if brief.status is not None:
        yield msg("status {status}", status=brief.status.label).render(speak)
    if brief.launch:
        yield msg("launch {day}", day=brief.launch.isoformat()).render(speak)


def _bar(points: int, weight: int) -> str:
    filled = round(_BAR * points / weight)
    return "=" * filled + "." * (_BAR - filled)


def _next_level(readiness: Readiness, speak: Translate) -> Iterator[str]:
    if readiness.level is Level.LEARNED:
        whole = msg("Nothing is missing: this brief has gone the whole way.")
        yield f"  {whole.render(speak)}"
        return
    level = Level(readiness.level + 1)
    head = msg("Missing for {level}:", level=LEVELS[level])
    yield f"  {head.render(speak)}"
    for gap in readiness.missing:
        if gap.level is level:
            rule = f" [{gap.rule}]" if gap.rule else ""
            yield f"    - {sentence(gap.message.render(speak))}{rule}"
    steps = [sentence(gap.step.render(speak)) for gap in readiness.steps]
    if any(steps):
        head = msg("Cheapest next steps:")
        yield f"  {head.render(speak)}"
        yield from (f"    {number}. {step}" for number, step in enumerate(filter(None, steps), 1))
