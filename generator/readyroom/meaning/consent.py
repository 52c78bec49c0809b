"""Whether people are written to one by one or their data are used, and how they get out."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from readyroom.languages.matching import words
from readyroom.meaning.channels import Reach, channels, direct_channels
from readyroom.meaning.clauses import is_negated
from readyroom.model.brief import BlockKind, Brief, Node
from readyroom.model.message import Message, msg
from readyroom.model.playbook import ChannelKinds
from readyroom.model.text import Span
from readyroom.model.values import UnitClass

BASES = ("opt-in", "soft-opt-in", "legitimate-interest", "contract", "not-personal")
# What to mind beyond this tool, by profile; pointers, not legal advice.
LAWS = {
    "eu": msg("In the EU, whoever objects to advertising must be left alone."),
    "us": msg("In the US, a mail also needs an honest sender line and a postal address."),
    "ru": msg("In Russia, advertising is marked and asks for a yes beforehand."),
    "ph": msg("In the Philippines, say who keeps the data and what for."),
    "cn": msg("In China, ask first, sign the message and print the way out."),
}
_PLANNING = ("channels", "tactics", "audience", "personalization", "message")
_SENTENCE_END = re.compile(r"[.;!?\n]\s|[。；！？\n]")
_NUMBER = re.compile(r"(\d{1,4})\s*(h\b|hour|час|小时|godz|oras)?")


class Use(StrEnum):
    """What makes consent necessary."""

    DIRECT = "a direct channel"
    PERSONALIZED = "personalization"
    PASSED_ON = "a list or a tracking pixel"


@dataclass(frozen=True, slots=True)
class PersonalUse:
    """The first such use in a brief: what it is, the word for it and its place."""

    use: Use
    name: str
    span: Span


def personal_use(brief: Brief, settings: ChannelKinds) -> PersonalUse | None:
    """What in this brief asks for consent, if anything does."""
    for channel in direct_channels(brief, settings):
        return PersonalUse(Use.DIRECT, channel.name, channel.span)
    level = brief.front.get("personalization")
    if level and level.text != "none":
        return PersonalUse(Use.PERSONALIZED, level.text, level.span)
    return next(_passed_on(brief), None)


def _passed_on(brief: Brief) -> Iterator[PersonalUse]:
    data = words("personal_data", brief.language)
    for block in (block for key in _PLANNING for block in brief.blocks(key)):
        if block.kind in (BlockKind.QUOTE, BlockKind.CODE):
            continue
        text = block.passage.text
        for start, end in data.find(text):
            if not is_negated(text, start, end, brief.language):
                yield PersonalUse(Use.PASSED_ON, text[start:end], block.passage.span(start, end))


def needs_ad_label(brief: Brief, settings: ChannelKinds) -> bool:
    """Whether the brief pays for space or speaks through partners."""
    partner = words("partner_channel", brief.language)
    return any(
        channel.reach is Reach.PAID or channel.name in partner
        for channel in channels(brief, settings)
    )


def agreed_in_words(brief: Brief) -> bool:
    """Whether the Consent section says on what ground people are written to."""
    yes = words("said_yes", brief.language)
    return any(
        not is_negated(block.passage.text, start, end, brief.language)
        for block in brief.blocks("consent")
        for start, end in yes.find(block.passage.text)
    )


def days_to_leave(consent: Node) -> tuple[Node, int] | None:
    """How many days pass until somebody who asks is out, and where that is written."""
    for name in ("act_within_days", "opt_out"):
        node = consent.get(name)
        if node and (found := _NUMBER.search(node.text)):
            return node, -(-int(found[1]) // 24) if found[2] else int(found[1])
    return None


def ways_out(brief: Brief) -> Iterator[tuple[Span, int]]:
    """Each sentence of the Consent section that says how fast people are out: place and days."""
    out = words("opt_out", brief.language)
    for block in brief.blocks("consent"):
        text = block.passage
        for number in text.quantities:
            said = _SENTENCE_END.split(text.text[: number.start])[-1]
            if number.unit_class is UnitClass.DURATION and said in out:
                yield text.span(number.start, number.end), math.ceil(number.days)


_FIRST = {
    "basis": msg("the ground (`basis`)"),
    "record": msg("where the proof lies (`record`)"),
    "opt_out": msg("how people leave (`opt_out`)"),
}


KEYS = tuple(_FIRST.values())


def gaps(
    brief: Brief, consent: Node, settings: ChannelKinds
) -> tuple[tuple[Message, ...], tuple[Message, ...]]:
    """What the note on consent has to say at once and does not, and what may still follow."""
    if _text(consent, "basis") == "not-personal":
        return (), ()
    first = tuple(what for name, what in _FIRST.items() if not _text(consent, name))
    return first, tuple(_still_open(brief, consent, settings))


def _still_open(brief: Brief, consent: Node, settings: ChannelKinds) -> Iterator[Message]:
    """Sender and label may also stand in the Consent section."""
    section = "\n".join(found.visible for found in brief.sections_of("consent"))
    if days_to_leave(consent) is None:
        yield msg("how fast they are out (`act_within_days`)")
    if not _text(consent, "sender") and section not in words("sender", brief.language):
        yield msg("whose name stands under it (`sender`)")
    labelled = _text(consent, "ad_label") or section in words("ad_label", brief.language)
    if not labelled and needs_ad_label(brief, settings):
        yield msg("how paid or partner content is marked (`ad_label`)")


def _text(consent: Node, name: str) -> str:
    found = consent.get(name)
    return found.text if found else ""
