"""readyroom lint: what briefs still lack."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from readyroom.cli import FINDINGS, INCOMPLETE
from readyroom.cli.narrowing import Narrowing, OptionalBase, keep
from readyroom.cli.options import no_team_rules, ui_lang
from readyroom.reporters import formats

if TYPE_CHECKING:
    from readyroom.linting.settings import LintSettings
    from readyroom.workspace.check import Checked
    from readyroom.workspace.fixing import Fixed
    from readyroom.workspace.settings import Settings

_STDIN = Path("-")


@click.command(cls=OptionalBase)
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path, allow_dash=True))
@click.option(
    "--select", multiple=True, metavar="RULE", help="Report only these rules or families."
)
@click.option("--ignore", multiple=True, metavar="RULE", help="Leave out these rules or families.")
@click.option("--strict", is_flag=True, help="Fail on warnings too.")
@click.option(
    "--output-format",
    type=click.Choice(formats()),
    default="text",
    show_default=True,
    help="How to write the findings.",
)
@click.option(
    "--output-file",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Write them to this file.",
)
@click.option(
    "--changed",
    metavar="[=BASE]",
    help="Only what has changed since this branch left BASE (default: the main branch).",
)
@click.option("--new-only", is_flag=True, help="Only what was not found at BASE.")
@click.option(
    "--baseline",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Leave out the findings in this file.",
)
@click.option(
    "--write-baseline",
    is_flag=True,
    help="Keep today's findings in that file; if it exists, only take out what is not needed.",
)
@click.option("--fix", is_flag=True, help="Put right what can be put right without a decision.")
@click.option("--diff", is_flag=True, help="Show what --fix would change, and change nothing.")
@click.option("--unsafe-fixes", is_flag=True, help="Apply suggestions too; look at them after.")
@click.option("--statistics", is_flag=True, help="Only count how often each rule was broken.")
@ui_lang
@click.option("--as-of", metavar="DATE", help="The day that counts as today, such as 2026-11-22.")
@click.option("--foreign", is_flag=True, help="Check files without a status as plans, too.")
@click.option("--exit-zero", is_flag=True, help="End with code 0 even if something was found.")
@click.option("--color/--no-color", default=None, help="Colours (default: on a terminal).")
@click.option(
    "--stdin-filename",
    type=click.Path(path_type=Path),
    help="With `-` as PATHS: the file that the text on standard input belongs to.",
)
@click.option(
    "--config",
    type=click.Path(path_type=Path),
    help="Read the settings from this file.",
)
@no_team_rules
def command(
    paths: tuple[Path, ...],
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    strict: bool,
    output_format: str,
    output_file: Path | None,
    changed: str | None,
    new_only: bool,
    baseline: Path | None,
    write_baseline: bool,
    fix: bool,
    diff: bool,
    unsafe_fixes: bool,
    statistics: bool,
    ui_lang: str | None,
    as_of: str | None,
    foreign: bool,
    exit_zero: bool,
    color: bool | None,
    stdin_filename: Path | None,
    config: Path | None,
    no_team_rules: bool,
) -> None:
    """Say what briefs still lack, in plain words.

    PATHS are briefs, folders or any Markdown plan; none means the playbook that you are in.
    Ends with 0 if there is nothing to report, 1 for errors (with --strict warnings too), 2 for a
    wrong call or wrong settings, 3 if something could not be checked.
    """
    from readyroom.cli.checking import day, exit_code, patience, project_for, show
    from readyroom.workspace.check import check

    paths, buffers = _standard_input(paths, stdin_filename)
    project = project_for(paths, config, team_rules=not no_team_rules)
    settings = _narrowed(project.settings, _names(select), _names(ignore))

    narrowing = Narrowing(changed, new_only, None if write_baseline else baseline)
    narrow = narrowing.filter(project, settings)

    def run(edited: Mapping[Path, bytes]) -> Checked:
        checked = check(
            project,
            paths,
            as_of=day(as_of),
            foreign=foreign,
            settings=settings,
            buffers={**buffers, **edited},
            ui_language=ui_lang or "",
            prose=True,
        )
        return narrow(checked)

    with patience("Checking the briefs …"):
        fixed = _work_out(run, unsafe=unsafe_fixes) if fix or diff else None
        checked = fixed.checked if fixed else run({})
    if write_baseline:
        keep(checked, baseline)
        click.get_current_context().exit(INCOMPLETE if checked.report.incomplete else 0)
    code = exit_code(checked.report, strict=strict or project.settings.strict)
    if fixed:
        code = _deliver(fixed, code, buffers, diff=diff, color=color)
    if not diff and not (fix and buffers):
        show(checked, "statistics" if statistics else output_format, color=color, file=output_file)
    click.get_current_context().exit(0 if exit_zero and code == FINDINGS else code)


def _work_out(run: Callable[[Mapping[Path, bytes]], Checked], *, unsafe: bool) -> Fixed:
    from readyroom.workspace.fixing import fix

    return fix(run, unsafe=unsafe)


def _deliver(
    fixed: Fixed, code: int, buffers: Mapping[Path, bytes], *, diff: bool, color: bool | None
) -> int:
    """Show, print or write what was fixed; the exit code with what came of that."""
    from readyroom.cli.fixing import print_texts, show_changes, write_changes

    if diff:
        show_changes(fixed, color=color)
        return code if code == INCOMPLETE else FINDINGS if fixed.changes else 0
    if buffers:
        print_texts(fixed, buffers)
        return code
    return code if write_changes(fixed) else INCOMPLETE


def _standard_input(
    paths: tuple[Path, ...], name: Path | None
) -> tuple[tuple[Path, ...], dict[Path, bytes]]:
    """The paths with `-` replaced by the name that it goes under, and what was read from it."""
    if _STDIN not in paths:
        return paths, {}
    from readyroom.workspace.files import MAX_BYTES

    name = name or Path("stdin.md")
    content = sys.stdin.buffer.read(MAX_BYTES + 1) if sys.stdin else b""
    return tuple(name if path == _STDIN else path for path in paths), {name: content}


def _names(values: Iterable[str]) -> frozenset[str]:
    """The names in options that may be repeated and may hold lists with commas."""
    return frozenset(name.strip() for value in values for name in value.split(",") if name.strip())


def _narrowed(settings: Settings, select: frozenset[str], ignore: frozenset[str]) -> LintSettings:
    """The settings with what the command line selects in place of theirs, and ignores besides."""
    lint = settings.lint
    if not select and not ignore:
        return lint
    from readyroom.workspace.settings_file import check_choice

    check_choice(select, settings.rulebook.names, "--select: ")
    check_choice(ignore, settings.rulebook.names, "--ignore: ")
    return replace(lint, select=select or lint.select, ignore=lint.ignore | ignore)
