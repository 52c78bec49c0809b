"""The facts of a brief that a reader looks for first."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from readyroom.languages import language
from readyroom.model.brief import Brief
from readyroom.model.report import BriefReport
from readyroom.pages.edition import Edition
from readyroom.pages.links import Links
from readyroom.pages.templates import Voice

_RELATED = ("parent", "depends_on", "repeats", "supersedes", "evidence_from")
_MANY = 8


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a fact; `link` is "" for plain text."""

    text: str
    link: str = ""


@dataclass(frozen=True, slots=True)
class Fact:
    """A name and what stands under it."""

    name: str
    parts: tuple[Part, ...]


def facts(
    edition: Edition, links: Links, found: BriefReport, brief: Brief, speak: Voice
) -> Sequence[Fact]:
    """The facts that the brief states, in reading order; what it does not say is left out."""
    objectives = tuple(Part(name, links.reference(name)) for name in brief.front.texts("supports"))
    named = (
        (speak("Owner"), (Part(found.owner),) if found.owner else ()),
        (speak("Runs"), _period(brief, speak)),
        (speak("Declared"), (Part(found.status.label),) if found.status else ()),
        (speak("Tier"), (Part(_tier(brief, speak)),)),
        (speak("Kind"), _texts(brief, "kind")),
        (speak("Language"), (Part(language(brief.language).name),)),
        (speak("Supports"), objectives),
        (speak("Audience"), tuple(_segments(edition, links, brief))),
        (speak("Channels"), _texts(brief, "channels")),
        (speak("Related"), tuple(_related(edition, links, brief))),
        (speak("Updated"), _texts(brief, "updated")),
        (speak("Tags"), _texts(brief, "tags")),
    )
    return [Fact(name, parts[:_MANY]) for name, parts in named if parts]


def _period(brief: Brief, speak: Voice) -> tuple[Part, ...]:
    if brief.launch and brief.ends:
        return (Part(f"{brief.launch} – {brief.ends}"),)
    if brief.launch:
        return (Part(speak("from {day}", day=brief.launch)),)
    return (Part(speak("until {day}", day=brief.ends)),) if brief.ends else ()


def _tier(brief: Brief, speak: Voice) -> str:
    names = {1: speak("1, big"), 2: speak("2, normal"), 3: speak("3, small")}
    return names[brief.tier]


def _texts(brief: Brief, key: str) -> tuple[Part, ...]:
    return tuple(Part(text) for text in brief.front.texts(key))


def _segments(edition: Edition, links: Links, brief: Brief) -> Iterator[Part]:
    for name in brief.front.texts("audience"):
        page = edition.playbook.segments.get(name)
        yield Part(page.title if page else name, links.page(page.path) if page else "")


def _related(edition: Edition, links: Links, brief: Brief) -> Iterator[Part]:
    for key in _RELATED:
        for name in brief.front.texts(key):
            other = edition.playbook.brief(name.partition("#")[0])
            if other is not None:
                yield Part(other.title, links.page(other.path))
            else:
                yield Part(posixpath.basename(name))
