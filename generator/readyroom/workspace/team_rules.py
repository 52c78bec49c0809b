"""A team's own rules. They are code from the checkout, so they are found only in the folder that
the settings name, and run only where the caller says so."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

from readyroom.rules import RegisteredRule, all_rules
from readyroom.workspace.errors import UserError
from readyroom.workspace.rule_guard import in_short, line_in
from readyroom.workspace.rule_module import WrongRule, circular, read_rule
from readyroom.workspace.rulebook import Rulebook, RuleFile

# The family of a rule that stands in the folder itself.
FAMILY = "team-rules"
# For machines that check what strangers send: nothing on a command line can undo it.
SWITCH = "READYROOM_NO_TEAM_RULES"

_NAME = re.compile(r"[a-z][a-z0-9]*(?:_[a-z0-9]+)*")
_FOLDER_NAME = re.compile(r"[a-z][a-z0-9]*(?:[_-][a-z0-9]+)*")
# What the engine calls its own findings, and the site one of its pages.
_RESERVED = frozenset(
    {"index", "internal-error", "prose-unchecked", "unreadable-file", "unreadable-text"}
)
_RESERVED_FAMILY = "engine"
_WAY_OUT = "Correct the file. --no-team-rules goes on without your team's own rules."


def rulebook(root: Path, folder: str, *, run: bool) -> Rulebook:
    """All rules of a project whose settings name `folder` ("" for none).

    Without `run`, or with READYROOM_NO_TEAM_RULES in the environment, no file is executed: then
    only the names of the team's rules are known.

    Raises UserError for a folder or file that is missing, leads out of the project, or holds no
    rule that can be used.
    """
    if not folder:
        return Rulebook()
    files = tuple(_rule_files(root, folder))
    _refuse_taken_names(files)
    if not run or not may_run():
        return Rulebook(folder, left_out=files)
    return Rulebook(folder, tuple(_load(files)))


def may_run() -> bool:
    """Whether the environment lets run what is the team's own."""
    return os.environ.get(SWITCH, "") in ("", "0")


def _rule_files(root: Path, folder: str) -> Iterator[RuleFile]:
    start = root / folder
    if not start.is_dir():
        raise UserError(
            f"There is no folder {start}, which `team-rules` in the settings names.",
            "Create it, or delete that line.",
        )
    real_root = os.path.realpath(root)
    for path in _entries(start, real_root):
        if path.suffix == ".py":
            yield _rule_file(path, FAMILY)
        elif path.is_dir():
            yield from _family(path, real_root)


def _family(folder: Path, real_root: str) -> Iterator[RuleFile]:
    for path in _entries(folder, real_root):
        if path.suffix == ".py":
            if not _FOLDER_NAME.fullmatch(folder.name):
                raise _badly_named(folder, "family", "small letters, digits and -")
            yield _rule_file(path, folder.name.replace("_", "-"))
        elif path.is_dir() and any(path.glob("*.py")):
            raise UserError(
                f"{path}: rules are looked for in the folder and one folder below it, not here.",
                "Move its files up, or let its name begin with _ to leave it out.",
            )


def _entries(folder: Path, real_root: str) -> Iterator[Path]:
    """What stands in a folder, without hidden entries and those that begin with _."""
    if not _is_inside(folder, real_root):
        raise _leads_out(folder)
    try:
        found = sorted(folder.iterdir())
    except OSError as error:
        raise UserError(f"{folder} cannot be read: {error.strerror}.", _WAY_OUT) from None
    for path in found:
        if path.name[0] not in "._":
            if path.is_symlink() and not _is_inside(path, real_root):
                raise _leads_out(path)
            yield path


def _is_inside(path: Path, real_root: str) -> bool:
    return f"{os.path.realpath(path)}{os.sep}".startswith(f"{real_root.rstrip(os.sep)}{os.sep}")


def _leads_out(path: Path) -> UserError:
    return UserError(
        f"{path} is a link that leads out of the project, so no rule there is used.",
        "Put the rules themselves into the project.",
    )


def _rule_file(path: Path, family: str) -> RuleFile:
    if not path.is_file():
        raise UserError(f"{path} is not a file that can be read.", "Put it right, or remove it.")
    if not _NAME.fullmatch(path.stem):
        raise _badly_named(path, "rule", "small letters, digits and _")
    return RuleFile(path, path.stem.replace("_", "-"), family)


def _badly_named(path: Path, kind: str, allowed: str) -> UserError:
    return UserError(
        f"{path}: the name of a {kind} is made of {allowed}.",
        "Rename it. Names that begin with _ are left out.",
    )


def _refuse_taken_names(files: Sequence[RuleFile]) -> None:
    """Raise UserError for a rule that is called like another rule or like a family, and for a
    family that is called like a rule: `select` could not tell them apart."""
    ours = {rule.id for rule in all_rules()}
    families = {rule.family for rule in all_rules()} | {file.family for file in files}
    taken = {
        **dict.fromkeys(families | {FAMILY}, "a family"),
        **dict.fromkeys(ours | _RESERVED, "Readyroom"),
    }
    for file in files:
        if file.id in taken:
            raise UserError(
                f"{file.path}: the name {file.id} is taken ({taken[file.id]} uses it).",
                "Rename the file.",
            )
        if file.family in ours or file.family == _RESERVED_FAMILY:
            raise UserError(
                f"{file.path.parent}: the name {file.family} is taken (Readyroom uses it).",
                "Rename the folder.",
            )
        taken[file.id] = str(file.path)


def _load(files: Sequence[RuleFile]) -> Iterator[RegisteredRule]:
    known = {rule.id for rule in all_rules()} | {file.id for file in files}
    loaded = {}
    for file in files:
        try:
            loaded[file] = read_rule(_run(file), file, known)
        except WrongRule as wrong:
            raise UserError(f"{file.path}: {wrong}", wrong.hint or _WAY_OUT) from None
    if looped := circular(loaded):
        raise UserError(f"{looped.path}: requires leads back to this rule itself.", _WAY_OUT)
    yield from loaded.values()


def _run(file: RuleFile) -> Mapping[str, Any]:
    """The names that the file defines."""
    module = ModuleType(f"readyroom_team_rules.{file.family}.{file.path.stem}")
    module.__file__ = str(file.path)
    sys.modules[module.__name__] = module  # dataclasses look their module up
    try:
        exec(compile(file.path.read_bytes(), file.path, "exec", dont_inherit=True), vars(module))
    except SyntaxError as error:
        raise UserError(
            f"{file.path}:{error.lineno or 1}: this is not valid Python: {error.msg}.", _WAY_OUT
        ) from None
    except KeyboardInterrupt:
        raise
    except BaseException as error:
        where = f"{file.path}:{line_in(file.path, error)}"
        raise UserError(
            f"{where}: this rule cannot be loaded: {in_short(error)}.", _WAY_OUT
        ) from None
    return vars(module)
