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

```brief
---
status: ready
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
consent: {basis: consent, record: talaan sa opisina, opt_out: link at 2 araw, sender: Ana}
---
```

## Near misses
```brief lang=pl channels=[sms]
## Zgody i prawo
Zgoda na SMS jest w karcie pacjenta z datą.
```

```brief status=ready channels=[posters] lang=ru
Плакаты у входа; списки клиентов не загружаем.
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
    KEYS,
    LAWS,
    Use,
    agreed_in_words,
    days_to_leave,
    gaps,
    personal_use,
    ways_out,
)
from readyroom.meaning.fillers import fillers
from readyroom.model.brief import Brief, Node
from readyroom.model.fix import Fix
from readyroom.model.message import Message, listing, msg, sentences, verbatim
from readyroom.model.new_key import new_key
from readyroom.model.rule import Context, Finding, Rule
from readyroom.model.status import Pillar, Severities
from readyroom.model.text import Span


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
    Use.DIRECT: msg("This writes to people one by one, and nothing says why you may."),
    Use.PERSONALIZED: msg("Personal data are used, and nothing says why you may."),
    Use.PASSED_ON: msg("People's data are passed on, and nothing says why you may."),
}

_ADVICE = msg(
    "At the top, add `consent:` with why you may write, where that is recorded, how people leave, "
    "how fast, and who signs."
)
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
    if found and consent is None and agreed_in_words(brief):
        yield _incomplete(brief.place("consent"), KEYS, _LATER)
    elif found and consent is None:
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
        first, later = gaps(brief, consent, context.playbook.channels)
        if first or later:
            yield _incomplete(consent.key, (*first, *later), None if first else _LATER)


def _values(brief: Brief, consent: Node, most: int) -> Iterator[Finding]:
    basis, leave = consent.get("basis"), days_to_leave(consent)
    known = ("", "consent", *BASES)  # opt-in by another name
    if basis and basis.text not in known and not fillers(basis.text, brief.language):
        yield Finding(
            basis.span,
            msg("`{basis}` is not one of the reasons that can stand here.", basis=basis.text),
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


def _incomplete(span: Span, lacks: tuple[Message, ...], severity: Severities | None) -> Finding:
    return Finding(
        span,
        msg("The note on consent is not complete. Missing: {gaps}.", gaps=listing(lacks)),
        msg("Add each as a key under `consent:`."),
        severity,
        example=_EXAMPLE,
        question=msg("Would a stranger find the way out?"),
    )
