"""What `lint --fix` and `lint --diff` do with the fixes that were worked out."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping
from pathlib import Path

import click

from readyroom.cli.checking import wants_color
from readyroom.reporters.terminal.difference import difference
from readyroom.reporters.terminal.visible import path
from readyroom.workspace.fixing import Change, Fixed, encode, write
from readyroom.workspace.selection import relative_path


def show_changes(fixed: Fixed, *, color: bool | None) -> None:
    """Print what would change, and how much that is."""
    color = wants_color() if color is None else color
    for change in fixed.changes:
        click.echo(difference(change.before, change.after, color=color), nl=False, color=color)
    click.echo(f"Would put right {_counted(fixed.changes)}.", err=True)


def write_changes(fixed: Fixed) -> bool:
    """Write the changed files; False where one is no longer what was checked, and left alone."""
    root = fixed.checked.project.root
    late = [change for change in fixed.changes if not write(root, change)]
    for change in late:
        click.echo(
            f"Error: {path(change.path)} was changed in the meantime and left alone.", err=True
        )
    click.echo(f"Put right {_counted(c for c in fixed.changes if c not in late)}.", err=True)
    return not late


def print_texts(fixed: Fixed, texts: Mapping[Path, bytes]) -> None:
    """Print each text as it is after the fixes, byte for byte."""
    after = {change.path: encode(change.after) for change in fixed.changes}
    sys.stdout.flush()
    for file, before in texts.items():
        name = relative_path(fixed.checked.project, file)
        sys.stdout.buffer.write(after.get(name, before))
    sys.stdout.buffer.flush()


def _counted(changes: Iterable[Change]) -> str:
    numbers = [change.fixes for change in changes]
    total, files = sum(numbers), len(numbers)
    findings = "1 finding" if total == 1 else f"{total:,} findings"
    return f"{findings} in {'1 file' if files == 1 else f'{files:,} files'}"
