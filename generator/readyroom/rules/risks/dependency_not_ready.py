"""This brief builds on another one that is not far enough, comes too late, or waits for this one.

## Why it matters
A campaign that sends people to a page that is not there yet fails for a reason that somebody knew.

Whatever it depends on is ready before it, and done where its end has passed. A part of a bigger
campaign names the goal of the whole that it serves.

## Bad
```brief
---
status: ready
lang: ru
launch: 2027-01-18
depends_on:
  - landing-2 ←
  - landing-ready
  - hall-spring ←
---
```

```brief
---
status: planned
lang: pl
depends_on: [circle] ←
---
```

```brief
---
status: planned
lang: zh-Hans
parent: big-spring ←
---
## 目标
- **G1** 2027-05-31 前新增 120 位志愿者
```

```page playbooks/landing-2.md
---
status: idea
---
```

```page playbooks/landing-ready.md
---
status: ready
---
```

```page playbooks/hall-spring.md
---
status: ready
launch: 2027-03-01
---
```

```page playbooks/circle.md
---
status: ready
depends_on: example
---
```

```page playbooks/big-spring.md
---
status: planned
---
## Goals
- **G1** 400 volunteers by 2027-05-31
```

## Good
```brief status=ready launch=2027-01-18 depends_on=landing-ready parent=big-spring lang=fil
## Mga layunin
- **G1** 120 bagong boluntaryo bago 2027-05-31 (big-spring#G1)
```

## Near misses
What lives in another repository is only checked for its form, and an idea may depend on ideas.

```brief status=ready depends_on=external:shop/checkout
## Why
The shop sends people to a checkout that another team looks after.
```

```brief status=idea depends_on=landing-2
## Why
The old page takes a minute to open.
```

## Known misses
The status of the other brief is taken at its word.

## Sources
Check that the pieces fit together; teams work against each other where information is missing.
"""

from __future__ import annotations

from collections.abc import Iterator

from readyroom.model.brief import Brief
from readyroom.model.dependencies import is_overdue, way_back
from readyroom.model.message import Message, msg
from readyroom.model.playbook import Playbook
from readyroom.model.references import mentions
from readyroom.model.rule import Context, Finding, Related, Rule
from readyroom.model.status import Pillar, Status

RULE = Rule(severity="·WWEE·", pillar=Pillar.SAFETY)

_EXTERNAL = "external:"


def applies(brief: Brief, context: Context) -> bool:
    """A dropped brief waits for nothing."""
    named = brief.front.get("depends_on") or brief.front.get("parent")
    return bool(named) and not brief.front.get("dropped")


def check(brief: Brief, context: Context) -> Iterator[Finding]:
    """At most one finding for each brief that is named; unknown ones are broken references."""
    for node in brief.front.nodes("depends_on"):
        other = context.playbook.brief(node.text.split("#")[0])
        if node.text.strip(" /") == _EXTERNAL:
            yield Finding(
                node.span,
                msg("Nothing stands behind `external:`."),
                msg("Write where the other work lives and what it is called."),
                example=msg("external:shop/checkout"),
                question=msg("Where could a colleague look it up?"),
            )
        elif other and (obstacle := _obstacle(brief, other, context)):
            message, step, example = obstacle
            seen = Related(other.place("status"), msg("This is the other brief."), other.path)
            yield Finding(
                node.span,
                message,
                step,
                related=(seen,),
                example=example,
                question=msg("What would people meet if the other part were missing on day one?"),
            )
    yield from _without_goal_of_parent(brief, context.playbook)


def _obstacle(
    brief: Brief, other: Brief, context: Context
) -> tuple[Message, Message, Message] | None:
    """Why this brief cannot build on the other one, what to do, and how that looks."""
    if way := way_back(brief, other, context.playbook):
        return (
            msg("These briefs wait for each other: {names}.", names=" → ".join((brief.id, *way))),
            msg("Take the one that can begin alone, and empty its `depends_on`."),
            msg("depends_on: []"),
        )
    if other.front.get("dropped"):
        return (
            msg("{id} was dropped, and this brief still depends on it.", id=other.id),
            msg("Take it out, or name what comes in its place."),
            msg("depends_on: []"),
        )
    if other.status < Status.READY:
        return (
            msg("{id} is not ready: it says `{status}`.", id=other.id, status=other.status.label),
            msg("Wait for it, help it along, or go without it."),
            msg("status: ready"),
        )
    if is_overdue(other, context.today):
        return (
            msg("{id} ended on {day} and is not done.", id=other.id, day=other.ends),
            msg("Ask its owner to close it with its results."),
            msg("status: done"),
        )
    if brief.launch and other.launch and other.launch > brief.launch:
        return (
            msg("{id} begins on {day}, after this brief.", id=other.id, day=other.launch),
            msg("Move one of the two launch days, or go without it."),
            msg("launch: {day}", day=other.launch),
        )
    return None


def _without_goal_of_parent(brief: Brief, playbook: Playbook) -> Iterator[Finding]:
    cited = {found.brief for found in mentions(brief) if found.id[0] == "G"}
    cited |= {name.split("#")[0] for name in brief.front.texts("supports")}
    for node in brief.front.nodes("parent"):
        parent = playbook.brief(node.text.split("#")[0])
        goals = [item for item in parent.ids.values() if item.id[0] == "G"] if parent else []
        if parent and goals and parent.id not in cited and brief.items("goals"):
            yield Finding(
                node.span,
                msg("No goal here says which goal of {parent} it serves.", parent=parent.id),
                msg("Name that goal behind one of yours."),
                related=(Related(goals[0].span, msg("This is a goal of the whole."), parent.path),),
                example=msg("({parent}#{goal})", parent=parent.id, goal=goals[0].id),
                question=msg("How much of the whole does this part have to bring?"),
            )
