"""The brief names nobody as its audience.

## Why it matters
The words, the place, the hour, even whether the campaign is needed depend on whom you talk to.

A message for no one in particular reaches people who did not ask for it, and they remember the
sender.

## Bad
```brief
## Audience ←
tbc
```

```brief lang=pl
---
title: Wiosenny nabór
status: planned ←
lang: pl
---
## Cele
- **G1** 120 nowych wolontariuszy do 2027-05-31
```

```fixed
---
title: Wiosenny nabór
status: planned
lang: pl
---
## Cele
- **G1** 120 nowych wolontariuszy do 2027-05-31

## Odbiorcy

<!-- One line for each group: who they are, what they need or fear, who is left out. -->

| id | kto | potrzeba lub problem | gdzie są teraz | dowody | nie dla |
| --- | --- | --- | --- | --- | --- |
```

```brief lang=zh-Hans
## 目标受众 ←

| 编号 | 是谁 | 需求或痛点 |
| --- | --- | --- |
| S1 | 待定 | – |
```

## Good
```brief
## Audience
- **S1** Volunteer coordinators of food banks with 20-80 helpers, planning in spreadsheets
```

```brief lang=ru
## Аудитория

| id | кто | потребность или боль |
| --- | --- | --- |
| S1 | Ученики с перерывом | не знают, кто остался в группе |
```

## Near misses
A segment page of the library is enough. So is a heading of another make in somebody else's plan,
or a sentence that says for whom it is.

```brief audience=[former-helpers]
## Goals
- **G1** 120 first-time volunteers by 2027-05-31
```

```page playbooks/audiences/former-helpers.md
# Former helpers
People with one or two shifts, none for six months.
```

```brief foreign lang=fil
# Plano
## Para kanino
Mga magulang ng mag-aaral sa unang baitang na malapit sa pantry
```

```brief foreign lang=pl
# Plan promocji
Piszemy dla osób, które mają balkon i nie wiedzą, od czego zacząć w marcu.
```

## Known misses
Any twenty characters count as a description; whether they narrow anything is for
`audience-everyone`.

## Sources
Pause before acting: the audience is clear before anything runs.
"""

from __future__ import annotations

from collections.abc import Iterator

from readyroom.meaning.foreign.audience import audiences
from readyroom.meaning.lengths import visible_length
from readyroom.meaning.placeholders import is_blank
from readyroom.meaning.scaffold import section_scaffold
from readyroom.model.brief import BlockKind, Brief, ItemKind
from readyroom.model.message import msg
from readyroom.model.rule import Context, Finding, Matches, Rule
from readyroom.model.status import Level, Pillar

RULE = Rule(
    severity="iEEEEE",
    core=True,
    gate=Level.PLANNED,
    presence_of="audience",
    pillar=Pillar.AUDIENCE,
    foreign=True,
)

_SHORTEST_DESCRIPTION = 20


def check(brief: Brief, context: Context) -> Iterator[Finding]:
    """One finding where neither the section nor the front matter names a segment."""
    listed = brief.front.texts("audience")
    everyone = context.words("everyone")
    if any(name in context.playbook.segments or name in everyone for name in listed):
        return
    if _is_described(brief, everyone) or (brief.foreign and any(audiences(brief))):
        return
    if listed:
        names = ", ".join(listed)
        message = msg("{names}: described neither here nor in the audience library.", names=names)
    elif any(not is_blank(item.text, brief.language) for item in brief.items("audience")):
        message = msg("These words are too few to recognise anybody by.")
    else:
        message = msg("The brief does not say whom the campaign is for.")
    yield Finding(
        brief.place("audience"),
        message,
        msg("Describe one group by what they do and need."),
        example=msg(
            "**S1** Former helpers within 20 minutes on foot; pain: cannot see open shifts"
        ),
        question=msg("Who would miss this campaign if it did not run?"),
        fix=section_scaffold(
            brief,
            "audience",
            msg("One line for each group: who they are, what they need or fear, who is left out."),
        ),
    )


def _is_described(brief: Brief, everyone: Matches) -> bool:
    """A table row that says anything, a line of some length, or "everyone", which has a rule of
    its own."""
    rows = (item.text for item in brief.items("audience") if item.kind is ItemKind.ROW)
    lines = (
        block.passage.text
        for block in brief.blocks("audience")
        if block.kind not in (BlockKind.CELL, BlockKind.CODE)
        and (
            visible_length(block.passage.text) >= _SHORTEST_DESCRIPTION
            or block.passage.text in everyone
        )
    )
    return any(not is_blank(text, brief.language) for text in (*rows, *lines))
