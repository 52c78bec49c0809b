"""What a tactic leaves open: who, when, where and for whom."""

from __future__ import annotations

from dataclasses import dataclass

from readyroom.languages.matching import fold, words
from readyroom.meaning.channels import channels
from readyroom.meaning.handles import handles, names_somebody, names_team
from readyroom.meaning.persons import Who, who
from readyroom.meaning.placeholders import is_blank
from readyroom.meaning.tactics import kind_of, starts
from readyroom.model.brief import Brief, Item
from readyroom.model.citations import cited
from readyroom.model.playbook import ChannelKinds

_GROUNDWORK = ("enable", "fixed")


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the rest of a brief says about its tactics.

    people: the names that it knows. channels: its channels, folded. dated: the tactics that its
    timeline gives a day. segments: how many segments it has.
    """

    language: str
    people: frozenset[str]
    channels: frozenset[str]
    dated: frozenset[str]
    segments: int


def surroundings(brief: Brief, settings: ChannelKinds) -> Surroundings:
    """Read once what each of the tactics is compared with."""
    return Surroundings(
        brief.language,
        handles(brief),
        frozenset(fold(channel.name) for channel in channels(brief, settings)),
        frozenset(
            name
            for line in brief.items("timeline")
            if line.passage.dates
            for name in cited(line.text, "T")
        ),
        sum(item.id.startswith("S") for item in brief.items("audience")),
    )


def open_questions(tactic: Item, around: Surroundings) -> tuple[str, ...]:
    """Which of "owner", "start", "channel", "segment" nobody can read off.

    A list has no columns for channel and segment, and groundwork needs neither. What the brief has
    only one of need not be said again.
    """
    known = {"owner": _has_owner(tactic, around), "start": _has_start(tactic, around)}
    if tactic.cells and kind_of(tactic, around.language) not in _GROUNDWORK:
        known["channel"] = _has_channel(tactic, around)
        known["segment"] = _has_segment(tactic, around)
    return tuple(name for name, found in known.items() if not found)


def _has_owner(tactic: Item, around: Surroundings) -> bool:
    owner = tactic.cells.get("owner")
    if owner is not None:
        return who(owner.text, around.language) in (Who.ONE, Who.SEVERAL)
    if tactic.cells:
        return names_team(tactic.text, around.people)
    return names_somebody(tactic.text, around.people, around.language)


def _has_start(tactic: Item, around: Surroundings) -> bool:
    start = tactic.cells.get("start")
    if start is not None:
        return not is_blank(start.text, around.language)
    if starts(tactic) or tactic.id in around.dated:
        return True
    return tactic.text in words("start_trigger", around.language)


def _has_channel(tactic: Item, around: Surroundings) -> bool:
    named = tactic.cells.get("channel")
    if named is not None:
        return not is_blank(named.text, around.language)
    text = fold(tactic.text)
    return (
        len(around.channels) < 2
        or any(name in text for name in around.channels)
        or tactic.text in words("direct_channel", around.language)
        or tactic.text in words("paid_channel", around.language)
    )


def _has_segment(tactic: Item, around: Surroundings) -> bool:
    named = tactic.cells.get("segment")
    if named is not None:
        return bool(cited(named.text, "S")) or not is_blank(named.text, around.language)
    return around.segments < 2 or bool(cited(tactic.text, "S"))
