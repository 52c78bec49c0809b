"""A tactic has nobody who does it, no start, or no place where it happens.

## Why it matters
What nobody has taken on by a certain day is a wish, and it is missing when others build on it.

Owner, start, channel and segment are what it takes to do a thing and to notice that it is not being
done. Work for later may stand in the list; mark it as later.

## Bad
```brief status=ready
## Tactics
- **T1** Make a video (G1) ←
```

```brief status=ready lang=pl created=2026-11-02 ends=2027-03-31
## Taktyki
| id | taktyka | typ | kanał | segment | cel | odpowiada | start |
| --- | --- | --- | --- | --- | --- | --- | --- |
| T1 | list od nauczyciela | test | e-mail | S1 | G1 | | 2027-01-11 | ←
| T2 | rozmowy przy kawie | ręcznie | kawiarnia | S1 | G1 | zespół | 2026-12-01 | ←
| T3 | drugi list | skala | e-mail | S1 | G1 | ola | 2027-04-12 | ←
```

```brief status=ready lang=zh-Hans
## 战术动作 ←
| 编号 | 动作 | 类型 | 目标 |
| --- | --- | --- | --- |
| T1 | 请老师打电话 | 手工 | G1 |
| T2 | 发短信 | 放量 | G1 |
```

## Good
```brief status=ready created=2026-11-02 ends=2027-03-31
## Tactics
| id | tactic | type | channel | segment | goal | owner | start |
| --- | --- | --- | --- | --- | --- | --- | --- |
| T3 | 40-second demo | test | website | S1 | G1 | @lea | 2026-12-02 |
```

```brief status=ready lang=fil owner=liza
## Mga taktika
- **T1** Tawagan ang limang hindi sumipot (G1), liza, 2026-12-02
- **T2** Text pagkatapos ng unang shift (G1), @jun
```

## Near misses
A start may stand in the timeline, groundwork needs no channel, and later is later.

```brief status=ready lang=ru owner=zoya
## Тактика
| id | тактика | тип | канал | сегмент | цель | ответственный |
| --- | --- | --- | --- | --- | --- | --- |
| T1 | письмо с вопросом | тест | e-mail | S1 | G1 | Зоя |
| T2 | новая форма до T1, 2026-12-07 | поддержка | | | G1 | Лев |
| T3 | подкаст | позже | | | G1 | |

## Сроки
| дата | что | ответственный |
| --- | --- | --- |
| 2027-01-18 | T1 уходит | Зоя |
```

```brief status=ready
## Tactics
- [ ] order coffee
```

## Known misses
In a list only the person and the start are looked for. How much one person can do is checked where
the brief sets `capacity`, and only for the days that a start names.

## Sources
A plan has to be detailed enough to be done and to be supervised, and fair to everybody's time.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from readyroom.languages.matching import fold
from readyroom.meaning.assignments import open_questions, surroundings
from readyroom.meaning.tactics import kind_of, starts, tactics
from readyroom.model.brief import Brief, Item
from readyroom.model.message import Message, listing, msg, verbatim
from readyroom.model.rule import Context, Finding, Related, Rule
from readyroom.model.status import Pillar, Severities
from readyroom.model.text import Span
from readyroom.model.values import DateKind

RULE = Rule(severity="·iWE··", pillar=Pillar.PEOPLE, sections=("tactics",))

_TOO_MUCH = Severities("·iii··")
_GAPS = {
    "owner": msg("who does it"),
    "start": msg("when it starts"),
    "channel": msg("where it happens"),
    "segment": msg("for whom it is"),
}
_HELP = msg("Give it to one person and one day, or mark it as later.")
_ROW = msg("| T3 | 40-second demo | test | website | S1 | new | G1 | lea | 2026-12-02 | 0 EUR |")
_LINE = msg("**T3** 40-second demo on the website for S1 (G1), lea, 2026-12-02")
_QUESTION = msg("Who has time for it, and from when?")


def check(brief: Brief, context: Context) -> Iterator[Finding]:
    """What each tactic lacks (one finding where all lack the same), days outside the campaign, and
    more at a time than one person can do."""
    planned = [tactic for tactic in tactics(brief) if kind_of(tactic, brief.language) != "later"]
    around = surroundings(brief, context.playbook.channels)
    gaps = [open_questions(tactic, around) for tactic in planned]
    if len(planned) > 1 and gaps[0] and len(set(gaps)) == 1:
        names = listing([_GAPS[name] for name in gaps[0]])
        yield Finding(
            brief.place("tactics"),
            msg("No tactic says {gaps}.", gaps=names),
            _HELP,
            example=_ROW,
            question=_QUESTION,
        )
    else:
        for tactic, lacking in zip(planned, gaps, strict=True):
            yield from _lacks(tactic, lacking)
    for tactic in planned:
        yield from _outside(tactic, brief)
    yield from _crowded(brief, planned)


def _lacks(tactic: Item, gaps: tuple[str, ...]) -> Iterator[Finding]:
    if gaps:
        yield Finding(
            tactic.place(gaps[0]),
            msg("This tactic does not say {gaps}.", gaps=listing([_GAPS[name] for name in gaps])),
            _HELP,
            example=_ROW if tactic.cells else _LINE,
            question=_QUESTION,
        )


def _outside(tactic: Item, brief: Brief) -> Iterator[Finding]:
    """A start before the brief was begun or after the campaign is over."""
    start = tactic.cell("start")
    for day in starts(tactic) if start else ():
        if not start or not day.first or day.kind is not DateKind.DAY or day.assumed_year:
            continue
        where = start.span(day.start, day.end)
        if brief.ends and day.first > brief.ends:
            yield _misdated(where, brief, "ends", msg("This starts when the campaign is over."))
        elif brief.created and day.first < brief.created:
            yield _misdated(where, brief, "created", msg("This starts before the brief does."))


def _misdated(where: Span, brief: Brief, key: str, message: Message) -> Finding:
    return Finding(
        where,
        message,
        msg("Correct this day, or the one at the top of the brief."),
        example=verbatim(str(brief.launch or brief.created or "2026-12-02")),
        question=msg("Does this still belong to the campaign?"),
        related=(Related(brief.place(key), msg("This is the day at the top of the brief.")),),
    )


def _crowded(brief: Brief, planned: list[Item]) -> Iterator[Finding]:
    """Days on which one person runs more tactics than `capacity` allows."""
    most = brief.front.get("capacity")
    running: dict[str, list[tuple[date, date]]] = {}
    for tactic in planned if most and isinstance(most.value, int) else ():
        owner, days = tactic.cell("owner"), [(d.first, d.last) for d in starts(tactic)]
        first = min((day for day, _ in days if day), default=None)
        last = max((day for _, day in days if day), default=None)
        if not most or not owner or not first or not last:
            continue
        others = running.setdefault(fold(owner.text).strip(" @"), [])
        if sum(a <= last and first <= b for a, b in others) >= most.value:
            yield Finding(
                owner.span(),
                msg("This is more at a time than one person can do."),
                msg("Move the start, or give it to somebody else."),
                severity=_TOO_MUCH,
                example=verbatim("2026-12-02"),
                question=msg("What would this person leave undone?"),
                related=(Related(most.span, msg("This is how many one person can run.")),),
            )
        others.append((first, last))
