"""Nothing says what the person on the other side should live through.

## Why it matters
One sentence from the person's side keeps letters, pages and helpers from telling different stories.

It is the compass for everybody who adds a step later, and the first thing to drop out of sight when
tools are chosen.

## Bad
```brief status=ready personalization=dynamic
## Personalization and journey ←
| field | source | owner | refresh | if empty |
| --- | --- | --- | --- | --- |
| last class | booking list | jo | daily | the full timetable |
```

```brief status=ready personalization=segment
## Personalization and journey
**Experience:** omnichannel AI journey ←
```

```brief status=ready lang=ru
## Персонализация и путь клиента
**Опыт клиента:** уточняется ←

| шаг | триггер или время | сообщение | если нет реакции |
| --- | --- | --- | --- |
| 1 | вторник, 18:00 | конспект | шаг 2 |
| 2 | через 3 дня | расписание | тишина 30 дней |
```

```brief
---
title: Evening courses
status: ready
personalization: one-to-one ←
---
```

## Good
```brief status=ready personalization=dynamic
## Personalization and journey
**Experience:** "I always know which class has room tonight, without searching."
```

```brief status=ready personalization=segment lang=zh-Hans
## 个性化与旅程
**学员体验：** 有人先问我为什么停下来，再告诉我用得上的那一件事。
```

## Near misses
Other words for the label are fine, a table or a quotation too. Without personalization and without
a journey there is no such sentence to write.

```brief status=ready personalization=segment lang=pl
## Personalizacja i ścieżka
**Doświadczenie czytelniczki:**

> Wiem, która książka na mnie czeka, i nie stoję w kolejce.
```

```brief status=ready personalization=segment lang=fil
## Pag-personalize at paglalakbay
| bahagi | laman |
| --- | --- |
| Karanasan | Alam ko kung saan ako papasok at kung sino ang naghihintay sa akin. |
```

```brief status=ready
## Channels
- email: read at breakfast
```

## Known misses
Whether the sentence is true, or written from the person's side, is for a second reader.

## Sources
The first of five commitments: define the experience and let it be everyone's compass.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from readyroom.meaning.journeys import sequence
from readyroom.meaning.lengths import word_count
from readyroom.meaning.personalization import SECTION, answers, is_personalized, is_written
from readyroom.meaning.placeholders import is_blank
from readyroom.model.brief import Brief
from readyroom.model.message import Message, msg, plural
from readyroom.model.rule import Context, Finding, Rule
from readyroom.model.status import Pillar
from readyroom.model.text import Span

RULE = Rule(severity="·iWE··", pillar=Pillar.AUDIENCE)

_MOST_WORDS = 30
_FEWEST_WORDS = 3
_MOSTLY = 0.4
_LETTERS = re.compile(r"[^\W\d_]")


def applies(brief: Brief, context: Context) -> bool:
    """Briefs that use personalization or describe a journey."""
    return is_personalized(brief) or len(sequence(brief)) > 1


def check(brief: Brief, context: Context) -> Iterator[Finding]:
    """No sentence, one that only names tools, or one too long to keep in mind."""
    written = answers(brief, "experience")
    told = [passage for passage in written if not is_blank(passage.text, brief.language)]
    sentences = [passage for passage in told if not _is_about_tools(passage.text, context)]
    if not told:
        yield _finding(
            written[0].span() if written else _place(brief),
            msg("No sentence says what people should live through here."),
        )
    elif not sentences:
        yield _finding(told[0].span(), msg("This names tools, and not what people live through."))
    elif (length := min(word_count(passage.text) for passage in sentences)) > _MOST_WORDS:
        yield _finding(
            sentences[0].span(),
            plural(
                "This sentence has one word; {most} are as many as people keep in mind.",
                "This sentence has {number} words; {most} are as many as people keep in mind.",
                length,
                most=_MOST_WORDS,
            ),
        )


def _finding(where: Span, message: Message) -> Finding:
    return Finding(
        where,
        message,
        msg("Write one sentence behind “Experience”, as the person would tell it to a friend."),
        example=msg(
            "**Experience:** I always know which class has room tonight, without searching."
        ),
        question=msg("What should they say about it afterwards?"),
    )


def _place(brief: Brief) -> Span:
    section = brief.section(SECTION)
    return section.heading.span() if section and is_written(brief) else brief.place(SECTION)


def _is_about_tools(text: str, context: Context) -> bool:
    """Whether it is too short for a sentence, or names of tools fill most of it."""
    tools = sum(end - start for start, end in context.words("tool").find(text))
    letters = len(_LETTERS.findall(text))
    return word_count(text) < _FEWEST_WORDS or tools >= _MOSTLY * letters
