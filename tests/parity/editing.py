"""Small changes to a brief, told by section, entry and column, so that they fit every language."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping

from readyroom.model.brief import Brief, Item
from readyroom.model.text import Span

Wording = str | Mapping[str, str]
Change = tuple[Span, str]
Edit = Callable[[Brief], Iterator[Change]]


def say(*, en: str, ru: str, zh: str, pl: str, fil: str) -> Wording:
    """The same words in five languages."""
    return {"en": en, "ru": ru, "zh-Hans": zh, "pl": pl, "fil": fil}


def edited(brief: Brief, edits: tuple[Edit, ...]) -> str:
    """The text of a brief after these edits; of two at one place the later one counts."""
    text = brief.source.text
    places = dict(change for edit in edits for change in edit(brief))
    changes = sorted(places.items(), reverse=True)
    for (span, new), (later, _) in zip(changes[1:], changes, strict=False):
        assert span.end <= later.start, f"edits overlap at {new!r}"
    for span, new in changes:
        text = text[: span.start] + new + text[span.end :]
    return text


def in_words(wording: Wording, brief: Brief) -> str:
    """The wording in the language of the brief."""
    return wording if isinstance(wording, str) else wording[brief.language]


def cell(names: str, columns: str, wording: Wording = "") -> Edit:
    """Write into these columns of these rows ("T1 T2", "goal owner"); nothing empties them."""

    def change(brief: Brief) -> Iterator[Change]:
        for name in names.split():
            for column in columns.split():
                yield entry(brief, name).cells[column].span(), in_words(wording, brief)

    return change


def line(name: str, wording: Wording) -> Edit:
    """Replace what a list item says behind its id."""

    def change(brief: Brief) -> Iterator[Change]:
        span, text = entry(brief, name).span, brief.source.text
        start = text.index(f"**{name}** ", span.start) + len(name) + 5
        yield Span(start, span.end), in_words(wording, brief)

    return change


def words(names: str, old: Wording, new: Wording) -> Edit:
    """Replace words of these entries."""

    def change(brief: Brief) -> Iterator[Change]:
        for name in names.split():
            yield _found(brief, entry(brief, name).span, in_words(old, brief)), in_words(new, brief)

    return change


def words_in(section: str, old: Wording, new: Wording) -> Edit:
    """Replace words of a section."""

    def change(brief: Brief) -> Iterator[Change]:
        yield _found(brief, _section(brief, section), in_words(old, brief)), in_words(new, brief)

    return change


def unticked(*keys: str) -> Edit:
    """Take the tick off these points of the checklist."""

    def change(brief: Brief) -> Iterator[Change]:
        for key in keys:
            at = brief.source.text.rindex("[x]", 0, entry(brief, key).span.end)
            yield Span(at, at + 3), "[ ]"

    return change


def without(*names: str) -> Edit:
    """Take out entries (by id, readiness key or "section:number") or whole sections."""

    def change(brief: Brief) -> Iterator[Change]:
        for name in names:
            found = brief.section(name)
            yield (found.span if found else _lines(brief, entry(brief, name).span)), ""

    return change


def emptied(section: str, wording: Wording = "") -> Edit:
    """Leave only the heading of a section, and these words below it."""

    def change(brief: Brief) -> Iterator[Change]:
        span = _section(brief, section)
        start = brief.source.text.index("\n", span.start)
        yield Span(start, span.end), f"\n\n{in_words(wording, brief)}\n\n"

    return change


def added(section: str, wording: Wording) -> Edit:
    """Put a paragraph at the end of a section."""

    def change(brief: Brief) -> Iterator[Change]:
        span = _section(brief, section)
        body = brief.source.text[span.start : span.end].rstrip()
        at = span.start + len(body)
        yield Span(at, at), f"\n\n{in_words(wording, brief)}"

    return change


def heading(section: str, wording: Wording) -> Edit:
    """Call a section something else."""

    def change(brief: Brief) -> Iterator[Change]:
        found = brief.section(section)
        assert found, section
        yield found.heading.span(), in_words(wording, brief)

    return change


def label(name: str, wording: Wording | None) -> Edit:
    """Write something else behind a label; None takes out the paragraph that it opens."""

    def change(brief: Brief) -> Iterator[Change]:
        for passage in brief.labelled(name):
            if wording is None:
                yield _lines(brief, passage.span()), ""
            else:
                start = passage.span().start + len(re.match(r"[*\s]*", passage.raw)[0])  # type: ignore[index]
                yield Span(start, passage.span().end), in_words(wording, brief)

    return change


def front(key: str, wording: Wording | None) -> Edit:
    """Set a key of the front matter; None takes it out."""

    def change(brief: Brief) -> Iterator[Change]:
        text, end = brief.source.text, brief.front.span.end
        value = None if wording is None else f"{key}: {in_words(wording, brief)}\n"
        node = brief.front.entries.get(key)
        if node is None:
            start = text.rindex("\n", 0, end) + 1
            yield Span(start, start), value or ""
        else:
            start = node.key.start
            following = re.compile(r"^(?:[a-z_]+:|---)", re.MULTILINE).search(text, start + 1)
            assert following
            yield Span(start, following.start()), value or ""

    return change


def words_in_front(key: str, old: Wording, new: Wording) -> Edit:
    """Replace words of a front-matter value."""

    def change(brief: Brief) -> Iterator[Change]:
        node = brief.front.entries[key]
        yield _found(brief, node.span, in_words(old, brief)), in_words(new, brief)

    return change


def entry(brief: Brief, name: str) -> Item:
    """The entry with this id or readiness key, or "feedback:2" for the second of a section."""
    section, _, number = name.partition(":")
    if number:
        return brief.items(section)[int(number) - 1]
    return next(item for item in brief.all_items() if name in (item.id, item.key))


def _section(brief: Brief, key: str) -> Span:
    found = brief.section(key)
    assert found, key
    return found.span


def _found(brief: Brief, span: Span, old: str) -> Span:
    start = brief.source.text.find(old, span.start, span.end)
    assert start >= 0, f"{old!r} is not in {brief.source.text[span.start : span.end]!r}"
    return Span(start, start + len(old))


def _lines(brief: Brief, span: Span) -> Span:
    text = brief.source.text
    return Span(text.rindex("\n", 0, span.start) + 1, text.index("\n", span.end - 1) + 1)
