"""What `lint --changed`, `--new-only` and `--baseline` leave of a check."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import click

from readyroom.linting.settings import LintSettings
from readyroom.workspace.baseline import read_baseline, without_known, write_baseline
from readyroom.workspace.check import Checked
from readyroom.workspace.errors import UserError
from readyroom.workspace.project import Project
from readyroom.workspace.revision import find_base
from readyroom.workspace.since import check_before, of_change
from readyroom.workspace.translations import into


class OptionalBase(click.Command):
    """Lets `--changed` stand without a value, also before a path."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        return super().parse_args(
            ctx, ["--changed=" if one == "--changed" else one for one in args]
        )


@dataclass(frozen=True, slots=True)
class Narrowing:
    """changed: the branch or commit to compare with, "" for the usual one, None for no comparison.
    new_only: whether only what was not there before is wanted. baseline: a file of known findings.
    """

    changed: str | None = None
    new_only: bool = False
    baseline: Path | None = None

    def filter(self, project: Project, settings: LintSettings) -> Callable[[Checked], Checked]:
        """Narrows what was checked. Raises UserError where there is nothing to compare with."""
        steps: list[Callable[[Checked], Checked]] = []
        if self.changed is not None or self.new_only:
            steps.append(self._since(project, settings))
        if self.baseline:
            steps.append(self._without_known(self.baseline))
        return lambda checked: _through(steps, checked)

    def _since(self, project: Project, settings: LintSettings) -> Callable[[Checked], Checked]:
        base = find_base(project.root, self.changed or "")
        before = None

        def step(checked: Checked) -> Checked:
            nonlocal before
            before = before or check_before(checked, base, settings)
            return of_change(checked, base, before, new_only=self.new_only)

        return step

    def _without_known(self, path: Path) -> Callable[[Checked], Checked]:
        baseline = read_baseline(path)

        def step(checked: Checked) -> Checked:
            report, notes = without_known(checked.report, baseline)
            told = tuple(note.render(into(checked.language)) for note in notes)
            return replace(checked, report=replace(report, notes=(*report.notes, *told)))

        return step


def _through(steps: Sequence[Callable[[Checked], Checked]], checked: Checked) -> Checked:
    for step in steps:
        checked = step(checked)
    return checked


def keep(checked: Checked, path: Path | None) -> None:
    """Write the baseline, and say what it holds."""
    if path is None:
        raise UserError("--write-baseline needs a file.", "Name it: --baseline FILE.")
    kept, removed = write_baseline(path, checked.report)
    click.echo(f"{path}: {kept} kept, {removed} taken out.", err=True)
