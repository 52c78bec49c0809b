"""The brief: front matter, sections, items, labels and links, each with its exact place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import cached_property
from typing import Any

from readyroom.model.message import NOTHING, Message
from readyroom.model.status import Severity, Status
from readyroom.model.text import Passage, Source, Span


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that the parser could not accept, or had to read with doubt, and where.

    `example` is a line that would be fine, where one helps.
    """

    span: Span
    message: Message
    help: Message
    severity: Severity = Severity.ERROR
    example: Message = NOTHING


@dataclass(frozen=True, slots=True)
class Node:
    """A front-matter value with its place.

    `value` is str, int, float, bool, None, a tuple of nodes, or a mapping of str to nodes.
    `written` is the scalar as it stands in the file ("" for lists and mappings). `key` is the span
    of the key that introduces it (the item itself inside a list).
    """

    value: Any
    span: Span
    key: Span
    written: str = ""

    @property
    def plain(self) -> Any:
        """The value without places: scalars, lists and dicts."""
        if isinstance(self.value, tuple):
            return [node.plain for node in self.value]
        if isinstance(self.value, Mapping):
            return {name: node.plain for name, node in self.value.items()}
        return self.value

    @property
    def text(self) -> str:
        """The scalar as written, stripped; "" for lists, mappings and null."""
        return self.written.strip() if self.value is not None else ""

    @property
    def nodes(self) -> tuple[Node, ...]:
        """The elements of a list; a scalar counts as a list of one, null as none."""
        if isinstance(self.value, tuple):
            return self.value
        return () if self.value is None or isinstance(self.value, Mapping) else (self,)

    @property
    def scalars(self) -> Iterator[Node]:
        """Every text in it, however deep."""
        inner = self.value.values() if isinstance(self.value, Mapping) else self.value
        if isinstance(inner, str):
            yield self
        elif isinstance(inner, Iterable):
            for node in inner:
                yield from node.scalars

    def get(self, name: str) -> Node | None:
        """The named entry of a mapping; None for anything else."""
        if not isinstance(self.value, Mapping):
            return None
        node: Node | None = self.value.get(name)
        return node

    @property
    def date(self) -> date | None:
        """The ISO date that the scalar begins with, if it is a real one."""
        try:
            return date.fromisoformat(self.text[:10])
        except ValueError:
            return None


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """The block between the two `---` lines. `exists` is False where the file has none."""

    exists: bool
    span: Span
    entries: Mapping[str, Node] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()

    def get(self, name: str) -> Node | None:
        """The node of a top-level key; None where it is absent or null."""
        node = self.entries.get(name)
        return None if node is None or node.value is None else node

    def text(self, name: str) -> str:
        """The scalar under a key as written, or ""."""
        node = self.get(name)
        return node.text if node else ""

    def date(self, name: str) -> date | None:
        """The date under a key, or None where it is absent or not a real date."""
        node = self.get(name)
        return node.date if node else None

    def nodes(self, name: str) -> tuple[Node, ...]:
        """The scalars of a list under a key (a single scalar counts as a list of one)."""
        node = self.get(name)
        return tuple(item for item in node.nodes if item.text) if node else ()

    def texts(self, name: str) -> tuple[str, ...]:
        """The same as written."""
        return tuple(item.text for item in self.nodes(name))


class ItemKind(StrEnum):
    """Where an item stands: a list item, a table body row, a paragraph that starts with an id."""

    LIST = "list"
    ROW = "row"
    PARAGRAPH = "paragraph"


@dataclass(frozen=True, slots=True)
class Item:
    """One entry of a section.

    `id` is "G1", "M2", "G1.1" … or "". `cells` maps canonical column keys (see the language files)
    to what stands there; a list item has none. `done` is None unless the item is a task;
    `key` is the `{#key}` of a readiness task. `children` are nested list items.
    """

    kind: ItemKind
    passage: Passage
    id: str = ""
    cells: Mapping[str, Passage] = field(default_factory=dict)
    children: tuple[Item, ...] = ()
    done: bool | None = None
    key: str = ""

    @property
    def text(self) -> str:
        """What a reader sees (cells joined by " | ")."""
        return self.passage.text

    @property
    def span(self) -> Span:
        """The span of the whole item without nested items."""
        return self.passage.span()

    def cell(self, column: str) -> Passage | None:
        """The passage of a column, or None where the table has no such column or it is empty."""
        passage = self.cells.get(column)
        return passage if passage else None

    def place(self, *columns: str) -> Span:
        """Span of the first of these columns that the row has, even if empty; else of the item."""
        for column in columns:
            if column in self.cells:
                return self.cells[column].span()
        return self.span


class BlockKind(StrEnum):
    """What kind of text a block is; quotes and code are samples, not statements."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    CELL = "cell"
    QUOTE = "quote"
    CODE = "code"


@dataclass(frozen=True, slots=True)
class Block:
    """One run of text in reading order. `column` is the column key for a cell, "" if unknown."""

    kind: BlockKind
    passage: Passage
    column: str = ""


class FoundBy(StrEnum):
    """How a section was recognised."""

    HEADING = "heading"
    LABEL = "label"
    TABLE = "table"
    FRONT_MATTER = "front matter"
    PLAIN_LINE = "plain line"


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the brief that was recognised by its name.

    `keys` are canonical section keys ("goals", "metrics" …; two for a joint heading; empty for a
    heading that is in no vocabulary). `language` is the language whose vocabulary matched,
    `canonical` whether the heading is the canonical one of the brief's own language, `whole` if
    it is the name and nothing else. `span` covers heading and content; `anchor` is the heading's id
    on the page.
    """

    keys: tuple[str, ...]
    heading: Passage
    level: int
    span: Span
    blocks: tuple[Block, ...] = ()
    items: tuple[Item, ...] = ()
    labels: Mapping[str, tuple[Passage, ...]] = field(default_factory=dict)
    found_by: FoundBy = FoundBy.HEADING
    language: str = ""
    canonical: bool = False
    whole: bool = False
    anchor: str = ""

    @property
    def visible(self) -> str:
        """All visible text below the heading, one block a line, without code."""
        return "\n".join(
            block.passage.text
            for block in self.blocks
            if block.kind not in (BlockKind.CODE, BlockKind.HEADING)
        )


@dataclass(frozen=True, slots=True)
class Link:
    """A link or image: the target as written and the span of the whole construct."""

    target: str
    span: Span
    text: str = ""
    section: tuple[str, ...] = ()


@dataclass(frozen=True)
class Brief:
    """A parsed brief. Built by `readyroom.parsing`, read by rules, readiness and pages.

    `declared` is the status that the brief claims, None if it is absent or no known word.
    `document` is the parsed Markdown that the page is rendered from; rules do not look into it.
    `foreign` is set for a plan without front matter that is checked all the same. `anchors` are
    the ids of all its headings on the page.
    """

    source: Source
    front: FrontMatter
    language: str
    sections: tuple[Section, ...]
    links: tuple[Link, ...] = ()
    problems: tuple[Problem, ...] = ()
    declared: Status | None = None
    heading: Passage | None = None
    document: Any = field(default=None, repr=False, compare=False)
    foreign: bool = False
    anchors: frozenset[str] = frozenset()

    @property
    def path(self) -> str:
        """The file, relative to the project."""
        return self.source.path

    @property
    def stem(self) -> str:
        """The file name without folder and ending."""
        return self.path.rsplit("/", 1)[-1].removesuffix(".md")

    @cached_property
    def id(self) -> str:
        """The `id` of the front matter, else the file stem."""
        return self.front.text("id") or self.stem

    @cached_property
    def title(self) -> str:
        """The `title`, else the first heading, else the file stem."""
        heading = self.heading.text.strip() if self.heading else ""
        return self.front.text("title") or heading or self.stem

    @property
    def status(self) -> Status:
        """The status whose severities apply: the declared one, else idea (foreign: planned)."""
        return self.declared or (Status.PLANNED if self.foreign else Status.IDEA)

    @cached_property
    def tier(self) -> int:
        """1 big, 2 normal (default), 3 small."""
        node = self.front.get("tier")
        return node.value if node and node.value in (1, 2, 3) else 2

    @cached_property
    def created(self) -> date | None:
        return self.front.date("created")

    @cached_property
    def launch(self) -> date | None:
        return self.front.date("launch")

    @cached_property
    def ends(self) -> date | None:
        return self.front.date("ends")

    @property
    def personalization(self) -> str:
        """none, segment, dynamic or one-to-one."""
        return self.front.text("personalization") or "none"

    @cached_property
    def _by_key(self) -> Mapping[str, tuple[Section, ...]]:
        found: dict[str, list[Section]] = {}
        for section in self.sections:
            for key in section.keys:
                found.setdefault(key, []).append(section)
        return {key: tuple(sections) for key, sections in found.items()}

    def sections_of(self, key: str) -> tuple[Section, ...]:
        """Every section recognised as `key`, in order."""
        return self._by_key.get(key, ())

    def section(self, key: str) -> Section | None:
        """The first section recognised as `key`."""
        return next(iter(self.sections_of(key)), None)

    def items(self, key: str) -> tuple[Item, ...]:
        """The items of all sections recognised as `key`."""
        return tuple(item for section in self.sections_of(key) for item in section.items)

    def blocks(self, key: str) -> tuple[Block, ...]:
        """The blocks of all sections recognised as `key`."""
        return tuple(block for section in self.sections_of(key) for block in section.blocks)

    def labelled(self, label: str, *keys: str) -> tuple[Passage, ...]:
        """What stands behind a label line ("CTA: …"), in the given sections or anywhere."""
        return tuple(
            passage
            for section in self.sections
            if not keys or set(keys) & set(section.keys)
            for passage in section.labels.get(label, ())
        )

    def place(self, *names: str) -> Span:
        """Where to point for something that is missing: the first of these front-matter keys or
        section headings that exists, else the title line, else the start of the file."""
        for name in names:
            if node := self.front.get(name):
                return node.key
            if section := self.section(name):
                return section.heading.span()
        for name in ("title",) if self.foreign else ("status", "title", "id"):
            if node := self.front.get(name):
                return node.key
        if self.heading:
            return self.heading.span()
        return self.source.line_span(1)

    @cached_property
    def ids(self) -> Mapping[str, Item]:
        """Every id that an item of this brief defines (first definition wins)."""
        found: dict[str, Item] = {}
        for item in self.all_items():
            if item.id:
                found.setdefault(item.id, item)
        return found

    def all_items(self) -> Iterator[Item]:
        """All items in reading order, nested ones after their parent."""
        for section in self.sections:
            for item in section.items:
                yield from _with_children(item)


def _with_children(item: Item) -> Iterator[Item]:
    yield item
    for child in item.children:
        yield from _with_children(child)
