"""There is no day on which it starts, or that day has passed in silence.

## Why it matters
Everything that has to be ready is planned backwards from one day. "Spring" cannot be booked,
printed or staffed. And when the day passes and nothing starts, say so: go with a new day, or hold.

## Bad
```brief
---
id: example
title: Example brief
status: validated
lang: en
---
## Timeline ←
- Launch: spring
```

```brief
---
id: example
title: Przykład
status: ready
lang: pl
launch: wiosna ←
---
```

```brief
---
id: example
title: Пример
status: planned
lang: ru
launch: 2026-11-10 ←
ends: 2026-12-20
---
```

```brief
---
id: example
title: 示例
status: ready
lang: zh-Hans
launch: 2027-01-18
ends: 2027-01-08 ←
---
```

## Good
```brief status=validated launch=2027-01-18 ends=2027-05-31 lang=fil
## Iskedyul
- 2027-01-18: unang email
```

## Near misses
A brief on hold has stopped its clock; a plan by somebody else may name its day in a sentence.

```brief
---
id: example
title: Example brief
status: ready
lang: en
launch: 2026-11-10
hold: {since: 2026-11-08, reason: the printer is closed}
---
```

```brief foreign
# Plan
We open on 12 March 2027 with ten stalls.
```

## Known misses
A day that is a bank holiday is not noticed.

## Sources
Timing is approved before a launch; content, channel and time are planned together.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from readyroom.model.brief import Block, BlockKind, Brief, Node
from readyroom.model.message import msg
from readyroom.model.pauses import on_hold
from readyroom.model.rule import Context, Finding, Rule
from readyroom.model.schema import KEYS
from readyroom.model.status import Pillar, Severities, Status
from readyroom.model.values import DateKind

RULE = Rule(severity="··WEEE", pillar=Pillar.PEOPLE, presence_of="launch", foreign=True)

_SLIPPED = Severities("·WWW··")
_FOREIGN = Severities("·W····")
_ISO = re.compile(r"(?<!\d)\d{4}-\d\d-\d\d(?!\d)")
_STARTS = ("launch", "start", "start_date", "starts", "begin")


def applies(brief: Brief, context: Context) -> bool:
    """A dropped brief launches nothing."""
    return not brief.front.get("dropped")


def check(brief: Brief, context: Context) -> Iterator[Finding]:
    if brief.foreign:
        if not _names_day(brief, context):
            yield _missing(brief, _FOREIGN)
        return
    launch, ends = brief.front.get("launch"), brief.front.get("ends")
    if launch is None:
        yield _missing(brief)
    elif launch.date is None:
        if not KEYS["launch"].mismatch(launch):
            yield Finding(
                launch.span,
                msg("“{written}” is not a day.", written=launch.text),
                msg("Write the full date: `launch: 2027-01-18`. Which day would you book?"),
            )
    elif ends and ends.date and ends.date < launch.date:
        yield Finding(
            ends.span,
            msg("It ends before it begins on {launch}.", launch=launch.date),
            msg("Check both days: `launch:` is the first, `ends:` the last."),
        )
    elif (
        launch.date < context.today
        and brief.status < Status.LIVE
        and not on_hold(brief, context.today)
    ):
        yield _slipped(brief, launch, launch.date)


def _missing(brief: Brief, severity: Severities | None = None) -> Finding:
    return Finding(
        brief.place("launch", "timeline"),
        msg("No day is set on which this starts."),
        msg("Add the full date to the front matter: `launch: 2027-01-18`. Who agreed to it?"),
        severity,
    )


def _slipped(brief: Brief, launch: Node, day: date) -> Finding:
    return Finding(
        launch.span,
        msg("The launch day {day} has passed, and the brief is not live.", day=day),
        msg("Go or hold? Write `status: live`, a new `launch:`, or `hold:` with a reason.")
        if brief.status is Status.READY
        else msg("Set a new `launch:`, or `hold:` with a reason. What are you waiting for?"),
        _SLIPPED,
    )


def _names_day(brief: Brief, context: Context) -> bool:
    """Whether somebody else's plan names a day that is not only the day it was written on."""
    if any(re.match(r"\d{4}[-/.]\d\d?[-/.]\d\d?", brief.front.text(name)) for name in _STARTS):
        return True
    title = [Block(BlockKind.HEADING, brief.heading)] if brief.heading else []
    blocks = [*title, *(block for section in brief.sections for block in section.blocks)]
    return any(_is_day(block, context) for block in blocks)


def _is_day(block: Block, context: Context) -> bool:
    text, written_on = block.passage.text, context.words("document_date")
    if block.kind is BlockKind.CODE:
        return bool(_ISO.search(text))
    days = [
        found
        for found in block.passage.dates
        if found.kind is DateKind.DAY
        and text[max(0, found.start - 20) : found.start] not in written_on
    ]
    return len(days) > 1 or any(not found.assumed_year for found in days)
