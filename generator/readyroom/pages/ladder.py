"""The ladder page: what each level asks for, from the rules and from the ladder itself."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from readyroom.linting.ladder import Climb, climb
from readyroom.linting.rule_page import read_page
from readyroom.model.brief import Brief
from readyroom.model.message import Message, msg
from readyroom.model.rule import Missing
from readyroom.model.status import Level, Pillar
from readyroom.model.text import Source
from readyroom.pages.edition import LADDER, Edition
from readyroom.pages.page import PageKind, SitePage
from readyroom.pages.render import TocEntry
from readyroom.pages.templates import say
from readyroom.parsing.brief import parse_file
from readyroom.rules import RegisteredRule

MEANING = {
    Level.DRAFT: msg("A file that somebody has started. Nothing is expected of it yet."),
    Level.IDEA: msg(
        "Somebody stands behind it, says why it is worth doing, and by when it is planned or "
        "dropped."
    ),
    Level.PLANNED: msg(
        "What we want, for whom, how we will measure it and how we will listen is written down."
    ),
    Level.VALIDATED: msg(
        "Real people have been asked or watched, and we know beforehand which number leads to "
        "which decision."
    ),
    Level.READY: msg(
        "Nothing that we know of is missing: checked by a second person, with a way to stop."
    ),
    Level.LIVE: msg("It runs, it was Ready before it ran, and its decisions wait for the data."),
    Level.DONE: msg("It has ended and every metric has its actual value, date and verdict."),
    Level.LEARNED: msg(
        "At least one lesson has an owner and a start date, and every open question has an answer."
    ),
}

SIDE_STATES = (
    ("ahead", msg("Ahead of its evidence"), msg(
        "The declared status is above the computed level. The page names what closes the gap."
    )),
    ("slipped", msg("Slipped"), msg("The launch day has passed and the brief is not live.")),
    ("hold", msg("On hold"), msg(
        "Waiting on purpose, with a reason and a date. The clock is stopped."
    )),
    ("dropped", msg("Dropped"), msg(
        "Stopped before more was spent. That is the pause doing its work, not a failure."
    )),
)  # fmt: skip

PILLARS = {
    Pillar.STRATEGY: msg("Strategy"),
    Pillar.AUDIENCE: msg("Audience and message"),
    Pillar.EVIDENCE: msg("Evidence and data"),
    Pillar.MEASURES: msg("Measures and feedback"),
    Pillar.PEOPLE: msg("People and plan"),
    Pillar.SAFETY: msg("Safety"),
    Pillar.LEARNING: msg("Learning"),
}

# Briefs that lack everything: what the ladder says about them is the list of its conditions.
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
| source | question |
| --- | --- |
| replies | what nearly stopped you? |
"""


@dataclass(frozen=True, slots=True)
class Condition:
    """A condition that the ladder checks itself: its anchor, what to do, and what is shown."""

    anchor: str
    step: Message
    message: Message
    rule: str


def condition_anchor(level: Level, section: str) -> str:
    """The place of a condition on the ladder page."""
    return f"{level.label.lower()}-{section.replace('_', '-') or 'gate'}"


@cache
def conditions(level: Level) -> tuple[Condition, ...]:
    """What the ladder itself asks for at a level, besides the rules."""
    found: dict[str, Missing] = {}
    for text in (_EMPTY, _UNANSWERED):
        for gap in _gaps(text):
            if gap.level is level:
                found.setdefault(condition_anchor(level, gap.section), gap)
    return tuple(
        Condition(anchor, gap.step, gap.message, gap.section) for anchor, gap in found.items()
    )


def _gaps(text: str) -> Iterator[Missing]:
    brief = parse_file(Source("example.md", text))
    if isinstance(brief, Brief):
        yield from climb(Climb(brief, LAST_DAY, {}, {}))[1]


def proof_link(edition: Edition, start: str, gap: Missing) -> str:
    """Where a missing proof is explained: its rule's page, else its place on the ladder page."""
    if link := edition.rule_link(start, gap.rule):
        return link
    return edition.addresses.link(start, LADDER, condition_anchor(gap.level, gap.section))
