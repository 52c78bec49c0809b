"""Folding and word lists."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readyroom.languages import CODES, language
from readyroom.languages.matching import (
    cell,
    cell_meanings,
    fold,
    fold_with_places,
    last_cell,
    negations,
    words,
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("GOALS", "goals"),
        ("Ещё", "еще"),
        ("Май", "май"),
        ("И\u0306од", "йод"),
        ("ŁÓDŹ", "lodz"),
        ("ＫＰＩ％", "kpi%"),
        ("Ce\u200ble\ufeff", "cele"),
        ("Niño", "nino"),
    ],
)
def test_fold(text: str, expected: str) -> None:
    assert fold(text) == expected


@given(st.text())
def test_fold_is_idempotent_and_agrees_with_its_places(text: str) -> None:
    folded, places = fold_with_places(text)
    assert folded == fold(text)
    assert len(places) == len(folded) + 1
    assert places == sorted(places)
    assert all(0 <= place <= len(text) for place in places)


@pytest.mark.parametrize(
    ("name", "code", "text", "expected"),
    [
        ("everyone", "en", "Everyone who owns a phone", ["Everyone"]),
        ("everyone", "en", "for EVERYBODY and all users", ["EVERYBODY", "all users"]),
        ("everyone", "pl", "Dla wszystkich, każdy!", ["Dla wszystkich", "każdy"]),
        ("everyone", "ru", "Целевая группа: для всех", ["для всех"]),
        ("everyone", "zh-Hans", "面向所有人的活动", ["所有人"]),
        ("everyone", "fil", "para sa lahat", ["para sa lahat"]),
        ("everyone", "ru", "for everyone", ["everyone"]),
        ("vague_goal", "pl", "Zwiększyć ŚWIADOMOŚĆ marki", ["Zwiększyć ŚWIADOMOŚĆ"]),
        ("placeholder", "en", "todos los días", []),
    ],
)
def test_find(name: str, code: str, text: str, expected: list[str]) -> None:
    assert [text[a:b] for a, b in words(name, code).find(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [("TBD", True), ("**tbd**.", True), ("tbd by Monday", False), ("", False)],
)
def test_is_all_of(text: str, expected: bool) -> None:
    assert words("placeholder", "en").is_all_of(text) is expected


@pytest.mark.parametrize(
    ("kind", "text", "code", "expected"),
    [
        ("metric_type", "ограничитель", "ru", "guardrail"),
        ("metric_type", "护栏", "zh-Hans", "guardrail"),
        ("metric_type", "ochronny", "pl", "guardrail"),
        ("method", "panayam", "fil", "interview"),
        ("method", "interviews and a survey", "en", "interview"),
        ("result", "nothing of the kind", "en", ""),
        ("result", "не подтвердилось", "ru", "contradicts"),
        ("result", "不支持", "zh-Hans", "contradicts"),
        ("method", "rozmowy sprzedażowe", "pl", "sales calls"),
    ],
)
def test_cell(kind: str, text: str, code: str, expected: str) -> None:
    assert cell(kind, text, code) == expected


@pytest.mark.parametrize(
    ("text", "code", "expected"),
    [
        ("open rates among 40 guests: supports", "en", "supports"),
        ("supported by nobody, not confirmed", "en", "contradicts"),
        ("支持的人少：不支持", "zh-Hans", "contradicts"),
        ("nothing of the kind", "en", ""),
    ],
)
def test_in_a_sentence_the_last_word_decides(text: str, code: str, expected: str) -> None:
    assert last_cell("result", text, code) == expected


@pytest.mark.parametrize(
    ("text", "code", "expected"),
    [
        ("supports in the city, contradicts outside", "en", {"supports", "contradicts"}),
        ("nie potwierdza", "pl", {"contradicts", "supports"}),
        ("sumusuporta", "fil", {"supports"}),
        ("", "en", set()),
    ],
)
def test_every_meaning_of_a_cell(text: str, code: str, expected: set[str]) -> None:
    assert cell_meanings("result", text, code) == expected


@given(st.sampled_from(CODES), st.text())
def test_matching_never_raises_and_stays_inside(code: str, text: str) -> None:
    for entries in (words("everyone", code), negations(code)):
        for start, end in entries.find(text):
            assert 0 <= start < end <= len(text)


def test_every_language_names_the_same_things() -> None:
    english = language("en")
    for code in CODES:
        other = language(code)
        assert other.headings.keys() == english.headings.keys()
        assert other.labels.keys() == english.labels.keys()
        assert other.cells.keys() == english.cells.keys()
        assert {section: list(names) for section, names in other.columns.items()} == {
            section: list(names) for section, names in english.columns.items()
        }
