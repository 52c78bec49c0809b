"""The conditions that the ladder checks itself, and where a missing proof is explained."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from readyroom.linting.gates import Climb
from readyroom.linting.ladder import climb
from readyroom.model.brief import Brief
from readyroom.model.message import Message
from readyroom.model.rule import Missing
from readyroom.model.status import Level
from readyroom.model.text import Source
from readyroom.pages.edition import LADDER, Edition
from readyroom.parsing.brief import parse_file

# Two briefs that lack everything: what the ladder asks of them is the list of its conditions.
_EMPTY = "---\nstatus: idea\n---\n"
_UNANSWERED = """---
status: live
launch: 2000-01-01
ends: 2000-02-01
---
## Metrics
| id | metric |
| --- | --- |
| M1 | sign-ups |

## Data thresholds
| id | decision |
| --- | --- |
| D1 | go on |

## Evidence
| id | kind | question or claim |
| --- | --- | --- |
| A1 | assumption | people read it |

## Feedback plan
| id | source | question |
| --- | --- | --- |
| F1 | replies | what nearly stopped you? |
"""
_LATER = date(2001, 1, 1)


@dataclass(frozen=True, slots=True)
class Condition:
    """A condition of a level: its anchor on the ladder page, the section or front-matter key that
    it is about, what to do, and what a brief without it is told."""

    anchor: str
    section: str
    step: Message
    message: Message


def condition_anchor(level: Level, section: str) -> str:
    """The place of a condition on the ladder page."""
    return f"{level.label.lower()}-{section.replace('_', '-') or 'gate'}"


@cache
def conditions(level: Level) -> tuple[Condition, ...]:
    """What the ladder itself asks for at a level, besides the rules."""
    found: dict[str, Condition] = {}
    for text in (_EMPTY, _UNANSWERED):
        for gap in _gaps(text):
            anchor = condition_anchor(gap.level, gap.section)
            if gap.level is level and anchor not in found:
                found[anchor] = Condition(anchor, gap.section, gap.step, gap.message)
    return tuple(found.values())


def _gaps(text: str) -> Iterator[Missing]:
    brief = parse_file(Source("example.md", text))
    if isinstance(brief, Brief):
        yield from climb(Climb(brief, _LATER, {}, {}))[1]


def proof_link(edition: Edition, start: str, gap: Missing) -> str:
    """Where a missing proof is explained: its rule's page, else its place on the ladder page."""
    return edition.rule_link(start, gap.rule) or edition.addresses.link(
        start, LADDER, condition_anchor(gap.level, gap.section)
    )
