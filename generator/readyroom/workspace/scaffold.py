"""New briefs and new playbook repositories from templates."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from jinja2 import Environment, StrictUndefined
from slugify import slugify

from readyroom.languages import language
from readyroom.workspace.errors import UserError
from readyroom.workspace.project import Project
from readyroom.workspace.resources import template_texts

REVIEW_AFTER = timedelta(days=30)
_ID = re.compile(r"[a-z0-9-]{3,48}")
_PLAIN_YAML = re.compile(r"[^\W\d_][\w ,.()/+–—…'!?-]*[\w.)!?]", re.ASCII)


@dataclass(frozen=True, slots=True)
class NewBrief:
    """What a new brief starts from."""

    title: str
    kind: str = "campaign"
    tier: int = 2
    language: str = "en"
    owner: str = ""


def brief_id(title: str) -> str:
    """The id (and file name) of a title: Latin letters, digits and hyphens, any script accepted.

    Raises UserError where the title leaves fewer than three of them.
    """
    found = slugify(title, max_length=48, word_boundary=True)
    if not _ID.fullmatch(found):
        raise UserError(
            f"No file name can be made of the title {title!r}.",
            "Give a title with at least three letters.",
        )
    return found


def new_brief(project: Project, folder: Path, wanted: NewBrief, today: date) -> Path:
    """Write a brief from the team's template (else the shipped one) and return its path.

    Raises UserError where a file of that name exists.
    """
    path = folder / f"{brief_id(wanted.title)}.md"
    if path.exists():
        raise UserError(f"{path} exists already.", "Choose another title or edit that brief.")
    code = language(wanted.language).code
    text = render(
        template_texts(project, "briefs")[f"{code}.md.j2"],
        {
            "id": path.stem,
            "title": yaml_text(wanted.title),
            "kind": wanted.kind,
            "tier": wanted.tier,
            "owner": yaml_text(wanted.owner) if wanted.owner else "",
            "created": today.isoformat(),
            "review_by": (today + REVIEW_AFTER).isoformat(),
        },
    )
    folder.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")
    return path


def brief_folders(project: Project) -> tuple[Path, ...]:
    """The folders named `briefs` in the playbook, one per team, in order."""
    root = project.root / project.settings.playbooks
    return tuple(sorted(path for path in root.glob("**/briefs") if path.is_dir()))


def new_repository(
    folder: Path, project: Project, values: Mapping[str, object], host: str = ""
) -> list[Path]:
    """Write the starter files that do not exist yet, with those for the build server of a host
    ("github", "gitlab", "" for none); returns the ones written."""
    written: list[Path] = []
    for name, text in sorted(_starter(project, host).items()):
        path = folder / name.removesuffix(".j2")
        if path.exists():
            continue
        path.parent.mkdir(parents=True, exist_ok=True)
        filled = render(text, values) if name.endswith(".j2") else text
        path.write_text(filled, encoding="utf-8", newline="\n")
        written.append(path)
    return written


def _starter(project: Project, host: str) -> Mapping[str, str]:
    """The starter templates and the styles for Vale under the paths they go to; `ci/HOST/` is the
    root for one host."""
    shared = dict(template_texts(project, "vale"))
    hosted: dict[str, str] = {}
    for name, text in template_texts(project, "starter").items():
        if not name.startswith("ci/"):
            shared[name] = text
        elif host and name.startswith(f"ci/{host}/"):
            hosted[name.removeprefix(f"ci/{host}/")] = text
    return shared | hosted


def render(template: str, values: Mapping[str, object]) -> str:
    """Fill a Markdown or settings template. `{#key}` is brief syntax, so comments are `{##…##}`."""
    environment = Environment(
        undefined=StrictUndefined,
        comment_start_string="{##",
        comment_end_string="##}",
        keep_trailing_newline=True,
        trim_blocks=True,
    )
    return environment.from_string(template).render(values)


def yaml_text(text: str) -> str:
    """A scalar for front matter, quoted only where plain YAML would read something else."""
    plain = text.strip()
    if _PLAIN_YAML.fullmatch(plain) and plain.lower() not in ("true", "false", "null"):
        return plain
    return json.dumps(plain, ensure_ascii=False)
