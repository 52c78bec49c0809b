"""One file to one Brief or Page."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache

from markdown_it.token import Token

from readyroom.languages import CODES, is_supported, language
from readyroom.meaning.foreign.forms import filled_in
from readyroom.model.brief import (
    Block,
    BlockKind,
    Brief,
    FoundBy,
    FrontMatter,
    Item,
    ItemKind,
    Node,
    Problem,
    Section,
)
from readyroom.model.message import msg
from readyroom.model.playbook import Objective, Page
from readyroom.model.status import Status
from readyroom.model.text import Passage, Reader, Source, Span
from readyroom.model.values import DateMention, Quantity
from readyroom.parsing.dates import read_dates
from readyroom.parsing.front_matter import read_front_matter
from readyroom.parsing.items import item_id
from readyroom.parsing.limits import check_brief, check_text
from readyroom.parsing.markdown import parse
from readyroom.parsing.passages import Place
from readyroom.parsing.quantities import read_quantities
from readyroom.parsing.sections import SectionReader

_OBJECTIVE = re.compile(r"OBJ(?:-\w+)+")
# Front-matter lists that may stand in for a section of the same name.
_LISTED = ("goals", "metrics", "message", "tactics", "risks", "channels")


@dataclass(frozen=True, slots=True)
class Document:
    """The parsed body that a page is rendered from.

    `anchors` maps the index of a heading token to the id it gets on the page; `first_line` is the
    line of the file that the body begins on.
    """

    tokens: Sequence[Token]
    anchors: dict[int, str]
    first_line: int


@dataclass(frozen=True, slots=True)
class _LanguageReader:
    """Reads numbers and dates for one brief; equal texts are read once."""

    code: str
    created: date | None
    launch: date | None

    def quantities(self, text: str) -> tuple[Quantity, ...]:
        return _quantities(text, self.code)

    def dates(self, text: str) -> tuple[DateMention, ...]:
        return _dates(text, self.code, self.created, self.launch)


@lru_cache(maxsize=4096)
def _quantities(text: str, code: str) -> tuple[Quantity, ...]:
    return read_quantities(text, code)


@lru_cache(maxsize=4096)
def _dates(
    text: str, code: str, created: date | None, launch: date | None
) -> tuple[DateMention, ...]:
    return read_dates(text, code, created=created, launch=launch)


def is_brief(front: FrontMatter) -> bool:
    """Whether a file with this front matter is a brief: it names a status."""
    return "status" in front.entries


def parse_file(source: Source, *, foreign: bool = False) -> Brief | Page:
    """The brief in a file, or the page if it names no status.

    With `foreign`, a file without a status, or with one that other tools know, is read as somebody
    else's plan. Text that is too complex to parse gives a brief without sections that says so in
    `problems`.
    """
    front, first_line = read_front_matter(source)
    if is_brief(front) or foreign:
        return _brief(source, front, first_line, foreign=foreign and not _is_ours(front))
    return _page(source, front, first_line)


def _is_ours(front: FrontMatter) -> bool:
    """Whether a status was meant for Readyroom: it is one of its own, or an `id` stands with it."""
    return is_brief(front) and ("id" in front.entries or bool(Status.read(front.text("status"))))


def _brief(source: Source, front: FrontMatter, first_line: int, *, foreign: bool) -> Brief:
    limits = check_brief(source)
    code = _language(source, front)
    if limits.fatal:
        return Brief(
            source,
            front,
            code,
            sections=(),
            problems=limits.problems,
            declared=_declared(front),
            foreign=foreign,
        )
    reader = _LanguageReader(code, front.date("created"), front.date("launch"))
    tokens, sections = _read(source, first_line, code, reader)
    found = sections.read()
    if foreign:
        found = filled_in(found, code)
    return Brief(
        source,
        front,
        code,
        sections=(*_front_sections(front, found, reader), *found),
        links=tuple(sections.links),
        problems=limits.problems,
        declared=_declared(front),
        heading=sections.title,
        document=Document(tokens, sections.anchors, first_line),
        foreign=foreign,
        anchors=frozenset(sections.anchors.values()),
    )


def _declared(front: FrontMatter) -> Status | None:
    """The status in English or in the words of another language."""
    written = front.text("status")
    return Status.read(written) or Status.read(_status_words().get(written.casefold(), ""))


@cache
def _status_words() -> dict[str, str]:
    return {
        word.casefold(): name for code in CODES for word, name in language(code).statuses.items()
    }


def _read(
    source: Source, first_line: int, code: str, reader: Reader
) -> tuple[list[Token], SectionReader]:
    start = source.line_starts[first_line - 1] if first_line <= len(source.lines) else None
    tokens = parse(source.text[start:] if start is not None else "")
    return tokens, SectionReader(tokens, Place(source, first_line, reader), code)


def _language(source: Source, front: FrontMatter) -> str:
    written = front.text("lang")
    return language(written).code if is_supported(written) else detect_language(source.text)


def detect_language(text: str) -> str:
    """The language of a text by its script, else by its short words; English in doubt."""
    sample = text[:20_000]
    letters = sum(map(str.isalpha, sample)) or 1
    for code in CODES:
        script = language(code).script
        if script and len(re.findall(f"[{script}]", sample)) > letters * 0.2:
            return code
    tokens = re.findall(r"\w+", sample.lower())
    counts = {
        code: sum(map(set(language(code).stop_words).__contains__, tokens))
        for code in CODES
        if language(code).stop_words
    }
    best = max(counts, key=lambda code: (counts[code], code == "en"))
    return best if counts[best] > 1.5 * counts.get("en", 0) or best == "en" else "en"


def _front_sections(
    front: FrontMatter, found: Sequence[Section], reader: Reader
) -> tuple[Section, ...]:
    """A list such as `goals:` in the front matter, where the body has no such section."""
    present = {key for section in found for key in section.keys}
    return tuple(
        _front_section(key, node, reader)
        for key in _LISTED
        if key not in present and (node := front.get(key))
    )


def _front_section(key: str, node: Node, reader: Reader) -> Section:
    passages = [
        Passage(entry.text, entry.text, (entry.span.start,), (), reader)
        for entry in node.nodes
        if entry.text
    ]
    return Section(
        (key,),
        Passage(key, key, (node.key.start,), (), reader),
        2,
        node.span,
        tuple(Block(BlockKind.ITEM, text) for text in passages),
        tuple(Item(ItemKind.LIST, text, item_id(text.text)) for text in passages),
        found_by=FoundBy.FRONT_MATTER,
        language="en",
        canonical=True,
    )


def _page(source: Source, front: FrontMatter, first_line: int) -> Page:
    limits = check_text(source)
    if limits.fatal:
        title = front.text("title") or source.path
        problems = (*front.problems, *limits.problems)
        return Page(source.path, title, problems=problems, source=source)
    code = _language(source, front)
    reader = _LanguageReader(code, None, None)
    _, reading = _read(source, first_line, code, reader)
    sections = reading.read()
    title = front.text("title") or (reading.title.text if reading.title else source.path)
    canonical = tuple(
        key
        for section in sections
        if section.canonical and section.level == 2
        for key in section.keys
    )
    return Page(
        source.path,
        title,
        frozenset(reading.anchors.values()),
        tuple(_objectives(source.path, sections, reading)),
        canonical,
        (*front.problems, *_emptiness(source)),
        source,
    )


def _emptiness(source: Source) -> tuple[Problem, ...]:
    if source.text.strip("- \t\r\n\u3000"):
        return ()
    return (
        Problem(
            Span(0, 0),
            msg("This file is empty."),
            msg("Delete it, or start a brief with `readyroom new`."),
        ),
    )


def _objectives(path: str, sections: Sequence[Section], reading: SectionReader) -> list[Objective]:
    """Objectives named at the start of a heading, list item or table row."""
    found: dict[str, Objective] = {}
    for section in sections:
        candidates = [(section.heading, section.anchor)]
        candidates += [(item.passage, section.anchor) for item in section.items]
        candidates += [
            (block.passage, section.anchor)
            for block in section.blocks
            if block.kind is BlockKind.HEADING
        ]
        for text, anchor in candidates:
            match = _OBJECTIVE.match(text.text.strip())
            if match:
                title = text.text.strip()[match.end() :].strip(" :—–-|").split("\n")[0]
                found.setdefault(
                    match[0].upper(), Objective(match[0].upper(), title, path, text.span(), anchor)
                )
    return list(found.values())
