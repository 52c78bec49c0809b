"""Live briefs that write to the same people are counted together, and both are told."""

from __future__ import annotations

from datetime import date

import pytest

from readyroom.linting.engine import lint
from readyroom.model.brief import Brief
from readyroom.model.playbook import Page, Playbook
from readyroom.model.text import Source
from readyroom.parsing.brief import parse_file

RULE = "channel-no-frequency-cap"
TODAY = date(2026, 11, 22)
PAGES = {
    "audiences/parents.md": "# Parents\n",
    "audiences/teachers.md": "# Teachers\n",
    "limits.md": "# Limits\n\nAt most 3 per week, all channels together.\n",
}


def brief(name: str, cap: str, **front: str) -> tuple[str, str]:
    keys = {
        "title": f"Brief {name}", "status": "live", "audience": "[parents]",
        "contact_policy": "limits.md", "launch": "2026-11-02", **front,
    }  # fmt: skip
    head = "\n".join(f"{key}: {value}" for key, value in keys.items())
    return f"{name}.md", f"---\n{head}\n---\n## Channels\n- email: read at breakfast, {cap}\n"


def told(*files: tuple[str, str]) -> list[tuple[str, list[str]]]:
    """Each brief that is told, with the other places that it is shown."""
    parsed = [parse_file(Source(path, text)) for path, text in (*PAGES.items(), *files)]
    playbook = Playbook(
        briefs=tuple(found for found in parsed if isinstance(found, Brief)),
        pages=tuple(found for found in parsed if isinstance(found, Page)),
        files=frozenset(PAGES) | {path for path, _ in files},
    )
    return [
        (found.place.path, [other.place.path for other in found.related])
        for found in lint(playbook, TODAY).diagnostics
        if found.rule == RULE
    ]


def test_both_are_told_where_the_other_one_is() -> None:
    found = told(brief("one", "at most 2 per week"), brief("two", "at most 2 per week"))
    assert found == [("one.md", ["two.md"]), ("two.md", ["one.md"])]


def test_one_alone_may_be_too_much() -> None:
    assert told(brief("one", "at most 4 per week")) == [("one.md", [])]


@pytest.mark.parametrize(
    "other",
    [
        {"audience": "[teachers]"},
        {"status": "ready"},
        {"ends": "2026-11-13"},
        {"launch": "2026-11-30"},
        {"kind": "transactional"},
        {"hold": "{since: 2026-11-01, reason: waits for the results}"},
    ],
    ids=str,
)
def test_only_what_reaches_the_same_people_this_week_counts(other: dict[str, str]) -> None:
    assert told(brief("one", "2 per week"), brief("two", "2 per week", **other)) == []


def test_rarer_messages_count_as_a_share() -> None:
    assert told(brief("one", "2 per week"), brief("two", "1 per month")) == []
