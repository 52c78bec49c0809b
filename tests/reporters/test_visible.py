"""Text from briefs and file names cannot act on the screen or on a build server."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readyroom.reporters.terminal.visible import path, sentence, spelled, width

# How a build server finds commands: the first after trimming a line, the second anywhere in it.
_COMMANDS = re.compile(r"^\s*::\w|##\w*\[")
_HARMFUL = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("plain, with цифры 3 и 中文", "plain, with цифры 3 и 中文"),
        ("two\nlines\tand  more", "two lines and  more"),
        ("\x1b[31mred\x07", r"\x1b[31mred\x07"),
        ("a\u202eb\u2066c\u200b", "a<U+202E>b<U+2066>c<U+200B>"),
        ("family 👩\u200d👧", "family 👩\u200d👧"),
        ("x ##[add-mask]y", r"x #\x23[add-mask]y"),
        ("##vso[task.x]", r"#\x23vso[task.x]"),
        ("## Goals", "## Goals"),
        ("::error::x", r"\x3a:error::x"),
        ("\n ::error::x", r"\x3a:error::x"),
        ("tag \U000e0041", "tag <U+E0041>"),
    ],
)
def test_sentence(text: str, expected: str) -> None:
    assert sentence(text) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("playbooks/план 1.md", "playbooks/план 1.md"),
        ("x\n::error::pwned.md", r"x\n::error::pwned.md"),
        ("::error::x.md", r"\x3a:error::x.md"),
        ("caf\udce9.md", r"caf\xe9.md"),
    ],
)
def test_path(name: str, expected: str) -> None:
    assert path(name) == expected


@given(st.text(alphabet=st.sampled_from("#[]: \n\r\t\x1b\u2028\u202eavso中\ud800"), max_size=40))
def test_nothing_harmful_comes_through(text: str) -> None:
    for shown in (sentence(text), path(text)):
        assert not _COMMANDS.search(shown)
        assert not _HARMFUL.search(shown)
        shown.encode()


@pytest.mark.parametrize(("text", "columns"), [("abc", 3), ("中文", 4), ("e\u0301", 1), ("🙂", 2)])
def test_width(text: str, columns: int) -> None:
    assert width(text) == columns


def test_spelled() -> None:
    assert [spelled(c) for c in "a\x1b\x9b\u202e\ud800"] == [
        "a", r"\x1b", r"\x9b", "<U+202E>", "<U+D800>",
    ]  # fmt: skip
