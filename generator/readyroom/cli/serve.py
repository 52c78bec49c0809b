"""readyroom serve: the site while you write."""

from __future__ import annotations

import logging
import os
from pathlib import Path

import click

from readyroom.cli.options import no_team_rules


@click.command()
@click.option(
    "--project",
    "project_dir",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path(),
    help="The playbook repository (default: this folder).",
)
@click.option("--address", default="127.0.0.1:8000", show_default=True, help="Where to listen.")
@click.option("--open", "open_browser", is_flag=True, help="Open the page in a browser.")
@no_team_rules
def command(project_dir: Path, address: str, open_browser: bool, no_team_rules: bool) -> None:
    """Show the playbook in the browser, up to date while you write.

    Saving a brief, a template or the settings rebuilds the pages. Stop it with Ctrl+C.
    """
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    from mkdocs.commands.serve import serve

    from readyroom.mkdocs_plugin.build import config_file
    from readyroom.workspace.team_rules import SWITCH

    if no_team_rules:
        os.environ[SWITCH] = "1"

    serve(
        config_file=str(config_file(project_dir)),
        dev_addr=address,
        livereload=True,
        open_in_browser=open_browser,
    )
