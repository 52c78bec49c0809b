"""It is not written down why you may contact these people and how they can leave.

## Why it matters
A message that nobody agreed to is unwanted, however good it is. Say on what ground you write, where
the proof lies, how people get out and how fast, and whose name stands under it. No legal advice.

## Bad
```brief
---
id: example
title: Example brief
status: planned
lang: en
channels: [posters, email] ←
---
```

```brief lang=pl
---
id: example
title: Przykład
status: ready
lang: pl
channels: [sms]
consent: {basis: opt-in, opt_out: link} ←
---
```

```brief status=validated lang=ru
## Тактика
- **T1** Загружаем базу клиентов в кабинет площадки (G1) ←
```

```brief lang=zh-Hans
---
id: example
title: 示例
status: ready
lang: zh-Hans
personalization: segment
consent: {basis: everybody, record: 报名表, opt_out: 退订, act_within_days: 30, sender: 夜校} ←
---
```

## Good
```brief lang=fil
---
id: example
title: Halimbawa
status: ready
lang: fil
channels: [email, text]
consent: {basis: opt-in, record: talaan sa opisina, opt_out: link at 2 araw, sender: Ana}
---
```

```brief
---
id: example
title: Example brief
status: planned
lang: en
channels: [email]
consent: {basis: opt-in, record: crm/consents, opt_out: link + 2 days}
---
```

## Near misses
Posters and posts without a counter ask nobody for anything.

```brief status=ready channels=[posters,stand] lang=ru
## Каналы
- плакаты у входа; списки клиентов не загружаем, пикселей нет
```

## Known misses
Whether the people on the list really agreed is not in the brief; nor does it know your law.

## Sources
Unwanted now means everything that nobody asked for.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from readyroom.meaning.consent import (
    BASES,
    LAWS,
    Use,
    days_to_leave,
    needs_ad_label,
    personal_use,
)
from readyroom.model.brief import Brief, Node
from readyroom.model.message import Message, listing, msg, sentences
from readyroom.model.rule import Context, Finding, Rule
from readyroom.model.status import Pillar, Severities


@dataclass(frozen=True, slots=True)
class Options:
    """The most working days that a way out may take; whose law to hint at (eu, us, ru, ph, cn)."""

    max_days: int = 10
    profile: str = ""


RULE = Rule(
    severity="·WEEE·",
    core=True,
    pillar=Pillar.SAFETY,
    presence_of="consent",
    options=Options,
)

# What may still be open in a plan.
_LATER = Severities("··WEE·")
_WHAT = {
    Use.DIRECT: msg("This writes to people one by one; on what ground is not said."),
    Use.PERSONALIZED: msg("Personal data are used; on what ground is not said."),
    Use.PASSED_ON: msg("People's data are passed on; on what ground is not said."),
}


def applies(brief: Brief, context: Context) -> bool:
    """Only where people are written to one by one or their data are used."""
    return personal_use(brief, context.playbook.channels) is not None


def check(brief: Brief, context: Context) -> Iterator[Finding]:
    found = personal_use(brief, context.playbook.channels)
    consent = brief.front.get("consent")
    if found and consent is None:
        advice = msg(
            "Add to the front matter: `consent: {{basis: opt-in, record: crm/consents, opt_out: "
            "link in each mail, act_within_days: 2, sender: Ana}}`. Where did they say yes?"
        )
        hint = LAWS.get(context.options.profile)
        yield Finding(found.span, _WHAT[found.use], sentences([advice, hint]) if hint else advice)
    elif consent is not None:
        yield from _values(consent, context.options.max_days)
        yield from _gaps(brief, consent, context)


def _values(consent: Node, most: int) -> Iterator[Finding]:
    basis, leave = consent.get("basis"), days_to_leave(consent)
    if basis and basis.text and basis.text not in BASES:
        yield Finding(
            basis.span,
            msg("`{basis}` is none of the known grounds.", basis=basis.text),
            msg("Write one of: {bases}.", bases=", ".join(BASES)),
        )
    if leave and leave[1] > most:
        yield Finding(
            leave[0].span,
            msg("A way out that takes {days} days is too slow.", days=leave[1]),
            msg("{most} working days is the most. What holds it up?", most=most),
        )


def _gaps(brief: Brief, consent: Node, context: Context) -> Iterator[Finding]:
    if _text(consent, "basis") == "not-personal":
        return
    first = [what for name, what in _FIRST.items() if not _text(consent, name)]
    later = list(_still_open(brief, consent, context))
    if first or later:
        yield Finding(
            consent.key,
            msg(
                "The note on consent is not complete. Missing: {gaps}.", gaps=listing(first + later)
            ),
            msg("Add each as a key under `consent:`. Would a stranger find the way out?"),
            None if first else _LATER,
        )


_FIRST = {
    "basis": msg("the ground (`basis`)"),
    "record": msg("where the proof lies (`record`)"),
    "opt_out": msg("how people leave (`opt_out`)"),
}


def _still_open(brief: Brief, consent: Node, context: Context) -> Iterator[Message]:
    """Sender and label may also stand in the Consent section."""
    section = "\n".join(found.visible for found in brief.sections_of("consent"))
    if days_to_leave(consent) is None:
        yield msg("how fast they are out (`act_within_days`)")
    if not _text(consent, "sender") and section not in context.words("sender"):
        yield msg("whose name stands under it (`sender`)")
    labelled = _text(consent, "ad_label") or section in context.words("ad_label")
    if not labelled and needs_ad_label(brief, context.playbook.channels):
        yield msg("how paid or partner content is marked (`ad_label`)")


def _text(consent: Node, name: str) -> str:
    found = consent.get(name)
    return found.text if found else ""
