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
from typing import NamedTuple

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
# Looking for names that are spelled alike is slow; whoever breaks more has another problem.
_MOST_HELPED = 20
_NO_BRIEF = msg("No brief has this id.")
_NO_OBJECTIVE = msg("No strategy page has this objective.")
_LOST = {
    Lost.OUTSIDE: msg("This link leaves the project, so nobody else can open it."),
    Lost.FILE: msg("There is no file at the end of this link."),
    Lost.ANCHOR: msg("The file has no such place."),
}


class _Broken(NamedTuple):
    """What points nowhere: its place, what is wrong, its name and the names that are known."""

    span: Span
    message: Message
    name: str = ""
    known: Iterable[str] = ()


def check(brief: Brief, context: Context) -> Iterator[Finding]:
    own, playbook = definitions(brief), context.playbook
    broken = (*_front(brief, own, playbook), *_mentions(brief, own, playbook))
    known = (b for b in (*broken, *_links(brief, playbook)) if _can_tell(b, playbook))
    for index, found in enumerate(known):
        near = close_names(found.name, found.known) if index < _MOST_HELPED else ()
        yield Finding(
            found.span,
            found.message,
            msg("Did you mean {near}?", near=", ".join(near))
            if near
            else msg("Correct it, add what it points to, or take the mention out."),
        )
    for name, items in own.items():
        for item in repeated(items):
            at = item.text.find(name)
            yield Finding(
                item.passage.span(at, at + len(name)),
                msg("{id} is used twice, so nobody knows which one is meant.", id=name),
                msg("Give this one the next free number."),
                related=(Related(items[0].span, msg("Here it is used first.")),),
            )


def _can_tell(found: _Broken, playbook: Playbook) -> bool:
    """Of a brief that is read alone only what it says of itself can be wrong."""
    return playbook.whole or found.message not in (_NO_BRIEF, _NO_OBJECTIVE, *_LOST.values())


def _front(brief: Brief, own: Mapping[str, object], playbook: Playbook) -> Iterator[_Broken]:
    for node in brief.front.nodes("supports"):
        if node.text.upper() not in playbook.objectives and node.text != "none":
            yield _Broken(node.span, _NO_OBJECTIVE, node.text, playbook.objectives)
    for key in _BRIEFS:
        for node in brief.front.nodes(key):
            name = node.text.split("#")[0]
            if name not in playbook.by_id and not name.startswith(_EXTERNAL):
                yield _Broken(node.span, _NO_BRIEF, name, playbook.by_id)
    letters = {name[0] for name in own}
    for key, known in (("audience", {*playbook.segments, *own}), ("primary_metric", set(own))):
        for node in brief.front.nodes(key):
            # S1 where the brief describes no segments: a section is missing, not a row
            is_row = node.text[1:2].isdigit() and node.text[0] not in letters
            if node.text not in known and not is_row and playbook.whole:
                yield _Broken(node.span, _undefined(node.text), node.text, known)


def _mentions(brief: Brief, own: Mapping[str, object], playbook: Playbook) -> Iterator[_Broken]:
    known, letters = {"": own}, {name[0] for name in own}
    for found in mentions(brief):
        if found.brief and found.brief not in playbook.by_id:
            yield _Broken(found.brief_span, _NO_BRIEF, found.brief, playbook.by_id)
            continue
        if found.brief not in known:
            known[found.brief] = definitions(playbook.by_id[found.brief][0])
        alike = known[found.brief]
        if found.id not in alike and (found.brief or found.id[0] in letters):
            yield _Broken(found.span, _undefined(found.id), found.id, alike)
    for found in objective_mentions(brief):
        if found.id.upper() not in playbook.objectives:
            yield _Broken(found.span, _NO_OBJECTIVE, found.id, playbook.objectives)


def _undefined(name: str) -> Message:
    return msg("{id} is not defined anywhere.", id=name)


def _links(brief: Brief, playbook: Playbook) -> Iterator[_Broken]:
    for span, target in targets(brief):
        reason = lost(brief, target, playbook) if is_relative(target) else None
        if reason is Lost.FILE:
            names = (file.rsplit("/", 1)[-1] for file in playbook.files)
            yield _Broken(span, _LOST[reason], target.split("#")[0].rsplit("/", 1)[-1], names)
        elif reason:
            at = brief.source.text.find("#", span.start, span.end) if reason is Lost.ANCHOR else -1
            yield _Broken(Span(max(at, span.start), span.end), _LOST[reason])
