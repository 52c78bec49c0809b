"""The channels of a brief, sorted into direct, paid and public."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from readyroom.languages.matching import fold, words
from readyroom.model.brief import Brief, FoundBy, ItemKind
from readyroom.model.playbook import ChannelKinds
from readyroom.model.text import Span

_SEPARATOR = re.compile(r"\s*[,，;；、/+&]\s*")


class Reach(StrEnum):
    """How a channel reaches people: one by one, for money, or whoever comes along."""

    DIRECT = "direct"
    PAID = "paid"
    PUBLIC = "public"


@dataclass(frozen=True, slots=True)
class Channel:
    """A channel as it was named, and where."""

    name: str
    reach: Reach
    span: Span


def channels(brief: Brief, settings: ChannelKinds) -> tuple[Channel, ...]:
    """Every channel named in the front matter and in the Channels section, in that order.

    The team's settings decide, else the word lists of the brief's language and English.
    """
    return tuple(
        Channel(name, sort_channel(name, brief.language, settings), span)
        for name, span in _named(brief)
    )


def direct_channels(brief: Brief, settings: ChannelKinds) -> tuple[Channel, ...]:
    """The channels that write to people one by one (e-mail, SMS, push, phone …)."""
    return tuple(found for found in channels(brief, settings) if found.reach is Reach.DIRECT)


def sort_channel(name: str, code: str, settings: ChannelKinds) -> Reach:
    """How a channel of this name reaches people."""
    slug = re.sub(r"\s+", "-", fold(name).strip())
    for reach, known in (
        (Reach.DIRECT, settings.direct),
        (Reach.PAID, settings.paid),
        (Reach.PUBLIC, settings.public),
    ):
        if slug in known:
            return reach
    if name in words("direct_channel", code):
        return Reach.DIRECT
    return Reach.PAID if name in words("paid_channel", code) else Reach.PUBLIC


def _named(brief: Brief) -> Iterator[tuple[str, Span]]:
    listed = brief.front.get("channels")
    for node in listed.nodes if listed else ():
        if node.text:
            yield node.text, node.span
    sections = brief.sections_of("channels")
    written = (section for section in sections if section.found_by is not FoundBy.FRONT_MATTER)
    for item in (item for section in written for item in section.items):
        where = item.cells.get("channel") or (item.passage if item.kind is ItemKind.LIST else None)
        if where is None:
            continue
        text = where.text if item.cells else _head(where.text)
        start = 0
        for gap in [*_SEPARATOR.finditer(text), None]:
            end = gap.start() if gap else len(text)
            if text[start:end].strip():
                yield text[start:end].strip(), where.span(start, end)
            start = gap.end() if gap else end


def _head(text: str) -> str:
    """The part of a list item that names the channel: what stands before a colon or dash."""
    return re.split(r"[:：(（\n]|\s[-–—]\s", text, maxsplit=1)[0]
