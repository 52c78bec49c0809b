"""What is told about a body before it is parsed. Numbers: cases of the hardening suite."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from readyroom.model.text import Source
from readyroom.parsing.limits import Limits, check_text
from readyroom.parsing.limits.unclosed import unclosed_comment, unclosed_fence
from readyroom.parsing.markdown import parse

ROOT = Path(__file__).parents[2]
FRONT = "---\nid: a\nstatus: idea\n---\n"


def check(body: str) -> Limits:
    return check_text(Source("a.md", FRONT + body))


def found(body: str) -> list[tuple[int, int, str]]:
    source = Source("a.md", FRONT + body)
    problems = [
        (source.position(p.span.start), str(p.message)) for p in check_text(source).problems
    ]
    return [(place.line, place.column, message) for place, message in problems]


def seconds(body: str) -> float:
    """Processor time of a parse."""
    begin = time.process_time()
    parse(body)
    return time.process_time() - begin


def table(columns: int, rows: int, row: str = "") -> str:
    head = "|a" * columns + "|\n" + "|-" * columns + "|\n"
    return head + (row or "|a" * columns + "|\n") * rows


QUOTES = "Quotes are nested deeper than 50 levels."
LISTS = "Lists are nested deeper than 40 levels."
LEVELS = "Lists and quotes are nested too deep to be read."
BRACKETS = "This part is too complex: it has too many square brackets in one paragraph."
COST = "The text is too complex to be read in time: too many lines, cells and signs."
COLUMNS = "The table is too large: it has more than 200 columns."
CELLS = "The table is too large: it has more than 100000 cells."
SHORT_ROWS = "The rows of this table have far fewer cells than its head."
LINE = "This line is too long: it has more than 100000 characters."
SIZE = "The file is over 256 KB."

REFUSED = {
    "11 one line of 1 MB": ("x" * 1_000_000, 1, SIZE),
    "11 a line too long": ("short\n" + "x " * 50_001, 6, LINE),
    "29 quotes": ("text\n\n" + "> " * 10_000 + "GOAL", 7, QUOTES),
    "29 quotes without blanks": (">" * 51 + "GOAL", 5, QUOTES),
    "30 lists in one line": ("- " * 10_000 + "GOAL", 5, LISTS),
    "30 lists by indentation": ("".join("  " * n + "- a\n" for n in range(400)), 45, LISTS),
    "30 lists by tabs": ("".join("\t" * n + "- a\n" for n in range(400)), 45, LISTS),
    "30 numbered lists": ("1. " * 41 + "GOAL", 5, LISTS),
    "30 lists in quotes": (">" * 30 + "- " * 35 + "GOAL", 5, LEVELS),
    "31 open brackets": ("text\n\n" + "[" * 20_000, 7, BRACKETS),
    "31 open images": ("![a](" * 10_000, 5, BRACKETS),
    "31 open targets": ("[a](<" * 10_000, 5, BRACKETS),
    "31 brackets hidden by code": ("[`]` " * 10_000, 5, BRACKETS),
    "31 brackets hidden by targets": ("[[a](]) " * 10_000, 5, BRACKETS),
    "31 brackets hidden by backslashes": ("[\\] " * 20_000, 5, BRACKETS),
    "31 brackets on many lines": ("[a\n" * 10_000, 5, BRACKETS),
    "32 emphasis": ("*a_ \n" * 40_000, 5, COST),
    "33 a table of 1,000 columns": (table(1000, 1000, "a\n"), 5, COLUMNS),
    "33 short rows": (table(200, 1000, "a\n"), 17, SHORT_ROWS),
    "34 too many cells": (table(150, 700), 672, CELLS),
    "34 200,000 rows": (table(1, 60_000), 5, COST),
    "lazy lines in quotes": (">" * 50 + "a\n" + "b\n" * 10_000, 5, COST),
    "quotes read again and again": ("> ---\na\n" * 2_000, 5, COST),
    "tasks": ("- [ ] a\n" * 20_000, 5, COST),
    "comments that never close": ("<!-- a\n" * 20_000, 5, COST),
    "many lines": ("a\n" * 100_000, 5, COST),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_must_not_be_parsed(name: str) -> None:
    body, line, message = REFUSED[name]
    limits = check(body)
    assert limits.fatal
    assert (line, 1, message) in found(body)


ACCEPTED = {
    "29 50 quotes": ">" * 50 + "GOAL",
    "30 40 lists": "- " * 40 + "GOAL",
    "30 40 lists by indentation": "".join("  " * n + "- a\n" for n in range(39))
    + "  " * 39
    + "- GOAL",
    "30 lists in quotes": ">" * 30 + "- " * 34 + "GOAL",
    "30 code far to the right": "".join(" " * 90 + "- a\n" for _ in range(50)) + "\nGOAL",
    "31 a few brackets": "[" * 300 + "GOAL",
    "31 links": ("a [link](https://example.org/a?b=c) and " * 20 + "\n\n") * 100 + "GOAL",
    "31 a list of links": "- [link](a.md): what it `says` ([more](b.md))\n" * 1_500 + "GOAL",
    "32 emphasis": ("*a_ " * 500 + "\n") * 20 + "GOAL",
    "33 a wide table": table(200, 20) + "\nGOAL",
    "34 a long table": table(6, 3_000) + "\nGOAL",
    "35 code": "```\n" + "if (a[b[c]]) { d[e] }\n" * 2_000 + "```\nGOAL",
    "prose": ("word " * 15 + "\n") * 2_500 + "\nGOAL",
    "sections": "## Heading\n\nSome text with **weight** and `code`.\n\n" * 3_000 + "GOAL",
}


@pytest.mark.parametrize("name", ACCEPTED)
def test_what_is_parsed_is_whole_and_in_time(name: str) -> None:
    body = ACCEPTED[name]
    assert found(body) == []
    assert seconds(body) < 3
    assert any("GOAL" in token.content for token in parse(body))


# Head of a text and what is repeated behind it as often as it is accepted.
NEARLY = {
    "brackets": ("", "[a\n"),
    "images": ("", "!["),
    "emphasis": ("", "*_\n"),
    "rows": ("|a|b|\n|-|-|\n", "|a|b|\n"),
    "items": ("", "- a\n"),
    "lazy lines": (">" * 50 + "a\n", "b\n"),
    "tasks": ("", "- [ ] a\n"),
    "mails": ("", "<a@b.c> \n"),
    "links": ("", "[](b)\n"),
    "quotes": ("", "> ---\na\n"),
}


@pytest.mark.parametrize(("head", "unit"), NEARLY.values(), ids=NEARLY)
def test_29_to_34_the_most_that_is_accepted_parses_in_time(head: str, unit: str) -> None:
    low, high = 50, 200_000 // len(unit)
    while high - low > low // 10:
        middle = (low + high) // 2
        if check(head + unit * middle).fatal:
            high = middle
        else:
            low = middle
    assert low > 50
    assert seconds(head + unit * low) < 3


def test_refusing_is_fast() -> None:
    begin = time.process_time()
    for body, _, _ in REFUSED.values():
        check(body)
    assert time.process_time() - begin < 0.3 * len(REFUSED)


@pytest.mark.parametrize(
    "path",
    sorted([*ROOT.glob("playbooks/**/*.md"), *ROOT.glob("*.md")]),
    ids=lambda path: path.name,
)
def test_ordinary_texts_have_no_problems(path: Path) -> None:
    assert check_text(Source(path.name, path.read_text("utf-8"))) == Limits()


@pytest.mark.parametrize(
    "char", ["\x00", "\x1b", "\x07", "\x0b", "\x7f", "\x9b", "\u202e", "\u2066"]
)
def test_5_7_invisible_characters(char: str) -> None:
    name = f"<U+{ord(char):04X}>"
    assert found(f"text\n\nab{char}c") == [
        (7, 3, f"The invisible character {name} may not stand here.")
    ]
    assert not check(char).fatal


def test_characters_of_the_front_matter_are_left_to_its_reader() -> None:
    assert check_text(Source("a.md", "---\ntitle: a\x00b\n---\ntext\n")) == Limits()


def test_ordinary_invisible_characters_are_fine() -> None:
    assert found("tab\tand nbsp\xa0, joiner \u200d, mark \u200f, next line \x85\r\nend\r") == []


FENCES = [
    ("```\ncode\n```\n", None),
    ("```\ncode\n", 0),
    ("text\n\n~~~ js\ncode\n```\n", 2),
    ("````\n```\n", 0),
    ("````\n```\n````\n", None),
    ("```\n    ```\n", 0),
    ("```\n> ```\n", 0),
    ("``` a`b\ntext\n", None),
    ("    ```\ncode\n", None),
    ("- ```\n  code\n\ntext\n", None),
    ("- ```\n  code\n", 0),
    ("- a\n\n  ```\n  code\n  ```\n", None),
    ("> ```\n> code\n\ntext\n", None),
    ("> ```\n> code", 0),
    ("1. a\n   ```\n   code\n   ```\n", None),
    ("```\n```\n```\n", 2),
]


@pytest.mark.parametrize(("text", "line"), FENCES)
def test_35_unclosed_fences(text: str, line: int | None) -> None:
    fence = unclosed_fence(text.split("\n"))
    assert (fence.line if fence else None) == line


def test_35_swallowed_headings_are_listed() -> None:
    assert found("# T\n\n  ```js\n## Goals\n- G1\n### Sub ##\n#no\n## Metrics") == [
        (
            7,
            3,
            "The code block that begins here is never closed. "
            "It swallows these headings: Goals, Sub, Metrics.",
        )
    ]
    assert not check("```\n## Goals").fatal


COMMENTS = [
    ("<!-- a -->\n", None),
    ("<!-- a\nb -->\n<!-- c\n## Goals", 2),
    ("a <!-- b\n", None),
    ("```\n<!-- a\n```\n<!-- b -->", None),
    ("```\n<!-- a\n", None),
    ("`<!--` starts a comment", None),
    ("  <!-- a\n", 0),
]


@pytest.mark.parametrize(("text", "line"), COMMENTS)
def test_35_unclosed_comments(text: str, line: int | None) -> None:
    comment = unclosed_comment(text.split("\n"))
    assert (comment.line if comment else None) == line


def test_12_empty_files() -> None:
    for text in ("", "\n", "---\nid: a\n---", "---\nid: a\n---\n", " \t "):
        assert check_text(Source("a.md", text)) == Limits()


PIECES = st.sampled_from(
    ["[", "]", "](", "(b)", "`", "```\n", "~~~", "|", "|-|\n", "- ", "> ", "1. ", "\n", "\n\n", "*",
     "_", "<", "<!--", "-->", "a", " ", "\t", "# ", "\\", "\r", "\x00", "\u202e", "[ ] ", "  "]
)  # fmt: skip


@given(st.lists(PIECES, max_size=40).map("".join), st.integers(1, 200))
@settings(max_examples=60, deadline=None)
def test_never_raises_and_what_is_accepted_parses(piece: str, times: int) -> None:
    source = Source("a.md", piece * times)
    limits = check_text(source)
    assert all(0 <= p.span.start <= p.span.end <= len(source.text) for p in limits.problems)
    assert limits.fatal or seconds(source.text) < 3
