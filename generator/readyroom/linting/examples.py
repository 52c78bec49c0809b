"""Run the examples on a rule's page: what it shows as bad must be found, what it shows as good
must be clean."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from readyroom.linting.engine import lint
from readyroom.linting.fixing import correct
from readyroom.linting.rule_page import Example, read_page
from readyroom.model.brief import Brief
from readyroom.model.playbook import Page, Playbook
from readyroom.model.report import Diagnostic
from readyroom.model.text import Source
from readyroom.parsing.brief import parse_file
from readyroom.rules import RegisteredRule

TODAY = date(2026, 11, 22)
PATH = "playbooks/example.md"
_DEFAULTS = {"id": "example", "title": "Example brief", "status": "planned", "lang": "en"}


@dataclass(frozen=True, slots=True)
class ExampleResult:
    """The lines on which a finding was expected and found (of severity info or above), and what
    the fixes of this rule make of the example (None where it offers none)."""

    example: Example
    expected: tuple[int, ...]
    found: tuple[int, ...]
    diagnostics: tuple[Diagnostic, ...]
    fixed: str | None = None

    @property
    def messages(self) -> tuple[str, ...]:
        """The messages in the order of `found`."""
        return tuple(diagnostic.message for diagnostic in self.diagnostics)

    @property
    def passed(self) -> bool:
        """Whether the lines are the same, and the fixed text is the one that is shown (if any)."""
        shown = self.example.fixed
        return set(self.expected) == set(self.found) and (
            shown is None or (self.fixed or "").rstrip() == shown.rstrip()
        )


@dataclass(frozen=True)
class Scene:
    """An example with the files around it, ready to be linted.

    `source` is the example as a file; `added` the number of lines of front matter that were put
    before it. `rules` are all that run, None for those of Readyroom.
    """

    rule: RegisteredRule
    example: Example
    companions: tuple[Brief | Page, ...]
    source: Source
    added: int
    rules: tuple[RegisteredRule, ...] | None = None

    def diagnostics(self, source: Source | None = None) -> tuple[Diagnostic, ...]:
        """What the rule finds in the example, or in another text in its place.

        Raises RuntimeError where the rule crashed (that would look like a clean example), and
        ValueError where the text is no brief.
        """
        foreign = "foreign" in self.example.info.split()
        brief = parse_file(source or self.source, foreign=foreign)
        if not isinstance(brief, Brief):
            raise ValueError(
                f"{self.rule.id}: an example under {self.example.section} has no status"
            )
        playbook = Playbook(
            briefs=(brief, *(found for found in self.companions if isinstance(found, Brief))),
            pages=tuple(found for found in self.companions if isinstance(found, Page)),
            files=frozenset({PATH, *(found.path for found in self.companions)}),
        )
        today = date.fromisoformat(self.example.options.get("today", TODAY.isoformat()))
        report = lint(playbook, today, rules=self.rules, only=frozenset({brief.path}))
        for found in report.diagnostics:
            if found.incomplete and f" {self.rule.id} " in found.message:
                raise RuntimeError(found.message)
        return tuple(found for found in report.diagnostics if found.rule == self.rule.id)


def scenes(
    rule: RegisteredRule, rules: tuple[RegisteredRule, ...] | None = None
) -> Iterator[Scene]:
    """Every example of a rule's page; for `rules` see `Scene`."""
    examples = read_page(rule.doc).examples
    companions = tuple(
        parse_file(Source(example.info.split()[0], example.clean_text))
        for example in examples
        if example.is_page
    )
    for example in examples:
        if not example.is_page:
            yield Scene(rule, example, companions, *_source(example), rules)


def run_examples(
    rule: RegisteredRule, rules: tuple[RegisteredRule, ...] | None = None
) -> Iterator[ExampleResult]:
    """Run every example of a rule's page with only that rule reporting. Raises as `Scene` does."""
    for scene in scenes(rule, rules):
        own = scene.diagnostics()
        yield ExampleResult(
            scene.example,
            scene.example.marked_lines,
            tuple(found.place.start.line - scene.added for found in own),
            own,
            _fixed(scene, own),
        )


def _fixed(scene: Scene, own: tuple[Diagnostic, ...]) -> str | None:
    """The example after the fixes, without the front matter that was put before it."""
    corrections = [found.fix for found in own if found.fix]
    if not corrections:
        return None
    text, _ = correct(scene.source, corrections)
    return text.removeprefix(scene.source.text[: scene.source.line_starts[scene.added]])


def _source(example: Example) -> tuple[Source, int]:
    """The example as a file, and how many lines of front matter were put before it."""
    text, options = example.clean_text, example.options
    path = options.pop("path", PATH)
    options.pop("today", "")
    if text.startswith("---") or "foreign" in example.info.split():
        return Source(path, text), 0
    front = {**_DEFAULTS, **options}
    head = ["---", *(f"{key}: {value}" for key, value in front.items()), "---"]
    return Source(path, "\n".join(head) + "\n" + text), len(head)
