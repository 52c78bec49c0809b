"""Every test here builds with the plugin announced, whether or not Readyroom is installed."""

from __future__ import annotations

from importlib.metadata import EntryPoint

import pytest
from mkdocs.config.defaults import MkDocsConfig

from .playbook import announce


@pytest.fixture(scope="session")
def announced(tmp_path_factory: pytest.TempPathFactory) -> str | None:
    """The folder to put on the path of another process, if one is needed."""
    return announce(tmp_path_factory.mktemp("announced"))


@pytest.fixture(autouse=True)
def _announced_here(monkeypatch: pytest.MonkeyPatch) -> None:
    known = dict(MkDocsConfig._schema)["plugins"].installed_plugins
    entry = EntryPoint("readyroom", "readyroom.mkdocs_plugin:ReadyroomPlugin", "mkdocs.plugins")
    monkeypatch.setitem(known, "readyroom", entry)
    monkeypatch.setenv("NO_MKDOCS_2_WARNING", "1")
