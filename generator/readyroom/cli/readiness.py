"""readyroom readiness: how far each brief is."""

from __future__ import annotations

from pathlib import Path

import click

from readyroom.cli.options import no_team_rules, ui_lang


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option(
    "--output-format",
    type=click.Choice(("text", "json")),
    default="text",
    show_default=True,
    help="How to write it.",
)
@click.option("--as-of", metavar="DATE", help="The day that counts as today, such as 2026-11-22.")
@click.option("--foreign", is_flag=True, help="Read files without a status as plans, too.")
@ui_lang
@click.option("--color/--no-color", default=None, help="Colours (default: on a terminal).")
@click.option("--config", type=click.Path(path_type=Path), help="Read the settings from this file.")
@no_team_rules
def command(
    paths: tuple[Path, ...],
    output_format: str,
    as_of: str | None,
    foreign: bool,
    ui_lang: str | None,
    color: bool | None,
    config: Path | None,
    no_team_rules: bool,
) -> None:
    """Show how ready each brief is, and the cheapest next steps.

    The level is computed from what the brief proves, whatever status it claims. Ends with 0, or
    with 3 if something could not be read.
    """
    from readyroom.cli.checking import day, exit_code, patience, project_for, show
    from readyroom.workspace.check import check

    project = project_for(paths, config, team_rules=not no_team_rules)
    with patience("Reading the briefs …"):
        checked = check(
            project, paths, as_of=day(as_of), foreign=foreign, ui_language=ui_lang or ""
        )
    name = "readiness" if output_format == "text" else output_format
    show(checked, name, color=color, file=None)
    click.get_current_context().exit(exit_code(checked.report, exit_zero=True))
