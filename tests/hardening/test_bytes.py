"""Cases 1-8 and 11-13: bytes, encodings, line ends, invisible characters."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from .cases import BODY, FIRST, HEAD, NEIGHBOUR, ODD, TEXT, Case, body, check, findings, front
from .cases import places, playbook, report, run

Tree = Callable[[Mapping[str, str | bytes]], Path]
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
    Case("12", f"{HEAD}---\n".encode(), "", 1, 1),
    Case("13", PNG, "unreadable-file", 1, 1, "not a text file"),
]  # fmt: skip


@pytest.fixture(scope="module")
def alone(tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, object]]:
    """What is found in the neighbour when nothing misbehaves."""
    root = tmp_path_factory.mktemp("alone")
    (root / "playbooks").mkdir()
    for name, text in playbook().items():
        (root / name).write_text(str(text), encoding="utf-8")
    return findings(report(root)[1], NEIGHBOUR)


@pytest.mark.parametrize("case", CASES, ids=str)
def test_odd_bytes(tree: Tree, case: Case, alone: list[dict[str, object]]) -> None:
    check(tree(playbook(case.data)), case, alone)
