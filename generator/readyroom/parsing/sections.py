"""Tokens to sections: who opens one, what belongs to it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from markdown_it.token import Token

from readyroom.model.brief import Block, BlockKind, FoundBy, Item, ItemKind, Link, Section
from readyroom.model.text import Passage, Span
from readyroom.parsing.items import (
    closing,
    item_id,
    known_labels,
    label_lines,
    list_items,
    parts_by_id,
    table_rows,
)
from readyroom.parsing.passages import Place, links, passage
from readyroom.parsing.vocabulary import Heading, heading, labels

_SLUG = re.compile(r"[^\w\- ]")
_PLAIN_HEADING = re.compile(
    r"\s*(?:[#＃]+|[IVX]+[.)]\s|[一二三四五六七八九十]+、|[(（][一二三四五六七八九十]+[)）])\s*\S"
)


@dataclass
class _Draft:
    """A section that is still being filled."""

    name: Heading
    heading: Passage
    level: int
    start: int
    found_by: FoundBy
    anchor: str = ""
    blocks: list[Block] = field(default_factory=list)
    items: list[Item] = field(default_factory=list)
    labels: dict[str, list[Passage]] = field(default_factory=dict)

    def finish(self, end: int) -> Section:
        return Section(
            self.name.keys,
            self.heading,
            self.level,
            Span(self.start, max(end, self.start)),
            tuple(self.blocks),
            tuple(self.items),
            {key: tuple(values) for key, values in self.labels.items()},
            self.found_by,
            self.name.language,
            self.name.canonical,
            self.name.whole,
            self.anchor,
        )


def slug(text: str) -> str:
    """The id of a heading: lower case, letters and digits of any script, hyphens for spaces."""
    return re.sub(r"\s+", "-", _SLUG.sub("", text.lower()).strip()) or "section"


class SectionReader:
    """Walks the top-level tokens once and collects sections, links and the first heading."""

    def __init__(self, tokens: list[Token], place: Place, code: str) -> None:
        self._tokens = tokens
        self._place = place
        self._code = code
        self._open: list[_Draft] = []
        self._done: list[tuple[_Draft, int]] = []
        self._anchors: dict[str, int] = {}
        self._headed = self._keys_with_heading()
        self._extra: list[_Draft] = []
        self._inside: set[int] = set()
        self.links: list[Link] = []
        self.title: Passage | None = None
        self.anchors: dict[int, str] = {}

    def read(self) -> tuple[Section, ...]:
        """All sections in reading order; text before the first heading is one without keys."""
        text_end = len(self._place.source.text)
        start = self._place.line(0)[1]
        self._push(_Draft(Heading(), Passage("", "", (start,)), 0, start, FoundBy.HEADING))
        index = 0
        while index < len(self._tokens):
            index = self._take(index) + 1
        while self._open:
            self._close(text_end)
        sections = [draft.finish(end) for draft, end in self._done]
        sections += [
            draft.finish(draft.heading.span().end) for draft in self._extra if self._counts(draft)
        ]
        return tuple(sorted(sections, key=lambda section: (section.span.start, section.level)))

    def _counts(self, draft: _Draft) -> bool:
        """A label inside another section opens one of its own only if it is the only one."""
        alike = [other for other in self._extra if other.name.keys == draft.name.keys]
        return id(draft) not in self._inside or len(alike) == 1

    def _take(self, index: int) -> int:
        """Read the block that starts at `index`; returns the index of its last token."""
        token = self._tokens[index]
        match token.type:
            case "heading_open":
                self._heading(index)
                return index + 2
            case "paragraph_open":
                self._paragraph(index)
                return index + 2
            case "bullet_list_open" | "ordered_list_open":
                return self._list(index)
            case "table_open":
                return self._table(index)
            case "blockquote_open":
                return self._quote(index)
            case "fence" | "code_block":
                self._code_block(token)
        return index

    def _keys_with_heading(self) -> set[str]:
        keys: set[str] = set()
        for token, inline in zip(self._tokens, self._tokens[1:], strict=False):
            if token.type == "heading_open" and token.level == 0 and token.tag != "h1":
                keys.update(heading(inline.content, self._code).keys)
        return keys

    def _heading(self, index: int) -> None:
        token, inline = self._tokens[index], self._tokens[index + 1]
        text = passage(inline, self._place)
        level = int(token.tag[1])
        own = (part.content for part in inline.children or () if part.type == "readiness_key")
        self.anchors[index] = anchor = self._anchor(next(own, text.text))
        self._links(inline, text)
        if level == 1 and self.title is None:
            self.title = text
            return
        name = heading(text.text, self._code)
        inside = any(draft.name.keys for draft in self._open)
        if level > 4 or (level == 4 and not inside):
            name = Heading()
        self._start(name, text, level, FoundBy.HEADING, anchor)

    def _start(
        self, name: Heading, text: Passage, level: int, found_by: FoundBy, anchor: str = ""
    ) -> None:
        """Close what this heading ends; open a section, or note it inside an outer one."""
        start = text.span().start
        if found_by is FoundBy.HEADING:  # with its signs
            source = self._place.source
            start = source.line_starts[source.position(start).line - 1]
        while self._open and self._open[-1].level >= level:
            self._close(start)
        outer = next((draft for draft in reversed(self._open) if draft.name.keys), None)
        if not name.keys and outer:
            outer.blocks.append(Block(BlockKind.HEADING, text))
            if own := item_id(text.text):
                outer.items.append(Item(ItemKind.PARAGRAPH, text, own))
            return
        self._push(_Draft(name, text, level, start, found_by, anchor))

    def _push(self, draft: _Draft) -> None:
        self._open.append(draft)

    def _close(self, end: int) -> None:
        self._done.append((self._open.pop(), end))

    def _anchor(self, text: str) -> str:
        """The heading's id; a second heading with the same text gets a number."""
        anchor = wanted = slug(text)
        while anchor in self._anchors:
            anchor = f"{wanted}_{self._anchors[wanted]}"
            self._anchors[wanted] += 1
        self._anchors[anchor] = 1
        return anchor

    def _paragraph(self, index: int) -> None:
        inline = self._tokens[index + 1]
        text = passage(inline, self._place)
        if self._stands_for_heading(text, before_list=self._opens_list(index + 3)):
            return
        draft = self._open[-1]
        draft.blocks.append(Block(BlockKind.PARAGRAPH, text))
        for part in parts_by_id(text):
            own = item_id(part.text)
            if own and all(item.id != own for item in draft.items):  # else it goes on about it
                draft.items.append(Item(ItemKind.PARAGRAPH, part, own))
        self._labels(draft, text)
        self._links(inline, text)

    def _opens_list(self, index: int) -> bool:
        return index < len(self._tokens) and self._tokens[index].type.endswith("_list_open")

    def _stands_for_heading(self, text: Passage, *, before_list: bool) -> bool:
        """A line such as "＃ 预算" or "**Goals**", or the bare name right before a list, where no
        real heading has that name."""
        line = text.text
        if "\n" in line or len(line) > 60 or not line:
            return False
        bold = text.raw.startswith("**") and text.raw.rstrip(" :：").endswith("**")
        empty_label = line.rstrip().endswith((":", "："))
        if not (bold or empty_label or before_list or _PLAIN_HEADING.match(line)):
            return False
        name = heading(line, self._code)
        if not name.keys or not (name.whole or name.canonical) or set(name.keys) & self._headed:
            return False
        found_by = FoundBy.LABEL if empty_label else FoundBy.PLAIN_LINE
        self._start(name, text, 2, found_by, "")
        return True

    def _labels(self, draft: _Draft, text: Passage) -> None:
        for key, value in known_labels(text, self._code):
            draft.labels.setdefault(key, []).append(value)
        self._label_sections(text)

    def _label_sections(self, text: Passage) -> None:
        """ "**Goals:** Raise …" counts as a section where no heading has that name."""
        for folded, label, value in label_lines(text, self._code):
            name = heading(folded, self._code)
            if (
                not value
                or folded in labels(self._code)
                or not name.keys
                or not (name.whole or name.canonical)
            ):
                continue
            if not set(name.keys) & self._headed and not (
                self._open and set(name.keys) & set(self._open[-1].name.keys)
            ):
                draft = _labelled(name, label, value, FoundBy.LABEL)
                self._extra.append(draft)
                if any(outer.name.keys for outer in self._open):
                    self._inside.add(id(draft))

    def _links(self, inline: Token, text: Passage) -> None:
        keys = self._open[-1].name.keys if self._open else ()
        self.links.extend(links(inline, text, keys))

    def _list(self, index: int) -> int:
        end = closing(self._tokens, index)
        draft = self._open[-1]
        for item in list_items(self._tokens, index, end, self._place):
            draft.items.append(item)
            self._list_blocks(draft, item)
        self._nested_links(index, end)
        return end

    def _list_blocks(self, draft: _Draft, item: Item) -> None:
        draft.blocks.append(Block(BlockKind.ITEM, item.passage))
        self._labels(draft, item.passage)
        for child in item.children:
            self._list_blocks(draft, child)

    def _nested_links(self, start: int, end: int) -> None:
        for token in self._tokens[start:end]:
            if token.type == "inline" and any(
                child.type in ("link_open", "image") for child in token.children or ()
            ):
                self._links(token, passage(token, self._place))

    def _table(self, index: int) -> int:
        end = closing(self._tokens, index)
        draft = self._open[-1]
        rows, cells, heads = table_rows(
            self._tokens, index, end, self._place, draft.name.keys, self._code
        )
        draft.items.extend(rows)
        draft.blocks.extend(Block(BlockKind.CELL, cell, column) for column, cell in cells)
        if not draft.name.keys:
            self._key_column(heads, cells)
        self._cell_links(index, end, [*heads, *(cell for _, cell in cells)])
        return end

    def _key_column(self, heads: list[Passage], cells: list[tuple[str, Passage]]) -> None:
        """A two-column table whose first column names sections ("Goal | Raise …")."""
        if len(heads) != 2:
            return
        passages = [*heads, *(cell for _, cell in cells)]
        for label, value in zip(passages[::2], passages[1::2], strict=False):
            name = heading(label.text, self._code)
            if value and name.keys and name.whole and not set(name.keys) & self._headed:
                self._extra.append(_labelled(name, label, value, FoundBy.TABLE))

    def _cell_links(self, start: int, end: int, passages: list[Passage]) -> None:
        inlines = [token for token in self._tokens[start:end] if token.type == "inline"]
        for inline, where in zip(inlines, passages, strict=False):
            if where:
                self._links(inline, where)

    def _quote(self, index: int) -> int:
        end = closing(self._tokens, index)
        for token in self._tokens[index:end]:
            if token.type == "inline":
                text = passage(token, self._place)
                self._open[-1].blocks.append(Block(BlockKind.QUOTE, text))
                self._links(token, text)
        return end

    def _code_block(self, token: Token) -> None:
        start = self._place.line(token.map[0] if token.map else 0)[1]
        self._open[-1].blocks.append(
            Block(BlockKind.CODE, Passage(token.content, token.content, (start,)))
        )


def _labelled(name: Heading, label: Passage, value: Passage, found_by: FoundBy) -> _Draft:
    draft = _Draft(name, label, 6, label.span().start, found_by)
    draft.blocks.append(Block(BlockKind.PARAGRAPH, value))
    draft.items.append(Item(ItemKind.PARAGRAPH, value, item_id(value.text)))
    return draft
