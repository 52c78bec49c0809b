"""A section has another name than in all other briefs, or its heading is not a real one.

## Why it matters
People who read many briefs look for a section under the same name and in the same form each time.

The section is found all the same, so this is a hint. A team that has its own names lists them in
its settings (`house-names`).

## Bad
```brief lang=zh-Hans
＃ 预算 ←
```

```fixed
## 预算
```

```brief
## 2. Objectives ←
```

```fixed
## 2. Goals {#2-objectives}
```

```brief lang=pl
## Goals ←

**Ryzyka** ←
```

```fixed
## Cele {#goals}

## Ryzyka
```

```brief lang=ru
# Осенний набор

## Цели

#### Первая половина ←

# Ещё один заголовок ←
```

## Good
```brief lang=fil
# Pagbabalik ng mga boluntaryo

## Mga layunin

### Ikalawang yugto
```

```brief
## Goals {#objectives}
```

## Near misses
A heading that says more than the name may keep it, and so may two sections in one.

```brief
## Goals for the spring term

## Channels and message

## Audience

## Personas
```

## Known misses
A heading that names no section is not noticed.

## Sources
Own experience: a playbook in five languages is readable when its parts are called the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from readyroom.languages import language
from readyroom.languages.matching import WordList, fold
from readyroom.model.brief import BlockKind, Brief, FoundBy, Section
from readyroom.model.fix import Edit, Fix
from readyroom.model.message import msg
from readyroom.model.rule import Context, Finding, Rule
from readyroom.model.text import Passage, Span


@dataclass(frozen=True, slots=True)
class Options:
    """Headings that the team prefers to the usual ones."""

    house_names: tuple[str, ...] = ()


RULE = Rule(severity="iiiiii", options=Options)

_HASHES = re.compile(r" {0,3}(#{1,6})[ \t]")
_SIGNS = re.compile(r"\A[\s#＃*_]+|[\s*_:：]+\Z")


def check(brief: Brief, context: Context) -> Iterator[Finding]:
    house = frozenset(map(fold, context.options.house_names))
    for section in brief.sections:
        if section.found_by is FoundBy.PLAIN_LINE and not section.heading.raw.startswith("#"):
            yield _no_heading(section)
        elif name := _usual_name(brief, section, house):
            yield _other_name(brief, section, name)
    yield from _levels(brief)


def _no_heading(section: Section) -> Finding:
    line = f"## {_SIGNS.sub('', section.heading.text)}"
    span = section.heading.span()
    return Finding(
        span,
        msg("This line stands for a heading, and the page shows it as text."),
        msg("Begin it with two number signs and a space."),
        example=msg("{line}", line=line),
        question=msg("Which parts should turn up in the table of contents?"),
        fix=Fix(msg("Make it a heading"), (Edit(span, line),)),
    )


def _usual_name(brief: Brief, section: Section, house: frozenset[str]) -> str:
    """What the section of this heading is usually called; "" where its own name may stay."""
    if section.found_by is not FoundBy.HEADING or section.level != 2 or section.canonical:
        return ""
    alone = len(section.keys) == 1 and len(brief.sections_of(section.keys[0])) == 1
    if not (section.whole and alone) or fold(section.heading.text.strip()) in house:
        return ""
    return language(brief.language).headings[section.keys[0]][0]


def _other_name(brief: Brief, section: Section, name: str) -> Finding:
    return Finding(
        section.heading.span(),
        msg("In other briefs this section is called “{name}”.", name=name),
        msg("Use that name, so that everybody finds the section at once."),
        example=msg("## {name}", name=name),
        question=msg("Would a new colleague look for it under the name that it has now?"),
        fix=_rename(brief, section, name),
    )


def _rename(brief: Brief, section: Section, name: str) -> Fix | None:
    """The name alone is replaced; the heading keeps its number, its signs and its address."""
    heading, found = section.heading, language(section.language)
    names = [(entry.lstrip("="), found.spaced) for entry in found.headings[section.keys[0]]]
    match = next(WordList(names).find(heading.text), None)
    if match is None:
        return None
    behind = Span(heading.span(*match).end, heading.span().end)
    rest = brief.source.text[behind.start : behind.end]
    address = "" if "{#" in rest else f" {{#{section.anchor}}}"
    edit = Edit(Span(heading.span(*match).start, behind.end), f"{name}{rest}{address}")
    return Fix(msg("Call it “{name}”; links to it still work", name=name), (edit,))


def _levels(brief: Brief) -> Iterator[Finding]:
    """Headings that skip a level, and the first title behind the title."""
    last, titles = 1, 1 if brief.heading else 0
    for heading in _headings(brief):
        line = brief.source.position(heading.span().start).line
        match = _HASHES.match(brief.source.lines[line - 1])
        level = len(match[1]) if match else 1 if "=" in brief.source.lines[line] else 2
        if level == 1:
            titles += 1
        if level > last + 1:
            yield Finding(
                heading.span(),
                msg("This heading skips a level."),
                msg("Take away number signs, so that it has one more than the heading above."),
                example=msg("{signs} {title}", signs="#" * (last + 1), title=heading.text),
                question=msg("What is this a part of?"),
            )
        elif level == 1 and titles == 2:
            yield Finding(
                heading.span(),
                msg("The page has a second title."),
                msg("Begin this heading with two number signs."),
                example=msg("## {title}", title=heading.text),
                question=msg("Is this a part of the brief, or a brief of its own?"),
            )
        last = level


def _headings(brief: Brief) -> list[Passage]:
    """All headings behind the title, in reading order."""
    sections = [s for s in brief.sections if s.found_by is FoundBy.HEADING]
    found = [section.heading for section in sections if section.heading]
    found += [b.passage for s in sections for b in s.blocks if b.kind is BlockKind.HEADING]
    return sorted(found, key=lambda heading: heading.span())
