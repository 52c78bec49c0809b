"""Briefs in five languages, and the judgement on each: what was found where, level and score."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from readyroom.linting.engine import lint
from readyroom.model.brief import Brief, Item, Section
from readyroom.model.playbook import Page, Playbook
from readyroom.model.status import Level
from readyroom.model.text import Source, Span
from readyroom.parsing.brief import parse_file
from readyroom.rules import all_rules

LANGUAGES = ("en", "ru", "zh-Hans", "pl", "fil")
TODAY = date(2026, 11, 22)
_FOLDER = Path(__file__).parent / "briefs"
BRIEFS = tuple(sorted(path.name for path in _FOLDER.iterdir()))
_FILES = tuple(f"{name}.md" for name in BRIEFS)
_PAGES = {
    "strategy.md": "# Strategy\n\n## OBJ-2027-1 A shelf in use\n\n## OBJ-2027-2 Less in the bin\n",
    "contact.md": "# Contact policy\n\n- At most 2 messages per person and month.\n",
    "evidence.md": "# Evidence\n\nNotes and lists.\n",
}


@dataclass(frozen=True, slots=True, order=True)
class Seen:
    """One finding, as it can be compared between languages.

    section: the key of the section, "front" for the block of keys above. item: the id or key of
    the entry, else its number in the section.
    """

    rule: str
    severity: str
    section: str
    item: str

    def __str__(self) -> str:
        return f"{self.rule} ({self.severity}) in {self.section} {self.item}".rstrip()


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a run says about one brief."""

    seen: tuple[Seen, ...]
    level: Level
    score: int

    def since(self, before: Judgement) -> tuple[Seen, ...]:
        """What is found here and was not found before."""
        return tuple(sorted((Counter(self.seen) - Counter(before.seen)).elements()))


def text(name: str, language: str) -> str:
    """The clean brief as it stands in its file."""
    return (_FOLDER / name / f"{language}.md").read_text(encoding="utf-8")


@cache
def clean(name: str, language: str) -> Brief:
    """The clean brief, parsed."""
    return _parse(name, text(name, language))


@cache
def judgement(name: str, language: str) -> Judgement:
    """The judgement on the clean brief."""
    return _judge(clean(name, language), language)


def judge(name: str, language: str, changed: str) -> Judgement:
    """The judgement on a brief with this text, among the clean others of its language."""
    return _judge(_parse(name, changed), language)


def _parse(name: str, content: str) -> Brief:
    brief = parse_file(Source(f"playbooks/{name}.md", content))
    assert isinstance(brief, Brief)
    return brief


@cache
def _pages() -> tuple[Page, ...]:
    pages = (parse_file(Source(f"playbooks/{name}", body)) for name, body in _PAGES.items())
    return tuple(page for page in pages if isinstance(page, Page))


def _judge(brief: Brief, language: str) -> Judgement:
    others = tuple(clean(name, language) for name in BRIEFS if name != brief.stem)
    playbook = Playbook(
        briefs=(brief, *others),
        pages=_pages(),
        files=frozenset(f"playbooks/{name}" for name in (*_PAGES, *_FILES)),
    )
    report = lint(playbook, TODAY, rules=all_rules(), only=frozenset({brief.path}))
    seen = (
        Seen(found.rule, found.severity.value, *where(brief, found.place.span))
        for found in report.diagnostics
    )
    readiness = report.briefs[0].readiness
    return Judgement(tuple(sorted(seen)), readiness.level, readiness.score)


def where(brief: Brief, span: Span) -> tuple[str, str]:
    """Section and entry that hold the start of a span."""
    if span.start < brief.front.span.end:
        keys = [(node.key.start, key) for key, node in brief.front.entries.items()]
        return "front", max(((start, key) for start, key in keys if start <= span.start))[1]
    holding = [s for s in brief.sections if s.keys and s.span.start <= span.start < s.span.end]
    if not holding:
        return "", ""
    section = max(holding, key=lambda found: found.span.start)
    return "+".join(section.keys), _entry(brief, section, span.start)


def _entry(brief: Brief, section: Section, at: int) -> str:
    """The entry on whose lines a place is; nested ones first."""
    line = brief.source.position(at).line
    for number, item in enumerate(section.items, 1):
        for found in _family(item):
            first, last = map(brief.source.position, (found.span.start, found.span.end))
            if first.line <= line <= last.line:
                return found.key or found.id or f"no. {number}"
    return ""


def _family(item: Item) -> Iterator[Item]:
    for child in item.children:
        yield from _family(child)
    yield item
