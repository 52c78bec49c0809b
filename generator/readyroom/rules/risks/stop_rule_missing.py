"""It is not agreed at which value the campaign is stopped, by whom, and how it is undone.

## Why it matters
In the middle of a mistake nobody wants to be the one who stops it, so agree on it before.

Name the value that stops it (a guardrail), the people who may do so alone, without a meeting, and
how you take back what is already out: pause the queue, take the page down, apologise.

## Bad
```brief status=ready
## Risks ←
- **R1** The mail annoys members → one mail a week at most
- **R2** If it goes badly we talk
```

```brief status=ready lang=ru
## Риски
- **R1** для клиентов: письмо приходит ночью → отправка с 10 до 18

**Стоп-правило:** если жалоб больше 0,3%, вместе решаем, что делать ←
```

```brief status=validated lang=pl
## Ryzyka
- **R1** list trafia do spamu → mniejsze partie

**Reguła stopu:** gdy jest źle, ola lub marek zatrzymuje wysyłkę; potem przeprosiny ←
```

## Good
```brief status=ready lang=zh-Hans
## 风险
- **R1** 对会员：推送太多 → 每周最多一次

**停止规则：** 投诉率高于 0.3% 时，小雨或文浩一人即可停发；撤回办法：清空队列，致歉。
```

```brief status=ready lang=fil
## Mga panganib
- **R1** Naiinis ang mga miyembro → isang text bawat linggo

**Tuntunin ng paghinto:** sa 3 reklamo, maaaring itigil ni Liza nang mag-isa; isasara ang pila.
```

## Near misses
It may be a list, a row or a plain sentence, and on paper the way back is to hold distribution.

```brief status=ready owner=ana
## Risks
- **R1** The leaflet offends somebody → two readers from the district

### Stop rule
- At two complaints in one day
- Ana or the driver
- Hold distribution and collect what is still in the shops
```

```brief status=ready
## Risks
We stop all sending at 0.3% complaints; @jo or @lea alone. The queue is paused and mail 2 not sent.
```

## Known misses
It does not check that somebody can really reach the switch at night.

## Sources
Mistakes should not become public mistakes; people give up where they fear for their data.
"""

from __future__ import annotations

from collections.abc import Iterator

from readyroom.meaning.fillers import fillers
from readyroom.meaning.placeholders import is_blank
from readyroom.meaning.stopping import says_how_back, says_when, says_who, stop_rules
from readyroom.model.brief import Brief, Item
from readyroom.model.message import Message, listing, msg
from readyroom.model.rule import Context, Finding, Related, Rule
from readyroom.model.status import Pillar
from readyroom.model.text import Passage, Span, join

RULE = Rule(severity="··WEE·", pillar=Pillar.SAFETY)


def applies(brief: Brief, context: Context) -> bool:
    """Where no risks are written down at all, that is the gap."""
    return bool(stop_rules(brief)) or any(
        not is_blank(line, brief.language)
        for section in brief.sections_of("risks")
        for line in section.visible.split("\n")
    )


def check(brief: Brief, context: Context) -> Iterator[Finding]:
    found = stop_rules(brief)
    if not found:
        message = msg("Nothing says when this is stopped, and by whom.")
        yield _finding(brief, context, brief.place("risks"), message)
    elif not _is_filler(found, brief) and (gaps := list(_gaps(join(found, "\n"), brief))):
        message = msg("The stop rule does not say: {gaps}.", gaps=listing(gaps))
        yield _finding(brief, context, found[0].span(), message)


def _is_filler(found: tuple[Passage, ...], brief: Brief) -> bool:
    """Whether it says "TBD", which is told elsewhere."""
    return any(fillers(text.text, brief.language) for text in found)


def _gaps(rule: Passage, brief: Brief) -> Iterator[Message]:
    if not says_when(rule, brief.language):
        yield msg("at which value")
    if not says_who(rule, brief):
        yield msg("who may do it alone")
    if not says_how_back(rule, brief.language):
        yield msg("what you take back of what is already out")


def _finding(brief: Brief, context: Context, span: Span, message: Message) -> Finding:
    guardrail = next((row for row in brief.items("metrics") if _is_guardrail(row, context)), None)
    return Finding(
        span,
        message,
        msg(
            "Write one line: at which value it stops, who may stop it alone, and what you take "
            "back."
        ),
        related=(Related(guardrail.span, msg("This metric could stop it.")),) if guardrail else (),
        example=msg("**Stop rule:** at 0.3% complaints; jo or lea alone; undo: pause the queue"),
        question=msg("Who would dare to stop it on a Saturday night?"),
    )


def _is_guardrail(row: Item, context: Context) -> bool:
    kind = row.cell("type")
    return kind is not None and context.cell("metric_type", kind.text) == "guardrail"
