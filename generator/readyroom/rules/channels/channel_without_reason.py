"""A channel is on the list for no reason that anybody wrote down.

## Why it matters
Every channel costs time each week, and one where your people are beats five that were ticked off a
list.

A channel earns its place when the people you mean are there, at an hour when they can use what you
say.

## Bad
```brief
**Channels:** social media, short video, email, podcast, blog ←
```

```brief lang=ru
## Каналы

| канал | почему | сегмент | цель |
| --- | --- | --- | --- |
| почта | читают за завтраком (E1) | S1 | G1 |
| афиши | – | | | ←
```

```brief
---
title: Spring intake
status: planned ←
---
```

A single channel may be enough; say why.

```brief lang=pl
## Kanały
- **telefon:** starsi kursanci odbierają go przed południem ←
```

## Good
```brief
## Channels
| channel | why | segment | goal |
| --- | --- | --- | --- |
| email | reads it at 7 am before the shift (E2) | S1 | G1 |
| library boards | a third of newcomers heard of us there | S2 | G1 |
```

```brief lang=zh-Hans
## 渠道
- 短信，九成老学员当天会看
- 电话（S1，问原因只能靠说话）
```

## Near misses
A segment or goal behind the name is a reason, and an experiment may stay in one channel.

```brief lang=fil
## Mga channel
- email S1
- tawag S2, G1
```

```brief kind=experiment
## Channels
- email: the test needs one inbox and no noise
```

## Known misses
Any few words count as a reason; "because everyone does it" passes.

## Sources
Ticking boxes is not marketing; one channel rarely reaches all, and data should choose it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from readyroom.meaning.lengths import word_count
from readyroom.meaning.placeholders import is_blank
from readyroom.model.brief import Brief, FoundBy, Item, ItemKind
from readyroom.model.citations import cited
from readyroom.model.entries import entries
from readyroom.model.message import msg
from readyroom.model.rule import Context, Finding, Rule
from readyroom.model.status import Pillar, Severities

RULE = Rule(severity="·WEEE·", presence_of="channels", pillar=Pillar.PEOPLE)

_ONE_IS_FINE = Severities("·iiii·")
_BOX_TICKING = 3
_NAME_AND_A_REASON = 5
_EXPLAINED = re.compile(r"(?:[:：\n]|\s[–—-]\s)(.+)", re.DOTALL)
_LONGEST_NAME = 3
_BETWEEN_NAMES = re.compile(r"\s*[,，、;；/]\s*")


def check(brief: Brief, context: Context) -> Iterator[Finding]:
    """No channel; a list of bare names, reported once; else each channel without a reason."""
    named = entries(brief, "channels", "C")
    channels = [channel for channel in named if not is_blank(channel.text, brief.language)]
    bare = [channel for channel in channels if not _has_reason(channel, brief)]
    segment = next((name for name in brief.ids if name.startswith("S")), "S1")
    if not channels:
        yield Finding(
            brief.place("channels"),
            msg("No channel is named."),
            msg("Under Channels, write one line: the channel, and why your people are there."),
            example=msg("- email: {segment} read it at 7 am before the shift", segment=segment),
            question=msg("Where do these people already look, and at what hour?"),
        )
    elif len(bare) == len(channels) and _is_mere_list(brief, bare):
        yield Finding(
            brief.place("channels"),
            msg("Channels are listed, and none has a reason."),
            msg("Keep those where you know that your people are, and write down how you know."),
            example=msg("- email: {segment} read it at 7 am before the shift", segment=segment),
            question=msg("In which of them did you last see one of your people?"),
        )
    else:
        for channel in bare:
            yield Finding(
                channel.place("why"),
                msg("This channel has no reason."),
                msg("Say who is there and when, or which goal it serves."),
                example=msg("a third of {segment} heard of us there", segment=segment),
                question=msg("How do you know that they are there?"),
            )
    if len(channels) == 1 and not bare and not _may_be_alone(channels[0], brief, context):
        yield Finding(
            channels[0].place("channel"),
            msg("This is the only channel, and nothing says why one is enough."),
            msg("Add half a sentence on why one is enough."),
            example=msg("One channel is enough because all 40 parents read the class chat."),
            question=msg("Whom will it not reach?"),
            severity=_ONE_IS_FINE,
        )


def _has_reason(channel: Item, brief: Brief) -> bool:
    """A reason cell, a segment, a goal, evidence, or more words than a name has."""
    if cited(channel.text, "SGEM"):
        return True
    if not channel.cells:
        words = word_count(channel.text) if _count(channel) == 1 else 0
        explained = _EXPLAINED.search(channel.text)
        return (
            words >= _NAME_AND_A_REASON
            or bool(explained and word_count(explained[1]) > 1)
            or _goes_on(channel)
        )
    cells = (channel.cell(column) for column in ("why", "segment", "goal"))
    return any(cell and not is_blank(cell.text, brief.language) for cell in cells)


def _goes_on(channel: Item) -> bool:
    """Whether a name is followed by a clause ("text messages, they read them on the bus")."""
    _, *rest = _BETWEEN_NAMES.split(channel.text)
    return len(rest) == 1 and word_count(rest[0]) >= _LONGEST_NAME


def _is_mere_list(brief: Brief, bare: list[Item]) -> bool:
    """Names without a section, or so many of them that one finding says more than one each."""
    section = brief.section("channels")
    listed = section is not None and section.found_by is FoundBy.FRONT_MATTER
    return listed or sum(map(_count, bare)) >= _BOX_TICKING


def _count(channel: Item) -> int:
    """How many names a line lists: "print, video, email" are three, a sentence is one."""
    names = [name for name in _BETWEEN_NAMES.split(channel.text) if name]
    return len(names) if all(word_count(name) <= _LONGEST_NAME for name in names) else 1


def _may_be_alone(channel: Item, brief: Brief, context: Context) -> bool:
    """An experiment, a reason that says so, or a sentence that may name several."""
    said = brief.blocks("channels")
    return (
        brief.front.text("kind") == "experiment"
        or channel.kind is ItemKind.PARAGRAPH
        or any(block.passage.text in context.words("one_channel") for block in said)
    )
