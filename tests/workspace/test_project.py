"""Which folder is the project."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from readyroom.workspace.errors import UserError
from readyroom.workspace.project import Project, find_project
from readyroom.workspace.settings import Settings

Tree = Callable[[Mapping[str, str | bytes]], Path]
STRICT = Settings(strict=True)


@pytest.mark.parametrize(
    ("files", "start", "root", "settings", "is_repository"),
    [
        ({"readyroom.toml": "strict = true", "a/b/x.md": ""}, "a/b/x.md", "", STRICT, True),
        ({"readyroom.toml": "strict = true", "a/b/x.md": ""}, "a/b", "", STRICT, True),
        ({"pyproject.toml": "[tool.readyroom]\nstrict = true"}, "", "", STRICT, True),
        ({"readyroom.toml": "strict = true", "pyproject.toml": "[tool.readyroom]"},
         "", "", STRICT, True),
        ({"readyroom.toml": "strict = true", "a/mkdocs.yml": ""}, "a", "a", Settings(), True),
        ({"mkdocs.yml": "", "pyproject.toml": "[project]"}, "", "", Settings(), True),
        ({"a/pyproject.toml": "[project]"}, "a", "a", Settings(), False),
        ({"a/new.md": ""}, "a/new.md", "a", Settings(), False),
        ({}, "not/there/yet.md", "not/there", Settings(), False),
    ],
)  # fmt: skip
def test_find_project(
    tree: Tree,
    files: Mapping[str, str],
    start: str,
    root: str,
    settings: Settings,
    is_repository: bool,
) -> None:
    folder = tree(files)
    expected = Project(folder / root, settings, is_repository)
    assert find_project(folder / start) == expected


def test_mkdocs_yml_is_never_loaded(tree: Tree) -> None:
    folder = tree({"mkdocs.yml": "x: !!python/object/apply:os.system ['touch ran']\n: : {"})
    assert find_project(folder).is_repository
    assert not (folder / "ran").exists()


def test_settings_named_by_hand_take_the_place_of_those_found(tree: Tree) -> None:
    folder = tree({"readyroom.toml": "", "ci.toml": "strict = true"})
    assert find_project(folder, folder / "ci.toml") == Project(folder, STRICT)


def test_wrong_settings_stop_the_search(tree: Tree) -> None:
    with pytest.raises(UserError, match="there is no setting"):
        find_project(tree({"readyroom.toml": "nonsense = 1"}))
