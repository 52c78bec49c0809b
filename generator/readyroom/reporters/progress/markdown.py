"""Readiness before and after as Markdown: short enough to be read under a change."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from readyroom.linting.progress import Progress
from readyroom.model.message import Message, msg, plural
from readyroom.model.names import LEVELS
from readyroom.model.report import BriefReport, Diagnostic, worst_first
from readyroom.model.rule import Missing
from readyroom.model.status import Severity
from readyroom.model.waiver import Waiver
from readyroom.reporters import View
from readyroom.reporters.markup.markdown import code, plain, prose

# What a reader takes in, and what fits into a comment (65,536 characters on GitHub).
_MOST_BRIEFS = 10
_MOST_LINES = 3
_MOST_CHARACTERS = 60_000
MARKER = "<!-- readyroom -->"

Speak = Callable[[Message], str]


def render(steps: Sequence[Progress], base: str, view: View) -> str:
    """A heading, a sentence, and a few lines for each brief; whatever is left out is counted.

    `base` names what the change is compared with. It begins with a hidden line by which a comment
    can be found again.
    """

    def speak(message: Message) -> str:
        return prose(message.render(view.speak))

    title = msg("Readiness of the briefs")
    text = f"{MARKER}\n## {speak(title)}\n\n{speak(_sum(steps, base))}\n\n"
    ordered = sorted(steps, key=_weight)
    for shown, step in enumerate(ordered):
        block = "\n".join([*_block(step, speak), "", ""])
        if shown >= _MOST_BRIEFS or len(text) + len(block) > _MOST_CHARACTERS:
            return f"{text}{speak(_more(len(ordered) - shown))}\n"
        text += block
    return text


def _sum(steps: Sequence[Progress], base: str) -> Message:
    if not steps:
        return msg("Compared with {base}, no brief has changed.", base=base)
    return plural(
        "{number} brief differs from {base}.", "{number} briefs differ from {base}.",
        len(steps), base=base,
    )  # fmt: skip


def _more(number: int) -> Message:
    return plural("And {number} more brief.", "And {number} more briefs.", number)


def _weight(step: Progress) -> tuple[int, int, str]:
    """What holds a brief back first, then what moved most."""
    errors = sum(found.severity is Severity.ERROR for found in step.found)
    after, before = step.after, step.before
    moved = abs(after.readiness.level - before.readiness.level) if after and before else 1
    return (-errors, -moved, step.brief.path)


def _block(step: Progress, speak: Speak) -> Iterator[str]:
    yield f"### {plain(step.brief.title)}"
    yield ""
    yield f"{_movement(step, speak)} · {code(step.brief.path)}"
    lists = [
        (msg("New findings"), [_finding(found) for found in worst_first(step.found)]),
        (msg("No longer missing"), [speak(gap.message) for gap in step.gained]),
        (msg("Missing now"), [speak(gap.message) for gap in step.lost]),
        (msg("Next"), [speak(gap.step) for gap in _steps(step)]),
        (msg("Waivers added"), [_waiver(waiver, speak) for waiver in step.waivers]),
        (msg("Lessons that apply"), [f"{code(x.name)} {plain(x.text)}" for x in step.lessons]),
    ]
    for title, lines in lists:
        if lines:
            yield f"\n**{speak(title)}**\n"
            yield from (f"- {line}" for line in lines[:_MOST_LINES])
        if len(lines) > _MOST_LINES:
            more = msg("{number} more", number=len(lines) - _MOST_LINES)
            yield f"- {speak(more)}"


def _movement(step: Progress, speak: Speak) -> str:
    if step.after is None:
        return speak(msg("deleted"))
    now = speak(LEVELS[step.after.readiness.level])
    if step.before is None:
        new = speak(msg("new brief"))
        return f"**{now}** ({new}) · {_score(step.after)}"
    before = speak(LEVELS[step.before.readiness.level])
    level = f"**{now}**" if before == now else f"{before} → **{now}**"
    scores = dict.fromkeys((_score(step.before), _score(step.after)))
    return f"{level} · {' → '.join(scores)}"


def _score(brief: BriefReport) -> str:
    return f"{brief.readiness.score}/100"


def _steps(step: Progress) -> list[Missing]:
    return [gap for gap in step.after.readiness.steps if gap.step] if step.after else []


def _finding(found: Diagnostic) -> str:
    return f"{code(found.rule)} {found.place.start.line}: {prose(found.message)}"


def _waiver(waiver: Waiver, speak: Speak) -> str:
    until = speak(msg("until {day}", day=waiver.until or "–"))
    return f"{code(waiver.rule)} {until}, {plain(waiver.by)}: {plain(waiver.reason)}"
