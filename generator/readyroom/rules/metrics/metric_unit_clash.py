"""Baseline and target do not count the same thing, or point the wrong way.

## Why it matters
From 4% to "+1%" may mean 4.04% or 5%; one is a rounding error, the other a good year. A team that
reads it differently will quarrel about a success. Write both numbers in the same unit, as values
and not as changes.

## Bad
```brief
## Metrics
| id | metric | baseline | target |
| --- | --- | --- | --- |
| M1 | sign-up rate | 4% | +1% | ←
| M2 | first shifts | 45 people | 60% | ←
| M3 | sign-ups per week | 30 | 18 | ←
```

```brief lang=ru
## Метрики
| id | метрика | базовое значение | целевое значение |
| --- | --- | --- | --- |
| M1 | доля вернувшихся | 46% | 12 п.п. | ←
| M2 | стоимость одной записи | 700 руб. | 900 руб. | ←
```

```brief status=done lang=zh-Hans
## 指标
| 编号 | 指标 | 基线 | 目标值 |
| --- | --- | --- | --- |
| M1 | 重新约课的比例 | 5.2% | 9% |

## 结果
| 指标 | 目标值 | 实际 | 截至 | 判定 |
| --- | --- | --- | --- | --- |
| M1 | 9% | 96 人 | 2026-12-20 | 不明 | ←
```

## Good
```brief lang=pl
## Mierniki
| id | miernik | wartość bazowa | wartość docelowa |
| --- | --- | --- | --- |
| M1 | odsetek zapisów | 4,0% | 5,0% (+1,0 p.p.) |
| M2 | koszt jednego zapisu | 38 zł | 30 zł |
```

## Near misses
A guardrail may start on the good side of its limit, and something new has no baseline.

```brief lang=fil
## Mga sukatan
| id | sukatan | uri | baseline | target |
| --- | --- | --- | --- | --- |
| M1 | nag-unsubscribe | guardrail | 0.3% | <= 0.5% |
| M2 | bagong boluntaryo | outcome | new: walang katulad | 120 katao |
| M3 | bumalik sa loob ng 30 araw | outcome | 12 sa 40 (30%) | 42% |
```

## Known misses
Totals and growth in running text are not worked out again.

## Sources
Guesses dressed as numbers; field practice in reading reports.
"""

from __future__ import annotations

from collections.abc import Iterator

from readyroom.meaning.results import outcome_rows
from readyroom.meaning.trend import clash, should_fall, signed, values
from readyroom.model.brief import Brief, Item
from readyroom.model.message import msg
from readyroom.model.rule import Context, Finding, Rule
from readyroom.model.status import Level, Pillar, Severities
from readyroom.model.text import Passage
from readyroom.model.values import Quantity, UnitClass

RULE = Rule(severity="·EEEEE", gate=Level.VALIDATED, pillar=Pillar.MEASURES)

_WRONG_WAY = Severities("·WWWWW")


def check(brief: Brief, context: Context) -> Iterator[Finding]:
    for metric in brief.items("metrics"):
        baseline, target = metric.cell("baseline"), metric.cell("target")
        if target:
            yield from _against(brief, metric, baseline, target, context)
        for row in outcome_rows(brief, metric):
            actual = row.cell("actual")
            if actual and clash(values(target) or values(baseline), values(actual)):
                yield _clash(actual)
    for goal in brief.items("goals"):
        to = goal.cell("to")
        if to and clash(values(goal.cell("from")), values(to)):
            yield _clash(to)


def _against(
    brief: Brief, metric: Item, baseline: Passage | None, target: Passage, context: Context
) -> Iterator[Finding]:
    before, after = values(baseline), values(target)
    if not before or not after:
        return
    if signed(target, after[0]):
        yield _change(before[0], after[0], target)
    elif clash(before, after):
        yield _clash(target)
    elif before[0].unit_class is after[0].unit_class and not _is_guardrail(metric, context):
        falls = should_fall(brief, metric, after[0])
        backwards = after[0].low > before[0].high if falls else after[0].high < before[0].low
        if falls is not None and backwards:
            yield Finding(
                target.span(after[0].start, after[0].end),
                msg("This target is worse than where you stand now."),
                msg(
                    "Check both numbers, or say in the front matter that less is better: "
                    "`direction: down`."
                )
                if not falls
                else msg("Check both numbers. Should less of it be better?"),
                _WRONG_WAY,
            )


def _is_guardrail(metric: Item, context: Context) -> bool:
    kind = metric.cells.get("type")
    return kind is not None and context.cell("metric_type", kind.text) == "guardrail"


def _change(before: Quantity, after: Quantity, target: Passage) -> Finding:
    """A change instead of a value: say what it comes to, both ways where both may be meant."""
    sign = -1 if target.text[: after.start].rstrip().endswith(("-", "−", "–")) else 1
    step = sign * after.high
    relative = _number(before.high * (1 + step / 100))
    added = _number(before.high + step)
    if after.unit_class is not UnitClass.PERCENT:
        advice = msg("Write the value: {value} {unit}.", value=added, unit=before.unit)
    elif before.unit_class is UnitClass.PERCENT:
        advice = msg(
            "Is it {relative}% or {points}%? Write the value, and the step behind it: "
            "{points}% (+{step} pp).",
            relative=relative,
            points=added,
            step=_number(step),
        )
    else:
        advice = msg("Write the value: {value} {unit}.", value=relative, unit=before.unit)
    return Finding(
        target.span(after.start, after.end),
        msg("This target is a change and can be read in more than one way."),
        advice,
    )


def _clash(where: Passage) -> Finding:
    return Finding(
        where.span(),
        msg("This is not counted in the same unit as the number it is compared with."),
        msg(
            "Use one unit for baseline, target and actual: both in %, both in people. "
            "A step from 4% to 5% is +1 pp."
        ),
    )


def _number(value: float) -> str:
    return f"{round(value, 2):g}" if abs(value) < 1e6 else f"{value:.0f}"
