"""Nobody has asked what could go wrong, for people and for us.

## Why it matters
Ten minutes of imagining that it failed find most of what later comes as a surprise.

With an early sign and an answer a risk is a plan, without them a worry. Ask for the people you
write to as well: what annoys them does not show in your own figures.

## Bad
```brief
## Risks ←
None.
```

```brief
---
status: planned ←
---
## Channels
- Posters at the library
```

```fixed
---
status: planned
---
## Channels
- Posters at the library

## Risks

<!-- Suppose it failed: what happened, what would you see first, what would you do? -->

| id | what fails | early sign | likelihood | impact | response | owner |
| --- | --- | --- | --- | --- | --- | --- |
```

```brief lang=ru tier=3
## Риски

| id | что пойдёт не так | ранний признак | наш ответ | ответственный |
| --- | --- | --- | --- | --- |
| R1 | для клиентов: письмо приходит ночью | жалоба | – | zoya | ←
```

```brief lang=pl
## Ryzyka ←

| id | co zawiedzie | wczesny znak | reakcja | odpowiada |
| --- | --- | --- | --- | --- |
| R1 | list trafia do spamu | 3 z 20 skrzynek | mniejsze partie | jan |
| R2 | za mało odpowiedzi | mniej niż 5 w tygodniu | telefon | | ←
```

## Good
```brief
## Risks
| id | what fails | early sign | response | owner |
| --- | --- | --- | --- | --- |
| R1 | mail lands in spam | inbox test under 90% | warm up, cut the list | jo |
| R2 | for members: too many mails | two complaints in a week | pause, ask what they want | lea |
| R3 | the hall is double booked | no contract by 2026-12-01 | the library room | ana |
```

## Near misses
A list with an arrow or a colon is fine, and one risk is enough for a small brief.

```brief lang=zh-Hans tier=3
## 风险
- **R1** 对会员：推送太多 → 每周最多一次
```

```brief lang=fil
## Mga panganib
- Napupunta sa spam ang email → mas maliit na batch
- Kulang ang host: dalawang baguhan lang bawat shift
- Naiinis ang mga tao sa text → itigil pagkatapos ng dalawang reklamo
```

```brief lang=fil tier=3
## Mga panganib
- Para sa mga mangingisda: madulas ang tulay → walang lakad kapag malakas ang ulan
```

```brief foreign
## What could go wrong
The venue may cancel; then we meet in the library.
```

## Known misses
In a list, sign and owner are not asked for; a risk for people is known by words such as "annoyed".

## Sources
Pause to look at the risks, and decide openly that the reward outweighs them. Pre-mortem.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from readyroom.meaning.placeholders import is_blank, is_empty
from readyroom.meaning.scaffold import section_scaffold
from readyroom.meaning.whose_risk import is_theirs
from readyroom.model.brief import Brief, Item
from readyroom.model.entries import entries
from readyroom.model.message import Message, msg
from readyroom.model.rule import Context, Finding, Rule
from readyroom.model.status import Pillar, Severities
from readyroom.model.text import Span

RULE = Rule(
    severity="·WEEE·",
    core=True,
    presence_of="risks",
    pillar=Pillar.SAFETY,
    foreign=True,
)

_NEEDED = {
    "response": (
        msg("This risk has no answer yet."),
        msg("No risk has an answer."),
        msg("Write what you do when it happens."),
        msg("pause, ask what they want"),
        "·WWEE·",
    ),
    "sign": (
        msg("Nobody would notice this risk in time."),
        msg("The risks have no early signs, so nobody would notice in time."),
        msg("Write what you would see first, with a number if you can."),
        msg("two complaints in a week"),
        "·WWWW·",
    ),
    "owner": (
        msg("Nobody looks after this risk."),
        msg("Nobody looks after the risks."),
        msg("Write one name behind each risk."),
        msg("lea"),
        "·WWWW·",
    ),
}
_HINT = msg("Suppose it failed: what happened, what would you see first, what would you do?")
# An arrow, a colon, a dash or a second sentence.
_ANSWERED = re.compile(r"(?:->|→|⇒|=>|[:：;；。！]|\s[–—-]\s|[.!\n]\s*(?=\s))\s*\S")
_ENOUGH, _ENOUGH_FOR_SMALL = 3, 1


def check(brief: Brief, context: Context) -> Iterator[Finding]:
    """No risks, too few, none for people; then rows without response, sign or owner."""
    risks = [r for r in entries(brief, "risks", "R") if not is_blank(r.text, brief.language)]
    if not risks:
        yield _finding(brief, msg("Nobody has written down what could go wrong."))
    if brief.foreign or not risks:
        return
    if len(risks) < (_ENOUGH_FOR_SMALL if brief.tier == 3 else _ENOUGH):
        yield _finding(brief, msg("Fewer than three risks are written down."))
    elif not any(is_theirs(risk, brief.language) for risk in risks):
        yield _finding(brief, msg("All risks are ours; none is about the people we write to."))
    yield from _incomplete(risks, brief)


def _finding(brief: Brief, message: Message) -> Finding:
    return Finding(
        brief.place("risks"),
        message,
        msg("Under Risks, write what could fail, its early sign, your answer and a name."),
        example=msg("| R3 | for members: too many mails | two complaints | pause and ask | lea |"),
        question=msg("Suppose it failed: what happened, for you and for them?"),
        fix=section_scaffold(brief, "risks", _HINT),
    )


def _incomplete(risks: list[Item], brief: Brief) -> Iterator[Finding]:
    """One finding per row, at the first thing it lacks; one in all where every row lacks it."""
    told: set[Span] = set()
    for column, (message, message_for_all, step, example, severity) in _NEEDED.items():
        lacking = [risk for risk in risks if _lacks(risk, column, brief.language)]
        everywhere = len(lacking) == len(risks) > 1
        for risk in lacking:
            if risk.span not in told:
                yield Finding(
                    brief.place("risks") if everywhere else risk.place(column),
                    message_for_all if everywhere else message,
                    step,
                    severity=Severities(severity),
                    example=example,
                    question=msg("How would you learn of it on a Sunday, and what would you do?"),
                )
            if everywhere:
                told.update(r.span for r in risks)
                break
            told.add(risk.span)


def _lacks(risk: Item, column: str, code: str) -> bool:
    if risk.cells:
        cell = risk.cell(column)
        return cell is None or is_empty(cell.text, code)
    return column == "response" and not _ANSWERED.search(risk.text)
