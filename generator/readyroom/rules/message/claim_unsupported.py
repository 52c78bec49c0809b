"""A message promises something that nothing in the brief backs.

## Why it matters
People have heard "the best" too often to believe it, and one claim that does not hold costs trust
in everything else.

A number that somebody measured, or the words of a real person who agreed to be quoted, weighs more
than a superlative. In many places a claim without proof is against the law as well.

## Bad
```brief
## Message
- The fastest planner on the market, saves 80% of your time! ←
```

```brief lang=zh-Hans
## 核心信息

| 细分 | 信息 | 依据 | 行动号召 |
| --- | --- | --- | --- |
| S1 | 全城第一的陶艺课，包教包会 | – | 约课 → /yue | ←
| S2 | 老师周六陪您做完上次的杯子 | E2 | 约周六 → /yue |
```

Copy in a quotation is looked at too, and so is a figure of what people could earn.

```brief lang=pl
## Przekaz
**Główny przekaz:** Wieczór przy kole garncarskim.

> Jedyna taka pracownia w mieście! ←

**Dla instruktorów:** Zarabiaj 6000 zł miesięcznie na weekendach. ←
```

## Good
```brief
## Message
**Primary:** "Planning took me 40 minutes, now 15", coordinator (E3, permission on file)

- Nine of ten parents found a place within a day ([poll](../evidence/poll.md)).
```

```brief lang=ru
## Сообщение
**Главное:** Самая короткая дорога к знакомой группе: один звонок.

**Подтверждение:** E2, 9 из 12 вернулись после звонка
```

## Near misses
Price cuts, dates and orders are no claims; nor is what is denied, asked or part of a name.

```brief lang=zh-Hans
## 核心信息
- 第一季度的课表出来了，最近的校区还有位置，最后三天报名立减 20%
- 我们不是最便宜的，但是每节课都有老师在旁边
- 请先读《最好的告别》
```

```brief lang=ru
## Сообщение
- Скидка 20% до 2027-02-01, занятия с самого начала
- Мы не самые дешёвые. Что в школе для вас самое удобное?
```

```brief lang=fil
## Mensahe
- Pumunta sa pinakamalapit na aklatan bago mag-Enero 31, 2027
- Do your best; the class at Best Street Library works best for beginners
```

## Known misses
A claim in words that are not on the list ("you will love it") is not found. Whether the proof is
good is for people to judge.

## Sources
A real user's story is worth more than borrowed fame; facts instead of guesses.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from readyroom.languages import language
from readyroom.languages.matching import fold
from readyroom.meaning.claims import claims, is_backed, is_proof
from readyroom.meaning.clauses import clause_around
from readyroom.model.brief import BlockKind, Brief, ItemKind
from readyroom.model.message import msg
from readyroom.model.rule import Context, Finding, Rule
from readyroom.model.status import Pillar
from readyroom.model.text import Passage

RULE = Rule(severity="·iWEE·", pillar=Pillar.AUDIENCE)

_LABEL = re.compile(r"\s*([^:：\n]{1,30})[:：]\s*")
_COPY = ("channels", "tactics", "personalization")


def check(brief: Brief, context: Context) -> Iterator[Finding]:
    """One finding per line, row or quotation, at its first claim that nothing backs; what is said
    again in a line with proof is backed there."""
    proven: list[str] = []
    open_claims: list[tuple[Passage, int, int]] = []
    for where, backed in _lines(brief):
        found = claims(where, brief.language)
        if not backed:
            open_claims += [(where, start, end) for start, end in found]
        elif any(found):
            proven.append(fold(where.text))
    told: set[int] = set()
    known = next((name for name in brief.ids if name.startswith("E")), "E1")
    for where, start, end in open_claims:
        line = where.span().start
        said = fold(where.text[slice(*clause_around(where.text, start, end))]).strip()
        if line in told or any(said in text for text in proven):
            continue
        told.add(line)
        yield Finding(
            where.span(start, end),
            msg("“{words}” is a claim, and nothing here backs it.", words=where.text[start:end]),
            msg("Put the proof into the same line, or say it without the claim."),
            example=msg(
                "“Planning took me 40 minutes, now 15”, coordinator in the pilot ({evidence}, "
                "permission on file)",
                evidence=known,
            ),
            question=msg("Who besides us would say so, and what did they see?"),
        )


def _lines(brief: Brief) -> Iterator[tuple[Passage, bool]]:
    """What people are told, and whether its own line, row or a line for proof backs it."""
    proof = any(_is_proof_line(block.passage, brief) for block in brief.blocks("message"))
    for item in brief.items("message"):
        if item.kind is ItemKind.ROW:
            backed = is_backed(brief, item.passage) or is_proof(brief, item.cell("proof"))
            for column in ("message", "cta"):
                if told := item.cell(column):
                    yield told, backed
        else:
            parts = (item.passage, *(child.passage for child in item.children))
            backed = any(is_backed(brief, part) or _is_proof_line(part, brief) for part in parts)
            yield from ((part, backed) for part in parts)
    for block in brief.blocks("message"):
        if block.kind in (BlockKind.PARAGRAPH, BlockKind.QUOTE):
            yield block.passage, proof or is_backed(brief, block.passage)
    for block in (block for key in _COPY for block in brief.blocks(key)):
        if block.kind is BlockKind.QUOTE:
            yield block.passage, is_backed(brief, block.passage)


def _is_proof_line(where: Passage, brief: Brief) -> bool:
    """Whether it begins with "Proof:" and says how it is known."""
    label = _LABEL.match(where.text)
    return bool(
        label
        and fold(label[1]) in _proof_names(brief.language)
        and is_proof(brief, where.part(label.end()))
    )


@cache
def _proof_names(code: str) -> frozenset[str]:
    return frozenset(
        fold(name)
        for known in (language("en"), language(code))
        for name in known.columns["message"]["proof"]
    )
