"""Ids that a brief defines and mentions, and where its links lead."""

from __future__ import annotations

import pytest

from readyroom.model.brief import Brief
from readyroom.model.links import Lost, is_relative, lost, resolve
from readyroom.model.playbook import Page, Playbook
from readyroom.model.references import close_names, definitions, mentions, repeated
from readyroom.model.text import Source
from readyroom.parsing.brief import parse_file

DEFINED = """## Goals
- **G1** first
  - G1.1 nested
- **G1** again

## Audience
| id | who |
| --- | --- |
| S1 | helpers |

| id | not for |
| --- | --- |
| S1 | schools |

## Metrics
| id | metric |
| --- | --- |
| M1 | shifts |
| M1 | calls |

## Results
| metric | actual |
| --- | --- |
| M7 | 4 |

## Log
| date | type | id |
| --- | --- | --- |
| 2026-11-01 | reading | M8 |
"""


def read(body: str, path: str = "playbooks/a/brief.md") -> Brief:
    brief = parse_file(Source(path, f"---\nid: brief\nstatus: idea\nlang: en\n---\n{body}"))
    assert isinstance(brief, Brief)
    return brief


def test_ids_are_defined_where_they_are_at_home() -> None:
    found = definitions(read(DEFINED))
    assert {name: len(items) for name, items in found.items()} == {
        "G1": 2,
        "G1.1": 1,
        "M1": 2,
        "S1": 2,
    }


def test_a_segment_may_stand_in_two_tables_and_a_goal_in_one_list_only() -> None:
    found = definitions(read(DEFINED))
    twice = {name: [item.text for item in repeated(items)] for name, items in found.items()}
    assert twice == {"G1": ["G1 again"], "G1.1": [], "M1": ["M1 | calls"], "S1": []}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("G1, M2 and G1.1.", ["G1", "M2", "G1.1"]),
        ("G1–G3, E1/E2 (R4)", ["G1", "G3", "E1", "E2", "R4"]),
        ("照G1和M2做", ["G1", "M2"]),
        ("spring-intake#L1 and L2", ["spring-intake#L1", "L2"]),
        ("`G1` is code", []),
        ("B2B, G2B, H1, S-07, T-3, D+7, 54M1, E2E, v4.14", []),
        ("M1-based, E2.md, spring.md#L1, notes/E2.txt", []),
        ("an A4 poster, D7 retention, level A2, the G20", []),
        ("see (A2), (E1, A4)", ["A2", "E1", "A4"]),
        ("2027-01-18T09:00", []),
    ],
)
def test_mentions(text: str, expected: list[str]) -> None:
    found = [
        f"{mention.brief}#{mention.id}" if mention.brief else mention.id
        for mention in mentions(read(f"## Why\n{text}\n"))
    ]
    assert found == expected


def test_quotes_and_code_blocks_mention_nothing() -> None:
    assert list(mentions(read("## Why\n> G9\n\n```\nG8\n```\n"))) == []


def test_a_mention_knows_its_place() -> None:
    brief = read("## Why\nas *spring-intake#L1* says\n")
    (found,) = mentions(brief)
    text = brief.source.text
    assert [text[s.start : s.end] for s in (found.brief_span, found.span)] == [
        "spring-intake",
        "L1",
    ]


@pytest.mark.parametrize(
    ("target", "relative"),
    [
        ("notes.md", True),
        ("../a/b.md#c", True),
        ("#c", True),
        ("https://x.example/a", False),
        ("mailto:a@x.example", False),
        ("//x.example", False),
        ("/board", False),
        ("", False),
    ],
)
def test_is_relative(target: str, relative: bool) -> None:
    assert is_relative(target) is relative


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        ("c.md", "a/b/c.md"),
        ("./c.md", "a/b/c.md"),
        ("../c.md", "a/c.md"),
        ("../../c.md", "c.md"),
        ("../../../c.md", None),
        ("../", "a"),
    ],
)
def test_resolve(target: str, expected: str | None) -> None:
    assert resolve("a/b/brief.md", target) == expected


PAGE = Page("playbooks/strategy.md", "Strategy", anchors=frozenset({"aims"}))
OTHER = read("## Goals\n- **G1** x\n", "playbooks/b/other.md")
FILES = frozenset({"playbooks/a/brief.md", "playbooks/b/other.md", PAGE.path, "pic.png"})


@pytest.mark.parametrize(
    ("target", "reason"),
    [
        ("../strategy.md", None),
        ("../strategy.md#aims", None),
        ("../strategy.md#goals", Lost.ANCHOR),
        ("../b/other.md#goals", None),
        ("../b/other.md#G1", None),
        ("../b/other.md#G2", Lost.ANCHOR),
        ("../b/", None),
        ("../../", None),
        ("../../pic.png#x", None),
        ("#why", None),
        ("#small-heading", None),
        ("#nowhere", Lost.ANCHOR),
        ("other.md", Lost.FILE),
        ("../../../etc/passwd", Lost.OUTSIDE),
    ],
)
def test_lost_links(target: str, reason: Lost | None) -> None:
    brief = read("## Why\ntext\n\n### Small heading\ntext\n")
    assert lost(brief, target, Playbook((brief, OTHER), (PAGE,), FILES)) is reason


def test_a_single_file_without_a_project_breaks_no_links() -> None:
    brief = read("## Why\ntext\n")
    assert lost(brief, "elsewhere.md", Playbook((brief,))) is None


def test_close_names() -> None:
    assert close_names("OBJ-2027-9", ["OBJ-2027-2", "other", "OBJ-2027-1"])[0].startswith("OBJ")
    assert close_names("zzz", ["alpha", "beta"]) == ()
