"""The page of one brief: how ready it is, what is missing, the brief itself, what was found."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from readyroom.model.brief import Brief
from readyroom.model.message import Message
from readyroom.model.names import LEVELS, PILLARS, SEVERITIES, SEVERITY_GROUPS, state_label
from readyroom.model.report import BriefReport, Diagnostic, RelatedPlace, worst_first
from readyroom.model.rule import Missing
from readyroom.model.status import Level, Severity
from readyroom.model.text import Span
from readyroom.pages.attention import state_note
from readyroom.pages.badge import badge_link, badge_markdown
from readyroom.pages.conditions import proof_link
from readyroom.pages.edition import HOME, LADDER, Edition
from readyroom.pages.facts import Fact, facts
from readyroom.pages.links import Links, own_items
from readyroom.pages.page import PageKind, SitePage, TocEntry
from readyroom.pages.render import Flag, RenderedBody, Words, render_body
from readyroom.pages.templates import Voice

_ORDER = (Severity.ERROR, Severity.WARNING, Severity.INFO)
_DESCRIPTION = 180


@dataclass(frozen=True, slots=True)
class RelatedLine:
    """A second place that explains a finding; `link` is "" where the site does not show it."""

    message: str
    place: str
    link: str


@dataclass(frozen=True, slots=True)
class FindingLine:
    """A finding as the page lists it; `anchor` is its own id, `place_link` leads to the text.

    `why` stands at the first finding of a rule only.
    """

    anchor: str
    severity: Severity
    label: Message
    message: str
    why: str
    help: str
    example: str
    question: str
    line: int
    rule: str
    rule_link: str
    place: str
    place_link: str
    related: tuple[RelatedLine, ...]


@dataclass(frozen=True, slots=True)
class Proof:
    """Something that is missing for a level, the next step, and where it is explained."""

    message: str
    step: str
    rule: str
    link: str
    place_link: str


@dataclass(frozen=True, slots=True)
class Rung:
    """One level on the ladder of a brief; `state` is reached, next or later."""

    level: Level
    label: Message
    state: str
    link: str
    proofs: tuple[Proof, ...]


@dataclass(frozen=True, slots=True)
class PillarLine:
    """Points of one part of the score; `share` is their percentage of the weight."""

    label: Message
    points: int
    weight: int
    share: int


@dataclass(frozen=True, slots=True)
class WaiverLine:
    """A rule that was set aside, by whom, why and until when."""

    rule: str
    rule_link: str
    reason: str
    by: str
    until: str
    confirmed_by: str
    active: bool


def brief_page(edition: Edition, uri: str, found: BriefReport, brief: Brief) -> SitePage:
    """The finished page of a brief."""
    return _BriefPage(edition, uri, found, brief).page()


class _BriefPage:
    """Gathers what the template of one brief shows."""

    def __init__(self, edition: Edition, uri: str, found: BriefReport, brief: Brief) -> None:
        self.edition, self.uri, self.found, self.brief = edition, uri, found, brief
        self.speak = Voice(edition.translator(brief.language))
        self.links = Links(edition, brief, uri)
        self.open = _in_order(edition.findings(found.path))
        self.body = self._body()
        self.spots = self.body.spots
        self.lines = [spot.line for spot in self.spots]

    def page(self) -> SitePage:
        readiness = TocEntry(self.speak("Readiness"), "readiness", 2)
        entries = (readiness, *self.body.toc, *self._own_entries())
        html = self.edition.environment.get_template("brief.html.j2").render(
            _=self.speak,
            brief=self.brief,
            found=self.found,
            level=self.found.readiness.level,
            level_label=LEVELS[self.found.readiness.level],
            state=self.found.readiness.state,
            state_label=state_label(self.found.readiness.state),
            note=[self.speak.text(part) for part in state_note(self.found, self.brief)],
            home=self.edition.addresses.link(self.uri, HOME),
            ladder=self.edition.addresses.link(self.uri, LADDER),
            folder=self.uri.rpartition("/")[0].removesuffix("/briefs"),
            facts=self._facts(),
            rungs=self._rungs(),
            steps=[self._proof(gap) for gap in self.found.readiness.steps],
            pillars=self._pillars(),
            title_anchor=self.body.title_anchor or "title",
            body=Markup(self.body.html),
            entries=[entry for entry in entries if entry.level == 2],
            findings=self._findings(),
            groups=[(s, self.speak.text(SEVERITY_GROUPS[s])) for s in _ORDER],
            waivers=self._waivers(),
            readable=self.brief.document is not None,
            badge=badge_link(self.edition, self.uri, self.found),
            badge_text=badge_markdown(self.edition, self.uri, self.found),
        )
        return SitePage(
            PageKind.BRIEF,
            self.uri,
            self.brief.title,
            self.brief.language,
            html,
            entries,
            self.brief.path,
            self._description(),
            self._anchors(),
            self.body.html,
        )

    # The body

    def _body(self) -> RenderedBody:
        if self.brief.document is None:
            return RenderedBody("")
        position = self.brief.source.position
        items = {
            position(item.span.start).line: name for name, item in own_items(self.brief).items()
        }
        return render_body(
            self.brief.document,
            title=self.brief.title,
            targets=self.links,
            items=items,
            flags=self._flags(),
            words=Words(
                self.speak.translate("Table: {heading}"),
                self.speak.translate("done"),
                self.speak.translate("to do"),
                self.speak.translate("This link leads to nothing on this site: {target}"),
            ),
        )

    def _flags(self) -> Mapping[int, Sequence[Flag]]:
        flags: dict[int, list[Flag]] = {}
        for number, found in enumerate(self.open, 1):
            flag = Flag(f"#f-{number}", found.severity.value, found.message)
            flags.setdefault(found.place.start.line, []).append(flag)
        return flags

    def _own_entries(self) -> tuple[TocEntry, ...]:
        entries = [("findings", self.speak("Findings"))] if self.open else []
        if self.found.waivers:
            entries.append(("waivers", self.speak("Waivers")))
        return tuple(TocEntry(title, anchor, 2) for anchor, title in entries)

    def _anchors(self) -> tuple[tuple[str, str], ...]:
        """What a link to this page may name: headings without their prefix, and ids."""
        if self.brief.document is None:
            return ()
        return tuple(
            (name, anchor)
            for spot in self.spots
            for anchor in (spot.anchor,)
            for name in (anchor[2:],)
            if not anchor.startswith("l-")
        )

    def _place(self, line: int) -> tuple[str, str]:
        """Name and link of the place on the page that shows a line of the file."""
        index = bisect_right(self.lines, line) - 1
        if index < 0:
            return self.speak("Facts"), "#facts"
        return self.spots[index].label, f"#{self.spots[index].anchor}"

    def _line(self, span: Span) -> int:
        return self.brief.source.position(span.start).line

    # What stands around it

    def _facts(self) -> Sequence[Fact]:
        return facts(self.edition, self.links, self.found, self.brief, self.speak)

    def _rungs(self) -> list[Rung]:
        reached = self.found.readiness.level
        return [
            Rung(
                level,
                LEVELS[level],
                "reached" if level <= reached else "next" if level == reached + 1 else "later",
                self.edition.addresses.link(self.uri, LADDER, level.label.lower()),
                tuple(
                    self._proof(gap) for gap in self.found.readiness.missing if gap.level == level
                ),
            )
            for level in Level
        ]

    def _proof(self, gap: Missing) -> Proof:
        return Proof(
            self.speak.text(gap.message),
            self.speak.text(gap.step),
            gap.rule,
            proof_link(self.edition, self.uri, gap),
            self._place(self._line(gap.span))[1] if gap.span else "",
        )

    def _pillars(self) -> list[PillarLine]:
        return [
            PillarLine(PILLARS[pillar], points, pillar.weight, 100 * points // pillar.weight)
            for pillar, points in self.found.readiness.pillars.items()
        ]

    def _findings(self) -> list[FindingLine]:
        first = {found.rule: found for found in reversed(self.open)}
        return [
            self._finding(number, found, first=found is first[found.rule])
            for number, found in enumerate(self.open, 1)
        ]

    def _finding(self, number: int, found: Diagnostic, *, first: bool) -> FindingLine:
        place, place_link = self._place(found.place.start.line)
        return FindingLine(
            f"f-{number}",
            found.severity,
            SEVERITIES[found.severity],
            found.message,
            found.why if first else "",
            found.help,
            found.example,
            found.question,
            found.place.start.line,
            found.rule,
            self.edition.rule_link(self.uri, found.rule),
            place,
            place_link,
            tuple(map(self._related, found.related)),
        )

    def _related(self, related: RelatedPlace) -> RelatedLine:
        path = related.place.path
        if path == self.brief.path:
            place, link = self._place(related.place.start.line)
            return RelatedLine(related.message, place, link)
        uri = self.edition.uri(path)
        link = self.edition.addresses.link(self.uri, uri) if uri else ""
        brief = self.edition.brief_by_path.get(path)
        return RelatedLine(related.message, brief.title if brief else path, link)

    def _waivers(self) -> list[WaiverLine]:
        return [
            WaiverLine(
                waiver.rule,
                self.edition.rule_link(self.uri, waiver.rule),
                waiver.reason,
                waiver.by,
                waiver.until.isoformat() if waiver.until else "",
                waiver.confirmed_by,
                waiver.active(self.edition.report.as_of),
            )
            for waiver in self.found.waivers
        ]

    def _description(self) -> str:
        """The beginning of the reason why, else level and owner."""
        why = self.brief.blocks("why")
        text = " ".join(why[0].passage.text.split()) if why else ""
        if not text:
            level = self.speak.text(LEVELS[self.found.readiness.level])
            text = self.speak("{level}, owner {owner}", level=level, owner=self.found.owner or "–")
        return text if len(text) <= _DESCRIPTION else text[:_DESCRIPTION].rstrip() + "…"


def _in_order(findings: Sequence[Diagnostic]) -> list[Diagnostic]:
    """What is not set aside, most severe first, then by place."""
    return worst_first(one for one in findings if not one.waived and one.severity in _ORDER)
