"""What people call levels, side states, pillars and severities."""

from __future__ import annotations

from readyroom.model.message import Message, msg
from readyroom.model.status import Level, Pillar, Severity

LEVELS = {
    Level.DRAFT: msg("Draft"),
    Level.IDEA: msg("Idea"),
    Level.PLANNED: msg("Planned"),
    Level.VALIDATED: msg("Validated"),
    Level.READY: msg("Ready"),
    Level.LIVE: msg("Live"),
    Level.DONE: msg("Done"),
    Level.LEARNED: msg("Learned"),
}

STATES = {
    "ahead": msg("ahead of its evidence"),
    "slipped": msg("slipped"),
    "hold": msg("on hold"),
    "dropped": msg("dropped"),
}

PILLARS = {
    Pillar.STRATEGY: msg("Strategy"),
    Pillar.AUDIENCE: msg("Audience and message"),
    Pillar.EVIDENCE: msg("Evidence and data"),
    Pillar.MEASURES: msg("Measures and feedback"),
    Pillar.PEOPLE: msg("People and plan"),
    Pillar.SAFETY: msg("Safety"),
    Pillar.LEARNING: msg("Learning"),
}

SEVERITIES = {
    Severity.ERROR: msg("error"),
    Severity.WARNING: msg("warning"),
    Severity.INFO: msg("info"),
    Severity.OFF: msg("off"),
}

SEVERITY_GROUPS = {
    Severity.ERROR: msg("Holds it back"),
    Severity.WARNING: msg("Worth a look"),
    Severity.INFO: msg("Good to know"),
}


def state_label(state: str) -> Message:
    """The words for a side state."""
    return STATES.get(state, msg("{state}", state=state))
