"""It is over, and nobody has written down what came of it.

## Why it matters
A campaign that is not looked back on will be repeated with the same mistakes. Numbers without a
verdict say little, and praise teaches half: the complaint that people still remember is worth a
meeting. Copy the numbers here even if the report lives elsewhere.

## Bad
```brief
---
id: example
title: Example brief
status: done ←
lang: en
---
## Metrics
- **M1** first shifts worked, 120 by 2027-05-31
```

```brief status=live retro_by=2026-11-10 lang=pl
## Mierniki
| id | miernik | wartość docelowa |
| --- | --- | --- |
| M1 | pierwsze dyżury | 120 |
| M2 | wypisy | <= 0,4% | ←

## Wyniki
| miernik | wartość docelowa | wynik | stan na | ocena |
| --- | --- | --- | --- | --- |
| M1 | 120 | | 2026-10-31 | nieosiągnięty | ←

## Retrospektywa ←
**Co zadziałało:** odpowiedzi czytane co piątek.
```

## Good
```brief status=done lang=zh-Hans
## 指标
| 编号 | 指标 | 目标值 |
| --- | --- | --- |
| M1 | 首次到岗 | 120 人 |

## 复盘
- M1 实际 132 人，2026-10-31，达成

**有效的：** 先打电话再发短信。

**没有效的：** 晚间推送。

**意外的：** 老人自己带来了邻居。

**表扬：** “小雨还记得我的名字。”

**批评：** “晚上九点半还发消息。”

- **L1** 改：20:00 以后不发；文浩；2026-11-15 起
```

## Near misses
Before its day a retrospective is not late.

```brief status=live retro_by=2026-12-10 lang=ru
## Метрики
- **M1** первые смены, 120 чел. до 2026-12-01
```

## Known misses
It does not check the numbers; the source that the metric names does.

## Sources
Analyse success and failure for the next push; love and hate both teach.
"""

from __future__ import annotations

from collections.abc import Iterator

from readyroom.meaning.labels import labels_in
from readyroom.meaning.results import metrics_without_actuals, outcome_rows
from readyroom.model.brief import Brief
from readyroom.model.message import Message, listing, msg
from readyroom.model.rule import Context, Finding, Rule
from readyroom.model.status import Level, Pillar, Status

RULE = Rule(
    severity="····WE",
    core=True,
    gate=Level.LEARNED,
    pillar=Pillar.LEARNING,
    presence_of="retro",
)

_TOLD = {
    "worked": msg("what worked"),
    "did_not": msg("what did not"),
    "surprised": msg("what surprised you"),
    "praise": msg("one praise in a customer's words"),
    "complaint": msg("one complaint in a customer's words"),
}


def applies(brief: Brief, context: Context) -> bool:
    """Once the brief is done or its day for looking back has passed."""
    due = brief.front.date("retro_by")
    return brief.status is Status.DONE or (due is not None and context.today > due)


def check(brief: Brief, context: Context) -> Iterator[Finding]:
    if not brief.section("retro") and not brief.section("results"):
        yield Finding(
            brief.place("retro"),
            msg("Nothing says what came of it."),
            msg(
                "Add Results (metric, target, actual, as of, verdict) and Retrospective (what "
                "worked, what did not, what surprised you, a praise, a complaint, lessons)."
            ),
        )
        return
    for metric in metrics_without_actuals(brief):
        row = next(iter(outcome_rows(brief, metric)), metric)
        name = metric.id or metric.text
        empty = [column for column in ("actual", "asof", "verdict") if not row.cell(column)]
        yield Finding(
            row.place(*empty) if row is not metric else metric.span,
            msg("{metric} has no actual value with a day and a verdict.", metric=name),
            msg("Write in Results: {metric} | target | actual | day | hit or miss.", metric=name),
        )
    if gaps := list(_untold(brief)):
        yield Finding(
            brief.place("retro", "results"),
            msg("The retrospective does not say yet: {gaps}.", gaps=listing(gaps)),
            msg("One line each is enough. Which complaint do you still remember?"),
        )


def _untold(brief: Brief) -> Iterator[Message]:
    labels = labels_in(brief, "retro")
    yield from (what for label, what in _TOLD.items() if label not in labels)
    if not any(item.id.startswith("L") or item.cell("lesson") for item in brief.items("retro")):
        yield msg("one lesson for next time")
