"""The playbook: all briefs and pages of a repository, for rules that look across files."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any

from readyroom.model.brief import Brief, Problem
from readyroom.model.text import Source, Span


@dataclass(frozen=True, slots=True)
class Objective:
    """A goal of the whole team, defined on a strategy page by an `OBJ-…` id in a heading, list
    item or table row."""

    id: str
    title: str
    path: str
    span: Span
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Page:
    """A Markdown page that is not a brief; no rule applies to it.

    `brief_sections` counts the canonical brief sections that it holds (three or more without a
    status look like a forgotten brief). `problems` say why its front matter (which may have held
    a status) or all of it could not be read.
    """

    path: str
    title: str
    anchors: frozenset[str] = frozenset()
    objectives: tuple[Objective, ...] = ()
    brief_sections: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()
    source: Source | None = None


@dataclass(frozen=True, slots=True)
class ChannelKinds:
    """Channel slugs that the team's settings sort by hand; all others are sorted by word lists."""

    direct: frozenset[str] = frozenset()
    paid: frozenset[str] = frozenset()
    public: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Playbook:
    """Everything that one lint run knows.

    `files` holds every path of the repository that a brief may link to, relative to the project.
    `whole` is False where briefs are read outside a repository, without what they refer to.
    `changed` gives the day of the last commit of a path, where the history is known.
    """

    briefs: tuple[Brief, ...] = ()
    pages: tuple[Page, ...] = ()
    files: frozenset[str] = frozenset()
    whole: bool = True
    channels: ChannelKinds = field(default_factory=ChannelKinds)
    changed: Mapping[str, date] = field(default_factory=dict)

    @cached_property
    def remembered(self) -> dict[str, Any]:
        """What was worked out from all briefs together, so that it is worked out once: sums over a
        thousand briefs must not be taken anew for each of them."""
        return {}

    @cached_property
    def by_id(self) -> Mapping[str, tuple[Brief, ...]]:
        """Briefs under their id; more than one where an id was used twice."""
        found: dict[str, tuple[Brief, ...]] = {}
        for brief in self.briefs:
            found[brief.id] = (*found.get(brief.id, ()), brief)
        return found

    @cached_property
    def objectives(self) -> Mapping[str, Objective]:
        """Objectives of all strategy pages under their id."""
        return {found.id: found for page in self.pages for found in page.objectives}

    @cached_property
    def segments(self) -> Mapping[str, Page]:
        """Library segments: pages in a folder named `audiences`, under their file stem."""
        return {
            page.path.rsplit("/", 1)[-1].removesuffix(".md"): page
            for page in self.pages
            if "/audiences/" in f"/{page.path}" and not page.path.endswith("/index.md")
        }

    @cached_property
    def page_by_path(self) -> Mapping[str, Page]:
        """Pages under their path."""
        return {page.path: page for page in self.pages}

    @cached_property
    def _sources(self) -> Mapping[str, Source]:
        found = {page.path: page.source for page in self.pages if page.source}
        return {**found, **{brief.path: brief.source for brief in self.briefs}}

    def source(self, path: str) -> Source:
        """The text of a brief or page; an empty one for any other file."""
        return self._sources.get(path) or Source(path, "")

    def brief(self, brief_id: str) -> Brief | None:
        """The (first) brief with this id."""
        return next(iter(self.by_id.get(brief_id, ())), None)
