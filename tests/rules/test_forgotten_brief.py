"""A page that was probably meant to be a brief is reported once."""

from __future__ import annotations

from datetime import date

import pytest

from readyroom.linting.engine import lint
from readyroom.model.playbook import Page, Playbook
from readyroom.model.text import Source
from readyroom.parsing.brief import parse_file


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("## Goals\n\n## Audience\n\n## Metrics\n", ["front-matter-invalid"]),
        ("## Цели\n\n## Аудитория\n\n## Метрики\n\nо целях и людях\n", ["front-matter-invalid"]),
        ("## Goals\n\n## Audience\n", []),
        ("## Goals\n\n## Goals\n\n## Goals\n", []),
        ("# Goals, audience and metrics\n\n### Goals\n", []),
    ],
)
def test_a_forgotten_brief(body: str, expected: list[str]) -> None:
    page = parse_file(Source("playbooks/team/notes.md", body))
    assert isinstance(page, Page)
    report = lint(Playbook(pages=(page,)), date(2026, 11, 22))
    assert [found.rule for found in report.diagnostics] == expected
