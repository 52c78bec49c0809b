"""The files behind Vale's checks, for people who ask what a check looks for."""

from __future__ import annotations

import re
from pathlib import Path

from readyroom.workspace.errors import UserError
from readyroom.workspace.vale import SETTINGS

_CHECK = re.compile(r"([\w-]+)\.([\w-]+)")
_STYLES_PATH = re.compile(r"^[ \t]*StylesPath[ \t]*=[ \t]*(.+?)[ \t]*$", re.MULTILINE)


def style_file(root: Path, check: str) -> tuple[str, str]:
    """The path (relative to the project, if it is inside) and the text of the file with this check.

    Raises UserError where there is none.
    """
    name = _CHECK.fullmatch(check)
    styles = _STYLES_PATH.search(_text(root / SETTINGS))
    if name and styles:
        file = root / styles[1] / name[1] / f"{name[2]}.yml"
        if file.is_file():
            inside = file.is_relative_to(root)
            return (file.relative_to(root) if inside else file).as_posix(), _text(file)
    raise UserError(
        f"There is no file with the check {check} here.",
        f"The folder with the styles is named in {SETTINGS}; what begins with Vale. is built in.",
    )


def _text(file: Path) -> str:
    try:
        return file.read_text("utf-8", "replace")
    except OSError:
        return ""
