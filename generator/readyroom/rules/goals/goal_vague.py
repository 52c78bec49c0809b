"""A goal is made of words that can mean anything.

## Why it matters
"Raise awareness" sounds like a goal, and everyone hears a different one in it.

Work then goes in different directions, and each can claim success. If the answer to "what exactly
would be different?" is unclear, the campaign can wait until it is clear.

## Bad
```brief
## Goals
- Boost engagement and strengthen the brand. ←
```

```brief lang=ru status=validated
## Цели
- **G1** Существенно повысить узнаваемость школы ←
```

```brief lang=fil
## Mga layunin
- **G1** Pataasin ang kamalayan tungkol sa pantry ←
```

## Good
```brief
## Goals
- **G1** Lift 8-week repeat visits from 18% to 24% by 2027-04-30
```

```brief lang=zh-Hans
## 目标
- **G1** 把老学员的重新约课比例从 6% 提升到 10%，2027-03-31 前
```

## Near misses
The same words are fine beside a number, beside a metric that carries the number, and in the
explanation below a goal.

```brief lang=pl
## Cele
- **G1** Zwiększyć sprzedaż kart o 15% do 2027-03-31
  - zwiększyć świadomość, że karta istnieje
- **G2** Poprawić powroty po przerwie (M1)
```

## Known misses
Only words from the list are found; a goal such as "Be the obvious choice" is left to the rule that
asks for a number.

## Sources
Pause before acting: ask why, and define it where the answer is unclear. Unclear aims waste effort.
"""

from __future__ import annotations

from collections.abc import Iterator

from readyroom.model.brief import Brief, Item
from readyroom.model.citations import cited
from readyroom.model.goals import primary_goals, wording
from readyroom.model.message import msg
from readyroom.model.rule import Context, Finding, Rule
from readyroom.model.status import Level, Pillar
from readyroom.model.text import Passage

RULE = Rule(
    severity="iWEEEW",
    core=True,
    gate=Level.VALIDATED,
    pillar=Pillar.STRATEGY,
    requires=("goal-missing",),
)

_LISTS = ("vague_goal", "vague_verb", "intensifier")


def check(brief: Brief, context: Context) -> Iterator[Finding]:
    """One finding per goal, at the words that can mean anything."""
    for goal in primary_goals(brief):
        where = wording(goal)
        words = _vague_words(where, context)
        if words and not _is_pinned_down(goal, context):
            yield Finding(
                where.span(*words),
                msg('"{words}" can mean anything.', words=where.text[slice(*words)]),
                msg("Say what changes, for whom and by how much."),
                example=msg(
                    "**{id}** Repeat visits within 8 weeks rise from 18% to 24% by {date}",
                    id=goal.id or "G1",
                    date=brief.ends or "2027-04-30",
                ),
                question=msg("What would you see people do that they do not do today?"),
            )


def _is_pinned_down(goal: Item, context: Context) -> bool:
    """Whether a number, in figures or words, or a metric stands beside the words."""
    numbers = goal.passage.quantities or goal.text in context.words("number_word")
    return bool(numbers or cited(goal.text, "M"))


def _vague_words(where: Passage, context: Context) -> tuple[int, int] | None:
    """The first stock phrase, else verb, else intensifier."""
    found = (next(iter(context.words(name).find(where.text)), None) for name in _LISTS)
    return next((words for words in found if words), None)
