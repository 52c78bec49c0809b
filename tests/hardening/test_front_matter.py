"""Cases 6 and 14-28: front matter that YAML chokes on, misreads or runs."""

from __future__ import annotations

import json
import time
from pathlib import Path
from typing import Any

import pytest

from .cases import (
    FIRST,
    HEAD,
    ODD,
    TEXT,
    Case,
    check,
    findings,
    front,
    playbook,
    report,
    run,
    write,
)

INVALID = "front-matter-invalid"


def bombs(levels: int) -> str:
    """Lists of references to the list before, nine at a time."""
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x]\n"]
    for level in range(1, levels):
        inside = ", ".join([f"*a{level - 1}"] * 9)
        lines.append(f"a{level}: &a{level} [{inside}]\n")
    return "".join(lines)


def invalid(number: str, keys: str, line: int, column: int, says: str) -> Case:
    """A case whose finding stands `line` lines below the first line that it adds."""
    return Case(number, front(keys), INVALID, FIRST + line, column, says)


CASES = [
    invalid("6", 'tags: "\\ud800"\n', 0, 8, "A backslash has a meaning of its own"),
    invalid("6b", 'tags: "\\0"\n', 0, 7, "a control character"),
    Case("14", f"{HEAD}\n{TEXT}".encode(), INVALID, 1, 1, "the second line with `---` is missing"),
    Case("14b", f"{HEAD}----\n\n{TEXT}".encode(), INVALID, 1, 1, "never closed"),
    Case("14c", b"\n" + front(""), INVALID, 2, 1, "does not begin with `---` on line 1"),
    Case("15 list", f"---\n- id: odd-one\n- status: idea\n---\n\n{TEXT}".encode(),
         INVALID, 2, 1, "The front matter is a list"),
    Case("15 text", f"---\nstatus idea\n---\n\n{TEXT}".encode(),
         INVALID, 2, 1, "This line has no key"),
    Case("15 two", f"{HEAD}---\nkind: launch\n---\n\n{TEXT}".encode(),
         INVALID, FIRST + 1, 1, "A second block of keys follows"),
    invalid("16", "title: Another title\n", 0, 1, f"on line 3 and on line {FIRST}"),
    invalid("16b", "team: {data: jo, data: lea}\n", 0, 18, "`data` is written twice"),
    invalid("18", "launch: 2026-02-30\n", 0, 9, "2026-02-30 is not a date"),
    invalid("18b", "launch: 25:61:61\n", 0, 9, "25:61:61 is not a date"),
    invalid("18c", "updated: 2026-11-22 10:00:00 +99:99\n", 0, 10, "is not a date"),
    invalid("19", f"capacity: {'9' * 5000}\n", 0, 11, "more than 100 digits"),
    invalid("20", "capacity: !!int x\n", 0, 11, "Tags are not allowed"),
    invalid("20b", "capacity: !!float x\n", 0, 11, "Tags are not allowed"),
    invalid("20c", 'capacity: !!int ""\n', 0, 11, "Tags are not allowed"),
    invalid("20d", "updated: !!timestamp x\n", 0, 10, "Tags are not allowed"),
    invalid("20e", "capacity: !!bool maybe\n", 0, 11, "Tags are not allowed"),
    invalid("20f", 'tags: "\\U7fffffff"\n', 0, 8, "A backslash has a meaning of its own"),
    invalid("21", "tags: !!python/object/apply:os.system ['touch ran']\n", 0, 7,
            "Tags are not allowed"),
    invalid("21b", "!!python/name:os.system : x\n", 0, 1, "Tags are not allowed"),
    invalid("22", bombs(9), 0, 5, "Anchors are not allowed"),
    invalid("22b", bombs(9), 1, 10, "Aliases are not allowed"),
    invalid("23", "a: &a [*a]\n", 0, 8, "Aliases are not allowed"),
    invalid("23b", "a: &a {<<: *a}\n", 0, 8, "The merge key `<<` is not allowed"),
    invalid("24", f"tags: {'[' * 1000}\n", 0, 26, "nested deeper than 20"),
    invalid("24b", f"tags: {'[' * 60_000}\n", 0, 26, "nested deeper than 20"),
    invalid("24c", f"tags: {'[' * 100_000}\n", 0, 26, "nested deeper than 20"),
    invalid("24d", f"tags:\n{'- ' * 30_000}x\n", 1, 39, "nested deeper than 20"),
    invalid("24e", f"tags: {'{a: ' * 15_000}\n", 0, 83, "nested deeper than 20"),
    invalid("25", "team:\n\tcontent: lea\n", 1, 1, "indented with a tab"),
    invalid("26", "[a, b]: c\n", 0, 1, "where a key is expected"),
    invalid("26b", "? {a: b}\n: c\n", 0, 3, "where a key is expected"),
    invalid("27", "budget: {amount: .inf, currency: EUR}\n", 0, 18, "not a finite number"),
    invalid("27b", "capacity: .nan\n", 0, 11, "not a finite number"),
    Case("28", front("".join(f"k{i}: v\n" for i in range(10_000))), INVALID, 2, 1, "over 64 KB"),
    Case("28b", front(f"tags: {'x' * 1_000_000}\n"), "unreadable-file", 1, 1, "over 256 KB"),
    Case("28c", front(f"tags: {'x' * 90_000}\n"), INVALID, 2, 1, "over 64 KB"),
]  # fmt: skip


@pytest.mark.parametrize("case", CASES, ids=str)
def test_odd_front_matter(tmp_path: Path, case: Case, alone: list[dict[str, Any]]) -> None:
    root = write(tmp_path, playbook(case.data))
    found = check(root, case, alone)
    assert not (root / "ran").exists()
    (odd,) = [one for one in found["briefs"] if one["path"] == ODD] or [{"status": "idea"}]
    assert odd["status"] == "idea"


@pytest.mark.parametrize(
    ("number", "key", "written"),
    [
        ("17 NO", "owner", "NO"),
        ("17 yes", "owner", "yes"),
        ("17 version", "title", "1.10"),
        ("17 octal", "title", "010"),
        ("17 time", "title", "12:30"),
        ("17 seconds", "title", "1_000"),
        ("17 hexadecimal", "title", "0x1F"),
        ("17 null", "title", "Null island"),
    ],
)
def test_17_what_is_written_is_kept(tmp_path: Path, number: str, key: str, written: str) -> None:
    lines = [f"{key}: {written}" if row.startswith(f"{key}:") else row for row in HEAD.split("\n")]
    data = "\n".join(lines) + f"---\n\n{TEXT}"
    _, found = report(write(tmp_path, playbook(data.encode())))
    assert [one[key] for one in found["briefs"] if one["path"] == ODD] == [written]
    assert [one for one in findings(found, ODD) if one["message"].endswith("not a date.")] == []


def test_17_a_key_called_yes_is_not_true(tmp_path: Path) -> None:
    _, found = report(write(tmp_path, playbook(front("yes: x\non: y\n"))))
    said = [one["message"] for one in findings(found, ODD) if one["line"] >= FIRST]
    assert [word for word in ("`yes`", "`on`") if not any(word in one for one in said)] == []


def test_22_a_bomb_costs_no_time(tmp_path: Path) -> None:
    root = write(tmp_path, playbook(front(bombs(9))))
    report(root)
    started = time.perf_counter()
    result = run(root, "lint", "--output-format=json", str(root))
    assert (time.perf_counter() - started < 0.5, len(result.stdout) < 200_000) == (True, True)
    assert json.loads(result.stdout)["summary"]["incomplete"] == 0


def test_a_status_behind_a_broken_line_still_counts(tmp_path: Path) -> None:
    data = f"---\nid: odd-one\ntitle: [a\nstatus: idea\nlang: en\n---\n\n{TEXT}".encode()
    _, found = report(write(tmp_path, playbook(data)))
    assert [one["status"] for one in found["briefs"] if one["path"] == ODD] == ["idea"]
