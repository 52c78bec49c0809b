"""All rules by family."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from importlib import import_module

from readyroom.linting.rule_page import read_page
from readyroom.model.message import Message
from readyroom.model.names import LEVELS, SEVERITIES
from readyroom.model.status import Severity, Status
from readyroom.pages.edition import LADDER, RULES, Edition
from readyroom.pages.page import PageKind, SitePage, TocEntry
from readyroom.pages.templates import Voice
from readyroom.rules import RegisteredRule, all_rules

# The order in which a brief is written; families that are not named here follow.
_ORDER = (
    "goals", "audience", "message", "personalization", "channels", "tactics", "metrics",
    "evidence", "thresholds", "feedback", "team", "risks", "readiness", "learning", "hygiene",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Line:
    """A rule in the index; `failing` is the number of briefs in which it finds something now."""

    id: str
    link: str
    summary: str
    core: bool
    gate: Message | None
    severities: tuple[Severity, ...]
    failing: int


@dataclass(frozen=True, slots=True)
class Family:
    """A family of rules: its folder name, title and one sentence on what it is about."""

    name: str
    title: str
    about: str
    rules: tuple[Line, ...]


def rules_page(edition: Edition) -> SitePage:
    """The catalogue of rules."""
    speak = Voice(edition.translator(edition.language))
    failing = Counter(
        rule
        for _, found, _ in edition.briefs
        for rule in {one.rule for one in edition.findings(found.path) if not one.waived}
    )
    names = sorted({rule.family for rule in edition.rules}, key=_place)
    families = tuple(_family(edition, name, failing) for name in names)
    body = edition.environment.get_template("rules.html.j2").render(
        _=speak,
        families=families,
        count=len(edition.rules),
        core=sum(1 for rule in edition.rules if rule.meta.core),
        statuses=tuple(status.label for status in Status),
        severities=tuple(SEVERITIES.items()),
        ladder=edition.addresses.link(RULES, LADDER),
    )
    return SitePage(
        PageKind.RULES,
        RULES,
        speak("Rules"),
        edition.language,
        body,
        tuple(TocEntry(family.title, family.name, 2) for family in families),
        description=speak("Every rule that briefs are checked against, with examples."),
    )


def _family(edition: Edition, name: str, failing: Mapping[str, int]) -> Family:
    title, about = _introduction(name, Voice(edition.translator(edition.language)))
    rules = (rule for rule in edition.rules if rule.family == name)
    return Family(name, title, about, tuple(_line(edition, rule, failing) for rule in rules))


def _place(family: str) -> tuple[int, str]:
    return (_ORDER.index(family) if family in _ORDER else len(_ORDER), family)


def _introduction(family: str, speak: Voice) -> tuple[str, str]:
    """Title and sentence from the docstring of the family's folder: "Goals: what should …"; a
    family that only the team has needs none."""
    if family not in {rule.family for rule in all_rules()}:
        title = family.replace("-", " ").capitalize()
        return title, speak("Rules that this team has written for itself.")
    doc = " ".join((import_module(f"readyroom.rules.{family}").__doc__ or "").split())
    title, _, about = speak.translate(doc).replace("：", ":", 1).partition(":")
    about = about.strip()
    return title, about[:1].upper() + about[1:]


def _line(edition: Edition, rule: RegisteredRule, failing: Mapping[str, int]) -> Line:
    return Line(
        rule.id,
        edition.rule_link(RULES, rule.id),
        edition.translator(edition.language)(read_page(rule.doc).summary),
        rule.meta.core,
        LEVELS[rule.meta.gate] if rule.meta.gate else None,
        tuple(rule.meta.severities.at(status) for status in Status),
        failing.get(rule.id, 0),
    )
