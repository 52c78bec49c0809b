"""The launch follows so closely that nobody has time to think again.

## Why it matters
In a few planned days of rest a wrong number, a clumsy sentence or a better date turns up.

Most early launches come from the fear of looking idle. Big campaigns (tier 1) get 14 days between
the last look and the launch, normal ones 7, small ones 2.

## Bad
```brief
---
status: ready
created: 2026-11-20
launch: 2026-11-23 ←
---
```

```brief lang=pl
---
status: validated
lang: pl
tier: 1
created: 2026-10-01
launch: 2026-12-01 ←
reviewers:
  - {by: tomek, on: 2026-11-20, outcome: ok}
---
```

## Good
```brief lang=ru
---
status: ready
lang: ru
created: 2026-11-02
launch: 2026-12-01
reviewers:
  - {by: vera, on: 2026-11-19, outcome: change}
---
```

```brief lang=zh-Hans
---
status: planned
lang: zh-Hans
tier: 3
created: 2026-11-20
launch: 2026-11-22
---
```

## Near misses
A crisis message cannot wait.

```brief lang=fil
---
status: ready
lang: fil
kind: incident
created: 2026-11-22
launch: 2026-11-22
---
```

## Known misses
It does not see that a brief went from idea to ready in one evening; the dates have to tell.

## Sources
Pause before acting: a pause is planned room, not idleness.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from readyroom.model.brief import Brief, Node
from readyroom.model.message import Message, msg
from readyroom.model.rule import Context, Finding, Related, Rule
from readyroom.model.status import Pillar


@dataclass(frozen=True, slots=True)
class Options:
    """Days between the last look at a brief and its launch, by tier."""

    tier_1: int = 14
    tier_2: int = 7
    tier_3: int = 2


RULE = Rule(severity="·WWE··", core=True, pillar=Pillar.SAFETY, options=Options)


def applies(brief: Brief, context: Context) -> bool:
    """An incident cannot wait."""
    return brief.front.text("kind") != "incident"


def check(brief: Brief, context: Context) -> Iterator[Finding]:
    launch = brief.front.get("launch")
    if not launch or not launch.date:
        return
    clock = max(_clocks(brief, launch.date), key=lambda found: found[0], default=None)
    pause: int = getattr(context.options, f"tier_{brief.tier}")
    if not clock or (launch.date - clock[0]).days >= pause:
        return
    since, node, message = clock
    earliest = since + timedelta(days=pause)
    yield Finding(
        launch.span,
        msg(
            "The pause before this launch is {days} of {pause} days. {since}",
            days=max(0, (launch.date - since).days),
            pause=pause,
            since=message,
        ),
        msg(
            "Move `launch:` to {earliest} or later; a crisis or service message says "
            "`kind: incident`.",
            earliest=earliest,
        ),
        related=(Related(node.key, message),),
        example=msg("launch: {earliest}", earliest=earliest),
        question=msg("What do we take for granted, and who could prove us wrong?"),
    )


def _clocks(brief: Brief, launch: date) -> Iterator[tuple[date, Node, Message]]:
    """The days from which the pause may count; a review after the launch belongs to the next."""
    created = brief.front.get("created")
    if created and created.date:
        yield created.date, created, msg("The brief was begun on {day}.", day=created.date)
    reviewers = brief.front.get("reviewers")
    for entry in reviewers.nodes if reviewers else ():
        on = entry.get("on")
        if on and on.date and on.date <= launch:
            yield on.date, on, msg("The last review was on {day}.", day=on.date)
