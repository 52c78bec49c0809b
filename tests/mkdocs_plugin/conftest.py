"""Every test here builds with the plugin announced, whether or not Readyroom is installed."""

from __future__ import annotations

import sys
from collections.abc import Iterator

import pytest

from .playbook import announce


@pytest.fixture(scope="session")
def announced(tmp_path_factory: pytest.TempPathFactory) -> str | None:
    """The folder to put on the path of another process, if one is needed."""
    return announce(tmp_path_factory.mktemp("announced"))


@pytest.fixture(autouse=True)
def _announced_here(announced: str | None, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("NO_MKDOCS_2_WARNING", "1")
    if announced:
        monkeypatch.setattr(sys, "path", [announced, *sys.path])
    yield
