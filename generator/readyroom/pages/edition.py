"""One edition of the site: everything that its pages may look at, as values."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from jinja2 import Environment

from readyroom.linting.settings import LintSettings
from readyroom.model.brief import Brief
from readyroom.model.message import Translator, untranslated
from readyroom.model.playbook import Playbook
from readyroom.model.report import BriefReport, Diagnostic, Report
from readyroom.pages.addresses import Addresses
from readyroom.rules import RegisteredRule

HOME = "index.md"
LADDER = "ladder.md"
RULES = "rules/index.md"


def rule_uri(rule: str) -> str:
    """The page of a rule."""
    return f"rules/{rule}.md"


@dataclass(frozen=True)
class Edition:
    """What one build of the site shows.

    `root` is the docs folder relative to the project; briefs outside of it are not published.
    `published` are the uris that the engine publishes besides the generated ones; links to
    anything else are shown as plain text. `translator` gives the translation of a language code,
    `language` is the one of pages that belong to no brief. `site_url` is where the site will
    live, "" if unknown. `settings` are what the team set about rules.
    """

    report: Report
    playbook: Playbook
    rules: tuple[RegisteredRule, ...]
    environment: Environment
    published: frozenset[str]
    root: str = "playbooks"
    addresses: Addresses = field(default_factory=Addresses)
    translator: Translator = untranslated
    language: str = "en"
    site_url: str = ""
    settings: LintSettings = field(default_factory=LintSettings)

    def uri(self, path: str) -> str | None:
        """The page or file that a path of the project is published as, None if it is not."""
        inside = posixpath.relpath(path, self.root)
        return inside if inside in self.published else None

    @cached_property
    def briefs(self) -> tuple[tuple[str, BriefReport, Brief], ...]:
        """Every published brief: uri, what was found, and the brief itself."""
        sources = {brief.path: brief for brief in self.playbook.briefs}
        return tuple(
            (uri, found, sources[found.path])
            for found in self.report.briefs
            if (uri := self.uri(found.path)) and found.path in sources
        )

    @cached_property
    def brief_by_path(self) -> Mapping[str, Brief]:
        """The published briefs under their paths."""
        return {brief.path: brief for _, _, brief in self.briefs}

    @cached_property
    def brief_uris(self) -> Mapping[str, str]:
        """The page of each published brief under its id."""
        return {found.id: uri for uri, found, _ in self.briefs}

    @cached_property
    def rule_by_id(self) -> Mapping[str, RegisteredRule]:
        """The rules under their ids."""
        return {rule.id: rule for rule in self.rules}

    @cached_property
    def _diagnostics(self) -> Mapping[str, tuple[Diagnostic, ...]]:
        found: dict[str, list[Diagnostic]] = {}
        for diagnostic in self.report.diagnostics:
            found.setdefault(diagnostic.place.path, []).append(diagnostic)
        return {path: tuple(group) for path, group in found.items()}

    def findings(self, path: str) -> tuple[Diagnostic, ...]:
        """What was found in a file, in the report's order."""
        return self._diagnostics.get(path, ())

    def rule_link(self, start: str, rule: str) -> str:
        """The link from a page to a rule's page; "" for what no rule stands for."""
        return self.addresses.link(start, rule_uri(rule)) if rule in self.rule_by_id else ""
