"""Run the examples on a rule's page: what it shows as bad must be found, what it shows as good
must be clean."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from readyroom.linting.engine import lint
from readyroom.linting.rule_page import Example, read_page
from readyroom.model.brief import Brief
from readyroom.model.playbook import Page, Playbook
from readyroom.model.text import Source
from readyroom.parsing.brief import parse_file
from readyroom.rules import RegisteredRule, all_rules

TODAY = date(2026, 11, 22)
PATH = "playbooks/example.md"
_DEFAULTS = {"id": "example", "title": "Example brief", "status": "planned", "lang": "en"}


@dataclass(frozen=True, slots=True)
class ExampleResult:
    """The lines on which a finding was expected and found (of severity info or above)."""

    example: Example
    expected: tuple[int, ...]
    found: tuple[int, ...]
    messages: tuple[str, ...]

    @property
    def passed(self) -> bool:
        """Whether both are the same."""
        return set(self.expected) == set(self.found)


def run_examples(rule: RegisteredRule) -> Iterator[ExampleResult]:
    """Run every example of a rule's page with only that rule reporting.

    Raises RuntimeError where the rule crashed: a crash would look like a clean example.
    """
    page = read_page(rule.doc)
    companions = [_companion(example) for example in page.examples if example.is_page]
    for example in page.examples:
        if not example.is_page:
            yield _run(rule, example, companions)


def _companion(example: Example) -> Brief | Page:
    return parse_file(Source(example.info.split()[0], example.clean_text))


def _run(rule: RegisteredRule, example: Example, companions: list[Brief | Page]) -> ExampleResult:
    options = example.options
    source, added = _source(example, options)
    brief = parse_file(source, foreign="foreign" in example.info.split())
    if not isinstance(brief, Brief):
        raise ValueError(f"{rule.id}: the example under {example.section} has no status")
    playbook = Playbook(
        briefs=(brief, *(found for found in companions if isinstance(found, Brief))),
        pages=tuple(found for found in companions if isinstance(found, Page)),
        files=frozenset({PATH, *(_path(found) for found in companions)}),
    )
    today = date.fromisoformat(options.get("today", TODAY.isoformat()))
    report = lint(playbook, today, rules=all_rules(), only=frozenset({brief.path}))
    for found in report.diagnostics:
        if found.incomplete and f" {rule.id} " in found.message:
            raise RuntimeError(found.message)
    own = [found for found in report.diagnostics if found.rule == rule.id]
    return ExampleResult(
        example,
        example.marked_lines,
        tuple(found.place.start.line - added for found in own),
        tuple(found.message for found in own),
    )


def _path(found: Brief | Page) -> str:
    return found.path


def _source(example: Example, options: dict[str, str]) -> tuple[Source, int]:
    """The example as a file, and how many lines of front matter were put before it."""
    text = example.clean_text
    path = options.get("path", PATH)
    if text.startswith("---") or "foreign" in example.info.split():
        return Source(path, text), 0
    front = {
        **_DEFAULTS,
        **{key: value for key, value in options.items() if key not in ("today", "path")},
    }
    head = ["---", *(f"{key}: {value}" for key, value in front.items()), "---"]
    return Source(path, "\n".join(head) + "\n" + text), len(head)
