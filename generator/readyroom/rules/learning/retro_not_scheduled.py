"""No day and no person are set for looking back.

## Why it matters
A retrospective without a date does not happen: on the last day of a campaign the next one is
already louder. Set a day within a month of the end, while people still remember, and say who calls
the meeting.

## Bad
```brief
---
id: example
title: Example brief
status: ready
lang: en
ends: 2027-01-31 ←
team: {retro: jo}
---
```

```brief lang=pl
---
id: example
title: Przykład
status: ready
lang: pl
ends: 2027-01-31
retro_by: 2027-06-30 ←
---
## Zespół i rytm ←
| rola | osoba | co robi | zastępstwo |
| --- | --- | --- | --- |
| treść | ola | pisze listy | jan |
```

## Good
```brief lang=zh-Hans
---
id: example
title: 示例
status: ready
lang: zh-Hans
ends: 2027-01-31
retro_by: 2027-02-12
---
## 团队与节奏
| 角色 | 人 | 做什么 | 替补 |
| --- | --- | --- | --- |
| 复盘 | 文浩 | 召集复盘会 | 美琳 |
```

```brief lang=ru
---
id: example
title: Пример
status: live
lang: ru
kind: always-on
retro_every: 90d
---
## Команда и ритм
- Вера ведёт ретроспективу, Лев приносит числа
```

## Near misses
Two weeks after the end is early enough for a plan that is not ready yet.

```brief status=planned lang=fil
## Koponan at ritmo
- Ana: sumusulat
```

## Known misses
It does not check that the person is free on that day.

## Sources
After each push, hold a review of why it worked or failed.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

from readyroom.model.brief import BlockKind, Brief
from readyroom.model.message import msg
from readyroom.model.rule import Context, Finding, Rule
from readyroom.model.status import Pillar

_SUGGESTED = timedelta(days=14)


@dataclass(frozen=True, slots=True)
class Options:
    """How many days after the end the retrospective may be at the latest."""

    latest_days: int = 30


RULE = Rule(severity="··WEEE", core=True, pillar=Pillar.LEARNING, options=Options)


def check(brief: Brief, context: Context) -> Iterator[Finding]:
    if not brief.front.get("retro_every"):
        yield from _day(brief, context.options.latest_days)
    if not _has_person(brief, context):
        yield Finding(
            brief.place("team", "retro_by"),
            msg("Nobody is named to run the retrospective."),
            msg(
                "Add one person to the team: `retro: jo`. "
                "Who was close enough to tell and far enough away to ask?"
            ),
        )


def _day(brief: Brief, latest_days: int) -> Iterator[Finding]:
    node, ends = brief.front.get("retro_by"), brief.ends
    day = node.date if node else None
    if node is None or day is None:
        if node is None or not node.text:
            message = msg("No day is set for the retrospective.")
        else:
            message = msg("`retro_by: {written}` is not a day.", written=node.text)
        yield Finding(
            node.span if node else brief.place("ends"),
            message,
            msg("Add a day within a month of the end: `retro_by: {day}`.", day=ends + _SUGGESTED)
            if ends
            else msg("Add `ends:` and a day within a month of it: `retro_by: 2027-02-12`."),
        )
    elif ends and day < ends:
        yield Finding(
            node.span,
            msg("The retrospective on {day} comes before the end on {ends}.", day=day, ends=ends),
            msg("Move it behind the end: `retro_by: {day}`.", day=ends + _SUGGESTED),
        )
    elif ends and (day - ends).days > latest_days:
        yield Finding(
            node.span,
            msg(
                "The retrospective is {days} days after the end; by then nobody remembers.",
                days=(day - ends).days,
            ),
            msg(
                "Choose a day within {limit} days: `retro_by: {day}`.",
                limit=latest_days,
                day=ends + _SUGGESTED,
            ),
        )


def _has_person(brief: Brief, context: Context) -> bool:
    """Somebody in `team.retro`, or a line of the Team section that speaks of the retrospective."""
    team = brief.front.get("team")
    role = team.get("retro") if team else None
    if role and role.text:
        return True
    retrospective = context.words("retrospective")
    return any(
        block.passage.text in retrospective
        for block in brief.blocks("team")
        if block.kind is not BlockKind.HEADING
    )
