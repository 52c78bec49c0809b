"""A tactic serves no goal, or a goal has no tactic.

## Why it matters
Without a link to a goal a post is just one more post, and a goal that nothing works for is a wish.

Tactics are the best part of the work, and they live from that link; it also shows where effort is
missing.

## Bad
```brief
## Goals
- **G1** 120 first-time volunteers by 2027-05-31

## Tactics
- **T1** Mail to the first 120 former helpers (G1)
- **T2** Post 3x per week ←
```

```brief lang=zh-Hans
## 目标
- **G1** 40 名老学员回来上课，2027-03-31 前
- **G2** 30 名老学员说出断课原因，2027-03-31 前 ←

## 战术动作

| 编号 | 动作 | 类型 | 目标 |
| --- | --- | --- | --- |
| T1 | 请老师打电话 | 手工 | G1 |
| T2 | 推送课表 | 放量 | | ←
```

Where no tactic names a goal, or the goals have no ids to name, one finding says so.

```brief lang=ru
## Цели
- 40 учеников возвращаются до 2027-03-31

## Тактика ←
- Написать письмо
- Позвонить
- Повесить афишу
```

## Good
```brief
## Goals
- **G1** 120 first-time volunteers by 2027-05-31

## Tactics
| id | tactic | goal | segment |
| --- | --- | --- | --- |
| T2 | answer 20 forum questions | G1 | S1 |
```

## Near misses
A metric stands for its goal, a sub-goal too. Work that several tactics build on is marked `enable`.
To-do items are not tactics.

```brief lang=pl
## Cele
- **G1** 40 osób wraca na kurs do 2027-03-31
- **G2** 30 osób mówi, dlaczego przerwały

## Taktyki

| id | taktyka | typ | cel |
| --- | --- | --- | --- |
| T1 | list od nauczyciela | test | M1 |
| T2 | rozmowy przy kawie | ręcznie | G2.1 |
| T3 | nowy formularz | wsparcie | |

- [ ] zamówić kawę

## Mierniki
| id | miernik | cel | wartość docelowa |
| --- | --- | --- | --- |
| M1 | powroty | G1 | 40 |
```

```brief lang=fil
## Mga layunin
- **G1** 60 boluntaryo ang babalik bago mag-2027-05-31

## Mga taktika
- **T1** Tawag sa 60 dating boluntaryo (G1)
```

## Known misses
That a tactic names a goal does not mean that it helps.

## Sources
Tactics live from the link to strategy, and strategy without tactics is empty; each mail or ad
serves a bigger goal.
"""

from __future__ import annotations

from collections.abc import Iterator

from readyroom.meaning.tactics import kind_of, tactics
from readyroom.model.brief import Brief, Item
from readyroom.model.citations import cited
from readyroom.model.goals import metrics_of, primary_goals, wording
from readyroom.model.message import Message, msg, verbatim
from readyroom.model.rule import Context, Finding, Related, Rule
from readyroom.model.status import Level, Pillar

RULE = Rule(
    severity="·WEEE·",
    core=True,
    gate=Level.VALIDATED,
    presence_of="tactics",
    pillar=Pillar.PEOPLE,
    requires=("goal-missing",),
)


def check(brief: Brief, context: Context) -> Iterator[Finding]:
    """Tactics without a goal (one finding where none of them has any), goals without a tactic."""
    listed = tactics(brief)
    loose = [item for item in listed if not _serves(item) and not _enables(item, brief)]
    goals = [goal for goal in primary_goals(brief) if goal.id]
    if not listed:
        yield _nothing_to_do(brief)
    elif len(loose) == len(listed) > 1:
        yield _no_links(brief, goals)
    else:
        for tactic in loose:
            yield _loose(tactic, goals)
        yield from _unserved(brief, goals, listed) if len(loose) < len(listed) else ()


def _serves(tactic: Item) -> tuple[str, ...]:
    """Goals and metrics that a tactic names; without a goal column anywhere in its line."""
    where = tactic.cell("goal") if "goal" in tactic.cells else tactic.passage
    return cited(where.text, "GM") if where else ()


def _enables(tactic: Item, brief: Brief) -> bool:
    return "type" in tactic.cells and kind_of(tactic, brief.language) in ("enable", "later")


def _loose(tactic: Item, goals: list[Item]) -> Finding:
    return Finding(
        tactic.place("goal"),
        msg("This tactic serves no goal."),
        msg("Write the id of the goal beside it, or mark work that others build on as enable."),
        example=verbatim(goals[0].id if goals else "G1"),
        question=msg("What would be worse without it?"),
        related=_stands(goals[:1]),
    )


def _unserved(brief: Brief, goals: list[Item], listed: tuple[Item, ...]) -> Iterator[Finding]:
    named = {name for tactic in listed for name in _serves(tactic)}
    named |= {name.split(".")[0] for name in named}
    for goal in goals:
        metrics = {metric.id for metric in metrics_of(brief, goal)}
        if goal.id not in named and not metrics & named:
            yield Finding(
                wording(goal).span(),
                msg("No tactic works towards {goal}.", goal=goal.id),
                msg("Add one small test for {goal}, or drop the goal.", goal=goal.id),
                example=_small_test(goal.id),
                question=msg("What could one person try next week?"),
            )


def _no_links(brief: Brief, goals: list[Item]) -> Finding:
    return Finding(
        brief.place("tactics"),
        msg("No tactic says which goal it serves."),
        msg("Write the id of a goal behind each tactic.")
        if goals
        else msg("Give each goal an id, and write one behind each tactic."),
        example=_small_test(goals[0].id if goals else "G1"),
        question=msg("Which tactics serve no goal?"),
        related=_stands(goals[:1]),
    )


def _nothing_to_do(brief: Brief) -> Finding:
    return Finding(
        brief.place("tactics", "goals"),
        msg("There is a goal, and no tactic that works towards it."),
        msg("Under Tactics, add one small test."),
        example=_small_test(next((goal.id for goal in primary_goals(brief) if goal.id), "G1")),
        question=msg("What could one person try next week?"),
    )


def _small_test(goal: str) -> Message:
    return msg("**T1** Letter by hand to 60 former helpers ({goal})", goal=goal)


def _stands(goals: list[Item]) -> tuple[Related, ...]:
    return tuple(
        Related(wording(goal).span(), msg("This is a goal that it could serve.")) for goal in goals
    )
