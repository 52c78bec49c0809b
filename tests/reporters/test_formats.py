"""The registry of formats, and what each must hold whatever the report is."""

from __future__ import annotations

import json
from datetime import date

import pytest

from readyroom.model.report import (
    BriefReport,
    Diagnostic,
    Place,
    Readiness,
    RelatedPlace,
    Report,
)
from readyroom.model.status import Level, Pillar, Severity
from readyroom.model.text import Position, Source, Span
from readyroom.reporters import View, formats, reporter

EVIL = "a\x1b[2J\u202e ##[add-mask]b\n::error::c \ud800"


def place(path: str = "p/x.md", line: int = 1) -> Place:
    return Place(path, Span(0, 3), Position(line, 1), Position(line, 4))


def diagnostic(**changes: object) -> Diagnostic:
    values: dict[str, object] = {
        "rule": "goal-missing",
        "family": "goals",
        "severity": Severity.ERROR,
        "message": "There is no goal.",
        "help": "Write one.",
        "place": place(),
    }
    return Diagnostic(**{**values, **changes})  # type: ignore[arg-type]


def brief(**changes: object) -> BriefReport:
    values: dict[str, object] = {
        "id": "x",
        "path": "p/x.md",
        "title": "X",
        "language": "en",
        "owner": "",
        "status": None,
        "launch": None,
        "readiness": Readiness(Level.DRAFT, 0, dict.fromkeys(Pillar, 0)),
    }
    return BriefReport(**{**values, **changes})  # type: ignore[arg-type]


def report(*diagnostics: Diagnostic, briefs: tuple[BriefReport, ...] = ()) -> Report:
    return Report(date(2026, 11, 22), diagnostics, briefs, files=len(briefs))


def test_the_folder_is_the_registry() -> None:
    assert set(formats()) >= {"concise", "json", "readiness", "statistics", "text"}


@pytest.mark.parametrize("name", formats())
def test_nothing_in_a_brief_or_a_name_gets_out(name: str) -> None:
    hostile = report(
        diagnostic(
            message=EVIL,
            help=EVIL,
            url=EVIL,
            place=place(EVIL),
            related=(RelatedPlace(place(EVIL), EVIL),),
        ),
        briefs=(brief(title=EVIL, path=EVIL, owner=EVIL, foreign=True),),
    )
    text = reporter(name)(hostile, View({EVIL: Source(EVIL, EVIL)}))
    own = "::error file=" if name == "github" else "no line of ours begins with two colons"
    lines = [line.strip() for line in text.splitlines()]
    assert [line for line in lines if line.startswith("::") and not line.startswith(own)] == []
    assert [bad for bad in ("\x1b", "\u202e", "##[", "\ud800") if bad in text] == []


@pytest.mark.parametrize("name", formats())
def test_an_empty_report(name: str) -> None:
    assert reporter(name)(report(), View()).count("\x1b") == 0


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        (report(), "Nothing was checked."),
        (report(briefs=(brief(),)), "1 brief checked, nothing to put right."),
        (
            report(diagnostic(severity=Severity.INFO), briefs=(brief(), brief())),
            "2 briefs checked, nothing to put right; 1 hint.",
        ),
        (
            report(
                diagnostic(),
                diagnostic(),
                diagnostic(severity=Severity.WARNING),
                diagnostic(waived=True),
                briefs=(brief(),),
            ),
            "2 errors, 1 warning in 1 brief; 1 finding set aside by a waiver. "
            "`readyroom explain RULE` says more about the name in brackets.",
        ),
        (
            report(diagnostic(incomplete=True), briefs=(brief(), brief())),
            "1 error in 2 briefs; 1 check could not be finished. "
            "`readyroom explain RULE` says more about the name in brackets.",
        ),
    ],
)
def test_the_closing_line(found: Report, expected: str) -> None:
    assert reporter("text")(found, View()).splitlines()[-1] == expected


def test_waived_findings_are_counted_and_kept_in_json_only() -> None:
    waived = report(diagnostic(waived=True), briefs=(brief(),))
    assert "goal-missing" not in reporter("text")(waived, View())
    assert reporter("concise")(waived, View()) == ""
    found = json.loads(reporter("json")(waived, View()))
    assert [d["waived"] for d in found["diagnostics"]] == [True]
    assert found["summary"]["error"] == 0


def test_json_holds_the_true_text() -> None:
    found = json.loads(
        reporter("json")(report(diagnostic(message=EVIL, place=place(EVIL))), View())
    )
    assert [(d["message"], d["path"]) for d in found["diagnostics"]] == [(EVIL, EVIL)]


@pytest.mark.parametrize("name", ["text", "concise", "statistics", "readiness"])
def test_colours_only_when_asked_for(name: str) -> None:
    found = report(diagnostic(), briefs=(brief(),))
    assert "\x1b[" in reporter(name)(found, View(color=True))
    assert "\x1b[" not in reporter(name)(found, View(color=False))
