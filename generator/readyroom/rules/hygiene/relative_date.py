"""A date is told from today, and today is another day for whoever reads it.

## Why it matters
“Next week” means another week to everybody who opens the brief later, and then work starts late.

Rhythms (“every Tuesday”) are fine, and so are days counted from the launch (T-3) once `launch:`
is set.

## Bad
```brief status=validated updated=2026-11-20
## Goals
- **G1** 120 first-time volunteers by the end of the month ←

## Tactics
| id | tactic | start |
| --- | --- | --- |
| T1 | Call ten former helpers | today | ←

## Timeline
Send next Tuesday, posters soon. ←
```

```fixed
## Goals
- **G1** 120 first-time volunteers by 2026-11-30

## Tactics
| id | tactic | start |
| --- | --- | --- |
| T1 | Call ten former helpers | 2026-11-20 |

## Timeline
Send next Tuesday, posters soon.
```

```brief lang=zh-Hans
## 时间安排
- 下周三发第一封信 ←
- T-3 检查名单 ←
```

```brief lang=pl
---
id: example
title: Przykład
status: planned
lang: pl
ends: wkrótce ←
---
## Harmonogram
| data | co |
| --- | --- |
| teraz | lista osób | ←
| tydzień 3 | pierwszy list | ←
```

```brief lang=fil
## Iskedyul
- Malapit nang ilunsad ang unang email ←
```

## Good
```brief lang=ru launch=2027-01-18
## Цели
- **G1** 120 смен до конца мая 2027

## Сроки
- 2026-12-08 09:00, первое письмо
- T-3: проверить список
- неделя 3: напоминание
```

```brief
## Timeline
- Next week (2026-12-01) the first letter
- Every month a note, at the end of the month
- Mail 2 goes out soon after mail 1
- Reply to “See you next week!”
```

## Near misses
“Today” is a baseline in a goal, and Polish “w tym roku” or Chinese “3月底” are no slips there.

```brief lang=zh-Hans
## 目标
- **G1** 到2027年3月底 120 人到岗（今天 45 人）
```

```brief lang=pl
## Cele
- **G1** 120 osób do 2027-05-31, więcej niż w tym roku
```

## Known misses
A weekday without “next” may be a rhythm and passes.

## Sources
A goal is bound to a time, and the timing is approved before anything goes out.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from readyroom.meaning.relative_days import relative_days, resolve, uncounted
from readyroom.model.brief import BlockKind, Brief
from readyroom.model.fix import Edit, Fix
from readyroom.model.message import msg
from readyroom.model.rule import Context, Finding, Rule
from readyroom.model.status import Pillar, Severities
from readyroom.model.text import Passage, Span

RULE = Rule(severity="iWEEE·", pillar=Pillar.PEOPLE)

# The columns that answer "when?".
_DATES = {
    "goals": "by",
    "tactics": "start",
    "metrics": "by",
    "thresholds": "latest",
    "timeline": "date",
    "budget": "when",
}
_TEXTS = ("goals", "timeline")
_SAMPLES = (BlockKind.QUOTE, BlockKind.CODE, BlockKind.HEADING)
# From validated on launch-date-missing asks for the day itself.
_LAUNCH = Severities("iW····")


def check(brief: Brief, context: Context) -> Iterator[Finding]:
    code = brief.language
    yield from _front(brief, context)
    for key, column in _DATES.items():
        for block in brief.blocks(key):
            is_date = block.kind is BlockKind.CELL and block.column == column
            if block.kind in _SAMPLES or not (is_date or key in _TEXTS):
                continue
            text = block.passage
            for start, end in islice(relative_days(text, code, is_date=is_date), 1):
                yield _relative(brief, context, text.text[start:end], text.span(start, end))
            if brief.launch is None and (is_date or key == "timeline"):
                for day in islice(uncounted(text, code), 1):
                    yield _uncounted(text.text[day.start : day.end], text.span(day.start, day.end))


def _front(brief: Brief, context: Context) -> Iterator[Finding]:
    for name, severity in (("launch", _LAUNCH), ("ends", None)):
        node = brief.front.get(name)
        if node and node.date is None:
            text = Passage(node.text, node.text, (node.span.start,))
            for start, end in islice(relative_days(text, brief.language, is_date=True), 1):
                found = _relative(brief, context, text.text[start:end], node.span)
                yield replace(found, severity=severity)


def _relative(brief: Brief, context: Context, words: str, span: Span) -> Finding:
    written_on = context.playbook.changed.get(brief.path) or brief.front.date("updated")
    day = resolve(words, written_on, brief.language) if written_on else None
    return Finding(
        span,
        msg("“{words}” is another day for everybody who reads it later.", words=words),
        msg("Write the day itself."),
        example=msg("{day}", day=day or brief.launch or "2027-01-18"),
        question=msg("On which day will somebody look up whether it happened?"),
        fix=Fix(
            msg("Write {day}: it was written on {written_on}", day=day, written_on=written_on),
            (Edit(span, str(day)),),
            safe=False,
        )
        if day
        else None,
    )


def _uncounted(words: str, span: Span) -> Finding:
    return Finding(
        span,
        msg("“{words}” counts from a launch day that is not set.", words=words),
        msg("Set `launch:` in the front matter, or write the day itself."),
        example=msg("launch: 2027-01-18"),
        question=msg("Which day is day 0?"),
    )
