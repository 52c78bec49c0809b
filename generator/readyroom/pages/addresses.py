"""Where a page ends up: from its name in the docs folder to its address, and from page to page."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass
from urllib.parse import quote

_MARKDOWN = (".markdown", ".mdown", ".mkdn", ".mkd", ".md")


@dataclass(frozen=True, slots=True)
class Addresses:
    """How the site engine names its output.

    A page's `uri` is the path below the docs folder that its Markdown file has (or would have).
    With `folders` the page `a/b.md` is published as `a/b/`, otherwise as `a/b.html`.
    """

    folders: bool = False

    def file(self, uri: str) -> str:
        """The path of the published file."""
        if not uri.endswith(_MARKDOWN):
            return uri
        folder, name = posixpath.split(uri)
        stem = posixpath.splitext(name)[0]
        if stem in ("index", "README"):
            return posixpath.join(folder, "index.html")
        if self.folders:
            return posixpath.join(folder, stem, "index.html")
        return posixpath.join(folder, f"{stem}.html")

    def link(self, start: str, target: str, anchor: str = "") -> str:
        """The relative link from one page to another page or file."""
        fragment = f"#{anchor}" if anchor else ""
        if start == target and anchor:
            return fragment
        here = posixpath.dirname(self.file(start)) or "."
        path = posixpath.relpath(self.file(target), here)
        if self.folders and posixpath.basename(path) == "index.html":
            path = posixpath.join(posixpath.dirname(path) or ".", "")
        return quote(path) + fragment
