"""A form that is not filled in says nothing: what tells the writer what to write is left out."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from readyroom.languages.matching import words
from readyroom.meaning.placeholders import is_blank
from readyroom.model.brief import Block, BlockKind, Item, ItemKind, Section

_BRACKETS = re.compile(
    r"(?:[\s,;/|-]*(?:\[[^\[\]]*\]|[(（][^()（）]*[)）]|<[^<>]*>|\{+[^{}]*\}+|【[^【】]*】))+[\s.]*"
)
_ONLY_QUESTIONS = re.compile(r"(?:[^.!?。！？]*[?？])+\s*")
_LABEL = re.compile(r"[^:：\n]{1,40}[:：]\s*")


def says_something(text: str, code: str) -> bool:
    """Whether a reader learns anything: it is no blank, no bracket to fill in, no question to the
    writer, no label without a value, no "describe …"."""
    text = text.strip()
    if is_blank(text, code) or words("plan_stand_in", code).is_all_of(text):
        return False
    if any(sign.fullmatch(text) for sign in (_BRACKETS, _ONLY_QUESTIONS)):
        return False
    label = _LABEL.match(text)
    if label and is_blank(text[label.end() :], code):
        return False
    first = next(words("plan_instruction", code).find(text), None)
    return first is None or first[0] > 0


def filled_in(sections: Iterable[Section], code: str) -> tuple[Section, ...]:
    """The sections with nothing but what was filled in; headings and code stay."""
    return tuple(_filled(section, code) for section in sections)


def _filled(section: Section, code: str) -> Section:
    """ "Owner: TBD" stays behind its label: that it is open is worth telling."""
    return replace(
        section,
        blocks=tuple(block for block in section.blocks if _is_kept(block, code)),
        items=tuple(_item(item, code) for item in section.items if _has_content(item, code)),
        labels={
            key: tuple(v for v in values if is_blank(v.text, code) or says_something(v.text, code))
            for key, values in section.labels.items()
        },
    )


def _is_kept(block: Block, code: str) -> bool:
    if block.kind in (BlockKind.HEADING, BlockKind.CODE):
        return True
    label_above_list = block.kind is BlockKind.PARAGRAPH and bool(
        _LABEL.fullmatch(block.passage.text)
    )
    return label_above_list or says_something(block.passage.text, code)


def _has_content(item: Item, code: str) -> bool:
    """A row counts if any cell says something; an item also for what is nested in it."""
    parts = item.text.split(" | ") if item.kind is ItemKind.ROW else [item.text]
    return any(says_something(part, code) for part in parts) or bool(item.children)


def _item(item: Item, code: str) -> Item:
    cells = {key: cell for key, cell in item.cells.items() if says_something(cell.text, code)}
    return replace(item, cells=cells)
