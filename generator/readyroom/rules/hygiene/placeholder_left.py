"""Something still holds the place of an answer.

## Why it matters
A gap that is found late becomes a public mistake: the mail goes out with “[date]” in it.

If the answer is not known yet, write who will know it and by when.

## Bad
```brief status=validated
## Budget
Budget: TBD ←

## Goals
- **G1** Reach [number] volunteers by <date> ←

## Team ←
```

```brief
---
status: validated
lang: zh-Hans
description: 待定 ←
---
## 目标受众
| 编号 | 是谁 | 需求或痛点 |
| --- | --- | --- |
| S1 | 填写 | 待补充 | ←
```

```brief status=ready lang=ru
## Сроки
| дата | что |
| --- | --- |
| — | рассылка первым 120 | ←
| 2026-12-08 | письмо для {{segment}} | ←
```

## Good
```brief status=ready lang=pl
## Cele
- **G1** 120 osób do 2027-05-31 (link do potwierdzenia zapisu przychodzi mailem)
```

## Near misses
Samples of copy belong in quotes or code; links, boxes and labels are no gaps.

```brief status=ready lang=en
## Message
> Hi {{first_name}}, your shift is [date].

Mail 1 opens with `{{first_name}}`; they said "your page says coming soon since May".

## Readiness
- [x] {#segments-built} see [the list](list.md) [1] [EN] (@jo, 2026-11-20)

## Why
目标待定义清楚之前不发 <br> places have to be confirmed by phone
```

## Known misses
A guess that looks like an answer passes.

## Sources
Gaps seen late become public mistakes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import zip_longest

from readyroom.meaning.crew import named_owners
from readyroom.meaning.fillers import FillerFinder
from readyroom.model.brief import Block, BlockKind, Brief, FoundBy, ItemKind, Section
from readyroom.model.message import Message, msg
from readyroom.model.references import statements
from readyroom.model.rule import Context, Finding, Rule
from readyroom.model.schema_check import misfits
from readyroom.model.status import Level, Severities
from readyroom.model.text import Passage, Span

RULE = Rule(
    severity="iWEEEE",
    core=True,
    gate=Level.PLANNED,
    gate_sections=("goals", "audience", "metrics", "feedback"),
    score_cap=69,
)

_FROM_READY = Severities("···EEE")
# The skeleton's later sections may stand empty until the brief claims to be validated.
_FROM_VALIDATED = Severities("··WEEE")
_NOTHING = re.compile(r"[\s\-–—]*")
# What a row is about; all other columns have rules of their own.
_SUBJECTS = {
    "goals": ("goal",),
    "audience": ("who",),
    "message": ("message",),
    "channels": ("channel",),
    "tactics": ("tactic",),
    "metrics": ("metric",),
    "evidence": ("method", "question"),
    "feedback": ("source",),
    "timeline": ("date", "what"),
    "budget": ("item", "amount"),
    "risks": ("fails",),
}
# Sections whose absence no other rule notices once their heading is there.
_NOT_EMPTY = frozenset({"personalization", "team", "timeline", "budget", "consent"})
# Columns in which "later" or "unknown" is an answer; keys whose text is about gaps.
_ANSWERS = frozenset({"type", "empty", "noreaction"})
_FREE_KEYS = frozenset({"lint", "hold", "dropped", "tags"})


def check(brief: Brief, context: Context) -> Iterator[Finding]:
    finder = FillerFinder(brief.source.text, brief.language)
    owners = [span for _, span in named_owners(brief)]  # owner-missing looks after these
    yield from _front(brief, finder, owners)
    title = [Block(BlockKind.HEADING, brief.heading)] if brief.heading else []
    for block in (*title, *statements(brief)):
        passage = block.passage
        for start, end in finder.find(passage.text):
            span = passage.span(start, end)
            if passage.in_code(start) or _is_answer(block, context) or _is_in(span, owners):
                continue
            yield _filler(passage.text[start:end], span)
    for section, following in zip_longest(brief.sections, brief.sections[1:]):
        if _is_empty(section, following):
            nothing = msg("There is a heading, and nothing below it.")
            yield _finding(nothing, section.heading.span(), _FROM_VALIDATED)
        for cell in _subjects(section):
            if _NOTHING.fullmatch(cell.text):
                yield _finding(msg("This cell is empty."), cell.span(), _FROM_READY)


def _finding(message: Message, span: Span, severity: Severities | None = None) -> Finding:
    return Finding(
        span,
        message,
        msg("Write the answer, or who will know it by when. Put samples of copy into quotes."),
        severity,
        example=msg("ana decides by 2027-01-11"),
        question=msg("Who can say it today?"),
    )


def _filler(words: str, span: Span) -> Finding:
    return _finding(msg("“{words}” stands where an answer should be.", words=words), span)


def _is_answer(block: Block, context: Context) -> bool:
    """Whether a cell may say "later" or "unknown"; evidence that is still open says so."""
    is_open = block.column == "result" and context.cell("result", block.passage.text) == "open"
    return block.column in _ANSWERS or is_open


def _is_in(span: Span, places: list[Span]) -> bool:
    return any(place.start <= span.start < place.end for place in places)


def _front(brief: Brief, finder: FillerFinder, owners: list[Span]) -> Iterator[Finding]:
    """Front-matter values; a list that stands for a section is read as that section, and a value of
    the wrong type has been reported."""
    read = {key for s in brief.sections if s.found_by is FoundBy.FRONT_MATTER for key in s.keys}
    for name, entry in brief.front.entries.items():
        if name in read or name in _FREE_KEYS:
            continue
        left = [(node, found) for node in entry.scalars if (found := finder.find(node.text))]
        wrong = (found.span for found in misfits(name, entry) if not found.mild)
        told = [*owners, *wrong] if left else owners
        for node, found in left:
            for start, end in found if not _is_in(node.span, told) else ():
                words = node.text[start:end]
                at = brief.source.text.find(words, node.span.start, node.span.end)
                yield _filler(words, Span(at, at + len(words)) if at >= 0 else node.span)


def _is_empty(section: Section, following: Section | None) -> bool:
    """Whether nothing stands below a heading, not even another section inside."""
    return (
        section.found_by is FoundBy.HEADING
        and not section.blocks
        and bool(_NOT_EMPTY & set(section.keys))
        and (following is None or following.span.start >= section.span.end)
    )


def _subjects(section: Section) -> Iterator[Passage]:
    """The cells that say what their row is about."""
    for column in (column for key in section.keys for column in _SUBJECTS.get(key, ())):
        for item in section.items:
            if item.kind is ItemKind.ROW and column in item.cells:
                yield item.cells[column]
