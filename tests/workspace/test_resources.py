"""Templates: a team's own over the shipped ones."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from readyroom.workspace.errors import UserError
from readyroom.workspace.project import Project
from readyroom.workspace.resources import shipped_templates, template_texts

Tree = Callable[[Mapping[str, str | bytes]], Path]


def test_the_shipped_templates_are_found() -> None:
    assert "en.md.j2" in template_texts(Project(Path("/nowhere")), "briefs")


def test_a_teams_template_takes_the_place_of_the_shipped_one(tree: Tree) -> None:
    project = Project(tree({"templates/briefs/en.md.j2": "ours", "templates/briefs/x/y": "more"}))
    found = template_texts(project, "briefs")
    assert (found["en.md.j2"], found["x/y"]) == ("ours", "more")
    assert found["ru.md.j2"] == (shipped_templates() / "briefs/ru.md.j2").read_text("utf-8")


def test_a_template_that_is_no_text(tree: Tree) -> None:
    project = Project(tree({"templates/briefs/en.md.j2": b"\xff"}))
    with pytest.raises(UserError, match=r"en\.md\.j2 cannot be read"):
        template_texts(project, "briefs")
