"""A finding is set aside without saying enough, or without need.

## Why it matters
An exception is fine while everybody can see whose it is, why it was made and when it ends.

A waiver names one rule, gives a reason that a newcomer understands, has a person behind it and runs
out after at most 90 days. From Ready on, a core rule takes a second person who agrees. A waiver
that is no longer needed would hide the same gap if it came back.

## Bad
```brief
---
status: planned
lang: pl
lint:
  ignore:
    - all ←
    - {rule: goal-vage, reason: dwuosobowy zespół, by: ola, until: 2027-01-31} ←
    - {rule: goal-vague, by: ola} ←
    - {rule: role-gap, reason: bo tak, by: ola, until: 2026-10-31} ←
    - {rule: role-gap, reason: dwuosobowy zespół, by: ola, until: 2028-01-31} ←
    - {rule: placeholder-left, reason: czekamy na datę targów, by: ola, until: 2027-01-31} ←
---
```

```brief
---
status: ready
lang: zh-Hans
owner: meilin
lint:
  ignore:
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
status: planned
lang: en
lint:
  ignore:
    - {rule: evidence-missing, reason: the fair has a fixed day, by: ana, until: 2026-11-30}
---
```

## Known misses
It cannot tell a good reason from a long one.

## Sources
Quality control is not perfection: exceptions are allowed and must be visible.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import timedelta

from readyroom.model.brief import Brief, Node
from readyroom.model.message import Message, listing, msg
from readyroom.model.prose import is_prose_rule
from readyroom.model.references import close_names
from readyroom.model.rule import Context, Finding, Rule
from readyroom.model.status import Pillar, Severities, Status
from readyroom.model.waiver import MAX_DAYS, Waiver, entries, is_reason, read_waivers

RULE = Rule(severity="EEEEEE", pillar=Pillar.LEARNING, needs_others=True)

_MONTH = timedelta(days=30)
_WARNING = Severities("WWWWWW")
_EXAMPLE = msg("- {{rule: role-gap, reason: two-person team, by: ana, until: 2027-01-31}}")
_KEYS = {
    "rule": msg("which rule (`rule`)"),
    "reason": msg("why (`reason`)"),
    "by": msg("who decided it (`by`)"),
    "until": msg("until when (`until`)"),
}


def check(brief: Brief, context: Context) -> Iterator[Finding]:
    lint = brief.front.get("lint")
    ignore = lint.get("ignore") if lint else None
    nodes = (ignore,) if ignore and isinstance(ignore.value, Mapping) else entries(brief)
    waivers = read_waivers(brief)
    for node in nodes:
        if node is ignore or not isinstance(node.value, Mapping):
            yield Finding(
                node.span,
                msg("A waiver is a list entry with four keys: rule, reason, by, until."),
                msg("Under `lint:`, write an entry below `ignore:` for each rule you set aside."),
                example=_EXAMPLE,
                question=msg("Which rule exactly stands in the way?"),
            )
        else:
            yield from _waiver(brief, node, next(waivers), context)


def _waiver(brief: Brief, node: Node, waiver: Waiver, context: Context) -> Iterator[Finding]:
    if waiver.rule and not (is_prose_rule(waiver.rule) or waiver.rule in context.known_rules):
        yield _unknown(node, waiver.rule, context)
    if gaps := [what for name, what in _KEYS.items() if not _text(node, name)]:
        yield Finding(
            node.span,
            msg("This waiver does not say: {gaps}.", gaps=listing(gaps)),
            msg("Add what is missing, so that others can judge it."),
            example=_EXAMPLE,
            question=msg("Would you accept it from somebody else?"),
        )
    elif not is_reason(waiver.reason):
        yield Finding(
            _at(node, "reason").span,
            msg("The reason is too short to be understood later."),
            msg("Write ten characters or more."),
            example=msg("reason: two-person team, jo writes and checks"),
            question=msg("What would a newcomer need to know?"),
        )
    yield from _until(node, waiver, context)
    unused = waiver.rule in context.quiet and context.playbook.whole
    core = waiver.rule in context.core_rules
    if core and not unused and brief.status >= Status.READY and not waiver.confirmed(brief):
        yield Finding(
            _at(node, "confirmed_by").span,
            msg("`{rule}` is a core rule: a second person has to agree.", rule=waiver.rule),
            msg("Add somebody who is neither the owner nor the one who asked for it."),
            example=msg("confirmed_by: mira"),
            question=msg("Who would have to explain it if it went wrong?"),
        )
    if unused and waiver.active(context.today):
        yield Finding(
            _at(node, "rule").span,
            msg("`{rule}` finds nothing here any more.", rule=waiver.rule),
            msg("Take the waiver out, or it hides the same gap when it comes back."),
            _WARNING,
            example=msg("ignore: []"),
            question=msg("Do you need it for something that is still to come?"),
        )


def _unknown(node: Node, name: str, context: Context) -> Finding:
    near = next(iter(close_names(name, context.known_rules)), "")
    return Finding(
        _at(node, "rule").span,
        msg("There is no rule `{rule}`.", rule=name),
        msg("Write `{rule}`, if that is what you mean.", rule=near)
        if near
        else msg("Copy the name of the rule from the finding."),
        example=msg("rule: {rule}", rule=near or "role-gap"),
        question=msg("Which finding did you want to set aside?"),
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
            example=msg("until: {day}", day=context.today + _MONTH),
            question=msg("What has to happen until then, and who does it?"),
        )


def _at(node: Node, name: str) -> Node:
    return node.get(name) or node


def _text(node: Node, name: str) -> str:
    found = node.get(name)
    return found.text if found else ""
