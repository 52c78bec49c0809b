"""A goal says where to go and not where you are.

## Why it matters
"500 sign-ups" is a triumph if you have 80 today and a loss if you have 700.

The present figure shows how big the step is, and looking it up often shows that nobody has counted
it so far. Zero is a fine answer; so is "new", with a reason.

## Bad
```brief
## Goals
- **G1** 500 sign-ups by 2027-03-31

## Metrics
| id | metric | goal | baseline | as of | target |
| --- | --- | --- | --- | --- | --- |
| M1 | sign-ups | G1 | – | – | 500 | ←
```

```brief lang=pl
## Cele
- **G1** 40 osób wraca na kurs do 2027-03-31

## Mierniki

| id | miernik | typ | cel | wartość bazowa | stan na | wartość docelowa |
| --- | --- | --- | --- | --- | --- | --- |
| M1 | powroty | wynikowy | G1 | new | – | 40 | ←
| M2 | skargi | ochronny | G1 | – | – | <= 3 |
```

A figure needs the day it was read.

```brief lang=ru
## Цели
- **G1** 140 записей в неделю до 2027-03-31

## Метрики
| id | метрика | цель | базовое значение | на дату | целевое значение |
| --- | --- | --- | --- | --- | --- |
| M1 | записи | G1 | 80 | – | 140 | ←
```

## Good
```brief
## Goals
- **G1** 140 sign-ups a week by 2027-03-31

## Metrics
| id | metric | goal | baseline | target |
| --- | --- | --- | --- | --- |
| M1 | sign-ups per week | G1 | 80 (as of 2026-11-15) | 140 |
```

```brief lang=zh-Hans
## 目标
- **G1** 40 名老学员说出断课原因，2027-03-31 前

## 指标

| 编号 | 指标 | 目标 | 基线 | 截至 | 目标值 |
| --- | --- | --- | --- | --- | --- |
| M1 | 说出原因的人数 | G1 | 0 人 | 2026-11-15 | 40 人 |
```

## Near misses
What has never existed is new, with a reason. A line with both figures and a day is enough, and what
you only want to learn has no starting value.

```brief lang=fil
## Mga layunin
- **G1** 30 magulang sa unang klase bago mag-2027-03-31
- **G2** 60 boluntaryo ang babalik bago mag-2027-05-31
- **G3** Alam namin kung bakit sila umaalis (M3)

## Mga sukatan
- **M1** G1, new: wala pang ganitong klase dati; 30 magulang
- **M2** G2, 25 boluntaryo noong 2026-10-31, magiging 60

| id | metric | type | goal | target |
| --- | --- | --- | --- | --- |
| M3 | dahilan | learn | G3 | alam namin ang tatlong dahilan |
```

## Known misses
Whether the figure is right, and whether its unit fits, is not looked at here.

## Sources
Look for the data that is missing while you wait; an expected effect is planned against something.
"""

from __future__ import annotations

from collections.abc import Iterator

from readyroom.meaning.lengths import word_count
from readyroom.meaning.placeholders import is_blank
from readyroom.model.brief import Brief, Item
from readyroom.model.goals import metrics_of, primary_goals, wording
from readyroom.model.message import Message, msg
from readyroom.model.rule import Context, Finding, Related, Rule
from readyroom.model.status import Level, Pillar

RULE = Rule(
    severity="·WEEE·",
    gate=Level.VALIDATED,
    pillar=Pillar.STRATEGY,
    requires=("goal-missing", "metric-missing", "metric-no-target"),
)

_WITHOUT_START = ("guardrail", "learn", "rubric")
_NEW_AND_A_REASON = 3


def check(brief: Brief, context: Context) -> Iterator[Finding]:
    """One finding per goal none of whose metrics says where it starts."""
    reported: set[int] = set()
    for goal in primary_goals(brief):
        metrics = [m for m in metrics_of(brief, goal) if _has_start(m, context)]
        faults = [fault for m in metrics if (fault := _fault(m, brief, context))]
        if not metrics or len(faults) < len(metrics) or metrics[0].span.start in reported:
            continue
        reported.add(metrics[0].span.start)
        column, message = faults[0]
        yield Finding(
            metrics[0].place(column, "baseline", "target"),
            message,
            msg(
                "Write the present figure and its day. If nothing like it exists, say new and why."
            ),
            example=msg("80 (as of {day})", day=context.today),
            question=msg("Where does this number stand today, and who can look it up?"),
            related=(Related(wording(goal).span(), msg("This is the goal that it measures.")),),
        )


def _has_start(metric: Item, context: Context) -> bool:
    kind = metric.cell("type")
    return not (kind and context.cell("metric_type", kind.text) in _WITHOUT_START)


def _fault(metric: Item, brief: Brief, context: Context) -> tuple[str, Message] | None:
    """What the metric lacks and in which column; None if it has a starting value."""
    where = metric.cell("baseline") if metric.cells else metric.passage
    if where is None or is_blank(where.text, brief.language):
        return "baseline", msg("Nothing says where this number stands today.")
    if len(where.quantities) < (1 if metric.cells else 2):
        if context.cell("baseline", where.text) != "new":
            return "baseline", msg("Nothing says where this number stands today.")
        if word_count(where.text) < _NEW_AND_A_REASON:
            return "baseline", msg("New compared with what? The reason is missing.")
        return None
    asof = metric.cell("asof")
    if not where.dates and not (asof and asof.dates):
        return "asof", msg("This starting value has no day, so nobody can tell how old it is.")
    return None
