"""The group: help, version, the folder as registry, and how failures are told."""

from __future__ import annotations

import click
import pytest
from click.testing import CliRunner

from readyroom import __version__
from readyroom.cli import commands
from readyroom.workspace.errors import UserError


def test_version() -> None:
    assert CliRunner().invoke(commands, ["--version"]).output == f"readyroom {__version__}\n"


def test_help_lists_the_commands_in_the_order_of_a_writers_day() -> None:
    lines = CliRunner().invoke(commands, ["--help"]).output.split("Commands:\n")[1].splitlines()
    names = [line.split()[0] for line in lines]
    day = ["init", "new", "lint", "readiness", "explain", "serve", "build"]
    assert [name for name in names if name in day] == day
    assert all(line.endswith(".") and not line.endswith("...") for line in lines)


def test_a_wrong_name_is_answered_with_the_nearest() -> None:
    result = CliRunner().invoke(commands, ["lnt"])
    assert (result.exit_code, "Did you mean 'lint'?" in result.output) == (2, True)


@pytest.fixture
def _odd_commands(monkeypatch: pytest.MonkeyPatch) -> None:
    faults = {
        "user": UserError("The brief has no title.", "Give it one."),
        "disk": OSError(28, "No space left on device", "site/index.html"),
        "crash": KeyError("ladder"),
    }

    def failing(fault: Exception) -> click.Command:
        def run() -> None:
            raise fault

        return click.Command("odd", callback=run)

    odd = {name: failing(fault) for name, fault in faults.items()}
    monkeypatch.setattr(type(commands), "get_command", lambda self, ctx, name: odd.get(name))


@pytest.mark.usefixtures("_odd_commands")
@pytest.mark.parametrize(
    ("name", "code", "output"),
    [
        ("user", 2, "Error: The brief has no title.\nHint: Give it one.\n"),
        ("disk", 3, "Error: site/index.html: No space left on device.\n"),
        (
            "crash",
            3,
            "Error: Readyroom itself failed (KeyError: 'ladder').\n"
            "Hint: This is a fault in Readyroom. READYROOM_TRACEBACK=1 shows where it happened.\n",
        ),
    ],
)
def test_failures_are_told_in_a_line(name: str, code: int, output: str) -> None:
    result = CliRunner().invoke(commands, [name])
    assert (result.exit_code, result.output) == (code, output)
