"""readyroom new: a brief to fill in."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from readyroom.languages import CODES
from readyroom.model.schema import KEYS

if TYPE_CHECKING:
    from readyroom.workspace.project import Project

_KINDS = KEYS["kind"].choices


@click.command()
@click.argument("title", required=False)
@click.option("--kind", type=click.Choice(_KINDS), help="What it is (default: campaign).")
@click.option(
    "--tier",
    type=click.IntRange(1, 3),
    help="How big it is: 1 big, 2 normal, 3 small (default: 2).",
)
@click.option("--lang", type=click.Choice(CODES), help="The language you write in.")
@click.option("--playbook", help="The team folder it belongs to.")
@click.option("--owner", help="The one person who answers for it.")
def command(
    title: str | None,
    kind: str | None,
    tier: int | None,
    lang: str | None,
    playbook: str | None,
    owner: str | None,
) -> None:
    """Start a brief from the template.

    What you do not say is asked when you sit at a terminal. The new brief is an idea: it passes
    `readyroom lint` as it is, and grows from there.
    """
    from readyroom.workspace.clock import today
    from readyroom.workspace.errors import UserError
    from readyroom.workspace.project import find_project
    from readyroom.workspace.scaffold import NewBrief, new_brief

    asking = sys.stdin.isatty() and sys.stdout.isatty()
    if not title:
        if not asking:
            raise UserError("The brief has no title.", 'Give it one: readyroom new "Spring intake"')
        title = click.prompt("What is it called?")
    project = find_project(Path.cwd())
    folder = _folder(project, playbook, asking)
    if asking:
        kind = kind or click.prompt("What kind?", type=click.Choice(_KINDS), default="campaign")
        lang = lang or click.prompt("Language?", type=click.Choice(CODES), default="en")
        owner = owner or click.prompt("Who owns it? (one person)", default="", show_default=False)
    wanted = NewBrief(str(title), kind or "campaign", tier or 2, lang or "en", owner or "")
    day = project.settings.as_of or today()
    path = new_brief(project, folder, wanted, day)
    shown = os.path.relpath(path)
    click.echo(f"Wrote {shown}.\nNext: fill in Why and Goals, then run `readyroom lint {shown}`.")


def _folder(project: Project, playbook: str | None, asking: bool) -> Path:
    """The briefs folder of the named team; the only one there is; or the one that is chosen."""
    from readyroom.workspace.errors import UserError
    from readyroom.workspace.scaffold import brief_folders

    root = project.root / project.settings.playbooks
    folders = {str(path.parent.relative_to(root)): path for path in brief_folders(project)}
    if playbook:
        return folders.get(playbook, root / playbook / "briefs")
    if len(folders) == 1:
        return next(iter(folders.values()))
    if not folders:
        return root / "briefs"
    if asking:
        return folders[click.prompt("For which team?", type=click.Choice(sorted(folders)))]
    raise UserError(
        "There are several team playbooks here: " + ", ".join(sorted(folders)) + ".",
        "Say which one: --playbook NAME",
    )
