"""Nobody but the owner has looked at the brief before it goes out.

## Why it matters
Whoever wrote a plan reads what was meant, and a second person reads what is there.

Ask somebody who is not the owner, within sixty days before the launch, and write down what they
said: ok, change or stop. A big campaign (tier 1) needs two, one of them from outside the team. Who
works alone asks a customer or a friend of the house.

## Bad
```brief
---
status: ready
owner: ana
launch: 2027-01-18
reviewers: ←
  - {by: ana, on: 2026-11-20, outcome: ok}
---
```

```brief lang=pl
---
status: validated
lang: pl
owner: ola
launch: 2027-01-18
reviewers: [marek] ←
---
```

```brief
---
status: ready
lang: zh-Hans
tier: 1
owner: 小雨
team: {data: 文浩, approver: 美林}
launch: 2027-01-18
reviewers: ←
  - {by: 文浩, on: 2026-12-20, outcome: ok}
  - {by: 美林, on: 2026-12-21, outcome: change}
---
```

## Good
```brief
---
status: ready
lang: ru
owner: вера
launch: 2027-01-18
reviewers:
  - {by: тамара из библиотеки, on: 2026-12-19, outcome: change}
---
```

```brief
---
status: ready
tier: 1
owner: ana
team: {approver: mira}
launch: 2027-01-18
reviewers:
  - {by: mira, on: 2026-11-20, outcome: ok}
  - {by: ruben, on: 2026-11-21, outcome: ok}
---
```

## Near misses
An old look and a fresh one together are fine, and so is a fresh one long before the launch; a day
that cannot be read is the business of front-matter-invalid.

```brief
---
status: validated
owner: ana
launch: 2027-08-30
reviewers:
  - {by: ruben, on: 2026-11-20, outcome: ok}
---
```

```brief
---
status: ready
lang: fil
owner: liza
launch: 2027-01-18
reviewers:
  - {by: jun, on: 2026-06-01, outcome: stop}
  - {by: jun, on: 2027-01-04, outcome: ok}
---
```

## Known misses
It cannot tell whether the second person had time, or was free to say no.

## Sources
A second opinion shows what you missed, and data still need a human eye.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

from readyroom.meaning.crew import named_owners, owner_keys, person_key, team_keys
from readyroom.model.brief import Brief, Node
from readyroom.model.message import Message, msg
from readyroom.model.rule import Context, Finding, Related, Rule
from readyroom.model.status import Pillar, Status


@dataclass(frozen=True, slots=True)
class Options:
    """How many days before the launch a review still counts."""

    max_days: int = 60


RULE = Rule(severity="··WEE·", pillar=Pillar.SAFETY, options=Options)

_NEEDED_FOR_BIG = 2
_OUTSIDER = msg("ruben from the library")


def check(brief: Brief, context: Context) -> Iterator[Finding]:
    listed = brief.front.get("reviewers")
    owners = owner_keys(brief)
    entries = (listed.nodes or (listed,)) if listed else ()
    others = [entry for entry in entries if _name(entry) not in ("", *owners)]
    complete = [entry for entry in others if _is_complete(entry)]
    counted = [entry for entry in complete if _is_in_time(entry, brief, context)]
    names = {_name(entry) for entry in counted}
    if not others:
        yield _finding(brief, msg("Nobody but the owner has looked at this."))
    elif not complete:
        yield _finding(brief, msg("The second opinion has no day, or no outcome."))
    elif not counted:
        yield _finding(
            brief,
            msg(
                "No second opinion falls into the {days} days before the launch.",
                days=context.options.max_days,
            ),
        )
    elif brief.tier == 1 and len(names) < _NEEDED_FOR_BIG:
        yield _finding(brief, msg("A big campaign needs two second opinions, and this has one."))
    elif brief.tier == 1 and names <= team_keys(brief):
        yield _finding(brief, msg("All second opinions come from the team itself."), _OUTSIDER)


def _finding(brief: Brief, message: Message, name: Message | str = "tomek") -> Finding:
    owners = list(named_owners(brief))
    return Finding(
        brief.place("reviewers"),
        message,
        msg("Let somebody else read it, and add their name, the day and the outcome."),
        example=msg("- {{by: {name}, on: 2026-11-28, outcome: ok}}", name=name),
        question=msg("Who would tell you frankly that this is not good enough?"),
        related=tuple(Related(span, msg("This is the owner.")) for _, span in owners[:1]),
    )


def _name(entry: Node) -> str:
    """Who reviewed, as names are compared, "" where nobody is named."""
    by = entry.get("by") if entry.get("by") else entry
    return person_key(by.text) if by else ""


def _is_complete(entry: Node) -> bool:
    """Day and outcome are filled in; whether they can be read is another rule's business."""
    return all(node and node.text for node in (entry.get("on"), entry.get("outcome")))


def _is_in_time(entry: Node, brief: Brief, context: Context) -> bool:
    """Shortly before the launch, or lately while that is far away; where the day has slipped it
    will move, and any review counts."""
    on, launch = entry.get("on"), brief.launch
    if not launch or not on or not on.date:
        return True
    if launch < context.today and brief.status < Status.LIVE:
        return True
    oldest = min(launch, context.today) - timedelta(days=context.options.max_days)
    return oldest <= on.date <= launch
