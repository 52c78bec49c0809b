"""Nobody knows where the personal data come from, or whether they are fresh.

## Why it matters
A text built on old or missing data greets the wrong person, and one such letter costs more trust.

So each field needs a source, somebody who looks after it, a rhythm in which it is renewed that is
faster than the letters go out, and words for those about whom nothing is known.

## Bad
```brief status=ready personalization=dynamic
## Personalization and journey
Uses: last purchase ←
```

```brief status=ready personalization=dynamic lang=pl
## Personalizacja i ścieżka
| pole | źródło | właściciel | odświeżanie | gdy puste |
| --- | --- | --- | --- | --- |
| ostatnie zajęcia | baza rezerwacji | piotr | co miesiąc | plan filii | ←
| filia | karta kursanta | | codziennie | | ←

| krok | wyzwalacz lub czas | segment lub etap | przekaz | gdy brak reakcji |
| --- | --- | --- | --- | --- |
| 1 | 7 dni po zajęciach | S1 | następny termin | cisza |
```

```brief status=ready personalization=one-to-one lang=zh-Hans
## 个性化与旅程 ←
每个人收到的内容都不一样。
```

## Good
```brief status=ready personalization=dynamic
## Personalization and journey
| field | source | owner | refresh | if empty |
| --- | --- | --- | --- | --- |
| last class | booking list | jo | every 15 min | the city's list |
```

```brief status=ready personalization=segment lang=ru
## Персонализация и путь клиента
- Последний урок: из журнала группы, обновляется ежедневно (@lev), если пусто: общий конспект
```

## Near misses
A list for one send is taken once, and segments alone need no fields.

```brief status=ready personalization=dynamic lang=fil
## Pag-personalize at paglalakbay
| field | pinagkunan | may-ari | dalas ng pag-update | kung walang laman |
| --- | --- | --- | --- | --- |
| huling hiniram na aklat | tala ng aklatan | liza | isang beses | bagong dating na aklat |
```

```brief status=ready personalization=segment
## Personalization and journey
S1 reads about evening courses, S2 about weekends.
```

```brief status=ready personalization=none
## Personalization and journey
Uses: last purchase
```

## Known misses
In a list only the renewal, the words for an empty field and a short line are looked at.

## Sources
Keep a customer database; field practice: stale fields do the most harm where letters go out fast.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from readyroom.meaning.intervals import durations, interval_days
from readyroom.meaning.journeys import other_lines, steps
from readyroom.meaning.personalization import SECTION, field_rows, is_personalized, is_written
from readyroom.meaning.placeholders import is_blank
from readyroom.model.brief import Brief, Item
from readyroom.model.message import listing, msg
from readyroom.model.rule import Context, Finding, Related, Rule
from readyroom.model.status import Pillar
from readyroom.model.text import Passage, Span

RULE = Rule(severity="··WEE·", pillar=Pillar.AUDIENCE)

_GAPS = {
    "source": msg("where it comes from"),
    "owner": msg("who looks after it"),
    "refresh": msg("how often it is renewed"),
    "empty": msg("what stands there if it is empty"),
}
_ROW = msg("| last class | booking list | jo | daily | the full timetable |")
_NAMED = re.compile(r"[^:：\n]{2,40}[:：](.+)", re.DOTALL)
_PARTS = re.compile(r"[,，、;；|()（）]")
_ENOUGH_PARTS = 3


def applies(brief: Brief, context: Context) -> bool:
    """Personalized briefs whose section says something."""
    return is_personalized(brief) and is_written(brief)


def check(brief: Brief, context: Context) -> Iterator[Finding]:
    """Fields with gaps (the first one where all lack the same) or renewed too slowly; or no field
    where every text depends on one."""
    rows = field_rows(brief)
    lines = [] if rows else list(_lines(brief, context))
    uses = [] if rows or lines else list(filter(None, brief.labelled("fields", SECTION)))
    gaps = [_missing(row, brief.language) for row in rows]
    same = len(rows) > 1 and all(lacking == gaps[0] for lacking in gaps)
    for row, lacking in zip(rows[:1] if same else rows, gaps, strict=False):
        yield from _lacks(row.place("field"), lacking)
    quickest = _quickest(brief, context)
    for refresh in (row.cell("refresh") for row in rows if quickest):
        if refresh and quickest and (interval_days(refresh, brief.language) or 0) > quickest[0]:
            yield _stale(refresh, quickest[1])
    for line, lacking in lines:
        yield from _lacks(line.span(), lacking)
    for use in uses:
        yield from _lacks(use.span(), list(_GAPS))
    if not (rows or lines or uses) and brief.personalization in ("dynamic", "one-to-one"):
        yield Finding(
            brief.sections_of(SECTION)[0].heading.span(),
            msg("Every text is different, and nothing says which data it is built on."),
            msg("Write one table row for each field that a text uses."),
            example=_ROW,
            question=msg("What do you have to know about somebody to write this text?"),
        )


def _lacks(where: Span, gaps: list[str]) -> Iterator[Finding]:
    if gaps:
        yield Finding(
            where,
            msg(
                "For this field nothing says {gaps}.", gaps=listing([_GAPS[name] for name in gaps])
            ),
            msg("Fill the gaps. If nobody can, leave the field out of the text."),
            example=_ROW,
            question=msg("What would somebody read about whom you know nothing?"),
        )


def _missing(row: Item, code: str) -> list[str]:
    cells = {name: row.cells.get(name) or Passage("") for name in _GAPS}
    return [name for name, found in cells.items() if is_blank(found.text, code)]


def _lines(brief: Brief, context: Context) -> Iterator[tuple[Passage, list[str]]]:
    """Lines such as "last class: booking list, jo, daily, if empty: …" and what they lack."""
    for line in other_lines(brief):
        named = _NAMED.match(line.text)
        if named is None:
            continue
        told = {
            "refresh": interval_days(line, brief.language) is not None,
            "empty": named[1] in context.words("fallback"),
        }
        if all(told.values()) or (
            any(told.values()) and len(_PARTS.split(named[1])) >= _ENOUGH_PARTS
        ):
            yield line, [name for name, known in told.items() if not known]


def _quickest(brief: Brief, context: Context) -> tuple[float, Passage] | None:
    """The shortest wait before a step, in days, and its trigger; a reminder before an event has
    its day fixed long ago and waits for nothing."""
    waits = [
        (days, trigger)
        for step in steps(brief)
        if (trigger := step.cell("trigger")) and trigger.text not in context.words("lead_time")
        for days in (*durations(trigger), interval_days(trigger, brief.language))
        if days
    ]
    return min(waits, key=lambda wait: wait[0], default=None)


def _stale(refresh: Passage, trigger: Passage) -> Finding:
    return Finding(
        refresh.span(),
        msg("This field may be older than the step that uses it allows."),
        msg("Renew it at least as often as the quickest step goes out."),
        example=msg("daily"),
        question=msg("What happens if somebody has bought or booked since then?"),
        related=(Related(trigger.span(), msg("This step goes out sooner.")),),
    )
