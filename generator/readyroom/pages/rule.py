"""The page of one rule: why it matters, examples, when it counts, which briefs meet it now."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markdown_it.common.utils import escapeHtml
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from markdown_it.utils import EnvType, OptionsDict
from markupsafe import Markup

from readyroom.languages import language
from readyroom.linting.option_values import option_values
from readyroom.linting.rule_page import MARK, TITLES, read_page
from readyroom.model.message import Message
from readyroom.model.names import LEVELS, PILLARS, SEVERITIES, state_label
from readyroom.model.report import BriefReport
from readyroom.model.status import Level, Severity, Status
from readyroom.pages.edition import LADDER, RULES, Edition, rule_uri
from readyroom.pages.page import PageKind, SitePage, TocEntry
from readyroom.pages.templates import Voice
from readyroom.parsing.markdown import parser
from readyroom.rules import RegisteredRule

_EXAMPLES = {"Bad": "bad", "Good": "good", "Near misses": "good"}


@dataclass(frozen=True, slots=True)
class DocSection:
    """A section of the rule's page; `tone` is bad, good or ""."""

    title: str
    anchor: str
    tone: str
    html: Markup


@dataclass(frozen=True, slots=True)
class Failing:
    """A brief in which the rule finds something now."""

    title: str
    language: str
    link: str
    level: Level
    label: Message
    state: str
    state_label: Message
    severity: Severity
    count: int


def rule_page(edition: Edition, rule: RegisteredRule) -> SitePage:
    """The finished page of a rule."""
    speak = Voice(edition.translator(edition.language))
    doc, start = read_page(rule.doc).spoken(speak.translate), rule_uri(rule.id)
    sections = tuple(_sections(doc.sections, speak))
    failing = tuple(_failing(edition, rule, start))
    body = edition.environment.get_template("rule.html.j2").render(
        _=speak,
        rule=rule,
        summary=doc.summary,
        sections=sections,
        severities=tuple(
            (status.label, rule.meta.severities.at(status), SEVERITIES[_at(rule, status)])
            for status in Status
        ),
        gate=LEVELS[rule.meta.gate] if rule.meta.gate else None,
        gate_link=edition.addresses.link(
            start, LADDER, (rule.meta.gate or Level.READY).label.lower()
        ),
        pillar=PILLARS[rule.meta.pillar] if rule.meta.pillar else None,
        requires=tuple(
            (other, edition.rule_link(start, other))
            for other in rule.meta.requires
            if other in edition.rule_by_id
        ),
        off=rule.id in edition.settings.off,
        announced=_announced(edition, rule),
        options=tuple(option_values(rule, edition.settings)),
        failing=failing,
        index=edition.addresses.link(start, RULES),
        family_link=edition.addresses.link(start, RULES, rule.family),
    )
    toc = (
        *(TocEntry(section.title, section.anchor, 2) for section in sections),
        TocEntry(speak("When it counts"), "severity", 2),
        TocEntry(speak("Briefs it finds now"), "failing", 2),
    )
    return SitePage(
        PageKind.RULE, start, rule.id, edition.language, body, toc, description=doc.summary
    )


def _at(rule: RegisteredRule, status: Status) -> Severity:
    return rule.meta.severities.at(status)


def _sections(parts: Sequence[tuple[str, str]], speak: Voice) -> Iterator[DocSection]:
    renderer = _DocRenderer()
    for title, text in parts:
        tone = _EXAMPLES.get(title, "")
        html = renderer.render(parser().parse(text), parser().options, {})
        name = speak.text(TITLES[title]) if title in TITLES else title
        yield DocSection(name, title.lower().replace(" ", "-"), tone, Markup(html))


def _failing(edition: Edition, rule: RegisteredRule, start: str) -> Iterator[Failing]:
    for uri, found, _ in edition.briefs:
        open_findings = [
            one for one in edition.findings(found.path) if one.rule == rule.id and not one.waived
        ]
        if open_findings:
            yield _failing_brief(
                edition, start, uri, found, open_findings[0].severity, open_findings
            )


def _failing_brief(
    edition: Edition,
    start: str,
    uri: str,
    found: BriefReport,
    severity: Severity,
    findings: Sequence[object],
) -> Failing:
    return Failing(
        found.title,
        found.language,
        edition.addresses.link(start, uri, "findings"),
        found.readiness.level,
        LEVELS[found.readiness.level],
        found.readiness.state,
        state_label(found.readiness.state),
        severity,
        len(findings),
    )


def _announced(edition: Edition, rule: RegisteredRule) -> str:
    """The day from which the rule counts in full, "" where that is now."""
    day = edition.settings.announced.get(rule.id)
    return day.isoformat() if day and edition.report.as_of < day else ""


class _DocRenderer(RendererHTML):
    """Renders a rule's docstring; example briefs get their marked lines highlighted."""

    def fence(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        kind, _, info = tokens[idx].info.strip().partition(" ")
        lines = tokens[idx].content.removesuffix("\n").split("\n")
        html = "\n".join(map(_example_line, lines))
        if kind not in ("brief", "page"):
            return f"<pre><code>{html}</code></pre>\n"
        words = escapeHtml(_caption(kind, info))
        caption = f"<figcaption>{words}</figcaption>" if words else ""
        code = f"<pre><code>{html}</code></pre>"
        return f'<figure class="rr-example" data-pagefind-ignore>{caption}{code}</figure>\n'


def _caption(kind: str, info: str) -> str:
    """What is special about an example: its language, its status, what else it sets."""
    if kind == "page":
        return info
    options = dict(word.partition("=")[::2] for word in info.split())
    code = options.pop("lang", "")
    named = [language(code).name] if code else []
    return ", ".join(
        named + [f"{key}: {value}" if value else key for key, value in options.items()]
    )


def _example_line(line: str) -> str:
    text, mark, _ = line.partition(MARK)
    return f"<mark>{escapeHtml(text.rstrip())}</mark>" if mark else escapeHtml(line)
