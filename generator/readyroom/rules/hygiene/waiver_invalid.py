"""A finding is set aside without saying enough: which, why, by whom and until when.

## Why it matters
Exceptions are fine when everybody can see them. A waiver names one rule, gives a reason that a
newcomer understands, has a person behind it and runs out after at most 90 days. From ready on, a
core rule takes a second person who agrees.

## Bad
```brief
---
id: example
title: Example brief
status: planned
lang: en
lint:
  ignore: [all] ←
---
```

```brief
---
id: example
title: Przykład
status: planned
lang: pl
lint:
  ignore:
    - {rule: goal-vage, reason: dwuosobowy zespół, by: ola, until: 2027-01-31} ←
    - {rule: goal-vague, by: ola} ←
    - {rule: role-gap, reason: bo tak, by: ola, until: 2026-10-31} ←
    - {rule: role-gap, reason: dwuosobowy zespół, by: ola, until: 2028-01-31} ←
---
```

```brief
---
id: example
title: 示例
status: ready
lang: zh-Hans
owner: meilin
lint:
  ignore:
    - rule: launch-date-missing
      reason: 团队只有两个人
      by: wenhao
      until: 2026-12-31
    - rule: evidence-missing
      reason: 展会日期不能改
      by: wenhao
      until: 2026-12-31
      confirmed_by: meilin ←
---
```

## Good
```brief
---
id: example
title: Пример
status: ready
lang: ru
owner: vera
lint:
  ignore:
    - rule: feedback-plan-missing
      reason: отзывы читаем вдвоём каждый вечер
      by: vera
      until: 2027-01-31
      confirmed_by: galina
---
```

## Near misses
A plan that is not ready yet needs no second person.

```brief
---
id: example
title: Example brief
status: planned
lang: en
lint:
  ignore:
    - {rule: launch-too-soon, reason: the fair has a fixed day, by: ana, until: 2026-11-30}
---
```

## Known misses
It cannot tell a good reason from a long one.

## Sources
Quality control is not perfection: exceptions are allowed and must be visible.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from readyroom.model.brief import Brief, Node
from readyroom.model.message import Message, listing, msg
from readyroom.model.references import close_names
from readyroom.model.rule import Context, Finding, Rule
from readyroom.model.status import Pillar, Status
from readyroom.model.waiver import MAX_DAYS, Waiver, entries, is_reason, read_waivers

RULE = Rule(severity="EEEEEE", pillar=Pillar.LEARNING)

_EXAMPLE = msg(
    "Write `- {{rule: role-gap, reason: two-person team, by: ana, until: 2027-01-31}}` under "
    "`ignore:`."
)
_KEYS = {
    "rule": msg("which rule (`rule`)"),
    "reason": msg("why (`reason`)"),
    "by": msg("who decided it (`by`)"),
    "until": msg("until when (`until`)"),
}


def check(brief: Brief, context: Context) -> Iterator[Finding]:
    lint = brief.front.get("lint")
    ignore = lint.get("ignore") if lint else None
    for node in (ignore,) if ignore and isinstance(ignore.value, Mapping) else entries(brief):
        if node is ignore or not isinstance(node.value, Mapping):
            yield Finding(
                node.span,
                msg("A waiver is a list entry with four keys: rule, reason, by, until."),
                _EXAMPLE,
            )
    mappings = (node for node in entries(brief) if isinstance(node.value, Mapping))
    for node, waiver in zip(mappings, read_waivers(brief), strict=True):
        yield from _rule(node, waiver, context)
        yield from _reason(node, waiver)
        yield from _until(node, waiver, context)
        yield from _second_person(brief, node, waiver, context)


def _rule(node: Node, waiver: Waiver, context: Context) -> Iterator[Finding]:
    if waiver.rule and waiver.rule not in context.known_rules:
        near = close_names(waiver.rule, context.known_rules)
        yield Finding(
            _at(node, "rule").span,
            msg("There is no rule `{rule}`.", rule=waiver.rule),
            msg("Did you mean `{near}`?", near=near[0])
            if near
            else msg("Copy the name of the rule from the finding."),
        )


def _reason(node: Node, waiver: Waiver) -> Iterator[Finding]:
    missing = [what for name, what in _KEYS.items() if not _text(node, name)]
    if missing:
        yield Finding(
            node.span, msg("This waiver does not say: {gaps}.", gaps=listing(missing)), _EXAMPLE
        )
    elif not is_reason(waiver.reason):
        yield Finding(
            _at(node, "reason").span,
            msg("The reason is too short to be understood later."),
            msg("Write ten characters or more. What would a newcomer need to know?"),
        )


def _until(node: Node, waiver: Waiver, context: Context) -> Iterator[Finding]:
    written = _text(node, "until")
    message: Message | None = None
    if written and waiver.until is None:
        message = msg("`{written}` is not a day.", written=written)
    elif waiver.until and waiver.until < context.today:
        message = msg("This waiver ran out on {day}.", day=waiver.until)
    elif waiver.until and (waiver.until - context.today).days > MAX_DAYS:
        message = msg("This waiver lasts longer than {days} days.", days=MAX_DAYS)
    if message:
        yield Finding(
            _at(node, "until").span,
            message,
            msg("Close the gap, or set a day within {days} days from now.", days=MAX_DAYS),
        )


def _second_person(brief: Brief, node: Node, waiver: Waiver, context: Context) -> Iterator[Finding]:
    is_core = waiver.rule in context.core_rules
    if is_core and brief.status >= Status.READY and not waiver.confirmed(brief):
        yield Finding(
            _at(node, "confirmed_by").span,
            msg("`{rule}` is a core rule: a second person has to agree.", rule=waiver.rule),
            msg("Add `confirmed_by:` with somebody who is neither owner nor asked for it."),
        )


def _at(node: Node, name: str) -> Node:
    return node.get(name) or node


def _text(node: Node, name: str) -> str:
    found = node.get(name)
    return found.text if found else ""
