"""Who works on a brief: its owner, the team and whoever else it names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from readyroom.languages.matching import cell, fold
from readyroom.meaning.placeholders import is_blank
from readyroom.model.brief import BlockKind, Brief, Item, ItemKind
from readyroom.model.text import Span

_NAME_END = re.compile(r"[,，;；/(（\[:：]|\s[-–—|]\s")
_COLON = re.compile(r"\s*[:：]\s*|\s+(?:[-–—]|->|→)\s+")
_BETWEEN_ROLES = re.compile(r"[,，;；/、+&.\n]|\s(?:and|и|i|oraz|at)\s|[和与及]")


def named_owners(brief: Brief) -> Iterator[tuple[str, Span]]:
    """What stands as owner: in the front matter, behind a label, in the team's owner row.

    Several names in one front-matter list come as one text with a comma between them.
    """
    if node := brief.front.get("owner"):
        names = [part.text for part in node.nodes]
        yield names[0] if len(names) == 1 else ", ".join(f"@{name}" for name in names), node.span
    for passage in brief.labelled("owner"):
        yield passage.text, passage.span()
    for item in brief.items("team"):
        role, person = item.cell("role"), item.cell("person")
        if role and person and cell("role", role.text, brief.language) == "owner":
            yield person.text, person.span()


def person_key(written: str) -> str:
    """A name in the form in which names are compared: "@Ana (growth)" and "ana" are one person."""
    return fold(_NAME_END.split(written.strip(), maxsplit=1)[0]).strip(" @*_`\t\n")


def owner_keys(brief: Brief) -> frozenset[str]:
    """The owner, as names are compared; more where the brief contradicts itself."""
    return frozenset(person_key(text) for text, _ in named_owners(brief)) - {""}


def team_keys(brief: Brief) -> frozenset[str]:
    """Everybody in the team map and the team table, the owner and the stand-ins included."""
    return owner_keys(brief) | frozenset(map(person_key, _team(brief)))


def _team(brief: Brief) -> Iterator[str]:
    listed = brief.front.get("team")
    if listed and isinstance(listed.value, Mapping):
        for node in listed.value.values():
            yield from (part.text for part in node.nodes if part.text)
    for item in brief.items("team"):
        for column in ("person", "backup"):
            found = item.cell(column)
            if found and not is_blank(found.text, brief.language):
                yield found.text


@dataclass(frozen=True, slots=True)
class Duty:
    """A role, who has it (as written, "" if nobody) and where that stands or should."""

    role: str
    person: str
    span: Span


def duties(brief: Brief) -> tuple[Duty, ...]:
    """The roles that the team map, table or list gives away; sentences count where there is none
    of these."""
    found = (*_mapped(brief), *_listed(brief))
    return found or tuple(
        Duty(role, block.passage.text, block.passage.span())
        for block in brief.blocks("team")
        if block.kind is BlockKind.PARAGRAPH
        for role in _roles(block.passage.text, brief.language)
    )


def _mapped(brief: Brief) -> Iterator[Duty]:
    team = brief.front.get("team")
    if team and isinstance(team.value, Mapping):
        for name, node in team.value.items():
            person = ", ".join(part.text for part in node.nodes)
            for role in _roles(name, brief.language):
                yield Duty(role, person, node.span)


def _listed(brief: Brief) -> Iterator[Duty]:
    for item in brief.items("team"):
        if item.kind is ItemKind.ROW:
            yield from _row(item, brief.language)
        elif item.kind is ItemKind.LIST:
            head, _, rest = (
                part.strip() for part in _COLON.sub("\n", item.text, 1).partition("\n")
            )
            named = _roles(head, brief.language)
            for role in named or _roles(rest, brief.language):
                yield Duty(role, rest if named else head, item.span)


def _row(item: Item, code: str) -> Iterator[Duty]:
    """A role has its name in its cell; behind a job title the next cell says what is done."""
    title, does, person = (item.cells.get(name) for name in ("role", "does", "person"))
    named = _roles(title.text, code) if title else ()
    for role in named or (_roles(does.text, code) if does else ()):
        yield Duty(role, person.text if person else "", item.place("person"))


def _roles(text: str, code: str) -> tuple[str, ...]:
    parts = (cell("role", part, code) for part in _BETWEEN_ROLES.split(text))
    return tuple(dict.fromkeys(role for role in parts if role))
