"""A goal has no date by which it should be reached.

## Why it matters
A number without a date can always be reached later, so nobody ever has to look.

The date also decides when you look: it says how long to wait before judging and when to stop
trying.

## Bad
A span needs a start, and a goal cannot fall due before the launch.

```brief lang=ru
## Цели
- **G1** 40 учеников за 3 месяца ←
```

```brief launch=2027-03-01 ends=2027-05-31
## Goals
- **G1** 300 bookings by 2027-02-15 ←
```

```fixed
## Goals
- **G1** 300 bookings by 2027-05-31
```

```brief lang=pl
## Cele
- **G1** 40 osób wraca na kurs ←

## Mierniki
| id | miernik | cel | wartość docelowa | termin |
| --- | --- | --- | --- | --- |
| M1 | powroty | G1 | 40 | 2027-03-31 |
```

```fixed
## Cele
- **G1** 40 osób wraca na kurs (by 2027-03-31)

## Mierniki
| id | miernik | cel | wartość docelowa | termin |
| --- | --- | --- | --- | --- |
| M1 | powroty | G1 | 40 | 2027-03-31 |
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
Goals without a date of their own share the end of the campaign, and a date may stand below a goal.
A programme without an end has a day on which it is looked at again.

```brief launch=2027-01-18 ends=2027-05-31
## Goals
- **G1** 120 first-time volunteers, up from 45 in June 2026
```

```brief
## Goals
- **G1** 120 loans of the tool library
  - by: 2027-05-31
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
Which of two dates is the deadline is a guess: the later one is taken. Days without a fixed date
("by Easter") are not read.

## Sources
SMART goals: the T; pause before acting: timing is agreed, not assumed.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from readyroom.meaning.deadlines import deadline, has_no_end, names_day, place_of_deadline
from readyroom.meaning.placeholders import is_blank
from readyroom.model.brief import Brief, Item
from readyroom.model.fix import Edit, Fix
from readyroom.model.goals import metrics_of, primary_goals, wording
from readyroom.model.message import Message, msg
from readyroom.model.rule import Context, Finding, Related, Rule
from readyroom.model.status import Level, Pillar
from readyroom.model.text import Span
from readyroom.model.values import DateKind

RULE = Rule(
    severity="iEEEEE",
    core=True,
    gate=Level.PLANNED,
    pillar=Pillar.STRATEGY,
    requires=("goal-missing",),
)

_QUESTION = msg("On which day do you want to look at the result?")


def check(brief: Brief, context: Context) -> Iterator[Finding]:
    """One finding per goal without a deadline or with one before the launch."""
    for goal in primary_goals(brief):
        if is_blank(wording(goal).text, brief.language):
            continue
        day = deadline(goal, brief, context.today)
        if day and brief.launch and day < brief.launch:
            yield _too_early(goal, day, brief.launch, brief)
        elif not (day or brief.ends or names_day(goal) or has_no_end(brief)):
            yield _without_start(goal) or _missing(goal, brief)


def _too_early(goal: Item, day: date, launch: date, brief: Brief) -> Finding:
    where = place_of_deadline(goal, day)
    end = brief.ends if brief.ends and brief.ends >= launch else None
    return Finding(
        where,
        msg("This goal is due on {day}, before the launch on {launch}.", day=day, launch=launch),
        msg("Move the deadline behind the launch, or the launch forward."),
        example=msg("by {day}", day=end or "2027-05-31"),
        question=msg("Which of the two days is wrong?"),
        related=(Related(brief.place("launch"), msg("This is the launch.")),),
        fix=_write(end, where, f"{end}") if end else None,
    )


def _without_start(goal: Item) -> Finding | None:
    """A span such as "within 3 months" that has no launch to count from."""
    for where in (goal.cell("by"), goal.passage):
        for mention in where.dates if where else ():
            if where and mention.kind is DateKind.SPAN and mention.last is None:
                return Finding(
                    where.span(mention.start, mention.end),
                    msg('"{words}" from when? The brief has no launch date to count from.',
                        words=where.text[mention.start : mention.end]),
                    msg("Write the launch date at the top of the brief, or a full date here."),
                    example=msg("launch: 2027-01-18"),
                    question=_QUESTION,
                )  # fmt: skip
    return None


def _missing(goal: Item, brief: Brief) -> Finding:
    dated = next(((m, day) for m in metrics_of(brief, goal) if (day := _day(m))), None)
    metric, day = dated or (None, None)
    return Finding(
        goal.place("by") if goal.cells else wording(goal).span(),
        msg("This goal has no date by which it should be reached."),
        msg("Add a full date, or write `ends:` at the top of the brief for all goals."),
        example=msg("by {day}", day=day or "2027-02-28"),
        question=_QUESTION,
        related=(Related(metric.place("by"), msg("A metric of this goal has a date.")),)
        if metric
        else (),
        fix=_from_metric(goal, day, brief) if day else None,
    )


def _day(metric: Item) -> date | None:
    by = metric.cell("by")
    days = [mention.last for mention in by.dates if mention.last] if by else []
    return max(days, default=None)


def _from_metric(goal: Item, day: date, brief: Brief) -> Fix:
    column = goal.cells.get("by")
    if column is not None:
        behind = brief.source.text[column.span().end :].partition("\n")[0]
        text = f"{day}" if behind[:1] == " " else f"{day} " if behind[:1] == "|" else f" {day} |"
        return _write(day, column.span(), text)
    end = wording(goal).span().end
    return _write(day, Span(end, end), msg(" (by {day})", day=day))


def _write(day: date, where: Span, text: str | Message) -> Fix:
    return Fix(msg("Write {day} here", day=day), (Edit(where, text),), safe=False)
