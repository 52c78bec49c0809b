"""readyroom test-rules: whether rules do what their pages show."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from readyroom.cli import FINDINGS

if TYPE_CHECKING:
    from readyroom.rules import RegisteredRule
    from readyroom.workspace.rulebook import Rulebook


@click.command()
@click.argument("rules", nargs=-1, metavar="[RULE]...")
@click.option("--all", "everything", is_flag=True, help="Test Readyroom's own rules as well.")
@click.option("--color/--no-color", default=None, help="Colours (default: on a terminal).")
def command(rules: tuple[str, ...], everything: bool, color: bool | None) -> None:
    """Test your team's own rules.

    Each example on a rule's page must come out as it is shown. RULE are the names of rules; none
    means all that your team has written. Ends with 0 if all is as shown, else with 1.
    """
    from readyroom.cli.checking import patience, wants_color
    from readyroom.linting.trial import try_rule
    from readyroom.reporters.terminal.trial import summary, told
    from readyroom.workspace.project import find_project

    book = find_project(Path.cwd(), team_rules=True).settings.rulebook
    chosen = _chosen(book, rules, everything=everything)
    colored = wants_color() if color is None else color
    with patience("Trying the rules …"):
        trials = [try_rule(rule, book.rules) for rule in chosen]
    for trial in trials:
        click.echo(told(trial, color=colored), nl=False, color=colored)
    click.echo(summary(trials), nl=False)
    click.get_current_context().exit(0 if all(trial.passed for trial in trials) else FINDINGS)


def _chosen(book: Rulebook, names: tuple[str, ...], *, everything: bool) -> list[RegisteredRule]:
    """The rules to test. Raises UserError where there is nothing to test."""
    from readyroom.workspace.errors import UserError
    from readyroom.workspace.settings_file import check_names
    from readyroom.workspace.team_rules import SWITCH

    if book.left_out:
        raise UserError("The rules of your team are left out here.", f"Unset {SWITCH} to run them.")
    if names:
        check_names(names, {rule.id for rule in book.rules})
    chosen = [
        rule
        for rule in (book.rules if names or everything else book.own)
        if not names or rule.id in names
    ]
    if not chosen:
        raise UserError(
            "Your team has no rules of its own here.",
            'Name their folder in the settings, such as team-rules = "rules". '
            "With --all, Readyroom's own rules are tested.",
        )
    return chosen
