"""Which folder is the project, and what its team has set."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path

from readyroom.workspace.settings import Settings
from readyroom.workspace.settings_file import settings_from, settings_table
from readyroom.workspace.toml_table import Table

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


def find_project(start: Path, config: Path | None = None, *, team_rules: bool = False) -> Project:
    """The project that `start` (a file or folder) belongs to.

    That is the nearest folder upwards with a `readyroom.toml`, a `pyproject.toml` that has a
    `[tool.readyroom]` table, or a `mkdocs.yml`. The last may run code when it is loaded, so only
    its presence counts here. Without any of them the folder itself is the project, with default
    settings. `config` names a settings file that is read in place of the one found. With
    `team_rules`, the rules of the folder that the settings name are loaded, which runs them.

    Raises UserError for settings that are wrong and for team rules that cannot be used.
    """
    here = Path(os.path.abspath(start))
    folder = here if here.is_dir() else here.parent
    found = next(filter(None, map(_found_at, (folder, *folder.parents))), None)
    root, table = found or (folder, None)
    if config is not None:
        table = settings_table(config)
    settings = (
        settings_from(table, root, team_rules=team_rules) if table is not None else Settings()
    )
    return Project(root, settings, is_repository=found is not None)


def _found_at(folder: Path) -> tuple[Path, Table | None] | None:
    """The folder with its settings if it is a project."""
    for name in _SETTINGS_FILES:
        if (folder / name).is_file() and (table := settings_table(folder / name)) is not None:
            return folder, table
    return (folder, None) if (folder / "mkdocs.yml").is_file() else None
