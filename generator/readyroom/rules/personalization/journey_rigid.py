"""The journey knows one way only, whatever people do.

## Why it matters
A series that suits most people hides those whom it annoys, and they leave without a word.

Give them a way of their own: what happens without a reaction, with the opposite one, or when
somebody has bought already; and a rule that moves people to another segment or out of the series.

## Bad
```brief status=ready
## Personalization and journey
| step | trigger or time | segment or stage | message | if no reaction |
| --- | --- | --- | --- | --- |
| mail 1 | Tuesday 18:00 | S1, new | what to bring | mail 2 | ←
| mail 2 | 3 days later | S1, new | who teaches | mail 3 |
| mail 3 | 7 days later | S1, new | the price | |
```

```fixed
## Personalization and journey
| step | trigger or time | segment or stage | message | if no reaction |
| --- | --- | --- | --- | --- |
| mail 1 | Tuesday 18:00 | S1, new | what to bring | mail 2 |
| mail 2 | 3 days later | S1, new | who teaches | mail 3 |
| mail 3 | 7 days later | S1, new | the price | |
| exception | <!-- who leaves, who moves where? bought, said no … --> | | | |
```

```brief lang=ru
## Персонализация и путь клиента
- Письмо 1: знакомство ←
- Письмо 2: отзыв ученика
- Письмо 3: скидка
```

```brief lang=fil
## Pag-personalize at paglalakbay
Unang text -> ikalawang text -> tawag ←
```

## Good
```brief status=ready
## Personalization and journey
Mail 1 -> mail 2 -> mail 3

No click after mail 1: one SMS question, then a rest of 30 days. Who bought leaves the series.
```

```brief status=ready lang=zh-Hans
## 个性化与旅程
| 步骤 | 触发或时间 | 细分或阶段 | 信息 | 没有反应时 |
| --- | --- | --- | --- | --- |
| 1 | 借书后第 3 天 | S1 | 续借提醒 | 步骤 2 |
| 2 | 再过 7 天 | S1 | 一句话询问 | 30 天内不再联系 |
| 例外 | 已还书 | S1 | 不发 | 移出名单 |
```

## Near misses
Two steps that only confirm an address are no journey, and a single message is none either.

```brief lang=pl
## Personalizacja i ścieżka
- mail 1: potwierdź adres
- mail 2: witamy w bibliotece
```

```brief
## Personalization and journey
- mail: the open hours of this week
```

## Known misses
Whether the way out is a good one, and steps that are told in running text.

## Sources
The many who respond well hide the others; segments must move with behaviour, as one continuous
experience across channels.
"""

from __future__ import annotations

from collections.abc import Iterator

from readyroom.languages import language
from readyroom.meaning.journeys import exceptions, sequence, steps, ways_on, ways_out
from readyroom.model.brief import Brief
from readyroom.model.fix import Edit, Fix
from readyroom.model.message import Message, listing, msg
from readyroom.model.rule import Context, Finding, Related, Rule
from readyroom.model.status import Pillar
from readyroom.model.text import Passage, Span

RULE = Rule(severity="·iWWW·", pillar=Pillar.AUDIENCE)

_CONFIRMING = 2
_HINT = msg("who leaves, who moves where? bought, said no …")


def applies(brief: Brief, context: Context) -> bool:
    """Briefs with a series of two or more messages that does more than confirm something."""
    found = sequence(brief)
    obliged = brief.front.text("kind") in ("transactional", "incident")
    return len(found) > 1 and not obliged and not _confirms(found, context)


def check(brief: Brief, context: Context) -> Iterator[Finding]:
    """One finding where nobody may take another way, or where no way leads out."""
    gaps = []
    if not ways_on(brief):
        gaps.append(msg("what happens if somebody does not react, or has bought already"))
    if not ways_out(brief):
        gaps.append(msg("when somebody leaves the series or moves to another segment"))
    if gaps:
        first, *_, last = sequence(brief)
        yield Finding(
            first.span(),
            msg("This journey does not say {gaps}.", gaps=listing(gaps)),
            msg("Add a row “exception”: for whom the series stops, and where they go from there."),
            example=msg(
                "| exception | booked, or said no | all | no further mail | leaves the series |"
            ),
            question=msg("What does somebody get who has bought after the first message?"),
            related=(Related(last.span(), msg("The series ends here.")),),
            fix=_exception_row(brief),
        )


def _confirms(found: tuple[Passage, ...], context: Context) -> bool:
    confirming = context.words("two_step_confirmation")
    return len(found) <= _CONFIRMING and any(step.text in confirming for step in found)


def _exception_row(brief: Brief) -> Fix | None:
    """An empty row under the last step, as wide as the table; None where there is one, or where
    the steps stand in no table whose first column names them."""
    rows = steps(brief)
    if not rows or exceptions(brief) or brief.foreign:
        return None
    row = rows[-1]
    line = brief.source.position(row.span.end).line
    text = brief.source.lines[line - 1]
    name = row.cell("step")
    if not name or not text.startswith("|") or name.span().start > row.span.start:
        return None
    cells = text.replace("\\|", "").rstrip().rstrip("|").count("|")
    word = language(brief.language).cells["step"]["exception"][0].rstrip("*")
    content = f"\n| {{word}} | <!-- {{hint}} --> |{' |' * (cells - 2)}"
    end = brief.source.line_span(line).end
    return Fix(
        msg("Insert an empty row “{word}”", word=word),
        (Edit(Span(end, end), Message(content, (("word", word), ("hint", _HINT)))),),
    )
