"""The front matter cannot be read, or a key in it is missing, misspelled or of the wrong type.

## Why it matters
The keys at the top of a brief decide which questions it must answer, who is asked, and where it
turns up on the site. A slip in them is silent: `lauch:` is no launch date, and nobody notices.

## Bad
```brief
---
id: example
title: Example: how we begin ←
status: almost ←
lang: en
created: 01.11.2026 ←
lauch: 2027-01-18 ←
tags: volunteers, intake ←
budget: 1200 EUR ←
---
```

```brief path=playbooks/autumn.md lang=ru
---
id: spring ←
title: Осенний набор волонтёров
status: запланировано ← info: the stored word is planned
lang: ru
kind: campaign
created: 2026-02-30 ←
---
```

## Good
```brief path=playbooks/spring-intake.md
---
id: spring-intake
title: Spring intake of shift volunteers
status: planned
kind: campaign
tier: 2
lang: en
owner: ana
created: 2026-11-02
launch: 2027-01-18 09:00 Europe/Warsaw
audience: [S1]
budget: {amount: 1200, currency: EUR}
reviewers:
  - {by: tomek, on: 2026-11-28, outcome: ok}
---
```

## Near misses
An idea may leave open what later statuses ask for, and a rough launch date is left to other rules.

```brief path=playbooks/chunji.md lang=zh-Hans
---
id: chunji
title: 春季志愿者招募
status: idea
lang: zh-Hans
created: 2026-11-02
launch: spring 2027
---
```

A plan by somebody else may have any keys.

```brief foreign
---
layout: post
lauch: soon
---
# Plan
```

## Known misses
A word that is right in form but wrong in fact, such as the wrong owner, is not noticed.

## Sources
A documented strategy is the first step; what is written down must be readable by everybody.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from readyroom.model.brief import Brief, Node
from readyroom.model.message import msg
from readyroom.model.playbook import Page
from readyroom.model.rule import Context, Finding, Related, Rule
from readyroom.model.schema import KEYS
from readyroom.model.schema_check import misfits
from readyroom.model.status import Severities, Status
from readyroom.model.text import Span

RULE = Rule(severity="EEEEEE", foreign=True)

_INFO, _WARNING = Severities("iiiiii"), Severities("WWWWWW")
_MOST_KEYS = 200  # more than any brief has
# All other required keys belong to rules of their own (owner-missing, goal-no-why …).
_REQUIRED = ("id", "title", "status", "kind", "lang", "created")


def check(brief: Brief, context: Context) -> Iterator[Finding]:
    for problem in brief.front.problems:
        milder = _INFO if brief.foreign else None
        yield Finding(problem.span, problem.message, problem.help, milder)
    if brief.foreign:
        return
    status = brief.declared
    yield from _missing(brief, status or Status.IDEA)
    for name, node in islice(brief.front.entries.items(), _MOST_KEYS):
        if node.value is None or _is_reported(brief, node):
            continue
        if name == "status" and status and node.text != status.label:
            yield _other_word(node, status)
        else:
            for found in misfits(name, node):
                milder = _WARNING if found.mild else None
                yield Finding(found.span, found.message, found.help, milder)
    yield from _identity(brief, context)


def _is_reported(brief: Brief, node: Node) -> bool:
    return any(
        node.key.start <= problem.span.start <= node.span.end for problem in brief.front.problems
    )


def _missing(brief: Brief, status: Status) -> Iterator[Finding]:
    front = brief.source.text[brief.front.span.start : brief.front.span.end]
    for name in _REQUIRED:
        required = KEYS[name].required_from
        if brief.front.get(name) or required is None or status < required:
            continue
        if brief.front.problems and re.search(rf"(?:\A|[\n\r]){name}\s*[:：]", front):
            continue
        yield Finding(
            brief.place("title", "status"),
            msg("The key `{key}` is missing.", key=name),
            msg("Add it to the front matter: `{example}`.", example=KEYS[name].example),
        )


def _other_word(node: Node, status: Status) -> Finding:
    return Finding(
        node.span,
        msg("The status is written as {written}.", written=node.text),
        msg("Write the English word, which tools look for: `status: {word}`.", word=status.label),
        _INFO,
    )


def _identity(brief: Brief, context: Context) -> Iterator[Finding]:
    node = brief.front.get("id")
    if node is None or KEYS["id"].mismatch(node):
        return
    stem = brief.path.split("/")[-2] if brief.stem == "index" and "/" in brief.path else brief.stem
    if node.text != stem:
        yield Finding(
            node.span,
            msg("The id `{id}` is not the name of the file, `{stem}`.", id=node.text, stem=stem),
            msg("Write `id: {stem}`, or rename the file to `{id}.md`.", id=node.text, stem=stem),
        )
    others = [
        other for other in context.playbook.by_id.get(brief.id, ()) if other.path != brief.path
    ]
    if others:
        yield Finding(
            node.span,
            msg("Another brief has the id `{id}`: {path}.", id=node.text, path=others[0].path),
            msg("Give each brief an id of its own; links and lessons find it by that."),
            related=tuple(
                Related(other.place("id"), msg("The same id."), other.path) for other in others
            ),
        )


def check_page(page: Page) -> Iterator[Finding]:
    """A page that has three or more sections of a brief, or cannot be read, may be meant as one."""
    yield from (Finding(found.span, found.message, found.help) for found in page.problems)
    if len(set(page.brief_sections)) >= 3:
        yield Finding(
            Span(0, 0),
            msg("This page has the sections of a brief, but no `status:` that makes it one."),
            msg("Add front matter with `status: idea`, or give the headings other names."),
        )
