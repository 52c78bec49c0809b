"""A segment says who people are and nothing of what they need.

## Why it matters
Age and city do not tell you what to say; what people need, what stands in their way and their own
words do.

A message built on that sounds as if somebody had listened. One line from one real conversation is a
start.

## Bad
```brief
## Audience
- **S1** Women 25-45 in big cities ←
```

```brief lang=pl
## Odbiorcy

| id | kto | potrzeba lub problem | dowody |
| --- | --- | --- | --- |
| S1 | Kursanci po przerwie | – | E1 |
| S2 | Nowi kursanci w wieku 18-30 lat | ? | – | ←
```

## Good
```brief
## Audience
- **S1** Coordinators; pain: forget which shift was swapped (E2, 9 of 12 interviews)
```

```brief lang=zh-Hans
## 目标受众

| 编号 | 是谁 | 需求或痛点 |
| --- | --- | --- |
| S1 | 断课 60 天以上的老学员 | 怕白跑一趟 |
```

## Near misses
A link to a segment page, a sentence about what people do not know or fear, and a description under
a heading of its own are insight.

```brief lang=ru
## Аудитория
- **S1** [Ученики с перерывом](../../audiences/lapsed.md), которые ходили весной
- **S2** Новые ученики, которые не знают, с чего начать
```

```page playbooks/audiences/lapsed.md
# Ученики с перерывом
```

```brief lang=fil
## Target na audience
### S1 Mga bagong boluntaryo
Labingwalo pataas, taga-lungsod.

#### Problema
Takot silang tumayo nang walang gagawin.
```

## Known misses
The words are looked for, not weighed: "they need our product" passes.

## Sources
Study needs, pain points and habits first; ask which problem people want solved.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from readyroom.meaning.placeholders import is_blank
from readyroom.meaning.quotation import quoted
from readyroom.model.brief import Brief, Item, ItemKind
from readyroom.model.citations import cited
from readyroom.model.entries import entries
from readyroom.model.message import msg
from readyroom.model.rule import Context, Finding, Rule
from readyroom.model.status import Level, Pillar

RULE = Rule(
    severity="·WEEE·",
    gate=Level.VALIDATED,
    pillar=Pillar.AUDIENCE,
    requires=("audience-missing",),
)

_INSIGHT_COLUMNS = ("need", "now")
_TRAIT = re.compile(r"[^:：\n]{1,40}[:：]")


def check(brief: Brief, context: Context) -> Iterator[Finding]:
    """One finding per segment without a need, a habit, a quote or evidence."""
    groups = [g for g in entries(brief, "audience", "S") if not is_blank(g.text, brief.language)]
    without = [group for group in groups if not _has_insight(group, brief, context)]
    if any(map(_is_trait, groups)):
        # A list of traits ("Age: 35-50") is one segment.
        without = without[:1] if len(without) == len(groups) else []
    known = next((name for name in brief.ids if name.startswith("E")), "E1")
    for group in without:
        yield Finding(
            group.place("who"),
            msg("This says who they are and not what they need or what holds them back."),
            msg("Add what you heard or saw: a need, a fear, a habit."),
            example=msg("pain: forgets which shift was swapped ({evidence})", evidence=known),
            question=msg("What do they want to get done, in their own words?"),
        )


def _is_trait(group: Item) -> bool:
    return group.kind is ItemKind.LIST and not group.id and _TRAIT.match(group.text) is not None


def _has_insight(group: Item, brief: Brief, context: Context) -> bool:
    cells = (group.cell(column) for column in _INSIGHT_COLUMNS)
    left_out = group.cell("notfor")  # what is said of others tells nothing about these
    own = group.text.replace(left_out.text, "") if left_out else group.text
    about = "\n".join([own, *(child.text for child in group.children)])
    return (
        any(cell and not is_blank(cell.text, brief.language) for cell in cells)
        or bool(cited(about, "E"))
        or bool(quoted(about))
        or about in context.words("insight")
        or _links_to_library(group, brief, context)
    )


def _links_to_library(group: Item, brief: Brief, context: Context) -> bool:
    pages = {page.path.rsplit("/", 1)[-1] for page in context.playbook.segments.values()}
    return any(
        group.span.start <= link.span.start < group.span.end
        and link.target.split("#")[0].rsplit("/", 1)[-1] in pages
        for link in brief.links
    )
