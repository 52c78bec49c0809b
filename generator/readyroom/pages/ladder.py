"""The ladder page: what each level asks for, from the rules and from the ladder itself."""

from __future__ import annotations

from dataclasses import dataclass

from readyroom.linting.rule_page import read_page
from readyroom.model.message import Message, msg
from readyroom.model.names import LEVELS, PILLARS, STATES
from readyroom.model.status import Level, Pillar
from readyroom.pages.conditions import Condition, conditions
from readyroom.pages.edition import LADDER, RULES, Edition
from readyroom.pages.page import PageKind, SitePage, TocEntry
from readyroom.pages.templates import Voice
from readyroom.rules import RegisteredRule

MEANINGS = {
    Level.DRAFT: msg("A file that somebody has started. Nothing is expected of it yet."),
    Level.IDEA: msg(
        "Somebody stands behind it, says why it is worth doing, and by when it is planned or "
        "dropped."
    ),
    Level.PLANNED: msg(
        "It is written down what we want, for whom, how we measure it and how we listen."
    ),
    Level.VALIDATED: msg(
        "Real people were asked or watched, and it is settled beforehand which number leads to "
        "which decision."
    ),
    Level.READY: msg(
        "Nothing that we know of is missing: a second person has looked, and there is a way to "
        "stop."
    ),
    Level.LIVE: msg("It runs, it was Ready before it ran, and its decisions wait for the data."),
    Level.DONE: msg("It has ended, and every metric has its actual value, date and verdict."),
    Level.LEARNED: msg(
        "At least one lesson has an owner and a start date, and every open question has an answer."
    ),
}

STATE_MEANINGS = {
    "ahead": msg(
        "The declared status is above the computed level. The brief's page names what closes the "
        "gap."
    ),
    "slipped": msg("The launch day has passed and the brief is not live."),
    "hold": msg("Waiting on purpose, with a reason and a date. The clock is stopped."),
    "dropped": msg("Stopped before more was spent. That is the pause at work, not a failure."),
}


@dataclass(frozen=True, slots=True)
class RuleLine:
    """A rule in a list: id, headline and link."""

    id: str
    summary: str
    link: str


@dataclass(frozen=True, slots=True)
class ConditionLine:
    """A structural condition with the rule that looks after the same section, if there is one."""

    condition: Condition
    rule: RuleLine | None


@dataclass(frozen=True, slots=True)
class Step:
    """One level of the ladder."""

    level: Level
    label: Message
    anchor: str
    meaning: Message
    rules: tuple[RuleLine, ...]
    conditions: tuple[ConditionLine, ...]


@dataclass(frozen=True, slots=True)
class PillarLine:
    """A part of the score: its share of the 100 points and the rules in it."""

    label: Message
    weight: int
    rules: tuple[RuleLine, ...]


def ladder_page(edition: Edition) -> SitePage:
    """The page that explains levels, side states and the score."""
    speak = Voice(edition.translator(edition.language))
    steps = tuple(_step(edition, level) for level in Level)
    body = edition.environment.get_template("ladder.html.j2").render(
        _=speak,
        steps=steps,
        states=tuple((state, STATES[state], STATE_MEANINGS[state]) for state in STATES),
        pillars=tuple(_pillar(edition, pillar) for pillar in Pillar),
        core=tuple(rule_line(edition, LADDER, rule) for rule in edition.rules if rule.meta.core),
        rule_count=len(edition.rules),
        rules_link=edition.addresses.link(LADDER, RULES),
    )
    toc = (
        TocEntry(speak("The levels"), "levels", 2),
        *(TocEntry(speak.text(step.label), step.anchor, 3) for step in steps),
        TocEntry(speak("Side states"), "side-states", 2),
        TocEntry(speak("The score"), "score", 2),
        TocEntry(speak("Core rules and waivers"), "core", 2),
    )
    return SitePage(
        PageKind.LADDER,
        LADDER,
        speak("The readiness ladder"),
        edition.language,
        body,
        toc,
        description=speak("What each readiness level asks of a campaign brief, and why."),
    )


def rule_line(edition: Edition, start: str, rule: RegisteredRule) -> RuleLine:
    """A rule as a line in a list on the page `start`."""
    return RuleLine(
        rule.id,
        edition.translator(edition.language)(read_page(rule.doc).summary),
        edition.rule_link(start, rule.id),
    )


def _step(edition: Edition, level: Level) -> Step:
    keepers = {rule.meta.presence_of: rule for rule in edition.rules if rule.meta.presence_of}
    return Step(
        level,
        LEVELS[level],
        level.label.lower(),
        MEANINGS[level],
        tuple(
            rule_line(edition, LADDER, rule) for rule in edition.rules if rule.meta.gate is level
        ),
        tuple(
            ConditionLine(
                found,
                rule_line(edition, LADDER, keepers[found.section])
                if found.section in keepers
                else None,
            )
            for found in conditions(level)
        ),
    )


def _pillar(edition: Edition, pillar: Pillar) -> PillarLine:
    rules = (rule for rule in edition.rules if rule.meta.pillar is pillar)
    return PillarLine(
        PILLARS[pillar], pillar.weight, tuple(rule_line(edition, LADDER, rule) for rule in rules)
    )
