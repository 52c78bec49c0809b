"""What one run found: diagnostics, readiness per brief and the summary all outputs carry."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from readyroom.model.rule import Missing
from readyroom.model.status import Level, Pillar, Severity, Status
from readyroom.model.text import Position, Span
from readyroom.model.waiver import Waiver


@dataclass(frozen=True, slots=True)
class Place:
    """Where a diagnostic points: path, span and the same as lines and columns (end exclusive)."""

    path: str
    span: Span
    start: Position
    end: Position


@dataclass(frozen=True, slots=True)
class RelatedPlace:
    """A second place with a sentence on what it has to do with the finding."""

    place: Place
    message: str


@dataclass(frozen=True, slots=True)
class Replacement:
    """New text for a place; line ends are those of the file."""

    place: Place
    text: str


@dataclass(frozen=True, slots=True)
class Correction:
    """A fix as every output format carries it; `safe` ones are applied by `--fix`."""

    title: str
    replacements: tuple[Replacement, ...]
    safe: bool


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding as every output format carries it; texts are final, in the reader's language
    (`example` in the brief's).

    `family` is "engine" for what the engine itself reports (unreadable file, internal error).
    `incomplete` marks what could not be checked (exit code 3). `key` tells the finding from all
    others without line numbers: it stays the same while the finding is about the same thing.
    `language` is the one of the texts.
    """

    rule: str
    family: str
    severity: Severity
    message: str
    help: str
    place: Place
    why: str = ""
    example: str = ""
    question: str = ""
    related: tuple[RelatedPlace, ...] = ()
    fix: Correction | None = None
    waived: bool = False
    incomplete: bool = False
    url: str = ""
    key: str = ""
    language: str = "en"

    @property
    def fingerprint(self) -> str:
        """The key as 16 hexadecimal digits."""
        return hashlib.sha256(self.key.encode("utf-8", "surrogateescape")).hexdigest()[:16]

    @property
    def fixable(self) -> bool:
        """Whether `--fix` would put it right."""
        return self.fix is not None and self.fix.safe


def worst_first(findings: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Most severe first, then by place."""
    return sorted(findings, key=lambda one: (one.severity.rank, one.place.path, one.place.start))


@dataclass(frozen=True, slots=True)
class Readiness:
    """How ready one brief is.

    `missing` holds the unmet conditions of every level above, lowest level first; `steps` the
    cheapest up to three of the next level. `score` is 0-100; `pillars` its parts. `state` is
    "", "hold", "slipped", "ahead" or "dropped".
    """

    level: Level
    score: int
    pillars: Mapping[Pillar, int]
    missing: tuple[Missing, ...] = ()
    steps: tuple[Missing, ...] = ()
    state: str = ""


@dataclass(frozen=True, slots=True)
class SectionFound:
    """What was read as what: a section of the brief, or a place in somebody else's plan that says
    what such a section would (`title` is then the words themselves, and `keys` may be "owner" or
    "launch"). `empty` is set for a heading without anything to read under it.
    """

    keys: tuple[str, ...]
    title: str
    line: int
    empty: bool = False


@dataclass(frozen=True, slots=True)
class BriefReport:
    """One brief in the report."""

    id: str
    path: str
    title: str
    language: str
    owner: str
    status: Status | None
    launch: date | None
    readiness: Readiness
    waivers: tuple[Waiver, ...] = ()
    sections: tuple[SectionFound, ...] = ()
    foreign: bool = False


@dataclass(frozen=True)
class Report:
    """The result of one run over a playbook, sorted by path and place."""

    as_of: date
    diagnostics: tuple[Diagnostic, ...] = ()
    briefs: tuple[BriefReport, ...] = ()
    files: int = 0
    notes: tuple[str, ...] = field(default=())

    def count(self, severity: Severity) -> int:
        """How many open (not waived) diagnostics have this severity."""
        return sum(1 for d in self.diagnostics if d.severity is severity and not d.waived)

    @property
    def waived(self) -> int:
        """How many findings are set aside by a valid waiver."""
        return sum(1 for d in self.diagnostics if d.waived)

    @property
    def incomplete(self) -> int:
        """How many things could not be checked."""
        return sum(1 for d in self.diagnostics if d.incomplete)
