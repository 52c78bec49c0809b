"""Excerpts: the carets stand under the exact words, whatever is before them."""

from __future__ import annotations

import pytest

from readyroom.model.report import Place
from readyroom.model.text import Position, Source, Span
from readyroom.reporters.terminal.excerpt import excerpt
from readyroom.reporters.terminal.visible import width


def drawn(line: str, start: int, end: int, columns: int = 60) -> list[str]:
    """The excerpt of `line[start:end]` as two lines, as a terminal shows them."""
    place = Place("x.md", Span(start, end), Position(1, start + 1), Position(1, end + 1))
    found = excerpt(Source("x.md", line), place, columns)
    return [found.text, " " * found.indent + "^" * found.carets]


@pytest.mark.parametrize(
    ("line", "words", "expected"),
    [
        ("- Boost engagement", "Boost", ["- Boost engagement", "  ^^^^^"]),
        ("- поднять интерес", "интерес", ["- поднять интерес", "          ^^^^^^^"]),
        ("- 提高知名度", "知名度", ["- 提高知名度", "      ^^^^^^"]),
        ("🙂 Boost", "Boost", ["🙂 Boost", "   ^^^^^"]),
        ("e\u0301te\u0301 Boost", "Boost", ["e\u0301te\u0301 Boost", "    ^^^^^"]),
        ("\tBoost", "Boost", ["    Boost", "    ^^^^^"]),
        ("ab\tBoost", "Boost", ["ab  Boost", "    ^^^^^"]),
        ("a\x1b[31m Boost", "Boost", ["a\\x1b[31m Boost", "          ^^^^^"]),
        ("a\u202e Boost", "Boost", ["a<U+202E> Boost", "          ^^^^^"]),
        ("##[add-mask] Boost", "Boost", ["#\\x23[add-mask] Boost", "                ^^^^^"]),
        ("Boost", "", ["Boost", "^"]),
        ("", "", ["", "^"]),
    ],
)
def test_carets(line: str, words: str, expected: list[str]) -> None:
    start = line.index(words)
    assert drawn(line, start, start + len(words)) == expected


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        (0, 90, ["WORDS" + "." * 23 + "…", "^^^^^"]),
        (90, 0, ["…" + "." * 23 + "WORDS", " " * 24 + "^^^^^"]),
        (90, 90, ["…" + "." * 11 + "WORDS" + "." * 12 + "…", " " * 12 + "^^^^^"]),
        (20, 5, ["." * 20 + "WORDS" + "." * 5, " " * 20 + "^^^^^"]),
    ],
)
def test_long_lines_are_cut_around_the_words(before: int, after: int, expected: list[str]) -> None:
    line = "." * before + "WORDS" + "." * after
    assert drawn(line, before, before + 5, columns=30) == expected


@pytest.mark.parametrize("letter", ["a", "中", "🙂", "\t", "\x1b", "e\u0301"])
@pytest.mark.parametrize("start", [0, 50, 400, 499])
@pytest.mark.parametrize("length", [1, 40, 400])
def test_no_excerpt_is_wider_than_the_screen(letter: str, start: int, length: int) -> None:
    end = min(start + length, 500)
    text, carets = drawn((letter * 500)[:500], start, end, columns=40)
    assert width(text) <= 40
    assert len(carets) <= 40
    assert "^" in carets


def test_a_place_of_several_lines_shows_the_first() -> None:
    place = Place("x.md", Span(2, 9), Position(1, 3), Position(2, 4))
    found = excerpt(Source("x.md", "a table\nof two rows"), place, 60)
    assert (found.text, found.indent, found.carets) == ("a table", 2, 5)
