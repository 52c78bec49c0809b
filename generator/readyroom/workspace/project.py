"""Which folder is the project, and what its team has set."""

from __future__ import annotations

import os
from dataclasses import dataclass, field, replace
from pathlib import Path

from readyroom.workspace.settings import Settings
from readyroom.workspace.settings_file import read_settings

_SETTINGS_FILES = ("readyroom.toml", "pyproject.toml")


@dataclass(frozen=True, slots=True)
class Project:
    """A folder with its settings.

    `is_repository` is False for a folder that nobody has set up for Readyroom: then only what is
    named on the command line is read.
    """

    root: Path
    settings: Settings = field(default_factory=Settings)
    is_repository: bool = True

    @property
    def playbooks(self) -> Path:
        """The folder with the briefs and pages that people read."""
        return self.root / self.settings.playbooks

    @property
    def templates(self) -> Path:
        """The folder with the team's own templates; it need not exist."""
        return self.root / self.settings.templates


def find_project(start: Path, config: Path | None = None) -> Project:
    """The project that `start` (a file or folder) belongs to.

    That is the nearest folder upwards with a `readyroom.toml`, a `pyproject.toml` that has a
    `[tool.readyroom]` table, or a `mkdocs.yml`. The last may run code when it is loaded, so only
    its presence counts here. Without any of them the folder itself is the project, with default
    settings. `config` names a settings file that is read in place of the one found.

    Raises UserError for settings that are wrong.
    """
    here = Path(os.path.abspath(start))
    folder = here if here.is_dir() else here.parent
    found = next(filter(None, map(_project_at, (folder, *folder.parents))), None)
    project = found or Project(folder, is_repository=False)
    if config is None:
        return project
    return replace(project, settings=read_settings(config) or Settings())


def _project_at(folder: Path) -> Project | None:
    for name in _SETTINGS_FILES:
        if (folder / name).is_file():
            settings = read_settings(folder / name)
            if settings is not None:
                return Project(folder, settings)
    return Project(folder) if (folder / "mkdocs.yml").is_file() else None
