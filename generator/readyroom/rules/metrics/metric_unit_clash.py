"""Baseline and target do not count the same thing, or point the wrong way.

## Why it matters
From 4% to "+1%" may mean 4.04% or 5%: one is a rounding error, the other a good year.

A team that reads it differently will quarrel about a success. Write both numbers in the same unit,
as values and not as changes.

## Bad
```brief
## Metrics
| id | metric | baseline | target |
| --- | --- | --- | --- |
| M1 | sign-up rate | 4% | +1% | ←
| M2 | first shifts | 45 people | 60% | ←
| M3 | sign-ups per week | 30 | 18 | ←
```

```fixed
## Metrics
| id | metric | baseline | target |
| --- | --- | --- | --- |
| M1 | sign-up rate | 4% | 5% |
| M2 | first shifts | 45 people | 60% |
| M3 | sign-ups per week | 30 | 18 |
```

```brief lang=ru
## Метрики
| id | метрика | базовое значение | целевое значение |
| --- | --- | --- | --- |
| M1 | доля вернувшихся | 46% | 12 п.п. | ←
| M2 | стоимость одной записи | 700 руб. | 900 руб. | ←
| M3 | оценка урока | 4,1 из 5 | 8 из 10 | ←
| M4 | ответы на письмо | 12% | рост на 5% | ←
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
A guardrail may start on the good side of its limit, something new has no baseline, and a balance
of praise and blame has a sign of its own.

```brief lang=fil
## Mga sukatan
| id | sukatan | uri | baseline | target |
| --- | --- | --- | --- | --- |
| M1 | nag-unsubscribe | guardrail | 0.3% | <= 0.5% |
| M2 | bagong boluntaryo | outcome | new: walang katulad | 120 katao |
| M3 | bumalik sa loob ng 30 araw | outcome | 12 sa 40 (30%) | 42% |
| M4 | NPS | outcome | -12 | +5 |
```

## Known misses
Totals and growth in running text are not worked out again.

## Sources
Guesses dressed as numbers; field practice in reading reports.
"""

from __future__ import annotations

from collections.abc import Iterator

from readyroom.meaning.results import outcome_rows
from readyroom.meaning.trend import (
    clash,
    is_change,
    other_scale,
    should_fall,
    signed,
    values,
    with_value,
)
from readyroom.model.brief import Brief, Item
from readyroom.model.fix import Edit, Fix
from readyroom.model.message import NOTHING, Message, msg
from readyroom.model.rule import Context, Finding, Related, Rule
from readyroom.model.status import Level, Pillar, Severities
from readyroom.model.text import Passage
from readyroom.model.values import Quantity, UnitClass

RULE = Rule(severity="·EEEEE", gate=Level.VALIDATED, pillar=Pillar.MEASURES)

_WRONG_WAY = Severities("·WWWWW")


def check(brief: Brief, context: Context) -> Iterator[Finding]:
    for metric in brief.items("metrics"):
        baseline, target = metric.cell("baseline"), metric.cell("target")
        if baseline and target:
            yield from _against(brief, metric, baseline, target, context)
        for row in outcome_rows(brief, metric):
            yield from _same_unit(target if values(target) else baseline, row.cell("actual"))
    for goal in brief.items("goals"):
        yield from _same_unit(goal.cell("from"), goal.cell("to"))


def _against(
    brief: Brief, metric: Item, baseline: Passage, target: Passage, context: Context
) -> Iterator[Finding]:
    before, after = values(baseline), values(target)
    if not before or not after:
        return
    if is_change(baseline, target, after[0], brief.language):
        yield _change(brief, baseline, before[0], target, after[0])
        return
    found = list(_same_unit(baseline, target))
    yield from found
    kind = metric.cells.get("type")
    if found or (kind and context.cell("metric_type", kind.text) == "guardrail"):
        return
    if before[0].unit_class is after[0].unit_class:
        falls = should_fall(brief, metric, after[0])
        backwards = after[0].low > before[0].high if falls else after[0].high < before[0].low
        if falls is not None and backwards:
            yield _backwards(baseline, target, after[0], falls=falls)


def _same_unit(one: Passage | None, other: Passage | None) -> Iterator[Finding]:
    if one is None or other is None:
        return
    if clash(values(one), values(other)):
        message = msg("This is not counted in the same unit as the number it is compared with.")
        help_ = msg("Use one unit for baseline, target and actual: both in %, or both in people.")
    elif other_scale(values(one), values(other)):
        message = msg("This is not rated on the same scale as the number it is compared with.")
        help_ = msg("Use one scale for baseline, target and actual.")
    else:
        return
    yield Finding(
        other.span(),
        message,
        help=help_,
        example=msg("4% | 5% (+1 pp)"),
        question=msg("What exactly is counted here?"),
        related=(_compared_with(one),),
    )


def _compared_with(one: Passage) -> Related:
    return Related(one.span(), msg("This is the number that it is compared with."))


def _backwards(baseline: Passage, target: Passage, after: Quantity, *, falls: bool) -> Finding:
    return Finding(
        target.span(after.start, after.end),
        msg("This target is worse than where you stand now."),
        help=msg("Check both numbers. If they are right, say which way is better in front matter."),
        example=msg("direction: up") if falls else msg("direction: down"),
        question=msg("Should it become more or less?"),
        severity=_WRONG_WAY,
        related=(_compared_with(baseline),),
    )


def _change(
    brief: Brief, baseline: Passage, before: Quantity, target: Passage, after: Quantity
) -> Finding:
    """A change instead of a value: say what it comes to, both ways where both may be meant."""
    span = target.span(after.start, after.end)
    shares = before.unit_class is after.unit_class is UnitClass.PERCENT
    relative = after.unit_class is UnitClass.PERCENT and not shares
    added = before.high * (1 + after.low / 100) if relative else before.high + after.low
    value = signed(target, after) and with_value(baseline, before, added, brief.language)
    other = with_value(baseline, before, before.high * (1 + after.low / 100), brief.language)
    question: Message = NOTHING
    if shares and value and other:
        question = msg("Do you mean {value} or {other}?", value=value, other=other)
    return Finding(
        span,
        msg("This target is a change and not a value, so it can be misread."),
        help=msg("Write the value to reach. The step may stand behind it in brackets."),
        example=msg("{value}", value=value) if value else msg("5% (+1 pp)"),
        question=question or msg("Where will you stand then?"),
        related=(_compared_with(baseline),),
        fix=Fix(msg("Write {value} as the target", value=value), (Edit(span, value),), safe=False)
        if value
        else None,
    )
