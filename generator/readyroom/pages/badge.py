"""Readiness badges: an SVG that needs no other host, and the data that badge services read."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterator

from readyroom.model.names import LEVELS, state_label
from readyroom.model.report import BriefReport
from readyroom.model.status import Level
from readyroom.pages.edition import HOME, Edition
from readyroom.pages.page import SiteFile
from readyroom.pages.templates import Voice

# White text on these reaches a contrast of 4.5 to 1, on light and on dark pages alike.
COLOURS = {
    Level.DRAFT: "#646b78",
    Level.IDEA: "#7a5aa6",
    Level.PLANNED: "#3b62b3",
    Level.VALIDATED: "#0f708b",
    Level.READY: "#1b7a48",
    Level.LIVE: "#ad5208",
    Level.DONE: "#48566b",
    Level.LEARNED: "#82680a",
}
_SLUG = re.compile(r"[a-z0-9-]{3,48}")
_PADDING = 8
_NARROW = frozenset("ijltfrI.,:;!|'()[] -·")
_BROAD = frozenset("mwMWOQG@%")


def badge_files(edition: Edition, found: BriefReport) -> Iterator[SiteFile]:
    """The badge of a brief as SVG and as JSON; none for a brief whose id is not a slug, since the
    id becomes a file name."""
    path = badge_path(found)
    if not path:
        return
    speak = Voice(edition.translator(found.language))
    label, level = speak("readiness"), speak.text(LEVELS[found.readiness.level])
    state = found.readiness.state
    message = f"{level} · {speak.text(state_label(state))}" if state else level
    colour = COLOURS[found.readiness.level]
    yield SiteFile(path.replace(".svg", ".json"), _endpoint(label, message, colour))
    yield SiteFile(path, _drawing(edition, found, label, message))


def badge_path(found: BriefReport) -> str:
    """Where the badge of a brief is published; "" for an id that cannot be a file name."""
    return f"badges/{found.id}.svg" if _SLUG.fullmatch(found.id) else ""


def badge_link(edition: Edition, uri: str, found: BriefReport) -> str:
    """The link from a brief's page to its badge; "" if it has none."""
    path = badge_path(found)
    return edition.addresses.link(uri, path) if path else ""


def badge_markdown(edition: Edition, uri: str, found: BriefReport) -> str:
    """What to paste into a README; "" where the site's own address is unknown."""
    path = badge_path(found)
    if not path or not edition.site_url:
        return ""
    page = edition.addresses.link(HOME, uri)
    return f"[![readiness]({edition.site_url}{path})]({edition.site_url}{page})"


def _endpoint(label: str, message: str, colour: str) -> str:
    fields = {"schemaVersion": 1, "label": label, "message": message, "color": colour}
    return json.dumps(fields, ensure_ascii=False).replace("<", "\\u003c") + "\n"


def _drawing(edition: Edition, found: BriefReport, label: str, message: str) -> str:
    level = found.readiness.level
    left, right = text_width(label) + 2 * _PADDING, text_width(message) + 2 * _PADDING + 29
    return edition.environment.get_template("badge.svg.j2").render(
        title=found.title,
        label=label,
        message=message,
        left=left,
        right=right,
        label_width=text_width(label),
        message_width=text_width(message),
        padding=_PADDING,
        colour=COLOURS[level],
        level=int(level),
        top=int(Level.LEARNED),
        language=found.language,
    )


def text_width(text: str) -> int:
    """About how many pixels a text takes at 11 px in a common sans-serif, full-width signs and
    combining marks included."""
    return round(sum(map(_width, text)))


def _width(char: str) -> float:
    if unicodedata.combining(char) or unicodedata.category(char) in ("Cf", "Mn", "Me"):
        return 0
    if unicodedata.east_asian_width(char) in "WF":
        return 11
    if char in _NARROW:
        return 3.9
    if char in _BROAD:
        return 9.6
    return 7.6 if char.isupper() else 6.5
