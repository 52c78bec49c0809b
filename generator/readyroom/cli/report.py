"""readyroom report: what a change does to the readiness of briefs."""

from __future__ import annotations

from pathlib import Path

import click

from readyroom.cli.options import no_team_rules, ui_lang


@click.command()
@click.option(
    "--base",
    default="",
    metavar="COMMIT",
    help="The branch or commit to compare with (default: the main branch).",
)
@click.option(
    "--output-format",
    type=click.Choice(("markdown", "json")),
    default="markdown",
    show_default=True,
    help="How to write it.",
)
@click.option(
    "--output-file", type=click.Path(dir_okay=False, path_type=Path), help="Write it to this file."
)
@click.option("--as-of", metavar="DATE", help="The day that counts as today, such as 2026-11-22.")
@click.option("--config", type=click.Path(path_type=Path), help="Read the settings from this file.")
@ui_lang
@no_team_rules
def command(
    base: str,
    output_format: str,
    output_file: Path | None,
    as_of: str | None,
    config: Path | None,
    ui_lang: str | None,
    no_team_rules: bool,
) -> None:
    """Show what a change does to the readiness of briefs.

    Level and score before and after, proofs gained and lost, new findings, next steps, lessons that
    apply: for a comment under a pull request or a job summary. Ends with 0, or with 3 if something
    could not be read.
    """
    from readyroom.cli.checking import day, exit_code, patience, project_for, view_of, write
    from readyroom.linting.progress import progress
    from readyroom.reporters.progress import json_v1, markdown
    from readyroom.workspace.check import check
    from readyroom.workspace.revision import find_base
    from readyroom.workspace.since import check_before

    project = project_for((), config, team_rules=not no_team_rules)
    start = find_base(project.root, base)
    with patience("Comparing the briefs …"):
        checked = check(project, as_of=day(as_of), ui_language=ui_lang or "")
        before = check_before(checked, start)
        steps = progress(
            before.report,
            checked.report,
            checked.playbook,
            changed=start.changed,
            renamed=before.renamed,
        )
    render = markdown.render if output_format == "markdown" else json_v1.render
    name = f"{start.name} ({start.commit[:12]})"
    write(render(steps, name, view_of(checked)), output_file, color=None)
    click.get_current_context().exit(exit_code(checked.report, exit_zero=True))
