"""Statuses that a brief declares, levels that are computed, severities and score pillars."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum, StrEnum


class Status(IntEnum):
    """What a brief claims to be; severities depend on it."""

    IDEA = 0
    PLANNED = 1
    VALIDATED = 2
    READY = 3
    LIVE = 4
    DONE = 5

    def __bool__(self) -> bool:
        return True  # idea is 0 and still a status

    @property
    def label(self) -> str:
        """The value as written in front matter."""
        return self.name.lower()

    @classmethod
    def read(cls, written: str) -> Status | None:
        """The status of a front-matter value, or None where it is none of them."""
        return cls.__members__.get(written.strip().upper())

    @property
    def level(self) -> Level:
        """The level that this status claims."""
        return Level(self + 1)


class Level(IntEnum):
    """How ready a brief is: computed, never claimed."""

    DRAFT = 0
    IDEA = 1
    PLANNED = 2
    VALIDATED = 3
    READY = 4
    LIVE = 5
    DONE = 6
    LEARNED = 7

    def __bool__(self) -> bool:
        return True  # draft is 0 and still a level

    @property
    def label(self) -> str:
        """The name on the badge."""
        return self.name.capitalize()

    @property
    def status(self) -> Status:
        """The status at whose severities this level's gate is judged."""
        return Status(min(max(self - 1, 0), Status.DONE))


class Severity(StrEnum):
    """Errors fail the command, warnings fail with --strict, info never."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"
    OFF = "off"

    @property
    def rank(self) -> int:
        """0 for an error, more the milder it is."""
        return list(Severity).index(self)


_LETTERS = {"E": Severity.ERROR, "W": Severity.WARNING, "i": Severity.INFO, "·": Severity.OFF}


@dataclass(frozen=True, slots=True)
class Severities:
    """One severity per status, written as six letters from idea to done: "iWEEE·".

    E error, W warning, i info, · off. Raises ValueError for anything else.
    """

    letters: str

    def __post_init__(self) -> None:
        if len(self.letters) != len(Status) or set(self.letters) - set(_LETTERS):
            raise ValueError(f"six of E W i · expected, not {self.letters!r}")

    def at(self, status: Status) -> Severity:
        """The severity at a status."""
        return _LETTERS[self.letters[status]]


class Pillar(StrEnum):
    """The seven parts of the diagnostic score."""

    STRATEGY = "strategy"
    AUDIENCE = "audience"
    EVIDENCE = "evidence"
    MEASURES = "measures"
    PEOPLE = "people"
    SAFETY = "safety"
    LEARNING = "learning"

    @property
    def weight(self) -> int:
        """Points of 100."""
        return _WEIGHTS[self]


_WEIGHTS = {
    Pillar.STRATEGY: 20,
    Pillar.AUDIENCE: 15,
    Pillar.EVIDENCE: 20,
    Pillar.MEASURES: 15,
    Pillar.PEOPLE: 10,
    Pillar.SAFETY: 10,
    Pillar.LEARNING: 10,
}
