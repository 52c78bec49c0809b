"""Nothing says how you will hear from people once it has started.

## Why it matters
Numbers show that people leave; only people can tell you why.

Name one place where they speak in their own words (replies, a survey, the support inbox, calls) and
when somebody reads it. A weekly report upwards is no feedback: nobody from the audience speaks in
it.

## Bad
```brief
## Feedback ←
We will see.
```

```brief lang=fil
---
status: planned ←
lang: fil
---
## Mga layunin
- **G1** 40 bagong mambabasa bago 2027-05-31
```

```fixed
---
status: planned
lang: fil
---
## Mga layunin
- **G1** 40 bagong mambabasa bago 2027-05-31

## Plano sa feedback

<!-- Where people speak in their own words, what you ask, who reads it and when. -->

| pinagkunan | tanong | sino | dalas | maaaring baguhin | uri | nasagot |
| --- | --- | --- | --- | --- | --- | --- |
```

```brief lang=pl
## Plan informacji zwrotnej ←
- Raport tygodniowy dla dyrektorki marketingu, w piątki
```

```brief lang=ru
## План обратной связи
| источник | вопрос | кто | частота |
| --- | --- | --- | --- |
| ответы на письмо 1 | что помешало? | зоя | | ←
```

```brief
## Feedback plan ←
- [Weekly survey](https://survey.example/weekly)
- [Support inbox, daily](https://support.example)
```

## Good
```brief lang=zh-Hans
## 反馈计划
| 来源 | 问题 | 谁 | 频率 | 可能改变 | 种类 |
| --- | --- | --- | --- | --- | --- |
| 电话和短信回复 | 回来最难的是什么？ | 小雨 | 每周五 | 短信的第一句 | 声音 |
```

```brief lang=fil
## Plano sa feedback
- Binabasa ni Ana ang mga sagot sa unang email tuwing Biyernes
```

## Near misses
A sentence is enough.

```brief
## Feedback
Lea reads the replies to mail 1 on 2026-12-05 and then every Friday: what nearly stopped you?
```

```brief lang=pl
## Plan informacji zwrotnej
- Głos: zdjęcia bochenków, „co poszło nie tak?”, eino, codziennie
```

In somebody else's plan, a review of results counts as well, planned or held.

```brief foreign lang=zh-Hans
# 2.0 发布计划
发布一周后开复盘会，记录改进点。
```

## Known misses
It trusts the words: whether anybody really reads the replies shows in the log.

## Sources
Build a way for customers to be heard into the plan; feedback loops guide the work.
"""

from __future__ import annotations

from collections.abc import Iterator

from readyroom.meaning.foreign.review import reviews
from readyroom.meaning.listening import feedback_rows, stated_kind
from readyroom.meaning.placeholders import is_empty
from readyroom.meaning.scaffold import section_scaffold
from readyroom.model.brief import Brief, Item
from readyroom.model.message import msg
from readyroom.model.rule import Context, Finding, Rule
from readyroom.model.status import Level, Pillar
from readyroom.model.values import UnitClass

RULE = Rule(
    severity="iEEEE·",
    core=True,
    gate=Level.PLANNED,
    pillar=Pillar.MEASURES,
    presence_of="feedback",
    foreign=True,
)

_HINT = msg("Where people speak in their own words, what you ask, who reads it and when.")


def check(brief: Brief, context: Context) -> Iterator[Finding]:
    heard = [row for row in feedback_rows(brief) if _is_voice(row, brief.language, context)]
    if any(_has_time(brief, row, context) for row in heard) or (
        brief.foreign and (heard or any(reviews(brief)))
    ):
        return
    if heard:
        yield Finding(
            heard[0].place("cadence"),
            msg("This does not say when somebody listens."),
            msg("Add the first day, or how often."),
            example=msg("2026-12-05, then weekly"),
            question=msg("On which day of the week would somebody have half an hour for it?"),
        )
    else:
        yield Finding(
            brief.place("feedback"),
            msg("Nothing says how you will hear from people in their own words, and when."),
            msg(
                "Under Feedback plan, name a place where people speak freely and when you read it."
            ),
            example=msg(
                "| replies to mail 1 | what nearly stopped you? | lea | Fridays from 2027-01-22 |"
            ),
            question=msg("Where do your people already talk about this?"),
            fix=section_scaffold(brief, "feedback", _HINT),
        )


def _is_voice(row: Item, code: str, context: Context) -> bool:
    if stated_kind(row, code) == "voice":
        return True
    text = (row.cells.get("source") or row.passage).text
    return text in context.words("voice_source") or text in context.words("feedback_request")


def _has_time(brief: Brief, row: Item, context: Context) -> bool:
    cadence = row.cells.get("cadence")
    if cadence is not None:
        return not is_empty(cadence.text, brief.language)
    return (
        bool(row.passage.dates)
        or row.text in context.words("cadence")
        or any(q.unit_class is UnitClass.DURATION for q in row.passage.quantities)
    )
