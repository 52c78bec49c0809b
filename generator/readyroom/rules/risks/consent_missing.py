"""It is not written down why you may contact these people and how they can leave.

## Why it matters
A message that nobody agreed to is unwanted, however good it is.

Say on what ground you write, where the proof lies, how people get out, who signs. No legal advice.

## Bad
```brief
---
status: planned
channels: [posters, email] ←
---
```

```fixed
---
status: planned
channels: [posters, email]
consent:
  basis:
  record:
  opt_out:
  act_within_days:
  sender:
---
```

```brief lang=pl
---
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
status: ready
lang: zh-Hans
personalization: segment
consent: {basis: everybody, record: 报名表, opt_out: 退订, act_within_days: 30, sender: 夜校} ←
---
```

## Good
```brief lang=fil
---
status: ready
lang: fil
channels: [email, text]
consent: {basis: opt-in, record: talaan sa opisina, opt_out: link at 2 araw, sender: Ana}
---
```

```brief
---
status: planned
channels: [email]
consent: {basis: opt-in, record: crm/consents, opt_out: link + 2 days}
---
```

## Near misses
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
from itertools import islice

from readyroom.meaning.consent import (
    BASES,
    LAWS,
    Use,
    days_to_leave,
    gaps,
    personal_use,
    ways_out,
)
from readyroom.meaning.fillers import fillers
from readyroom.model.brief import Brief, Node
from readyroom.model.fix import Fix
from readyroom.model.message import listing, msg, sentences, verbatim
from readyroom.model.new_key import new_key
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

_ADVICE = msg("Add `consent:` to the front matter: ground, proof, way out, how fast, sender.")
_EXAMPLE = msg(
    "consent: {{basis: opt-in, record: crm/consents, opt_out: link in each mail, "
    "act_within_days: 2, sender: Ana}}"
)
_QUESTION = msg("Where and when did these people say yes?")
_EMPTY = "consent:\n  basis:\n  record:\n  opt_out:\n  act_within_days:\n  sender:\n"


def applies(brief: Brief, context: Context) -> bool:
    """Only where people are written to one by one or their data are used."""
    return personal_use(brief, context.playbook.channels) is not None


def check(brief: Brief, context: Context) -> Iterator[Finding]:
    found = personal_use(brief, context.playbook.channels)
    consent = brief.front.get("consent")
    if found and consent is None:
        hint = LAWS.get(context.options.profile)
        edit = new_key(brief, _EMPTY)
        yield Finding(
            found.span,
            _WHAT[found.use],
            sentences([_ADVICE, hint]) if hint else _ADVICE,
            example=_EXAMPLE,
            question=_QUESTION,
            fix=Fix(msg("Add the keys of `consent`, empty"), (edit,)) if edit else None,
        )
    elif consent is not None:
        yield from _values(brief, consent, context.options.max_days)
        yield from _gaps(brief, consent, context)


def _values(brief: Brief, consent: Node, most: int) -> Iterator[Finding]:
    basis, leave = consent.get("basis"), days_to_leave(consent)
    if basis and basis.text not in ("", *BASES) and not fillers(basis.text, brief.language):
        yield Finding(
            basis.span,
            msg("`{basis}` is none of the known grounds.", basis=basis.text),
            msg("Write one of: {bases}.", bases=listing([*map(verbatim, BASES)])),
            example=msg("basis: opt-in"),
            question=_QUESTION,
        )
    told = [(leave[0].span, leave[1])] if leave else []
    slow = ((span, days) for span, days in (*told, *ways_out(brief)) if days > most)
    for span, days in islice(slow, 1):
        yield Finding(
            span,
            msg("A way out that takes {days} days is too slow.", days=days),
            msg("Act on it within {most} working days at most.", most=most),
            example=msg("act_within_days: 2"),
            question=msg("What holds it up, and who could take people out by hand?"),
        )


def _gaps(brief: Brief, consent: Node, context: Context) -> Iterator[Finding]:
    first, later = gaps(brief, consent, context.playbook.channels)
    if first or later:
        yield Finding(
            consent.key,
            msg(
                "The note on consent is not complete. Missing: {gaps}.",
                gaps=listing([*first, *later]),
            ),
            msg("Add each as a key under `consent:`."),
            None if first else _LATER,
            example=_EXAMPLE,
            question=msg("Would a stranger find the way out?"),
        )
