"""What a team sets, read from `readyroom.toml` or `[tool.readyroom]` in `pyproject.toml`."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from readyroom.linting.settings import LintSettings
from readyroom.model.playbook import ChannelKinds
from readyroom.workspace.rulebook import Rulebook


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
