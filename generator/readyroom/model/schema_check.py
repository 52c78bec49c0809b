"""Compare front-matter entries with the schema."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from unicodedata import east_asian_width

from readyroom.model.brief import Node
from readyroom.model.key_types import Kind, mismatch, nearest
from readyroom.model.message import Message, msg
from readyroom.model.schema import KEYS, Key
from readyroom.model.text import Span

_TITLE_WIDTH = (8, 90)


@dataclass(frozen=True, slots=True)
class Misfit:
    """A value of the wrong type, or a key that nobody knows.

    `mild` is set for an unknown key that does not look like a slip of the pen, and for a title that
    is too short or too long.
    """

    span: Span
    message: Message
    help: Message
    mild: bool = False


def misfits(name: str, node: Node) -> Iterator[Misfit]:
    """What is wrong with a top-level key, its value, and everything inside it."""
    if name in KEYS:
        yield from _in_value(KEYS[name], node, name)
        if name == "title":
            yield from _title(node)
    else:
        yield _unknown(name, node, tuple(KEYS))


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
            known = tuple(found.name for found in key.subkeys)
            yield _unknown(f"{name}.{subname}", node, known)
        elif node.value is not None:
            yield from _in_value(subkey, node, f"{name}.{subname}")


def _title(node: Node) -> Iterator[Misfit]:
    """Wide characters count twice: a Chinese title says in four what takes eight letters."""
    width = sum(1 + (east_asian_width(char) in "WF") for char in node.text)
    if width and not _TITLE_WIDTH[0] <= width <= _TITLE_WIDTH[1]:
        yield Misfit(
            node.span,
            msg(
                "The title has {count} characters; 8 to 90 are easy to read.", count=len(node.text)
            ),
            msg("Say in a few words what it does for whom: `{line}`.", line=KEYS["title"].example),
            mild=True,
        )


def _unknown(name: str, node: Node, known: tuple[str, ...]) -> Misfit:
    near = nearest(name.rsplit(".", 1)[-1], known)
    if near:
        return Misfit(
            node.key,
            msg("The key `{key}` is not known.", key=name),
            msg("Did you mean `{key}`?", key=near),
        )
    return Misfit(
        node.key,
        msg("The key `{key}` is not known.", key=name),
        msg("Delete it, or move it to the text."),
        mild=True,
    )
