"""The readiness checklist: which items a launch needs and how they are recognised."""

from __future__ import annotations

from collections.abc import Mapping

from readyroom.languages.matching import cell, words
from readyroom.meaning.channels import direct_channels
from readyroom.model.brief import Brief, Item, ItemKind
from readyroom.model.message import msg
from readyroom.model.playbook import ChannelKinds

REQUIRED = (
    "audience-research",
    "segments-built",
    "message-tested",
    "creative-reviewed",
    "landing-checked",
    "tracking-verified",
    "timeline-approved",
    "support-briefed",
    "stop-rule-agreed",
)
FOR_DIRECT_CHANNELS = ("opt-out-tested",)
MEANING = {
    "audience-research": msg("people of the audience were asked, and the notes are linked"),
    "segments-built": msg("each segment is a list with a number of people"),
    "message-tested": msg("five people can repeat the promise"),
    "creative-reviewed": msg("someone outside the team looked at it"),
    "landing-checked": msg("the page behind the link works on an old phone"),
    "tracking-verified": msg("a test sign-up arrives in the report"),
    "timeline-approved": msg("the approver said yes to the dates"),
    "opt-out-tested": msg("one click, gone within 2 days"),
    "support-briefed": msg("helpers know what goes out and when"),
    "stop-rule-agreed": msg("the value that stops it, and who may stop it"),
}
_MIN_REASON = 4
_PUNCTUATION = " \t\n:：,，.。;；()（）—–-"
_OPENERS = (":", "：", "(", "（", "—", "–", "-")


def required_keys(brief: Brief, settings: ChannelKinds) -> tuple[str, ...]:
    """The keys that this brief's checklist must hold; more for channels that write to people."""
    return REQUIRED + (FOR_DIRECT_CHANNELS if direct_channels(brief, settings) else ())


def checklist(brief: Brief, settings: ChannelKinds) -> Mapping[str, Item]:
    """The item of the Readiness section for each required key that has one.

    A `{#key}` tag wins; a key that no tag names is looked for by its words, and among several such
    items a ticked one counts.
    """
    required = required_keys(brief, settings)
    items = [item for item in brief.items("readiness") if item.kind is ItemKind.LIST]
    found = {item.key: item for item in reversed(items) if item.key in required}
    for item in items:
        key = "" if item.key else cell("checklist", item.text, brief.language)
        if key not in required or (key in found and (found[key].key or found[key].done)):
            continue
        if key not in found or item.done:
            found[key] = item
    return {key: found[key] for key in required if key in found}


def reason_for_skipping(item: Item, code: str) -> str:
    """What stands behind an "n/a" that the item begins with, "" where there is no such reason."""
    for start, end in words("not_applicable", code).find(item.text):
        before, reason = item.text[:start].rstrip(), item.text[end:].strip(_PUNCTUATION)
        if (not before or before.endswith(_OPENERS)) and len(reason) >= _MIN_REASON:
            return reason
    return ""
