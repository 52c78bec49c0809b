"""Links from ordinary pages into briefs: `brief.md#goals` is `#s-goals` on the finished page."""

from __future__ import annotations

import posixpath
import re
from html import escape, unescape
from urllib.parse import unquote

from readyroom.pages.addresses import Addresses
from readyroom.pages.page import PageKind, Site

_LINK = re.compile(r'href="([^"#:]+)#([^"]+)"')


class Fragments:
    """Knows what may follow `#` in a link to each brief."""

    def __init__(self, built: Site, addresses: Addresses) -> None:
        self._known = {
            addresses.file(page.uri): dict(page.anchors)
            for page in built.pages
            if page.kind is PageKind.BRIEF
        }

    def corrected(self, html: str, start: str) -> str:
        """The HTML of the page published as `start`, with such links put right."""

        def correct(match: re.Match[str]) -> str:
            path, fragment = unquote(unescape(match[1])), unquote(unescape(match[2]))
            target = posixpath.normpath(posixpath.join(posixpath.dirname(start), path))
            if path.endswith("/"):
                target = posixpath.join(target, "index.html")
            anchor = self._known.get(target, {}).get(fragment)
            return f'href="{match[1]}#{escape(anchor)}"' if anchor else match[0]

        return _LINK.sub(correct, html)
