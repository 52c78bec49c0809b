"""The home page: how many briefs stand where, what needs attention, and every brief in a table."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from readyroom.languages import language
from readyroom.model.brief import Brief
from readyroom.model.message import Message
from readyroom.model.names import LEVELS, state_label
from readyroom.model.report import BriefReport
from readyroom.model.status import Level
from readyroom.pages.attention import Reason, open_errors, reasons
from readyroom.pages.edition import HOME, LADDER, RULES, Edition
from readyroom.pages.page import PageKind, SitePage, TocEntry
from readyroom.pages.templates import Voice


@dataclass(frozen=True, slots=True)
class Row:
    """One brief in the table; `folder` is the playbook it belongs to."""

    link: str
    title: str
    language_code: str
    language: str
    level: Level
    label: Message
    state: str
    state_label: Message
    status: str
    owner: str
    launch: str
    ends: str
    score: int
    folder: str
    errors: int
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Stair:
    """A level with the number of briefs on it."""

    level: Level
    label: Message
    count: int


def home_page(edition: Edition) -> SitePage:
    """The dashboard. An index page of the team's own stands above it; the engine sees to that."""
    speak = Voice(edition.translator(edition.language))
    rows = tuple(_row(edition, uri, found, brief) for uri, found, brief in edition.briefs)
    counts = Counter(row.level for row in rows if row.state != "dropped")
    waiting = sorted((row for row in rows if row.reasons), key=lambda row: row.reasons[0].urgency)
    body = edition.environment.get_template("home.html.j2").render(
        _=speak,
        stairs=tuple(Stair(level, LEVELS[level], counts[level]) for level in Level),
        dropped=sum(1 for row in rows if row.state == "dropped"),
        rows=rows,
        waiting=waiting,
        levels=tuple((level, LEVELS[level]) for level in Level),
        owners=sorted({row.owner for row in rows if row.owner}),
        languages=sorted({(row.language_code, row.language) for row in rows}),
        folders=sorted({row.folder for row in rows if row.folder}),
        as_of=edition.report.as_of.isoformat(),
        ladder=edition.addresses.link(HOME, LADDER),
        rules=edition.addresses.link(HOME, RULES),
    )
    toc = (
        TocEntry(speak("Where our briefs stand"), "levels", 2),
        *([TocEntry(speak("Needs attention"), "attention", 2)] if waiting else ()),
        TocEntry(speak("All briefs"), "briefs", 2),
    )
    return SitePage(
        PageKind.HOME,
        HOME,
        speak("Briefs"),
        edition.language,
        body,
        toc,
        description=speak("Every campaign brief of the team and how ready it is."),
    )


def _row(edition: Edition, uri: str, found: BriefReport, brief: Brief) -> Row:
    findings = edition.findings(found.path)
    readiness = found.readiness
    return Row(
        edition.addresses.link(HOME, uri),
        found.title,
        brief.language,
        language(brief.language).name,
        readiness.level,
        LEVELS[readiness.level],
        readiness.state,
        state_label(readiness.state),
        found.status.label if found.status else "",
        found.owner,
        found.launch.isoformat() if found.launch else "",
        brief.ends.isoformat() if brief.ends else "",
        readiness.score,
        uri.partition("/")[0] if "/" in uri else "",
        open_errors(findings),
        reasons(found, brief, findings, edition.report.as_of),
    )
