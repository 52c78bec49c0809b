"""The only thing that is personal about the message is the name.

## Why it matters
People feel meant when a message fits what they did or need; their own name they know already.

Where somebody lives, what they looked at, bought or attended last, and what would come next for
them are better material, and most teams have it.

## Bad
```brief personalization=dynamic
## Personalization and journey
| field | source | owner | refresh | if empty |
| --- | --- | --- | --- | --- |
| first name | mail tool | jo | daily | "neighbour" | ←
```

```brief personalization=segment lang=ru
## Персонализация
Персонализация: имя клиента в теме письма. ←
```

```brief personalization=one-to-one lang=zh-Hans
## 个性化与旅程
| 字段 | 来源 | 负责人 | 更新频率 | 为空时 |
| --- | --- | --- | --- | --- |
| 收件人姓名 | 报名表 | 小雨 | 每天 | 不写 | ←
| 称呼（先生、女士） | 报名表 | 小雨 | 每天 | 不写 |
```

## Good
```brief personalization=dynamic
## Personalization and journey
| field | source | owner | refresh | if empty |
| --- | --- | --- | --- | --- |
| first name | mail tool | jo | daily | "neighbour" |
| last class attended | booking list | jo | daily | the city's list |
```

```brief personalization=segment lang=pl
## Personalizacja
- **Pola:** imię, ostatnio wypożyczona książka
```

## Near misses
The name of somebody else is content, not decoration; and letters that have to go out need no more
than a name.

```brief personalization=dynamic lang=fil
## Pag-personalize at paglalakbay
| field | pinagkunan | may-ari | dalas ng pag-update | kung walang laman |
| --- | --- | --- | --- | --- |
| pangalan ng sasalubong | talaan ng klinika | liza | araw-araw | "ang nars sa pinto" |
```

```brief personalization=dynamic kind=transactional
## Personalization
Fields: first name
```

```brief personalization=none
## Personalization
None: everybody reads the same letter that begins with their first name.
```

## Known misses
A sentence that says more than "first name in the subject line" counts as more, whatever it says.

## Sources
First names are the tip of the iceberg; use place, content seen, work and purchases, and build on
behaviour.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from readyroom.meaning.journeys import other_lines
from readyroom.meaning.personalization import field_rows, is_personalized
from readyroom.model.brief import Brief
from readyroom.model.message import msg
from readyroom.model.rule import Context, Finding, Rule
from readyroom.model.status import Pillar

RULE = Rule(severity="·WWW··", pillar=Pillar.AUDIENCE)

_JOINTS = re.compile(r"[_{}%|*\[\]<>«»“”„\"'’#$./-]+")
_LETTER = re.compile(r"[^\W\d_]")


def applies(brief: Brief, context: Context) -> bool:
    """Personalized briefs, but no letters that the law or a booking asks for."""
    obliged = brief.front.text("kind") in ("transactional", "incident")
    return is_personalized(brief) and not obliged


def check(brief: Brief, context: Context) -> Iterator[Finding]:
    """One finding where every field is a name."""
    fields = [row.cells["field"] for row in field_rows(brief)] or list(other_lines(brief))
    if fields and all(_is_a_name(field.text, context) for field in fields):
        yield Finding(
            fields[0].span(),
            msg("The message is personal in name only."),
            msg("Add a field that tells what this person did or needs, and where it comes from."),
            example=msg("| last class attended | booking list | jo | daily | the full timetable |"),
            question=msg("What do you know about these people that would change the text?"),
        )


def _is_a_name(field: str, context: Context) -> bool:
    """Whether nothing is left of a field without names, greetings and whom they belong to."""
    text = _JOINTS.sub(" ", field)
    if text not in context.words("own_name"):
        return False
    for known in ("own_name", "own_name_aside"):
        for start, end in reversed(list(context.words(known).find(text))):
            text = text[:start] + " " + text[end:]
    return not _LETTER.search(text)
