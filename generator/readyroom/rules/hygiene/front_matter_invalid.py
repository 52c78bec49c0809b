"""The front matter cannot be read, or a key in it is missing, misspelled or of the wrong type.

## Why it matters
The keys at the top decide which questions a brief must answer, and a slip in them goes unnoticed.

`lauch:` is no launch date: no pause is counted before it, and no calendar shows it.

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
---
```

```fixed
---
id: example
title: Example: how we begin
status: almost
lang: en
created: 2026-11-01
launch: 2027-01-18
tags: volunteers, intake
---
```

```brief path=playbooks/autumn.md
---
id: spring ←
title: Осенний набор волонтёров
status: запланировано ← info: the stored word is planned
kind: campaign
lang: ru
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
lang: en
created: 2026-11-02
launch: 2027-01-18 09:00 Europe/Warsaw
budget: {amount: 1200, currency: EUR}
reviewers:
  - {by: tomek, on: 2026-11-28, outcome: ok}
---
```

## Near misses
An idea may leave much open; a plan by somebody else may have any keys.

```brief path=playbooks/chunji.md id=chunji status=idea lang=zh-Hans created=2026-11-02 launch=春天
```
```brief foreign
---
lauch: soon
---
```

## Known misses
A word that is right in form but wrong in fact, such as the wrong owner, is not noticed.

## Sources
A documented strategy is the first step; what is written down must be readable by everybody.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from readyroom.model.brief import Brief, Node
from readyroom.model.fix import Edit, Fix
from readyroom.model.message import msg, verbatim
from readyroom.model.playbook import Page
from readyroom.model.rule import Context, Finding, Related, Rule
from readyroom.model.schema import KEYS
from readyroom.model.schema_check import Misfit, is_unread, misfits, missing_keys
from readyroom.model.status import Severities, Status
from readyroom.model.text import Span

RULE = Rule(severity="EEEEEE", foreign=True)

_INFO, _WARNING = Severities("iiiiii"), Severities("WWWWWW")
_MOST_KEYS = 200  # more than any brief has
_ASK = msg("What should the site and the other rules read here?")


def check(brief: Brief, context: Context) -> Iterator[Finding]:
    for problem in brief.front.problems:
        milder = _INFO if brief.foreign else None
        yield Finding(
            problem.span,
            problem.message,
            problem.help,
            milder,
            example=problem.example or KEYS["title"].line,
            question=msg("Does each line read as one key, one colon and one value?"),
        )
    if brief.foreign:
        return
    status = brief.declared
    yield from (_missing(brief, name) for name in missing_keys(brief, status or Status.IDEA))
    for name, node in islice(brief.front.entries.items(), _MOST_KEYS):
        if node.value is None or is_unread(brief, node):
            continue
        if name == "status" and status and node.text != status.label:
            yield _other_word(node, status)
        else:
            yield from map(_misfit, misfits(name, node, brief.front.entries))
    yield from _identity(brief, context)


def _missing(brief: Brief, name: str) -> Finding:
    return Finding(
        brief.place("title", "status"),
        msg("The key `{key}` is missing.", key=name),
        msg("Add it to the front matter."),
        example=KEYS[name].line,
        question=_ASK,
    )


def _misfit(found: Misfit) -> Finding:
    fix = Fix(msg("Write {word}", word=found.meant), (Edit(found.span, found.meant),))
    return Finding(
        found.span,
        found.message,
        found.help,
        _WARNING if found.mild else None,
        example=found.example,
        question=_ASK,
        fix=fix if found.meant else None,
    )


def _other_word(node: Node, status: Status) -> Finding:
    return Finding(
        node.span,
        msg("The status is written as {written}.", written=node.text),
        msg("Write the English word, which tools look for."),
        _INFO,
        example=verbatim(f"status: {status.label}"),
        question=msg("Which other words at the top are in your own language?"),
        fix=Fix(msg("Write {word}", word=status.label), (Edit(node.span, status.label),)),
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
            msg("Let both be called the same; links from other briefs look for the id."),
            example=verbatim(f"id: {stem}"),
            question=msg("Which of the two names do other briefs use?"),
        )
    others = [
        other for other in context.playbook.by_id.get(brief.id, ()) if other.path != brief.path
    ]
    if others:
        yield Finding(
            node.span,
            msg("Another brief has the id `{id}`: {path}.", id=node.text, path=others[0].path),
            msg("Give each brief an id of its own; links and lessons find it by that."),
            example=verbatim(f"id: {node.text}-2"),
            question=msg("Is one of them a copy that can go?"),
            related=tuple(
                Related(other.place("id"), msg("The same id."), other.path) for other in others
            ),
        )


def check_page(page: Page) -> Iterator[Finding]:
    """A page that has three or more sections of a brief, or cannot be read, may be meant as one."""
    for found in page.problems:
        yield Finding(found.span, found.message, found.help, example=found.example)
    if len(set(page.brief_sections)) >= 3:
        yield Finding(
            Span(0, 0),
            msg("This page has the sections of a brief, but no `status:` that makes it one."),
            msg("Add front matter with a status, or give the headings other names."),
            example=verbatim("status: idea"),
            question=msg("Should this page be checked as a brief?"),
        )
