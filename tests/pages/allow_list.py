"""An oracle for generated HTML: which tags, attributes and addresses it may consist of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser

_TAGS = """
a abbr aside b blockquote br button code dd del details div dl dt em figcaption figure form h1 h2 h3
h4 h5 h6 header hr i img input kbd label li mark nav ol option p pre rect s section select small
span strong sub summary sup svg table tbody td th thead time tr ul
"""
_ATTRIBUTES = """
alt aria-current aria-hidden aria-label aria-labelledby autocomplete checked class colspan datetime
disabled hidden height href id lang loading name open placeholder preserveaspectratio rel role scope
src start tabindex title type value viewbox width
"""
TAGS = frozenset(_TAGS.split())
ATTRIBUTES = frozenset(_ATTRIBUTES.split())
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)
SCHEMES = frozenset({"http:", "https:", "mailto:", "tel:"})


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in TAGS:
            self.found.append(f"<{tag}>")
        for name, value in attrs:
            if name not in ATTRIBUTES and not name.startswith("data-"):
                self.found.append(f"<{tag} {name}>")
            if name in ("href", "src"):
                self.found += [f"<{tag} {name}={value}>"] if not _is_allowed(value or "") else []
            if tag == "img" and name == "src" and _SCHEME.match(value or ""):
                self.found.append(f"image from elsewhere: {value}")

    def handle_comment(self, data: str) -> None:
        self.found.append("<!-- -->")

    def handle_decl(self, decl: str) -> None:
        self.found.append(f"<!{decl}>")


def _is_allowed(url: str) -> bool:
    scheme = _SCHEME.match(re.sub(r"[\x00-\x20]", "", url))
    return scheme is None or scheme[0].lower() in SCHEMES


def violations(html: str) -> list[str]:
    """Everything in a piece of HTML that is not on the lists."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.found


class _Active(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in ("script", "iframe", "object", "embed", "base", "style", "meta", "form"):
            shown = " ".join(f"{name}={value}" for name, value in attrs if name != "content")
            self.found.append(f"{tag} {shown}")
        for name, value in attrs:
            flat = re.sub(r"[\x00-\x20]", "", value or "").lower()
            if name.startswith("on") or flat.startswith(("javascript:", "data:", "vbscript:")):
                self.found.append(f"{tag} {name}={value}")


def active_parts(html: str) -> Iterator[str]:
    """What could run, frame or restyle, in a whole page: to compare with a harmless page."""
    reader = _Active()
    reader.feed(html)
    reader.close()
    yield from reader.found
