"""The diagnostic score: the share of rules that a brief meets, by pillar. It lifts no level."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from readyroom.linting.outcomes import Ending, Outcome
from readyroom.model.brief import Brief
from readyroom.model.rule import Finding
from readyroom.model.status import Pillar, Severity, Status

_POINTS = {Severity.ERROR: 4.0, Severity.WARNING: 2.0, Severity.INFO: 0.0, Severity.OFF: 0.0}
_CORE_FACTOR = 1.5
_CAP_OPEN_CORE = 79
_CAP_AHEAD = 59


def score(
    brief: Brief, outcomes: Iterable[Outcome], waived: frozenset[str], *, ahead: bool
) -> tuple[int, Mapping[Pillar, int]]:
    """Total 0-100 and the points of each pillar (0 to its weight).

    Rules count with their severity at ready (at done for live and done briefs), so that the number
    only rises as content grows. Rules that do not apply leave the sum; `waived` ones give half.
    `ahead` says whether the declared status claims more than the level reached.
    """
    status = Status.DONE if brief.status >= Status.LIVE else Status.READY
    possible = dict.fromkeys(Pillar, 0.0)
    passed = dict.fromkeys(Pillar, 0.0)
    cap = 100
    for outcome in outcomes:
        meta = outcome.rule.meta
        failing = outcome.at(status, Severity.ERROR, Severity.WARNING)
        is_waived = outcome.rule.id in waived
        if failing and not is_waived:
            cap = min(cap, _cap(brief, outcome, status))
        points = _POINTS[meta.severities.at(status)] * (_CORE_FACTOR if meta.core else 1)
        if meta.pillar is None or outcome.ending is Ending.NOT_APPLICABLE:
            continue
        possible[meta.pillar] += points
        passed[meta.pillar] += points * _share(outcome, failing, is_waived)
    if ahead:
        cap = min(cap, _CAP_AHEAD)
    pillars = {
        pillar: int(pillar.weight * passed[pillar] / possible[pillar] + 1e-9)
        if possible[pillar]
        else pillar.weight
        for pillar in Pillar
    }
    return min(cap, sum(pillars.values())), pillars


def _share(outcome: Outcome, failing: tuple[Finding, ...], waived: bool) -> float:
    if outcome.ending in (Ending.SKIPPED, Ending.CRASHED):
        return 0.0
    if not failing:
        return 1.0
    return 0.5 if waived else 0.0


def _cap(brief: Brief, outcome: Outcome, status: Status) -> int:
    """The most that the brief may score while this rule has open findings."""
    meta = outcome.rule.meta
    cap = _CAP_OPEN_CORE if meta.core and outcome.at(Status.READY, Severity.ERROR) else 100
    if meta.score_cap < cap and outcome.inside(
        brief, meta.gate_sections, status, Severity.ERROR, Severity.WARNING
    ):
        cap = meta.score_cap
    return cap
