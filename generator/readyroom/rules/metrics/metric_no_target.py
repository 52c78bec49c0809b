"""A metric has no number to reach.

## Why it matters
A list of things to watch becomes a report that nobody acts on.

A target says in advance which result would please you, so the result can surprise you. For a
guardrail the number is a limit: the worst you will put up with.

## Bad
```brief
## Metrics ←
- Reach
- Engagement
- Leads
```

```brief lang=ru
## Метрики

| id | метрика | тип | целевое значение |
| --- | --- | --- | --- |
| M1 | повторные записи | результат | рост | ←
| M2 | отписки | ограничитель | <= 0,4% |
```

## Good
```brief
## Metrics
| id | metric | type | target | by |
| --- | --- | --- | --- | --- |
| M1 | sign-ups per week | leading | 140 | 2027-02-28 |
| M2 | unsubscribes per send | guardrail | <= 0.4% | each send |
```

```brief lang=zh-Hans
## 指标
- **M1** 报名人数 300～500 人
- **M2** 收藏率不低于 15%
```

## Near misses
What you want to learn, and what is measured with named levels, needs no number.

```brief lang=pl
## Mierniki

| id | miernik | typ | wartość docelowa |
| --- | --- | --- | --- |
| M1 | powody przerwy | uczący | wiemy, dlaczego nie wracają |
| M2 | zaufanie | rubric | poziom 3: polecają nas sąsiadom |
| M3 | powroty | wynikowy | 5000+ |
```

The goal's date holds for its metrics; a goal without one is the business of `goal-no-deadline`.

## Known misses
In a list any number counts, also one that is the present state.

## Sources
Plan the expected effect in advance; set goals for the data.
"""

from __future__ import annotations

from collections.abc import Iterator

from readyroom.meaning.placeholders import is_blank
from readyroom.model.brief import Brief, Item
from readyroom.model.goals import target
from readyroom.model.message import Message, msg, plural
from readyroom.model.rule import Context, Finding, Rule
from readyroom.model.status import Level, Pillar
from readyroom.model.text import Span

RULE = Rule(
    severity="·WEEEE",
    core=True,
    gate=Level.VALIDATED,
    pillar=Pillar.MEASURES,
    requires=("metric-missing",),
)

_LIST_OF_NAMES = 3


def check(brief: Brief, context: Context) -> Iterator[Finding]:
    """One finding per metric without a number, one in all where no metric of three has any."""
    metrics = [m for m in brief.items("metrics") if not is_blank(m.text, brief.language)]
    bare = [metric for metric in metrics if _lacks_number(metric, context)]
    if len(bare) >= _LIST_OF_NAMES and len(bare) == len(metrics):
        yield _without_target(
            brief.place("metrics"),
            plural(
                "{number} metric is named, and it has no number to reach.",
                "{number} metrics are named, and none has a number to reach.",
                len(bare),
            ),
        )
        return
    for metric in bare:
        if _kind(metric, context) == "guardrail":
            yield Finding(
                metric.place("target"),
                msg("This guardrail has no limit."),
                help=msg("Write the worst number that you would accept."),
                example=msg("<= 0.4%"),
                question=msg("At which number would you stop?"),
            )
        else:
            yield _without_target(
                metric.place("target"), msg("This metric has no number to reach.")
            )


def _without_target(span: Span, message: Message) -> Finding:
    return Finding(
        span,
        message,
        help=msg(
            "Write how many of what, a single number or a range. Where you only want to find "
            "something out, give the metric the type “learn”."
        ),
        example=msg("140 sign-ups per week"),
        question=msg("Which result would please you?"),
    )


def _lacks_number(metric: Item, context: Context) -> bool:
    where = target(metric)
    if where and (where.quantities or where.text in context.words("number_word")):
        return False
    baseline = metric.cell("baseline")
    if where and baseline and baseline.quantities and where.text in context.words("baseline_word"):
        return False  # "no worse than now" is a number that stands beside it
    return not (where and _kind(metric, context) in ("learn", "rubric"))


def _kind(metric: Item, context: Context) -> str:
    kind = metric.cell("type")
    return context.cell("metric_type", kind.text) if kind else ""
