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
    return tuple(segment for section in brief.sections_of("audience") for segment in _of(section))


def _of(section: Section) -> list[Segment]:
    named = [item for item in section.items if item.id.startswith("S")]
    rows = [item for item in section.items if item.kind is ItemKind.ROW]
    items = named or rows or list(section.items)
    if not items or not (named or rows or _is_list_of_groups(items)):
        return _whole(section)
    return [Segment(item, _about(section, item)) for item in items]


def _is_list_of_groups(items: list[Item]) -> bool:
    return not any(":" in item.text[:40] or "：" in item.text[:20] for item in items)


def _whole(section: Section) -> list[Segment]:
    said = [
        block
        for block in section.blocks
        if block.kind in (BlockKind.PARAGRAPH, BlockKind.ITEM) and block.passage
    ]
    return [Segment(Item(ItemKind.PARAGRAPH, said[0].passage), section.visible)] if said else []


def _about(section: Section, item: Item) -> str:
    texts = [item.text, *map(_nested, item.children)]
    if item.kind is ItemKind.PARAGRAPH:
        starts = [other.passage for other in section.items if other.id.startswith("S")]
        blocks = iter(section.blocks)
        for block in blocks:
            if block.passage is item.passage:
                break
        for block in blocks:
            if any(block.passage is start for start in starts):
                break
            texts.append(block.passage.text)
    return "\n".join(texts)


def _nested(item: Item) -> str:
    return "\n".join([item.text, *map(_nested, item.children)])
