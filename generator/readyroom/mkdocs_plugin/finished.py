"""A page whose HTML is already there: MkDocs neither reads nor parses its source."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, TableOfContents

from readyroom.pages.page import PageKind, SitePage, TocEntry

# A brief lists its own contents beside its facts; home is as wide as its table.
_WIDE = (PageKind.BRIEF, PageKind.HOME)


class FinishedPage(Page):
    """Stands in for a Markdown page. Titles reach the theme escaped: it prints them as they are."""

    def __init__(self, built: SitePage, file: File, config: MkDocsConfig) -> None:
        super().__init__(None, file, config)
        self.built = built
        self.title = escape(built.title)

    def read_source(self, config: MkDocsConfig) -> None:
        """Set what front matter would set."""
        self.markdown = ""
        self.meta = {"lang": self.built.language, "hide": hidden_parts(self.built.kind)}
        if self.built.kind is not PageKind.HOME:
            self.meta["title"] = escape(self.built.title)
        if self.built.text:
            self.meta["search"] = {"exclude": True}  # the plugin makes the entries itself
        if self.built.description:
            self.meta["description"] = escape(self.built.description)

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Set what Python-Markdown would make."""
        self.content = self.built.body
        self.toc = table_of_contents(self.built.toc)
        self.present_anchor_ids = {
            *(entry.anchor for entry in self.built.toc),
            *(name for pair in self.built.anchors for name in pair),
        }
        self.links_to_anchors = {}


def hidden_parts(kind: PageKind) -> list[str]:
    """The parts of the theme that a page does without."""
    return ["navigation", "toc"] if kind in _WIDE else ["navigation"]


def table_of_contents(entries: Iterable[TocEntry]) -> TableOfContents:
    """The entries nested by their levels."""
    top: list[AnchorLink] = []
    open_entries: list[AnchorLink] = []
    for entry in entries:
        link = AnchorLink(escape(entry.title), escape(entry.anchor), entry.level)
        while open_entries and open_entries[-1].level >= entry.level:
            open_entries.pop()
        (open_entries[-1].children if open_entries else top).append(link)
        open_entries.append(link)
    return TableOfContents(top)
