"""readyroom init: a playbook repository of one's own."""

from __future__ import annotations

import os
from pathlib import Path

import click

from readyroom.languages import CODES


@click.command()
@click.argument("directory", type=click.Path(file_okay=False, path_type=Path), default=Path())
@click.option("--name", help="The name of the playbook (default: the folder's name).")
@click.option(
    "--lang",
    type=click.Choice(CODES),
    default="en",
    show_default=True,
    help="The language of the first brief.",
)
def command(directory: Path, name: str | None, lang: str) -> None:
    """Start a playbook repository that lints clean and builds.

    Writes settings, a first team with a strategy page and a first brief. Files that exist are left
    as they are.
    """
    from readyroom.workspace.clock import today
    from readyroom.workspace.project import find_project
    from readyroom.workspace.scaffold import NewBrief, new_brief, new_repository

    directory.mkdir(parents=True, exist_ok=True)
    title = name or directory.resolve().name.replace("-", " ").replace("_", " ").capitalize()
    written = new_repository(directory, find_project(directory), {"name": title})
    project = find_project(directory)
    briefs = directory / project.settings.playbooks / "team" / "briefs"
    if not any(briefs.glob("*.md")):
        wanted = NewBrief(_FIRST[lang], language=lang)
        written.append(new_brief(project, briefs, wanted, project.settings.as_of or today()))
    for name in dict.fromkeys(_shown(path, directory) for path in written):
        click.echo(f"  {name}")
    where = "" if directory.resolve() == Path.cwd() else f"cd {directory} && "
    click.echo(
        f"{len(written)} files written.\n"
        f"Next: {where}readyroom lint    checks the first brief\n"
        f"      {where}readyroom serve   shows it in the browser"
    )


def _shown(path: Path, directory: Path) -> str:
    """The file; word lists go by the folder of their style."""
    name = os.path.relpath(path, directory)
    return os.path.join(os.path.dirname(name), "") if path.suffix == ".yml" and "styles" in path.parts else name


_FIRST = {
    "en": "Our first campaign",
    "ru": "Наша первая кампания",
    "zh-Hans": "我们的第一次活动",
    "pl": "Nasza pierwsza kampania",
    "fil": "Ang una nating kampanya",
}
