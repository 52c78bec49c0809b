"""The same brief in five languages: the same findings, the same level and the same score."""

from __future__ import annotations

from functools import cache

import pytest

from readyroom.model.text import Span
from readyroom.rules import all_rules

from .defects import DEFECTS
from .editing import Edit, edited
from .judging import BRIEFS, LANGUAGES, Judgement, Seen, clean, judge, judgement
from .near_misses import NEAR_MISSES
from .variant import Variant

AHEAD = "status-ahead-of-evidence"  # the sum of other findings


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", BRIEFS)
def test_clean_brief(name: str, language: str) -> None:
    assert [str(seen) for seen in judgement(name, language).seen] == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", BRIEFS)
def test_level_and_score(name: str, language: str) -> None:
    mine, english = judgement(name, language), judgement(name, "en")
    assert (mine.level, mine.score) == (english.level, english.score)


def variants(table: tuple[Variant, ...]) -> pytest.MarkDecorator:
    """One test for each brief, language and variant."""
    return pytest.mark.parametrize(
        ("variant", "language"),
        [
            pytest.param(variant, language, id=f"{variant.brief}/{language}/{variant.name}")
            for variant in table
            for language in LANGUAGES
        ],
    )


def test_nearly_every_rule_has_a_defect() -> None:
    """A new rule comes in one file, so the last few may still be without."""
    aimed_at = {rule for variant in DEFECTS for rule in variant.rules}
    without = sorted({rule.id for rule in all_rules()} - aimed_at)
    assert len(without) <= 5, without


@variants(DEFECTS)
def test_defect(variant: Variant, language: str) -> None:
    rules = {seen.rule for seen in judged(variant, language).since(before(variant, language))}
    assert sorted(rules - ({AHEAD} - set(variant.rules))) == sorted(variant.rules)


@variants(DEFECTS)
def test_defect_is_the_same_in_every_language(variant: Variant, language: str) -> None:
    assert _described(judged(variant, language)) == _described(judged(variant, "en"))


@variants(NEAR_MISSES)
def test_near_miss(variant: Variant, language: str) -> None:
    if not found_on(sheet_of(variant), language):
        return  # nothing is found with all of them in one brief, so nothing with one of them
    found = judged(variant, language).since(before(variant, language))
    assert [str(seen) for seen in found] == []


@cache
def judged(variant: Variant, language: str) -> Judgement:
    """The judgement on a variant; each is parsed and linted once."""
    return _judged(variant.brief, language, (*variant.base, *variant.edits))


def before(variant: Variant, language: str) -> Judgement:
    """The judgement on the brief that it was made from."""
    return _judged(variant.brief, language, variant.base)


@cache
def _judged(name: str, language: str, edits: tuple[Edit, ...]) -> Judgement:
    return judge(name, language, edited(clean(name, language), edits))


def found_on(sheet: tuple[Variant, ...], language: str) -> tuple[Seen, ...]:
    """What is found in a brief with all these changes at once."""
    edits = tuple(edit for variant in sheet for edit in variant.edits)
    return _judged(sheet[0].brief, language, edits).since(before(sheet[0], language))


def sheet_of(variant: Variant) -> tuple[Variant, ...]:
    """The near misses that are tried together with this one."""
    return next(sheet for sheet in _sheets() if variant in sheet)


@cache
def _sheets() -> tuple[tuple[Variant, ...], ...]:
    """Near misses of one brief that change different places."""
    sheets: list[list[Variant]] = []
    taken: list[set[Span]] = []
    for variant in NEAR_MISSES:
        brief = clean(variant.brief, "en")
        spans = {span for edit in variant.edits for span, _ in edit(brief)}
        for sheet, others in zip(sheets, taken, strict=True):
            free = not any(a.start <= b.end and b.start <= a.end for a in spans for b in others)
            if free and sheet[0].brief == variant.brief:
                sheet.append(variant)
                others |= spans
                break
        else:
            sheets.append([variant])
            taken.append(spans)
    return tuple(map(tuple, sheets))


def _described(found: Judgement) -> list[str]:
    return [*map(str, found.seen), f"level {found.level}", f"score {found.score}"]
