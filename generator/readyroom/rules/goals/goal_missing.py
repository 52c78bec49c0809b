"""The brief names no goal.

## Why it matters
A campaign without a goal cannot fail, so nobody can learn from it.

The quiet time before a launch is for agreeing what should be different afterwards; channels and
texts come later. One sentence is enough to start with.

## Bad
```brief
## Goals ←
We will talk about this on Monday.
```

```brief lang=ru
## Цели ←
- **G1** будет определено
```

```brief
---
title: Spring intake
status: planned ←
---
## Target audience
- **S1** Former helpers who live within 20 minutes on foot
```

```fixed
---
title: Spring intake
status: planned
---

## Goals

<!-- One line for each goal: how many of what, and by which day. -->

| id | goal | from | to | by | supports |
| --- | --- | --- | --- | --- | --- |

## Target audience
- **S1** Former helpers who live within 20 minutes on foot
```

## Good
```brief
## Goals
- **G1** Raise trial-to-paid from 4.0% to 5.5% by 2027-03-31
```

```brief lang=zh-Hans
## 目标

| 编号 | 目标 | 现值 | 目标值 | 期限 |
| --- | --- | --- | --- | --- |
| G1 | 老学员重新约课 | 6% | 10% | 2027-03-31 |
```

## Near misses
A label line, and a heading in another of the languages, count as well.

```brief lang=pl
**Cel:** 40 osób wraca na kurs do 2027-03-31
```

```brief lang=fil
## Goals
- **G1** 60 boluntaryo ang babalik bago mag-2027-05-31
```

In a plan that somebody else wrote, a sentence that says what is wanted is enough, and targets in a
table of figures are goals under another name.

```brief foreign
# Long night at the mill
We want the neighbours to see that the mill still turns.
```

```brief foreign lang=ru
# План продвижения
## KPI на 90 дней
| Метрика | Месяц 1 | Месяц 3 |
| --- | --- | --- |
| Записи на пробный урок | 40 | 120 |
```

## Known misses
In a brief, a goal that stands only in running text under another heading is not found. A list
under Goals counts even if its items are tasks.

## Sources
Pause before acting: the pause is there to confirm the goals first.
"""

from __future__ import annotations

from collections.abc import Iterator

from readyroom.meaning.foreign.aims import aims, targets
from readyroom.meaning.placeholders import is_blank
from readyroom.meaning.scaffold import section_scaffold
from readyroom.model.brief import Brief
from readyroom.model.goals import primary_goals, wording
from readyroom.model.message import msg
from readyroom.model.rule import Context, Finding, Rule
from readyroom.model.status import Level, Pillar

RULE = Rule(
    severity="iEEEEE",
    core=True,
    gate=Level.PLANNED,
    presence_of="goals",
    pillar=Pillar.STRATEGY,
    foreign=True,
)


def check(brief: Brief, context: Context) -> Iterator[Finding]:
    """One finding where no item under Goals says anything."""
    if any(not is_blank(wording(goal).text, brief.language) for goal in primary_goals(brief)):
        return
    if brief.foreign and (any(aims(brief)) or any(targets(brief))):
        return
    yield Finding(
        brief.place("goals"),
        msg("There are tactics here, and no goal that they could serve.")
        if brief.items("tactics")
        else msg("There is no goal here that the campaign could reach or miss."),
        msg("Under Goals, write one line with a number and a date."),
        example=msg("**G1** 120 first-time volunteers by {date}", date=brief.ends or "2027-05-31"),
        question=msg("What should be different when this is over?"),
        fix=section_scaffold(
            brief, "goals", msg("One line for each goal: how many of what, and by which day.")
        ),
    )
