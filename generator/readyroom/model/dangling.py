"""References that lead nowhere: ids, briefs, objectives and files that are not there."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import NamedTuple

from readyroom.model.brief import Brief
from readyroom.model.links import Lost, is_relative, lost, split_target, targets
from readyroom.model.message import Message, msg
from readyroom.model.playbook import Playbook
from readyroom.model.references import (
    close_names,
    definitions,
    mentions,
    objective_mentions,
)
from readyroom.model.text import Span

_BRIEFS = ("parent", "depends_on", "repeats", "supersedes", "evidence_from")
_EXTERNAL = "external:"
_NO_BRIEF = msg("No brief has this id.")
_NO_GOAL = msg("No strategy page has this objective.")
_LOST = {
    Lost.OUTSIDE: msg("This link leaves the project, so nobody else can open it."),
    Lost.FILE: msg("There is no file at the end of this link."),
    Lost.ANCHOR: msg("The file has no such place."),
}
# What each kind of reference looks like where it leads somewhere.
_BRIEF = msg("repeats: autumn-2026")
_OBJECTIVE = msg("supports: OBJ-2027-1")
_OWN = msg("**G1** 120 first-time volunteers by 2027-05-31")
_LINK = msg("[notes of the talks](../evidence/talks.md)")


class Dangling(NamedTuple):
    """What leads nowhere: its place, what is wrong, a sample of a good one, its name and the names
    that would have been right."""

    span: Span
    message: Message
    sample: Message
    name: str = ""
    known: Iterable[str] = ()


def dangling(brief: Brief, playbook: Playbook) -> Iterator[Dangling]:
    """Every reference of a brief that leads nowhere: front matter, text, links.

    Of a brief that is read alone only what it says of itself can be wrong.
    """
    own = definitions(brief)
    found = (*_front(brief, own, playbook), *_mentions(brief, own, playbook))
    others = (_NO_BRIEF, _NO_GOAL, *_LOST.values())
    for one in (*found, *_links(brief, playbook)):
        if playbook.whole or one.message not in others:
            yield one


def _front(brief: Brief, own: Mapping[str, object], playbook: Playbook) -> Iterator[Dangling]:
    for node in brief.front.nodes("supports"):
        if node.text.upper() not in playbook.objectives and node.text != "none":
            yield Dangling(node.span, _NO_GOAL, _OBJECTIVE, node.text, playbook.objectives)
    for key in _BRIEFS:
        for node in brief.front.nodes(key):
            name = node.text.split("#")[0]
            if name not in playbook.by_id and not name.startswith(_EXTERNAL):
                yield Dangling(node.span, _NO_BRIEF, _BRIEF, name, playbook.by_id)
    letters = {name[0] for name in own}
    for key, known in (("audience", {*playbook.segments, *own}), ("primary_metric", set(own))):
        for node in brief.front.nodes(key):
            # S1 where the brief describes no segments: a section is missing, not a row
            is_row = node.text[1:2].isdigit() and node.text[0] not in letters
            if node.text not in known and not is_row and playbook.whole:
                yield Dangling(node.span, _undefined(node.text), _OWN, node.text, known)


def _mentions(brief: Brief, own: Mapping[str, object], playbook: Playbook) -> Iterator[Dangling]:
    known, letters = {"": own}, {name[0] for name in own}
    for found in mentions(brief):
        if found.brief and found.brief not in playbook.by_id:
            yield Dangling(found.brief_span, _NO_BRIEF, _BRIEF, found.brief, playbook.by_id)
            continue
        if found.brief not in known:
            known[found.brief] = definitions(playbook.by_id[found.brief][0])
        alike = known[found.brief]
        if found.id not in alike and (found.brief or found.id[0] in letters):
            yield Dangling(found.span, _undefined(found.id), _OWN, found.id, alike)
    for found in objective_mentions(brief):
        if found.id.upper() not in playbook.objectives:
            yield Dangling(found.span, _NO_GOAL, _OBJECTIVE, found.id, playbook.objectives)


def _undefined(name: str) -> Message:
    return msg("{id} is not defined anywhere.", id=name)


def _links(brief: Brief, playbook: Playbook) -> Iterator[Dangling]:
    for span, target in targets(brief):
        reason = lost(brief, target, playbook) if is_relative(target) else None
        if reason is Lost.FILE:
            name = split_target(target)[0].rsplit("/", 1)[-1]
            yield Dangling(span, _LOST[reason], _LINK, name, _files_like(name, playbook.files))
        elif reason:
            at = brief.source.text.find("#", span.start, span.end) if reason is Lost.ANCHOR else -1
            yield Dangling(Span(max(at, span.start), span.end), _LOST[reason], _LINK)


def _files_like(name: str, files: Collection[str]) -> Iterator[str]:
    """Other names of files that look like one; that both end in `.md` makes them no more alike."""
    stem, _, ending = name.rpartition(".")
    names = {file.rsplit("/", 1)[-1] for file in files} - {name}
    stems = (other.removesuffix(f".{ending}") for other in names if other.endswith(f".{ending}"))
    yield from (f"{other}.{ending}" for other in close_names(stem, stems))
