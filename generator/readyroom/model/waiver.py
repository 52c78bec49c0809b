"""Waivers: findings that a person has set aside, with a reason and an end date."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from unicodedata import east_asian_width

from readyroom.model.brief import Brief, Node
from readyroom.model.status import Status
from readyroom.model.text import Span

MIN_REASON = 10
MAX_DAYS = 90


@dataclass(frozen=True, slots=True)
class Waiver:
    """An entry of `lint.ignore` as it was written; `until` is None where it is not a date."""

    rule: str
    reason: str
    by: str
    until: date | None
    confirmed_by: str
    span: Span

    def active(self, today: date) -> bool:
        """Whether it has a rule, a reason and a person, and has not run out."""
        return bool(
            self.rule
            and is_reason(self.reason)
            and self.by
            and self.until
            and today <= self.until
            and (self.until - today).days <= MAX_DAYS
        )

    def confirmed(self, brief: Brief) -> bool:
        """Whether a second person, neither the owner nor the one who asked, stands behind it."""
        others = {_handle(brief.front.text("owner")), _handle(self.by), ""}
        return _handle(self.confirmed_by) not in others

    def counts_as_clean(self, brief: Brief, *, core: bool, status: Status) -> bool:
        """Whether a gate may pass with it: a core rule from ready on takes a second person."""
        return not core or status < Status.READY or self.confirmed(brief)


def _handle(written: str) -> str:
    """ "@Ana" and "ana" are one person."""
    return written.casefold().removeprefix("@").strip()


def is_reason(text: str) -> bool:
    """Whether a reason has ten characters or more; a wide one (Chinese) counts twice."""
    return sum(1 + (east_asian_width(char) in "WF") for char in text.strip()) >= MIN_REASON


def entries(brief: Brief) -> tuple[Node, ...]:
    """The nodes under `lint.ignore`, whatever they are."""
    lint = brief.front.get("lint")
    ignore = lint.get("ignore") if lint else None
    return ignore.nodes if ignore else ()


def read_waivers(brief: Brief) -> Iterator[Waiver]:
    """The waivers of a brief; entries that are no mapping are left to the rule on waivers."""
    for node in entries(brief):
        if isinstance(node.value, Mapping):
            until = node.get("until")
            yield Waiver(
                _text(node, "rule"),
                _text(node, "reason"),
                _text(node, "by"),
                until.date if until else None,
                _text(node, "confirmed_by"),
                node.span,
            )


def active_waivers(brief: Brief, today: date) -> Mapping[str, Waiver]:
    """The waivers that hold today by rule; of several for one rule a confirmed one counts."""
    active = (waiver for waiver in read_waivers(brief) if waiver.active(today))
    return {found.rule: found for found in sorted(active, key=lambda w: w.confirmed(brief))}


def _text(node: Node, name: str) -> str:
    found = node.get(name)
    return found.text if found else ""
