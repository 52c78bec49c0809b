"""It is over, and nobody has written down what came of it.

## Why it matters
A campaign that nobody looks back on will be repeated with the same mistakes.

Numbers without a verdict say little, and praise teaches half: the complaint that people still
remember is worth a meeting. Copy the numbers here even if the report lives elsewhere.

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

```fixed
---
id: example
title: Example brief
status: done
lang: en
---
## Metrics
- **M1** first shifts worked, 120 by 2027-05-31

## Results

<!-- What came out for each metric, on which day, and was it hit or missed? -->

| metric | target | actual | as of | verdict |
| --- | --- | --- | --- | --- |
| M1 |  |  |  |  |
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

from readyroom.languages import language
from readyroom.meaning.labels import labels_in
from readyroom.meaning.results import (
    metric_name,
    metrics_without_actuals,
    outcome_rows,
    result_row,
)
from readyroom.meaning.scaffold import section_scaffold
from readyroom.model.brief import Brief, Item
from readyroom.model.message import Message, listing, msg, verbatim
from readyroom.model.rule import Context, Finding, Related, Rule
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
_COMPLAINT = msg("You wrote to me three times after I had said no.")


def applies(brief: Brief, context: Context) -> bool:
    """Once the brief is done or its day for looking back has passed."""
    due = brief.front.date("retro_by")
    return brief.status is Status.DONE or (due is not None and context.today > due)


def check(brief: Brief, context: Context) -> Iterator[Finding]:
    if not brief.section("retro") and not brief.section("results"):
        yield _nothing(brief, context)
        return
    yield from (_no_actual(brief, metric, context) for metric in metrics_without_actuals(brief))
    if gaps := list(_untold(brief)):
        yield Finding(
            brief.place("retro", "results"),
            msg("The retrospective does not say yet: {gaps}.", gaps=listing(gaps)),
            msg("One line for each is enough. Leave praise and complaint in their own words."),
            example=msg("**{label}:** “{words}”", label=_label(brief), words=_COMPLAINT),
            question=msg("Which complaint do you still remember?"),
            fix=section_scaffold(
                brief, "retro", msg("What worked, what did not, what surprised us? Lessons below.")
            ),
        )


def _nothing(brief: Brief, context: Context) -> Finding:
    metrics = [metric for metric in brief.items("metrics") if metric.id]
    width = len(language(brief.language).columns["results"]) - 1
    return Finding(
        brief.place("retro"),
        msg("Nothing says what came of it."),
        msg("Add the results of each metric, then what worked, what did not and what you learned."),
        example=result_row(brief, metrics[0] if metrics else None, context.today),
        question=msg("What would you do again, and what never?"),
        fix=section_scaffold(
            brief,
            "results",
            msg("What came out for each metric, on which day, and was it hit or missed?"),
            verbatim("".join(f"| {metric.id} |{'  |' * width}\n" for metric in metrics)),
        ),
    )


def _no_actual(brief: Brief, metric: Item, context: Context) -> Finding:
    row = next(iter(outcome_rows(brief, metric)), metric)
    name = metric.id or metric_name(metric)
    empty = [column for column in ("actual", "asof", "verdict") if not row.cell(column)]
    return Finding(
        row.place(*empty) if row is not metric else metric.span,
        msg("{metric} has no actual value with a day and a verdict.", metric=name),
        msg("Write under Results what came out, on which day, and whether it was hit or missed."),
        example=result_row(brief, metric, context.today),
        question=msg("Where can the number be looked up?"),
        related=() if row is metric else (Related(metric.span, msg("Here the metric is set.")),),
    )


def _label(brief: Brief) -> str:
    return language(brief.language).labels["complaint"][0]


def _untold(brief: Brief) -> Iterator[Message]:
    labels = labels_in(brief, "retro")
    yield from (what for label, what in _TOLD.items() if label not in labels)
    if not any(item.id.startswith("L") or item.cell("lesson") for item in brief.items("retro")):
        yield msg("one lesson for next time")
