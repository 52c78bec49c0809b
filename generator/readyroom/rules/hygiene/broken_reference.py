"""The brief points to something that is not there.

## Why it matters
An id or a link is a promise: look there, it is explained. When goal, metric or notes have moved,
readers fill the gap with guesses, and everybody guesses differently.

## Bad
```brief
---
id: example
title: Example brief
status: idea
lang: en
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
- **S1** Former helpers within 5 km

## Tactics
- **T1** Call ten former helpers (G3) ←

See [the notes](evidence/talks.md), [the plan](strategy.md#aims) and
[our files](../../secret.md). ←
```

```brief lang=zh-Hans
## 指标
- **M1** 首次到岗 120 人

## 风险
- 照 autumn-letters#L7，M2超过 0.4% 就停 ←
```

```brief lang=ru
## Зачем
Поддерживаем OBJ-2027-7. ←
```

## Good
```page playbooks/strategy.md
# Strategy

## OBJ-2027-1 Full shifts
```

```page playbooks/autumn-letters.md
---
id: autumn-letters
title: Letters in autumn
status: done
lang: en
---
## Retrospective
- **L1** Ask for replies; jo; from 2026-12-01
```

```page playbooks/audiences/drivers.md
# Drivers
```

```brief lang=pl supports=OBJ-2027-1 audience=drivers repeats=autumn-letters
## Cele
- **G1** 120 osób ([OBJ-2027-1](strategy.md#obj-2027-1-full-shifts))

**Co zmieniamy:** autumn-letters#L1 przy G1, zob. [list](autumn-letters.md)
```

## Near misses
Paper, days and code are no references; nor are ids of a kind that this brief does not define.

```brief lang=fil
## Ebidensya
- **A1** Ang polyeto na A4 ay mas nababasa kaysa T-7 na email, tingnan ang `E9`

> Sabi ng isang boluntaryo: "sa E5 ako nakatira"
```

## Known misses
Whether a web address still answers is not looked up.

## Sources
Information that does not agree breaks the work that follows from it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from difflib import get_close_matches

from readyroom.model.brief import Brief, Link
from readyroom.model.links import is_relative, resolve, split_target
from readyroom.model.message import Message, msg
from readyroom.model.playbook import Playbook
from readyroom.model.references import (
    definitions,
    mentions,
    objective_mentions,
    repeated,
)
from readyroom.model.rule import Context, Finding, Related, Rule
from readyroom.model.text import Span

RULE = Rule(severity="EEEEEE")

_BRIEFS = ("parent", "depends_on", "repeats", "supersedes", "evidence_from")
_EXTERNAL = "external:"


def check(brief: Brief, context: Context) -> Iterator[Finding]:
    yield from _front(brief, context.playbook)
    yield from _ids(brief, context.playbook)
    yield from _links(brief, context.playbook)
