"""Nobody from the team meets, calls or watches the people whom the campaign is for.

## Why it matters
Numbers tell how many, and only somebody who was there can tell you why, in people's own words.

One visit, one call or one evening beside somebody who fills in your form is enough, if it happens
before the launch and somebody from the team is there.

## Bad
```brief status=validated
## Evidence ←
- **E1** Research: three analyst reports, 2026-11-10, supports
```

```brief status=validated lang=pl
## Taktyki ←
| id | taktyka | typ | cel | odpowiada | start |
| --- | --- | --- | --- | --- | --- |
| T1 | list do 40 osób | test | G1 | ola | 2026-12-01 |
```

```brief status=validated lang=zh-Hans
## 证据 ←
| 编号 | 种类 | 方法 | 样本 | 日期 | 问题或论断 | 结果 |
| --- | --- | --- | --- | --- | --- | --- |
| E1 | 证据 | 问卷 | 58 人 | 2026-11-10 | 为什么没来？ | 支持 |
| E2 | 证据 | 访谈（委托调研机构） | 12 人 | 2026-11-12 | 为什么没来？ | 支持 |
```

## Good
```brief status=validated
## Evidence
- **E1** observation, 2026-11-18: Lea sat in two evening shifts, supports
```

```brief status=validated lang=fil
## Mga taktika
| id | taktika | uri | layunin | may-ari | simula |
| --- | --- | --- | --- | --- | --- |
| T1 | Dalawin ang limang mambabasa at umupo sa tabi nila | manual | G1 | dodong | 2026-12-02 |
```

## Near misses
Where nobody may be contacted, the rule is silent; so it is where there is nothing to look at yet.

```brief status=validated lang=ru
## Аудитория
- **S1** анонимные пациенты клиники, без контактов

## Доказательства
- **E1** журнал обращений за октябрь, подтверждает
```

```brief
## Goals
- **G1** 120 first-time volunteers by 2027-05-31
```

## Known misses
A visit counts whoever was visited. Contact without a date is taken as one before the launch.

## Sources
Run to the nearest customer: meet them, watch them use what you offer.
"""

from __future__ import annotations

from collections.abc import Iterator

from readyroom.meaning.handles import handles, names_team
from readyroom.meaning.persons import Who, callable_name, who
from readyroom.model.brief import Brief, Item
from readyroom.model.entries import entries
from readyroom.model.message import msg
from readyroom.model.rule import Context, Finding, Rule
from readyroom.model.status import Pillar

RULE = Rule(severity="·iWW··", pillar=Pillar.PEOPLE, sections=("evidence", "tactics", "feedback"))

_PLACES = {"evidence": "E", "tactics": "T", "feedback": "F"}
_EXEMPT = ("transactional", "incident")


def applies(brief: Brief, context: Context) -> bool:
    """Briefs that hold evidence, tactics or feedback about people who may be met."""
    out_of_reach = context.words("out_of_reach")
    hidden = any(block.passage.text in out_of_reach for block in brief.blocks("audience"))
    return bool(_rows(brief)) and not hidden and brief.front.text("kind") not in _EXEMPT


def check(brief: Brief, context: Context) -> Iterator[Finding]:
    """One finding where no row tells of somebody from the team with somebody from the audience."""
    if not any(_is_contact(row, brief, context) for row in _rows(brief)):
        yield Finding(
            brief.place(*_PLACES),
            msg("Nobody from the team meets the people whom this is for."),
            msg("Add one visit, call or talk before the launch, with the name of who goes."),
            example=msg(
                "| T1 | sit beside two people while they fill in the form | manual | {owner} |",
                owner=callable_name(brief, "lea"),
            ),
            question=msg("Where could you meet three of them this week?"),
        )


def _rows(brief: Brief) -> list[Item]:
    return [row for key, letter in _PLACES.items() for row in entries(brief, key, letter)]


def _is_contact(row: Item, brief: Brief, context: Context) -> bool:
    """Whether a row tells of a meeting in the time before the launch that the team was at."""
    if row.text not in context.words("first_hand") or not _is_in_time(row, brief):
        return False
    if row.text in context.words("go_between"):
        return names_team(row.text, handles(brief))
    people = [row.cells[name].text for name in ("owner", "who") if name in row.cells]
    return all(who(person, brief.language) is not Who.NOBODY for person in people)


def _is_in_time(row: Item, brief: Brief) -> bool:
    """Before the launch, as far as days are named."""
    days = (row.cells.get("date") or row.cells.get("start") or row.passage).dates
    first = min((day.first for day in days if day.first and not day.assumed_year), default=None)
    return not first or not brief.launch or first < brief.launch
