"""What a section lists, however it is written: rows, list items, small headings or paragraphs."""

from __future__ import annotations

from bisect import bisect_left

from readyroom.model.brief import BlockKind, Brief, Item, ItemKind, Section
from readyroom.model.text import Passage, join

_TEXT = (BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.CELL, BlockKind.QUOTE)


def entries(brief: Brief, key: str, letter: str) -> tuple[Item, ...]:
    """The entries of all sections of this kind.

    Those with an id of this letter count, else rows, else sub-headings, else list items, else
    paragraphs. A heading or a paragraph with an id takes in what stands below it.
    """
    return tuple(
        entry for section in brief.sections_of(key) for entry in _entries(brief, section, letter)
    )


def _entries(brief: Brief, section: Section, letter: str) -> list[Item]:
    named = [item for item in section.items if item.id.startswith(letter)]
    rows = [item for item in section.items if item.kind is ItemKind.ROW]
    if named or rows:
        return _with_text_below(brief, section, named or rows)
    headings = _items(section, BlockKind.HEADING)
    if headings:
        return _with_text_below(brief, section, headings)
    return list(section.items) or _items(section, BlockKind.PARAGRAPH)


def _items(section: Section, kind: BlockKind) -> list[Item]:
    return [
        Item(ItemKind.PARAGRAPH, block.passage)
        for block in section.blocks
        if block.kind is kind and block.passage
    ]


def _with_text_below(brief: Brief, section: Section, items: list[Item]) -> list[Item]:
    if not any(item.kind is ItemKind.PARAGRAPH for item in items):
        return items
    texts = _texts(brief, section)
    starts = [start for start, _ in texts]
    ends = [item.span.start for item in items[1:]] + [section.span.end]
    found = []
    for item, end in zip(items, ends, strict=True):
        if item.kind is ItemKind.PARAGRAPH:
            below = texts[bisect_left(starts, item.span.end) : bisect_left(starts, end)]
            whole = join([item.passage, *(text for _, text in below)], "\n")
            item = Item(item.kind, whole, item.id)
        found.append(item)
    return found


def _texts(brief: Brief, section: Section) -> list[tuple[int, Passage]]:
    """Where each text in a section begins, also those of sections within it, each place once."""
    found = {
        start: block.passage
        for inner in brief.sections
        for block in inner.blocks
        if block.kind in _TEXT
        and section.span.start <= (start := block.passage.span().start) < section.span.end
    }
    return sorted(found.items())
