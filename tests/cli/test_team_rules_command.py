"""A team's own rules on the command line: lint, readiness, explain and test-rules."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from click.testing import CliRunner

from readyroom.cli import commands

HANDBOOK = Path(__file__).parents[2] / "playbooks" / "handbook"
Tree = Callable[[Mapping[str, str | bytes]], Path]

RULE = '''\
"""A word that the team does not use.

## Why it matters
It says nothing to our readers.

## Bad
```brief
## Goals
- synergy ←
```

## Good
```brief lang=pl
## Cele
- chleb
```
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from readyroom.model.brief import Brief
from readyroom.model.message import msg
from readyroom.model.rule import Context, Finding, Rule


@dataclass(frozen=True, slots=True)
class Options:
    words: tuple[str, ...] = ("synergy",)
    loud: bool = False


RULE = Rule(severity="EEEEEE", options=Options)


def check(brief: Brief, context: Context) -> Iterator[Finding]:
    for goal in brief.items("goals"):
        for word in context.options.words:
            if word in goal.text:
                yield Finding(goal.span, msg("We do not say “{word}”.", word=word))
'''
BRIEF = (
    "---\nid: spring\ntitle: Spring\nstatus: planned\nlang: en\n---\n\n## Goals\n"
    "- 120 people find synergy by 2027-05-31 (45 in May 2026)\n"
)
SETTINGS = """\
as-of = 2026-11-22
team-rules = "rules"

[rules.brand-voice]
words = ["synergy", "leverage"]
"""


def run(*arguments: str) -> tuple[int, str]:
    result = CliRunner().invoke(commands, list(arguments), catch_exceptions=False)
    return result.exit_code, result.output


@pytest.fixture
def repository(tree: Tree, monkeypatch: pytest.MonkeyPatch) -> Path:
    root = tree(
        {
            "readyroom.toml": SETTINGS,
            "playbooks/spring.md": BRIEF,
            "rules/brand_voice.py": RULE,
        }
    )
    monkeypatch.chdir(root)
    return root


LINT = ("lint", "--output-format=concise", "--select=brand-voice")
FOUND = "playbooks/spring.md:9:3 error[brand-voice] We do not say “synergy”."
LEFT_OUT = "Note: One rule of this team was not run, so a brief may look further than it is."


@pytest.mark.usefixtures("repository")
@pytest.mark.parametrize(
    ("arguments", "code", "shown"),
    [
        (LINT, 1, FOUND),
        (("lint", "--output-format=concise", "--select=team-rules"), 1, FOUND),
        ((*LINT, "--no-team-rules"), 0, LEFT_OUT),
        ((*LINT, "--ignore=team-rules"), 0, ""),
        ((*LINT, "--ignore=team-rules", "--no-team-rules"), 0, LEFT_OUT),
        (("lint", "--select=brand-voise"), 2, "Did you mean brand-voice?"),
        (("lint", "--select=brand-voise", "--no-team-rules"), 2, "Did you mean brand-voice?"),
        (("readiness", "--no-team-rules"), 0, LEFT_OUT),
        (("readiness",), 0, "[Draft] Spring"),
    ],
)
def test_checking(arguments: tuple[str, ...], code: int, shown: str) -> None:
    assert run(*arguments)[0] == code
    assert shown in run(*arguments)[1]


def test_the_day_of_an_announcement(repository: Path) -> None:
    (repository / "readyroom.toml").write_text(f"{SETTINGS}[announce]\nbrand-voice = 2027-02-01\n")
    severities = [
        json.loads(run("lint", "--select=brand-voice", "--output-format=json", *day)[1])[
            "diagnostics"
        ][0]["severity"]
        for day in ((), ("--as-of=2027-01-31",), ("--as-of=2027-02-01",))
    ]
    assert severities == ["warning", "warning", "error"]


HEAD = """\
brand-voice  (team-rules)
A word that the team does not use.

  error    at idea, planned, validated, ready, live, done
{more}  settings [rules.brand-voice]
    words = ["synergy", "leverage"]  # default: ["synergy"]
    loud = false

Why it matters
"""


@pytest.mark.parametrize(
    ("settings", "more"),
    [
        (SETTINGS, ""),
        (
            f"{SETTINGS}[announce]\nbrand-voice = 2027-02-01\n",
            "  your team announced it: before 2027-02-01, its errors are warnings\n",
        ),
        (f'off = ["brand-voice"]\n{SETTINGS}', "  your team switched it off\n"),
    ],
)
def test_explain_shows_what_the_team_set(repository: Path, settings: str, more: str) -> None:
    (repository / "readyroom.toml").write_text(settings)
    code, page = run("explain", "brand-voice")
    assert (code, page[: page.index("It says")]) == (0, HEAD.format(more=more))


@pytest.mark.usefixtures("repository")
@pytest.mark.parametrize(
    ("arguments", "code", "shown"),
    [
        (("explain", "launch-too-soon"), 0, "    tier-1 = 14\n    tier-2 = 7\n    tier-3 = 2\n"),
        (("explain", "--all"), 0, "\nteam-rules\n  brand-voice "),
        (("explain", "brand-voise"), 2, "Hint: Did you mean brand-voice?"),
        (
            ("explain", "brand-voice", "--no-team-rules"),
            2,
            "Error: brand-voice is a rule of your team, and those are left out here.\n"
            "Hint: Its page is the text at the top of its file.\n",
        ),
    ],
)
def test_explain(arguments: tuple[str, ...], code: int, shown: str) -> None:
    found = run(*arguments)
    assert found[0] == code
    assert shown in found[1]


PASSED = "brand-voice: 2 examples, all as shown.\n1 rule, 2 examples: all as shown.\n"
OURS = "goal-missing"


@pytest.mark.parametrize(
    ("arguments", "text", "code", "shown"),
    [
        ((), RULE, 0, PASSED),
        (("brand-voice",), RULE, 0, PASSED),
        ((), RULE.replace("- chleb", "- synergy"), 1, "Good, example 1 (lang=pl)\n"),
        ((), RULE.replace("## Good", "## Fine"), 1, "  The page has no section “## Good”.\n"),
        ((), RULE.replace("in goal.text", "in goal.txt"), 1, "brand_voice.py:41: AttributeError: "),
        ((OURS,), RULE, 0, "\n1 rule, "),
        ((OURS, "brand-voice"), RULE, 0, "\n2 rules, "),
        (
            ("brand-voise",),
            RULE,
            2,
            "Error: there is no rule brand-voise.\nHint: Did you mean bran",
        ),
    ],
)
def test_a_rule_is_tested_on_its_own_page(
    repository: Path, arguments: tuple[str, ...], text: str, code: int, shown: str
) -> None:
    (repository / "rules/brand_voice.py").write_text(text, "utf-8")
    found = run("test-rules", *arguments)
    assert found[0] == code, found[1]
    assert shown in found[1]


@pytest.mark.parametrize(
    ("settings", "environment", "shown"),
    [
        ("", "", "Error: Your team has no rules of its own here.\nHint: Name their folder"),
        (
            SETTINGS,
            "1",
            "Error: The rules of your team are left out here.\nHint: Unset READYROOM",
        ),
    ],
)
def test_nothing_to_test(
    repository: Path, monkeypatch: pytest.MonkeyPatch, settings: str, environment: str, shown: str
) -> None:
    (repository / "readyroom.toml").write_text(settings)
    monkeypatch.setenv("READYROOM_NO_TEAM_RULES", environment or "0")
    code, output = run("test-rules")
    assert (code, output[: len(shown)]) == (2, shown)


def test_the_rule_in_the_handbook_does_what_its_page_shows(repository: Path) -> None:
    page = (HANDBOOK / "your-own-rules.md").read_text("utf-8")
    rule = page.split("````python\n")[1].split("````")[0]
    (repository / "rules/launch_before_weekend.py").write_text(rule, "utf-8")
    told = "launch-before-weekend: 2 examples, all as shown.\n1 rule, 2 examples: all as shown.\n"
    assert run("test-rules", "launch-before-weekend") == (0, told)
    assert told in page


def test_the_command_is_listed_under_the_name_that_is_typed() -> None:
    names = [line.split()[0] for line in run("--help")[1].split("Commands:")[1].splitlines()[1:]]
    assert "test-rules" in names
    assert "test_rules" not in names
