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
**Główny przekaz:** Nasza szkoła od wielu lat prowadzi kursy dla dorosłych, którzy chcą uczyć się wieczorami, w małych grupach, z cierpliwymi nauczycielami, w cenie, na którą prawie każdy może sobie pozwolić bez wyrzeczeń ←

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

from readyroom.languages.lengths import word_count
from readyroom.languages.placeholders import is_blank
from readyroom.model.brief import Brief, Item
from readyroom.model.message import msg
from readyroom.model.rule import Context, Finding, Rule
from readyroom.model.status import Pillar, Severities
from readyroom.model.text import Passage

RULE = Rule(severity="·WEEE·", presence_of="message", pillar=Pillar.AUDIENCE)

_LONGEST_LINE = 30
_NEXT_STEP_MISSING = Severities("·WWEE·")
_DESTINATION = re.compile(r"(?:->|→|=>|⇒)\s*\S|(?<![\w/])/\w[\w/-]*|https?://")


def check(brief: Brief, context: Context) -> Iterator[Finding]:
    """No message, none or several that are primary, one too long; then the call to action."""
    primary = [line for line in brief.labelled("primary") if not is_blank(line.text, brief.language)]
    lines = primary or [line for item in brief.items("message") if (line := _line(item, brief))]
    lines = lines or _sentences(brief)
    if not lines:
        yield _missing(brief)
        return
    if len(lines) > 1:
        yield _undecided(brief, len(lines))
    elif word_count(lines[0].text) > _LONGEST_LINE:
        yield Finding(
            lines[0].span(),
            msg("Nobody will remember a line of {count} words.", count=word_count(lines[0].text)),
            msg("Say it in 30 words or fewer, and in one breath. What may be left out?"),
        )
    if not _has_next_step(brief):
        yield Finding(
            brief.place("message"),
            msg("People are not told what they can do next."),
            msg('Add "**CTA:** Open the shift board -> /board". Where do they end up?'),
            severity=_NEXT_STEP_MISSING,
        )


def _line(item: Item, brief: Brief) -> Passage | None:
    where = item.cell("message") if item.cells else item.passage
    return where if where and not is_blank(where.text, brief.language) else None
