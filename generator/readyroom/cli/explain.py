"""readyroom explain: what a rule asks for, and why."""

from __future__ import annotations

import click


@click.command()
@click.argument("rule", required=False)
@click.option("--all", "everything", is_flag=True, help="List all rules, one line each.")
@click.option("--color/--no-color", default=None, help="Colours (default: on a terminal).")
def command(rule: str | None, everything: bool, color: bool | None) -> None:
    """Explain a rule: why it matters, a bad and a good example.

    RULE is the name in brackets behind a finding.
    """
    from readyroom.cli.checking import wants_color
    from readyroom.reporters.terminal.rule_page import catalogue, rule_page
    from readyroom.rules import all_rules
    from readyroom.workspace.errors import UserError
    from readyroom.workspace.toml_table import nearest

    rules = {found.id: found for found in all_rules()}
    colored = wants_color() if color is None else color
    if everything:
        click.echo(catalogue(rules.values(), color=colored), nl=False, color=colored)
        return
    if not rule:
        raise UserError("Which rule?", "Name one, or list them with: readyroom explain --all")
    if rule not in rules:
        raise UserError(f"There is no rule {rule}.", nearest(rule, rules))
    click.echo(rule_page(rules[rule], color=colored), nl=False, color=colored)
