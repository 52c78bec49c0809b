"""All metrics count attention, and none counts what people do.

## Why it matters
Views and likes can rise while nobody signs up, comes or buys.

A report full of reach looks like growth and hides the small places where it really starts. Keep
the number if you like it, and put one beside it that counts what people did.

## Bad
```brief
## Metrics ←
| id | metric | target |
| --- | --- | --- |
| M1 | impressions | 1,000,000 |
| M2 | new followers | 5,000 |
```

```brief lang=ru
## Метрики ←
- **M1** охват публикаций: 40 тыс. к 2027-03-31
- **M2** 900 лайков под записью об открытии
```

```brief lang=pl
## Mierniki
- **M1** 12 tys. wyświetleń filmu do 2027-02-28 ←
```

## Good
```brief
## Metrics
- **M1** 1,000,000 impressions (reach)
- **M2** 400 completed sign-ups
```

```brief lang=zh-Hans
## 指标
| 编号 | 指标 | 目标值 |
| --- | --- | --- |
| M1 | 曝光 | 20 万次 |
| M2 | 周末体验课报名人数 | 120 人 |
```

## Near misses
Words that only look alike, and work on awareness that asks people what they remember.

```brief
## Metrics
- **M1** share of guests who come back: 34% to 42%
- **M2** projects started by 2027-03-31: 12
```

```brief lang=ru
## Метрики
- **M1** показатель возврата книг: 60%
```

```brief lang=fil
## Mga sukatan
| id | sukatan | target |
| --- | --- | --- |
| M1 | views ng bidyo | 20,000 |
| M2 | nakaalala sa pangalan ng klinika, survey ng 200 tao | 25% |
```

## Known misses
A number that is neither on the list of attention nor on that of outcomes, such as opens, counts as
something. Where stars are the market's own measure, settings can say so (`counts-as-outcome`).

## Sources
A report showed bought visits that left at once, and hid the small places where growth begins.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from readyroom.languages.matching import fold
from readyroom.meaning.placeholders import is_blank
from readyroom.model.brief import Brief, Item
from readyroom.model.message import msg
from readyroom.model.rule import Context, Finding, Related, Rule
from readyroom.model.status import Pillar
from readyroom.model.text import Passage


@dataclass(frozen=True, slots=True)
class Options:
    """Words that count as an outcome for this team, whatever they are elsewhere."""

    counts_as_outcome: tuple[str, ...] = ()


RULE = Rule(severity="·WWWWW", pillar=Pillar.MEASURES, options=Options)


def check(brief: Brief, context: Context) -> Iterator[Finding]:
    """One finding where every metric is on the list of attention."""
    metrics = [item for item in brief.items("metrics") if not is_blank(item.text, brief.language)]
    if not metrics or not all(_counts_attention(metric, context) for metric in metrics):
        return
    first, *more = (_name(metric) for metric in metrics)
    yield Finding(
        brief.place("metrics") if more else first.span(),
        msg("This counts attention, and nothing here counts what people do."),
        help=msg("Add a metric for what people do after they have seen it."),
        example=msg("**M2** 400 completed sign-ups by {date}", date=brief.ends or "2027-03-31"),
        question=msg("What should people do that they do not do today?"),
        related=tuple(
            Related(name.span(), msg("This counts attention."))
            for name in ((first, *more) if more else ())
        ),
    )


def _counts_attention(metric: Item, context: Context) -> bool:
    """Whether its name is on the list of attention and nothing in it is an outcome."""
    name = _name(metric).text
    kind = metric.cell("type")
    if kind and context.cell("metric_type", kind.text) in ("guardrail", "learn", "rubric"):
        return False
    if any(fold(word) in fold(name) for word in context.options.counts_as_outcome):
        return False
    return name in context.words("vanity") and not any(
        name in context.words(outcome) for outcome in ("outcome_metric", "deed")
    )


def _name(metric: Item) -> Passage:
    return metric.cell("metric") or metric.passage
