"""A rule's docstring as a page: summary, sections and runnable examples."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache

from readyroom.model.message import Translate, msg
from readyroom.rules import RegisteredRule

MARK = "←"
_WHY = "Why it matters"
TITLES = {
    _WHY: msg("Why it matters"),
    "Bad": msg("Bad"),
    "Good": msg("Good"),
    "Near misses": msg("Near misses"),
    "Known misses": msg("Known misses"),
    "Sources": msg("Sources"),
}
_FENCE = re.compile(r"^(`{3,}|~{3,})(brief|page|fixed)\b[ \t]*(.*)$")
_MARKED = re.compile(r"[ \t]*←.*$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Example:
    """A fenced brief from a rule's page.

    `section` is the heading it stands under, `info` the words behind the fence's `brief`
    (`status=ready lang=ru`), `text` the brief with its marks. `is_page` is set for a companion
    file (a strategy page, another brief) that the other examples of the page may refer to;
    its path is the first word of `info`. `fixed` is what the rule's fix makes of it, None where
    the page does not show that.
    """

    section: str
    info: str
    text: str
    is_page: bool = False
    fixed: str | None = None

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

    @property
    def why_paragraphs(self) -> tuple[str, ...]:
        """Why the rule matters, each paragraph on one line."""
        paragraphs = self.section(_WHY).split("\n\n")
        return tuple(" ".join(paragraph.split()) for paragraph in paragraphs)

    @property
    def why(self) -> str:
        """The same in one sentence: the first paragraph."""
        return self.why_paragraphs[0]

    def spoken(self, speak: Translate) -> RulePage:
        """The page with what is translated of it: summary, why it matters, and titles."""
        return replace(
            self,
            summary=speak(self.summary),
            sections=tuple(
                (title, "\n\n".join(map(speak, self.why_paragraphs)) if title == _WHY else text)
                for title, text in self.sections
            ),
        )

    def section(self, title: str) -> str:
        """The Markdown under a heading, "" if there is none."""
        return dict(self.sections).get(title, "")


def page_of(rule: RegisteredRule) -> RulePage:
    """The page of a rule."""
    return read_page(rule.doc)


@cache
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
                text = "\n".join(body)
                if kind == "fixed":
                    examples[-1] = replace(examples[-1], fixed=text)
                else:
                    examples.append(Example(sections[-1][0], info, text, kind == "page"))
                fence = ""
            else:
                body.append(line)
        elif match := _FENCE.match(line):
            fence, kind, info = match[1], match[2], match[3]
            body = []
    parts = tuple((title, "\n".join(lines).strip()) for title, lines in sections if title)
    return RulePage(" ".join(summary.split()), parts, tuple(examples))
