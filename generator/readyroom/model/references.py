"""Ids: where a brief defines them and where its text mentions them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from readyroom.model.brief import Block, BlockKind, Brief, Item, ItemKind
from readyroom.model.text import Span

# The sections in which ids of a letter are at home; the first that has any defines them.
HOMES: Mapping[str, tuple[str, ...]] = {
    "G": ("goals",),
    "M": ("metrics",),
    "S": ("audience", "personalization"),
    "A": ("evidence",),
    "E": ("evidence",),
    "D": ("thresholds",),
    "T": ("tactics",),
    "R": ("risks",),
    "L": ("retro", "results"),
}
_ID = r"[GMSAEDTRL]\d{1,3}(?:\.\d{1,2})*"
# Borders are Latin and Cyrillic on purpose: Chinese puts no space around an id.
_BEFORE = r"(?<![A-Za-z0-9_À-ɏЀ-ӿ#./+-])"
_AFTER = r"(?![A-Za-z0-9_À-ɏЀ-ӿ%]|-\w|\.\d)"
_MENTION = re.compile(rf"{_BEFORE}(?:(?P<brief>[a-z0-9][a-z0-9-]{{2,47}})#)?(?P<id>{_ID}){_AFTER}")
_OBJECTIVE = re.compile(rf"{_BEFORE}OBJ(?:-[A-Za-z0-9_]+)+")
_PAPER = re.compile(r"A[3-6]")
_ONLY_IDS = re.compile(rf"[\s(（]*(?:{_ID}[\s,，、;()（）&/–-]*)+")


@dataclass(frozen=True, slots=True)
class Mention:
    """An id in the text of a brief; `brief` is "" for the brief itself.

    `span` covers the id, `brief_span` the name of the other brief.
    """

    id: str
    span: Span
    brief: str = ""
    brief_span: Span | None = None


def definitions(brief: Brief) -> Mapping[str, tuple[Item, ...]]:
    """Each id with the rows, list items and paragraphs that define it."""
    found: dict[str, list[Item]] = {}
    for letter, homes in HOMES.items():
        for key in homes:
            items = [item for item in _all(brief.items(key)) if item.id[:1] == letter]
            for item in items:
                found.setdefault(item.id, []).append(item)
            if items:
                break
    return {name: tuple(items) for name, items in found.items()}


def _all(items: tuple[Item, ...]) -> Iterator[Item]:
    for item in items:
        yield item
        yield from _all(item.children)


def mentions(brief: Brief) -> Iterator[Mention]:
    """Every id in the visible text, outside code and quotes, in reading order."""
    for block in statements(brief):
        text = block.passage
        for match in _MENTION.finditer(text.text):
            if text.in_code(match.start()) or _is_paper(text.text, match):
                continue
            other = match["brief"]
            yield Mention(
                match["id"],
                text.span(*match.span("id")),
                other or "",
                text.span(*match.span("brief")) if other else None,
            )


def objective_mentions(brief: Brief) -> Iterator[Mention]:
    """Every OBJ-… id in the visible text, outside code and quotes."""
    for block in statements(brief):
        for match in _OBJECTIVE.finditer(block.passage.text):
            if not block.passage.in_code(match.start()):
                yield Mention(match[0], block.passage.span(*match.span()))


def statements(brief: Brief) -> Iterator[Block]:
    """The text blocks that the brief itself says, each place once: headings, sentences, items and
    cells, without quotes and code."""
    seen: set[Span] = set()
    for section in brief.sections:
        for block in (Block(BlockKind.HEADING, section.heading), *section.blocks):
            span = block.passage.span()
            if block.kind in (BlockKind.QUOTE, BlockKind.CODE) or not block.passage:
                continue
            if not any(old.start <= span.start and span.end <= old.end for old in seen):
                seen.add(span)
                yield block


def _is_paper(text: str, match: re.Match[str]) -> bool:
    """A4 is paper, except among ids ("E1, A4") or where it stands alone."""
    if match["brief"] or not _PAPER.fullmatch(match["id"]):
        return False
    bracket = text.rfind("(", 0, match.start())
    close = text.find(")", match.end())
    inside = text[bracket + 1 : close] if bracket >= 0 and close >= 0 else text
    return not _ONLY_IDS.fullmatch(inside)


def repeated(items: tuple[Item, ...]) -> Iterator[Item]:
    """Of the items that define one id, those that say it again in the same table or list.

    A segment may stand in two tables, and a paragraph may go on about a goal.
    """
    kinds: set[tuple[ItemKind, tuple[str, ...]]] = set()
    for item in items:
        kind = (item.kind, tuple(item.cells))
        if kind in kinds and item.kind is not ItemKind.PARAGRAPH:
            yield item
        kinds.add(kind)
