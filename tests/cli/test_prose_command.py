"""Wording on the command line: every output format, exit codes, waivers, `explain`."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from readyroom.cli import commands
from readyroom.reporters import formats

Tree = Callable[[Mapping[str, str | bytes]], Path]
FRONT = "---\nid: spring\ntitle: Spring\nstatus: planned\nlang: en\n{more}---\n\n"
TEXT = "# Spring\n\nWe will hopefully 😀 know.\n"
ALERT = {
    "Check": "Readyroom.Hedging",
    "Severity": "error",
    "Message": "“hopefully” leaves it open.",
    "Description": "Say what happens.",
    "Line": 10,
    "Span": [9, 17],
    "Link": "",
}
WAIVER = (
    "lint:\n  ignore:\n"
    "    - {rule: vale:Readyroom.Hedging, reason: a quotation, by: ana, until: 2026-12-31}\n"
)
SELECT = "--select=prose"


@pytest.fixture
def playbook(tree: Tree, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A playbook whose Vale finds one word in the only brief."""
    printed = json.dumps({"playbooks/spring.md": [ALERT]})
    root = tree(
        {
            "readyroom.toml": 'prose = true\nvale = "bin/vale"\n',
            ".vale.ini": "StylesPath = styles\n",
            "styles/Readyroom/Hedging.yml": "# A way out.\nextends: existence\n",
            "playbooks/spring.md": FRONT.format(more="") + TEXT,
            "bin/vale": f"#!{sys.executable}\nprint({printed!r})\n",
        }
    )
    (root / "bin/vale").chmod(0o755)
    monkeypatch.chdir(root)
    return root


def run(*arguments: str, stdin: str | None = None) -> Result:
    return CliRunner().invoke(commands, list(arguments), input=stdin, catch_exceptions=False)


def lint(*arguments: str, stdin: str | None = None) -> Result:
    return run("lint", "--as-of=2026-11-22", *arguments, stdin=stdin)


@pytest.mark.usefixtures("playbook")
@pytest.mark.parametrize("name", sorted(set(formats()) - {"readiness"}))
def test_every_format_names_the_check(name: str) -> None:
    result = lint(SELECT, f"--output-format={name}")
    assert result.exit_code == 1
    assert "vale:Readyroom.Hedging" in result.stdout.replace("%3A", ":")


@pytest.mark.usefixtures("playbook")
def test_the_text_points_to_the_words() -> None:
    assert lint(SELECT).stdout.startswith(
        "playbooks/spring.md:10:9 error[vale:Readyroom.Hedging] “hopefully” leaves it open.\n"
        " 10 | We will hopefully 😀 know.\n"
        "    |         ^^^^^^^^^\n"
        "    = help: Say what happens.\n"
    )


@pytest.mark.usefixtures("playbook")
@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        ([SELECT], 1, ""),
        (["--select=vale:Readyroom.Hedging"], 1, ""),
        (["--select=vale:Other.Check"], 0, ""),
        ([SELECT, "--ignore=vale:Readyroom.Hedging"], 0, ""),
        (["--ignore=prose", "--select=goal-vague"], 0, ""),
        (["--select=prosa"], 2, "Did you mean prose?"),
        ([SELECT, "--no-team-rules"], 0, "the team's own rules"),
        ([SELECT, "-", "--stdin-filename=playbooks/spring.md"], 1, ""),
    ],
)
def test_exit_codes(arguments: list[str], code: int, told: str) -> None:
    result = lint(*arguments, stdin=FRONT.format(more="") + TEXT)
    assert (result.exit_code, told in result.stderr) == (code, True)


def test_a_waiver_in_the_brief(playbook: Path) -> None:
    (playbook / "playbooks/spring.md").write_text(FRONT.format(more=WAIVER) + TEXT, "utf-8")
    assert lint("--select=prose,waiver-invalid").exit_code == 0
    found = json.loads(lint(SELECT, "--output-format=json").stdout)["diagnostics"]
    assert [(one["rule"], one["waived"]) for one in found] == [("vale:Readyroom.Hedging", True)]


def test_without_the_program_a_note_and_with_required_a_mistake(playbook: Path) -> None:
    (playbook / "bin/vale").unlink()
    result = lint(SELECT)
    assert (result.exit_code, result.stderr.count("there is no program `vale`")) == (0, 1)
    (playbook / "readyroom.toml").write_text('prose = "required"\nvale = "bin/vale"\n')
    result = lint(SELECT)
    assert (result.exit_code, result.stderr.count("there is no program `vale`")) == (2, 1)


def test_where_vale_fails_the_code_is_3(playbook: Path) -> None:
    (playbook / "bin/vale").write_text(f"#!{sys.executable}\nraise SystemExit('no')\n")
    result = lint(SELECT)
    assert (result.exit_code, "Vale could not check the wording (no)." in result.stdout) == (
        3,
        True,
    )


def test_nothing_is_run_where_prose_is_off(playbook: Path) -> None:
    (playbook / "readyroom.toml").write_text('vale = "bin/vale"\n')
    (playbook / "bin/vale").write_text(f"#!{sys.executable}\nopen('was-here', 'w')\n")
    lint()
    run("readiness")
    assert not (playbook / "was-here").exists()


@pytest.mark.usefixtures("playbook")
@pytest.mark.parametrize(
    ("name", "code", "told"),
    [
        ("vale:Readyroom.Hedging", 0,
         "vale:Readyroom.Hedging (styles/Readyroom/Hedging.yml)\n\n# A way out.\n"
         "extends: existence\n"),
        ("vale:Readyroom.Nothing", 2, ""),
        ("vale:../../secret.x", 2, ""),
        ("vale:", 2, ""),
    ],
)  # fmt: skip
def test_explain(name: str, code: int, told: str) -> None:
    result = run("explain", name)
    assert (result.exit_code, result.stdout) == (code, told)


@pytest.mark.parametrize(
    ("settings", "line"),
    [
        ('prose = "always"\n', "readyroom.toml:1: prose must be true, false or \"required\""),
        ("prose = true\nvale = 3\n", "readyroom.toml:2: vale must be the path of the program"),
        ('announce = {"vale:A.B" = 2027-01-01}\n', "there is no rule vale:A.B"),
    ],
)  # fmt: skip
def test_settings_that_are_wrong(
    tree: Tree, monkeypatch: pytest.MonkeyPatch, settings: str, line: str
) -> None:
    monkeypatch.chdir(tree({"readyroom.toml": settings, "playbooks/a.md": "# A\n"}))
    result = lint()
    assert (result.exit_code, line in result.stderr) == (2, True)
