"""Where the files with holes in them are: shipped templates, and a team's own over them."""

from __future__ import annotations

import os
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from readyroom.workspace.errors import UserError
from readyroom.workspace.project import Project


@cache
def shipped_templates() -> Path:
    """The `templates` folder that came with Readyroom: inside the package, else in the checkout.

    Raises UserError where an installation has lost it.
    """
    package = Path(__file__).resolve().parents[1]
    for folder in (package / "templates", package.parents[1] / "templates"):
        if folder.is_dir():
            return folder
    raise UserError(
        "The templates that belong to Readyroom are missing.", "Install Readyroom again."
    )


def template_texts(project: Project, kind: str) -> Mapping[str, str]:
    """Text of each template of a kind ("pages", "briefs") under its path inside that folder.

    A team's file takes the place of the shipped one with the same path.
    Raises UserError for a file that is not UTF-8 text.
    """
    texts: dict[str, str] = {}
    for folder in (shipped_templates() / kind, project.templates / kind):
        texts.update(_texts(folder))
    return texts


def _texts(folder: Path) -> Mapping[str, str]:
    found: dict[str, str] = {}
    for place, _, names in sorted(os.walk(folder)):
        for name in sorted(names):
            file = Path(place, name)
            if (name[0] != "." or name.endswith(".j2")) and file.is_file():
                found[file.relative_to(folder).as_posix()] = _text(file)
    return found


def _text(file: Path) -> str:
    try:
        return file.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise UserError(f"The template {file} cannot be read.", f"{error}.") from None
