"""Different people get the same message, or nobody is left out.

## Why it matters
A student, a teacher and a parent need different things, and one message for all of them fits none.

Who must *not* get a message matters as much: people who said no, who bought yesterday or who are in
trouble with us remember a cheerful mail for long.

## Bad
```brief
## Audience ←
- Students, teachers, parents; pain: no time to plan

## Message
**Primary:** Try it!
```

```brief lang=pl channels=[email]
## Odbiorcy

| id | kto | potrzeba lub problem | nie dla |
| --- | --- | --- | --- |
| S1 | Kursanci po przerwie | boją się milczenia | osób, które prosiły o spokój |
| S2 | Kursanci pracowni | nie wiedzą, czy szafka czeka | – | ←

## Przekaz

| segment | przekaz | wezwanie do działania |
| --- | --- | --- |
| S1 | Godzina z lektorką | Zarezerwuj → /powrot |
| S2 | Szafka z numerem czeka | Zajrzyj → /pracownia |
```

```brief lang=ru personalization=segment
## Аудитория
- **S1** Новички с первым пропуском; боль: думают, что отстали
- **S2** Новички мастерских; боль: не знают, цела ли заготовка ←

Кого исключаем: взявших заморозку.

## Сообщение

| сегмент | сообщение |
| --- | --- |
| S1 | Конспект на одну страницу |
```

One segment may be enough; say why.

```brief
---
title: Gym bags on Monday
status: validated
segments: single ←
channels: [sms]
---
## Audience
- **S1** Parents of the first form; pain: forget the gym bag
```

## Good
```brief personalization=segment
## Audience
| id | who | need or pain | not for |
| --- | --- | --- | --- |
| S1 | students before an exam | no quiet place | members of another branch |
| S2 | teachers of the ninth form | no time to plan a term | existing customers |

## Message
| segment | message | CTA |
| --- | --- | --- |
| S1 | A quiet table until nine | Keep a table: /table |
| S2 | Set the term up in 20 minutes | Start: /term |
```

```brief lang=zh-Hans segments=single channels=[短信]
## 目标受众
- **S1** 断课 60 天以上的老学员；痛点：怕白跑一趟

细分：单一，因为预算只够写一套文案。
```

## Near misses
One group on a poster is enough, and messages may stand under a heading for each segment.

```brief channels=[posters]
## Audience
- **S1** Neighbours of the tool library; pain: a drill costs more than the shelf it is for

## Message
**Primary:** Borrow it for a day.
```

```brief lang=fil channels=[email]
## Target na audience
- **S1** Mga boluntaryong hindi bumalik; problema: nahihiya, hindi para sa mga umalis dahil sa sakit
- **S2** Mga bagong boluntaryo; takot silang tumayo lang, maliban sa mga naka-book na

## Mensahe
### S1
Tatlong shift na malapit sa iyo.
### S2
Dalawang oras, isang gawain.
```

## Known misses
Whether two messages really differ is for people to judge; so is whether the right people are left
out.

## Sources
Split the market and give each part its own strategy; know what a segment is based on.
"""

from __future__ import annotations

from collections.abc import Iterator

from readyroom.meaning.channels import direct_channels
from readyroom.meaning.groups import groups, number_of_groups
from readyroom.meaning.lengths import word_count
from readyroom.meaning.segmentation import excluding_nobody, is_single, without_message
from readyroom.model.brief import Brief, Item
from readyroom.model.message import msg
from readyroom.model.rule import Context, Finding, Rule
from readyroom.model.status import Pillar, Severities
from readyroom.model.text import Span

RULE = Rule(severity="·iWWW·", pillar=Pillar.AUDIENCE, requires=("audience-missing",))

_PERSONAL = Severities("·iEEE·")
_WITH_A_REASON = 4
_ASKED_FOR = ("newsletter", "transactional", "incident")


def applies(brief: Brief, context: Context) -> bool:
    """Whether people are written to one by one or by what is known of them, or there are several
    groups. A poster for an event may speak to several."""
    if brief.personalization != "none" or direct_channels(brief, context.playbook.channels):
        return True
    return number_of_groups(brief) > 1 and brief.front.text("kind") != "event"


def check(brief: Brief, context: Context) -> Iterator[Finding]:
    """What groups lack: a message of their own, else somebody who is left out."""
    severity = _PERSONAL if brief.personalization != "none" else None
    if is_single(brief):
        if not _says_why(brief, context):
            yield Finding(
                brief.place("segments", "audience"),
                msg("There is one segment for all, and nothing says why one is enough."),
                msg("Add half a sentence with the reason below the audience."),
                severity,
                example=msg("Segments: single, because all 40 parents get the same letter."),
                question=msg("Who among them would need to hear something else?"),
            )
        return
    lacking = without_message(brief) if number_of_groups(brief) > 1 else ()
    for place in _places(lacking, brief, "who"):
        yield Finding(
            place,
            msg("Several groups are named, and there is no message that is meant for this one.")
            if len(lacking) < len(groups(brief))
            else msg("Several groups are named, and all of them get the same message."),
            msg("Under Message, write one row for each group, in words that fit it."),
            severity,
            example=msg("| {id} | Set the term up in 20 minutes | Start: /term |", id="S2"),
            question=msg("What matters to this group that the others do not care about?"),
        )
    if lacking or brief.front.text("kind") in _ASKED_FOR:
        return
    for place in _places(excluding_nobody(brief, context.playbook), brief, "notfor", "who"):
        yield Finding(
            place,
            msg("Nobody is left out, so it also reaches people whom it may annoy or hurt."),
            msg("Say who must not get it."),
            severity,
            example=msg("not for: people who asked for a rest or have an open complaint"),
            question=msg("Who would be annoyed or hurt to get this?"),
        )


def _says_why(brief: Brief, context: Context) -> bool:
    """A reason behind the label, or any reason in the Audience section."""
    told = brief.labelled("single", "audience")
    reasons = context.words("reason")
    return any(word_count(line.text) >= _WITH_A_REASON for line in told) or any(
        block.passage.text in reasons for block in brief.blocks("audience")
    )


def _places(lacking: tuple[Item, ...], brief: Brief, *columns: str) -> tuple[Span, ...]:
    """Where to point: each group, or the audience where none of several has it."""
    if len(lacking) == len(groups(brief)) and number_of_groups(brief) > 1:
        return (brief.place("audience"),)
    return tuple(group.place(*columns) for group in lacking)
