"""A rule tried on its own page: whether the page is whole, and its examples come out as shown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from readyroom.linting.examples import ExampleResult, run_examples
from readyroom.linting.rule_page import Example, RulePage, read_page
from readyroom.model.status import Level
from readyroom.rules import RegisteredRule

SECTIONS = ("Why it matters", "Bad", "Good")


@dataclass(frozen=True, slots=True)
class Trial:
    """What came of each example, and what is wrong with the page as a whole."""

    rule: RegisteredRule
    results: tuple[ExampleResult, ...]
    faults: tuple[str, ...]

    @property
    def failed(self) -> tuple[ExampleResult, ...]:
        """The examples that came out otherwise than shown."""
        return tuple(result for result in self.results if not result.passed)

    @property
    def passed(self) -> bool:
        """Whether the page is whole and every example came out as shown."""
        return not self.faults and not self.failed


def try_rule(rule: RegisteredRule, rules: Iterable[RegisteredRule]) -> Trial:
    """Run a rule's own examples; `rules` are all that there are, this one among them."""
    rules = tuple(rules)
    faults = [*page_faults(read_page(rule.doc)), *late_requirements(rule, rules)]
    results: list[ExampleResult] = []
    try:
        results.extend(run_examples(rule, rules))
    except (RuntimeError, ValueError) as error:
        faults.append(str(error))
    return Trial(rule, tuple(results), tuple(faults))


def page_faults(page: RulePage) -> Iterator[str]:
    """What is wrong with a rule's page, in sentences: parts that are missing, empty or in another
    order, and sides that are not shown as their heading says."""
    titles = [title for title, _ in page.sections]
    missing = [title for title in SECTIONS if title not in titles]
    yield from (f"The page has no section “## {title}”." for title in missing)
    if not missing and [title for title in titles if title in SECTIONS] != list(SECTIONS):
        yield f"The sections stand in another order than {', '.join(SECTIONS)}."
    yield from (f"The section “## {title}” is empty." for title, text in page.sections if not text)
    for title, marked in (("Bad", True), ("Good", False)):
        if title in titles:
            yield from _side(title, list(_briefs(page, title)), marked=marked)


def late_requirements(rule: RegisteredRule, rules: Iterable[RegisteredRule]) -> Iterator[str]:
    """What it means that a rule waits for one of a later level: where that one finds something, a
    brief passes this one's level unseen."""
    for other in rules:
        if other.id in rule.meta.requires and _gate(other) > _gate(rule):
            yield f"It requires {other.id}, which holds a later level than the rule itself."


def _gate(rule: RegisteredRule) -> Level:
    return rule.meta.gate or Level.READY


def _briefs(page: RulePage, title: str) -> Iterator[Example]:
    return (found for found in page.examples if found.section == title and not found.is_page)


def _side(title: str, examples: list[Example], *, marked: bool) -> Iterator[str]:
    if not examples:
        yield f"There is no example under “## {title}”: a brief between ```brief and ```."
    if any(bool(example.marked_lines) is not marked for example in examples):
        yield (
            f"An example under “## {title}” has no line that ends in ←."
            if marked
            else f"An example under “## {title}” has a line that ends in ←."
        )
