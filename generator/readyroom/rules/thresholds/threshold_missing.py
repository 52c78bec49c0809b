"""It is not agreed how much data a decision waits for.

## Why it matters
Without an agreed amount, somebody changes the text after forty views and calls the noise a result.

Write before the start what you wait for, until when at the latest, what follows on either side, and
who decides. Then nobody has to guess under pressure.

## Bad
```brief status=validated
## Data thresholds
- We will tweak the ad if it does not work. ←
```

```brief status=validated lang=ru
## Пороги данных
| id | решение | метрика | сколько ждём | не позднее | если выше | если ниже | кто решает |
| --- | --- | --- | --- | --- | --- | --- | --- |
| D1 | менять ли текст | M3 | 1 000 показов | 2026-12-24 | остаётся | меняем | | ←
| D2 | платить ли дальше | M4 | достаточно данных | 2026-12-24 | да | нет | lev | ←
```

```brief
---
id: example
title: Halimbawa
status: validated ←
lang: fil
---
## Mga layunin
- **G1** 120 bagong boluntaryo hanggang 2027-05-31
```

```fixed
---
id: example
title: Halimbawa
status: validated
lang: fil
---
## Mga layunin
- **G1** 120 bagong boluntaryo hanggang 2027-05-31

## Hangganan ng datos

<!-- One row for each decision that waits for numbers -->

| id | pasya | sukatan | hihintayin | pinakahuli | kung mas mataas | kung mas mababa | sino ang magpapasya |
| --- | --- | --- | --- | --- | --- | --- | --- |
```

## Good
```brief status=ready
## Data thresholds
| id | decision | metric | wait for | if above | if below | who |
| --- | --- | --- | --- | --- | --- | --- |
| D1 | headline | M1 | 1,000 impressions or 2026-12-14 | keep it | take variant B | @jo |
```

```brief status=ready lang=zh-Hans
## 数据阈值
| 编号 | 决定 | 指标 | 等到 | 不晚于 | 高于时 | 低于时 | 谁决定 |
| --- | --- | --- | --- | --- | --- | --- | --- |
| D1 | 是否放量 | M1 | 200 条送达 | 2026-12-18 | 6% 以上：放量 | 不到 6%：不发 | 美琳 |
```

## Near misses
A one-day event waits for early registrations; a line is as good as a table.

```brief status=ready owner=ola lang=pl
## Progi danych
- **D1** M1, po 40 zapisach albo 2026-12-14: od 20 opłaconych duża sala, inaczej mała; ola
```

```brief
---
status: ready
owner: Ruth Abbey
---
## Data thresholds
- **D1** M1, 12 neighbours or 2027-01-29: from 4 on we go on air, else we change it. Ruth decides.
```

## Known misses
It does not judge whether the amount is large enough to tell two versions apart.

## Sources
Set a data goal, such as a thousand views before the text is touched: a threshold reduces guessing.
"""  # noqa: E501

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from readyroom.meaning.fillers import fillers
from readyroom.meaning.persons import callable_name
from readyroom.meaning.placeholders import is_blank
from readyroom.meaning.scaffold import section_scaffold
from readyroom.meaning.team_names import names_person
from readyroom.meaning.waiting import decisions, has_unit
from readyroom.model.brief import Brief, Item
from readyroom.model.citations import cited
from readyroom.model.message import Message, listing, msg
from readyroom.model.rule import Context, Finding, Rule
from readyroom.model.status import Pillar, Severities

RULE = Rule(severity="·iEEE·", core=True, pillar=Pillar.EVIDENCE, presence_of="thresholds")

_NO_AMOUNT = Severities("·EEEE·")
_INCOMPLETE = Severities("·iWEE·")
_TWO_WEEKS = timedelta(days=14)


def check(brief: Brief, context: Context) -> Iterator[Finding]:
    rows = decisions(brief)
    if not rows:
        yield Finding(
            brief.place("thresholds"),
            msg("Nothing says how much data your decisions wait for."),
            help=msg("Write one line for each decision that the numbers will make for you."),
            example=_example(brief, context.today),
            question=msg("Which decision would you be tempted to take too early?"),
            fix=section_scaffold(
                brief, "thresholds", msg("One row for each decision that waits for numbers")
            ),
        )
    for row in rows:
        where = row.cells.get("wait") or row.passage
        if fillers(where.text, brief.language):
            continue  # a placeholder is reported as one
        in_words = row.cells and where.text in context.words("number_word")  # "two weeks"
        if not in_words and not any(has_unit(where, amount) for amount in where.quantities):
            yield Finding(
                row.place("wait"),
                msg("This decision waits for no amount that can be counted."),
                help=msg("Write a number and what it counts, such as views, replies or days."),
                example=msg("1,000 impressions"),
                question=msg("How much would convince you?"),
                severity=_NO_AMOUNT,
            )
        elif gaps := list(_gaps(brief, row)):
            yield Finding(
                row.place(gaps[0][0]) if len(gaps) == 1 else row.span,
                msg(
                    "This decision is not complete. Missing: {gaps}.",
                    gaps=listing([message for _, message in gaps]),
                ),
                help=msg("Add it to this line, so that nobody has to guess when the day comes."),
                example=_example(brief, context.today),
                question=msg("What will you do if the number is high, and what if it is low?"),
                severity=_INCOMPLETE,
            )


def _example(brief: Brief, today: date) -> Message:
    return msg(
        "| D1 | change the headline | M1 | 1,000 impressions | {day} | keep it | "
        "take the other one | {who} |",
        day=(brief.launch or today) + _TWO_WEEKS,
        who=callable_name(brief, "jo"),
    )


def _gaps(brief: Brief, row: Item) -> Iterator[tuple[str, Message]]:
    """What a row lacks. A line without columns may say what follows in its own words."""

    def empty(column: str) -> bool:
        found = row.cells.get(column)
        if found is None or fillers(found.text, brief.language):
            return found is None
        return is_blank(found.text, brief.language)

    if empty("metric") and not cited(row.text, "M"):
        yield "metric", msg("the metric (M1)")
    if not any(mention.last for mention in row.passage.dates):
        yield "latest", msg("the latest day")
    if row.cells:
        if empty("decision"):
            yield "decision", msg("what is decided")
        if empty("above"):
            yield "above", msg("what follows above it")
        if empty("below"):
            yield "below", msg("what follows below it")
    if empty("who") and not (not row.cells and names_person(brief, row.text)):
        yield "who", msg("who decides")
