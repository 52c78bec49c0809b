"""A goal has no number, so nobody can tell whether it was reached.

## Why it matters
Without a number every result can be called a success, and the talk about what comes next starts
from feelings.

A number with a unit ("120 people", "5.5%", "in half the time") settles both. It may be wrong; then
you learn how wrong.

## Bad
```brief
## Goals
- Get a lot more volunteers. ←
```

```brief lang=pl
## Cele
- **G1** Kursanci w wieku 18-35 lat chętniej wracają do 2027-03-31 ←
```

A metric that is named but has no target of its own does not help.

```brief lang=ru
## Цели
- **G1** Ученики возвращаются чаще (M1) ←

## Метрики
| id | метрика | цель | целевое значение |
| --- | --- | --- | --- |
| M1 | повторные записи | G1 | – |
```

## Good
```brief
## Goals
- **G1** 120 first-time volunteers by 2027-05-31 (45 in 2026)
```

```brief lang=zh-Hans
## 目标
- **G1** 到2027年3月，三成断课学员重新约课
- **G2** 报名人数翻一番
```

## Near misses
A goal may lean on a metric with a target. Trust is measured with named levels.

```brief lang=fil
## Mga layunin
- **G1** Bumabalik ang mga boluntaryo (M1)
- **G2** Pinagkakatiwalaan kami ng mga pamilya

## Mga sukatan
| id | metric | type | goal | target |
| --- | --- | --- | --- | --- |
| M1 | ikalawang shift | outcome | G1 | 40% |
| M2 | tiwala | rubric | G2 | antas 3: inirerekomenda kami sa kapitbahay |
```

With `outcome_only: true` a count of our own posts or mails is no goal.

```brief outcome_only=true
## Goals
- **G1** 30 posts by 2027-03-31 ←
```

## Known misses
A number that is only the present state ("now 45") counts. Hours of effort count as a duration.

## Sources
SMART goals: the M.
"""

from __future__ import annotations

from collections.abc import Iterator

from readyroom.meaning.foreign.aims import aims, has_number, targets
from readyroom.meaning.placeholders import is_blank
from readyroom.model.brief import Brief, Item, ItemKind
from readyroom.model.citations import cited
from readyroom.model.goals import metrics_of, primary_goals, target, wording
from readyroom.model.message import msg
from readyroom.model.rule import Context, Finding, Related, Rule
from readyroom.model.status import Level, Pillar
from readyroom.model.text import Passage
from readyroom.model.values import Quantity, UnitClass

RULE = Rule(
    severity="iEEEEE",
    core=True,
    gate=Level.PLANNED,
    pillar=Pillar.STRATEGY,
    requires=("goal-missing",),
    foreign=True,
)


def check(brief: Brief, context: Context) -> Iterator[Finding]:
    """One finding per goal; for a plan without front matter one for all of them."""
    goals = [g for g in primary_goals(brief) if not is_blank(wording(g).text, brief.language)]
    vague = [goal for goal in goals if not _is_measurable(goal, brief, context)]
    if brief.foreign:
        vague = [] if len(vague) < len(goals) or any(targets(brief)) else _vague_aims(vague, brief)
    for goal in vague:
        yield Finding(
            wording(goal).span(),
            msg("This goal has no number, so nobody will be able to say whether it was reached."),
            msg("Add how many of what, or name a metric that has a target."),
            example=msg(
                "**{id}** 120 first-time volunteers by {date} (45 a year before)",
                id=goal.id or "G1",
                date=brief.ends or "2027-05-31",
            ),
            question=msg("What would you count to notice that it worked?"),
            related=tuple(
                Related(metric.span, msg("This metric is named here and has no number either."))
                for metric in metrics_of(brief, goal)
                if metric.id in cited(goal.text, "M")
            ),
        )


def _vague_aims(goals: list[Item], brief: Brief) -> list[Item]:
    """The first goal of somebody else's plan, unless one that stands elsewhere has a number."""
    others = list(aims(brief))
    if any(has_number(aim, brief.language) for aim in others):
        return []
    return [*goals, *(Item(ItemKind.PARAGRAPH, aim) for aim in others)][:1]


def _is_measurable(goal: Item, brief: Brief, context: Context) -> bool:
    passages = [cell for cell in (goal.cell("goal"), goal.cell("to")) if cell] or [goal.passage]
    return (
        any(
            _counts(number, where, brief, context)
            for where in passages
            for number in where.quantities
        )
        or any(where.text in context.words("number_word") for where in passages)
        or any(_carries(metric, goal, context) for metric in metrics_of(brief, goal))
    )


def _counts(number: Quantity, where: Passage, brief: Brief, context: Context) -> bool:
    """Whether a number says how much changes, and not what we spend or send."""
    if number.unit_class is UnitClass.MONEY:
        return number.low != _budget(brief)
    unit = where.text[number.start : number.end + 16]
    return not (_wants_outcomes(brief) and unit in context.words("own_output"))


def _budget(brief: Brief) -> object:
    budget = brief.front.get("budget")
    amount = budget.get("amount") if budget else None
    return amount.value if amount else None


def _wants_outcomes(brief: Brief) -> bool:
    node = brief.front.get("outcome_only")
    return node is not None and node.value is True


def _carries(metric: Item, goal: Item, context: Context) -> bool:
    """Whether a metric gives the goal what it lacks: levels with names, or, where the goal names
    the metric, a number to reach or something to learn."""
    kind = metric.cell("type")
    meaning = context.cell("metric_type", kind.text) if kind else ""
    if metric.id not in cited(goal.text, "M"):
        return meaning == "rubric"
    where = target(metric)
    return meaning in ("rubric", "learn") or (where is not None and bool(where.quantities))
