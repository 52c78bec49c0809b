"""The brief has no single line that people should remember, or no next step.

## Why it matters
People keep one sentence, if any, and where a team has not chosen it every channel chooses its own.

A line that moves people also needs somewhere to go: say what they can do next, and where.

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

from readyroom.meaning.labels import label_before_dash
from readyroom.meaning.lengths import word_count
from readyroom.meaning.placeholders import is_blank
from readyroom.model.brief import BlockKind, Brief
from readyroom.model.message import msg, plural
from readyroom.model.rule import Context, Finding, Related, Rule
from readyroom.model.status import Pillar, Severities
from readyroom.model.text import Passage

RULE = Rule(severity="·WEEE·", presence_of="message", pillar=Pillar.AUDIENCE)

_LONGEST_LINE = 30
_MOST_SHOWN = 4
_LONGEST_EXAMPLE = 80
_NEXT_STEP_MISSING = Severities("·WWEE·")
_DESTINATION = re.compile(r"(?:->|→|=>|⇒)\s*\S|(?<![\w/])/\w[\w/-]*|https?://")


def check(brief: Brief, context: Context) -> Iterator[Finding]:
    """No message, several, one too long; then the call to action."""
    lines = _lines(brief)
    if not lines:
        yield Finding(
            brief.place("message"),
            msg("There is no message yet."),
            msg("Write one line that people can keep, and where it leads."),
            example=msg("**Primary:** See tonight's open shifts in one screen."),
            question=msg("What should one friend tell another about it?"),
        )
        return
    if len(lines) > 1:
        yield Finding(
            brief.place("message"),
            plural(
                "There is one message too many; which one should people remember?",
                "There are {number} messages; which one should people remember?",
                len(lines),
            ),
            msg("Mark the one that matters most as primary."),
            example=msg("**Primary:** {line}", line=_beginning(lines[0].text)),
            question=msg("Which one would you keep if you could keep only one?"),
            related=tuple(
                Related(line.span(), msg("This is another one.")) for line in lines[1:_MOST_SHOWN]
            ),
        )
    elif (words := word_count(lines[0].text)) > _LONGEST_LINE:
        yield Finding(
            lines[0].span(),
            plural(
                "Nobody will remember a line of one word.",
                "Nobody will remember a line of {number} words.",
                words,
            ),
            msg("Say it in 30 words or fewer, in one breath."),
            example=msg("**Primary:** Two evenings a week, small groups, patient teachers."),
            question=msg("Which half would people forget first?"),
        )
    if not _leads_somewhere(brief):
        yield Finding(
            brief.place("message"),
            msg("People are not told what they can do next."),
            msg("Add a line with one step and the place where people take it."),
            example=msg("**CTA:** Open the shift board -> /board"),
            question=msg("What should somebody do in the minute after reading it?"),
            severity=_NEXT_STEP_MISSING,
        )


def _beginning(line: str) -> str:
    """A line cut at a border of words, if it is long."""
    line = " ".join(line.split())
    if len(line) <= _LONGEST_EXAMPLE:
        return line
    return line[:_LONGEST_EXAMPLE].rsplit(maxsplit=1)[0] + " …"


def _lines(brief: Brief) -> list[Passage]:
    """What is marked primary, else a single quote, else the entries of the list or table, else
    the paragraphs."""
    marked = list(brief.labelled("primary"))
    entries = [i.cell("message") or i.passage for i in brief.items("message")]
    quotes = [b.passage for b in brief.blocks("message") if b.kind is BlockKind.QUOTE]
    prose = [b.passage for b in brief.blocks("message") if b.kind is BlockKind.PARAGRAPH]
    steps = [step.span().start for step in brief.labelled("cta")]
    steps += [text.span().start for text in (*entries, *prose) if _is_step(text, brief)]
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


def _is_step(text: Passage, brief: Brief) -> bool:
    return label_before_dash(text.text, brief.language) == "cta"


def _leads_somewhere(brief: Brief) -> bool:
    """A CTA line or cell, a link, or an arrow or path in the section."""
    calls = (*brief.labelled("cta"), *(item.cell("cta") for item in brief.items("message")))
    return (
        any(call and not is_blank(call.text, brief.language) for call in calls)
        or any(_is_step(block.passage, brief) for block in brief.blocks("message"))
        or any("message" in link.section for link in brief.links)
        or any(_DESTINATION.search(block.passage.text) for block in brief.blocks("message"))
    )
