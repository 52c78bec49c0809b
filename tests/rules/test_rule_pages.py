"""Every rule page is a test: what it shows as bad is found, what it shows as good is clean."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from pathlib import Path

import pytest

from readyroom.linting.examples import ExampleResult, run_examples
from readyroom.linting.rule_page import Example, read_page
from readyroom.model.status import Level, Severities
from readyroom.rules import RegisteredRule, all_rules

RULES = {rule.id: rule for rule in all_rules()}
SECTIONS = ["Why it matters", "Bad", "Good", "Sources"]
MOST_LINES = 200

every_rule = pytest.mark.parametrize("rule", RULES.values(), ids=RULES)


def _briefs(rule: RegisteredRule) -> list[Example]:
    return [example for example in read_page(rule.doc).examples if not example.is_page]


def _cases() -> Iterator[object]:
    for rule in RULES.values():
        counts = Counter[str]()
        for index, example in enumerate(_briefs(rule)):
            counts[example.section] += 1
            where = example.section.lower().replace(" ", "-")
            yield pytest.param(rule.id, index, id=f"{rule.id}/{where}-{counts[example.section]}")


@cache
def _results(rule_id: str) -> tuple[ExampleResult, ...]:
    return tuple(run_examples(RULES[rule_id]))


def _told(result: ExampleResult) -> str:
    """The marked lines, what was found where, and the example."""
    found = zip(result.found, result.messages, strict=True)
    return "\n".join(
        [
            f"\nexpected on lines: {sorted(set(result.expected))}",
            f"found on lines: {sorted(set(result.found))}",
            *(f"  line {line}: {message}" for line, message in found),
            f"--- {result.example.section} {result.example.info}".rstrip(),
            result.example.text,
        ]
    )


@pytest.mark.parametrize(("rule_id", "index"), list(_cases()))
def test_finds_what_is_marked_and_nothing_else(rule_id: str, index: int) -> None:
    result = _results(rule_id)[index]
    assert result.passed, _told(result)


@every_rule
def test_page_has_its_parts_in_order(rule: RegisteredRule) -> None:
    page = read_page(rule.doc)
    titles = [title for title, _ in page.sections]
    assert page.summary
    assert [title for title in titles if title in SECTIONS] == SECTIONS
    assert [title for title, text in page.sections if not text] == []


@every_rule
def test_page_shows_both_sides(rule: RegisteredRule) -> None:
    """At least one example of each side is marked or unmarked as its heading says."""
    marked = {bool(example.marked_lines) for example in _briefs(rule) if example.section == "Bad"}
    clean = {bool(example.marked_lines) for example in _briefs(rule) if example.section == "Good"}
    assert (marked, clean) == ({True}, {False})


@every_rule
def test_page_speaks_three_languages(rule: RegisteredRule) -> None:
    spoken = {_language(example) for example in _briefs(rule)}
    assert len(spoken) >= 3, f"{rule.id} shows {sorted(spoken)}"


def _language(example: Example) -> str:
    written = [line for line in example.text.split("\n") if line.startswith("lang:")]
    return written[0].split()[1] if written else example.options.get("lang", "en")


@every_rule
def test_page_shows_enough(rule: RegisteredRule) -> None:
    counts = Counter("bad" if example.section == "Bad" else "fine" for example in _briefs(rule))
    assert min(counts["bad"], counts["fine"]) >= 2, dict(counts)


@every_rule
def test_severities_are_six_letters(rule: RegisteredRule) -> None:
    assert rule.meta.severities == Severities(rule.meta.severity)


@every_rule
def test_required_rules_exist_and_gate_no_later(rule: RegisteredRule) -> None:
    """A rule is skipped where a required one is not clean, so that one has to hold the level."""
    required = {name: RULES.get(name) for name in rule.meta.requires}
    assert [name for name, found in required.items() if found is None] == []
    gate = rule.meta.gate or Level.READY
    later = [name for name, found in required.items() if found and _gate(found) > gate]
    assert later == []


def _gate(rule: RegisteredRule) -> Level:
    return rule.meta.gate or Level.READY


def test_no_rule_requires_itself_through_others() -> None:
    def reachable(name: str, seen: frozenset[str]) -> frozenset[str]:
        for required in RULES[name].meta.requires:
            if required not in seen:
                seen = reachable(required, seen | {required})
        return seen

    assert [name for name in RULES if name in reachable(name, frozenset())] == []


def test_ids_are_unique_and_sorted_by_family() -> None:
    ids = [rule.id for rule in all_rules()]
    assert len(ids) == len(set(ids))
    assert [rule.family for rule in all_rules()] == sorted(rule.family for rule in all_rules())


def test_each_section_has_one_rule_that_looks_after_it() -> None:
    counts = Counter(rule.meta.presence_of for rule in RULES.values() if rule.meta.presence_of)
    assert [name for name, count in counts.items() if count > 1] == []


@every_rule
def test_file_is_short(rule: RegisteredRule) -> None:
    name = rule.id.replace("-", "_")
    module = import_module(f"readyroom.rules.{rule.family}.{name}")
    lines = Path(str(module.__file__)).read_text(encoding="utf-8").count("\n")
    assert lines <= MOST_LINES
