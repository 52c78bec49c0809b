"""A rule's docstring as a page: summary, sections and runnable examples."""

from __future__ import annotations

import re
from dataclasses import dataclass

MARK = "←"
_FENCE = re.compile(r"^(`{3,}|~{3,})(brief|page)\b[ \t]*(.*)$")
_MARKED = re.compile(r"[ \t]*←.*$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Example:
    """A fenced brief from a rule's page.

    `section` is the heading it stands under, `info` the words behind the fence's `brief`
    (`status=ready lang=ru`), `text` the brief with its marks. `is_page` is set for a companion
    file (a strategy page, another brief) that the other examples of the page may refer to;
    its path is the first word of `info`.
    """

    section: str
    info: str
    text: str
    is_page: bool = False

    @property
    def options(self) -> dict[str, str]:
        """The `name=value` words of the info string."""
        return dict(word.split("=", 1) for word in self.info.split() if "=" in word)

    @property
    def clean_text(self) -> str:
        """The brief as a person would write it, without marks."""
        return _MARKED.sub("", self.text)

    @property
    def marked_lines(self) -> tuple[int, ...]:
        """The lines (from 1, within `text`) on which a finding is expected."""
        return tuple(number for number, line in enumerate(self.text.split("\n"), 1) if MARK in line)


@dataclass(frozen=True, slots=True)
class RulePage:
    """The parts of a rule's docstring."""

    summary: str
    sections: tuple[tuple[str, str], ...]
    examples: tuple[Example, ...]

    def section(self, title: str) -> str:
        """The Markdown under a heading, "" if there is none."""
        return dict(self.sections).get(title, "")


def read_page(doc: str) -> RulePage:
    """Split a docstring at its `##` headings (outside fences) and collect its examples."""
    summary, _, rest = doc.partition("\n\n")
    sections: list[tuple[str, list[str]]] = [("", [])]
    examples: list[Example] = []
    fence = ""
    body: list[str] = []
    kind, info = "", ""
    for line in rest.split("\n"):
        if not fence and line.startswith("## "):
            sections.append((line[3:].strip(), []))
            continue
        sections[-1][1].append(line)
        if fence:
            if line.strip() == fence:
                examples.append(Example(sections[-1][0], info, "\n".join(body), kind == "page"))
                fence = ""
            else:
                body.append(line)
        elif match := _FENCE.match(line):
            fence, kind, info = match[1], match[2], match[3]
            body = []
    parts = tuple((title, "\n".join(lines).strip()) for title, lines in sections if title)
    return RulePage(" ".join(summary.split()), parts, tuple(examples))
