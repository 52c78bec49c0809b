"""It does again what did not work, and does not say what will be different.

## Why it matters
Habit is comfortable, and the same list, channel and hope bring the same result.

An earlier brief has lessons that somebody paid for. Name one and say what changes because of it, or
say that you repeat on purpose.

## Bad
```brief lang=pl repeats=autumn-letters
## Po co ←
Jesienią się nie udało, więc wysyłamy listy jeszcze raz.
```

```fixed
## Po co
<!-- Co zmieniamy: autumn-letters#L1 -->
Jesienią się nie udało, więc wysyłamy listy jeszcze raz.
```

```brief lang=ru supersedes=autumn-letters
## Зачем
**Что меняем:** напишем лучше. ←
```

```brief status=validated created=2026-11-02 audience=former-helpers channels=email
## Why ←
Shifts stay empty on Saturdays.

## Metrics
- **M1** first shifts, 120 people by 2027-05-31
```

```fixed
## Why
<!-- What we change: autumn-letters#L1 -->
Shifts stay empty on Saturdays.

## Metrics
- **M1** first shifts, 120 people by 2027-05-31
```

## Good
```page playbooks/autumn-letters.md
---
id: autumn-letters
title: Letters in autumn
status: done
lang: en
ends: 2026-09-30
audience: [former-helpers]
channels: [email]
---
## Metrics
| id | metric | target |
| --- | --- | --- |
| M1 | First shifts | 100 people |

## Results
| metric | target | actual | as of | verdict |
| --- | --- | --- | --- | --- |
| M1 | 100 people | 31 people | 2026-09-30 | miss |

## Retrospective
- **L1** Ask before you tell; jo; from 2026-11-01
```

```brief lang=zh-Hans repeats=autumn-letters
## 为什么做
**这次改什么：** 照 autumn-letters#L1，先打电话问，再写信。
```

```brief lang=fil repeats=autumn-letters
## Bakit
**Ano ang babaguhin:** L1: magtanong muna bago sumulat.
```

## Near misses
Repeating on purpose is allowed, and another audience is another campaign.

```brief repeats=autumn-letters replicate=true
## Why
We want to know whether the first result was luck.
```

```brief audience=drivers channels=email
## Metrics
- **M1** first shifts, 120 people by 2027-05-31
```

## Known misses
A change that is only written down and never made shows in the results.

## Sources
Herd habit and comfort make teams repeat what failed; agree first that a change is needed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import timedelta

from readyroom.languages import language
from readyroom.meaning.labels import told
from readyroom.meaning.placeholders import is_blank
from readyroom.meaning.results import metric_name, missed_metrics
from readyroom.meaning.scaffold import comment_below
from readyroom.model.brief import Brief
from readyroom.model.earlier import (
    cites_lesson,
    followed,
    lessons,
    same_channel,
    same_people,
)
from readyroom.model.fix import Fix
from readyroom.model.message import Message, msg
from readyroom.model.rule import Context, Finding, Related, Rule
from readyroom.model.status import Level, Pillar, Status

RULE = Rule(severity="·WEEW·", gate=Level.VALIDATED, pillar=Pillar.LEARNING)

_YEAR = timedelta(days=365)


def applies(brief: Brief, context: Context) -> bool:
    """Only to briefs that follow another one, and not to those that repeat it on purpose."""
    on_purpose = brief.front.text("replicate") not in ("", "false")
    return not on_purpose and bool(followed(brief) or _alike(brief, context))


def check(brief: Brief, context: Context) -> Iterator[Finding]:
    named = followed(brief)
    earlier = [old for name in named if (old := context.playbook.brief(name))]
    earlier = earlier or _alike(brief, context)
    names = [name for old in earlier for name, _ in lessons(old)]
    changes = [text for text in told(brief, "change") if not is_blank(text.text, brief.language)]
    if any(cites_lesson(text.text) for text in changes) or (changes and earlier and not names):
        return
    label = language(brief.language).labels["change"][0]
    yield Finding(
        changes[0].span() if changes else brief.place("why", "repeats", "supersedes", "audience"),
        _message(bool(changes), named, earlier),
        msg(
            "Write a line “{label}” that names a lesson and what you do because of it. If you "
            "repeat on purpose, say so with `replicate: true`.",
            label=label,
        ),
        example=msg(
            "**{label}:** {lesson}, so we call ten people before we write to all.",
            label=label,
            lesson=names[0] if names else "L1",
        ),
        question=msg("What would have to be different for the result to be different?"),
        related=tuple(
            Related(old.place("retro", "results"), msg("What came of {id}.", id=old.id), old.path)
            for old in earlier
        ),
        fix=None if changes else _comment(brief, label, names),
    )


def _message(has_line: bool, named: Sequence[str], earlier: Sequence[Brief]) -> Message:
    if has_line:
        return msg("This change comes from no lesson of the earlier brief.")
    if named:
        return msg("This repeats {id} and does not say what will be different.", id=named[0])
    return msg("{id} missed its target with the same people, channel and metric.", id=earlier[0].id)


def _comment(brief: Brief, label: str, names: Sequence[str]) -> Fix | None:
    """The lessons as a comment below the heading Why, for the writer to choose from."""
    if not names or names[0] in brief.source.text:
        return None
    hint = Message("{label}: {lessons}", (("label", label), ("lessons", ", ".join(names))))
    return comment_below(brief, "why", msg("List the earlier lessons in a hidden comment"), hint)


def _alike(brief: Brief, context: Context) -> list[Brief]:
    """Done briefs of the last twelve months that missed with segment, channel and metric of this
    one."""
    metrics = {metric_name(metric) for metric in brief.items("metrics")}
    since = (brief.created or context.today) - _YEAR
    return [
        old
        for old in context.playbook.briefs
        if old.status is Status.DONE
        and old.path != brief.path
        and old.ends
        and since <= old.ends <= context.today
        and same_people(brief, old)
        and same_channel(brief, old)
        and metrics & missed_metrics(old)
    ]
