"""What the site consists of: pages and files, as values that any site engine can take."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class TocEntry:
    """A heading in a page's table of contents; `title` is plain text."""

    title: str
    anchor: str
    level: int


class PageKind(StrEnum):
    """What a page shows; engines treat briefs and the home page in their own way."""

    HOME = "home"
    BRIEF = "brief"
    RULE = "rule"
    RULES = "rules"
    LADDER = "ladder"


@dataclass(frozen=True, slots=True)
class SitePage:
    """One finished page.

    `uri` is the path below the docs folder that its Markdown file has or would have; `title` and
    `description` are plain text, `body` finished HTML. `source` is the project's file behind it
    ("" if there is none). `anchors` maps what others may write after `#` to the id on the page,
    where the two differ. `text` is the part of the body that a search should know ("" for all of
    it).
    """

    kind: PageKind
    uri: str
    title: str
    language: str
    body: str
    toc: tuple[TocEntry, ...] = ()
    source: str = ""
    description: str = ""
    anchors: tuple[tuple[str, str], ...] = ()
    text: str = ""


@dataclass(frozen=True, slots=True)
class SiteFile:
    """One finished file that is no page; `path` is where it is published."""

    path: str
    content: str


@dataclass(frozen=True, slots=True)
class Site:
    """Everything that is generated, sorted by path."""

    pages: tuple[SitePage, ...]
    files: tuple[SiteFile, ...]


class CollisionError(Exception):
    """Two things want the same place on the site; the message names both in plain words."""
