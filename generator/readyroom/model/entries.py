"""What a section lists, however it is written: rows, list items, small headings or paragraphs."""

from __future__ import annotations

from readyroom.model.brief import BlockKind, Brief, Item, ItemKind, Section
from readyroom.model.text import Passage, Span, join

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
    ends = [item.span.start for item in items[1:]] + [section.span.end]
    return [
        item
        if item.kind is not ItemKind.PARAGRAPH
        else Item(item.kind, join([item.passage, *_below(brief, item.span, end)], "\n"), item.id)
        for item, end in zip(items, ends, strict=True)
    ]


def _below(brief: Brief, above: Span, end: int) -> list[Passage]:
    """Text between two places, also that of sections within the section, each place once."""
    found = {
        block.passage.span().start: block.passage
        for section in brief.sections
        for block in section.blocks
        if block.kind in _TEXT and above.end <= block.passage.span().start < end
    }
    return [found[start] for start in sorted(found)]
