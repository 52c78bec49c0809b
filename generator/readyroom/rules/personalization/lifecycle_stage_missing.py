"""Nothing says at which stage of their time with you people get a message.

## Why it matters
A newcomer needs a different letter from somebody who has not come for three weeks.

A stage (prospect, trial, new, active, lapsing, lost) and a trigger or hour make one message out of
what you know about people and where they are now.

## Bad
```brief channels=[email]
## Tactics
- **T1** Newsletter to the list (G1) ←
```

```brief status=validated channels=[email,posters] lang=pl
## Taktyki
| id | taktyka | typ | kanał | segment | etap | cel | odpowiada | start |
| --- | --- | --- | --- | --- | --- | --- | --- | --- |
| T1 | list z pytaniem | test | e-mail | S1 | uśpieni | G1 | ola | 2026-12-01 |
| T2 | list do reszty | skala | e-mail | S1 | | G1 | ola | 2027-01-11 | ←
```

```brief status=validated channels=[sms] lang=zh-Hans
## 个性化与旅程
| 步骤 | 触发或时间 | 细分或阶段 | 信息 | 没有反应时 |
| --- | --- | --- | --- | --- |
| 1 | 借书后第 3 天 | S1 | 续借提醒 | 步骤 2 |
| 2 | | S1 | 一句话询问 | 移出名单 | ←
```

## Good
```brief channels=[email]
## Tactics
- **T1** Newsletter to lapsing readers (no visit for 21 days), Tuesdays 18:00 (G1)
```

```brief channels=[sms] lang=fil
## Target na audience
- **S1** Mga bagong boluntaryo na may unang shift sa linggong ito

## Mga taktika
- **T1** Text dalawang araw bago ang shift (G1, S1)
```

## Near misses
Posters meet people at every stage, and work behind the scenes meets nobody.

```brief channels=[email,posters] lang=ru
## Тактика
| id | тактика | тип | канал | стадия | цель |
| --- | --- | --- | --- | --- | --- |
| T1 | афиши в библиотеке | масштаб | афиши | | G1 |
| T2 | новая форма записи | поддержка | e-mail | | G1 |
| T3 | письмо с вопросом | тест | e-mail | засыпающие | G1 |
```

```brief channels=[radio]
## Tactics
- **T1** Two spots on local radio (G1)
```

## Known misses
Whether a tactic has a date is looked at by tactic-not-assigned. A stage named for a segment counts
for every tactic that names the segment, unless the table has a column for stages.

## Sources
Treat prospects and active customers differently, by stage; combine what you know with where people
are now.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from readyroom.meaning.channels import Reach, direct_channels, sort_channel
from readyroom.meaning.journeys import steps
from readyroom.meaning.placeholders import is_blank
from readyroom.meaning.tactics import kind_of, tactics
from readyroom.model.brief import Brief, Item
from readyroom.model.citations import cited
from readyroom.model.message import Message, msg
from readyroom.model.rule import Context, Finding, Rule
from readyroom.model.status import Pillar
from readyroom.model.text import Span


@dataclass(frozen=True, slots=True)
class Options:
    """Names of stages that the team uses besides the usual ones."""

    stages: tuple[str, ...] = ()


RULE = Rule(severity="·iWW··", pillar=Pillar.AUDIENCE, options=Options)

_BEHIND_THE_SCENES = ("enable", "fixed", "later")


def applies(brief: Brief, context: Context) -> bool:
    """Briefs that write to people one by one."""
    return bool(direct_channels(brief, context.playbook.channels))


def check(brief: Brief, context: Context) -> Iterator[Finding]:
    """Direct tactics without a stage (one finding where none has any); steps that no trigger or
    nobody in particular sets off."""
    direct = [tactic for tactic in tactics(brief) if _is_direct(tactic, brief, context)]
    loose = [tactic for tactic in direct if not _has_stage(tactic, brief, context)]
    if len(loose) == len(direct) > 1:
        yield _without_stage(
            brief.place("tactics"), msg("No message says at which stage it comes.")
        )
    else:
        for tactic in loose:
            yield _without_stage(
                tactic.place("stage"), msg("This message does not say for which stage it is.")
            )
    yield from _loose_steps(brief)


def _without_stage(where: Span, message: Message) -> Finding:
    return Finding(
        where,
        message,
        msg("Name the stage: prospect, trial, new, active, lapsing or lost."),
        example=msg("lapsing (no visit for 21 days), Tuesday 18:00"),
        question=msg("What did these people do last, and how long ago?"),
    )


def _loose_steps(brief: Brief) -> Iterator[Finding]:
    """Steps without a trigger (the first one where none has any) or without anybody."""
    found = steps(brief)
    untimed = [step for step in found if not _is_timed(step, brief.language)]
    if len(untimed) == len(found):
        untimed = untimed[:1]
    for step in untimed:
        yield Finding(
            step.place("trigger", "step"),
            msg("Nothing says what sets this step off, or when it goes out."),
            msg("Write what happened before, or a day and an hour."),
            example=msg("7 days after the first letter, 18:00"),
            question=msg("When do these people have a minute for it?"),
        )
    for step in found:
        segment = step.cells.get("segment")
        if segment is not None and not _says_for_whom(segment.text, brief.language):
            yield _without_stage(segment.span(), msg("This step does not say for whom it is."))


def _is_timed(step: Item, code: str) -> bool:
    trigger = step.cells.get("trigger")
    if trigger is None:
        return bool(step.passage.dates or step.passage.quantities)
    return not is_blank(trigger.text, code)


def _says_for_whom(segment: str, code: str) -> bool:
    return bool(cited(segment, "S")) or not is_blank(segment, code)


def _is_direct(tactic: Item, brief: Brief, context: Context) -> bool:
    """Whether it goes through a direct channel; a line without a column may name one anywhere."""
    if kind_of(tactic, brief.language) in _BEHIND_THE_SCENES:
        return False
    where = tactic.cell("channel") if "channel" in tactic.cells else tactic.passage
    if where is None:
        return False
    return sort_channel(where.text, brief.language, context.playbook.channels) is Reach.DIRECT


def _has_stage(tactic: Item, brief: Brief, context: Context) -> bool:
    stage, segment = tactic.cell("stage"), tactic.cell("segment")
    if stage and not is_blank(stage.text, brief.language):
        return True
    if _names_stage((segment or tactic.passage).text, context):
        return True
    return "stage" not in tactic.cells and _audience_has(tactic, brief, context)


def _audience_has(tactic: Item, brief: Brief, context: Context) -> bool:
    """Whether the segments that it names, else all there are, are at a known stage."""
    named = cited(tactic.text, "S")
    segments = [item for item in brief.items("audience") if item.id in named or not named]
    texts = [item.text for item in segments] or brief.front.texts("audience")
    return bool(texts) and all(_names_stage(text, context) for text in texts)


def _names_stage(text: str, context: Context) -> bool:
    own = (stage.casefold() for stage in context.options.stages)
    return bool(context.cell("stage", text)) or any(stage in text.casefold() for stage in own)
