"""A goal is far away, and there are no steps on the way to it.

## Why it matters
With one number at the far end, a team learns only on the last day that it was behind since spring.

Two or three smaller goals on the way show early whether the plan works, while there is still time
to change it. They also give people something to reach soon.

## Bad
```brief launch=2027-01-18
## Goals
- **G1** 10,000 members by 2027-12-31 ←
```

One step is the half of two, and a step needs a number and a day.

```brief lang=ru launch=2027-01-18 ends=2027-05-31
## Цели
- **G1** 120 новых волонтёров (45 весной 2026) ←
  - до 2027-03-15 обзвонить прежних помощников
  - **G1.1** 60 человек до 2027-03-31
```

```brief lang=zh-Hans launch=2027-01-18 tags=[big]
## 目标

| 编号 | 目标 | 目标值 | 期限 |
| --- | --- | --- | --- |
| G1 | 老学员重新约课 | 10% | 2027-03-31 | ←
```

## Good
```brief launch=2027-01-18
## Goals
- **G1** 10,000 members by 2027-12-31
  - **G1.1** 2,500 by 2027-03-31
  - **G1.2** 5,500 by 2027-07-31
```

```brief lang=pl launch=2027-01-18 ends=2027-06-30
## Cele
- **G1** 40 osób wraca na kurs

## Terminy

| data | co |
| --- | --- |
| 2027-01-18 | pierwszy list |
| 2027-03-01 | G1: 12 osób zapisanych |
| 2027-04-30 | G1: 25 osób zapisanych |
```

## Near misses
Ninety days are one step. A table by months, numbers within the line and earlier numbers among the
metrics are steps as well; a limit holds from the first day.

```brief launch=2027-01-18
## Goals
- **G1** 120 volunteers by 2027-04-18
- **G2** Under 5 complaints a month until 2027-12-31
```

```brief lang=fil launch=2027-01-18 ends=2027-06-30
## Mga layunin
- **G1** 300 libro ang naipahiram: 80 bago mag-2027-03-01, 190 bago mag-2027-05-01
- **G2** 60 bagong miyembro

## Mga sukatan
| id | sukatan | layunin | target | takdang petsa |
| --- | --- | --- | --- | --- |
| M1 | miyembro | G2 | 20 | 2027-03-01 |
| M1 | miyembro | G2 | 40 | 2027-05-01 |
| M1 | miyembro | G2 | 60 | 2027-06-30 |
```

```brief launch=2027-01-18 ends=2027-06-30
## Goals
- **G1** 12,000 EUR for the new kiln

| month | raised |
| --- | --- |
| January 2027 | 1,000 EUR |
| March 2027 | 4,000 EUR |
```

## Known misses
Without a launch date the way is counted from today. Whether the steps are even is not looked at.

## Sources
Break a large goal into smaller ones and reach them one by one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil

from readyroom.meaning.deadlines import due
from readyroom.meaning.frequency import sets_limit
from readyroom.meaning.milestones import steps_to
from readyroom.meaning.placeholders import is_blank
from readyroom.meaning.trend import with_value
from readyroom.model.brief import Brief, Item
from readyroom.model.goals import primary_goals, wording
from readyroom.model.message import Message, msg, plural
from readyroom.model.rule import Context, Finding, Related, Rule
from readyroom.model.status import Pillar
from readyroom.model.values import UnitClass

_BIG = re.compile(r"#big\b|[(\[]big[)\]]")
_ENOUGH = 2
_HOW_MUCH = (UnitClass.COUNT, UnitClass.PERCENT, UnitClass.MONEY)


@dataclass(frozen=True, slots=True)
class Options:
    """days: how far a goal may be from the launch without steps on the way."""

    days: int = 90


RULE = Rule(
    severity="·iWW··",
    pillar=Pillar.STRATEGY,
    requires=("goal-missing",),
    small_too=False,
    options=Options,
)


def check(brief: Brief, context: Context) -> Iterator[Finding]:
    """One finding per goal that is far away or big and has fewer than two dated steps."""
    start = brief.launch or context.today
    for goal in primary_goals(brief):
        day = due(goal, brief, context.today)
        far = day is not None and (day - start).days > context.options.days
        if is_blank(wording(goal).text, brief.language) or day is None or _is_kept_up(goal, brief):
            continue
        if (far or _is_big(goal, brief)) and steps_to(goal, brief, start, day) < _ENOUGH:
            yield Finding(
                wording(goal).span(),
                _how_far((day - start).days, brief),
                msg("Write two steps below the goal, each with a number and a day."),
                example=msg(
                    "**{id}.1** {step} by {day}",
                    id=goal.id or "G1",
                    step=_first_step(goal, brief.language) or msg("40 people"),
                    day=start + (day - start) / 3,
                ),
                question=msg("How far should you be after a third of the time?"),
                related=(Related(brief.place("launch"), msg("This is the launch.")),)
                if brief.launch
                else (),
            )


def _how_far(days: int, brief: Brief) -> Message:
    if brief.launch:
        return plural(
            "This goal is one day after the launch, with fewer than two steps on the way to it.",
            "This goal is {number} days after the launch, with fewer than two steps on the way to "
            "it.",
            days,
        )
    return plural(
        "This goal is one day away, with fewer than two steps on the way to it.",
        "This goal is {number} days away, with fewer than two steps on the way to it.",
        days,
    )


def _first_step(goal: Item, code: str) -> str:
    """A third of the way to the goal's number, in its unit; "" where no number says how far."""
    where = goal.cell("target") or wording(goal)
    numbers = [q for q in where.quantities if q.unit_class in _HOW_MUCH]
    same = [q for q in numbers if q.unit_class is numbers[0].unit_class]
    if not same:
        return ""
    farthest = max(same, key=lambda one: one.high)
    begins = min(q.low for q in same) if len(same) > 1 else 0
    step = begins + (farthest.high - begins) / 3
    is_whole = step >= 10 or farthest.unit_class is UnitClass.COUNT
    return with_value(where, farthest, float(ceil(step)) if is_whole else round(step, 1), code)


def _is_big(goal: Item, brief: Brief) -> bool:
    return "big" in brief.front.texts("tags") or _BIG.search(goal.text) is not None


def _is_kept_up(goal: Item, brief: Brief) -> bool:
    """Whether it holds from the first day: "under 5 complaints", "30 answers a month" without a
    day of its own."""
    comparators = [number.comparator for number in goal.passage.quantities]
    if len(comparators) == 1 and comparators[0] in ("<", "<="):
        return True
    return sets_limit(goal.text, brief.language) and not any(m.last for m in goal.passage.dates)
