"""Vale for tests: the real one where it is installed, and one that repeats what it has printed."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from textwrap import dedent

import pytest

from readyroom.workspace.vale import find_program

RECORDED = Path(__file__).with_name("vale_output.json")
REAL = find_program().program
needs_vale = pytest.mark.skipif(not REAL, reason="Vale is not installed: only its recorded output")
both = pytest.mark.parametrize(
    "vale", [pytest.param("real", marks=needs_vale), "recorded"], indirect=True
)


def program(path: Path, body: str) -> Path:
    """An executable that runs these lines of Python."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"#!{sys.executable}\nimport json, sys, time\n{dedent(body)}", "utf-8")
    path.chmod(0o755)
    return path


def repeating(path: Path) -> Path:
    """A program that prints what the real one has printed about the same files."""
    return program(
        path,
        f"""
        said = json.load(open({str(RECORDED)!r}, encoding="utf-8"))
        asked = {{word.removeprefix("--path=") for word in sys.argv}}
        print(json.dumps({{path: found for path, found in said.items() if path in asked}}))
        """,
    )


def styles(root: Path) -> None:
    """The settings and styles that `readyroom init` writes."""
    templates = Path(__file__).parents[2] / "templates"
    shutil.copytree(templates / "vale" / "styles", root / "styles")
    shutil.copy(templates / "starter" / ".vale.ini.j2", root / ".vale.ini")
