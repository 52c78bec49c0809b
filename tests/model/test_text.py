"""Places: offsets, lines, columns, and visible text back to its source."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readyroom.model.text import Passage, Position, Source, Span, align


@pytest.mark.parametrize(
    ("text", "offset", "expected"),
    [
        ("abc", 0, Position(1, 1)),
        ("a\nb", 2, Position(2, 1)),
        ("a\r\nb", 3, Position(2, 1)),
        ("a\rb", 2, Position(2, 1)),
        ("a\u2028b", 2, Position(1, 3)),
        ("目标\n受众", 4, Position(2, 2)),
        ("ab", 99, Position(1, 3)),
    ],
)
def test_position(text: str, offset: int, expected: Position) -> None:
    assert Source("x.md", text).position(offset) == expected


@pytest.mark.parametrize(
    ("text", "offset", "expected"), [("a😀b", 2, 3), ("目标x", 2, 2), ("a\n😀b", 3, 2)]
)
def test_utf16_column(text: str, offset: int, expected: int) -> None:
    assert Source("x.md", text).utf16_column(offset) == expected


@given(st.text(alphabet="aб目😀\r\n \u2028", max_size=60))
def test_lines_and_starts_rebuild_the_text(text: str) -> None:
    source = Source("x.md", text)
    assert len(source.lines) == len(source.line_starts)
    for number, line in enumerate(source.lines, 1):
        span = source.line_span(number)
        assert text[span.start : span.end] == line
        assert source.position(span.start) == Position(number, 1)


@pytest.mark.parametrize(
    ("visible", "raw", "word", "expected"),
    [
        ("G1 Raise it", "**G1** Raise it", "Raise", "Raise"),
        ("seven people", "{#message-tested} seven people", "seven", "seven"),
        ("notes and more", "[notes](../notes.md) and more", "more", "more"),
        ("a & b now", "a &amp; b now", "now", "now"),
        ("see it", "<!-- see --> see it", "see", "see"),
        ("all men welcome", "*all* **men** welcome", "men", "men"),
        ("x | y", "x \\| y", "y", "y"),
    ],
)
def test_words_are_found_where_they_stand(visible: str, raw: str, word: str, expected: str) -> None:
    start = visible.index(word)
    span = Passage(visible, raw, (0,)).span(start, start + len(word))
    assert raw[span.start : span.end] == expected


@given(st.text(max_size=40), st.text(max_size=40))
def test_align_never_raises_and_stays_inside(visible: str, raw: str) -> None:
    places = align(visible, raw)
    assert len(places) == len(visible) + 1
    assert all(0 <= place <= len(raw) for place in places)


def test_a_part_keeps_its_place_over_lines() -> None:
    source = "> one\n> two three\n"
    whole = Passage("one\ntwo three", "one\ntwo three", (2, 8))
    part = whole.part(8, 13)
    assert (part.text, part.span()) == ("three", Span(12, 17))
    assert source[12:17] == "three"
