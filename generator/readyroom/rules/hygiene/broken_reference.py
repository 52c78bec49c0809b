"""The brief points to something that is not there.

## Why it matters
An id or a link says “look there”, and where nothing is there everybody guesses differently.

## Bad
```brief
---
status: idea
supports: OBJ-2027-9 ←
audience: [S2] ←
repeats: autum-letters ←
contact_policy: ../policies/contact.md ←
---
## Goals
| id | goal |
| --- | --- |
| G1 | 120 first-time volunteers |
| G1 | 40 drivers | ←

## Audience
- **S1** Former helpers

See [the notes](evidence/talks.md) and [our files](../../secret.md). ←
```

```brief lang=zh-Hans
## 指标
- **M1** 首次到岗 120 人

## 风险
- M2超过 0.4% 就停 ←
- 支持 OBJ-2027-7，见[策略](strategy.md#aims) ←
```

```fixed
## 指标
- **M1** 首次到岗 120 人

## 风险
- M1超过 0.4% 就停
- 支持 OBJ-2027-1，见[策略](strategy.md#aims)
```

## Good
```page playbooks/strategy.md
# Strategy

## OBJ-2027-1 Full shifts
```

```page playbooks/autumn-letters.md
---
id: autumn-letters
status: done
---
## Retrospective
- **L1** Ask for replies; jo; from 2026-12-01
```

```brief lang=pl supports=OBJ-2027-1 repeats=autumn-letters
## Cele
- **G1** 120 osób ([OBJ-2027-1](strategy.md#obj-2027-1-full-shifts))

**Co zmieniamy:** autumn-letters#L1 przy G1, zob. [list](autumn-letters.md)
```

## Near misses
Paper, days and code are no references; nor are ids of a kind that this brief does not define.

```brief lang=fil
## Ebidensya
- **A1** Ang polyeto na A4 ay mas nababasa kaysa T-7 na email, tingnan ang `E9` at M2
```

## Known misses
Whether a web address still answers is not looked up.

## Sources
Information that does not agree breaks the work that follows.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import count

from readyroom.model.brief import Brief, Item
from readyroom.model.dangling import Dangling, dangling
from readyroom.model.fix import Edit, Fix
from readyroom.model.message import listing, msg, verbatim
from readyroom.model.references import close_names, definitions, repeated
from readyroom.model.rule import Context, Finding, Related, Rule

RULE = Rule(severity="EEEEEE")

# Looking for names that are spelled alike is slow; whoever breaks more has another problem.
_MOST_HELPED = 20


def check(brief: Brief, context: Context) -> Iterator[Finding]:
    for index, found in enumerate(dangling(brief, context.playbook)):
        near = close_names(found.name, found.known) if index < _MOST_HELPED else ()
        yield Finding(
            found.span,
            found.message,
            msg("One of these may be meant: {near}.", near=listing([*map(verbatim, near)]))
            if near
            else msg("Correct it, add what it points to, or take the mention out."),
            example=verbatim(near[0]) if near else found.sample,
            question=msg("Was it renamed, or was it never written?"),
            fix=_replacement(brief, found, near),
        )
    own = definitions(brief)
    for name, items in own.items():
        yield from (_twice(name, items[0], item, own) for item in repeated(items))


def _replacement(brief: Brief, found: Dangling, near: Sequence[str]) -> Fix | None:
    """The nearest name in place of one that stands there word for word."""
    written = brief.source.text[found.span.start : found.span.end]
    if not near or written != found.name:
        return None
    return Fix(msg("Write {name}", name=near[0]), (Edit(found.span, near[0]),), safe=False)


def _twice(name: str, first: Item, item: Item, own: Mapping[str, object]) -> Finding:
    at = item.text.find(name)
    return Finding(
        item.passage.span(at, at + len(name)),
        msg("{id} is used twice, so nobody knows which one is meant.", id=name),
        msg("Give this one the next free number."),
        related=(Related(first.span, msg("Here it is used first.")),),
        example=msg("{id}", id=_next_free(name, own)),
        question=msg("Which of the two do the other tables mean?"),
    )


def _next_free(name: str, own: Mapping[str, object]) -> str:
    numbers = (f"{name[0]}{number}" for number in count(1))
    return next(free for free in numbers if free not in own)
