"""Waivers: what each must say, and those that nothing needs any more."""

from __future__ import annotations

from datetime import date

import pytest

from readyroom.linting.engine import lint
from readyroom.model.brief import Brief
from readyroom.model.playbook import Playbook
from readyroom.model.status import Severity
from readyroom.model.text import Source
from readyroom.parsing.brief import parse_file

FULL = "reason: the fair has a fixed day, by: ana, until: 2026-12-31"
USED = f"{{rule: evidence-missing, {FULL}}}"  # nothing shows any evidence
UNUSED = f"{{rule: placeholder-left, {FULL}}}"  # nothing holds a place


def brief(waiver: str, status: str = "planned") -> Brief:
    front = f"id: spring\ntitle: Spring intake\nstatus: {status}\nlang: en\nowner: jo\n"
    text = f"---\n{front}lint:\n  ignore:\n    - {waiver}\n---\n# Spring intake\n"
    found = parse_file(Source("playbooks/spring.md", text))
    assert isinstance(found, Brief)
    return found


def messages(waiver: str, status: str = "planned", whole: bool = True) -> list[str]:
    report = lint(Playbook(briefs=(brief(waiver, status),), whole=whole), date(2026, 11, 22))
    return [found.message for found in report.diagnostics if found.rule == "waiver-invalid"]


SECOND = "`evidence-missing` is a core rule: a second person has to agree."
GONE = "`placeholder-left` finds nothing here any more."
WAIVERS = [
    (USED, "planned", []),
    (USED, "ready", [SECOND]),
    (USED.replace("}", ", confirmed_by: mira}"), "ready", []),
    (USED.replace("}", ", confirmed_by: jo}"), "ready", [SECOND]),
    (USED.replace("}", ", confirmed_by: '@Ana'}"), "ready", [SECOND]),
    (UNUSED, "planned", [GONE]),
    (UNUSED, "ready", [GONE]),
    (UNUSED.replace("2026-12-31", "2026-11-21"), "planned", ["This waiver ran out on 2026-11-21."]),
    (USED.replace("2026-12-31", "2026-11-22"), "planned", []),
    (USED.replace("2026-12-31", "2027-02-20"), "planned", []),
    (USED.replace("2026-12-31", "2027-02-21"), "planned",
     ["This waiver lasts longer than 90 days."]),
    (USED.replace("evidence-missing", "retro-missing"), "planned", []),  # does not apply yet
    (USED.replace("evidence-missing", "no-such"), "planned", ["There is no rule `no-such`."]),
]  # fmt: skip


@pytest.mark.parametrize(("waiver", "status", "expected"), WAIVERS)
def test_what_a_waiver_must_say(waiver: str, status: str, expected: list[str]) -> None:
    assert messages(waiver, status) == expected


def test_an_unused_waiver_is_a_warning_and_known_in_a_playbook_only() -> None:
    report = lint(Playbook(briefs=(brief(UNUSED),)), date(2026, 11, 22))
    found = [one for one in report.diagnostics if one.rule == "waiver-invalid"]
    assert [one.severity for one in found] == [Severity.WARNING]
    assert messages(UNUSED, whole=False) == []
