"""What a team sets, read from `readyroom.toml` or `[tool.readyroom]` in `pyproject.toml`."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from readyroom.linting.settings import LintSettings
from readyroom.model.playbook import ChannelKinds
from readyroom.workspace.rulebook import Rulebook


@dataclass(frozen=True, slots=True)
class Prose:
    """That `lint` asks Vale about wording.

    folder: where its `.vale.ini` is. required: whether it is a mistake if there is no Vale.
    program: where the settings say that it is; None to look for it. trusted: whether what is the
    team's own may be run.
    """

    folder: Path
    required: bool = False
    program: Path | None = None
    trusted: bool = True


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings of one project, checked.

    playbooks, templates: folders relative to the project.
    as_of: the day that counts as today; None for the real one.
    ui_lang: the language that messages are shown in; None for each brief's own.
    site_url: where the built site is published, ending in `/`; "" if unknown.
    channels: channel slugs that the team sorts by hand.
    lint: which rules run and how. strict: whether warnings fail the command.
    rulebook: all rules that there are, with those of the team.
    prose: how wording is checked; None if it is not.
    """

    playbooks: str = "playbooks"
    templates: str = "templates"
    as_of: date | None = None
    ui_lang: str | None = None
    site_url: str = ""
    channels: ChannelKinds = field(default_factory=ChannelKinds)
    lint: LintSettings = field(default_factory=LintSettings)
    strict: bool = False
    rulebook: Rulebook = field(default_factory=Rulebook)
    prose: Prose | None = None
