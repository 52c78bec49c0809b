"""What asks for somebody's attention now, said in a few kind words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from readyroom.model.brief import Brief, Node
from readyroom.model.message import Message, msg, plural
from readyroom.model.names import LEVELS
from readyroom.model.report import BriefReport, Diagnostic
from readyroom.model.status import Level, Severity, Status

SOON = timedelta(days=14)


@dataclass(frozen=True, slots=True)
class Reason:
    """One reason to look at a brief: a slug for styling, the words, and how urgent (0 first)."""

    kind: str
    message: Message
    urgency: int


def reasons(
    found: BriefReport, brief: Brief, findings: tuple[Diagnostic, ...], today: date
) -> tuple[Reason, ...]:
    """Why somebody should look at this brief, most urgent first; none for a dropped one."""
    if found.readiness.state == "dropped":
        return ()
    every = (
        *_state(found),
        *_errors(findings),
        *_hold(brief, today),
        *_waivers(found, today),
        *_retro(found, brief, today),
    )
    return tuple(sorted(every, key=lambda reason: reason.urgency))


def _state(found: BriefReport) -> Iterator[Reason]:
    if found.readiness.state == "slipped":
        yield Reason("slipped", msg("launch day has passed"), 0)
    if found.readiness.state == "ahead":
        yield Reason("ahead", msg("ahead of its evidence"), 1)


def _errors(findings: tuple[Diagnostic, ...]) -> Iterator[Reason]:
    count = open_errors(findings)
    if count:
        yield Reason("errors", plural("{number} error open", "{number} errors open", count), 4)


def open_errors(findings: tuple[Diagnostic, ...]) -> int:
    """How many findings of error severity are not set aside."""
    return sum(1 for found in findings if found.severity is Severity.ERROR and not found.waived)


def _hold(brief: Brief, today: date) -> Iterator[Reason]:
    hold = brief.front.get("hold")
    until = entry(hold, "until")
    if until and until.date and until.date < today:
        yield Reason("hold", msg("on hold until {day}, and that day is over", day=until.text), 2)


def _waivers(found: BriefReport, today: date) -> Iterator[Reason]:
    for waiver in found.waivers:
        if waiver.active(today) and waiver.until and waiver.until - today <= SOON:
            yield Reason(
                "waiver",
                msg("the waiver for {rule} ends on {day}", rule=waiver.rule, day=waiver.until),
                3,
            )


def _retro(found: BriefReport, brief: Brief, today: date) -> Iterator[Reason]:
    due = brief.front.date("retro_by")
    started = found.status is not None and found.status >= Status.LIVE
    if due and due < today and started and found.readiness.level < Level.LEARNED:
        yield Reason("retro", msg("the retrospective was due on {day}", day=due), 2)


def entry(node: Node | None, name: str) -> Node | None:
    """A named entry below a front-matter node, None where either is missing."""
    return node.get(name) if node else None


def state_note(found: BriefReport, brief: Brief) -> tuple[Message, ...]:
    """What a brief's side state means, in up to three sentences; () for a brief that has none."""
    state = found.readiness.state
    level = LEVELS[found.readiness.level]
    if state == "dropped":
        return _dropped(brief.front.get("dropped"))
    if state == "hold":
        return _held(brief.front.get("hold"))
    if state == "slipped":
        return (
            msg("The launch day, {day}, has passed without a launch.", day=found.launch),
            msg("Set a new `launch:`, put the brief on hold, or drop it; each is a fine answer."),
        )
    if state == "ahead" and found.status is not None:
        return (
            msg(
                "The brief calls itself {status}; what is written so far carries {level}.",
                status=LEVELS[found.status.level],
                level=level,
            ),
            msg("The steps below close the gap, or set the status one step back for now."),
        )
    return ()


def _dropped(node: Node | None) -> tuple[Message, ...]:
    day, reason, lesson = (_written(node, name) for name in ("on", "reason", "lesson"))
    first = msg("Stopped on {day} before more was spent on it.", day=day) if day else msg(
        "Stopped before more was spent on it."
    )  # fmt: skip
    return (
        first,
        *([msg("Why: {reason}", reason=reason)] if reason else ()),
        *([msg("What it taught us: {lesson}", lesson=lesson)] if lesson else ()),
    )


def _held(node: Node | None) -> tuple[Message, ...]:
    since, until, reason = (_written(node, name) for name in ("since", "until", "reason"))
    if since and until:
        first = msg("On hold since {since}, until {until}.", since=since, until=until)
    elif until:
        first = msg("On hold until {until}.", until=until)
    else:
        first = msg("On hold.")
    return (
        first,
        *([msg("Why: {reason}", reason=reason)] if reason else ()),
        msg("The clock is stopped."),
    )


def _written(node: Node | None, name: str) -> str:
    found = entry(node, name)
    return found.text if found else ""
