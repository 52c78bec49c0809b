"""Compare front-matter entries with the schema."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import ceil
from unicodedata import east_asian_width

from readyroom.model.brief import Brief, Node
from readyroom.model.key_types import Kind, mismatch, nearest
from readyroom.model.message import Message, msg
from readyroom.model.schema import KEYS, Key, parent_of
from readyroom.model.status import Status
from readyroom.model.text import Span

_TITLE_WIDTH = (8, 90)
# All other required keys belong to rules of their own (owner-missing, goal-no-why …).
_REQUIRED = ("id", "title", "status", "kind", "lang", "created")


@dataclass(frozen=True, slots=True)
class Misfit:
    """A value of the wrong type, or a key that nobody knows.

    `meant` is what `span` was surely meant to be, "" where that cannot be told. `mild` is set for
    an unknown key that does not look like a slip of the pen, and for a title that is too short or
    too long.
    """

    span: Span
    message: Message
    help: Message
    example: Message
    meant: str = ""
    mild: bool = False


def missing_keys(brief: Brief, status: Status) -> Iterator[str]:
    """The keys that a brief of this status must have and has not; one that stands in a line which
    could not be read is not missing."""
    front = brief.source.text[brief.front.span.start : brief.front.span.end]
    for name in _REQUIRED:
        required = KEYS[name].required_from
        if brief.front.get(name) or required is None or status < required:
            continue
        if not (brief.front.problems and re.search(rf"(?:\A|[\n\r]){name}\s*[:：]", front)):
            yield name


def is_unread(brief: Brief, node: Node) -> bool:
    """Whether a problem with reading it has been told."""
    return any(
        node.key.start <= problem.span.start <= node.span.end for problem in brief.front.problems
    )


def misfits(name: str, node: Node, taken: Collection[str] = ()) -> Iterator[Misfit]:
    """What is wrong with a top-level key, its value, and everything inside it; `taken` are the
    keys that stand there already and so are not what another one was meant to be."""
    if name in KEYS:
        yield from _in_value(KEYS[name], node, name)
        if name == "title":
            yield from _title(node)
    else:
        yield _unknown(name, node, tuple(KEYS.values()), taken)


def _in_value(key: Key, node: Node, name: str) -> Iterator[Misfit]:
    if wrong := key.mismatch(node, name):
        yield Misfit(node.span, *wrong)
    elif isinstance(node.value, Mapping) and key.subkeys:
        yield from _in_mapping(key, node.value, name)
    elif key.kind is Kind.LIST:
        for item in node.nodes:
            if wrong := mismatch(name, Kind.MAPPING if key.subkeys else Kind.TEXT, (), item):
                yield Misfit(item.span, *wrong)
            elif isinstance(item.value, Mapping):
                yield from _in_mapping(key, item.value, name)


def _in_mapping(key: Key, nodes: Mapping[str, Node], name: str) -> Iterator[Misfit]:
    for subname, node in nodes.items():
        subkey = key.subkey(subname)
        if subkey is None:
            yield _unknown(f"{name}.{subname}", node, key.subkeys, nodes)
        elif node.value is not None:
            yield from _in_value(subkey, node, f"{name}.{subname}")


def _title(node: Node) -> Iterator[Misfit]:
    """Wide characters count twice: a Chinese title says in four what takes eight letters."""
    width = sum(1 + (east_asian_width(char) in "WF") for char in node.text)
    if width and not _TITLE_WIDTH[0] <= width <= _TITLE_WIDTH[1]:
        length = len(node.text)
        least, most = (limit * length / width for limit in _TITLE_WIDTH)
        yield Misfit(
            node.span,
            msg(
                "The title has {count} characters; {least} to {most} are easy to read.",
                count=length,
                least=ceil(least),
                most=int(most),
            ),
            msg("Say in a few words what it does for whom."),
            KEYS["title"].line,
            mild=True,
        )


def _unknown(name: str, node: Node, known: Sequence[Key], taken: Collection[str]) -> Misfit:
    """A key that nobody knows; it belongs inside another one, or was meant to be one that looks
    like it and takes its value."""
    if inside := parent_of(name):
        message = msg("The key `{key}` belongs under `{parent}:`.", key=name, parent=inside.name)
        help_ = msg("Move it below `{parent}:`, indented by two spaces.", parent=inside.name)
        return Misfit(node.key, message, help_, inside.line, mild=True)
    written = name.rpartition(".")[2]
    free = [key for key in known if key.name not in taken]
    near = nearest(written, tuple(key.name for key in free))
    message = msg("The key `{key}` is not known.", key=name)
    if not near:
        twin = nearest(written, tuple(key.name for key in known if key.name in taken))
        tidy = (
            msg("Delete it, or move it to the text; `{key}` stands there already.", key=twin)
            if twin
            else msg("Delete it, or move it to the text.")
        )
        return Misfit(node.key, message, tidy, KEYS["tags"].line, mild=True)
    meant = next(key for key in free if key.name == near)
    return Misfit(
        node.key,
        message,
        msg("Write `{key}`, if that is what you mean.", key=near),
        meant.line,
        near if node.value is not None and meant.mismatch(node) is None else "",
    )
