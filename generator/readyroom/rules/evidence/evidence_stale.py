"""What people said or did was so long ago that it may no longer be true.

## Why it matters
People change their habits faster than plans change their sources.

A survey from two years ago describes other people in other circumstances. Five fresh conversations
show whether it still holds.

## Bad
```brief status=validated launch=2027-01-18
## Evidence
- **E1** Survey 2023, n=200: 61% would come back on a Saturday ([notes](s.md)) ←
```

```brief status=ready launch=2027-01-18 lang=ru
## Доказательства
| id | вид | метод | n | дата | вопрос или тезис | результат |
| --- | --- | --- | --- | --- | --- | --- |
| E1 | доказательство | опрос | 86 чел. | март 2026 | что мешало записаться? | подтверждает | ←
| E2 | доказательство | интервью | 12 чел. | 2026-10-28 | что мешало прийти? | подтверждает |
```

## Good
```brief status=validated launch=2027-01-18
## Evidence
- **E1** Survey 2026-10, n=64: 58% would come back on a Saturday
- **E2** Survey 2023, n=200, kept for trend
```

```brief status=live launch=2026-11-09 lang=zh-Hans
## 证据
| 编号 | 种类 | 方法 | 样本 | 日期 | 问题或论断 | 结果 |
| --- | --- | --- | --- | --- | --- | --- |
| E1 | 证据 | 访谈 | 31 人 | 2026年10月26日 | 断课那天发生了什么？ | 支持 |
```

## Near misses
What does not change may be old if the row says so, an assumption that nobody has tested has only a
date on which it will be, and a year inside the question is no date of the answer.

```brief status=validated launch=2027-03-01 lang=pl
## Dowody
| id | rodzaj | metoda | n | data | pytanie lub teza | wynik |
| --- | --- | --- | --- | --- | --- | --- |
| E1 | dowód | spis powszechny | 12 000 osób | 2021 | ilu seniorów mieszka obok? | potwierdza |
| E2 | dowód | wywiady | 9 osób | 2026-11-04 | co się zmieniło od 2019 roku? | potwierdza |
| A1 | założenie | rozmowa | | 2026-02-10 | cena nie gra roli | otwarte |
```

## Known misses
Whether something big has happened since, such as a new rival, is not noticed.

## Sources
To assume that people never change is a mistake; markets and rivals move every day.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from readyroom.meaning.evidence import evidence_rows, has_answer, is_assumption
from readyroom.model.brief import Brief, Item
from readyroom.model.message import msg, plural
from readyroom.model.rule import Context, Finding, Rule
from readyroom.model.status import Pillar
from readyroom.model.text import Span


@dataclass(frozen=True, slots=True)
class Options:
    """How many days before the launch evidence may have been gathered."""

    max_age_days: int = 180


RULE = Rule(severity="··WWW·", pillar=Pillar.EVIDENCE, options=Options)

_YEAR = re.compile(r"(?<![\d-])(?:19|20)\d\d(?![\d-])")


def applies(brief: Brief, context: Context) -> bool:
    return bool(evidence_rows(brief))


def check(brief: Brief, context: Context) -> Iterator[Finding]:
    until = brief.launch or context.today
    for row in evidence_rows(brief):
        if is_assumption(row, brief.language) and not has_answer(row, brief.language):
            continue
        found = _last_day(row)
        if not found or _is_kept(row, context):
            continue
        day, span = found
        age = (until - day).days
        if age > context.options.max_age_days:
            yield Finding(
                span,
                plural(
                    "This is one day old at the launch.",
                    "This is {number} days old at the launch.",
                    age,
                )
                if brief.launch
                else plural("This is one day old.", "This is {number} days old.", age),
                help=msg(
                    "Ask a few people again. If it cannot have changed, write “stable” into the "
                    "row; if you only keep it to compare, write “kept for trend”."
                ),
                example=msg(
                    "| E2 | evidence | interviews | 6 | {day} | is this still so? | high | "
                    "supports | [notes](notes.md) |",
                    day=context.today,
                ),
                question=msg("What may have changed for these people since then?"),
            )


def _is_kept(row: Item, context: Context) -> bool:
    """Whether the row says that its age does not matter; the question asked may not say so."""
    said = [cell for column, cell in row.cells.items() if column != "question"] or [row.passage]
    return any(text.text in context.words("lasting") for text in said)


def _last_day(row: Item) -> tuple[date, Span] | None:
    """The last day that the row names as its own, and where; a year alone is its last day."""
    where = row.cells.get("date") or row.passage
    days = [(mention.last, mention) for mention in where.dates if mention.last]
    if days:
        day, mention = max(days, key=lambda pair: pair[0])
        return day, where.span(mention.start, mention.end)
    if year := _YEAR.search(where.text):
        return date(int(year[0]), 12, 31), where.span(*year.span())
    return None
