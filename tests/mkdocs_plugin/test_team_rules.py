"""A team's own rules on the built site, and builds that must not run them."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner
from mkdocs.exceptions import Abort

from readyroom.cli import commands
from readyroom.workspace.team_rules import SWITCH

from .playbook import BRIEF, FILES, build, write

RULE = """\
'''A goal that counts volunteers.

## Why it matters
We count shifts.

## Bad
```brief
## Goals
- volunteers ←
```

## Good
```brief
## Goals
- shifts
```
'''
from pathlib import Path

from readyroom.model.message import msg
from readyroom.model.rule import Finding, Rule

RULE = Rule(severity="EEEEEE")
Path(__file__).with_name("ran").touch()


def check(brief, context):
    for goal in brief.items("goals"):
        if "volunteers" in goal.text:
            yield Finding(goal.span, msg("Count shifts instead."))
"""
WAIVED = BRIEF.replace(
    "owner: ana\n",
    "owner: ana\nlint:\n  ignore:\n    - {rule: count-shifts, reason: agreed for spring, by: ana, "
    "until: 2026-12-31}\n",
)
TEAM: dict[str, str | bytes] = {
    **FILES,
    "readyroom.toml": 'as-of = 2026-11-22\nteam-rules = "rules"\n',
    "rules/count_shifts.py": RULE,
    "playbooks/growth/briefs/spring.md": WAIVED,
}


@pytest.mark.parametrize("environment", ["0", "1"])
def test_rules_of_the_team_have_pages_unless_they_are_left_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, environment: str
) -> None:
    monkeypatch.setenv(SWITCH, environment)
    root = write(tmp_path, TEAM)
    site = build(root, strict=True)
    runs = environment == "0"
    assert (root / "rules/ran").exists() is runs
    assert (site / "rules/count-shifts.html").exists() is runs
    brief = (site / "growth/briefs/spring.html").read_text("utf-8")
    assert ("rules/count-shifts.html" in brief) is runs
    assert "There is no rule" not in brief


@pytest.mark.parametrize(("options", "runs"), [([], True), (["--no-team-rules"], False)])
def test_the_build_command(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, options: list[str], runs: bool
) -> None:
    monkeypatch.setenv(SWITCH, "0")
    root = write(tmp_path, TEAM)
    done = CliRunner().invoke(commands, ["build", "--project", str(root), *options])
    assert done.exit_code == 0, done.output
    assert (root / "rules/ran").exists() is runs


def test_a_rule_that_cannot_be_loaded_is_one_plain_line(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    root = write(tmp_path, {**TEAM, "rules/count_shifts.py": "boom()"})
    with pytest.raises(Abort):
        build(root)
    assert "count_shifts.py:1: this rule cannot be loaded: NameError" in caplog.messages[-1]
