"""Cases 1-8 and 11-13: bytes, encodings, line ends, invisible characters."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from .cases import (
    BODY,
    FIRST,
    HEAD,
    ODD,
    Case,
    body,
    check,
    front,
    places,
    playbook,
    report,
    run,
    write,
)

PLAIN = body("")
PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01"

CASES = [
    Case("1", body("") + b"Bad \xff byte\n", "unreadable-file", BODY, 5, "not UTF-8: the byte FF"),
    Case("1b", front("tags: caf\xe9\n").decode().encode("latin-1"),
         "unreadable-file", FIRST, 10, "not UTF-8: the byte E9"),
    Case("2", b"\xff\xfe" + PLAIN.decode().encode("utf-16-le"),
         "unreadable-file", 1, 1, "saved as UTF-16"),
    Case("2b", b"\xfe\xff" + PLAIN.decode().encode("utf-16-be"),
         "unreadable-file", 1, 1, "saved as UTF-16"),
    Case("2c", PLAIN.decode().encode("utf-16-le"), "unreadable-file", 1, 2, "a NUL character"),
    Case("5", body("a\0b\n"), "unreadable-file", BODY, 2, "a NUL character"),
    Case("5b", front("tags: a\0b\n"), "unreadable-file", FIRST, 8, "a NUL character"),
    Case("5c", body("a\x1b[31mb\n"), "unreadable-text", BODY, 2, "<U+001B>"),
    Case("5d", front("tags: a\x07b\n"), "front-matter-invalid", FIRST, 8, "<U+0007>"),
    Case("5e", body("a\x7f\x80b\n"), "unreadable-text", BODY, 3, "<U+0080>"),
    Case("7", body("- \u202eabc\n"), "unreadable-text", BODY, 3, "<U+202E>"),
    Case("7b", body("- a\u2066b\n"), "unreadable-text", BODY, 4, "<U+2066>"),
    Case("7c", front("tags: a\u202eb\n"), "front-matter-invalid", FIRST, 8, "<U+202E>"),
    Case("11", body("x" * 1_000_000), "unreadable-file", 1, 1, "over 256 KB"),
    Case("11b", body("x" * 200_000), "unreadable-text", BODY, 1, "too long"),
    Case("13", PNG, "unreadable-file", 1, 1, "not a text file"),
]  # fmt: skip


@pytest.mark.parametrize("case", CASES, ids=str)
def test_odd_bytes(tmp_path: Path, case: Case, alone: list[dict[str, Any]]) -> None:
    check(write(tmp_path, playbook(case.data)), case, alone)


MANY = PLAIN.replace(b"status: idea", b"status: planned").replace(b"noor", b"a team")
ALIKE = [
    ("3", b"\xef\xbb\xbf" + MANY),
    ("4 CRLF", MANY.replace(b"\n", b"\r\n")),
    ("4 CR", MANY.replace(b"\n", b"\r")),
    ("4 mixed", MANY.replace(b"\n", b"\r\n", 9).replace(b"\n\n", b"\n\r")),
    ("4 last line", MANY.rstrip(b"\n")),
    ("8 soft hyphen", MANY.replace(b"## Goals", "## Go\u00adals".encode())),
    ("8 emoji", MANY.replace(b"## Goals", "## Goals \U0001f469\u200d\U0001f33e".encode())),
]


@pytest.mark.parametrize(("number", "data"), ALIKE, ids=[number for number, _ in ALIKE])
def test_the_same_brief_in_other_bytes(tmp_path: Path, number: str, data: bytes) -> None:
    plain = report(write(tmp_path / "plain", playbook(MANY)))
    odd = report(write(tmp_path / "odd", playbook(data)))
    assert places(odd[1], ODD) == places(plain[1], ODD)
    assert len(places(odd[1], ODD)) > 5
    assert odd[0] == plain[0] == 1


EMPTY = [b"", b" \n\t\n\xe3\x80\x80\n", b"\xef\xbb\xbf", b"---\n---\n"]


@pytest.mark.parametrize("data", EMPTY)
def test_12_an_empty_file_in_the_playbook(
    tmp_path: Path, data: bytes, alone: list[dict[str, Any]]
) -> None:
    case = Case("12", data, "front-matter-invalid", 1, 1, "This file is empty.")
    check(write(tmp_path, playbook(data)), case, alone)


@pytest.mark.parametrize("data", EMPTY)
def test_12_an_empty_plan_named_by_hand(tmp_path: Path, data: bytes) -> None:
    root = write(tmp_path, {**playbook(), "drafts/empty.md": data})
    result = run(root, "lint", str(root / "drafts/empty.md"))
    assert (result.exit_code, "drafts/empty.md:1:1 error[goal-missing]" in result.stdout) == (
        1,
        True,
    )


def test_12_nothing_but_front_matter(tmp_path: Path, alone: list[dict[str, Any]]) -> None:
    data = f"{HEAD}---\n".replace("status: idea", "status: planned").encode()
    check(write(tmp_path, playbook(data)), Case("12", data, "goal-missing", 4, 1), alone)


GOALS = FIRST + 6  # the line of this heading
LOOK_ALIKES = [
    ("8 zero width", "## Go\u200bals", 6, "a character that nobody can see"),
    ("8 joiner", "## Goals\u2060", 9, "a character that nobody can see"),
    ("8 tag", "## Goals\U000e0041", 9, "a character that nobody can see"),
    ("9 Cyrillic o", "## G\u043eals", 4, "“Goals” has letters of two alphabets"),
    ("9 Cyrillic G", "## Goal\u0455", 4, "“Goals” has letters of two alphabets"),
    ("10", "##Goals", 1, "A space is missing after the #"),
    ("10 ideographic", "#\u3000Goals", 1, "A space is missing after the #"),
    ("10 no break", "##\u00a0Goals", 1, "A space is missing after the #"),
]


@pytest.mark.parametrize(("number", "written", "column", "says"), LOOK_ALIKES)
def test_a_heading_that_only_looks_right(
    tmp_path: Path,
    number: str,
    written: str,
    column: int,
    says: str,
    alone: list[dict[str, Any]],
) -> None:
    data = PLAIN.decode().replace("## Goals", written).encode()
    case = Case(number, data, "look-alike-heading", GOALS, column, says)
    found = check(write(tmp_path, playbook(data)), case, alone)
    missing = [one for one in places(found, ODD) if one[0] == "goal-missing"]
    assert missing == [] or number.startswith("9")
