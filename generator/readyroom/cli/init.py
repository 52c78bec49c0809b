"""readyroom init: a playbook repository of one's own."""

from __future__ import annotations

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
    help="The language of the first brief, of messages and of the site's own pages.",
)
@click.option(
    "--ci",
    type=click.Choice(("github", "gitlab", "none")),
    help="Whose build server checks changes (default: as the git remote says).",
)
def command(directory: Path, name: str | None, lang: str, ci: str | None) -> None:
    """Start a playbook repository that lints clean and builds.

    Writes settings, a first team with a strategy page and a first brief. Files that exist are left
    as they are.
    """
    from readyroom.workspace.clock import today
    from readyroom.workspace.git import build_host
    from readyroom.workspace.project import find_project
    from readyroom.workspace.scaffold import NewBrief, new_brief, new_repository

    directory.mkdir(parents=True, exist_ok=True)
    title = name or directory.resolve().name.replace("-", " ").replace("_", " ").capitalize()
    host = build_host(directory) if ci is None else ci.replace("none", "")
    written = new_repository(
        directory, find_project(directory), {"name": title, "lang": lang}, host
    )
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
    if ci is None and not host:
        click.echo(_NO_HOST)
    if directory / _JOB in written and directory / _PIPELINE not in written:
        click.echo(_INCLUDE)


def _shown(path: Path, directory: Path) -> str:
    """The file; the word lists of a style go by its folder."""
    name = path.relative_to(directory)
    return str(name.parent / "*.yml") if name.parts[0] == "styles" else str(name)


_NO_HOST = (
    "No build server was set up: the git remote names neither GitHub nor GitLab. "
    "Add one at any time: readyroom init --ci github"
)
_PIPELINE, _JOB = ".gitlab-ci.yml", ".gitlab/readyroom.yml"
_INCLUDE = f"{_PIPELINE} was left as it is. Add to it: include: [{{local: {_JOB}}}]"

_FIRST = {
    "en": "Our first campaign",
    "ru": "Наша первая кампания",
    "zh-Hans": "我们的第一次活动",
    "pl": "Nasza pierwsza kampania",
    "fil": "Ang una nating kampanya",
}
