"""A goal has no date by which it should be reached.

## Why it matters
A number without a date can always be reached later. The date also decides when you look: it says
how long to wait before judging and when to stop trying.

## Bad
```brief
## Goals
- **G1** Reach 2,000 sign-ups soon. ←
```

A span needs a start, and a goal cannot fall due before the launch.

```brief lang=ru
## Цели
- **G1** 40 учеников за 3 месяца ←
```

```brief launch=2027-03-01 ends=2027-05-31
## Goals
- **G1** 300 bookings by 2027-02-15 ←
```

## Good
```brief
## Goals
- **G2** 2,000 sign-ups by 2027-02-28
```

```brief lang=zh-Hans launch=2027-01-18
## 目标
- **G1** 3个月内 40 名学员回来上课
- **G2** 2027年第一季度报名 200 人
```

## Near misses
Goals without a date of their own share the end of the campaign. A programme without an end has a
day on which it is looked at again.

```brief lang=pl ends=2027-05-31
## Cele
- **G1** 120 nowych wolontariuszy (45 w czerwcu 2026)
```

```brief kind=always-on review_by=2027-02-01
## Goals
- **G1** 30 first answers per month within 2 hours
```

The day of the starting value is no deadline.

```brief lang=fil created=2026-11-02
## Mga layunin
- **G1** 120 boluntaryo (45 noong 2026-06-30) ←
```

## Known misses
Which of two dates is the deadline is a guess: the later one is taken. Seasons without a fixed date
("by Easter") are not read.

## Sources
SMART goals: the T; pause before acting: timing is agreed, not assumed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from readyroom.meaning.placeholders import is_blank
from readyroom.model.brief import Brief, Item
from readyroom.model.goals import primary_goals, wording
from readyroom.model.message import msg
from readyroom.model.rule import Context, Finding, Rule
from readyroom.model.status import Level, Pillar
from readyroom.model.text import Passage
from readyroom.model.values import DateKind, DateMention

RULE = Rule(
    severity="iEEEEE",
    core=True,
    gate=Level.PLANNED,
    pillar=Pillar.STRATEGY,
    requires=("goal-missing",),
)

_ASIDE = re.compile(r"[(（][^()（）]*[)）]")


def check(brief: Brief, context: Context) -> Iterator[Finding]:
    """One finding per goal without a deadline or with one before the launch."""
    for goal in primary_goals(brief):
        if is_blank(wording(goal).text, brief.language):
            continue
        where = goal.cell("by") or goal.passage
        day = _deadline(where, brief, context.today)
        if day and brief.launch and day < brief.launch:
            yield _too_early(goal, where, day, brief.launch)
        elif not day and not brief.ends and not _has_no_end(brief):
            yield _missing(goal, where)


def _deadline(where: Passage, brief: Brief, today: date) -> date | None:
    """The latest date that is not the day of a starting value."""
    start = brief.launch or today
    days = [
        mention.last
        for mention in where.dates
        if mention.last and not (mention.last <= start and _is_beside_number(mention, where))
    ]
    return max((day for day in days if not brief.created or day >= brief.created), default=None)


def _is_beside_number(mention: DateMention, where: Passage) -> bool:
    """Whether the date stands in brackets together with a number: "(45 in June 2026)"."""
    return any(
        aside.start() < mention.start < aside.end()
        and any(aside.start() < q.start < aside.end() for q in where.quantities)
        for aside in _ASIDE.finditer(where.text)
    )


def _has_no_end(brief: Brief) -> bool:
    return brief.front.text("kind") == "always-on" and brief.front.date("review_by") is not None


def _too_early(goal: Item, where: Passage, day: date, launch: date) -> Finding:
    mention = next(m for m in where.dates if m.last == day)
    return Finding(
        where.span(mention.start, mention.end),
        msg("This goal is due on {day}, before the launch on {launch}.", day=day, launch=launch),
        msg("Move the deadline behind the launch, or the launch forward. Which one is wrong?"),
    )


def _missing(goal: Item, where: Passage) -> Finding:
    span = next((m for m in where.dates if m.kind is DateKind.SPAN and m.last is None), None)
    if span:
        return Finding(
            where.span(span.start, span.end),
            msg('"{words}" from when? The brief has no launch date to count from.',
                words=where.text[span.start : span.end]),
            msg("Set `launch:` in the front matter, or write a full date: by 2027-02-28."),
        )  # fmt: skip
    return Finding(
        goal.place("by") if goal.cells else wording(goal).span(),
        msg("This goal has no date by which it should be reached."),
        msg(
            'Add a full date, such as "by 2027-02-28", or set `ends:` in the front matter for '
            "all goals. On which day do you want to look at the result?"
        ),
    )
