"""The rule front-matter-invalid: keys, types and words as tables."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

import pytest

from readyroom.linting.engine import lint
from readyroom.model.brief import Brief
from readyroom.model.key_types import iso_date, nearest, slug
from readyroom.model.playbook import Playbook
from readyroom.model.report import Diagnostic
from readyroom.model.schema import KEYS, Key
from readyroom.model.status import Severity, Status
from readyroom.model.text import Source
from readyroom.parsing.brief import parse_file
from readyroom.parsing.front_matter import read_front_matter
from readyroom.rules import all_rules

TODAY = date(2026, 11, 22)
IDEA = {
    "id": "spring",
    "title": "Spring intake of volunteers",
    "status": "idea",
    "lang": "en",
    "owner": "ana",
    "created": "2026-11-02",
}
PLANNED = {**IDEA, "status": "planned", "kind": "campaign"}


def brief(keys: dict[str, str], path: str = "playbooks/spring.md", foreign: bool = False) -> Brief:
    front = "".join(f"{key}: {value}\n" for key, value in keys.items())
    found = parse_file(Source(path, f"---\n{front}---\n# Plan\n"), foreign=foreign)
    assert isinstance(found, Brief)
    return found


def findings(*briefs: Brief) -> list[Diagnostic]:
    rules = [rule for rule in all_rules() if rule.id == "front-matter-invalid"]
    report = lint(Playbook(briefs=briefs), TODAY, rules=rules)
    return [found for found in report.diagnostics if found.rule == "front-matter-invalid"]


def messages(found: Iterable[Diagnostic]) -> list[str]:
    return [diagnostic.message for diagnostic in found]


@pytest.mark.parametrize("keys", [IDEA, PLANNED], ids=["idea", "planned"])
def test_an_ordinary_brief_has_no_finding(keys: dict[str, str]) -> None:
    assert findings(brief(keys)) == []


MISSING = {
    "idea": {"id", "title", "lang", "created"},
    "planned": {"id", "title", "lang", "created", "kind"},
    "ready": {"id", "title", "lang", "created", "kind"},
}


@pytest.mark.parametrize("status", MISSING)
def test_missing_keys(status: str) -> None:
    found = findings(brief({"status": status}))
    assert {message.split("`")[1] for message in messages(found)} == MISSING[status]
    assert {diagnostic.severity for diagnostic in found} == {Severity.ERROR}


def test_a_null_value_counts_as_missing_and_a_broken_one_does_not() -> None:
    assert messages(findings(brief({**IDEA, "lang": "~"}))) == ["The key `lang` is missing."]
    broken = brief({**IDEA, "created": "[2026-11-02"})
    assert [message[:34] for message in messages(findings(broken))] == [
        "The list or group that begins here"
    ]


# Key, value, part of the message, part of the help.
WRONG = [
    ("status", "almost", "`status` is `almost`; it must be one of: idea, planned", "Write one of"),
    ("status", "plannd", "`status` is `plannd`", "status: planned"),
    ("kind", "campaing", "`kind` is `campaing`", "kind: campaign"),
    ("tier", "5", "`tier` is `5`; it must be one of: 1, 2, 3.", "Write one of"),
    ("tier", "'2'", "`tier` is `2`; it must be one of: 1, 2, 3.", "tier: 2"),
    ("personalization", "one to one", "`personalization` is", "personalization: one-to-one"),
    ("lang", "Deutsch!", "`lang` is `Deutsch!`", "lang: en"),
    ("created", "01.11.2026", "`created` is `01.11.2026`; it must be a date", "2026-11-01"),
    ("created", "2026/11/1", "it must be a date such as 2027-01-18", "created: 2026-11-01"),
    ("created", "2026年11月1日", "it must be a date", "created: 2026-11-01"),
    ("created", "yesterday", "it must be a date", "created: 2027-01-18"),
    ("created", "2026-02-30", "2026-02-30 is not a date.", "a day that exists"),
    ("created", "'2026-02-30'", "`created` is `2026-02-30`", "Write"),
    ("launch", "18.01.2027", "`launch` is `18.01.2027`", "launch: 2027-01-18"),
    ("retro_every", "often", "`retro_every` is `often`", "retro_every: 90d"),
    ("title", "[a, b]", "`title` must be one value.", "one value"),
    ("owner", "{a: b}", "`owner` must be one value.", "one value"),
    ("team", "ana", "`team` must be a group of keys", "under `team:`"),
    ("tags", "volunteers, intake", "`tags` is one text with commas", "[volunteers, intake]"),
    ("channels", "{email: x}", "`channels` must be a list.", "channels: [spring-2026"),
    ("channels", "[{email: x}]", "`channels` must be one value.", "one value"),
    ("budget", "1200 EUR", "`budget` must be a group of keys", "under `budget:`"),
    ("budget", "{amount: a lot}", "`budget.amount` is `a lot`; it must be a number", "digits"),
    ("budget", "{amount: 1, currency: euro}", "`budget.currency` is `euro`", "currency: EUR"),
    ("budget", "{amount: 1, curency: EUR}", "`budget.curency` is not known", "currency: EUR"),
    ("reviewers", "[jo]", "`reviewers` must be a group of keys", "under `reviewers:`"),
    ("reviewers", "[{by: jo, outcome: fine}]", "`reviewers.outcome` is `fine`", "Write one of"),
    ("lauch", "2027-01-18", "The key `lauch` is not known.", "Write `launch`"),
    ("depends-on", "x", "The key `depends-on` is not known.", "Write `depends_on`"),
    ("id", "Spring Intake", "`id` is `Spring Intake`; it must be 3 to 48", "id: spring-intake"),
    ("id", "a", "`id` is `a`; it must be 3 to 48", "id: spring-intake"),
]  # fmt: skip


@pytest.mark.parametrize(("key", "value", "message", "help_"), WRONG)
def test_wrong_values(key: str, value: str, message: str, help_: str) -> None:
    found = findings(brief({**PLANNED, key: value}))[0]
    assert message in found.message
    assert help_ in f"{found.help} {found.example}"
    assert found.severity is Severity.ERROR
    lines = [*{**PLANNED, key: value}]
    assert found.place.start.line == lines.index(key) + 2


# Key, value, and what the fix writes in place of the one or the other.
MEANT = [
    ("created", "01.11.2026", "2026-11-01"),
    ("created", "2026/11/1", "2026-11-01"),
    ("created", "01/11/2026", ""),
    ("created", "31.02.2026", ""),
    ("lauch", "2027-01-18", "launch"),
    ("lauch", "18.01.2027", ""),
    ("depends-on", "landing-2", "depends_on"),
    ("budget", "{amount: 1, curency: EUR}", "currency"),
    ("budget", "{amount: 1, currency: EUR, curency: EUR}", ""),
    ("starts", "2027-01-18", ""),
    ("tilte", "Spring intake", ""),
    ("status", "запланировано", "planned"),
    ("status", "almost", ""),
]


@pytest.mark.parametrize(("key", "value", "meant"), MEANT)
def test_what_was_surely_meant(key: str, value: str, meant: str) -> None:
    """A key is renamed only where the right one is free and takes the value."""
    found = [one for one in findings(brief({**PLANNED, key: value})) if one.fix]
    assert [one.fix.replacements[0].text for one in found if one.fix] == [meant][: bool(meant)]


RIGHT = [
    ("launch", "2027-01-18 09:00 Europe/Warsaw"),
    ("launch", "autumn"),
    ("launch", "Q1 2027"),
    ("launch", ""),
    ("ends", "2027-05-31"),
    ("supports", "OBJ-2027-1"),
    ("supports", "[OBJ-2027-1, OBJ-2027-2]"),
    ("supports", "none"),
    ("team", "{content: lea, legal: [jo, mira]}"),
    ("owner", "ana.silva@example.org"),
    ("owner", "[ana, jo]"),
    ("budget", "{amount: 0, currency: EUR}"),
    ("budget", "{amount: 1200.50, currency: PHP}"),
    ("consent", "{basis: opt-in, record: crm, opt_out: link, act_within_days: 2}"),
    ("retro_every", "90d"),
    ("retro_every", "3 months"),
    ("lang", "zh-Hans"),
    ("lang", "de"),
    ("lint", "{ignore: [all]}"),
    ("goals", "[G1 120 volunteers, first shift, by 2027-05-31]"),
    ("replicate", "true"),
    ("segments", "single"),
    ("tags", "volunteers"),
    ("title", "春季招募"),
]


@pytest.mark.parametrize(("key", "value"), RIGHT)
def test_right_values(key: str, value: str) -> None:
    assert findings(brief({**PLANNED, key: value})) == []


@pytest.mark.parametrize(
    ("written", "word"),
    [
        ("запланировано", "planned"),
        ("Запланировано", "planned"),
        ("已规划", "planned"),
        ("zaplanowane", "planned"),
        ("pomysł", "idea"),
        ("naplano", "planned"),
        ("Planned", "planned"),
        ("готово к запуску", "ready"),
    ],
)
def test_a_status_in_another_language_is_a_note(written: str, word: str) -> None:
    (found,) = findings(brief({**PLANNED, "status": written}))
    assert found.severity is Severity.INFO
    assert found.example == f"status: {word}"


# Key, value, part of the message, part of the help.
MILD = [
    ("priority", "high", "The key `priority` is not known.", "Delete it, or move it"),
    ("tilte", "Spring intake", "The key `tilte` is not known.", "`title` stands there already."),
    ("ignore", "[goal-no-why]", "The key `ignore` belongs under `lint:`.", "lint: {ignore: ["),
    ("currency", "EUR", "The key `currency` belongs under `budget:`.", "Move it below `budget:`"),
    ("note", "first draft", "The key `note` is not known.", "Delete it, or move it"),
    (
        "title",
        "Hello",
        "The title has 5 characters; 8 to 90 are easy to read.",
        "Say in a few words",
    ),
    ("title", "x" * 91, "The title has 91 characters; 8 to 90 are", "Say in a few words"),
    ("title", "春季招募" * 12, "The title has 48 characters; 4 to 45 are", "Say in a few words"),
]


@pytest.mark.parametrize(("key", "value", "message", "help_"), MILD)
def test_mild_findings(key: str, value: str, message: str, help_: str) -> None:
    (found,) = findings(brief({**PLANNED, key: value}))
    assert message in found.message
    assert help_ in f"{found.help} {found.example}"
    assert found.severity is Severity.WARNING


def test_the_id_is_the_name_of_the_file() -> None:
    (found,) = findings(brief(PLANNED, "playbooks/summer.md"))
    assert found.message == "The id `spring` is not the name of the file, `summer`."
    assert found.example == "id: summer"
    assert findings(brief(PLANNED, "playbooks/spring/index.md")) == []


def test_two_briefs_with_one_id() -> None:
    first, second = brief(PLANNED, "a/spring.md"), brief(PLANNED, "b/spring.md")
    found = findings(first, second)
    assert [(d.place.path, d.related[0].place.path) for d in found] == [
        ("a/spring.md", "b/spring.md"),
        ("b/spring.md", "a/spring.md"),
    ]
    assert found[0].message == "Another brief has the id `spring`: b/spring.md."


def test_syntax_problems_are_reported_once_with_their_place() -> None:
    (found,) = findings(brief({**PLANNED, "description": "Spring: how we begin"}))
    assert found.message == "The value of `description` holds a second colon."
    assert (found.place.start.line, found.place.start.column) == (9, 20)


def test_only_the_syntax_of_a_foreign_plan_is_told_and_mildly() -> None:
    plan = brief({"layout": "post", "lauch": "soon", "title": "a: b"}, foreign=True)
    (found,) = findings(plan)
    assert found.message == "The value of `title` holds a second colon."
    assert found.severity is Severity.INFO


def every_key(keys: Iterable[Key]) -> Iterable[Key]:
    for key in keys:
        yield key
        yield from every_key(key.subkeys)


@pytest.mark.parametrize("key", list(every_key(KEYS.values())), ids=lambda key: key.name)
def test_the_schema_explains_each_key_and_its_example_fits(key: Key) -> None:
    assert key.meaning.endswith(".")
    front, _ = read_front_matter(Source("a.md", f"---\n{key.example}\n---\n"))
    assert (front.problems, [*front.entries]) == ((), [key.name])
    assert key.mismatch(front.entries[key.name]) is None


def test_the_schema_names_every_status() -> None:
    assert KEYS["status"].choices == tuple(status.label for status in Status)


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2026.11.1", "2026-11-01"),
        ("2026/11/01", "2026-11-01"),
        ("1.11.2026", "2026-11-01"),
        ("01/11/2026", ""),
        ("2026.13.1", ""),
        ("soon", ""),
    ],
)
def test_dates_are_rewritten_only_where_the_order_is_clear(written: str, day: str) -> None:
    assert iso_date(written) == day


def test_near_words_and_slugs() -> None:
    assert nearest("primary-metric", tuple(KEYS)) == "primary_metric"
    assert nearest("zzz", tuple(KEYS)) == ""
    assert slug("  Spring Intake 2027! ") == "spring-intake-2027"
    assert slug("Весна") == ""
