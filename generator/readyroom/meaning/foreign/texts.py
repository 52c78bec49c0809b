"""Somebody else's plan as sentences and as pairs of a label and what it says."""

from __future__ import annotations

import re
from collections.abc import Iterator

from readyroom.model.brief import Block, BlockKind, Brief, ItemKind
from readyroom.model.references import statements
from readyroom.model.text import Passage

TEXT = (BlockKind.PARAGRAPH, BlockKind.ITEM)

_SENTENCE_END = re.compile(r"[.!?…]\s+|[。！？；;]\s*|\n(?=\s*[-*•]|[^\n]{1,40}[:：])")
_PAIR = re.compile(r"[\s\W]*(?P<label>[^:：\n|]{1,60}?)\s*(?:[:：]|\s[—–-])\s*(?P<value>[^\n]*)")
_MARKED = re.compile(r"[\s*•-]*(?:\*\*|__|[*_\[])(?P<label>[^*_\[\]\n]{1,40})(?:\*\*|__|[*_\]]) ")
_NUMBER = re.compile(
    r"[\s\W]*(?:\d+(?:\.\d+)*[.)、]|[IVXivx]+[.)]|[一二三四五六七八九十]+、"
    r"|[(（][一二三四五六七八九十\d]+[)）])\s*"
)
_INSTRUCTION = re.compile(r"[(（<][^()（）<>]*[)）>]")
_CELL_BORDER = " | "
_LONGEST_LABEL = 40


def blocks(brief: Brief) -> Iterator[Block]:
    """The title and everything that the plan itself says."""
    if brief.heading:
        yield Block(BlockKind.HEADING, brief.heading)
    yield from statements(brief)


def sentences(brief: Brief) -> Iterator[Passage]:
    """Every sentence outside headings, each list item and cell being at least one. A sentence in
    brackets tells the writer what to fill in, and is left out."""
    for block in blocks(brief):
        if block.kind is not BlockKind.HEADING:
            yield from _split(block.passage)


def _split(passage: Passage) -> Iterator[Passage]:
    start = 0
    for end in [*(match.end() for match in _SENTENCE_END.finditer(passage.text)), None]:
        part = passage.part(start, end)
        if part and not _INSTRUCTION.fullmatch(part.text):
            yield part
        start = end or 0


def pairs(brief: Brief) -> Iterator[tuple[str, Passage]]:
    """Label and value, however they are set: "Lead: Ana", "**Lead** Ana", "[Lead] Ana", a short
    line above another, a heading above a text, or the first two cells of a row."""
    for block in blocks(brief):
        if block.kind not in (BlockKind.CELL, BlockKind.HEADING):
            yield from pairs_in(block.passage)
    for item in brief.all_items():
        if item.kind is ItemKind.ROW:
            label, border, rest = item.text.partition(_CELL_BORDER)
            start = len(label) + len(border)
            if border:
                end = start + len(rest.split(_CELL_BORDER, 1)[0])
                yield label.strip(), item.passage.part(start, end)
    for section in brief.sections:
        for block in section.blocks:
            if section.heading and block.kind in TEXT:
                yield _unnumbered(section.heading.text), block.passage


def pairs_in(passage: Passage) -> Iterator[tuple[str, Passage]]:
    """The pairs of one passage, line by line."""
    start = 0
    for line in passage.text.split("\n"):
        if match := _PAIR.match(line):
            value = passage.part(start + match.start("value"), start + len(line))
            yield _unnumbered(match["label"]), value
        start += len(line) + 1
    first, _, rest = passage.text.partition("\n")
    if rest and len(first) <= _LONGEST_LABEL:
        yield _unnumbered(first), passage.part(len(first) + 1)
    if (marked := _MARKED.match(passage.raw)) and marked["label"] in passage.text:
        end = passage.text.index(marked["label"]) + len(marked["label"])
        yield marked["label"].strip(" :："), passage.part(end, end + _line_length(passage, end))


def _line_length(passage: Passage, start: int) -> int:
    return len(passage.text[start:].split("\n", 1)[0])


def _unnumbered(label: str) -> str:
    """A label without "1.", "IV." or "二、" in front."""
    return _NUMBER.sub("", label, count=1).strip() or label.strip()
