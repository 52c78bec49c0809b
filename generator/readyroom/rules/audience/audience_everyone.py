"""The audience is everyone, so the campaign is for no one in particular.

## Why it matters
A message that has to fit everybody says little to anybody, and reaching everybody is what money
runs out of first.

People who get mail that is not meant for them call it spam. Start with the group that would miss
you most; you can always widen later.

## Bad
```brief
## Audience
- **S1** Everyone who owns a phone. ←
```

```brief lang=ru
## Аудитория

| id | кто | потребность или боль |
| --- | --- | --- |
| S1 | Для всех, кто любит уют | хочется тепла | ←
```

```brief lang=zh-Hans
## 目标受众
面向所有人。 ←
```

```brief
---
title: Spring intake
status: planned
audience: [everyone] ←
---
```

## Good
```brief
## Audience
- **S1** Parents of 6-9 year olds who opened two school newsletters since September 2026
```

## Near misses
A number, a time, a place or a role narrows the word; refusing or quoting it is the opposite of
using it; a pain may well contain it.

```brief
## Audience
- **S1** Everyone in the river district who worked a shift in 2026
- **S2** All customers with two orders since March; pain: everyone tells them to hurry

The rest of the page is for readers: not everyone needs this.
```

```brief lang=pl
## Odbiorcy
- **S1** Kursanci po przerwie, nie wszyscy kursanci
```

```brief lang=zh-Hans
## 目标受众
「所有人」不是人群。先请住在河东、断课两个月的老学员。
```

```brief lang=fil
## Target na audience
- **S1** Lahat ng boluntaryo na nakatira malapit sa pantry
```

## Known misses
A group that is huge under another name ("adults with a smartphone") is not found.

## Sources
One message does not fit all; spend on the people who matter most instead of pouring into mass
reach.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from readyroom.languages.matching import negations
from readyroom.meaning.quotation import quoted
from readyroom.model.brief import BlockKind, Brief, ItemKind
from readyroom.model.message import msg
from readyroom.model.rule import Context, Finding, Rule
from readyroom.model.status import Level, Pillar
from readyroom.model.text import Passage, Span

RULE = Rule(
    severity="iWEEE·",
    core=True,
    gate=Level.VALIDATED,
    pillar=Pillar.AUDIENCE,
    foreign=True,
)

_MOST_IN_A_CLAUSE = 20
_CLAUSE_END = re.compile(r"[;；。.!?！？\n](?:\s|$|(?<=[;；。！？]))")


def check(brief: Brief, context: Context) -> Iterator[Finding]:
    """One finding per segment whose name takes in everyone."""
    listed = brief.front.get("audience")
    for node in listed.nodes if listed else ():
        if context.words("everyone").is_all_of(node.text):
            yield _finding(node.span, node.text)
    for name in _names(brief):
        for start, end in islice(context.words("everyone").find(name.text), _MOST_IN_A_CLAUSE):
            if not _is_narrowed(name, start, end, brief.language, context):
                yield _finding(name.span(start, end), name.text[start:end])
                break


def _names(brief: Brief) -> Iterator[Passage]:
    """What names a segment: who-cells, first clauses of list items, and plain text where there
    is neither; beside a list only a paragraph that opens the section counts."""
    for section in brief.sections_of("audience"):
        for item in section.items:
            who = item.cell("who") if item.kind is ItemKind.ROW else item.passage
            if who:
                yield _first_clause(who)
        blocks = section.blocks[: 1 if section.items else None]
        for block in blocks:
            if block.kind is BlockKind.PARAGRAPH:
                yield from _clauses(block.passage)


def _first_clause(passage: Passage) -> Passage:
    return next(_clauses(passage), passage)


def _clauses(passage: Passage) -> Iterator[Passage]:
    start = 0
    for end in [*(m.end() for m in _CLAUSE_END.finditer(passage.text)), len(passage.text)]:
        if passage.text[start:end].strip():
            yield passage.part(start, end)
        start = end


def _is_narrowed(name: Passage, start: int, end: int, code: str, context: Context) -> bool:
    """Whether the clause refuses, quotes, excludes or narrows the word.

    Behind a comma it belongs to a description ("parents, whose day is full"); "всё" is a thing.
    """
    text = name.text
    rest = text[:start] + text[end:]
    for first, last in reversed(list(context.words("no_exception").find(rest))):
        rest = rest[:first] + rest[last:]  # "no exceptions" negates nothing
    return (
        any(mark in text[:start] for mark in ",，")
        or "ё" in text[start:end]
        or any(a <= start and end <= b for a, b in quoted(text))
        or rest in negations(code)
        or rest in context.words("exclusion")
        or rest in context.words("narrowing")
        or bool(name.dates)
        or re.search(r"\d", re.sub(r"^\W*S\d+\W", "", rest)) is not None
    )


def _finding(span: Span, words: str) -> Finding:
    return Finding(
        span,
        msg('"{words}" is too wide: nobody can tell whom to invite first.', words=words),
        msg("Name the group you start with by role, place, time or by what they did."),
        example=msg(
            "**S1** Parents of 6-9 year olds who borrowed two picture books since September 2026"
        ),
        question=msg("Who would miss this most?"),
    )
