"""A heading looks right, and programs read something else.

## Why it matters
A section is found by its heading, and a heading that only looks right on the screen hides it.

A letter of another alphabet, a character that nobody sees and a missing space after `#` are the
usual reasons; most of them come in with copied text.

## Bad
```brief
## Gоals ←
- **G1** 120 volunteers by 2027-05-31
```

```fixed
## Goals
- **G1** 120 volunteers by 2027-05-31
```

```brief lang=ru
##Цели ←
- **G1** 120 смен до 2027-05-31

## Meтрики ←
- M1 смены
```

```fixed
## Цели
- **G1** 120 смен до 2027-05-31

## Метрики
- M1 смены
```

```brief
## Metrics​ ←
- M1 first shifts
```

```fixed
## Metrics
- M1 first shifts
```

## Good
```brief
## Goals
- **G1** 120 volunteers by 2027-05-31
```

```brief lang=ru
## Цели и KPI
- **G1** 120 смен до 2027-05-31
```

## Near misses
Words that people really write in two alphabets, hashtags and emoji are no mistakes.

```brief lang=ru
## Задачи SMMщика 👩‍🌾 🏴󠁧󠁢󠁳󠁣󠁴󠁿
#весна
```

```brief lang=zh-Hans
## 目标 KPI
#春天
```

## Known misses
A word that is written in a foreign alphabet from end to end is not noticed.

## Sources
Own experience with briefs in several languages: what cannot be found is not read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from readyroom.languages import CODES, language
from readyroom.languages.matching import fold
from readyroom.model.brief import BlockKind, Brief, FoundBy
from readyroom.model.fix import Edit, Fix
from readyroom.model.message import msg
from readyroom.model.rule import Context, Finding, Rule
from readyroom.model.text import Passage

RULE = Rule(severity="iWWWWi")

# Flags of regions are an emoji with tag characters behind it.
_INVISIBLE = re.compile(
    "[\u200b\u2060\ufeff]|(?<![\U0001f3f4\U000e0000-\U000e007f])[\U000e0000-\U000e007f]"
)
_NO_SPACE = re.compile(r"#{1,6}(?!#)\S|#{1,6}[^\S \t]")
_WORD = re.compile(r"[^\W\d_]+")
_LATIN, _CYRILLIC = "aceopxyABCEHKMOPTXiIjs", "асеорхуАВСЕНКМОРТХіІјѕ"
_TO_LATIN = str.maketrans(_CYRILLIC, _LATIN)
_TO_CYRILLIC = str.maketrans(_LATIN, _CYRILLIC)
_IN_LATIN, _IN_CYRILLIC = re.compile("[A-Za-z]"), re.compile("[А-Яа-яЁёІіЈјЅѕ]")


def check(brief: Brief, context: Context) -> Iterator[Finding]:
    """At most one finding per heading."""
    for heading in _headings(brief):
        if _INVISIBLE.search(heading.text):
            yield _invisible(heading)
        elif mixed := next(_mixed(heading.text), None):
            yield _two_alphabets(heading, *mixed)
    for section in brief.sections:
        if section.found_by is FoundBy.PLAIN_LINE and _NO_SPACE.match(section.heading.raw):
            yield _no_space(section.heading)


def _invisible(heading: Passage) -> Finding:
    places = [match.span() for match in _INVISIBLE.finditer(heading.text)]
    return Finding(
        heading.span(*places[0]),
        msg("This heading holds a character that nobody can see."),
        msg("Take it out, or type the heading again instead of copying it."),
        example=msg("## {title}", title=_INVISIBLE.sub("", heading.text)),
        question=msg("Where was this text copied from, and is the rest of it clean?"),
        fix=Fix(
            msg("Take out what nobody can see"),
            tuple(Edit(heading.span(start, end), "") for start, end in places),
        ),
    )


def _two_alphabets(heading: Passage, start: int, end: int, meant: str) -> Finding:
    span = heading.span(start, end)
    return Finding(
        heading.span(),
        msg("“{word}” has letters of two alphabets, so it is not read as that.", word=meant),
        msg("Type the word again with one keyboard."),
        example=msg("{word}", word=meant),
        question=msg("Which other words were typed with the other keyboard?"),
        fix=Fix(msg("Write “{word}” in one alphabet", word=meant), (Edit(span, meant),)),
    )


def _no_space(heading: Passage) -> Finding:
    title = heading.text.lstrip("# \u3000\xa0")
    signs = max(len(heading.text) - len(heading.text.lstrip("#")), 2)
    line = f"{'#' * signs} {title}"
    return Finding(
        heading.span(),
        msg("A space is missing after the #, so the page shows no heading here."),
        msg("Put a plain space between the number signs and the name."),
        example=msg("{line}", line=line),
        question=msg("Do the other headings of this brief turn up in its table of contents?"),
        fix=Fix(msg("Make it a heading"), (Edit(heading.span(), line),)),
    )


def _headings(brief: Brief) -> Iterator[Passage]:
    if brief.heading:
        yield brief.heading
    for section in brief.sections:
        if section.found_by is FoundBy.HEADING:
            yield section.heading
        yield from (b.passage for b in section.blocks if b.kind is BlockKind.HEADING)


def _mixed(text: str) -> Iterator[tuple[int, int, str]]:
    """Words that would name a section if all of their letters were of one alphabet: where they
    stand and how they should be written."""
    for match in _WORD.finditer(text):
        if not (_IN_LATIN.search(match[0]) and _IN_CYRILLIC.search(match[0])):
            continue
        for table in (_TO_LATIN, _TO_CYRILLIC):
            meant = match[0].translate(table)
            one_alphabet = not (_IN_LATIN.search(meant) and _IN_CYRILLIC.search(meant))
            if one_alphabet and fold(meant) in _names():
                yield *match.span(), meant


@cache
def _names() -> frozenset[str]:
    """Every word of a section's name, in all languages."""
    return frozenset(
        fold(word)
        for code in CODES
        for names in language(code).headings.values()
        for name in names
        for word in _WORD.findall(name)
    )
