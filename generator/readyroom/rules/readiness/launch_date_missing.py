"""There is no day on which it starts, or that day has passed in silence.

## Why it matters
Everything that has to be ready is planned backwards from one day.

"Spring" cannot be booked, printed or staffed. And when the day passes and nothing starts, say so:
go with a new day, or hold.

## Bad
```brief
---
status: validated
---
## Timeline ←
- 2027-01-18: launch of the reading circle
- 2027-03-01: second poster
```

```fixed
---
status: validated
launch: 2027-01-18
---
## Timeline
- 2027-01-18: launch of the reading circle
- 2027-03-01: second poster
```

```brief
---
status: ready
lang: pl
launch: wiosna ←
---
```

```brief
---
status: planned
lang: ru
launch: 2026-11-10 ←
ends: 2026-12-20
---
```

```brief
---
status: ready
lang: zh-Hans
launch: 2027-01-18
ends: 2027-01-08 ←
---
```

## Good
```brief status=validated launch=2027-01-18 ends=2027-05-31 lang=fil
## Iskedyul
- 2027-01-18: unang email
```

## Near misses
A brief on hold has stopped its clock; a plan by somebody else may name its day in a sentence.

```brief
---
status: ready
launch: 2026-11-10
hold: {since: 2026-11-08, reason: the printer is closed}
---
```

```brief foreign
# Plan
We open on 12 March 2027 with ten stalls.
```

The day of a meeting or of a text is no launch.

```brief foreign
# Outreach sync 2027-02-04 ←
- shorten the flyer
```

## Known misses
A day that is a bank holiday is not noticed.

## Sources
Timing is approved before a launch; content, channel and time are planned together.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from readyroom.meaning.fillers import fillers
from readyroom.meaning.foreign.launch import days
from readyroom.model.brief import Brief, Node
from readyroom.model.fix import Fix
from readyroom.model.message import msg
from readyroom.model.new_key import new_key
from readyroom.model.pauses import on_hold
from readyroom.model.rule import Context, Finding, Related, Rule
from readyroom.model.schema import KEYS
from readyroom.model.status import Pillar, Severities, Status
from readyroom.model.text import Span
from readyroom.model.values import DateKind

RULE = Rule(severity="··WEEE", pillar=Pillar.PEOPLE, presence_of="launch", foreign=True)

_SLIPPED = Severities("·WWW··")
_FOREIGN = Severities("·W····")


def applies(brief: Brief, context: Context) -> bool:
    """A dropped brief launches nothing."""
    return not brief.front.get("dropped")


def check(brief: Brief, context: Context) -> Iterator[Finding]:
    if brief.foreign:
        if not any(days(brief)):
            yield _missing(brief, _FOREIGN)
        return
    launch, ends = brief.front.get("launch"), brief.front.get("ends")
    if launch is None:
        yield _missing(brief, named=_named_day(brief, context))
    elif launch.date is None:
        if not KEYS["launch"].mismatch(launch) and not fillers(launch.text, brief.language):
            yield Finding(
                launch.span,
                msg("“{written}” is not a day.", written=launch.text),
                msg("Write the full date, with year, month and day."),
                example=msg("launch: 2027-01-18"),
                question=msg("Which day would you book?"),
            )
    elif ends and ends.date and ends.date < launch.date:
        yield Finding(
            ends.span,
            msg("It ends before it begins on {launch}.", launch=launch.date),
            msg("Put the later of the two days behind `ends:`."),
            related=(Related(launch.span, msg("This is the first day.")),),
            example=msg("ends: {day}", day=launch.date + timedelta(days=60)),
            question=msg("Which of the two days was moved last?"),
        )
    elif (
        launch.date < context.today
        and brief.status < Status.LIVE
        and not on_hold(brief, context.today)
    ):
        yield _slipped(brief, launch, launch.date)


def _missing(
    brief: Brief, severity: Severities | None = None, named: tuple[date, Span] | None = None
) -> Finding:
    day, span = named or (None, None)
    edit = new_key(brief, f"launch: {day}\n") if day else None
    return Finding(
        brief.place("launch", "timeline"),
        msg("No day is set on which this starts."),
        msg("Write the full date at the top of the brief."),
        severity,
        related=(Related(span, msg("Here a first day is named.")),) if span else (),
        example=msg("launch: {day}", day=day or "2027-01-18"),
        question=msg("Who has to agree to this day?"),
        fix=Fix(msg("Write {day} into the front matter", day=day), (edit,)) if edit else None,
    )


def _named_day(brief: Brief, context: Context) -> tuple[date, Span] | None:
    """The one full date that the timeline, or a label, gives the launch."""
    starts = context.words("launch_day")
    rows = (item.passage for item in brief.items("timeline"))
    found = {
        day.first: text.span(day.start, day.end)
        for text in (*brief.labelled("launch"), *(row for row in rows if row.text in starts))
        for day in text.dates
        if day.first and day.kind is DateKind.DAY and not (day.assumed_year or day.ambiguous)
    }
    return next(iter(found.items())) if len(found) == 1 else None


def _slipped(brief: Brief, launch: Node, day: date) -> Finding:
    return Finding(
        launch.span,
        msg("The launch day {day} has passed, and the brief is not live.", day=day),
        msg("Decide: write `status: live`, a new `launch:`, or `hold:` with a reason.")
        if brief.status is Status.READY
        else msg("Set a new `launch:`, or `hold:` with a reason."),
        _SLIPPED,
        example=msg("hold: {{since: {day}, reason: the form is not tested}}", day=day),
        question=msg("What is it still waiting for?"),
    )
