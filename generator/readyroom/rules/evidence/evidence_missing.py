"""Nobody outside the team has been asked, watched or tried out yet.

## Why it matters
A brief without evidence is a guess with a budget.

Five short conversations or one small live test cost an afternoon and often change the direction.
One row is enough here: how you found out, from how many people, when, what you asked, what came
out, and where the notes are.

## Bad
```brief status=validated
## Evidence ←
Our team loves it.
```

```brief status=validated lang=ru
## Доказательства
| id | вид | метод | n | дата | вопрос или тезис | результат | источник |
| --- | --- | --- | --- | --- | --- | --- | --- |
| E1 | доказательство | интервью | 3 чел. | 2026-11-14 | что мешает? | неясно | [заметка](n.md) | ←
| A1 | допущение | опрос | | 2026-12-05 | одна фраза решает | открыто | |
```

```brief
---
id: example
title: Example brief
status: planned ←
lang: en
evidence_from: spring-letters
---
```

```fixed
---
id: example
title: Example brief
status: planned
lang: en
evidence_from: spring-letters
---

## Evidence

<!-- One row for each talk, survey or small test -->

| id | kind | method | n | date | question or claim | importance | result | source |
| --- | --- | --- | --- | --- | --- | --- | --- | --- |
```

## Good
```brief status=validated lang=zh-Hans
## 证据
| 编号 | 种类 | 方法 | 样本 | 日期 | 问题或论断 | 重要性 | 结果 | 来源 |
| --- | --- | --- | --- | --- | --- | --- | --- | --- |
| E1 | 证据 | 访谈 | 12 人 | 2026-11-10 | 上次为什么没来？ | 高 | 支持 | [记录](e1.md) |
| A1 | 假设 | 最省钱的检验：打电话 | | 2026-12-05 | 早上更合适 | 高 | 未验证 | |
```

```brief status=ready
## Evidence
- **E1** 12 interviews on 2026-11-10: what would fill a shift? Supports ([notes](e1.md))
```

## Near misses
What the team only believes is not evidence; the talks beside it are, with numbers in words as well.

```brief
## Evidence
- **A1** Assumption, high: people answer by mail. Cheapest test on 2027-01-11.
- **E1** We rang ten readers on 2026-11-05: seven agree, so it supports S1 ([notes](#evidence))
```

What an earlier campaign showed counts too.

```page playbooks/summer-letters.md
---
id: summer-letters
title: Letters to summer readers
status: done
lang: en
---
## Results
| metric | target | actual | as of | verdict |
| --- | --- | --- | --- | --- |
| M1 | 40 | 52 | 2026-09-30 | hit |
```

```brief status=validated evidence_from=summer-letters lang=pl
## Po co
Latem listy działały, jesienią wysyłamy je znowu.
```

## Known misses
It counts people and reads words; whether the five were the right five is for a second reader.

## Sources
Test the idea with a small slice of the audience: even a few minutes with real people change the
direction.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from readyroom.meaning.evidence import (
    Gap,
    evidence_rows,
    gaps_in,
    is_assumption,
    mentions_people,
    shows_something,
)
from readyroom.meaning.scaffold import section_scaffold
from readyroom.model.brief import Brief, Item
from readyroom.model.message import Message, listing, msg
from readyroom.model.rule import Context, Finding, Rule
from readyroom.model.status import Level, Pillar


@dataclass(frozen=True, slots=True)
class Options:
    """The fewest people that count as evidence."""

    min_n: int = 5


RULE = Rule(
    severity="·WEEE·",
    core=True,
    gate=Level.VALIDATED,
    pillar=Pillar.EVIDENCE,
    presence_of="evidence",
    foreign=True,
    options=Options,
)


def check(brief: Brief, context: Context) -> Iterator[Finding]:
    least: int = context.options.min_n
    if brief.foreign and mentions_people(brief, least):
        return
    earlier = (
        context.playbook.brief(name.split("#")[0]) for name in brief.front.texts("evidence_from")
    )
    if any(found and shows_something(found) for found in earlier):
        return
    weighed = [
        (list(gaps_in(brief, row, least, context.today)), row) for row in evidence_rows(brief)
    ]
    gaps, row = min(
        weighed, key=lambda pair: _weight(pair[0], pair[1], brief.language), default=([], None)
    )
    if row is None or {"method", "n"} <= {column for column, _ in gaps}:
        yield Finding(
            brief.place("evidence"),
            msg("Nothing here shows what the audience itself said or did."),
            help=msg(
                "Ask or watch {n} people or more, and write down in one row what came out.", n=least
            ),
            example=_example(context.today, least),
            question=msg("Who could you talk to this week?"),
            fix=section_scaffold(
                brief, "evidence", msg("One row for each talk, survey or small test")
            ),
        )
    elif gaps:
        yield _incomplete(row, gaps, context.today, least)


def _weight(gaps: list[Gap], row: Item, code: str) -> tuple[bool, int]:
    """How far a row is from being evidence; what the team only believes is farthest."""
    return bool(gaps) and is_assumption(row, code), len(gaps)


def _incomplete(row: Item, gaps: list[Gap], today: date, least: int) -> Finding:
    return Finding(
        row.place(gaps[0][0]) if len(gaps) == 1 else row.span,
        msg(
            "{row} does not count as evidence yet. Missing: {gaps}.",
            row=row.id or msg("This row"),
            gaps=listing([message for _, message in gaps]),
        ),
        help=msg("Complete this row. One complete row is enough."),
        example=_example(today, least),
        question=msg("What did people say or do that you did not expect?"),
    )


def _example(day: date, people: int) -> Message:
    return msg(
        "| E1 | evidence | interviews | {n} | {day} | what kept you from coming back? | high | "
        "contradicts | [notes](notes.md) |",
        n=max(people, 5) + 2,
        day=day,
    )
