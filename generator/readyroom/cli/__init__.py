"""The command line. One file per command: any file here that defines `command` is one.

A command's file is loaded only when that command is used, and it imports what it needs inside its
function, so that `readyroom lint` never pays for the site generator.
"""

from __future__ import annotations

import os
import pkgutil
import sys
from importlib import import_module
from typing import IO, Any

import click

from readyroom import __version__
from readyroom.workspace.errors import UserError

# A writer's day: start, write, check, understand, see, publish. Other commands follow.
_ORDER = (
    "init", "new", "lint", "readiness", "explain", "promote", "serve", "build", "report",
    "test-rules",
)  # fmt: skip

_REPORT_IT = "This is a fault in Readyroom. READYROOM_TRACEBACK=1 shows where it happened."

FINDINGS, USAGE, INCOMPLETE = 1, 2, 3


class _Told(click.ClickException):
    """A UserError on its way to the screen: what is wrong, and what to do."""

    exit_code = USAGE

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.hint = hint

    def show(self, file: IO[Any] | None = None) -> None:
        from readyroom.reporters.terminal.visible import sentence

        click.echo(f"Error: {sentence(self.message)}", err=True)
        if self.hint:
            click.echo(f"Hint: {sentence(self.hint)}", err=True)


class _Failed(_Told):
    """The machine or Readyroom itself did not do its part, so the work is incomplete."""

    exit_code = INCOMPLETE


class Commands(click.Group):
    """The commands in this folder."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        known = [name for name in _modules() if self.get_command(ctx, name)]
        return sorted(known, key=lambda name: (_place(name), name))

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        module = _modules().get(cmd_name)
        found = getattr(import_module(f"{__name__}.{module}"), "command", None) if module else None
        return found if isinstance(found, click.Command) else None

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        try:
            return super().resolve_command(ctx, args)
        except click.NoSuchCommand as error:
            name = error.command_name
            raise click.NoSuchCommand(name, None, self.list_commands(ctx), ctx) from None

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except UserError as error:
            raise _Told(error.message, error.hint) from None
        except (click.exceptions.Exit, click.Abort, click.ClickException, BrokenPipeError):
            raise
        except OSError as error:
            where = f"{error.filename}: " if error.filename else ""
            raise _Failed(f"{where}{error.strerror or error}.") from error
        except Exception as crash:
            if os.environ.get("READYROOM_TRACEBACK"):
                raise
            fault = f"{type(crash).__name__}: {crash}"
            raise _Failed(f"Readyroom itself failed ({fault}).", _REPORT_IT) from crash


def _modules() -> dict[str, str]:
    """The modules in this folder under the names that commands are typed as."""
    return {found.name.replace("_", "-"): found.name for found in pkgutil.iter_modules(__path__)}


def _place(name: str) -> int:
    return _ORDER.index(name) if name in _ORDER else len(_ORDER)


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="readyroom", message="%(prog)s %(version)s")
def commands() -> None:
    """Check campaign briefs before money is spent, and publish them as a team playbook.

    A brief is a Markdown file. Readyroom says what it still lacks, computes how ready it is and
    builds the site.
    """


def main() -> None:
    """Run the command line; what the screen cannot show is written as an escape."""
    for stream in (sys.stdout, sys.stderr):
        if stream is not None and hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    commands(prog_name="readyroom")
