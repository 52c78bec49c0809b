"""Nobody in person answers for the brief.

## Why it matters
When something goes wrong or a chance opens, one person has to pick up the phone and decide.

A team does not do that, and everyone else has to know who does. The owner does not do all the work;
the owner sees to it that it is done.

## Bad
```brief
---
title: Spring intake
status: planned
owner: marketing team ←
---
```

```brief
---
title: Wiosenny nabór
status: planned
lang: pl
owner: [ana, jo] ←
---
```

```brief lang=zh-Hans
---
title: 春季招募
status: planned
lang: zh-Hans
---
负责人：待定 ←
```

## Good
```brief owner=ana.silva
## Why
Two of five shifts ran short in autumn.
```

```brief lang=ru
**Ответственный:** Зоя (отдел маркетинга)
```

## Near misses
A label line and the owner's row of the team table count. So does a handle, and a name with a role
behind it.

```brief lang=fil
## Koponan at ritmo

| tungkulin | tao | ginagawa |
| --- | --- | --- |
| may-ari | mayumi | nagpapasya |
| nilalaman | jun | nagsusulat |
```

```brief foreign
# Launch plan
- Coordinator: [lea](https://example.org/lea), keeps the list
```

In somebody else's plan, a person for a single piece of work is enough; guests and partners are not.

```brief foreign lang=ru
# План запуска
За релиз отвечает Вера Соколова.
```

```brief foreign
# Pod relaunch ←
## Influencers to contact
- Ana Silva: reviews headphones
```

## Known misses
A role such as "head of growth" is taken for a name. "Silva, Ana" and "Ana, Jo" look alike and
both pass.

## Sources
Say who does what; somebody has to run to the customer.
"""

from __future__ import annotations

from collections.abc import Iterator

from readyroom.meaning.crew import named_owners
from readyroom.meaning.foreign.owner import owners
from readyroom.meaning.persons import Who, who
from readyroom.model.brief import Brief
from readyroom.model.message import Message, msg
from readyroom.model.rule import Context, Finding, Rule
from readyroom.model.status import Level, Pillar

RULE = Rule(
    severity="iEEEEE",
    core=True,
    gate=Level.PLANNED,
    presence_of="owner",
    pillar=Pillar.PEOPLE,
    foreign=True,
)


def check(brief: Brief, context: Context) -> Iterator[Finding]:
    """At most one finding: at what stands where the name should, else where it belongs."""
    named = list(named_owners(brief))
    answers = [who(text, brief.language) for text, _ in named]
    if Who.ONE in answers or (brief.foreign and any(owners(brief))):
        return
    if not named:
        message = msg("Nobody is named as the one who answers for this brief.")
    else:
        message = _message(answers[0], named[0][0])
    yield Finding(
        named[0][1] if named else brief.place("team"),
        message,
        msg("Name one person in the front matter; others can have roles in the team table."),
        example=msg("owner: ana"),
        question=msg("Who decides when nobody agrees?"),
    )


def _message(answer: Who, written: str) -> Message:
    if answer is Who.GROUP:
        return msg('"{written}" is a group, and a group cannot be asked.', written=written)
    if answer is Who.SEVERAL:
        return msg("Several people are named as owner; one has to decide.")
    return msg("The owner is still open.")
