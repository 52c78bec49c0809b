"""A brief that has everything, ways to take something away, and rules that find what they are told
to find."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date

from readyroom.linting.engine import lint
from readyroom.linting.settings import LintSettings
from readyroom.model.brief import Brief
from readyroom.model.message import msg
from readyroom.model.playbook import Page, Playbook
from readyroom.model.report import BriefReport, Report
from readyroom.model.rule import Context, Finding, Rule
from readyroom.model.status import Severities
from readyroom.model.text import Source
from readyroom.parsing.brief import parse_file
from readyroom.rules import RegisteredRule, all_rules

# The rules that a gate names; the others count at Ready and have tests of their own.
GATED = [rule for rule in all_rules() if rule.meta.gate]
BEFORE, RUNNING, ENDED = date(2026, 11, 22), date(2027, 3, 1), date(2027, 6, 20)
STRATEGY = Source("playbooks/strategy.md", "# Strategy\n\n## OBJ-2027-1 Every stall is staffed\n")

COMPLETE = """---
id: market-hands
title: Hands for the Saturday market
status: done
lang: en
owner: ines
supports: OBJ-2027-1
review_by: 2026-12-15
validated_on: 2026-11-20
ready_at: 2027-01-08
launch: 2027-01-18
ends: 2027-05-31
budget: {amount: 300, currency: EUR}
---
## Why
Five of twelve stalls stood empty last spring; OBJ-2027-1 asks for a full market.

## Goals
- **G1** 60 people run a stall by 2027-05-31 (22 people in May 2026)

## Audience
- **S1** Gardeners within 10 km who sold once in 2026; pain: they do not know which stalls are free

## Message
**Primary:** Your stall stands ready, you bring what you grew.

## Channels
- Notice board: gardeners read it when they fetch seeds

## Tactics
- **T1** Ask ten gardeners at the seed table (G1)

## Metrics
| id | metric | type | goal | baseline | as of | target | by |
| --- | --- | --- | --- | --- | --- | --- | --- |
| M1 | stalls run | outcome | G1 | 22 people | 2026-05-31 | 60 people | 2027-05-31 |

## Evidence
| id | kind | method | n | date | question or claim | importance | result | source |
| --- | --- | --- | --- | --- | --- | --- | --- | --- |
| E1 | evidence | interviews | 9 | 2026-11-10 | why only once? | high | supports | [notes](n.md) |

## Data thresholds
| id | decision | metric | wait for | latest | if above | if below | who |
| --- | --- | --- | --- | --- | --- | --- | --- |
| D1 | a second table | M1 | 20 people | 2027-03-31 | build it | ask why | ines |

## Feedback plan
- Ines reads the replies on the board every Friday: what nearly stopped you?

## Risks
- **R1** Rain empties the market -> tents from the fire brigade

## Budget
- Boards, 300 EUR

## Log
| date | type | id | observed | what we did | who |
| --- | --- | --- | --- | --- | --- |
| 2027-03-31 | decision | D1 | 31 people | built a second table | ines |
| 2027-04-02 | feedback | M1 | four people feared the till | put a helper beside it | omar |
| 2027-05-31 | decision | T1 | boards taken down | stopped | omar |

## Results
| metric | target | actual | as of | verdict |
| --- | --- | --- | --- | --- |
| M1 | 60 people | 64 people | 2027-05-31 | hit |

## Retrospective
**What worked:** asking beside the seeds.

**What did not:** the letter in March.

**What surprised us:** three schools came.

**Praise:** "I sold all my leeks."

**Complaint:** "Nobody told me about the till."

| id | lesson | do or stop or change | owner | from when |
| --- | --- | --- | --- | --- |
| L1 | People say yes face to face | do: ask at the seed table | omar | 2027-09-01 |
"""


def edited(text: str, *changes: tuple[str, str]) -> str:
    """The text with each (old, new) replaced; an old that is not there is a slip of the test."""
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new)
    return text


def without(text: str, *sections: str) -> str:
    """The text without these sections."""
    for section in sections:
        text, count = re.subn(rf"^## {section}\n.*?(?=^## |\Z)", "", text, flags=re.M | re.S)
        assert count == 1, section
    return text


LIVE = edited(COMPLETE, ("status: done", "status: live"))
READY = edited(COMPLETE, ("status: done", "status: ready"))
VALIDATED = edited(COMPLETE, ("status: done", "status: validated"))
PLANNED = edited(COMPLETE, ("status: done", "status: planned"))


def read(text: str, *, foreign: bool = False) -> Brief:
    """The brief in a text, in a file called after its id."""
    found = re.search(r"^id: (\S+)", text, re.M)
    stem = found[1] if found else "brief"
    brief = parse_file(Source(f"playbooks/{stem}.md", text), foreign=foreign)
    assert isinstance(brief, Brief)
    return brief


def report(
    *texts: str,
    today: date = BEFORE,
    rules: Iterable[RegisteredRule] = (),
    settings: LintSettings | None = None,
    foreign: bool = False,
) -> Report:
    """The report on a playbook that holds these briefs and one strategy page."""
    strategy = parse_file(STRATEGY)
    assert isinstance(strategy, Page)
    briefs = tuple(read(text, foreign=foreign) for text in texts)
    return lint(Playbook(briefs, (strategy,)), today, settings, rules=rules)


def assess(
    text: str,
    today: date = BEFORE,
    rules: Iterable[RegisteredRule] = GATED,
    *,
    foreign: bool = False,
) -> BriefReport:
    """The report on one brief."""
    return report(text, today=today, rules=rules, foreign=foreign).briefs[0]


def finder(
    rule_id: str = "always",
    severity: str = "EEEEEE",
    *places: str,
    own: tuple[str, ...] = (),
    **meta: object,
) -> RegisteredRule:
    """A rule that finds something at each of these places (section or front-matter keys; without
    any, one at the title); `own` are severities of the single findings."""

    def check(brief: Brief, context: Context) -> Iterator[Finding]:
        for index, place in enumerate(places or ("title",)):
            mild = Severities(own[index]) if index < len(own) else None
            yield Finding(brief.place(place), msg("Found {n}.", n=index + 1), severity=mild)

    return RegisteredRule(rule_id, "fakes", Rule(severity=severity, **meta), check, None, "")  # type: ignore[arg-type]


def silent(rule_id: str = "never", severity: str = "EEEEEE", **meta: object) -> RegisteredRule:
    """A rule that has nothing to say."""

    def check(brief: Brief, context: Context) -> Iterator[Finding]:
        return iter(())

    return RegisteredRule(rule_id, "fakes", Rule(severity=severity, **meta), check, None, "")  # type: ignore[arg-type]


def waiver(rule: str = "always", until: str = "2026-12-31", **more: str) -> str:
    """A waiver in the front matter, to be put before the second `---`."""
    fields = {"rule": rule, "reason": "agreed for this season", "by": "omar", "until": until}
    entry = ", ".join(f"{name}: {value}" for name, value in {**fields, **more}.items())
    return f"lint:\n  ignore:\n    - {{{entry}}}\n"


def waived(text: str, *waivers: str) -> str:
    """The brief with waivers in its front matter."""
    body = waivers[0] + "".join(w.removeprefix("lint:\n  ignore:\n") for w in waivers[1:])
    return text.replace("\n---\n", f"\n{body}---\n", 1)
