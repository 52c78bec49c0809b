"""Something that the plan depends on is only assumed.

## Why it matters
If a weighty guess is wrong, the whole plan is wrong, and you will learn it after the money is gone.

Name the cheapest way to find out, do it, and write down what came out. A bet that cannot be tested
beforehand may stay, if somebody accepts it until a certain day.

## Bad
```brief status=ready
## Evidence
- **A1** Parents will pay per child - open ←
```

```brief status=ready lang=ru
## Доказательства
| id | вид | метод | дата | вопрос или тезис | важность | результат |
| --- | --- | --- | --- | --- | --- | --- |
| A1 | допущение | прочитать вслух | 2026-12-11 | это не упрёк | высокая | открыто | ←
| A2 | допущение | | | читатели придут утром | средняя | открыто |
```

```brief status=ready lang=pl
## Dowody
| id | rodzaj | metoda | pytanie lub teza | ważność | wynik |
| --- | --- | --- | --- | --- | --- |
| A1 | założenie | | o powrocie decyduje cena | wysoka | niejasne | ←
```

## Good
```brief status=ready
## Evidence
- **E4** 18 talks at the gate on 2026-11-10: contradicts A1
- **A1** Parents pay per child: contradicted (E4, 3 of 18), plan changed to a flat fee
```

```brief status=ready lang=zh-Hans
## 证据
| 编号 | 种类 | 方法 | 样本 | 问题或论断 | 重要性 | 结果 |
| --- | --- | --- | --- | --- | --- | --- |
| A1 | 假设 | 最省钱的检验：打电话 | 31 人 | 断课多半因为并班 | 高 | 支持 |
```

## Near misses
A guess of little weight may stay open, and a bet may be accepted here or in the table of risks.

```brief status=ready lang=fil
## Ebidensya
- **A1** Palagay: babalik sila pagkatapos ng ulan, tinatanggap namin hanggang 2027-03-01
- **A2** Palagay: gusto nila ng kape, mababa ang halaga, bukas pa

## Mga panganib
- **R1** hindi sapat ang upuan
```

```brief status=ready
## Evidence
| id | kind | method | question or claim | importance | result |
| --- | --- | --- | --- | --- | --- |
| A1 | assumption | | the rival stays away until spring | high | open |

## Risks
| id | what fails | response |
| --- | --- | --- |
| R1 | A1 is wrong | accept until 2027-02-01 |
```

## Known misses
Whether the plan was changed after a guess turned out wrong is for people to judge.

## Sources
Acting on what one believes that customers want; validation makes early action smart.
"""

from __future__ import annotations

from collections.abc import Iterator

from readyroom.meaning.evidence import (
    evidence_rows,
    has_source,
    is_answered,
    is_assumption,
    method_of,
)
from readyroom.meaning.fillers import fillers
from readyroom.meaning.placeholders import is_blank
from readyroom.model.brief import Brief, Item
from readyroom.model.citations import cited
from readyroom.model.message import msg
from readyroom.model.rule import Context, Finding, Rule
from readyroom.model.status import Pillar

RULE = Rule(severity="·iWEE·", pillar=Pillar.EVIDENCE)

# How far behind "accept" its day may stand.
_NEAR = 30


def applies(brief: Brief, context: Context) -> bool:
    return any(is_assumption(row, brief.language) for row in evidence_rows(brief))


def check(brief: Brief, context: Context) -> Iterator[Finding]:
    """One finding per weighty assumption without an answer, or with one from nowhere."""
    for row in evidence_rows(brief):
        weighty = is_assumption(row, brief.language) and _is_weighty(brief, row, context)
        if not weighty or _is_accepted(brief, row, context):
            continue
        name = row.id or msg("This assumption")
        if not is_answered(row, brief.language):
            yield Finding(
                row.place("result"),
                msg("The plan depends on {name}, and it has not been tested yet.", name=name)
                if _says_how(brief, row)
                else msg("The plan depends on {name}, and no test is named for it.", name=name),
                help=msg(
                    "Do the cheapest test and write down what came out. If it cannot be tested, "
                    "write until which day you accept it."
                ),
                example=msg("cheapest test: call six people | supports (5 of 6)"),
                question=msg("What would you do differently if it were wrong?"),
            )
        elif row.cells and not _says_how(brief, row):
            yield Finding(
                row.place("method"),
                msg("{name} has an answer, but nothing says how it was found.", name=name),
                help=msg("Name the test in the method column, or the evidence that it rests on."),
                example=msg("cheapest test: call six people"),
                question=msg("How do you know?"),
            )


def _is_weighty(brief: Brief, row: Item, context: Context) -> bool:
    """High importance; where nobody has weighed it, it may be."""
    if is_blank((row.cells.get("question") or row.passage).text, brief.language):
        return False
    weight = context.cell("importance", (row.cells.get("importance") or row.passage).text)
    return weight not in ("low", "medium")


def _is_accepted(brief: Brief, row: Item, context: Context) -> bool:
    """Whether the row, or a risk that cites it, accepts it until a day that has not passed."""
    risks = [risk for risk in brief.items("risks") if row.id and row.id in cited(risk.text, "A")]
    return any(
        mention.last and mention.last >= context.today and 0 <= mention.start - end <= _NEAR
        for found in (row, *risks)
        for _, end in context.words("accepted").find(found.text)
        for mention in found.passage.dates
    )


def _says_how(brief: Brief, row: Item) -> bool:
    method = row.cells.get("method")
    if method is None:
        return bool(method_of(row, brief.language)) or bool(row.cells)
    if fillers(method.text, brief.language):
        return True  # a placeholder is reported as one
    return (
        not is_blank(method.text, brief.language)
        or bool(cited(row.text, "E"))
        or has_source(brief, row)
    )
