"""The declared status promises more than the brief can show.

## Why it matters
People plan around a status: they book a room, free a week, sign a cheque.

The level is worked out from what is written down, so a status above it is a promise without cover.
Lowering it costs nothing and buys the time to close the gap.

## Bad
```brief
---
id: example
title: Example brief
status: ready ←
lang: en
---
## Goals
- **G1** 120 first-time volunteers by 2027-05-31 (45 in spring 2026)
```

```fixed
---
id: example
title: Example brief
status: idea
lang: en
---
## Goals
- **G1** 120 first-time volunteers by 2027-05-31 (45 in spring 2026)
```

```brief lang=pl
---
id: example
title: Przykład
status: planned ←
lang: pl
owner: ola
---
## Cele
- **G1** 90 nowych czytelników do 2027-05-31 (było 40 w maju 2026)
```

```brief lang=ru
---
id: example
title: Пример
status: done ←
lang: ru
---
```

## Good
```brief status=idea lang=zh-Hans
## 目标
- **G1** 2027-05-31 前新增 120 位首次志愿者（2026 年春季 45 位）
```

## Near misses
A plan that was stopped promises nothing any more.

```brief lang=fil
---
id: example
title: Halimbawa
status: ready
lang: fil
dropped: {on: 2026-11-10, reason: walang sapat na boluntaryo, lesson: magtanong muna}
---
## Mga layunin
- **G1** 120 bagong boluntaryo hanggang 2027-05-31
```

## Known misses
It cannot tell whether what is written down is true.

## Sources
Fast is not the same as ready: work starts when the research is finished, the goals are clear and
the tools run.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from readyroom.model.brief import Brief
from readyroom.model.fix import Edit, Fix
from readyroom.model.message import Message, msg, plural, sentences
from readyroom.model.names import LEVELS
from readyroom.model.rule import Context, Finding, Rule

RULE = Rule(severity="·EEEEE", core=True, needs_level=True)

_MOST = 3


def applies(brief: Brief, context: Context) -> bool:
    """A dropped brief claims nothing any more."""
    return brief.declared is not None and not brief.front.get("dropped")


def check(brief: Brief, context: Context) -> Iterator[Finding]:
    claimed = brief.status.level
    if context.level is None or context.level >= claimed:
        return
    reached, written = context.level.status.label, brief.front.get("status")
    unmet = [gap.message for gap in context.missing if gap.level <= claimed]
    yield Finding(
        brief.place("status"),
        msg(
            "`status: {status}` says more than this brief shows, which is level {number} "
            "({level}). What holds it back: {gaps}",
            status=brief.status.label,
            number=int(context.level),
            level=LEVELS[context.level],
            gaps=sentences(_shown(unmet)),
        ),
        msg("Lower the status for now, and close the gaps one by one."),
        example=msg("status: {status}", status=reached),
        question=msg("Which of the gaps can be closed this week?"),
        fix=Fix(
            msg("Set the status to `{status}`", status=reached),
            (Edit(written.span, reached),),
            safe=False,
        )
        if written
        else None,
    )


def _shown(gaps: Sequence[Message]) -> list[Message]:
    """The first gaps; `readyroom readiness` lists them all."""
    rest = len(gaps) - _MOST
    if rest <= 1:
        return list(gaps)
    more = plural("And {number} more gap.", "And {number} more gaps.", rest)
    return [*gaps[:_MOST], more]
