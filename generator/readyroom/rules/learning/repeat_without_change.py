"""It does again what did not work, and does not say what will be different.

## Why it matters
Habit is comfortable: the same list, the same channel, the same hope. An earlier brief has lessons
that somebody paid for. Name one and say what changes because of it, or say that you repeat on
purpose.

## Bad
```brief lang=pl repeats=autumn-letters
## Po co ←
Jesienią się nie udało, więc wysyłamy listy jeszcze raz.
```

```brief lang=ru supersedes=autumn-letters
## Зачем
**Что меняем:** напишем лучше. ←
```

```brief
---
id: example
title: Example brief
status: validated
lang: en
created: 2026-11-02
audience: [former-helpers] ←
channels: [email]
---
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

import re
from collections.abc import Iterator
from datetime import timedelta

from readyroom.meaning.placeholders import is_blank
from readyroom.meaning.results import metric_name, missed_metrics
from readyroom.model.brief import Brief
from readyroom.model.message import Message, msg
from readyroom.model.references import definitions
from readyroom.model.rule import Context, Finding, Related, Rule
from readyroom.model.status import Level, Pillar, Status

RULE = Rule(severity="·WEEW·", gate=Level.VALIDATED, pillar=Pillar.LEARNING)

_YEAR = timedelta(days=365)
_LESSON = re.compile(r"(?<![A-Za-z0-9])L(?:\d|-[\w-]+-\d)")
_INLINE = re.compile(r"S\d+")


def applies(brief: Brief, context: Context) -> bool:
    """Only to briefs that follow another one, and not to those that repeat it on purpose."""
    on_purpose = brief.front.text("replicate") not in ("", "false")
    return not on_purpose and bool(_named(brief) or _alike(brief, context))


def check(brief: Brief, context: Context) -> Iterator[Finding]:
    names = _named(brief)
    earlier = [found for name in names if (found := context.playbook.brief(name))]
    earlier = earlier or _alike(brief, context)
    lessons = [f"{old.id}#{name}" for old in earlier for name in definitions(old) if name[0] == "L"]
    changes = [text for text in brief.labelled("change") if not is_blank(text.text, brief.language)]
    if any(_LESSON.search(text.text) for text in changes) or (changes and earlier and not lessons):
        return
    yield Finding(
        changes[0].span() if changes else brief.place(*(("why",) if names else ("audience",))),
        _message(bool(changes), names, earlier),
        msg(
            "Write a line `What we change:` with a lesson in it ({lessons}), or `replicate: true` "
            "if you repeat on purpose.",
            lessons=", ".join(lessons[:5]) or "L1",
        ),
        related=tuple(
            Related(old.place("retro", "results"), msg("What came of {id}.", id=old.id), old.path)
            for old in earlier
        ),
    )


def _message(has_line: bool, names: tuple[str, ...], earlier: list[Brief]) -> Message:
    if has_line:
        return msg("This change comes from no lesson of the earlier brief.")
    if names:
        return msg("This repeats {id} and does not say what will be different.", id=names[0])
    return msg("{id} missed with the same people, channel and metric.", id=earlier[0].id)


def _named(brief: Brief) -> tuple[str, ...]:
    return (*brief.front.texts("repeats"), *brief.front.texts("supersedes"))


def _alike(brief: Brief, context: Context) -> list[Brief]:
    """Done briefs of the last twelve months that missed with segment, channel and metric of this
    one."""
    segments, channels = _segments(brief), set(brief.front.texts("channels"))
    metrics = {metric_name(metric) for metric in brief.items("metrics")}
    since = (brief.created or context.today) - _YEAR
    return [
        old
        for old in context.playbook.briefs
        if old.status is Status.DONE
        and old.path != brief.path
        and old.ends
        and since <= old.ends <= context.today
        and segments & _segments(old)
        and channels & set(old.front.texts("channels"))
        and metrics & missed_metrics(old)
    ]


def _segments(brief: Brief) -> set[str]:
    """Segments of the library; S1 means somebody else in every brief."""
    return {name for name in brief.front.texts("audience") if not _INLINE.fullmatch(name)}
