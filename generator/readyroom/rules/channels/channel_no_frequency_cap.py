"""A channel writes to people one by one, and nothing says how often at most.

## Why it matters
Mail that comes too often or says nothing new is the main reason why people press the spam button.

A limit for one person and a span of time is agreed before anybody is keen to send one more. It
belongs to the person and not to the list: two campaigns that each keep their own limit can still be
too much together.

## Bad
```brief status=validated
## Channels
| channel | why | segment | cap |
| --- | --- | --- | --- |
| push | read on the way to work (E2) | S1 | whenever we have news | ←
| email | read at 7 am | S1 | at most 1 per week |
```

```brief lang=ru status=validated
## Каналы
- почта: читают за завтраком (E1) ←
- звонок: 9 из 12 берут трубку (E1)
- афиши в библиотеке
```

```brief lang=zh-Hans status=validated contact_policy=contact.md
## 渠道
- 短信：九成老学员当天会看 ←
- 电话：只能聊出原因
```

```page playbooks/contact.md
# 联系原则
每一次联系都要有理由。
```

Two live briefs together go beyond the limit that the team has set.

```brief status=live contact_policy=limits.md audience=[young-parents] launch=2026-11-02
## Channels
| channel | why | cap |
| --- | --- | --- |
| email | read after the children sleep | at most 2 per week | ←
```

```page playbooks/limits.md
# How often we may write
At most 3 per week per person, all channels together.
```

```page playbooks/audiences/young-parents.md
# Young parents
```

```page playbooks/other.md
---
title: Winter reading hour
status: live
audience: [young-parents]
launch: 2026-11-09
ends: 2026-12-31
contact_policy: limits.md
---
## Channels
- text message: 2 per week, on the day before
```

## Good
```brief status=validated
## Channels
- push: read on the way to work, max 1 per week per person, none after two ignored
- posters
```

```brief lang=pl status=validated
## Kanały

| kanał | dlaczego | limit |
| --- | --- | --- |
| e-mail | czytają po pracy | najwyżej 1 list na tydzień |
| telefon | odbierają przed południem | raz na dwa miesiące |
```

## Near misses
A page of the team may hold the limits, and so may a sentence below the list. What answers an order
has no limit.

```brief status=live contact_policy=limits.md audience=[young-parents] launch=2027-01-04
## Channels
- email: read after the children sleep
```

```brief lang=fil status=validated
## Mga channel
- email S1
- text S2

Hanggang 2 mensahe bawat linggo bawat tao sa lahat ng channel.
```

```brief status=live kind=transactional
## Channels
- text message: the door code, on the day of the shift
```

## Known misses
The sum over live briefs counts segments of the library only, and only where the policy names one
limit for all channels together.

## Sources
People leave because of mail that is too frequent or not for them.
"""

from __future__ import annotations

from collections.abc import Iterator

from readyroom.meaning.contact_load import Load, contact, is_sending, segments
from readyroom.meaning.contact_policy import direct_rows, without_limit
from readyroom.model.brief import Brief
from readyroom.model.message import msg
from readyroom.model.rule import Context, Finding, Related, Rule
from readyroom.model.status import Pillar

RULE = Rule(severity="··WEE·", pillar=Pillar.PEOPLE)

_MOST_SHOWN = 9
_EXAMPLE = msg("at most 1 per week per person")


def applies(brief: Brief, context: Context) -> bool:
    """Messages that answer an order, such as a booking, have no limit."""
    return brief.front.text("kind") != "transactional"


def check(brief: Brief, context: Context) -> Iterator[Finding]:
    """The channels without a limit; then what live briefs send to the same people together."""
    yield from _no_cap(brief, context)
    if is_sending(brief, context.today):
        for segment in sorted(segments(brief, context.playbook)):
            yield from _too_much(segment, brief, context)


def _no_cap(brief: Brief, context: Context) -> Iterator[Finding]:
    """One finding per channel, or a single one where no channel has a limit."""
    places = without_limit(brief, context.playbook)
    rows = direct_rows(brief, context.playbook)
    all_of_them = not rows or len(places) == len(rows)
    for place in places[: 1 if all_of_them else None]:
        yield Finding(
            place,
            msg("Nothing limits how often one person hears from us here."),
            msg("Write the most messages for one person in a week or month, or link to a page "
                "that says so."),
            example=_EXAMPLE,
            question=msg("How often would you want to hear from us yourself?"),
            related=tuple(
                Related(other, msg("This channel has no limit either."))
                for other in places[1:_MOST_SHOWN]
                if all_of_them
            ),
        )  # fmt: skip


def _too_much(segment: str, brief: Brief, context: Context) -> Iterator[Finding]:
    """What all live briefs may send to one segment in this week, against the lowest limit."""
    found = contact(segment, context.playbook, context.today)
    own = [load for load in found.loads if load.brief.path == brief.path]
    others = [load for load in found.loads if load.brief.path != brief.path]
    if own and found.limit and round(found.per_week, 2) > round(found.limit, 2):
        yield Finding(
            max(own, key=lambda load: load.per_week).row.place("cap"),
            msg(
                "Messages to {segment} per week from all live briefs: {total}. The limit: {limit}.",
                segment=segment,
                total=_plain(found.per_week),
                limit=_plain(found.limit),
            ),
            msg("Lower the number here, or agree with the other briefs which of them waits."),
            example=_EXAMPLE,
            question=msg("What would these people miss if one of the messages did not come?"),
            related=tuple(_other(load) for load in others[:_MOST_SHOWN]),
        )


def _other(load: Load) -> Related:
    return Related(
        load.row.place("cap"),
        msg("“{brief}” writes to the same people.", brief=load.brief.title),
        load.brief.path,
    )


def _plain(number: float) -> str:
    return f"{round(number, 1):g}"
