"""No metric would show whether a goal was reached.

## Why it matters
What is not counted from the first day cannot be counted afterwards.

Teams give up on good ideas because no return was visible, when in truth nobody had looked. One
number per goal is enough.

## Bad
```brief
## Success ←
We will feel it.
```

```brief lang=ru
---
title: Осенний набор
status: planned ←
lang: ru
---
## Цели
- **G1** 40 учеников возвращаются до 2027-03-31
```

```fixed
---
title: Осенний набор
status: planned
lang: ru
---
## Цели
- **G1** 40 учеников возвращаются до 2027-03-31

## Метрики

<!-- One row for each goal: what is counted, from what to what -->

| id | метрика | тип | цель | базовое значение | на дату | целевое значение | срок | источник | частота | ответственный |
| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |
```

A goal that no metric belongs to is not counted either.

```brief
## Goals
- **G1** 120 first-time volunteers by 2027-05-31
- **G2** 40 hosts trained by 2027-03-31 ←

## Metrics
| id | metric | goal | target |
| --- | --- | --- | --- |
| M1 | first shifts worked | G1 | 120 |
```

## Good
```brief
## Goals
- **G1** Raise trial-to-paid from 4.0% to 5.5% by 2027-03-31

## Metrics
| id | metric | goal | baseline | target | by |
| --- | --- | --- | --- | --- | --- |
| M1 | trial-to-paid | G1 | 4.0% | 5.5% | 2027-03-31 |
```

```brief lang=fil
## Mga layunin
- **G1** 60 boluntaryo ang babalik bago mag-2027-05-31

## Mga sukatan
- **M1** mga shift na natapos: 60
```

## Near misses
The goal may name its metric, a single goal owns all metrics, and a sub-goal speaks for its goal.

```brief lang=zh-Hans
## 目标
- **G1** 断课学员重新约课达到 10%（M1）
- **G2** 40 名老学员说出断课原因

## 指标

| 编号 | 指标 | 目标 | 目标值 |
| --- | --- | --- | --- |
| M1 | 重新约课比例 | | 10% |
| M2 | 说出原因的人数 | G2.1 | 40 人 |
```

```brief foreign lang=pl
# Strategia
## KPI
- Kliknięcia w link w opisie
```

```brief foreign lang=ru
# Отчёт
## Итоги
- Принесли 131 вещь, починили 88
```

## Known misses
Whether the metric really measures the goal is for people to judge. Goals without ids are not
matched with metrics.

## Sources
Watch what people do and not only what you send; no visible return ends good work.
"""  # noqa: E501

from __future__ import annotations

from collections.abc import Iterator
from itertools import count

from readyroom.meaning.foreign.metrics import measures
from readyroom.meaning.persons import callable_name
from readyroom.meaning.placeholders import is_blank
from readyroom.meaning.scaffold import section_scaffold
from readyroom.model.brief import Brief, Item
from readyroom.model.goals import metrics_of, primary_goals, wording
from readyroom.model.message import msg
from readyroom.model.rule import Context, Finding, Related, Rule
from readyroom.model.status import Level, Pillar

RULE = Rule(
    severity="iEEEEE",
    core=True,
    gate=Level.PLANNED,
    presence_of="metrics",
    pillar=Pillar.MEASURES,
    foreign=True,
)


def check(brief: Brief, context: Context) -> Iterator[Finding]:
    """One finding without any metric, else one per goal that no metric belongs to."""
    if not _has_metrics(brief):
        yield Finding(
            brief.place("metrics"),
            msg("Nothing here would show whether the campaign worked."),
            help=msg("Under Metrics, name one number for each goal and where you will read it."),
            example=msg(
                "**M1** first shifts worked: 45 now, 120 by {date}, roster report, every Monday, "
                "{owner} ({goal})",
                date=brief.ends or "2027-05-31",
                owner=callable_name(brief, "jo"),
                goal=next((goal.id for goal in primary_goals(brief) if goal.id), "G1"),
            ),
            question=msg("Which number would you look at first?"),
            fix=section_scaffold(
                brief, "metrics", msg("One row for each goal: what is counted, from what to what")
            ),
        )
        return
    for goal in () if brief.foreign else primary_goals(brief):
        blank = is_blank(wording(goal).text, brief.language)
        if goal.id and not blank and not metrics_of(brief, goal):
            yield _unmeasured(brief, goal)


def _unmeasured(brief: Brief, goal: Item) -> Finding:
    return Finding(
        wording(goal).span(),
        msg("No metric belongs to {goal}.", goal=goal.id),
        help=msg(
            "Write {goal} into the goal column of the metric that measures it, or add a metric.",
            goal=goal.id,
        ),
        example=msg("| {id} | hosts trained | {goal} | 40 |", id=_next_id(brief), goal=goal.id),
        question=msg("How will you know that {goal} was reached?", goal=goal.id),
        related=(Related(brief.place("metrics"), msg("These are the metrics so far.")),),
    )


def _next_id(brief: Brief) -> str:
    taken = {metric.id for metric in brief.items("metrics")}
    return next(name for name in map("M{}".format, count(1)) if name not in taken)


def _has_metrics(brief: Brief) -> bool:
    """Any item that says something; somebody else's plan may say it anywhere."""
    if brief.foreign:
        return any(measures(brief))
    return any(not is_blank(item.text, brief.language) for item in brief.items("metrics"))
