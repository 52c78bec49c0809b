"""The brief does not say why: no objective of the team behind it, or no reason in words.

## Why it matters
Tasks without a reason are the first to be done in a hurry and the last to be stopped.

When a brief names the objective that it serves, the team can say no to everything that serves none.
The reason in words shows which problem people have and why the effort and the risk are worth it.

## Bad
```brief
## Why ←
Competitors are doing it.
```

```brief lang=ru supports=OBJ-2027-2
## Зачем ←
Потому что надо.
```

```brief
---
title: Spring intake
status: planned
supports: none ←
---
## Why
Two of five shifts ran short in autumn, and the queue outside grew to 40 minutes.
```

An idea that replaces an earlier brief says what is different this time.

```brief status=idea supports=OBJ-2027-2 supersedes=winter-push
## Why ←
Two of five shifts ran short in autumn, and the queue outside grew to 40 minutes.
```

```brief
---
title: Осенний набор в читальный клуб
status: planned ←
lang: ru
supports: OBJ-2027-2
---
## Цели
- **G1** 60 читателей приходят второй раз до 2027-05-31
```

```fixed
---
title: Осенний набор в читальный клуб
status: planned
lang: ru
supports: OBJ-2027-2
---

## Зачем

<!-- Which problem do people have, how do you know, and what if we do nothing? -->

## Цели
- **G1** 60 читателей приходят второй раз до 2027-05-31
```

## Good
```brief supports=OBJ-2027-2
## Why
Half of trial users never meet a second colleague in the product ([notes](../evidence/trial.md)).
```

## Near misses
The objective may be named in the reason itself or in the goals.

```brief lang=zh-Hans
## 为什么做
断课 60 天以上的老学员里只有 6% 重新约课，支持 [OBJ-2027-2](../strategy.md)。
```

```brief lang=pl
## Po co
Co czwarta osoba kończy kurs po pierwszym miesiącu, choć chwali nauczyciela.

## Cele
| id | cel | było | ma być | termin | wspiera |
| --- | --- | --- | --- | --- | --- |
| G1 | powroty po przerwie | 6% | 10% | 2027-03-31 | OBJ-2027-2 |
```

## Known misses
Forty characters of padding pass. Whether the reason fits the objective is for people to judge;
whether the objective exists is looked up by `broken-reference`.

## Sources
Strategy before speed: ask why each task matters and tie it to a bigger goal. Change needs a reward
that outweighs the risk.
"""

from __future__ import annotations

from collections.abc import Iterator

from readyroom.meaning.lengths import visible_length
from readyroom.meaning.placeholders import is_blank
from readyroom.meaning.scaffold import section_scaffold
from readyroom.model.brief import Brief
from readyroom.model.citations import objectives
from readyroom.model.message import msg
from readyroom.model.rule import Context, Finding, Related, Rule
from readyroom.model.status import Level, Pillar, Severities

RULE = Rule(
    severity="WEEEEW",
    core=True,
    gate=Level.IDEA,
    presence_of="why",
    pillar=Pillar.STRATEGY,
)

_SHORTEST_REASON = 40


def check(brief: Brief, context: Context) -> Iterator[Finding]:
    """At most one finding for the objective and one for the reason."""
    yield from _objective(brief, context)
    yield from _reason(brief, context)


def _objective(brief: Brief, context: Context) -> Iterator[Finding]:
    written = "\n".join(
        block.passage.text for key in ("why", "goals") for block in brief.blocks(key)
    )
    named = [*brief.front.texts("supports"), *objectives(written)]
    if any(name.lower() != "none" for name in named):
        return
    yield Finding(
        brief.place("supports", "why"),
        msg("The brief does not say which objective of the team it serves."),
        msg("Name one objective of the team between the two lines of dashes at the top."),
        example=msg(
            "supports: {objective}",
            objective=next(iter(context.playbook.objectives), "OBJ-2027-1"),
        ),
        question=msg("If it serves no objective, is this the right campaign?"),
    )


def _reason(brief: Brief, context: Context) -> Iterator[Finding]:
    why = "\n".join(section.visible for section in brief.sections_of("why")).strip()
    if is_blank(why, brief.language):
        message = msg("The brief gives no reason in words.")
    elif visible_length(why) < _SHORTEST_REASON:
        message = msg("The reason is too short to convince anyone who was not in the room.")
    else:
        yield from _change(brief, why, context)
        return
    yield Finding(
        brief.place("why"),
        message,
        msg("Under Why, write which problem people have and how you know."),
        example=msg("Two of five Saturday shifts ran short in autumn (shift log)."),
        question=msg("What happens if we do nothing?"),
        fix=section_scaffold(
            brief,
            "why",
            msg("Which problem do people have, how do you know, and what if we do nothing?"),
        ),
    )


def _change(brief: Brief, why: str, context: Context) -> Iterator[Finding]:
    """An idea that replaces a brief says what changes; later `repeat-without-change` asks."""
    older = brief.front.text("supersedes")
    if older and older not in why and not brief.labelled("change"):
        yield Finding(
            brief.place("why"),
            msg("This brief replaces {older} and does not say what changes.", older=older),
            msg("Add a line to Why that says what is different this time."),
            example=msg(
                "**What we change:** 120 people get the mail first, and their answers may rewrite "
                "it."
            ),
            question=msg("What did you learn last time?"),
            related=tuple(
                Related(former.place("title"), msg("This is the brief it replaces."), former.path)
                for former in context.playbook.by_id.get(older, ())
            ),
            severity=Severities("W·····"),
        )
