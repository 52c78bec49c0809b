"""The feedback plan leaves open who listens, what they ask, or what it may change.

## Why it matters
A source that nobody reads, or that may change nothing, is a box that people speak into in vain.

Numbers and people's own words are two different feeds, and the most useful news is often small and
came unasked: a page nobody knew, an odd use, a complaint at the desk. Plan for all three.

## Bad
```brief status=ready
## Feedback plan ←

| source | question | who | cadence | may change | kind |
| --- | --- | --- | --- | --- | --- |
| shift board figures | where do people leave the form? | jo | weekly | the form | number |
| replies to mail 1 | what nearly stopped you? | lea | Fridays | the first line | voice |
```

```brief status=ready lang=ru
## План обратной связи

| источник | вопрос | кто | частота | что может изменить | вид |
| --- | --- | --- | --- | --- | --- |
| ответы на письмо | что помешало прийти? | зоя | по пятницам | первый абзац | голос |
| отчёт о посещениях | сколько вернулось? | лев | по понедельникам | | число | ←
| записки на вахте | что говорят без вопроса? | вера | раз в две недели | тон | слабый сигнал |
```

```brief status=validated lang=pl
## Plan informacji zwrotnej ←

| źródło | pytanie | częstotliwość | co może zmienić |
| --- | --- | --- | --- |
| odpowiedzi na list | co u Ciebie inaczej? | co tydzień | treść listu |
| raport zapisów | ile osób? | co tydzień | decyzja D1 |
| drobne uwagi z recepcji | o czym mówią? | co tydzień | nowy segment |
```

## Good
```brief status=ready lang=zh-Hans
## 反馈计划

| 来源 | 问题 | 谁 | 频率 | 可能改变 | 种类 |
| --- | --- | --- | --- | --- | --- |
| 短信回复 | 回来最难的是什么？ | 小雨 | 每周五 | 短信第一句 | 声音 |
| 约课报表 | 约了多少人？ | 文浩 | 每周一 | D1 | 数字 |
| 前台意见本 | 没问到时说了什么？ | 美林 | 每周 | 排除名单 | 小信号 |
```

## Near misses
A list without columns is not asked for names, and a small brief not for small signals.

```brief status=ready lang=fil
## Plano sa feedback
- Binabasa ni Liza ang mga sagot tuwing Biyernes: ano ang muntik nang pumigil sa iyo?
- Tinitingnan ni Jun ang ulat ng shift board tuwing Lunes
- Kusang puna sa group chat, lingguhan
```

```brief status=ready tier=3
## Feedback
- Lea reads the replies every Friday: what did you expect?
- Jo looks at the order figures on Mondays
```

## Known misses
In a list, who reads it and what it may change are not asked for: names look like other words.

## Sources
Live monitoring and what customers say are two feeds; many small, unplanned signals can weigh more
than one loud one.
"""

from __future__ import annotations

from collections.abc import Iterator

from readyroom.meaning.listening import feedback_rows, kinds_of
from readyroom.meaning.placeholders import is_empty
from readyroom.model.brief import Brief, Item
from readyroom.model.citations import cited
from readyroom.model.message import Message, listing, msg
from readyroom.model.rule import Context, Finding, Rule
from readyroom.model.status import Pillar

RULE = Rule(severity="·iWEE·", pillar=Pillar.MEASURES, requires=("feedback-plan-missing",))

_PARTS = {
    "question": (msg("what you ask"), msg("what nearly stopped you?")),
    "who": (msg("who reads it"), msg("lea")),
    "cadence": (msg("how often"), msg("Fridays from 2027-01-22")),
    "change": (msg("what it may change"), msg("the first line of mail 2")),
}
_KINDS = {
    "number": (
        msg("a source of numbers"),
        msg("| sign-ups on the board | where do they stop? | jo | Mondays | the form | number |"),
    ),
    "voice": (
        msg("people's own words"),
        msg("| replies to mail 1 | what stopped you? | lea | Fridays | the first line | voice |"),
    ),
    "small signal": (
        msg("small signals that came unasked"),
        msg("| small referrers | who are they, why? | jo | Fridays | new segment | small signal |"),
    ),
}


def check(brief: Brief, context: Context) -> Iterator[Finding]:
    rows = feedback_rows(brief)
    gaps = [(row, _open_parts(row, brief.language)) for row in rows if row.cells]
    everywhere = [part for part in _PARTS if all(part in open_parts for _, open_parts in gaps)]
    everywhere = everywhere if gaps else _unasked(rows)
    heard = frozenset().union(*(kinds_of(row, brief.language) for row in rows))
    unheard = [kind for kind in _KINDS if kind not in heard and _is_wanted(kind, brief)]
    if everywhere or unheard:
        yield _plan(brief, [_PARTS[part] for part in everywhere], [_KINDS[k] for k in unheard])
    for row, parts in gaps:
        if own := [part for part in parts if part not in everywhere]:
            yield _row(row, own)


def _plan(
    brief: Brief, parts: list[tuple[Message, Message]], kinds: list[tuple[Message, Message]]
) -> Finding:
    return Finding(
        brief.place("feedback"),
        msg(
            "The feedback plan is not complete. Missing: {gaps}.",
            gaps=listing([name for name, _ in (*parts, *kinds)]),
        ),
        msg("Add a row for each kind that is missing.")
        if kinds
        else msg("Add a column for it and fill it in every row."),
        example=(kinds or parts)[0][1],
        question=msg("Who would tell you something that you did not ask for?")
        if kinds
        else msg("What would you do on Monday if ten people said the same thing?"),
    )


def _row(row: Item, parts: list[str]) -> Finding:
    return Finding(
        row.place(*parts),
        msg("This row leaves open: {gaps}.", gaps=listing([_PARTS[part][0] for part in parts])),
        msg("Fill in the empty cell, or take the row out."),
        example=_PARTS[parts[0]][1],
        question=msg("What would you do on Monday if ten people said the same thing?"),
    )


def _open_parts(row: Item, code: str) -> list[str]:
    cells = {part: row.cell(part) for part in _PARTS}
    return [
        part
        for part, cell in cells.items()
        if cell is None or (is_empty(cell.text, code) and not cited(cell.text, "DGMST"))
    ]


def _unasked(rows: tuple[Item, ...]) -> list[str]:
    """A plan without a table needs one question at least."""
    return [] if any("?" in row.text or "？" in row.text for row in rows) else ["question"]


def _is_wanted(kind: str, brief: Brief) -> bool:
    return kind != "small signal" or brief.tier != 3
