"""The brief points to something that is not there.

## Why it matters
An id or a link promises: look there. Where nothing is there, everybody guesses differently.

## Bad
```brief
---
id: example
title: Example brief
status: idea
lang: en
supports: OBJ-2027-9 ←
audience: [S2] ←
repeats: autum-letters ←
contact_policy: ../policies/contact.md ←
---
## Goals
| id | goal |
| --- | --- |
| G1 | 120 first-time volunteers |
| G1 | 40 drivers | ←

## Audience
- **S1** Former helpers within 5 km

## Tactics
- **T1** Call ten former helpers (G3) ←

See [the notes](evidence/talks.md) and [our files](../../secret.md). ←
```

```brief lang=zh-Hans
## 指标
- **M1** 首次到岗 120 人

## 风险
- 照 autumn-letters#L7，M2超过 0.4% 就停 ←
- 支持 OBJ-2027-7，见[策略](strategy.md#aims) ←
```

## Good
```page playbooks/strategy.md
# Strategy

## OBJ-2027-1 Full shifts
```

```page playbooks/autumn-letters.md
---
id: autumn-letters
title: Letters in autumn
status: done
lang: en
---
## Retrospective
- **L1** Ask for replies; jo; from 2026-12-01
```

```brief lang=pl supports=OBJ-2027-1 repeats=autumn-letters
## Cele
- **G1** 120 osób ([OBJ-2027-1](strategy.md#obj-2027-1-full-shifts))

**Co zmieniamy:** autumn-letters#L1 przy G1, zob. [list](autumn-letters.md)
```

## Near misses
Paper, days and code are no references; nor are ids of a kind that this brief does not define.

```brief lang=fil
## Ebidensya
- **A1** Ang polyeto na A4 ay mas nababasa kaysa T-7 na email, tingnan ang `E9` at M2
```

## Known misses
Whether a web address still answers is not looked up.

## Sources
Information that does not agree breaks the work that follows.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from readyroom.model.brief import Brief
from readyroom.model.links import Lost, is_relative, lost, targets
from readyroom.model.message import Message, msg
from readyroom.model.playbook import Playbook
from readyroom.model.references import (
    close_names,
    definitions,
    mentions,
    objective_mentions,
    repeated,
)
from readyroom.model.rule import Context, Finding, Related, Rule
from readyroom.model.text import Span

RULE = Rule(severity="EEEEEE")

_BRIEFS = ("parent", "depends_on", "repeats", "supersedes", "evidence_from")
_EXTERNAL = "external:"
_NO_BRIEF = msg("No brief has this id.")
_NO_OBJECTIVE = msg("No strategy page has this objective.")

_LOST = {
    Lost.OUTSIDE: (
        msg("This link leaves the project, so nobody else can open it."),
        msg("Copy the file into the project and link to the copy."),
    ),
    Lost.ANCHOR: (
        msg("The file has no such place."),
        msg("Copy the part behind # from the address of the heading that you mean."),
    ),
}


def check(brief: Brief, context: Context) -> Iterator[Finding]:
    playbook = context.playbook
    yield from _front(brief, playbook)
    yield from _twice(brief)
    yield from _mentions(brief, playbook)
    for span, target in targets(brief):
        if is_relative(target) and (reason := lost(brief, target, playbook)):
            yield _link(brief, span, target, reason, playbook)


def _front(brief: Brief, playbook: Playbook) -> Iterator[Finding]:
    own = definitions(brief)
    for node in brief.front.nodes("supports"):
        if node.text.upper() not in playbook.objectives and node.text != "none":
            yield _unknown(node.span, _NO_OBJECTIVE, node.text, playbook.objectives)
    for key in _BRIEFS:
        for node in brief.front.nodes(key):
            name = node.text.split("#")[0]
            if name not in playbook.by_id and not name.startswith(_EXTERNAL):
                yield _unknown(node.span, _NO_BRIEF, name, playbook.by_id)
    segments = {*playbook.segments, *(name for name in own if name.startswith("S"))}
    for key, known in (("audience", segments), ("primary_metric", set(own))):
        for node in brief.front.nodes(key):
            if node.text not in known and not _is_free(node.text, own):
                message = msg("`{name}` is not defined anywhere.", name=node.text)
                yield _unknown(node.span, message, node.text, known)


def _is_free(name: str, own: Iterable[str]) -> bool:
    """Such as S1 where the brief defines no segments: then a section is missing, not a row."""
    return name[1:2].isdigit() and not any(known[0] == name[0] for known in own)


def _twice(brief: Brief) -> Iterator[Finding]:
    for name, items in definitions(brief).items():
        for item in repeated(items):
            at = item.text.find(name)
            yield Finding(
                item.passage.span(at, at + len(name)),
                msg("{id} is used twice, so nobody knows which one is meant.", id=name),
                msg("Give this one the next free number."),
                related=(Related(items[0].span, msg("Here it is used first.")),),
            )


def _mentions(brief: Brief, playbook: Playbook) -> Iterator[Finding]:
    own = definitions(brief)
    known: dict[str, Mapping[str, object]] = {"": own}
    for found in mentions(brief):
        if found.brief and found.brief not in playbook.by_id:
            yield _unknown(found.brief_span, _NO_BRIEF, found.brief, playbook.by_id)
            continue
        if found.brief not in known:
            known[found.brief] = definitions(playbook.by_id[found.brief][0])
        defined = known[found.brief]
        if found.id not in defined and (found.brief or not _is_free(found.id, own)):
            alike = [name for name in defined if name[0] == found.id[0]]
            message = msg("{id} is not defined anywhere.", id=found.id)
            yield _unknown(found.span, message, found.id, alike)
    for found in objective_mentions(brief):
        if found.id.upper() not in playbook.objectives:
            yield _unknown(found.span, _NO_OBJECTIVE, found.id, playbook.objectives)


def _link(brief: Brief, span: Span, target: str, reason: Lost, playbook: Playbook) -> Finding:
    if reason is Lost.FILE:
        names = {file.rsplit("/", 1)[-1] for file in playbook.files}
        message = msg("There is no file at the end of this link.")
        return _unknown(span, message, target.split("#")[0].rsplit("/", 1)[-1], names)
    start = brief.source.text.find("#", span.start, span.end) if reason is Lost.ANCHOR else -1
    return Finding(Span(max(start, span.start), span.end), *_LOST[reason])


def _unknown(span: Span, message: Message, name: str, known: Iterable[str]) -> Finding:
    near = close_names(name, known)
    return Finding(
        span,
        message,
        msg("Did you mean {near}?", near=", ".join(near))
        if near
        else msg("Correct it, define it, or delete the mention."),
    )
