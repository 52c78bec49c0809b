"""One loop over the rules: what is reported, set aside, skipped, and what a crash costs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

import pytest

from readyroom.linting.engine import lint
from readyroom.linting.settings import LintSettings
from readyroom.model.brief import Brief
from readyroom.model.message import Translate, msg
from readyroom.model.playbook import Playbook
from readyroom.model.report import Report
from readyroom.model.rule import Context, Finding, Related
from readyroom.model.status import Level, Severity
from readyroom.model.text import Span
from readyroom.rules import RegisteredRule, all_rules

from .briefs import (
    BEFORE,
    COMPLETE,
    ENDED,
    LIVE,
    PLANNED,
    READY,
    VALIDATED,
    edited,
    finder,
    read,
    report,
    silent,
    waived,
    waiver,
)

IDEA = edited(COMPLETE, ("status: done", "status: idea"))
BY_STATUS = [IDEA, PLANNED, VALIDATED, READY, LIVE, COMPLETE]


def told(found: Report) -> list[str]:
    """The rules that are reported, waived ones in brackets."""
    return [f"({d.rule})" if d.waived else d.rule for d in found.diagnostics]


def crashing(rule_id: str = "crashing", *, in_applies: bool = False) -> RegisteredRule:
    """A rule that falls over after its first finding, or before it begins."""

    def check(brief: Brief, context: Context) -> Iterator[Finding]:
        yield Finding(brief.place("title"), msg("Found."))
        raise ZeroDivisionError("division by zero")

    def applies(brief: Brief, context: Context) -> bool:
        return 1 // int(not in_applies) == 1

    return replace(silent(rule_id), check=check, applies=applies)


def not_for_this(rule_id: str) -> RegisteredRule:
    """A rule that does not apply."""
    return replace(finder(rule_id), applies=lambda brief, context: False)


@pytest.mark.parametrize(
    ("severity", "reported"),
    [
        ("EEEEEE", ["error"] * 6),
        ("iWE···", ["info", "warning", "error"]),
        ("···WWE", ["warning", "warning", "error"]),
        ("······", []),
    ],
)
def test_the_status_decides_how_bad_it_is(severity: str, reported: list[str]) -> None:
    rules = [finder("r", severity)]
    found = [d.severity for text in BY_STATUS for d in report(text, rules=rules).diagnostics]
    assert found == reported


def test_a_finding_may_be_milder_than_its_rule() -> None:
    rules = [finder("r", "EEEEEE", "goals", "risks", "log", own=("WWWWWW", "······"))]
    found = report(READY, rules=rules).diagnostics
    assert [d.severity for d in found] == [Severity.WARNING, Severity.ERROR]


WAIVERS = [
    pytest.param(waiver(), False, (0, 1), id="active"),
    pytest.param(waiver(until="2026-11-22"), False, (0, 1), id="its last day"),
    pytest.param(waiver(until="2026-11-21"), False, (1, 0), id="expired"),
    pytest.param(waiver(until="2027-02-20"), False, (0, 1), id="ninety days"),
    pytest.param(waiver(until="2027-02-21"), False, (1, 0), id="too long"),
    pytest.param(waiver(reason="so"), False, (1, 0), id="no real reason"),
    pytest.param(waiver(by='""'), False, (1, 0), id="nobody's"),
    pytest.param(waiver("another"), False, (1, 0), id="another rule's"),
    pytest.param(waiver(), True, (1, 0), id="core at ready, one person"),
    pytest.param(waiver(confirmed_by="omar"), True, (1, 0), id="core, confirmed by the same"),
    pytest.param(waiver(confirmed_by="ines"), True, (1, 0), id="core, confirmed by the owner"),
    pytest.param(waiver(confirmed_by="lin"), True, (0, 1), id="core, confirmed"),
]


@pytest.mark.parametrize(("entry", "core", "counts"), WAIVERS)
def test_waived_findings_stay_and_do_not_count(
    entry: str, core: bool, counts: tuple[int, int]
) -> None:
    found = report(waived(READY, entry), rules=[finder(core=core)])
    assert (len(found.diagnostics), found.count(Severity.ERROR), found.waived) == (1, *counts)


def test_a_core_rule_may_be_waived_alone_before_ready() -> None:
    found = report(waived(VALIDATED, waiver()), rules=[finder(core=True)])
    assert told(found) == ["(always)"]


def test_waivers_are_shown_whether_they_hold_or_not() -> None:
    text = waived(READY, waiver("one"), waiver("two", until="2020-01-01"))
    shown = report(text).briefs[0].waivers
    assert [(w.rule, w.by, w.until, w.active(BEFORE)) for w in shown] == [
        ("one", "omar", date(2026, 12, 31), True),
        ("two", "omar", date(2020, 1, 1), False),
    ]


@pytest.mark.parametrize(
    ("rules", "reported"),
    [
        ([finder("a"), finder("b", requires=("a",))], ["a"]),
        ([silent("a"), finder("b", requires=("a",))], ["b"]),
        ([finder("a", "······"), finder("b", requires=("a",))], []),
        ([not_for_this("a"), finder("b", requires=("a",))], ["b"]),
        ([crashing("a"), finder("b", requires=("a",))], ["b", "internal-error"]),
        ([finder("b", requires=("nowhere",))], ["b"]),
        ([finder("c", requires=("b",)), finder("b", requires=("a",)), finder("a")], ["a"]),
        ([finder("b", requires=("a", "z")), silent("a"), finder("z")], ["z"]),
    ],
)
def test_a_rule_waits_for_those_it_requires(
    rules: list[RegisteredRule], reported: list[str]
) -> None:
    assert sorted(told(report(READY, rules=rules))) == reported


def test_tier_three_spares_small_work() -> None:
    small = edited(READY, ("owner:", "tier: 3\nowner:"))
    rules = [finder("big", small_too=False), finder("any")]
    assert [told(report(text, rules=rules)) for text in (READY, small)] == [["any", "big"], ["any"]]


@pytest.mark.parametrize("in_applies", [False, True])
def test_a_crash_costs_nothing_else(in_applies: bool) -> None:
    others = [finder("a"), finder("b", "WWWWWW", "goals")]
    plain = report(READY, PLANNED, rules=others)
    found = report(READY, PLANNED, rules=[*others, crashing(in_applies=in_applies)])
    internal = [d for d in found.diagnostics if d.rule == "internal-error"]
    assert [d for d in found.diagnostics if d not in internal] == list(plain.diagnostics)
    assert [b.readiness.level for b in found.briefs] == [b.readiness.level for b in plain.briefs]
    assert [(d.family, d.severity, d.incomplete) for d in internal] == [
        ("engine", Severity.ERROR, True)
    ] * 2
    assert found.incomplete == 2


def test_a_crash_names_the_rule_and_what_happened() -> None:
    (found,) = report(READY, rules=[crashing()]).diagnostics
    assert (found.message, found.place.start.line) == (
        "The rule crashing could not check this brief (ZeroDivisionError: division by zero).",
        4,
    )


def test_the_order_of_briefs_and_rules_does_not_matter() -> None:
    rules = [finder("a", "EEEEEE", "risks", "goals"), finder("b", "EEEEEE", "goals"), silent()]
    other = edited(READY, ("id: market-hands", "id: a-second-market"))
    found = report(READY, other, rules=rules)
    assert found == report(other, READY, rules=rules)
    assert found.diagnostics == report(READY, other, rules=reversed(rules)).diagnostics


def test_the_same_playbook_gives_the_same_report() -> None:
    texts = (READY, edited(PLANNED, ("id: market-hands", "id: plan"), ("60 people", "many people")))
    assert report(*texts, rules=all_rules()) == report(*texts, rules=all_rules())


def test_findings_come_by_file_and_place() -> None:
    other = edited(READY, ("id: market-hands", "id: a-market"))
    found = report(READY, other, rules=[finder("z", "EEEEEE", "risks", "goals"), finder("a")])
    assert [(d.place.path, d.place.start.line, d.rule) for d in found.diagnostics] == [
        ("playbooks/a-market.md", 3, "a"),
        ("playbooks/a-market.md", 18, "z"),
        ("playbooks/a-market.md", 51, "z"),
        ("playbooks/market-hands.md", 3, "a"),
        ("playbooks/market-hands.md", 18, "z"),
        ("playbooks/market-hands.md", 51, "z"),
    ]


def test_only_narrows_the_report_and_not_what_is_known() -> None:
    other = edited(READY, ("id: market-hands", "id: a-market"))
    seen: list[int] = []

    def check(brief: Brief, context: Context) -> Iterator[Finding]:
        seen.append(len(context.playbook.briefs))
        yield Finding(brief.place("title"), msg("Found."))

    found = lint(
        Playbook((read(READY), read(other))),
        BEFORE,
        rules=[replace(silent("r"), check=check)],
        only=frozenset({"playbooks/a-market.md"}),
    )
    assert ([d.place.path for d in found.diagnostics], found.files, seen) == (
        ["playbooks/a-market.md"],
        1,
        [2],
    )


@pytest.mark.parametrize(
    ("settings", "reported"),
    [
        (LintSettings(), ["a", "b"]),
        (LintSettings(select=frozenset({"a"})), ["a"]),
        (LintSettings(select=frozenset({"fakes"})), ["a", "b"]),
        (LintSettings(select=frozenset({"fakes"}), ignore=frozenset({"a"})), ["b"]),
        (LintSettings(ignore=frozenset({"fakes"})), []),
        (LintSettings(off=frozenset({"b"})), ["a"]),
    ],
)
def test_settings_choose_what_is_reported(settings: LintSettings, reported: list[str]) -> None:
    rules = [finder("a", "WWWWWW"), finder("b")]
    assert told(report(READY, rules=rules, settings=settings)) == reported


def test_what_is_not_reported_still_counts_unless_it_is_off() -> None:
    def level(settings: LintSettings) -> Level:
        return report(READY, rules=[finder()], settings=settings).briefs[0].readiness.level

    assert [
        level(LintSettings(ignore=frozenset({"always"}))),
        level(LintSettings(off=frozenset({"always"}))),
    ] == [Level.VALIDATED, Level.READY]


@dataclass(frozen=True, slots=True)
class Options:
    """What a team may set."""

    least: int = 5


def test_rules_get_their_options() -> None:
    def check(brief: Brief, context: Context) -> Iterator[Finding]:
        yield Finding(brief.place("title"), msg("At least {n}.", n=context.options.least))

    rule = replace(silent("r", options=Options), check=check)
    settings = [LintSettings(), LintSettings(options={"r": Options(8)})]
    assert [report(READY, rules=[rule], settings=s).diagnostics[0].message for s in settings] == [
        "At least 5.",
        "At least 8.",
    ]


def test_rules_about_the_level_run_last_and_see_what_is_missing() -> None:
    def check(brief: Brief, context: Context) -> Iterator[Finding]:
        names = [gap.section or gap.rule for gap in context.missing if gap.level <= Level.READY]
        yield Finding(
            brief.place("status"), msg("{level} {names}", level=context.level, names=names)
        )

    rules = [replace(silent("about", needs_level=True), check=check), finder("a")]
    found = [d.message for d in report(READY, rules=rules).diagnostics if d.rule == "about"]
    assert found == [f"{Level.VALIDATED} ['a']"]


def test_a_rule_knows_all_rules_even_those_that_are_off() -> None:
    def check(brief: Brief, context: Context) -> Iterator[Finding]:
        known = (sorted(context.known_rules), sorted(context.core_rules))
        yield Finding(brief.place("title"), msg("{known}", known=known))

    rules = [replace(silent("r"), check=check), finder("a", core=True), finder("b")]
    settings = LintSettings(off=frozenset({"a", "b"}))
    assert [d.message for d in report(READY, rules=rules, settings=settings).diagnostics] == [
        "(['a', 'b', 'r'], ['a'])"
    ]


def test_places_in_this_and_other_files() -> None:
    def check(brief: Brief, context: Context) -> Iterator[Finding]:
        here = brief.place("goals")
        there = Related(Span(4, 6), msg("There."), "playbooks/a-market.md")
        yield Finding(here, msg("Here."), msg("Do."), related=(Related(here, msg("Same.")), there))

    other = edited(READY, ("id: market-hands", "id: a-market"))
    found = report(READY, other, rules=[replace(silent("r"), check=check)]).diagnostics[1]
    assert (found.place.start.line, found.place.start.column, found.place.end.column) == (18, 4, 9)
    assert [(r.place.path, r.place.start.line, r.place.start.column) for r in found.related] == [
        ("playbooks/market-hands.md", 18, 4),
        ("playbooks/a-market.md", 2, 1),
    ]


def test_messages_are_put_into_the_language_of_each_brief() -> None:
    polish = edited(READY, ("lang: en", "lang: pl"), ("id: market-hands", "id: a-targ"))
    playbook = Playbook((read(READY), read(polish)))

    def messages(ui_language: str = "") -> list[str]:
        found = lint(
            playbook, BEFORE, rules=[finder()], translator=translator, ui_language=ui_language
        )
        return [d.message for d in found.diagnostics]

    assert messages() == ["Znaleziono 1.", "Found 1."]
    assert messages("pl") == ["Znaleziono 1.", "Znaleziono 1."]
    assert messages("en") == ["Found 1.", "Found 1."]


def translator(code: str, /) -> Translate:
    def translate(template: str, plural: str = "", number: int = 1, /) -> str:
        return {("pl", "Found {n}."): "Znaleziono {n}."}.get((code, template), template)

    return translate


def test_findings_carry_the_address_of_their_rule() -> None:
    settings = LintSettings(site_url="https://playbook.example/")
    (found,) = report(READY, rules=[finder("a-rule")], settings=settings).diagnostics
    assert found.url == "https://playbook.example/rules/a-rule.html"


def test_a_plan_by_somebody_else_meets_only_rules_for_such_plans() -> None:
    body = COMPLETE.split("---\n", 2)[2]
    rules = [finder("own"), finder("any", "·WEEEE", foreign=True)]
    found = report(body, rules=rules, foreign=True)
    assert [(d.rule, d.severity) for d in found.diagnostics] == [("any", Severity.WARNING)]
    assert (found.briefs[0].foreign, found.briefs[0].status) == (True, None)


def test_what_cannot_be_parsed_is_said_and_the_rest_is_linted() -> None:
    deep = "---\nid: deep\nstatus: ready\n---\n" + ">" * 5000 + " too deep\n"
    found = report(deep, READY, rules=[finder("a", "EEEEEE")])
    rules: list[tuple[str, str]] = [(d.place.path, d.rule) for d in found.diagnostics]
    assert ("playbooks/deep.md", "unreadable-text") in rules
    assert ("playbooks/market-hands.md", "a") in rules


def test_the_report_names_each_brief_and_its_sections() -> None:
    brief = report(COMPLETE, today=ENDED).briefs[0]
    assert (brief.id, brief.title, brief.language, brief.owner, brief.launch) == (
        "market-hands",
        "Hands for the Saturday market",
        "en",
        "ines",
        date(2027, 1, 18),
    )
    assert [(s.keys, s.title, s.line) for s in brief.sections][:2] == [
        (("why",), "Why", 15),
        (("goals",), "Goals", 18),
    ]


def test_an_empty_playbook_has_an_empty_report() -> None:
    assert lint(Playbook(), BEFORE) == Report(BEFORE)
