"""No day and no person are set for looking back.

## Why it matters
A look back without a date does not happen, because on the last day the next campaign is already
louder.

Set a day within a month of the end, while people still remember, and say who calls the meeting.

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

```fixed
---
id: example
title: Example brief
status: ready
lang: en
ends: 2027-01-31
retro_by: 2027-02-14
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

Once it was held, by whom stands below it.

```brief status=done owner=ola lang=pl ends=2026-10-31 retro_by=2026-11-14
## Retrospektywa
Spotkanie 2026-11-12: ola i jan.
```

## Known misses
It does not check that the person is free on that day.

## Sources
After each push, hold a review of why it worked or failed.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from readyroom.meaning.looking_back import has_retro_lead
from readyroom.model.brief import Brief, Node
from readyroom.model.fix import Edit, Fix
from readyroom.model.message import Message, msg, plural
from readyroom.model.rule import Context, Finding, Rule
from readyroom.model.status import Pillar
from readyroom.model.text import Span

_SUGGESTED = timedelta(days=14)


@dataclass(frozen=True, slots=True)
class Options:
    """How many days after the end the retrospective may be at the latest."""

    latest_days: int = 30


RULE = Rule(severity="··WEEE", core=True, pillar=Pillar.LEARNING, options=Options)


def check(brief: Brief, context: Context) -> Iterator[Finding]:
    if not brief.front.get("retro_every"):
        yield from _day(brief, context.options.latest_days)
    if not has_retro_lead(brief):
        yield Finding(
            brief.place("team", "retro_by"),
            msg("Nobody is named to run the retrospective."),
            msg("In the team, name one person who runs the retrospective."),
            example=msg("team: {{retro: jo}}"),
            question=msg("Who knows the work and can still ask without defending it?"),
        )


def _day(brief: Brief, latest_days: int) -> Iterator[Finding]:
    node, ends = brief.front.get("retro_by"), brief.ends
    if ends and brief.launch and ends < brief.launch:
        return  # launch-date-missing says so
    wrong = _wrong(node, ends, latest_days)
    if wrong:
        day = ends + _SUGGESTED if ends else None
        yield Finding(
            node.span if node else brief.place("ends"),
            wrong,
            msg("Choose a day within {limit} days of the end.", limit=latest_days)
            if ends
            else msg("Set the last day with `ends:`, or `retro_every:` for work that never ends."),
            example=msg("retro_by: {day}", day=day or "2027-02-12"),
            question=msg("When are the last numbers in, and everybody still remembers?"),
            fix=_fix(brief, node, day) if day else None,
        )


def _wrong(node: Node | None, ends: date | None, latest_days: int) -> Message | None:
    """What is wrong with the day, None where it is a good one."""
    if node is None or not node.text:
        return msg("No day is set for the retrospective.")
    if node.date is None:
        return None  # front-matter-invalid says so
    if ends and node.date < ends:
        return msg("The retrospective comes before the end on {ends}.", ends=ends)
    if ends and (node.date - ends).days > latest_days:
        return plural(
            "The retrospective is {number} day after the end; by then nobody remembers.",
            "The retrospective is {number} days after the end; by then nobody remembers.",
            (node.date - ends).days,
        )
    return None


def _fix(brief: Brief, node: Node | None, day: date) -> Fix:
    """Two weeks after the end: in place of what is written, or on a line behind `ends:`."""
    empty = brief.front.entries.get("retro_by")
    if node:
        edit = Edit(node.span, day.isoformat())
    elif empty:
        at = brief.source.text.index(":", empty.key.end) + 1
        edit = Edit(Span(at, at), f" {day}")
    else:
        line = brief.source.position(brief.front.entries["ends"].span.start).line
        at = brief.source.line_span(line).end
        edit = Edit(Span(at, at), f"\nretro_by: {day}")
    title = msg("Set the retrospective for {day}, two weeks after the end", day=day)
    return Fix(title, (edit,), safe=False)
