"""The segments of a brief: whom it is for, one entry each."""

from __future__ import annotations

from dataclasses import dataclass

from readyroom.model.brief import BlockKind, Brief, Item, ItemKind, Section
from readyroom.model.text import Span


@dataclass(frozen=True, slots=True)
class Segment:
    """One group of people: its name or who-cell as an item, and everything said about it.

    `about` is the visible text of the entry with nested items and, where the entry is a heading or
    a paragraph, what follows it up to the next segment.
    """

    item: Item
    about: str

    @property
    def span(self) -> Span:
        """Where to point at the segment as a whole."""
        return self.item.place("who")


def segments(brief: Brief) -> tuple[Segment, ...]:
    """The segments of the Audience section: its S-ids, else its rows, else its list.

    A list whose entries are labels ("Age: 35-50") describes one segment, as does plain text.
    """
    return tuple(
        segment for section in brief.sections_of("audience") for segment in _of(brief, section)
    )


def _of(brief: Brief, section: Section) -> list[Segment]:
    named = [item for item in section.items if item.id.startswith("S")]
    rows = [item for item in section.items if item.kind is ItemKind.ROW]
    items = named or rows or list(section.items)
    if not items or not (named or rows or _is_list_of_groups(items)):
        return _whole(section)
    ends = [item.span.start for item in items[1:]] + [section.span.end]
    return [
        Segment(
            item,
            _below(brief, item.span.start, end)
            if item.kind is ItemKind.PARAGRAPH
            else _nested(item),
        )
        for item, end in zip(items, ends, strict=True)
    ]


def _is_list_of_groups(items: list[Item]) -> bool:
    return not any(":" in item.text[:40] or "：" in item.text[:20] for item in items)


def _whole(section: Section) -> list[Segment]:
    said = [
        block
        for block in section.blocks
        if block.kind in (BlockKind.PARAGRAPH, BlockKind.ITEM) and block.passage
    ]
    return [Segment(Item(ItemKind.PARAGRAPH, said[0].passage), section.visible)] if said else []


def _below(brief: Brief, start: int, end: int) -> str:
    """Everything between two places, sections within a section included."""
    return "\n".join(
        block.passage.text
        for section in brief.sections
        for block in section.blocks
        if start <= block.passage.span().start < end
    )


def _nested(item: Item) -> str:
    return "\n".join([item.text, *map(_nested, item.children)])
