"""Nothing counts what the campaign costs the people it reaches.

## Why it matters
Whoever counts only what pleases will not see how many people were annoyed or what it cost.

A guardrail is a number with a limit, such as unsubscribes, complaints, refunds or cost per sign-up.
When it is passed, you slow down, however good the other numbers look.

## Bad
```brief status=ready
## Channels
- email: members read it at breakfast

## Metrics ←
| id | metric | type | target |
| --- | --- | --- | --- |
| M1 | opens | leading | 40% |
| M2 | clicks | leading | 6% |
```

```brief status=validated lang=ru channels=[paid-social]
## Метрики ←
- **M1** записи на пробный урок: 45 чел. к 2027-03-31
```

```brief status=live lang=zh-Hans channels=[sms]
## 指标 ←
| 编号 | 指标 | 类型 | 目标值 |
| --- | --- | --- | --- |
| M1 | 回来约课的人数 | 结果 | 60 人 |
```

## Good
```brief status=ready channels=[email]
## Metrics
- **M1** 120 first shifts by 2027-05-31
- **M4** spam complaints: under 0.1% per send, stop at 0.3%
```

```brief status=ready lang=pl channels=[newsletter,paid-search]
## Mierniki
| id | miernik | typ | wartość docelowa |
| --- | --- | --- | --- |
| M1 | zapisy na warsztaty | wynikowy | 40 osób |
| M2 | osoby, które nie chcą więcej listów | ochronny | <= 3 osoby |
```

## Near misses
A notice board or a market stall reaches whoever comes along; one's own people are asked in person.

```brief status=ready lang=fil channels=[poster,in-person]
## Mga sukatan
- **M1** 40 dumalo sa klase hanggang 2027-02-28
```

```brief status=ready channels=[email] tags=[internal]
## Metrics
- **M1** 60 colleagues at the first-aid course by 2027-02-28
```

## Known misses
Whether the limit is strict enough is for people to judge. A guardrail without a limit is the
business of `metric-no-target`.

## Sources
Measure what annoys people and not only what pleases you; acting early has costs of its own.
"""

from __future__ import annotations

from collections.abc import Iterator

from readyroom.meaning.channels import Channel, Reach, channels
from readyroom.meaning.internal import is_internal
from readyroom.model.brief import Brief, Item
from readyroom.model.goals import target
from readyroom.model.message import Message, msg
from readyroom.model.rule import Context, Finding, Related, Rule
from readyroom.model.status import Pillar

RULE = Rule(severity="··iWW·", pillar=Pillar.MEASURES)


def applies(brief: Brief, context: Context) -> bool:
    """Direct and paid channels cost people something; one's own people can say so in person.
    Where there is no metric at all, that comes first."""
    return bool(brief.items("metrics") and _reaching(brief, context)) and not is_internal(brief)


def check(brief: Brief, context: Context) -> Iterator[Finding]:
    """One finding where no metric is a guardrail, by its type or by its name."""
    if any(_is_guardrail(metric, context) for metric in brief.items("metrics")):
        return
    channel = _reaching(brief, context)[0]
    yield Finding(
        brief.place("metrics"),
        msg("No number here would show that people have had enough, or that it costs too much."),
        help=msg("Add one metric of the type “guardrail” with the worst number you would accept."),
        example=_example(channel),
        question=msg("What would make you stop, even if everything else went well?"),
        related=(Related(channel.span, msg("This is why it matters here.")),),
    )


def _reaching(brief: Brief, context: Context) -> tuple[Channel, ...]:
    found = channels(brief, context.playbook.channels)
    return tuple(channel for channel in found if channel.reach is not Reach.PUBLIC)


def _is_guardrail(metric: Item, context: Context) -> bool:
    """By its type, its name, or, where no type is given, a number that is an upper limit."""
    kind = metric.cell("type")
    if kind and context.cell("metric_type", kind.text) == "guardrail":
        return True
    where = target(metric)
    if not kind and where and any(q.comparator in ("<", "<=") for q in where.quantities):
        return True
    return (metric.cell("metric") or metric.passage).text in context.words("annoyance")


def _example(channel: Channel) -> Message:
    if channel.reach is Reach.PAID:
        return msg("| M4 | cost per sign-up | guardrail | <= 8 EUR |")
    return msg("| M4 | unsubscribes per send | guardrail | <= 0.4% |")
