"""Earlier campaigns left lessons for this case, and the brief mentions none of them.

## Why it matters
Somebody paid for what an earlier campaign taught, and it is free for whoever reads it now.

A lesson need not be followed: a line that says why it does not apply is as good. The three newest
are shown.

## Bad
```brief audience=former-helpers channels=sms
## Why ←
Shifts stay empty on Saturdays.
```

```fixed
## Why
<!-- To use or to dismiss: autumn-letters#L2, autumn-letters#L1 -->
Shifts stay empty on Saturdays.
```

```brief status=ready lang=ru channels=letters
## Зачем ←

В субботу на складе мало людей.
```

```fixed
## Зачем
<!-- To use or to dismiss: autumn-letters#L2, autumn-letters#L1 -->

В субботу на складе мало людей.
```

## Good
```page playbooks/autumn-letters.md
---
id: autumn-letters
title: Letters in autumn
status: done
lang: en
ends: 2026-09-30
audience: [former-helpers, S1]
channels: [letters]
---
## Retrospective
- **L1** Ask before you tell; jo; from 2026-11-01
- **L2** No letters in the week of the school fair; ana; from 2027-01-11
```

```brief lang=pl channels=letters
## Po co
Korzystamy z autumn-letters#L1; autumn-letters#L2 nas nie dotyczy, bo nie piszemy w weekendy.
```

```brief lang=fil channels=letters
## Bakit
Tingnan ang [mga aral noong taglagas](autumn-letters.md#retrospective).
```

## Near misses
Other people on another channel are another case; so is S1, somebody else in each brief.

```brief lang=zh-Hans audience=S1 channels=radio
## 为什么做
周六的班没有人。
```

## Known misses
Lessons of a campaign on another channel may fit as well.

## Sources
Teams that share what they know learn faster.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from readyroom.meaning.scaffold import comment_below
from readyroom.model.brief import Brief
from readyroom.model.earlier import cites_lesson, lessons, teachers
from readyroom.model.fix import Fix
from readyroom.model.links import resolve, split_target
from readyroom.model.message import msg
from readyroom.model.references import statements
from readyroom.model.rule import Context, Finding, Related, Rule
from readyroom.model.status import Pillar

RULE = Rule(severity="·iii··", pillar=Pillar.LEARNING)

_MOST = 3


def check(brief: Brief, context: Context) -> Iterator[Finding]:
    alike = teachers(brief, context.playbook.briefs)
    found = [(old, *lesson) for old in alike for lesson in reversed(lessons(old))][:_MOST]
    if not found or _knows(brief, alike):
        return
    names = [name for _, name, _ in found]
    yield Finding(
        brief.place("why", "audience", "channels"),
        msg("“{title}” left lessons, and this brief mentions none of them.", title=alike[0].title),
        msg("Read them. Name the one that you use, or say why none of them applies."),
        example=msg("We use {lesson}.", lesson=names[0]),
        question=msg("What would you ask the people who ran it?"),
        related=tuple(
            Related(item.span, msg("The lesson {name}.", name=name), old.path)
            for old, name, item in found
        ),
        fix=_comment(brief, names),
    )


def _knows(brief: Brief, alike: Sequence[Brief]) -> bool:
    """Whether the brief cites a lesson, or links to one of these briefs."""
    if any(cites_lesson(block.passage.text) for block in statements(brief)):
        return True
    paths = {resolve(brief.path, split_target(link.target)[0]) for link in brief.links}
    return any(old.path in paths for old in alike)


def _comment(brief: Brief, names: Sequence[str]) -> Fix | None:
    """The lessons as a comment below the heading Why; none where they stand somewhere already."""
    if names[0] in brief.source.text:
        return None
    hint = msg("To use or to dismiss: {lessons}", lessons=", ".join(names))
    return comment_below(brief, "why", msg("List the lessons in a hidden comment"), hint)
