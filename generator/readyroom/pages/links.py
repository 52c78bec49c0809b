"""Where a brief's links and references lead on the site."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from urllib.parse import unquote

from readyroom.model.brief import Brief, Item
from readyroom.pages.edition import Edition

HEADING_PREFIX = "s-"
ITEM_PREFIX = "i-"
_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)
_MENTION = re.compile(
    r"(?<![\w#/.-])(?:([a-z0-9][a-z0-9-]{2,47})#)?"
    r"(OBJ(?:-\w+)+|[GMSAEDTRL]\d{1,3}(?:\.\d{1,2})*)(?![\w%-])"
)


def is_elsewhere(target: str) -> bool:
    """Whether a link leaves the site."""
    return _ELSEWHERE.match(target) is not None


def heading_id(anchor: str) -> str:
    """The id of a heading on the page: prefixed, so that no brief can take an id of the theme."""
    return f"{HEADING_PREFIX}{anchor}"


def item_id(name: str) -> str:
    """The id of an item (G1, M2 …) on the page."""
    return f"{ITEM_PREFIX}{name}"


def own_items(brief: Brief) -> dict[str, Item]:
    """The items that a brief defines; objectives (OBJ-…) belong to strategy pages."""
    return {name: item for name, item in brief.ids.items() if not name.startswith("OBJ")}


def brief_anchor(brief: Brief, fragment: str) -> str:
    """The id on a brief's page that a fragment such as `goals` or `G1` stands for."""
    wanted = unquote(fragment)
    known = brief.document.anchors.values() if brief.document else ()
    if wanted not in known and wanted.upper() in own_items(brief):
        return item_id(wanted.upper())
    return heading_id(wanted)


class Links:
    """Resolves the links of one brief against one edition of the site."""

    def __init__(self, edition: Edition, brief: Brief, uri: str) -> None:
        self._edition = edition
        self._brief = brief
        self._uri = uri
        self._own = own_items(brief)

    def href(self, target: str) -> str | None:
        """The link to put on the page; None if its target is not on the site."""
        if is_elsewhere(target) or target.startswith("/"):
            return target
        path, _, fragment = target.partition("#")
        path = unquote(path.partition("?")[0])
        if not path:
            return f"#{brief_anchor(self._brief, fragment)}" if fragment else ""
        place = posixpath.normpath(posixpath.join(posixpath.dirname(self._brief.path), path))
        return self._published(place, fragment)

    def _published(self, place: str, fragment: str) -> str | None:
        for candidate in (place, f"{place}/index.md", f"{place}/README.md"):
            uri = self._edition.uri(candidate)
            if uri is None:
                continue
            other = self._edition.brief_by_path.get(candidate)
            anchor = brief_anchor(other, fragment) if other and fragment else fragment
            return self._edition.addresses.link(self._uri, uri, anchor)
        return None

    def mentions(self, text: str) -> Iterator[tuple[int, int, str, str]]:
        """Ids in running text that lead somewhere: start, end, link, and the id as written."""
        for match in _MENTION.finditer(text):
            if link := self.reference(match[2], match[1] or ""):
                yield match.start(), match.end(), link, match[0]

    def reference(self, name: str, other: str = "") -> str:
        """The link to an item of this or another brief, or to an objective; "" if unknown."""
        if other:
            brief, uri = self._edition.playbook.brief(other), self._edition.brief_uris.get(other)
            if brief is None or uri is None or name not in own_items(brief):
                return ""
            return self._edition.addresses.link(self._uri, uri, item_id(name))
        if name in self._own:
            return f"#{item_id(name)}"
        objective = self._edition.playbook.objectives.get(name)
        uri = self._edition.uri(objective.path) if objective else None
        if objective is None or uri is None:
            return ""
        return self._edition.addresses.link(self._uri, uri, objective.anchor)

    def page(self, path: str) -> str:
        """The link to a page of the playbook; "" if it is not on the site."""
        uri = self._edition.uri(path)
        return self._edition.addresses.link(self._uri, uri) if uri else ""
