"""What a page of the site may consist of: an allow-list that a harmless page teaches."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser

SCHEMES = frozenset({"http", "https", "mailto", "tel"})
_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)
_IGNORED = re.compile(r"[\x00-\x20\x7f-\xa0\u200b-\u200f\u2028-\u202f\ufeff]")
_ADDRESSES = frozenset({"href", "src", "action", "formaction", "poster", "data", "xlink:href"})
# What Markdown in a brief may add to the page around it.
_CONTENT = """
a href title rel class id data-pagefind-ignore; blockquote; br; code class; del; div class role
tabindex aria-label; em; h2 id; h3 id; hr; img src alt loading; input type disabled checked
aria-label; li id class; ol start; p id class; pre; s; span class title id; strong; table class;
tbody; td class; th scope class; thead; tr id; ul class
"""
CONTENT = frozenset(
    (words[0], name)
    for words in (element.split() for element in _CONTENT.split(";"))
    for name in ("", *words[1:])
)


class Parts(HTMLParser):
    """Everything in a page that a browser acts on."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.pairs: set[tuple[str, str]] = set()
        self.addresses: list[str] = []
        self.raw: list[str] = []
        self.values: list[str] = []
        self._open = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.pairs.add((tag, ""))
        for name, value in attrs:
            self.pairs.add((tag, name))
            self.values.append(f"{name}={value}")
            if name in _ADDRESSES:
                self.addresses.append(value or "")
        if tag in ("script", "style", "template"):
            self._open = tag
            self.raw.append(str(attrs))

    def handle_endtag(self, tag: str) -> None:
        if tag == self._open:
            self._open = ""

    def handle_data(self, data: str) -> None:
        if self._open:
            self.raw.append(data)

    def handle_comment(self, data: str) -> None:
        self.raw.append(data)

    def handle_decl(self, decl: str) -> None:
        self.raw.append(decl)

    def handle_pi(self, data: str) -> None:
        self.raw.append(data)

    def unknown_decl(self, data: str) -> None:
        self.raw.append(data)


def violations(html: str, allowed: frozenset[tuple[str, str]], marker: str) -> Iterator[str]:
    """What in a page is not on the list, leads to a scheme that is not, or carries the marker into
    a script, a style or a comment."""
    parts = Parts(html)
    for tag, name in sorted(parts.pairs - allowed):
        yield f"<{tag} {name}>"
    yield from (f"address {url}" for url in parts.addresses if not is_allowed(url))
    yield from (f"raw text {raw}" for raw in parts.raw if marker in raw)
    yield from (
        f"attribute {value}"
        for value in parts.values
        if value.startswith(("on", "style=")) and marker in value
    )


def is_allowed(url: str) -> bool:
    """Whether an address is relative or has a scheme of the list, as a lenient browser reads it."""
    scheme = _SCHEME.match(_IGNORED.sub("", url))
    return scheme is None or scheme[1].lower() in SCHEMES
