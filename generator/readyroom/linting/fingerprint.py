"""What a finding is about, told without line numbers, so that it is known again after edits."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator

from readyroom.languages.matching import fold
from readyroom.model.brief import Brief, Item, Node, Section
from readyroom.model.rule import Finding
from readyroom.model.text import Span

_LONGEST = 200


class Subjects:
    """The places of one brief by name."""

    def __init__(self, brief: Brief) -> None:
        self._brief = brief
        spans = sorted(
            ((item.span, item) for item in brief.all_items()), key=lambda pair: pair[0].start
        )
        self._items = [item for _, item in spans]
        self._starts = [span.start for span, _ in spans]
        self._ends = [span.end for span, _ in spans]

    def of(self, span: Span) -> str:
        """The front-matter key, or section and item.

        An item goes by its id, else by its words; text outside of items by the words themselves.
        Moving a section, renaming the file or changing what stands around it leaves this as it is.
        """
        brief = self._brief
        if brief.front.exists and brief.front.span.start <= span.start < brief.front.span.end:
            return f"key {_key(brief.front.entries.items(), span)}"
        section = _innermost(brief.sections, span)
        where = ("+".join(section.keys) or fold(section.heading.text)) if section else ""
        if item := self._item(span):
            return f"{where} {item.id or _words(item.text)}"
        if section and section.heading.span().start <= span.start <= section.heading.span().end:
            return f"{where} heading"
        return f"{where} {_words(brief.source.text[span.start : span.end])}"

    def _item(self, span: Span) -> Item | None:
        index = bisect_right(self._starts, span.start) - 1
        if index < 0 or span.start > self._ends[index]:
            return None
        return self._items[index]


def keys(brief: Brief, findings: Iterable[tuple[str, Finding]]) -> Iterator[str]:
    """A key for each (rule, finding), different for each of them: brief, rule, subject and, from
    the second one on that agrees in these, a number."""
    seen = Counter[str]()
    subjects = Subjects(brief)
    for rule, finding in findings:
        found = key(brief.id, rule, subjects.of(finding.span))
        seen[found] += 1
        yield found if seen[found] == 1 else f"{found}\t{seen[found]}"


def key(*parts: str) -> str:
    """The parts as one key; a tab stands between them and nowhere else."""
    return "\t".join(" ".join(part.split()) for part in parts)


def _key(entries: Iterable[tuple[str, Node]], span: Span) -> str:
    """The top-level key that the place belongs to."""
    best = ""
    start = -1
    for name, node in entries:
        if start < node.key.start <= span.start:
            best, start = name, node.key.start
    return best


def _innermost(sections: Iterable[Section], span: Span) -> Section | None:
    holding = [
        s for s in sections if s.span.start <= span.start < max(s.span.end, s.span.start + 1)
    ]
    return max(holding, key=lambda section: section.span.start, default=None)


def _words(text: str) -> str:
    return " ".join(fold(text).split())[:_LONGEST]
