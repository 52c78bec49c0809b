"""Briefs that build on other briefs."""

from __future__ import annotations

from datetime import date

from readyroom.model.brief import Brief
from readyroom.model.playbook import Playbook
from readyroom.model.status import Status


def way_back(brief: Brief, other: Brief, playbook: Playbook) -> tuple[str, ...]:
    """The ids on the shortest way from the other brief back to this one through `depends_on`, both
    included; empty where there is none."""
    ways: list[tuple[str, ...]] = [(other.id,)]
    seen = {other.id}
    while ways:
        way = ways.pop(0)
        if way[-1] == brief.id:
            return way
        last = playbook.brief(way[-1])
        following = [n for n in (last.front.texts("depends_on") if last else ()) if n not in seen]
        seen.update(following)
        ways += [(*way, name) for name in following]
    return ()


def is_overdue(brief: Brief, today: date) -> bool:
    """Whether its last day has passed and it is not done."""
    return bool(brief.ends and brief.ends < today and brief.status < Status.DONE)
