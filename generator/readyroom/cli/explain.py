"""readyroom explain: what a rule asks for, and why."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from readyroom.cli.options import no_team_rules, ui_lang
from readyroom.model.prose import is_prose_rule

if TYPE_CHECKING:
    from readyroom.workspace.project import Project


@click.command()
@click.argument("rule", required=False)
@click.option("--all", "everything", is_flag=True, help="List all rules, one line each.")
@click.option("--color/--no-color", default=None, help="Colours (default: on a terminal).")
@no_team_rules
@ui_lang
def command(
    rule: str | None,
    everything: bool,
    color: bool | None,
    no_team_rules: bool,
    ui_lang: str | None,
) -> None:
    """Explain a rule: why it matters, a bad and a good example.

    RULE is the name in brackets behind a finding. What your team has set is shown with it.
    """
    from readyroom.cli.checking import wants_color
    from readyroom.reporters.terminal.rule_page import catalogue, rule_page
    from readyroom.workspace.errors import UserError
    from readyroom.workspace.project import find_project
    from readyroom.workspace.toml_table import nearest
    from readyroom.workspace.translations import into

    project = find_project(Path.cwd(), team_rules=not no_team_rules)
    if rule and is_prose_rule(rule):
        click.echo(_check(project, rule), nl=False)
        return
    settings = project.settings
    rules = {found.id: found for found in settings.rulebook.rules}
    speak = into(ui_lang or settings.ui_lang or "en")
    colored = wants_color() if color is None else color
    if everything:
        click.echo(catalogue(rules.values(), speak, color=colored), nl=False, color=colored)
        return
    if not rule:
        raise UserError("Which rule?", "Name one, or list them with: readyroom explain --all")
    if rule in settings.lint.not_loaded:
        raise UserError(
            f"{rule} is a rule of your team, and those are left out here.",
            "Its page is the text at the top of its file.",
        )
    if rule not in rules:
        raise UserError(f"There is no rule {rule}.", nearest(rule, rules))
    click.echo(rule_page(rules[rule], settings.lint, speak, color=colored), nl=False, color=colored)


def _check(project: Project, rule: str) -> str:
    """A check of Vale is explained by the file that it is made of."""
    from readyroom.reporters.terminal.visible import line
    from readyroom.workspace.vale_style import style_file

    path, text = style_file(project.root, rule.partition(":")[2])
    return "".join(f"{line(one)}\n" for one in (f"{rule} ({path})", "", *text.splitlines()))
