"""Nobody has asked what could go wrong, for people and for us.

## Why it matters
Imagine that it is the day after, and the campaign has failed: what happened? Ten minutes with that
question find most of what later comes as a surprise. A risk with an early sign and an answer is a
plan; a risk without them is a worry. Ask for the people you write to as well, because what annoys
them does not show in your own figures.

## Bad
```brief
## Risks ←
None.
```

```brief lang=ru tier=3
## Риски

| id | что пойдёт не так | ранний признак | наш ответ | ответственный |
| --- | --- | --- | --- | --- |
| R1 | для клиентов: письмо приходит ночью | жалоба | – | zoya | ←
```

Three rows, one of them about the people; an early sign and a name in each.

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
A list with an arrow or a colon is fine, one risk is enough for a small brief, and somebody else's
plan may put it in prose.

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

```brief foreign
## What could go wrong
The venue may cancel; then we meet in the library.
```

## Known misses
In a list, sign and owner are not asked for. A risk for people is recognised by words such as "for
members" or "annoyed".

## Sources
Pause before acting: the pause is for looking at possible risks. Decide openly that the reward
outweighs them. Pre-mortem.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from readyroom.languages.placeholders import is_blank
from readyroom.model.brief import BlockKind, Brief, Item
from readyroom.model.message import Message, msg
from readyroom.model.rule import Context, Finding, Rule
from readyroom.model.status import Pillar, Severities

RULE = Rule(
    severity="·WEEE·",
    core=True,
    presence_of="risks",
    pillar=Pillar.SAFETY,
    foreign=True,
)

_NO_RESPONSE = Severities("·WWEE·")
_INCOMPLETE = Severities("·WWWW·")
_ANSWERED = re.compile(r"(?:->|→|⇒|=>|[:：;；]|\s[–—]\s)\s*\S")
_ENOUGH, _ENOUGH_FOR_SMALL = 3, 1


def check(brief: Brief, context: Context) -> Iterator[Finding]:
    """No risks, too few, none for people; then rows without response, sign or owner."""
    risks = [item for item in brief.items("risks") if not _says_nothing(item.text, brief, context)]
    if brief.foreign:
        if not risks and not _has_prose(brief, context):
            yield _finding(brief, msg("The plan names nothing that could go wrong."))
        return
    if not risks:
        yield _finding(brief, msg("Nobody has written down what could go wrong."))
        return
    if len(risks) < (_ENOUGH_FOR_SMALL if brief.tier == 3 else _ENOUGH):
        yield _finding(brief, msg("Fewer than three risks; the first ones are the easy ones."))
    elif not any(risk.text in context.words("customer_risk") for risk in risks):
        yield _finding(brief, msg("All risks are ours; none is about the people we write to."))
    for risk in risks:
        yield from _incomplete(risk, brief)


def _says_nothing(text: str, brief: Brief, context: Context) -> bool:
    return is_blank(text, brief.language) or context.words("no_risk").is_all_of(text)


def _has_prose(brief: Brief, context: Context) -> bool:
    return any(
        not _says_nothing(block.passage.text, brief, context)
        for block in brief.blocks("risks")
        if block.kind is not BlockKind.HEADING
    )


def _finding(brief: Brief, message: Message) -> Finding:
    return Finding(
        brief.place("risks"),
        message,
        msg(
            'Add a row to Risks: "for members: too many mails | two complaints in a week | pause, '
            'ask what they want | lea". Suppose it failed: what happened?'
        ),
    )


def _incomplete(risk: Item, brief: Brief) -> Iterator[Finding]:
    if not risk.cells:
        if not _ANSWERED.search(risk.text):
            yield Finding(risk.span, *_no_response(), severity=_NO_RESPONSE)
        return
    missing = [
        column for column in ("response", "sign", "owner")
        if is_blank(getattr(risk.cell(column), "text", ""), brief.language)
    ]  # fmt: skip
    if "response" in missing:
        yield Finding(risk.place("response"), *_no_response(), severity=_NO_RESPONSE)
    elif missing:
        yield Finding(
            risk.place(missing[0]),
            msg("Nobody would notice this risk in time.")
            if missing[0] == "sign"
            else msg("Nobody looks after this risk."),
            msg("Write what you would see first and who watches for it, such as lea."),
            severity=_INCOMPLETE,
        )


def _no_response() -> tuple[Message, Message]:
    return (
        msg("This risk has no answer yet."),
        msg('Write what you would do: "pause the queue, ask what they want". Who does it?'),
    )
