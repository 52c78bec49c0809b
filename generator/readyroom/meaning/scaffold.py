"""An empty section for what a brief lacks: a heading, a table head and a hint, and no content."""

from __future__ import annotations

from readyroom.languages import language
from readyroom.model.brief import Brief, FoundBy
from readyroom.model.fix import Edit, Fix
from readyroom.model.message import NOTHING, Message, msg
from readyroom.model.text import Span


def section_scaffold(
    brief: Brief, key: str, hint: Message, content: Message = NOTHING
) -> Fix | None:
    """Insert the section `key` in its usual place, with `hint` as a comment that no page shows.

    `content` are lines to begin with (with a newline behind the last), by default none. None where
    the brief has such a section, or is somebody else's plan.
    """
    if brief.foreign or brief.section(key):
        return None
    heading = language(brief.language).headings[key][0]
    before, after = "", ""
    at = _place(brief, key)
    if brief.source.text[:at].strip():
        behind = brief.source.text[:at].replace("\r\n", "\n").replace("\r", "\n")
        before = "\n" * max(2 - (len(behind) - len(behind.rstrip("\n"))), 0)
    if brief.source.text[at:].strip():
        after = "\n"
    head = table_head(brief.language, key)
    text = Message(
        f"{before}## {{heading}}\n\n<!-- {{hint}} -->\n{{head}}{{content}}{after}",
        (
            ("heading", heading),
            ("hint", hint),
            ("head", f"\n{head}" if head or content else ""),
            ("content", content),
        ),
    )
    return Fix(
        msg("Insert an empty section “{heading}”", heading=heading), (Edit(Span(at, at), text),)
    )


def comment_below(brief: Brief, key: str, title: Message, hint: Message) -> Fix | None:
    """Insert a comment that no page shows below the heading of a section; None where the section
    has no heading of its own."""
    section = brief.section(key)
    if section is None or section.found_by is not FoundBy.HEADING:
        return None
    line = brief.source.position(section.heading.span().start).line
    at = brief.source.line_span(line).end
    return Fix(title, (Edit(Span(at, at), Message("\n<!-- {hint} -->", (("hint", hint),))),))


def table_head(code: str, key: str) -> str:
    """The head of a section's table with its line of dashes, "" where it usually has none."""
    names = [titles[0] for titles in language(code).columns.get(key, {}).values()]
    if not names:
        return ""
    return f"| {' | '.join(names)} |\n|{' --- |' * len(names)}\n"


def _place(brief: Brief, key: str) -> int:
    """Behind the last of the sections that usually stand before it, else before the first one."""
    order = list(language("en").headings)
    own = [s for s in brief.sections if s.found_by is FoundBy.HEADING and s.level == 2 and s.keys]
    earlier = [s for s in own if min(map(order.index, s.keys)) < order.index(key)]
    if earlier:
        return max(section.span.end for section in earlier)
    return min((s.span.start for s in own), default=len(brief.source.text))
