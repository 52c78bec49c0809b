"""Corrections in a text: only the named words change, and two never want one place."""

from __future__ import annotations

import pytest

from readyroom.linting.fixing import correct
from readyroom.model.report import Correction, Place, Replacement
from readyroom.model.text import Position, Source, Span

TEXT = "one two three"
NOWHERE = Position(1, 1)


def correction(*edits: tuple[int, int, str]) -> Correction:
    return Correction(
        "",
        tuple(
            Replacement(Place("x.md", Span(start, end), NOWHERE, NOWHERE), text)
            for start, end, text in edits
        ),
        safe=True,
    )


@pytest.mark.parametrize(
    ("corrections", "expected"),
    [
        ([], (TEXT, 0)),
        ([correction((0, 3, "1"))], ("1 two three", 1)),
        ([correction((0, 3, "1"), (8, 13, "3"))], ("1 two 3", 1)),
        ([correction((8, 13, "3")), correction((0, 3, "1"))], ("1 two 3", 2)),
        ([correction((13, 13, "!"))], ("one two three!", 1)),
        ([correction((4, 8, ""))], ("one three", 1)),
        # The second one waits for the next round.
        ([correction((0, 7, "1 2")), correction((4, 13, "2 3"))], ("1 2 three", 1)),
        ([correction((4, 4, "a ")), correction((4, 4, "b "))], ("one a two three", 1)),
        ([correction((0, 3, "1")), correction((3, 3, "!"))], ("1 two three", 1)),
        # All of a correction or nothing of it.
        ([correction((4, 7, "2")), correction((0, 3, "1"), (5, 6, "x"))], ("one 2 three", 1)),
        # The same one twice counts once; one that changes nothing does not count.
        ([correction((0, 3, "1")), correction((0, 3, "1"))], ("1 two three", 1)),
        ([correction((0, 3, "one"))], (TEXT, 0)),
    ],
)
def test_correct(corrections: list[Correction], expected: tuple[str, int]) -> None:
    assert correct(Source("x.md", TEXT), corrections) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [("a\nb\n", "x\ny"), ("a\r\nb\r\n", "x\r\ny"), ("a\rb\r", "x\ry"), ("a", "x\ny")],
)
def test_new_lines_end_like_the_others(text: str, expected: str) -> None:
    assert Source("x.md", text).with_own_line_ends("x\ny") == expected
