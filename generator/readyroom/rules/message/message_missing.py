"""The brief has no single line that people should remember, or no next step.

## Why it matters
People keep one sentence, if any. When a team has not chosen it, every channel chooses its own, and
what reaches people is a choir without a tune. And a line that moves people needs somewhere to go:
say what they can do next, and where.

## Bad
```brief
## Channels
- email: read at 7 am before the shift

## Message ←
TBD
```

```brief lang=zh-Hans
## 核心信息 ←
- 新课表出来了
- 老师在等您
- 名额不多

**行动号召：** 查看课表 → /kebiao
```

A line to remember is short.

```brief lang=pl
## Przekaz
- Nasza szkoła od wielu lat prowadzi kursy dla dorosłych, ←
  którzy chcą uczyć się wieczorami, w małych grupach, z cierpliwymi nauczycielami,
  w cenie, na którą prawie każdy może sobie pozwolić bez wyrzeczeń

**Wezwanie do działania:** Wybierz termin: /terminy
```

```brief status=validated
## Message ←
**Primary:** See tonight's open shifts in one screen.
```

## Good
```brief
## Message
**Primary:** See tonight's open shifts in one screen.

**CTA:** Open the shift board -> /board
```

```brief lang=ru
## Сообщение
- Одна суббота, одна глиняная миска, никакого абонемента: [занять место](/subbota)
```

## Near misses
A table with one row per segment needs no line above it if there is one segment, and its CTA column
is a call to action.

```brief lang=fil
## Mensahe

| segment | mensahe | patunay | panawagan |
| --- | --- | --- | --- |
| S1 | Dalawang oras, isang gawain, may kasama ka | E2 | Pumili ng shift: /shift |
```

## Known misses
Whether the line is of use to the segment, or only praises the sender, is for readers to judge.

## Sources
Content is worth something to people and asks them to act; the customer is in the centre of the
story.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from readyroom.meaning.lengths import word_count
from readyroom.meaning.placeholders import is_blank
from readyroom.model.brief import BlockKind, Brief
from readyroom.model.message import msg
from readyroom.model.rule import Context, Finding, Rule
from readyroom.model.status import Pillar, Severities
from readyroom.model.text import Passage

RULE = Rule(severity="·WEEE·", presence_of="message", pillar=Pillar.AUDIENCE)

_LONGEST_LINE = 30
_NEXT_STEP_MISSING = Severities("·WWEE·")
_DESTINATION = re.compile(r"(?:->|→|=>|⇒)\s*\S|(?<![\w/])/\w[\w/-]*|https?://")


def check(brief: Brief, context: Context) -> Iterator[Finding]:
    """No message, several, one too long; then the call to action."""
    lines = _lines(brief)
    if not lines:
        yield Finding(
            brief.place("message"),
            msg("There is no message yet."),
            msg(
                "Write one line and where it leads: \"**Primary:** See tonight's open shifts in "
                'one screen." What should a friend repeat?'
            ),
        )
        return
    if len(lines) > 1:
        yield Finding(
            brief.place("message"),
            msg("There are {count} messages; which one should people remember?", count=len(lines)),
            msg('Put "**Primary:**" before one of them. Which would you keep if you had to?'),
        )
    elif (words := word_count(lines[0].text)) > _LONGEST_LINE:
        yield Finding(
            lines[0].span(),
            msg("Nobody will remember a line of {count} words.", count=words),
            msg("Say it in 30 words or fewer, in one breath. What may be left out?"),
        )
    if not _leads_somewhere(brief):
        yield Finding(
            brief.place("message"),
            msg("People are not told what they can do next."),
            msg('Add a line such as "**CTA:** Open the shift board -> /board". Where is that?'),
            severity=_NEXT_STEP_MISSING,
        )


def _lines(brief: Brief) -> list[Passage]:
    """What is marked primary, else a single quote, else the entries of the list or table, else
    the paragraphs."""
    marked = list(brief.labelled("primary"))
    entries = [i.cell("message") or i.passage for i in brief.items("message")]
    quotes = [b.passage for b in brief.blocks("message") if b.kind is BlockKind.QUOTE]
    prose = [b.passage for b in brief.blocks("message") if b.kind is BlockKind.PARAGRAPH]
    steps = [step.span().start for step in brief.labelled("cta")]
    for candidates in (marked, quotes if len(quotes) == 1 else [], entries, prose):
        lines = [
            line
            for line in candidates
            if not is_blank(line.text, brief.language)
            and not any(line.span().start <= step < line.span().end for step in steps)
        ]
        if lines:
            return lines
    return []


def _leads_somewhere(brief: Brief) -> bool:
    """A CTA line or cell, a link, or an arrow or path in the section."""
    calls = (*brief.labelled("cta"), *(item.cell("cta") for item in brief.items("message")))
    return (
        any(call and not is_blank(call.text, brief.language) for call in calls)
        or any("message" in link.section for link in brief.links)
        or any(_DESTINATION.search(block.passage.text) for block in brief.blocks("message"))
    )
