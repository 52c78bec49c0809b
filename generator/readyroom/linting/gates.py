"""What each level asks for besides its rules: keys, first entries, dates, results, answers."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from readyroom.languages.matching import cell
from readyroom.linting.outcomes import Outcome
from readyroom.meaning.placeholders import is_blank
from readyroom.meaning.results import metrics_without_actuals
from readyroom.model.brief import Brief, Item
from readyroom.model.citations import cited
from readyroom.model.message import Message, msg
from readyroom.model.rule import Missing
from readyroom.model.schema import KEYS
from readyroom.model.status import Level, Status
from readyroom.model.waiver import Waiver

GRACE_AFTER_END = timedelta(days=7)
_LESSON_PARTS = re.compile(r"[;；|]")


@dataclass(frozen=True, slots=True)
class Climb:
    """What the gates are judged by."""

    brief: Brief
    today: date
    outcomes: Mapping[str, Outcome]
    waivers: Mapping[str, Waiver]

    def rule_for(self, name: str) -> str:
        """The rule that looks after the presence of a section or front-matter key, or ""."""
        return next(
            (o.rule.id for o in self.outcomes.values() if o.rule.meta.presence_of == name), ""
        )

    def gap(self, level: Level, name: str, message: Message, step: Message) -> Missing:
        """An unmet condition about a section or front-matter key."""
        return Missing(level, message, step, self.rule_for(name), name)


def has_content(brief: Brief, key: str) -> bool:
    """Whether a section holds at least one thing that is not a placeholder."""
    return any(
        not is_blank(line, brief.language)
        for section in brief.sections_of(key)
        for line in section.visible.split("\n")
    )


def _idea(state: Climb) -> Iterator[Missing]:
    brief = state.brief
    if not brief.foreign:
        for key in ("id", "title", "status"):
            yield from _valid_key(state, key)
    if not has_content(brief, "why"):
        yield state.gap(
            Level.IDEA,
            "why",
            msg("Nothing says why this campaign should exist."),
            msg("Under Why, name the problem and the objective that this serves."),
        )
    if not has_content(brief, "goals"):
        yield state.gap(
            Level.IDEA,
            "goals",
            msg("No draft goal yet."),
            msg("Write one goal under Goals, even a rough one."),
        )
    if not brief.front.get("owner") and not brief.labelled("owner"):
        yield state.gap(
            Level.IDEA,
            "owner",
            msg("Nobody is named as owner."),
            msg("Name one person: `owner: ana`."),
        )
    if not brief.front.date("review_by") and not brief.foreign:
        yield state.gap(
            Level.IDEA,
            "review_by",
            msg("No date by which this idea is planned or dropped."),
            msg("Add `review_by:` with a date."),
        )


def _valid_key(state: Climb, key: str) -> Iterator[Missing]:
    node = state.brief.front.get(key)
    if node is None:
        yield state.gap(
            Level.IDEA,
            key,
            msg("The front matter has no `{key}`.", key=key),
            msg("Add `{key}:` to the block between the two --- lines.", key=key),
        )
    elif wrong := KEYS[key].mismatch(node):
        yield state.gap(Level.IDEA, key, wrong.message, wrong.help)


_AT_LEAST_ONE = {
    "message": (
        msg("No message yet."),
        msg("Write the one line that the segment should remember, and what they do next."),
    ),
    "channels": (
        msg("No channel yet."),
        msg("Name one channel and why this segment is there."),
    ),
    "tactics": (
        msg("No tactic yet."),
        msg("Add one tactic and the goal that it serves."),
    ),
    "risks": (
        msg("No risk yet."),
        msg("Ask what could go wrong for us and for them, and what we would do."),
    ),
}


def _planned(state: Climb) -> Iterator[Missing]:
    for key, (message, step) in _AT_LEAST_ONE.items():
        if not has_content(state.brief, key):
            yield state.gap(Level.PLANNED, key, message, step)


_VALIDATED_KEYS = {
    "launch": (msg("No launch date."), msg("Add `launch:` with a full date.")),
    "ends": (msg("No end date."), msg("Add `ends:` with a full date.")),
    "budget": (
        msg("No budget."),
        msg("Add `budget: {{amount: 1200, currency: EUR}}`; 0 is fine."),
    ),
    "validated_on": (
        msg("No date on which the evidence was accepted."),
        msg("Add `validated_on:` once the evidence has been read by the team."),
    ),
}


def _validated(state: Climb) -> Iterator[Missing]:
    front = state.brief.front
    if not state.brief.items("thresholds"):
        yield state.gap(
            Level.VALIDATED,
            "thresholds",
            msg("No decision rule yet."),
            msg("Write what you wait for (1,000 impressions), until when, and what follows."),
        )
    for key, (message, step) in _VALIDATED_KEYS.items():
        is_set = front.get(key) if key == "budget" else front.date(key)
        if not is_set and not (key == "ends" and front.text("kind") == "always-on"):
            yield state.gap(Level.VALIDATED, key, message, step)


def _ready(state: Climb) -> Iterator[Missing]:
    return iter(())


def _live(state: Climb) -> Iterator[Missing]:
    brief = state.brief
    if not brief.front.get("ready_at"):
        yield state.gap(
            Level.LIVE,
            "ready_at",
            msg("It was never recorded that this brief became Ready."),
            msg("Add `ready_at:` with the day on which the Ready gate was met."),
        )
    if brief.status < Status.LIVE or not brief.launch or brief.launch > state.today:
        yield state.gap(
            Level.LIVE,
            "launch",
            msg("Not launched yet."),
            msg("Set `status: live` on the launch day."),
        )
    elif brief.ends and state.today > brief.ends + GRACE_AFTER_END and list(_done(state)):
        yield state.gap(
            Level.LIVE,
            "results",
            msg("It ended more than a week ago and has no complete results."),
            msg("Fill in Results for every metric and set `status: done`."),
        )


def _done(state: Climb) -> Iterator[Missing]:
    brief = state.brief
    if not brief.ends or state.today <= brief.ends:
        yield state.gap(
            Level.DONE,
            "ends",
            msg("It has not ended yet."),
            msg("Nothing to do before the end date."),
        )
    for metric in metrics_without_actuals(brief):
        yield Missing(
            Level.DONE,
            msg("{id} has no actual value, date and verdict.", id=metric.id or metric.text[:60]),
            msg("Add a row to Results: metric, target, actual, as of, verdict."),
            state.rule_for("retro"),
            "results",
            metric.span,
        )
    last = max((day for item in brief.items("log") if (day := _day(item))), default=None)
    if brief.ends and (last is None or last < brief.ends):
        yield state.gap(
            Level.DONE,
            "log",
            msg("The log does not say that sending stopped."),
            msg("Add a last log entry, dated on or after the end date."),
        )


def _day(item: Item) -> date | None:
    where = item.cells.get("date") or item.passage
    return next((mention.last for mention in where.dates if mention.last), None)


def _learned(state: Climb) -> Iterator[Missing]:
    brief = state.brief
    if not any(map(_is_lesson, brief.items("retro"))):
        yield state.gap(
            Level.LEARNED,
            "retro",
            msg("No lesson says what to do, who does it and from when."),
            msg("Complete one lesson: do, stop or change; owner; from when."),
        )
    for section, item in _unanswered(brief):
        yield Missing(
            Level.LEARNED,
            msg("{item} was never answered.", item=item.id or item.text[:60]),
            msg("Say in the log what came of it: used or not used, and why."),
            "",
            section,
            item.span,
        )


def _is_lesson(item: Item) -> bool:
    """A row with action, owner and start, or a line that says them one after the other."""
    if item.cells:
        return all(item.cell(column) for column in ("action", "owner", "from"))
    parts = [part for part in _LESSON_PARTS.split(item.text) if part.strip()]
    return item.id.startswith("L") and len(parts) > 2


def _unanswered(brief: Brief) -> Iterator[tuple[str, Item]]:
    log = brief.items("log")
    rows = (*log, *brief.items("results"), *brief.items("retro"))
    told = {found for row in rows for found in cited(row.text, "DAE")}
    for item in brief.items("thresholds"):
        if item.id and item.id not in told:
            yield "thresholds", item
    for item in brief.items("evidence"):
        kind, result = item.cell("kind"), item.cell("result")
        if kind and cell("evidence_kind", kind.text, brief.language) == "assumption":
            verdict = cell("result", result.text, brief.language) if result else ""
            if verdict in ("", "open", "unclear") and item.id not in told:
                yield "evidence", item
    read = any(
        cell("log_type", item.cells["type"].text, brief.language) == "feedback"
        for item in log
        if "type" in item.cells
    )
    for item in brief.items("feedback"):
        if not item.cell("answered") and not read:
            yield "feedback", item


GATES: Mapping[Level, Callable[[Climb], Iterator[Missing]]] = {
    Level.IDEA: _idea,
    Level.PLANNED: _planned,
    Level.VALIDATED: _validated,
    Level.READY: _ready,
    Level.LIVE: _live,
    Level.DONE: _done,
    Level.LEARNED: _learned,
}
