"""readyroom build: the playbook as a site."""

from __future__ import annotations

import os
from datetime import datetime
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
@click.option(
    "--site-dir",
    type=click.Path(path_type=Path),
    help="Where to publish (default: site_dir of mkdocs.yml).",
)
@click.option("--strict", is_flag=True, help="Fail on warnings, such as a broken link on a page.")
@click.option("--as-of", type=click.DateTime(["%Y-%m-%d"]), help="Judge readiness as of this day.")
@no_team_rules
def command(
    project_dir: Path,
    site_dir: Path | None,
    strict: bool,
    as_of: datetime | None,
    no_team_rules: bool,
) -> None:
    """Publish the playbook as a searchable site.

    The site is built beside the old one, checked, and swapped in one step: readers see the old or
    the new one, and if anything fails the old one stays.
    """
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    from readyroom.mkdocs_plugin.build import build_site, load
    from readyroom.workspace.team_rules import SWITCH

    if no_team_rules:
        os.environ[SWITCH] = "1"

    config = load(project_dir, strict=strict, as_of=as_of.date() if as_of else None)
    site = site_dir or Path(config.site_dir)
    build_site(config, site)
    click.echo(f"Published to {os.path.relpath(site)}. Open {os.path.relpath(site / 'index.html')}")
