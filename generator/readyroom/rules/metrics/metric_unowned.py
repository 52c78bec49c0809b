"""A metric has no source, no day on which it is read, or nobody who reads it.

## Why it matters
A number that nobody is asked to look at will be looked at by nobody.

Say where it is read, how often, and by whom. Then the first bad week is noticed in the first bad
week.

## Bad
```brief status=ready owner=ana
## Team
- data: jo

## Metrics
| id | metric | target | source | cadence | owner |
| --- | --- | --- | --- | --- | --- |
| M1 | NPS | 40 | CRM survey 12 | monthly | | ←
| M2 | first shifts | 120 people | | weekly | jo | ←
| M3 | sign-ups | 300 people | roster report 4 | weekly | marketing team | ←
```

```fixed
## Team
- data: jo

## Metrics
| id | metric | target | source | cadence | owner |
| --- | --- | --- | --- | --- | --- |
| M1 | NPS | 40 | CRM survey 12 | monthly | ana |
| M2 | first shifts | 120 people | | weekly | jo |
| M3 | sign-ups | 300 people | roster report 4 | weekly | marketing team |
```

```brief status=validated lang=ru
## Метрики ←
| id | метрика | целевое значение |
| --- | --- | --- |
| M1 | вернувшиеся ученики | 40 чел. |
| M2 | записи на пробный урок | 90 чел. |
```

## Good
```brief status=ready owner=ana
## Team
- data: jo

## Metrics
| id | metric | target | source | cadence | owner |
| --- | --- | --- | --- | --- | --- |
| M3 | NPS | 40 | CRM survey 12 | monthly | @lea |
| M4 | bounced mails | <= 2% | mail tool | after each mail | data |
```

```brief status=ready owner=meilin lang=zh-Hans
## 指标
- **M1** 重新约课的人数 60 人，约课数据库报表 12，每周一看
```

## Near misses
Whoever works alone is the owner of every number, and one sentence may speak for all rows.

```brief status=ready owner=ola lang=pl
## Mierniki
| id | miernik | wartość docelowa |
| --- | --- | --- |
| M1 | zapisy na warsztaty | 40 osób |
| M2 | rezygnacje z listów | <= 3 osoby |

Wszystkie liczby: baza rezerwacji, raport 12, w każdy poniedziałek.
```

```brief status=ready owner=liza lang=fil
## Mga sukatan
| id | sukatan | target | hanggang | pinagkunan | may-ari |
| --- | --- | --- | --- | --- | --- |
| M1 | nag-unsubscribe | <= 0.4% | bawat padala | ulat ng mail tool | jun |
```

## Known misses
Whether the report exists and anybody opens it is not checked.

## Sources
Plans fail where nobody supervises their execution; a team needs a role for the data.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from readyroom.meaning.evidence import has_source
from readyroom.meaning.fillers import fillers
from readyroom.meaning.persons import Who, callable_name, who
from readyroom.meaning.placeholders import is_blank
from readyroom.meaning.team_names import names_person, people_of
from readyroom.model.brief import BlockKind, Brief, Item
from readyroom.model.fix import Edit, Fix
from readyroom.model.message import listing, msg
from readyroom.model.rule import Context, Finding, Rule
from readyroom.model.status import Pillar

RULE = Rule(severity="··WEE·", pillar=Pillar.MEASURES)

_MISSING = {
    "source": msg("where the number is read"),
    "cadence": msg("how often"),
    "owner": msg("who reads it"),
}
# A cell that the row only lacks has nowhere to be filled in.
_CELL_ENDS = re.compile(r"[ \t]*\|")
# "Each send" often stands in the column for the date or the owner.
_CADENCE_MAY_STAND = ("cadence", "by", "source", "owner", "asof")


def check(brief: Brief, context: Context) -> Iterator[Finding]:
    """One finding per row, or one in all where every row lacks the same."""
    said = _said_for_all(brief, context)
    metrics = [item for item in brief.items("metrics") if not is_blank(item.text, brief.language)]
    gaps = {
        index: found
        for index, metric in enumerate(metrics)
        if (found := tuple(gap for gap in _gaps(brief, metric, context) if gap not in said))
    }
    if len(gaps) == len(metrics) > 1 and len(set(gaps.values())) == 1:
        yield _finding(brief, metrics, gaps[0])
    else:
        for index, found in gaps.items():
            yield _finding(brief, [metrics[index]], found)


def _finding(brief: Brief, metrics: list[Item], gaps: tuple[str, ...]) -> Finding:
    alone = metrics[0] if len(metrics) == 1 else None
    missing = listing([_MISSING[gap] for gap in gaps])
    span = brief.place("metrics")
    if alone:
        span = alone.place(gaps[0]) if len(gaps) == 1 else alone.span
    return Finding(
        span,
        msg("This metric does not say: {missing}.", missing=missing)
        if alone
        else msg("None of these metrics says: {missing}.", missing=missing),
        help=msg("Write the report or tool, the rhythm and one person into the row."),
        example=msg("roster report 4 | weekly | {owner}", owner=callable_name(brief, "jo")),
        question=msg("Who would notice first if this number fell?"),
        fix=_owner_into_empty_cells(brief, metrics) if "owner" in gaps else None,
    )


def _gaps(brief: Brief, metric: Item, context: Context) -> Iterator[str]:
    cells, code = metric.cells, brief.language

    def filled(column: str) -> bool:
        text = cells[column].text if column in cells else ""
        return bool(fillers(text, code)) or not is_blank(text, code)  # fillers: reported elsewhere

    texts = [cells[name] for name in _CADENCE_MAY_STAND if name in cells] or [metric.passage]
    says_source = metric.text in context.words("metric_source") or has_source(brief, metric)
    if not (filled("source") if cells else says_source):
        yield "source"
    if not (filled("cadence") or any(text.text in context.words("cadence") for text in texts)):
        yield "cadence"
    if "owner" not in cells or not _is_person(cells["owner"].text, code, context):
        works_alone = len(people_of(brief)) == 1 and not filled("owner")
        if not works_alone and (cells or not names_person(brief, metric.text)):
            yield "owner"


def _is_person(text: str, code: str, context: Context) -> bool:
    """One person or several; a role that the team has given to somebody will do."""
    if fillers(text, code) or context.cell("role", text):
        return True
    return who(text, code) in (Who.ONE, Who.SEVERAL)


def _said_for_all(brief: Brief, context: Context) -> frozenset[str]:
    """What sentences beside the table say of all its rows."""
    own = {item.span for item in brief.items("metrics")}
    blocks = (block for block in brief.blocks("metrics") if block.kind is BlockKind.PARAGRAPH)
    texts = [block.passage.text for block in blocks if block.passage.span() not in own]
    tests = {
        "source": lambda text: text in context.words("metric_source"),
        "cadence": lambda text: text in context.words("cadence"),
        "owner": lambda text: names_person(brief, text),
    }
    return frozenset(gap for gap, test in tests.items() if any(map(test, texts)))


def _owner_into_empty_cells(brief: Brief, metrics: list[Item]) -> Fix | None:
    owner, text = brief.front.text("owner"), brief.source.text
    cells = [metric.cells["owner"] for metric in metrics if "owner" in metric.cells]
    empty = [cell.span() for cell in cells if is_blank(cell.text, brief.language)]
    edits = tuple(
        Edit(at, owner if closing[0][0] == " " else f"{owner} ")
        for at in empty
        if (closing := _CELL_ENDS.match(text, at.end))
    )
    if who(owner, brief.language) is not Who.ONE or not edits:
        return None
    return Fix(msg("Write {owner} into the empty cells", owner=owner), edits)
