"""What `lint --fix` and `lint --diff` do with the fixes that were worked out."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

import click

from readyroom.cli.checking import wants_color
from readyroom.model.message import Message, msg, plural
from readyroom.reporters.terminal.difference import difference
from readyroom.reporters.terminal.visible import path
from readyroom.workspace.fixing import Change, Fixed, encode, write
from readyroom.workspace.selection import relative_path
from readyroom.workspace.translations import into


def show_changes(fixed: Fixed, *, color: bool | None) -> None:
    """Print what would change, and how much that is."""
    color = wants_color() if color is None else color
    for change in fixed.changes:
        click.echo(difference(change.before, change.after, color=color), nl=False, color=color)
    _tell(fixed, msg("Would be put right: {findings}.", findings=_counted(fixed.changes)))


def write_changes(fixed: Fixed) -> bool:
    """Write the changed files; False where one is no longer what was checked, and left alone."""
    root = fixed.checked.project.root
    late = [change for change in fixed.changes if not write(root, change)]
    for change in late:
        name = path(change.path)
        _tell(fixed, msg("{file} was changed in the meantime and left alone.", file=name))
    done = [change for change in fixed.changes if change not in late]
    _tell(fixed, msg("Put right: {findings}.", findings=_counted(done)))
    return not late


def _tell(fixed: Fixed, message: Message) -> None:
    click.echo(message.render(into(fixed.checked.language)), err=True)


def print_texts(fixed: Fixed, texts: Mapping[Path, bytes]) -> None:
    """Print each text as it is after the fixes, byte for byte."""
    after = {change.path: encode(change.after) for change in fixed.changes}
    sys.stdout.flush()
    for file, before in texts.items():
        name = relative_path(fixed.checked.project, file)
        sys.stdout.buffer.write(after.get(name, before))
    sys.stdout.buffer.flush()


def _counted(changes: Sequence[Change]) -> Message:
    findings = plural("{number} finding", "{number} findings", sum(one.fixes for one in changes))
    files = plural("{number} file", "{number} files", len(changes))
    return msg("{findings} in {files}", findings=findings, files=files)
