"""All the evidence agrees with the plan, and nobody asked what would speak against it.

## Why it matters
We see what we hope to see, so evidence that only agrees deserves a second look.

Write down what came out against you, or at least what would: it makes the rest believable.

## Bad
```brief status=validated
## Evidence ←
- **E1** 12 interviews, 2026-11-04: supports
- **E2** survey of 64 guests, 2026-11-10: supports
- **E3** small live test with 40 people, 2026-11-16: supports
```

```brief status=ready lang=ru
## Доказательства ←
| id | метод | n | результат |
| --- | --- | --- | --- |
| E1 | интервью | 14 чел. | подтверждает |
| E2 | опрос | 60 чел. | подтверждает |
| A1 | допущение | 10 чел. | открыто |
| E3 | наблюдение | 9 чел. | подтверждается |
```

## Good
```brief status=validated
## Evidence
- **E1** 12 interviews, 2026-11-04: supports
- **E2** survey of 64 guests, 2026-11-10: supports
- **E5** night-shift staff never open mail: contradicts
```

```brief status=validated lang=zh-Hans
## 证据
| 编号 | 方法 | 样本 | 结果 |
| --- | --- | --- | --- |
| E1 | 访谈 | 12 人 | 支持 |
| E2 | 问卷 | 60 人 | 支持 |
| E3 | 观察 | 9 人 | 支持 |

**什么会证明我们错了：** 打过电话的人和没打过的人约课比例一样。
```

## Near misses
Two rows are too few to be one-sided, and a row may agree in part.

```brief status=validated lang=pl
## Dowody
- **E1** 18 wywiadów: potwierdza
- **E2** ankieta, 60 osób: potwierdza
```

```brief status=validated lang=fil
## Ebidensya
- **E1** panayam sa 9 na nanay: sumusuporta
- **E2** survey ng 31 tao: sumusuporta
- **E3** obserbasyon, 6 na klase: sumusuporta ang apat, sumasalungat ang dalawa
```

## Known misses
Doubts that stand outside the section, or without one of the words for them, are not seen.

## Sources
The wish to be right makes us notice only what agrees with us.
"""

from __future__ import annotations

from collections.abc import Iterator

from readyroom.languages.matching import cell_meanings
from readyroom.meaning.evidence import evidence_rows
from readyroom.meaning.labels import labels_in
from readyroom.meaning.placeholders import is_blank
from readyroom.model.brief import Brief, Item
from readyroom.model.message import msg
from readyroom.model.rule import Context, Finding, Rule
from readyroom.model.status import Pillar

RULE = Rule(severity="··iii·", pillar=Pillar.EVIDENCE, small_too=False)

_FEW = 3


def applies(brief: Brief, context: Context) -> bool:
    return bool(evidence_rows(brief))


def check(brief: Brief, context: Context) -> Iterator[Finding]:
    """One finding where three rows or more agree and nothing doubts."""
    answers = [_answers(row, brief.language) for row in evidence_rows(brief)]
    agreeing = sum("supports" in found for found in answers)
    if agreeing < _FEW or any({"contradicts", "unclear"} & found for found in answers):
        return
    if _asks_what_would_be_wrong(brief):
        return
    if any(row.text in context.words("counter_evidence") for row in evidence_rows(brief)):
        return
    yield Finding(
        brief.place("evidence"),
        msg("Every row agrees with you, and nothing says what would prove you wrong."),
        help=msg("Add what spoke against the plan, or one line that says what would."),
        example=msg(
            "**What would prove us wrong:** people who were called book no more often than others."
        ),
        question=msg("Who did not say what you hoped to hear?"),
    )


def _answers(row: Item, code: str) -> frozenset[str]:
    return cell_meanings("result", (row.cells.get("result") or row.passage).text, code)


def _asks_what_would_be_wrong(brief: Brief) -> bool:
    lines = brief.labelled("prove_wrong")
    return any(not is_blank(line.text, brief.language) for line in lines) or any(
        "prove_wrong" in labels_in(brief, key) for key in ("evidence", "risks", "why")
    )
