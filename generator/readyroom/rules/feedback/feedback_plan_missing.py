"""Nothing says how you will hear from people once it has started.

## Why it matters
Numbers show that people leave, people say why. Name one place where they speak in their own words
(replies, a survey, the support inbox, calls) and when somebody reads it. A weekly report upwards is
no feedback: nobody from the audience speaks in it.

## Bad
```brief
## Feedback ←
We will see.
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

## Known misses
It trusts the words: whether anybody really reads the replies shows in the log.

## Sources
Build a way for customers to be heard into the plan; feedback loops guide the work.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from readyroom.meaning.placeholders import is_blank
from readyroom.model.brief import BlockKind, Brief, Item, ItemKind
from readyroom.model.message import msg
from readyroom.model.references import statements
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

_ONLY_A_LINK = re.compile(r"(?:\[[^\]]*\]\([^)]*\)|<?https?://\S+>?)[\s.,;]*")
_EXAMPLE = msg(
    "Write one line: replies to mail 1 | what nearly stopped you? | lea | Fridays from 2027-01-22. "
    "Where do your people talk already?"
)


def check(brief: Brief, context: Context) -> Iterator[Finding]:
    heard = [row for row in _rows(brief) if _is_voice(row, context)]
    if any(_has_time(brief, row, context) for row in heard) or (
        brief.foreign and (heard or _looks_back(brief, context))
    ):
        return
    if heard:
        yield Finding(
            heard[0].place("cadence"),
            msg("This does not say when somebody listens."),
            msg("Add a day or a rhythm: `2026-12-05, then weekly`. Who reads it, and when?"),
        )
    else:
        yield Finding(
            brief.place("feedback"),
            msg("Nothing says how you will hear from people in their own words, and when."),
            _EXAMPLE,
        )


def _rows(brief: Brief) -> tuple[Item, ...]:
    """Rows, items and sentences of the section."""
    sentences = tuple(
        Item(ItemKind.PARAGRAPH, block.passage)
        for block in brief.blocks("feedback")
        if block.kind in (BlockKind.PARAGRAPH, BlockKind.ITEM)
    )
    return (*(item for item in brief.items("feedback") if item.cells), *sentences)


def _looks_back(brief: Brief, context: Context) -> bool:
    """Whether somebody else's plan has results already, reviews them or collects feedback."""
    if any(block.passage.quantities for block in brief.blocks("results")):
        return True
    review, request = context.words("retrospective"), context.words("feedback_request")
    texts = [block.passage.text for block in statements(brief)]
    return any(text in review or text in request for text in texts)


def _is_voice(row: Item, context: Context) -> bool:
    if _ONLY_A_LINK.fullmatch(row.passage.raw.strip()):
        return False
    kind = row.cells.get("kind")
    if kind and context.cell("feedback_kind", kind.text) == "voice":
        return True
    text = (row.cells.get("source") or row.passage).text
    return text in context.words("voice_source") or text in context.words("feedback_request")


def _has_time(brief: Brief, row: Item, context: Context) -> bool:
    cadence = row.cells.get("cadence")
    if cadence is not None:
        return not is_blank(cadence.text, brief.language)
    return (
        bool(row.passage.dates)
        or row.text in context.words("cadence")
        or any(q.unit_class is UnitClass.DURATION for q in row.passage.quantities)
    )
