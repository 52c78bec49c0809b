"""How many messages a week one segment of the library gets from all briefs that are live."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from readyroom.meaning.contact_policy import direct_rows, policies, weekly_limit
from readyroom.meaning.frequency import read_cap
from readyroom.model.brief import Brief, Item
from readyroom.model.citations import cited
from readyroom.model.links import is_relative, resolve, split_target
from readyroom.model.pauses import on_hold
from readyroom.model.playbook import Playbook
from readyroom.model.status import Status


@dataclass(frozen=True, slots=True)
class Load:
    """What one channel of a brief may send to one person of a segment in a week."""

    brief: Brief
    row: Item
    per_week: float


@dataclass(frozen=True, slots=True)
class Contact:
    """Everything that one segment may get in a week, and the lowest limit among the policies of the
    briefs that send it (None where no policy names one for all channels together)."""

    loads: tuple[Load, ...] = ()
    limit: float | None = None

    @property
    def per_week(self) -> float:
        """The sum."""
        return sum(load.per_week for load in self.loads)


def contact(segment: str, playbook: Playbook, today: date) -> Contact:
    """What all live briefs may send to a segment in the week of `today`."""
    key = f"contact in the week of {today}"
    if key not in playbook.remembered:
        playbook.remembered[key] = {
            name: Contact(tuple(loads), _limit(loads, playbook))
            for name, loads in _by_segment(playbook, today).items()
        }
    found: Mapping[str, Contact] = playbook.remembered[key]
    return found.get(segment, Contact())


def _by_segment(playbook: Playbook, today: date) -> Mapping[str, list[Load]]:
    found: dict[str, list[Load]] = {}
    for brief in (brief for brief in playbook.briefs if is_sending(brief, today)):
        for row in direct_rows(brief, playbook):
            if cap := read_cap((row.cell("cap") or row.passage).text, brief.language):
                for segment in _segments_of(row, brief, playbook):
                    found.setdefault(segment, []).append(Load(brief, row, cap.per_week))
    return found


def _limit(loads: Sequence[Load], playbook: Playbook) -> float | None:
    senders = {load.brief.path: load.brief for load in loads}.values()
    pages = (page for sender in senders for page in policies(sender, playbook) if page)
    return min((limit for page in pages if (limit := weekly_limit(page))), default=None)


def is_sending(brief: Brief, today: date) -> bool:
    """Whether a brief is live in this week, not on hold, and more than an answer to an order."""
    monday = today - timedelta(days=today.weekday())
    return (
        brief.declared is Status.LIVE
        and not on_hold(brief, today)
        and brief.front.text("kind") != "transactional"
        and (brief.launch is None or brief.launch <= monday + timedelta(days=6))
        and (brief.ends is None or brief.ends >= monday)
    )


def segments(brief: Brief, playbook: Playbook) -> frozenset[str]:
    """The segments of the library that a brief is for."""
    named = {name for name in brief.front.texts("audience") if name in playbook.segments}
    return frozenset(named).union(*_linked(brief, playbook).values())


def _segments_of(row: Item, brief: Brief, playbook: Playbook) -> frozenset[str]:
    """Those that a channel is for: through the ids in its row, else all of the brief's."""
    linked = _linked(brief, playbook)
    named = cited((row.cell("segment") or row.passage).text, "S")
    if named and all(name in linked for name in named):
        return frozenset().union(*(linked[name] for name in named))
    return segments(brief, playbook)


def _linked(brief: Brief, playbook: Playbook) -> dict[str, frozenset[str]]:
    """The library pages that each segment of the brief links to."""
    pages = {page.path: name for name, page in playbook.segments.items()}
    found: dict[str, frozenset[str]] = {}
    for item in brief.items("audience"):
        names = frozenset(
            pages[path]
            for link in brief.links
            if item.span.start <= link.span.start < item.span.end
            and is_relative(link.target)
            and (path := resolve(brief.path, split_target(link.target)[0])) in pages
        )
        if item.id and names:
            found[item.id] = names
    return found
