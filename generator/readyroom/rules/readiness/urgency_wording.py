"""The plan is driven by hurry, and not by a date that others have set.

## Why it matters
Hurry without a reason is mostly the fear of looking idle, and it spreads through a team.

If an event, a season or a law sets the pace, name it and its day. If nothing does, the pause before
the launch is free, and it is where mistakes turn up.

## Bad
```brief
## Why
We must ship this ASAP, others already did. ←
```

```brief lang=ru
## Зачем
Нужно срочно запустить рассылку, пока нас не опередили. ←
```

```brief lang=zh-Hans
## 时间安排
- 海报做好后马上上线 ←
- 2027-01-18：第二批
```

```brief lang=pl
## Cele
- **G1** 120 zapisów do 2027-05-31, jak najszybciej (było 45) ←
```

## Good
```brief
## Why
Urgent for once: enrolment closes on 2027-01-31, and the form is not online yet.
```

```brief lang=fil
## Bakit
Kailangang lumabas bago ang 2027-01-15: magsasara ang enrolment sa 2027-01-31.
```

## Near misses
How people behave, how fast you answer, what an advertisement says, and hurry that is turned down.

```brief
## Why
Newcomers leave immediately when the form asks for a fax number. Parents have no time to read.
We reply to every question as soon as possible. The old poster said "Urgent! Last places!".
There is no rush, the launch is not urgent.
```

```brief lang=ru
## Зачем
Родителям некогда читать длинные письма; на срочные вопросы отвечаем за час.
```

## Known misses
Hurry in other sections, or between the lines, is not seen.

## Sources
Early action often comes from the wish to look busy; put thinking in the place of urgency.
"""

from __future__ import annotations

from collections.abc import Iterator

from readyroom.languages.matching import negations, words
from readyroom.meaning.clauses import clause_around
from readyroom.meaning.quotation import quoted
from readyroom.model.brief import BlockKind, Brief, ItemKind
from readyroom.model.message import msg
from readyroom.model.rule import Context, Finding, Rule
from readyroom.model.status import Pillar
from readyroom.model.text import Passage, Span

RULE = Rule(severity="iWWW··", pillar=Pillar.STRATEGY)

_SECTIONS = ("why", "goals", "timeline")


def check(brief: Brief, context: Context) -> Iterator[Finding]:
    """One finding for each line that hurries."""
    told: set[Span] = set()
    for text in _lines(brief):
        place = next(_hurry(text, brief, context), None)
        if place is None or text.span() in told or _has_reason(text, place, context):
            continue
        told.add(text.span())
        yield Finding(
            text.span(*place),
            msg(
                "“{words}” sounds like hurry, and no date from outside explains it.",
                words=text.text[slice(*place)],
            ),
            msg("Name what sets the pace and its day, or take the hurry out."),
            example=msg("Must be out by 2027-01-15: enrolment closes on 2027-01-31."),
            question=msg("What would really be lost if this began two weeks later?"),
        )


def _lines(brief: Brief) -> Iterator[Passage]:
    """Rows, list items and paragraphs; the whole row, because the reason may be its neighbour."""
    for key in _SECTIONS:
        yield from (item.passage for item in brief.items(key) if item.kind is ItemKind.ROW)
        for block in brief.blocks(key):
            if block.kind in (BlockKind.PARAGRAPH, BlockKind.ITEM):
                yield block.passage


def _hurry(text: Passage, brief: Brief, context: Context) -> Iterator[tuple[int, int]]:
    """Words that hurry; a word such as "immediately" only where it is about going out."""
    samples = quoted(text.text)
    for name in ("urgency", "hurry"):
        for start, end in context.words(name).find(text.text):
            first, last = clause_around(text.text, start, end)
            around = text.text[first:start] + " " + text.text[end:last]
            if (
                not any(a <= start < b for a, b in samples)
                and around not in context.words("promise_of_answer")
                and not _is_turned_round(text.text[first:start], brief.language)
                and (name == "urgency" or around in context.words("launch_word"))
            ):
                yield start, end


def _is_turned_round(before: str, code: str) -> bool:
    """ "nobody needs this urgently", but not "if we do not start at once"."""
    return before in negations(code) and before not in words("condition", code)


def _has_reason(text: Passage, place: tuple[int, int], context: Context) -> bool:
    """A day and an event, season or law in the same line."""
    rest = text.text[: place[0]] + " " + text.text[place[1] :]
    return bool(text.dates) and rest in context.words("external_reason")
