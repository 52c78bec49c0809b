"""Nobody has said when and where the team looks at it together while it runs.

## Why it matters
A campaign that nobody looks at together drifts until the last day.

Ten minutes on a fixed day are enough: what came in, what surprises us, what do we change? Say where
as well, because a meeting without a place is moved and then forgotten.

## Bad
```brief status=ready launch=2027-01-18 ends=2027-05-31
## Team ←

| role | person |
| --- | --- |
| content | lea |
```

```brief status=live launch=2026-11-02 ends=2026-12-20 lang=ru
## Команда и ритм
**Встреча команды:** по необходимости ←
```

```brief status=ready launch=2027-01-18 ends=2027-05-31 lang=pl
## Zespół i rytm
**Spotkanie zespołu:** wtorki, 10:00 ←
```

## Good
```brief status=ready launch=2027-01-18 ends=2027-05-31 lang=zh-Hans
## 团队与节奏
**例会：** 每周二 14:00，北站校区休息室，记录写进日志。
```

```brief status=ready launch=2027-01-18 ends=2027-05-31 lang=fil
## Koponan at ritmo
Nagpupulong kami tuwing Martes ng umaga sa aklatan.
```

## Near misses
What is over within a week needs no rhythm; a note in the schedule counts.

```brief status=ready kind=event launch=2027-03-06 ends=2027-03-07
## Team
Ana and Jo.
```

```brief status=ready launch=2027-01-18 ends=2027-05-31
## Timeline
- 2027-01-18: first mail
- Stand-up in the shop every Monday from 2027-01-25
```

## Known misses
That nothing is written down while it runs is found by feedback-loop-open.

## Sources
The team meets regularly about the market, the strategy and the progress.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from readyroom.meaning.fillers import fillers
from readyroom.meaning.lengths import word_count
from readyroom.meaning.placeholders import is_empty, is_left_open
from readyroom.model.brief import BlockKind, Brief
from readyroom.model.message import Message, msg
from readyroom.model.rule import Context, Finding, Rule
from readyroom.model.status import Pillar
from readyroom.model.text import Passage, Span

RULE = Rule(severity="··iWW·", pillar=Pillar.PEOPLE, small_too=False)

_LONG_ENOUGH = 7
_CLOCK = re.compile(
    r"\d{1,2}[:.]\d\d|\d{1,2} ?(?:am|pm)\b|\d{1,2} ?[点时]|(?:周|星期)[一二三四五六日天]"
)
_LINK = re.compile(r"https?://|\]\(")
_SECTIONS = ("team", "timeline", "feedback")


def applies(brief: Brief, context: Context) -> bool:
    """What is over within a week needs no rhythm."""
    if brief.launch and brief.ends:
        return (brief.ends - brief.launch).days >= _LONG_ENOUGH
    return brief.front.text("kind") != "event"


def check(brief: Brief, context: Context) -> Iterator[Finding]:
    labelled = [p for p in brief.labelled("checkin") if not is_empty(p.text, brief.language)]
    meetings = labelled or list(_sentences(brief, context))
    if any(fillers(text.text, brief.language) for text in labelled) or is_left_open(brief, "team"):
        return
    regular = [meeting for meeting in meetings if _is_regular(meeting, context)]
    if not meetings:
        yield _finding(
            brief.place("team"), msg("The team has no fixed time to look at this together.")
        )
    elif not regular:
        yield _finding(meetings[0].span(), msg("This does not say how often you meet."))
    elif labelled and not any(_says_where(meeting, context) for meeting in regular):
        yield _finding(regular[0].span(), msg("This does not say where you meet."))


def _finding(span: Span, message: Message) -> Finding:
    return Finding(
        span,
        message,
        msg("Write one line with a day, a time and a place, or a link."),
        example=msg("**Check-in:** Tuesdays 10:00 at the front desk, notes in the log"),
        question=msg("On which day of the week could everybody spare ten minutes?"),
    )


def _sentences(brief: Brief, context: Context) -> Iterator[Passage]:
    """Lines about a meeting where no label names one."""
    meeting = context.words("check_in")
    for block in (block for key in _SECTIONS for block in brief.blocks(key)):
        if block.kind not in (BlockKind.QUOTE, BlockKind.CODE) and block.passage.text in meeting:
            yield block.passage


def _is_regular(meeting: Passage, context: Context) -> bool:
    return meeting.text in context.words("cadence") or bool(
        meeting.dates or _CLOCK.search(meeting.text)
    )


def _says_where(meeting: Passage, context: Context) -> bool:
    """Whether words are left when days, hours and rhythm are taken out, or there is a link."""
    left = list(meeting.text)
    found = [(day.start, day.end) for day in meeting.dates]
    found += [match.span() for match in _CLOCK.finditer(meeting.text)]
    for start, end in (*found, *context.words("cadence").find(meeting.text)):
        left[start:end] = " " * (end - start)
    return bool(_LINK.search(meeting.raw)) or word_count("".join(left)) > 0
