"""A small playbook repository and ways to build it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from importlib.metadata import entry_points
from pathlib import Path

from mkdocs.commands.build import build as build_with_mkdocs
from mkdocs.config import load_config

ROOT = Path(__file__).parents[2]

CONFIG = """\
site_name: Small
docs_dir: playbooks
use_directory_urls: false
repo_url: https://git.example.org/team/playbook
edit_uri: edit/main/playbooks/
theme: {name: material, font: false, features: [content.action.edit]}
plugins:
  - search
  - readyroom: {search: material}
validation:
  links: {anchors: warn, unrecognized_links: warn}
"""

BRIEF = """\
---
id: spring
title: Spring intake
status: planned
lang: en
owner: ana
supports: OBJ-2027-1
created: 2026-11-01
launch: 2027-01-18
ends: 2027-05-31
---
## Why
OBJ-2027-1 asks for full shifts ([strategy](../strategy.md#obj-2027-1-full-shifts)).

## Goals
- **G1** 120 volunteers by 2027-05-31
"""

RUSSIAN = """\
---
id: osen
title: Осенний набор
status: idea
lang: ru
owner: vera
---
## Зачем
Волонтёры нужны каждую субботу.
"""

STRATEGY = """\
# Strategy

## OBJ-2027-1 Full shifts

See [the goals](briefs/spring.md#goals), [its first](briefs/spring.md#G1) and
[the autumn brief](briefs/osen.md).
"""

FILES: dict[str, str | bytes] = {
    "mkdocs.yml": CONFIG,
    "readyroom.toml": "as-of = 2026-11-22\n",
    "playbooks/growth/index.md": "# Growth\n",
    "playbooks/growth/strategy.md": STRATEGY,
    "playbooks/growth/briefs/spring.md": BRIEF,
    "playbooks/growth/briefs/osen.md": RUSSIAN,
}


def write(folder: Path, files: Mapping[str, str | bytes]) -> Path:
    """Write files (path to content) below a folder and return it."""
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
    return folder


def announce(folder: Path) -> str | None:
    """A folder that announces the plugin to MkDocs; None where Readyroom is installed."""
    if entry_points(group="mkdocs.plugins", name="readyroom"):
        return None
    write(
        folder / "readyroom-0.dist-info",
        {
            "METADATA": "Metadata-Version: 2.1\nName: readyroom\nVersion: 0\n",
            "entry_points.txt": (
                "[mkdocs.plugins]\nreadyroom = readyroom.mkdocs_plugin:ReadyroomPlugin\n"
            ),
        },
    )
    return str(folder)


def build(root: Path, *, strict: bool = False) -> Path:
    """Build in this process; returns the site."""
    config = load_config(str(root / "mkdocs.yml"), strict=strict)
    config.plugins.on_startup(command="build", dirty=False)
    build_with_mkdocs(config)
    return Path(config.site_dir)


def run(
    root: Path, program: str, announced: str | None, *arguments: str, **environment: str
) -> subprocess.CompletedProcess[str]:
    """Build with the command line of MkDocs or ProperDocs."""
    paths = [str(ROOT / "generator"), *([announced] if announced else [])]
    return subprocess.run(
        [sys.executable, "-m", program, "build", "-f", "mkdocs.yml", *arguments],
        cwd=root,
        env={
            **os.environ,
            "PYTHONPATH": os.pathsep.join(paths),
            "NO_MKDOCS_2_WARNING": "1",
            **environment,
        },
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def files_of(site: Path) -> dict[str, bytes]:
    """Every file of a site."""
    return {
        path.relative_to(site).as_posix(): path.read_bytes()
        for path in sorted(site.rglob("*"))
        if path.is_file()
    }
