"""What the checking commands share: which project, the run, the screen and the exit code."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path
from threading import Timer
from typing import TYPE_CHECKING

import click

from readyroom.cli import FINDINGS, INCOMPLETE
from readyroom.model.report import Report
from readyroom.model.status import Severity
from readyroom.workspace.errors import UserError
from readyroom.workspace.project import Project, find_project

if TYPE_CHECKING:
    from readyroom.reporters import View
    from readyroom.workspace.check import Checked

_PATIENCE = 1.0  # seconds until a silent terminal looks stuck
_ERASE = "\r\x1b[K"


def project_for(paths: Sequence[Path], config: Path | None, *, team_rules: bool) -> Project:
    """The project of the first path, else of the working folder; `team_rules` says whether the
    team's own rules are loaded.

    Files that belong to no project are shown relative to the working folder where they are below
    it, else to the folder that they share.
    """
    here = Path.cwd()
    project = find_project(paths[0] if paths else here, config, team_rules=team_rules)
    if project.is_repository or not paths:
        return project
    folders = [os.path.abspath(path if path.is_dir() else path.parent) for path in paths]
    shared = os.path.commonpath([str(here), *folders])
    root = here if shared == str(here) else Path(os.path.commonpath(folders))
    return replace(project, root=root)


@contextmanager
def patience(message: str) -> Iterator[None]:
    """Show the message on a terminal while something takes over a second."""
    if sys.stderr is None or not sys.stderr.isatty():
        yield
        return
    timer = Timer(_PATIENCE, lambda: click.echo(message, nl=False, err=True))
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()
        timer.join()
        click.echo(_ERASE, nl=False, err=True)


def show(checked: Checked, name: str, *, color: bool | None, file: Path | None) -> None:
    """Render the report in a format to the screen, or to a file in UTF-8."""
    from readyroom.linting.relocating import below
    from readyroom.reporters import reporter, wants_repository_paths
    from readyroom.workspace.git import prefix

    above = prefix(checked.project.root) if wants_repository_paths(name) else ""
    colored = wants_color() and not file if color is None else color
    view = view_of(checked, color=colored, above=above)
    text = reporter(name)(below(checked.report, above), view)
    for note in checked.report.notes:
        click.echo(f"Note: {note}", err=True)
    write(text, file, color=colored)


def view_of(checked: Checked, *, color: bool = False, above: str = "") -> View:
    """What a format may need besides the report; `above` stands before the paths in it."""
    from readyroom.reporters import View

    return View(
        sources={above + path: text for path, text in checked.sources.items()},
        color=color,
        width=shutil.get_terminal_size((100, 24)).columns,
        translator=checked.translator,
        language=checked.language,
        rules=checked.project.settings.rulebook.rules,
    )


def write(text: str, file: Path | None, *, color: bool | None) -> None:
    """Print a text, or write it to a file in UTF-8. Raises UserError where there is no folder."""
    if file is None:
        click.echo(text, nl=False, color=color)
        return
    if not file.parent.is_dir():
        raise UserError(f"There is no folder {file.parent}.", "Create it, then run this again.")
    file.write_text(text, encoding="utf-8", errors="backslashreplace", newline="\n")


def wants_color() -> bool:
    """Whether the screen shows colours and its owner wants them (NO_COLOR, FORCE_COLOR)."""
    if os.environ.get("NO_COLOR"):
        return False
    return bool(os.environ.get("FORCE_COLOR")) or (
        sys.stdout is not None and sys.stdout.isatty() and os.environ.get("TERM") != "dumb"
    )


def exit_code(report: Report, *, strict: bool = False, exit_zero: bool = False) -> int:
    """0 nothing to report, 1 findings, 3 something could not be checked."""
    if report.incomplete:
        return INCOMPLETE
    failing = report.count(Severity.ERROR) + (report.count(Severity.WARNING) if strict else 0)
    return FINDINGS if failing and not exit_zero else 0


def day(value: str | None) -> date | None:
    """The day behind --as-of. Raises UserError for anything but a date."""
    try:
        return date.fromisoformat(value) if value else None
    except ValueError:
        raise UserError(f"{value} is not a date.", "Write it as 2026-11-22.") from None
