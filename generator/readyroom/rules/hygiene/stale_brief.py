"""Nobody has touched this brief for longer than its status allows.

## Why it matters
While a brief lies still, people, prices and rivals move on, and soon it describes a plan that
nobody follows.

An idea may rest longer than a plan, and a plan longer than something that is about to go out.
Waiting is fine where it is said: `hold:` with a reason stops the clock.

## Bad
```brief
---
id: example
title: Example brief
status: planned
lang: en
updated: 2026-06-01 ←
---
```

```brief
---
id: example
title: Пример
status: ready
lang: ru
updated: 2026-11-06 ← 16 days
---
```

```brief
---
id: example
title: Halimbawa
status: live
lang: fil
updated: 2026-10-30 ←
hold: {since: 2026-10-01, reason: hinihintay ang resulta ng D1, until: 2026-10-20}
---
```

## Good
```brief
---
id: example
title: 示例
status: live
lang: zh-Hans
updated: 2026-11-16
---
```

```brief
---
id: example
title: Przykład
status: planned
lang: pl
updated: 2026-06-01
hold: {since: 2026-06-01, reason: czekamy na wynik D1}
---
```

## Near misses
An idea has two months, and what is over need not change any more.

```brief status=idea updated=2026-10-01
```

```brief status=done updated=2026-06-01
```

Where neither `updated:` nor a history tells the day, nothing is said.

```brief status=live
```

## Known misses
A day that was moved forward without a look at the text counts as a change.

## Sources
A strategy follows what happens around it; waiting is work that has a reason.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

from readyroom.model.brief import Brief
from readyroom.model.message import msg, plural
from readyroom.model.pauses import on_hold
from readyroom.model.rule import Context, Finding, Rule
from readyroom.model.status import Pillar, Status


@dataclass(frozen=True, slots=True)
class Options:
    """How many days a brief may rest in each status."""

    idea: int = 60
    planned: int = 30
    validated: int = 30
    ready: int = 14
    live: int = 14


RULE = Rule(severity="iWWWW·", pillar=Pillar.LEARNING, options=Options)


def applies(brief: Brief, context: Context) -> bool:
    """While somebody should be working on it."""
    waits = on_hold(brief, context.today) or brief.front.get("dropped")
    return brief.status is not Status.DONE and not waits


def check(brief: Brief, context: Context) -> Iterator[Finding]:
    updated = brief.front.get("updated")
    changed = (updated and updated.date) or context.playbook.changed.get(brief.path)
    limit = timedelta(days=getattr(context.options, brief.status.label))
    if changed is None or context.today - changed <= limit:
        return
    yield Finding(
        updated.span if updated else brief.place(),
        msg(
            "The last change is from {day}, {ago}.",
            day=changed,
            ago=plural("{number} day ago", "{number} days ago", (context.today - changed).days),
        ),
        msg(
            "Read it through, correct what is no longer true and set `updated:`. If it waits, say "
            "so with `hold:` and a reason; if it is over, with `dropped:`."
        ),
        example=msg("updated: {today}", today=context.today),
        question=msg("What has changed since then for the people you want to reach?"),
    )
