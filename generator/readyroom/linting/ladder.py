"""The readiness ladder: a level is reached when its gate and all below it hold."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from readyroom.languages.matching import cell, words
from readyroom.linting.outcomes import Ending, Outcome
from readyroom.model.brief import Brief, Item
from readyroom.model.message import Message, msg
from readyroom.model.rule import Finding, Missing
from readyroom.model.status import Level, Severity, Status
from readyroom.model.waiver import Waiver

GRACE_AFTER_END = timedelta(days=7)
_BARE_ID = re.compile(r"^\s*[A-Z]\d+(?:\.\d+)*\s*$")


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


def climb(state: Climb) -> tuple[Level, tuple[Missing, ...]]:
    """The level reached and every unmet condition above it, lowest level first.

    A rule is named once, at the lowest level that it holds back.
    """
    missing: list[Missing] = []
    named: set[str] = set()
    for level in list(Level)[1:]:
        for gap in (*_rule_gaps(state, level), *_GATES[level](state)):
            if gap.rule and gap.rule in named:
                continue
            missing.append(gap)
        named.update(gap.rule for gap in missing if gap.rule)
    reached = min((gap.level for gap in missing), default=Level.LEARNED + 1) - 1
    return Level(reached), tuple(missing)


def steps(level: Level, missing: tuple[Missing, ...]) -> tuple[Missing, ...]:
    """The cheapest up to three unmet conditions of the next level."""
    following = [gap for gap in missing if gap.level == level + 1]
    return tuple(sorted(following, key=lambda gap: gap.cost)[:3])


def _rule_gaps(state: Climb, level: Level) -> Iterator[Missing]:
    """Rules whose gate this is; at Ready every rule counts."""
    status = level.status
    if level is Level.READY and state.brief.front.get("ready_at"):
        status = max(state.brief.status, Status.READY)
    for outcome in state.outcomes.values():
        meta = outcome.rule.meta
        if meta.gate is level or (level is Level.READY and (meta.gate or level) <= level):
            findings = _open_errors(state, outcome, status)
            if meta.gate is level and meta.gate_sections:
                findings = tuple(f for f in findings if _inside(state.brief, f, meta.gate_sections))
            if findings:
                yield _from_findings(outcome, findings, level)


def _open_errors(state: Climb, outcome: Outcome, status: Status) -> tuple[Finding, ...]:
    if outcome.ending in (Ending.NOT_APPLICABLE, Ending.SKIPPED):
        return ()  # a skipped rule's gap is named by the rule that it requires
    waiver = state.waivers.get(outcome.rule.id)
    if waiver and waiver.counts_as_clean(state.brief, core=outcome.rule.meta.core, status=status):
        return ()
    return outcome.at(status, Severity.ERROR)


def _inside(brief: Brief, finding: Finding, keys: tuple[str, ...]) -> bool:
    return any(
        section.span.start <= finding.span.start < section.span.end
        for key in keys
        for section in brief.sections_of(key)
    )


def _from_findings(outcome: Outcome, findings: tuple[Finding, ...], level: Level) -> Missing:
    first = findings[0]
    message = first.message
    if len(findings) > 1:
        message = msg(
            "{first} ({more} more like this)", first=first.message, more=len(findings) - 1
        )
    return Missing(
        level, message, first.help, outcome.rule.id, "", first.span, cost=1 + len(findings)
    )


def has_content(brief: Brief, key: str) -> bool:
    """Whether a section holds at least one thing that is not a placeholder."""
    placeholder = words("placeholder", brief.language)
    return any(
        _BARE_ID.sub("", line).strip() and not placeholder.is_all_of(line)
        for section in brief.sections_of(key)
        for line in section.visible.split("\n")
    )


def _gap(state: Climb, level: Level, name: str, message: Message, step: Message) -> Missing:
    return Missing(level, message, step, state.rule_for(name), name, None)


def _need_key(
    state: Climb, level: Level, key: str, message: Message, step: Message
) -> Iterator[Missing]:
    if not state.brief.front.get(key):
        yield _gap(state, level, key, message, step)


def _idea(state: Climb) -> Iterator[Missing]:
    brief = state.brief
    for key in ("id", "title", "status"):
        yield from _need_key(
            state,
            Level.IDEA,
            key,
            msg("The front matter has no `{key}`.", key=key),
            msg("Add `{key}:` to the block between the two --- lines.", key=key),
        )
    if not has_content(brief, "why"):
        yield _gap(
            state,
            Level.IDEA,
            "why",
            msg("Nothing says why this campaign should exist."),
            msg("Under Why, name the problem and the objective that this serves."),
        )
    if not has_content(brief, "goals"):
        yield _gap(
            state,
            Level.IDEA,
            "goals",
            msg("No draft goal yet."),
            msg("Write one goal under Goals, even a rough one."),
        )
    if not brief.front.get("owner") and not brief.labelled("owner"):
        yield _gap(
            state,
            Level.IDEA,
            "owner",
            msg("Nobody is named as owner."),
            msg("Name one person: `owner: ana`."),
        )
    yield from _need_key(
        state,
        Level.IDEA,
        "review_by",
        msg("No date by which this idea is planned or dropped."),
        msg("Add `review_by:` with a date."),
    )


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
            yield _gap(state, Level.PLANNED, key, message, step)


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
    if not state.brief.items("thresholds"):
        yield _gap(
            state,
            Level.VALIDATED,
            "thresholds",
            msg("No decision rule yet."),
            msg("Write what you wait for (1,000 impressions), until when, and what follows."),
        )
    for key, (message, step) in _VALIDATED_KEYS.items():
        if key == "ends" and state.brief.front.text("kind") == "always-on":
            continue
        yield from _need_key(state, Level.VALIDATED, key, message, step)


def _ready(state: Climb) -> Iterator[Missing]:
    return iter(())


def _live(state: Climb) -> Iterator[Missing]:
    brief = state.brief
    yield from _need_key(
        state,
        Level.LIVE,
        "ready_at",
        msg("It was never recorded that this brief became Ready."),
        msg("Add `ready_at:` with the day on which the Ready gate was met."),
    )
    if brief.status < Status.LIVE or not brief.launch or brief.launch > state.today:
        yield _gap(
            state,
            Level.LIVE,
            "launch",
            msg("Not launched yet."),
            msg("Set `status: live` on the launch day."),
        )
    elif brief.ends and state.today > brief.ends + GRACE_AFTER_END and list(_done(state)):
        yield _gap(
            state,
            Level.LIVE,
            "results",
            msg("It ended more than a week ago and has no complete results."),
            msg("Fill in Results for every metric and set `status: done`."),
        )


def _done(state: Climb) -> Iterator[Missing]:
    brief = state.brief
    if not brief.ends or state.today <= brief.ends:
        yield _gap(
            state,
            Level.DONE,
            "ends",
            msg("It has not ended yet."),
            msg("Nothing to do before the end date."),
        )
    for metric in metrics_without_actuals(brief):
        yield Missing(
            Level.DONE,
            msg("{id} has no actual value, date and verdict.", id=metric.id or metric.text),
            msg("Add a row to Results: metric, target, actual, as of, verdict."),
            state.rule_for("retro"),
            "results",
            metric.span,
        )
    last = max((day for item in brief.items("log") if (day := _day(item))), default=None)
    if brief.ends and (last is None or last < brief.ends):
        yield _gap(
            state,
            Level.DONE,
            "log",
            msg("The log does not say that sending stopped."),
            msg("Add a last log entry, dated on or after the end date."),
        )


def metrics_without_actuals(brief: Brief) -> Iterator[Item]:
    """Metric rows for which no row of Results or Retrospective has actual, date and verdict."""
    rows = [*brief.items("results"), *brief.items("retro")]
    for metric in brief.items("metrics"):
        name = metric.id or metric.text
        if not any(
            _names(row, name) and row.cell("actual") and row.cell("asof") and row.cell("verdict")
            for row in rows
        ):
            yield metric


def _names(row: Item, name: str) -> bool:
    where = row.cells.get("metric")
    text = where.text if where else row.text
    return name in text.replace("(", " ").replace(")", " ").split() or name == text.strip()


def _day(item: Item) -> date | None:
    where = item.cells.get("date") or item.passage
    return next((mention.last for mention in where.dates if mention.last), None)


def _learned(state: Climb) -> Iterator[Missing]:
    brief = state.brief
    if not any(
        item.cell("action") and item.cell("owner") and item.cell("from")
        for item in brief.items("retro")
    ):
        yield _gap(
            state,
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


def _unanswered(brief: Brief) -> Iterator[tuple[str, Item]]:
    log = brief.items("log")
    told = " ".join(item.text for item in (*log, *brief.items("results"), *brief.items("retro")))
    for item in brief.items("thresholds"):
        if item.id and item.id not in told:
            yield "thresholds", item
    for item in brief.items("evidence"):
        kind, result = item.cell("kind"), item.cell("result")
        if kind and cell("evidence_kind", kind.text, brief.language) == "assumption":
            verdict = cell("result", result.text, brief.language) if result else ""
            if verdict in ("", "open", "unclear") and (not item.id or item.id not in told):
                yield "evidence", item
    read = any(
        cell("log_type", (item.cells["type"]).text, brief.language) == "feedback"
        for item in log
        if "type" in item.cells
    )
    for item in brief.items("feedback"):
        if not item.cell("answered") and not read:
            yield "feedback", item


_GATES: Mapping[Level, Callable[[Climb], Iterator[Missing]]] = {
    Level.IDEA: _idea,
    Level.PLANNED: _planned,
    Level.VALIDATED: _validated,
    Level.READY: _ready,
    Level.LIVE: _live,
    Level.DONE: _done,
    Level.LEARNED: _learned,
}


def side_state(brief: Brief, level: Level, today: date) -> str:
    """ "dropped", "hold", "slipped", "ahead" or "": the strongest that applies."""
    if brief.front.get("dropped"):
        return "dropped"
    hold = brief.front.get("hold")
    if hold:
        until = hold.get("until")
        if not (until and until.date and until.date < today):
            return "hold"
    if brief.launch and brief.launch < today and brief.status < Status.LIVE:
        return "slipped"
    if brief.status >= Status.PLANNED and not brief.foreign and brief.status.level > level:
        return "ahead"
    return ""
