"""Reading: text or a value that says why not, never an exception and never a wait."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from readyroom.model.text import Source
from readyroom.workspace.files import MAX_BYTES, Unreadable, decode, read_source

Tree = Callable[[Mapping[str, str | bytes]], Path]


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"", Source("x.md", "")),
        (b"a\r\nb\n", Source("x.md", "a\r\nb\n")),
        ("\ufeff---\n".encode(), Source("x.md", "---\n", bom=True)),
        ("план 计划 🙂".encode(), Source("x.md", "план 计划 🙂")),
        (b"a" * MAX_BYTES, Source("x.md", "a" * MAX_BYTES)),
    ],
)
def test_text(data: bytes, expected: Source) -> None:
    assert decode("x.md", data) == expected


@pytest.mark.parametrize(
    ("data", "line", "column", "message"),
    [
        (b"\xff", 1, 1, "The file is not UTF-8: the byte FF here cannot be read."),
        (b"one\ntwo \xc3\xa9\xe9", 2, 6, "The file is not UTF-8: the byte E9 here cannot be read."),
        (b"one\r\ntwo\rx\xc3", 3, 2, "The file is not UTF-8: the byte C3 here cannot be read."),
        (b"\xef\xbb\xbfab\xff", 1, 3, "The file is not UTF-8: the byte FF here cannot be read."),
        ("plan".encode("utf-16"), 1, 1, "This file is saved as UTF-16, so it cannot be read."),
        (b"\xfe\xff\0p", 1, 1, "This file is saved as UTF-16, so it cannot be read."),
        (b"a\nb\0", 2, 2, "There is a NUL character here, so this is not a plain text file."),
        (b"\x89PNG\r\n\x1a\n\0", 1, 1, "This is not a text file, although its name ends in .md."),
        (b"a" * (MAX_BYTES + 1), 1, 1, "This file is over 256 KB, so it was not read."),
    ],
)
def test_no_text(data: bytes, line: int, column: int, message: str) -> None:
    found = decode("x.md", data)
    assert isinstance(found, Unreadable)
    assert (found.line, found.column, str(found.message)) == (line, column, message)
    assert not found.incomplete


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "x.md")
    found = read_source(tmp_path, "x.md")
    assert isinstance(found, Unreadable)
    assert str(found.message) == "This is not a regular file, although its name ends in .md."


def test_what_the_system_refuses_is_incomplete(tmp_path: Path) -> None:
    found = read_source(tmp_path, "gone.md")
    assert isinstance(found, Unreadable)
    assert found.incomplete
