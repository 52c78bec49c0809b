"""readyroom explain: the page of a rule and the catalogue."""

from __future__ import annotations

import pytest
from click.testing import CliRunner

from readyroom.cli import commands
from readyroom.linting.rule_page import MARK
from readyroom.rules import all_rules


def explain(*arguments: str) -> tuple[int, str]:
    result = CliRunner().invoke(commands, ["explain", *arguments], catch_exceptions=False)
    return result.exit_code, result.output


@pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: rule.id)
def test_every_rule_has_a_readable_page(rule) -> None:  # type: ignore[no-untyped-def]
    code, page = explain(rule.id)
    assert code == 0
    assert page.startswith(f"{rule.id}  ({rule.family}")
    assert MARK not in page
    assert "```" not in page
    assert page.count("<- reported") == rule.doc.count(MARK)


def test_the_catalogue_names_every_rule() -> None:
    _, table = explain("--all")
    listed = {line.split()[0] for line in table.splitlines() if line.startswith("  ")}
    assert listed == {rule.id for rule in all_rules()}


@pytest.mark.parametrize(
    ("arguments", "output"),
    [
        (
            ["goal-mising"],
            "Error: There is no rule goal-mising.\nHint: Did you mean goal-missing?\n",
        ),
        ([], "Error: Which rule?\nHint: Name one, or list them with: readyroom explain --all\n"),
    ],
)
def test_wrong_calls(arguments: list[str], output: str) -> None:
    assert explain(*arguments) == (2, output)
