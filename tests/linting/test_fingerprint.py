"""Keys of findings stay the same while the finding is about the same thing."""

from __future__ import annotations

import pytest

from readyroom.linting.fingerprint import Subjects, keys
from readyroom.model.brief import Brief
from readyroom.model.message import msg
from readyroom.model.rule import Finding
from readyroom.model.text import Source, Span
from readyroom.parsing.brief import parse_file

TEXT = """---
id: spring
title: Spring intake
status: planned
lint:
  ignore: []
---

## Why

Half of them never come back. Half of them never come back.

## Goals

- **G1** Raise awareness
- Raise   *interest*

## Metrics

| id | metric | target |
| --- | --- | --- |
| M1 | sign-ups | 500 |
| | clicks | |

## Odds and ends

Something else.
"""


def brief(text: str, path: str = "playbooks/spring.md") -> Brief:
    found = parse_file(Source(path, text))
    assert isinstance(found, Brief)
    return found


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("status", "key status"),
        ("ignore", "key lint"),
        ("Goals", "goals heading"),
        ("awareness", "goals G1"),
        ("interest", "goals raise interest"),
        ("500", "metrics M1"),
        ("clicks", "metrics clicks"),
        ("Half", "why half"),
        ("Odds", "odds and ends heading"),
        ("Something else", "odds and ends something else"),
    ],
)
def test_the_subject_of_a_place(words: str, expected: str) -> None:
    start = TEXT.index(words)
    assert Subjects(brief(TEXT)).of(Span(start, start + len(words))) == expected


def named(text: str, *words: str, path: str = "playbooks/spring.md") -> list[str]:
    places = [Span(text.index(one), text.index(one) + len(one)) for one in words]
    findings = [("some-rule", Finding(place, msg("Something."))) for place in places]
    return list(keys(brief(text, path), findings))


WORDS = ("status", "awareness", "clicks", "Something else")
GOALS = TEXT[TEXT.index("## Goals") : TEXT.index("## Metrics")]


@pytest.mark.parametrize(
    "changed",
    [
        TEXT.replace(GOALS, "") + "\n" + GOALS,
        TEXT.replace("## Why", "\n\n\n## Why\n\nA new beginning."),
        TEXT.replace("Raise awareness", "Raise awareness among helpers"),
        TEXT.replace("\n", "\r\n"),
        TEXT.replace("status: planned", "status: ready\nowner: ana"),
        TEXT.replace("| | clicks | |", "|  |   clicks |  |"),
    ],
    ids=["section moved", "lines added", "words of a goal", "line ends", "keys", "blanks"],
)
def test_an_edit_elsewhere_changes_nothing(changed: str) -> None:
    assert named(changed, *WORDS) == named(TEXT, *WORDS)


def test_another_file_name_changes_nothing() -> None:
    assert named(TEXT, *WORDS, path="playbooks/team/new.md") == named(TEXT, *WORDS)


def test_each_finding_has_its_own_key() -> None:
    places = (*WORDS, "awareness", "Raise", "interest")
    assert len(set(named(TEXT, *places))) == len(places)
