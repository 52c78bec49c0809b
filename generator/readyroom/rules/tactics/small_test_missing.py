"""Everything starts big: nothing is tried small before.

## Why it matters
A small try costs an afternoon and shows what would be expensive to find out in front of everybody.

Call ten people, write sixty letters by hand, put one poster up: things that do not scale are where
big ones begin, if they start earlier and somebody writes down what came out.

## Bad
```brief status=ready
## Tactics ←
| id | tactic | type | goal | start |
| --- | --- | --- | --- | --- |
| T1 | launch all ads | scale | G1 | 2027-01-18 |
| T2 | mail the whole list | scale | G1 | 2027-01-18 |
```

```brief status=ready lang=ru
## Тактика
| id | тактика | тип | цель | старт |
| --- | --- | --- | --- | --- |
| T1 | письмо сорока ученикам, что помешало? | тест | G1 | 2027-02-15 |
| T2 | письмо всем остальным | масштаб | G1 | 2027-02-08 | ←
```

```brief status=ready lang=zh-Hans
## 战术动作
| 编号 | 动作 | 类型 | 目标 | 开始 |
| --- | --- | --- | --- | --- |
| T1 | 先给 60 人发短信 | 测试 | G1 | 2027-02-01 | ←
| T2 | 其余名单 | 放量 | G1 | 2027-02-20 |

## 数据阈值
| 编号 | 决定 | 指标 | 等到 | 不晚于 |
| --- | --- | --- | --- | --- |
| D1 | 是否续租场地 | M2 | 20 人 | 2027-01-25 |
```

## Good
```brief status=ready
## Tactics
- **T1** (manual) Call ten lapsed members on 2026-12-01, ask what would bring them back (G1)
- **T2** (scale) Mail the other 400 from 2027-01-18 (G1)
```

```brief status=ready lang=pl
## Taktyki
| id | taktyka | typ | kanał | cel | start |
| --- | --- | --- | --- | --- | --- |
| T1 | list do pierwszych 40 osób (D1) | test | e-mail | G1 | 2027-01-11 |
| T2 | płatne ogłoszenia | | reklama | G1 | 2027-02-01 |
```

## Near misses
A campaign that builds on a former one with results has had its test; an experiment is one.

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

```brief status=ready evidence_from=summer-letters lang=fil
## Mga taktika
- **T1** (scale) Sulat sa lahat ng mambabasa (G1)
```

```brief status=ready kind=experiment
## Tactics
- **T1** Two headlines for two weeks (G1)
```

## Known misses
What "small" means is not measured, and without any data threshold a test is not asked for one.

## Sources
To become big, start small and do what does not scale; give a small sample the first look.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from readyroom.meaning.channels import Reach, sort_channel
from readyroom.meaning.evidence import shows_something
from readyroom.meaning.tactics import first_day, kind_of, tactics
from readyroom.model.brief import Brief, Item
from readyroom.model.citations import cited
from readyroom.model.message import Message, msg
from readyroom.model.rule import Context, Finding, Related, Rule
from readyroom.model.status import Pillar
from readyroom.model.text import Span

RULE = Rule(severity="·iWE··", pillar=Pillar.PEOPLE, sections=("tactics",))

_SMALL = ("test", "manual")
_EXEMPT = ("experiment", "transactional", "incident")


def applies(brief: Brief, context: Context) -> bool:
    """Briefs with tactics, unless they are a test themselves or build on results."""
    former = (*brief.front.texts("evidence_from"), *brief.front.texts("repeats"))
    known = (context.playbook.brief(name.split("#")[0]) for name in former)
    proven = any(found and shows_something(found) for found in known)
    return bool(tactics(brief)) and brief.front.text("kind") not in _EXEMPT and not proven


def check(brief: Brief, context: Context) -> Iterator[Finding]:
    """No small test; a big start that does not wait for it; or a test that nothing is read from."""
    listed = tactics(brief)
    small = [tactic for tactic in listed if kind_of(tactic, brief.language) in _SMALL]
    big = [tactic for tactic in listed if _is_big(tactic, brief, context)]
    if not small:
        yield _finding(brief.place("tactics"), msg("Nothing is tried small before it gets big."))
        return
    first = min((day for tactic in small if (day := first_day(tactic))), default=None)
    for tactic in big:
        day = first_day(tactic)
        if first and day and day <= first:
            yield _finding(
                tactic.place("start"),
                msg("This starts before anything was tried small."),
                Related(small[0].place("start"), msg("This is the small test.")),
            )
            return
    if not any(_is_read(tactic, brief, context) for tactic in small):
        yield _finding(small[0].place("tactic"), msg("Nothing says what this test should show."))


def _finding(where: Span, message: Message, *related: Related) -> Finding:
    return Finding(
        where,
        message,
        msg("Add one test or piece of work by hand that starts first, and what it should tell."),
        example=msg(
            "| T1 | call ten lapsed members: what would bring you back? | manual | phone | S1 | "
            "lapsing | G1 | lea | 2026-12-01 | 0 EUR |"
        ),
        question=msg("What could one person try next week?"),
        related=related,
    )


def _is_big(tactic: Item, brief: Brief, context: Context) -> bool:
    """Whether it is marked as such, or paid for and marked as nothing else."""
    kind, channel = kind_of(tactic, brief.language), tactic.cell("channel")
    if kind or not channel:
        return kind == "scale"
    return sort_channel(channel.text, brief.language, context.playbook.channels) is Reach.PAID


def _is_read(test: Item, brief: Brief, context: Context) -> bool:
    """Whether it asks something, names a threshold, metric or assumption, or a threshold waits for
    it; a brief without thresholds is spoken to by another rule."""
    if cited(test.text, "DMAE") or "?" in test.text or "？" in test.text:
        return True
    if test.text in context.words("asks"):
        return True
    thresholds, start = brief.items("thresholds"), first_day(test)
    return not thresholds or any(_latest(row, start) for row in thresholds)


def _latest(row: Item, start: date | None) -> bool:
    """Whether a threshold is read on the day on which a test starts, or later."""
    days = [mention.last for mention in (row.cells.get("latest") or row.passage).dates]
    return not start or not days or any(day is None or day >= start for day in days)
