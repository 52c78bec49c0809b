"""The front-matter keys of a brief as data, for the rule that checks them, the handbook's table and
the JSON Schema."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from readyroom.model.brief import Node
from readyroom.model.key_types import Kind, Mismatch, mismatch
from readyroom.model.message import Message, msg, verbatim
from readyroom.model.status import Status


@dataclass(frozen=True, slots=True)
class Key:
    """One front-matter key.

    `required_from` is the first status that needs it (None: optional), `default` what counts where
    it is absent. `subkeys` are the keys inside a mapping, or inside each mapping of a list; a
    mapping without subkeys takes any. `example` is a line to copy, a message if it has words.
    """

    name: str
    kind: Kind
    meaning: str
    example: str | Message
    required_from: Status | None = None
    choices: tuple[str, ...] = ()
    default: str = ""
    subkeys: tuple[Key, ...] = ()

    @property
    def line(self) -> Message:
        """The line to copy, in the reader's language."""
        return self.example if isinstance(self.example, Message) else verbatim(self.example)

    def mismatch(self, node: Node, name: str = "") -> Mismatch | None:
        """Why the value does not have this key's type, and what to write; None if it has it."""
        return mismatch(name or self.name, self.kind, self.choices, node)

    def subkey(self, name: str) -> Key | None:
        """The key of that name inside this one."""
        return next((key for key in self.subkeys if key.name == name), None)


_STATUSES = tuple(status.label for status in Status)
_IDEA, _PLANNED, _VALIDATED, _READY = Status.IDEA, Status.PLANNED, Status.VALIDATED, Status.READY

_BUDGET = (
    Key("amount", Kind.NUMBER, "How much money, 0 if none.", "amount: 1200"),
    Key("currency", Kind.CURRENCY, "Three-letter currency code.", "currency: EUR"),
)
_CONSENT = (
    Key("basis", Kind.TEXT, "Why we may write to these people.", "basis: opt-in"),
    Key("record", Kind.TEXT, "Where the proof lies.", "record: crm/consents"),
    Key("opt_out", Kind.TEXT, "How people leave.", msg("opt_out: link in each mail")),
    Key("act_within_days", Kind.NUMBER, "Days until they are out.", "act_within_days: 2"),
    Key("sender", Kind.TEXT, "Who signs the message.", "sender: Ana, hello@pantry.example"),
    Key("ad_label", Kind.TEXT, "How paid content is marked.", msg("ad_label: Advertisement")),
)
_REVIEW = (
    Key("by", Kind.PERSON, "Who reviewed.", "by: tomek"),
    Key("on", Kind.DATE, "When.", "on: 2026-11-28"),
    Key("outcome", Kind.ENUM, "The verdict.", "outcome: ok", None, ("ok", "change", "stop")),
    Key("note", Kind.TEXT, "What was said.", msg("note: offer is clear")),
)
_HOLD = (
    Key("since", Kind.DATE, "First day of the hold.", "since: 2026-11-01"),
    Key("reason", Kind.TEXT, "What it waits for.", msg("reason: waits for D1")),
    Key("until", Kind.DATE, "When it is looked at again.", "until: 2026-12-01"),
)
_DROPPED = (
    Key("on", Kind.DATE, "When it was dropped.", "on: 2026-11-20"),
    Key("reason", Kind.TEXT, "Why.", msg("reason: the test found no demand")),
    Key("lesson", Kind.TEXT, "What was learned.", msg("lesson: ask before building")),
)
_WAIVER = (
    Key("rule", Kind.TEXT, "The rule that is set aside.", "rule: role-gap"),
    Key("reason", Kind.TEXT, "Why, in ten characters or more.", msg("reason: two-person team")),
    Key("by", Kind.PERSON, "Who decided it.", "by: ana"),
    Key("until", Kind.DATE, "When it runs out.", "until: 2027-01-31"),
    Key("confirmed_by", Kind.PERSON, "A second person, for core rules.", "confirmed_by: jo"),
)

_KEYS = (
    Key("id", Kind.SLUG, "Name of the brief that never changes; the file is called the same.",
        "id: spring-intake", _IDEA),
    Key("title", Kind.TEXT, "What people call the brief, 8 to 90 characters.",
        msg("title: Spring intake of shift volunteers"), _IDEA),
    Key("status", Kind.ENUM, "How far the team says the brief is.", "status: planned",
        _IDEA, _STATUSES),
    Key("kind", Kind.ENUM, "What sort of work it is; some kinds are exempt from some rules.",
        "kind: campaign", _PLANNED,
        ("campaign", "launch", "event", "newsletter", "always-on", "experiment", "transactional",
         "incident")),
    Key("tier", Kind.NUMBER, "How big it is: 1 big, 2 normal, 3 small; sets pause and checklist.",
        "tier: 2", _PLANNED, ("1", "2", "3"), "2"),
    Key("lang", Kind.LANGUAGE, "The language it is written in: en, ru, zh-Hans, pl or fil.",
        "lang: en", _IDEA),
    Key("owner", Kind.PERSON, "The one person who answers for it; not a team.", "owner: ana",
        _PLANNED),
    Key("team", Kind.PEOPLE, "Who does what: content, data, channel, feedback, approver, retro.",
        "team: {content: lea, data: jo}", _VALIDATED),
    Key("supports", Kind.LIST, "The team objective it serves.", "supports: OBJ-2027-2", _PLANNED),
    Key("parent", Kind.LIST, "The brief that this one is part of.", "parent: spring-2027"),
    Key("depends_on", Kind.LIST, "Briefs that must be ready before this one.",
        "depends_on: [landing-2]"),
    Key("repeats", Kind.LIST, "Earlier briefs that this one does again.", "repeats: spring-2026"),
    Key("supersedes", Kind.LIST, "Earlier briefs that this one replaces.",
        "supersedes: spring-draft"),
    Key("evidence_from", Kind.LIST, "Briefs whose evidence counts here too.",
        "evidence_from: [fifty-small-referrers]"),
    Key("created", Kind.DATE, "The day it was written down first.", "created: 2026-11-02", _IDEA),
    Key("updated", Kind.DATE, "The day of the last real change.", "updated: 2026-11-21"),
    Key("validated_on", Kind.DATE, "The day the evidence was judged good enough.",
        "validated_on: 2026-11-13", _VALIDATED),
    Key("ready_at", Kind.DATE, "The day on which it met the Ready gate.",
        "ready_at: 2026-11-21"),
    Key("launch", Kind.DATE_OR_TEXT, "First day in public, with time and zone if they matter.",
        "launch: 2027-01-18", _VALIDATED),
    Key("ends", Kind.DATE_OR_TEXT, "Last day; only always-on work has none.",
        "ends: 2027-05-31", _VALIDATED),
    Key("tz", Kind.TEXT, "Time zone of the times in this brief.", "tz: Europe/Warsaw"),
    Key("review_by", Kind.DATE, "The day an idea is planned or dropped.",
        "review_by: 2026-12-15", _IDEA),
    Key("retro_by", Kind.DATE, "The day the team looks back.", "retro_by: 2027-06-14", _READY),
    Key("retro_every", Kind.DURATION, "How often always-on work looks back.", "retro_every: 90d"),
    Key("audience", Kind.LIST, "Segments from the library, or S1 for one that is described here.",
        "audience: [S1]", _PLANNED),
    Key("segments", Kind.ENUM, "Says that one segment is enough.", "segments: single", None,
        ("single",)),
    Key("channels", Kind.LIST, "Where people are reached.", "channels: [email, sms]", _PLANNED),
    Key("primary_metric", Kind.TEXT, "The metric that decides, by its id.",
        "primary_metric: M1", _PLANNED),
    Key("budget", Kind.MAPPING, "All the money it may cost.",
        "budget: {amount: 1200, currency: EUR}", _VALIDATED, subkeys=_BUDGET),
    Key("capacity", Kind.ANY, "How many tactics one person can run at a time.", "capacity: 2"),
    Key("personalization", Kind.ENUM, "How much the message differs between people.",
        "personalization: segment", _PLANNED, ("none", "segment", "dynamic", "one-to-one"), "none"),
    Key("consent", Kind.MAPPING, "Why and how we may contact these people.",
        "consent: {basis: opt-in, record: crm/consents}", _READY, subkeys=_CONSENT),
    Key("contact_policy", Kind.TEXT, "The page that limits how often we write.",
        "contact_policy: ../contact-policy.md", _READY),
    Key("reviewers", Kind.LIST, "Who gave a second opinion.",
        "reviewers: [{by: tomek, on: 2026-11-28, outcome: ok}]", _READY, subkeys=_REVIEW),
    Key("replicate", Kind.TEXT, "Says that an earlier brief is repeated unchanged on purpose.",
        "replicate: true"),
    Key("direction", Kind.ANY, "Which way the metric should go: up or down.", "direction: down"),
    Key("outcome_only", Kind.ANY, "Counts of your own output (posts, mails) are no goals here.",
        "outcome_only: true"),
    Key("method", Kind.TEXT, "How variants are compared.", "method: bandit"),
    Key("hold", Kind.MAPPING, "The brief waits on purpose: since when, why, until when.",
        msg("hold: {{since: 2026-11-01, reason: waits for D1}}"), subkeys=_HOLD),
    Key("dropped", Kind.MAPPING, "The brief was stopped before launch, which is a legal result.",
        msg("dropped: {{on: 2026-11-20, reason: no demand, lesson: ask first}}"), subkeys=_DROPPED),
    Key("tags", Kind.LIST, "Words to find it by.", msg("tags: [volunteers, intake]")),
    Key("lint", Kind.MAPPING, "Rules that are set aside for a while, each with its reason.",
        msg("lint: {{ignore: [{{rule: role-gap, reason: two-person team, by: ana, "
            "until: 2027-01-31}}]}}"),
        subkeys=(Key("ignore", Kind.ANY, "The waivers.", "ignore: []", subkeys=_WAIVER),)),
    Key("goals", Kind.ANY, "Goals, where the brief has no Goals section.",
        msg("goals: [G1 120 volunteers by 2027-05-31]")),
    Key("metrics", Kind.ANY, "Metrics, where the brief has no Metrics section.",
        msg("metrics: [M1 first shifts]")),
    Key("message", Kind.ANY, "Message, where the brief has no Message section.",
        msg("message: [Find a shift near you]")),
    Key("tactics", Kind.ANY, "Tactics, where the brief has no Tactics section.",
        msg("tactics: [T1 ten calls]")),
    Key("risks", Kind.ANY, "Risks, where the brief has no Risks section.",
        msg("risks: [R1 mail lands in spam]")),
    Key("description", Kind.TEXT, "One sentence for search engines and cards.",
        msg("description: How we fill the spring shifts")),
)  # fmt: skip

KEYS: Mapping[str, Key] = MappingProxyType({key.name: key for key in _KEYS})


def parent_of(name: str) -> Key | None:
    """The one key with a group of keys inside that takes this name, which is no key at the top."""
    parents = [key for key in _KEYS if key.kind is Kind.MAPPING and key.subkey(name)]
    return parents[0] if len(parents) == 1 and name not in KEYS else None
