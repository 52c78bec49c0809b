"""Every rule page is a test: what it shows as bad is found, what it shows as good is clean."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from pathlib import Path

import pytest

from readyroom.linting import trial
from readyroom.linting.examples import ExampleResult, run_examples
from readyroom.linting.rule_page import Example, read_page
from readyroom.linting.trial import late_requirements, page_faults
from readyroom.model.status import Severities
from readyroom.reporters.terminal.trial import difference
from readyroom.rules import RegisteredRule, all_rules

RULES = {rule.id: rule for rule in all_rules()}
SECTIONS = [*trial.SECTIONS, "Sources"]
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


@pytest.mark.parametrize(("rule_id", "index"), list(_cases()))
def test_finds_what_is_marked_and_nothing_else(rule_id: str, index: int) -> None:
    result = _results(rule_id)[index]
    assert result.passed, "\n".join(["", *difference(result)])


@every_rule
def test_page_is_whole(rule: RegisteredRule) -> None:
    page = read_page(rule.doc)
    assert page.summary
    assert list(page_faults(page)) == []
    assert [title for title, _ in page.sections if title in SECTIONS] == SECTIONS


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
    assert set(rule.meta.requires) - set(RULES) == set()
    assert list(late_requirements(rule, RULES.values())) == []


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


MOST_WORDS = 28


@every_rule
def test_why_is_one_sentence(rule: RegisteredRule) -> None:
    why = read_page(rule.doc).why
    assert why.endswith(".")
    assert len(why.split()) <= MOST_WORDS
    assert re.search(r"[.!?]\s", why) is None, why


@every_rule
def test_findings_say_everything(rule: RegisteredRule) -> None:
    """What is missing, what to do, how that could look, and a question; on one line each."""
    for result in _results(rule.id):
        for found in result.diagnostics:
            parts = (found.message, found.help, found.example, found.question)
            assert all(parts), parts
            assert "\n" not in "".join(parts)
            assert found.question.endswith("?")
            assert not found.help.rstrip('”"').endswith("?"), found.help
            assert re.search(r"[.:?!”\"`)]$", found.message), found.message
