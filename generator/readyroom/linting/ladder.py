"""The readiness ladder: a level is reached when its gate and all below it hold."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from readyroom.linting.gates import GATES, Climb
from readyroom.linting.outcomes import Outcome
from readyroom.model.brief import Brief
from readyroom.model.message import msg
from readyroom.model.pauses import on_hold
from readyroom.model.rule import Finding, Missing
from readyroom.model.status import Level, Severity, Status


def climb(state: Climb) -> tuple[Level, tuple[Missing, ...]]:
    """The level reached and every unmet condition above it, lowest level first.

    A rule is named once, at the lowest level that it holds back.
    """
    missing: list[Missing] = []
    named: set[str] = set()
    for level in list(Level)[1:]:
        for gap in (*_rule_gaps(state, level), *GATES[level](state)):
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
        gate = outcome.rule.meta.gate
        counts = gate is level or (level is Level.READY and (gate or level) <= level)
        if counts and (findings := _holding_back(state, outcome, level, status)):
            yield _from_findings(outcome, findings, level)


def _holding_back(
    state: Climb, outcome: Outcome, level: Level, status: Status
) -> tuple[Finding, ...]:
    """The findings that keep a brief from a level: errors that no waiver covers.

    Where the gate asks for certain sections only, any finding in them counts: a placeholder there
    is a warning to the writer and a gap all the same. A skipped rule has no findings, the rule that
    it requires names the gap; a rule that crashed holds nobody back, the report says so.
    """
    meta = outcome.rule.meta
    waiver = state.waivers.get(outcome.rule.id)
    if waiver and waiver.counts_as_clean(state.brief, core=meta.core, status=status):
        return ()
    if meta.gate is level and meta.gate_sections:
        return outcome.inside(
            state.brief, meta.gate_sections, status, Severity.ERROR, Severity.WARNING
        )
    return outcome.at(status, Severity.ERROR)


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


def side_state(brief: Brief, level: Level, today: date) -> str:
    """ "dropped", "hold", "slipped", "ahead" or "": the strongest that applies."""
    if brief.front.get("dropped"):
        return "dropped"
    if on_hold(brief, today):
        return "hold"
    if brief.launch and brief.launch < today and brief.status < Status.LIVE:
        return "slipped"
    return "ahead" if is_ahead(brief, level) else ""


def is_ahead(brief: Brief, level: Level) -> bool:
    """Whether the declared status claims more than the level reached."""
    return brief.status >= Status.PLANNED and not brief.foreign and brief.status.level > level
