"""A segment says who people are and nothing of what they need.

## Why it matters
Age and city do not tell you what to say. What people try to get done, what stands in their way and
the words they use for it do; a message built on that sounds as if somebody had listened. One line
from one real conversation is a start.

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

from collections.abc import Iterator

from readyroom.languages.placeholders import is_blank
from readyroom.languages.quotation import quoted
from readyroom.model.audience import Segment, segments
from readyroom.model.brief import Brief
from readyroom.model.citations import cited
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


def check(brief: Brief, context: Context) -> Iterator[Finding]:
    """One finding per segment without a need, a habit, a quote or evidence."""
    pages = {page.path.rsplit("/", 1)[-1] for page in context.playbook.segments.values()}
    targets = {
        link.span.start
        for link in brief.links
        if link.target.split("#")[0].rsplit("/", 1)[-1] in pages
    }
    for segment in segments(brief):
        span = segment.item.span
        linked = any(span.start <= start < span.end for start in targets)
        blank = is_blank(segment.about, brief.language)
        if not blank and not linked and not _has_insight(segment, brief, context):
            yield Finding(
                segment.span,
                msg("This says who they are and not what they need or what holds them back."),
                msg(
                    'Add what you heard or saw: "pain: forgets which shift was swapped (E2)". '
                    "What do they want to get done, in their own words?"
                ),
            )


def _has_insight(segment: Segment, brief: Brief, context: Context) -> bool:
    cells = (segment.item.cell(column) for column in _INSIGHT_COLUMNS)
    return (
        any(cell and not is_blank(cell.text, brief.language) for cell in cells)
        or bool(cited(segment.about, "E"))
        or bool(quoted(segment.about))
        or segment.about in context.words("insight")
    )
