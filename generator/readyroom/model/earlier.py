"""Earlier campaigns: which briefs have to do with each other, and what they taught."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from readyroom.model.brief import Brief, Item
from readyroom.model.references import definitions
from readyroom.model.status import Status

_LESSON = re.compile(r"(?<![A-Za-z0-9])L(?:\d|-[\w-]+-\d)")
_INLINE = re.compile(r"S\d+")


def same_people(one: Brief, other: Brief) -> bool:
    """Whether both are for a segment of the library; S1 means somebody else in every brief."""
    return any(not _INLINE.fullmatch(name) for name in _shared("audience", one, other))


def same_channel(one: Brief, other: Brief) -> bool:
    """Whether both use a channel of the same name."""
    return bool(_shared("channels", one, other))


def _shared(key: str, one: Brief, other: Brief) -> set[str]:
    return set(one.front.texts(key)) & set(other.front.texts(key))


def followed(brief: Brief) -> tuple[str, ...]:
    """The ids of the briefs that this one repeats or replaces."""
    return (*brief.front.texts("repeats"), *brief.front.texts("supersedes"))


def lessons(brief: Brief) -> tuple[tuple[str, Item], ...]:
    """What a brief taught: the name under which another brief cites it ("autumn#L1"), and where it
    stands."""
    return tuple(
        (f"{brief.id}#{name}", items[0])
        for name, items in definitions(brief).items()
        if name[0] == "L"
    )


def teachers(brief: Brief, briefs: Iterable[Brief]) -> list[Brief]:
    """Done briefs with lessons for the same people or the same channel, the newest first.

    What the brief repeats or replaces is left out: it knows those.
    """
    found = [
        old
        for old in briefs
        if old.status is Status.DONE
        and old.path != brief.path
        and old.id not in followed(brief)
        and (same_people(brief, old) or same_channel(brief, old))
        and lessons(old)
    ]
    return sorted(found, key=lambda old: old.ends or date.min, reverse=True)


def cites_lesson(text: str) -> bool:
    """Whether a text names a lesson: "L2", "autumn#L2" or "L-autumn-2"."""
    return bool(_LESSON.search(text))
