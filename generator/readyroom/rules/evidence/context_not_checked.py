"""Nobody has looked lately at rivals, the season or the rules.

## Why it matters
A good plan can fail because of something outside it that one look would have shown.

A rival's free month, a week of exams, a sender name that must be registered: three dated lines show
that somebody looked, and when it is time to look again.

## Bad
```brief status=ready launch=2027-01-18
## Why ←
Two of five shifts ran short in autumn.
```

```fixed
## Why
Two of five shifts ran short in autumn.

**Competitors:** <!-- the day you looked, and what else people could choose -->

**Season:** <!-- the day you looked, and what the calendar brings -->

**Rules:** <!-- the day you looked, and what law and platforms ask for -->
```

```brief status=ready launch=2027-01-18 lang=ru
## Зачем
**Конкуренты:** 2026-05-12, школа у метро даёт месяц бесплатно ←

**Сезон:** перед экзаменами взрослые не начинают новое ←

**Правила:** 2026-11-12, реклама маркируется
```

## Good
```brief status=ready launch=2027-01-18
## Why
Context 2026-11-12: the rival's pilot ends in January, nothing else on the calendar before the
school holidays, and the SMS sender id must be registered.
```

```brief status=ready launch=2027-01-18 lang=zh-Hans
## 背景
**竞争对手：** 2026-11-12，隔壁工作室暑期不开课

**季节：** 2026-11-12，春节前后两周没人约课

**平台与法规：** 2026-11-13，短信签名已报备
```

## Near misses
One day may stand above a list, a look is fresh although the launch is far away, and what is meant
for one's own people has no rivals.

```brief status=validated launch=2027-09-01
## Why
- Competitors (2026-11-02): the theatre next door sells season tickets first.
- Season (2026-11-02): schools are back on 2027-09-06.
- Rules (2026-11-03): the mail platform asks for a one-click way out.
```

```brief status=ready launch=2027-01-18 lang=pl
## Ryzyka
Sprawdzone 2026-11-12:

- konkurencja: biblioteka obok ma podobny kurs dopiero w maju
- ferie zaczynają się 2027-02-01
- przepisy: nazwa nadawcy SMS zarejestrowana
```

```brief status=ready launch=2027-01-18 tags=[internal] lang=fil
## Bakit
Kailangan ng mga katrabaho ang bagong iskedyul.
```

## Known misses
It reads words and days; whether somebody looked in the right place is for people to judge.

## Sources
Good pushes fail because of markets, rivals, platforms and policy: prepare by looking ahead.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from readyroom.languages import language
from readyroom.meaning.context_notes import TOPICS, Note, context_notes
from readyroom.meaning.internal import is_internal
from readyroom.model.brief import Brief
from readyroom.model.fix import Edit, Fix
from readyroom.model.message import Message, listing, msg
from readyroom.model.rule import Context, Finding, Rule
from readyroom.model.status import Pillar
from readyroom.model.text import Span


@dataclass(frozen=True, slots=True)
class Options:
    """How many days before the launch somebody may have looked."""

    max_age_days: int = 90


RULE = Rule(severity="·iWWW·", pillar=Pillar.STRATEGY, small_too=False, options=Options)

_EXEMPT = ("transactional", "incident")
_NAMES = {
    "competitors": msg("competitors or alternatives"),
    "season": msg("season and calendar"),
    "rules": msg("rules of platforms and law"),
}
_HINTS = {
    "competitors": msg("the day you looked, and what else people could choose"),
    "season": msg("the day you looked, and what the calendar brings"),
    "rules": msg("the day you looked, and what law and platforms ask for"),
}


def applies(brief: Brief, context: Context) -> bool:
    """One's own people have no choice of rivals, and an incident cannot wait for a look around."""
    return brief.front.text("kind") not in _EXEMPT and not is_internal(brief)


def check(brief: Brief, context: Context) -> Iterator[Finding]:
    """One finding for all topics without a note, and one per topic without a recent day."""
    due = min(brief.launch or context.today, context.today)
    oldest = due - timedelta(days=context.options.max_age_days)
    notes = tuple(context_notes(brief, context.today))
    if missing := [topic for topic in TOPICS if topic not in {note.topic for note in notes}]:
        yield _missing(brief, missing, context.today)
    for topic in TOPICS:
        own = [note for note in notes if note.topic == topic]
        if own and not any(note.day and note.day >= oldest for note in own):
            yield _old(max(own, key=lambda note: note.day or date.min), context.today)


def _missing(brief: Brief, topics: list[str], today: date) -> Finding:
    return Finding(
        brief.place("why"),
        msg(
            "No note says that somebody has looked at: {topics}.",
            topics=listing([_NAMES[topic] for topic in topics]),
        ),
        help=msg("Look at each of them once and write one dated line under Why."),
        example=_example(topics[0], today),
        question=msg("What outside the team could spoil this plan?"),
        fix=_scaffold(brief, topics),
    )


def _old(note: Note, today: date) -> Finding:
    return Finding(
        note.span,
        msg("This was last looked at on {day}, which is long before the launch.", day=note.day)
        if note.day
        else msg("This note does not say when somebody looked."),
        help=msg("Look again and write the day beside it."),
        example=_example(note.topic, today),
        question=msg("What has changed out there since then?"),
    )


def _example(topic: str, today: date) -> Message:
    if topic == "competitors":
        return msg("**Competitors:** {day}, the club next door offers a free month.", day=today)
    if topic == "season":
        return msg("**Season:** {day}, no school in the first two weeks of February.", day=today)
    return msg("**Rules:** {day}, the SMS sender name has to be registered.", day=today)


def _scaffold(brief: Brief, topics: list[str]) -> Fix | None:
    why = brief.section("why")
    if why is None:
        return None
    end = why.span.end
    written = brief.source.text[why.span.start : end]
    at = end - (len(written) - len(written.rstrip()))
    own = language(brief.language)
    colon = ":" if own.spaced else "："
    lines: Message | str = ""
    for topic in reversed(topics):
        name = f"{own.labels[topic][0]}{colon}"
        values = (("name", name), ("hint", _HINTS[topic]), ("more", lines))
        lines = Message("\n\n**{name}** <!-- {hint} -->{more}", values)
    return Fix(msg("Insert an empty line for each of them"), (Edit(Span(at, at), lines),))
