"""Ids: where a brief defines them and where its text mentions them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import lru_cache

from readyroom.model.brief import Block, BlockKind, Brief, FoundBy, Item, ItemKind
from readyroom.model.text import Passage, Span

# The level of a section that is only a label line or a table row inside another one.
LABEL_LEVEL = 6
_MOST_NAMES = 2000

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
_LETTERS = "A-Za-z0-9_À-ɏЀ-ӿ"
_AFTER = rf"(?![{_LETTERS}%]|-\w|\.\w)"
_MENTION = re.compile(rf"(?<![{_LETTERS}.+-])(?P<id>{_ID}){_AFTER}")
_OBJECTIVE = re.compile(rf"(?<![{_LETTERS}#.+-])(?P<id>OBJ(?:-[A-Za-z0-9_]+)+)")
_OTHER_BRIEF = re.compile(rf"(?:^|[^{_LETTERS}#./+-])([a-z0-9][a-z0-9-]{{2,47}})#$")
_LONGEST_NAME = 50
# Levels of a language, sizes of paper, days of retention and summits are called like ids.
_ORDINARY = re.compile(r"A[1-6]|D(?:7|14|28|30|60|90)|G(?:7|8|20)")
_ONLY_IDS = re.compile(rf"[\s(（]*(?:{_ID}[\s,，、;()（）&/–-]*)+")


@dataclass(frozen=True, slots=True)
class Mention:
    """An id in the text of a brief, at `passage.text[start:end]`.

    `brief` is the other brief that it belongs to ("autumn#L1"), "" for the brief itself.
    """

    id: str
    passage: Passage
    start: int
    end: int
    brief: str = ""

    @property
    def span(self) -> Span:
        """The place of the id."""
        return self.passage.span(self.start, self.end)

    @property
    def brief_span(self) -> Span:
        """The place of the other brief's name."""
        return self.passage.span(self.start - len(self.brief) - 1, self.start - 1)


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
    for text, match in _matches(brief, _MENTION):
        start, end = match.span()
        if text.text[start - 1 : start] == "#":
            other = _OTHER_BRIEF.search(text.text[max(0, start - _LONGEST_NAME) : start])
            if other:
                yield Mention(match["id"], text, start, end, other[1])
        elif not _is_ordinary(text.text, match):
            yield Mention(match["id"], text, start, end)


def objective_mentions(brief: Brief) -> Iterator[Mention]:
    """Every OBJ-… id in the visible text, outside code and quotes."""
    for text, match in _matches(brief, _OBJECTIVE):
        yield Mention(match["id"], text, *match.span("id"))


def _matches(brief: Brief, pattern: re.Pattern[str]) -> Iterator[tuple[Passage, re.Match[str]]]:
    for block in statements(brief):
        for match in pattern.finditer(block.passage.text):
            if not block.passage.in_code(match.start()):
                yield block.passage, match


def statements(brief: Brief) -> Iterator[Block]:
    """What the brief itself says, each place once: headings, sentences, items and cells, without
    quotes and code blocks."""
    for section in brief.sections:
        if section.level == LABEL_LEVEL and section.found_by in (FoundBy.LABEL, FoundBy.TABLE):
            continue  # its text is part of another section's block
        for block in (Block(BlockKind.HEADING, section.heading), *section.blocks):
            if block.kind not in (BlockKind.QUOTE, BlockKind.CODE) and block.passage:
                yield block


def _is_ordinary(text: str, match: re.Match[str]) -> bool:
    """ "A4" is paper and "D7" a day, except among ids ("E1, A4") or where they stand alone."""
    if not _ORDINARY.fullmatch(match["id"]):
        return False
    opened, closed = text.rfind("(", 0, match.start()), text.find(")", match.end())
    around = text[opened + 1 : closed] if opened >= 0 and closed >= 0 else text
    return not _ONLY_IDS.fullmatch(around)


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


def close_names(name: str, known: Iterable[str]) -> tuple[str, ...]:
    """Up to three known names that are spelled much like this one, the closest first."""
    return _close(name, tuple(sorted(known)[:_MOST_NAMES]))


@lru_cache(maxsize=1024)
def _close(name: str, known: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(get_close_matches(name, known, n=3, cutoff=0.5))
