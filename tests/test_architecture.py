"""The shape of the package: import contracts, names that say something, rules that see only what
they are given."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "generator" / "readyroom"
MODULES = sorted(PACKAGE.rglob("*.py"))
RULES = sorted(path for path in PACKAGE.glob("rules/*/*.py") if path.name != "__init__.py")

EMPTY_NAMES = {"utils", "util", "common", "helpers", "core", "base", "misc"}
FOR_RULES = {
    "__future__", "collections", "dataclasses", "datetime", "difflib", "enum", "functools",
    "itertools", "math", "re", "typing", "unicodedata",
    "readyroom.languages", "readyroom.meaning", "readyroom.model",
}  # fmt: skip


def test_import_contracts() -> None:
    program = "import sys; from importlinter.cli import lint_imports as run; sys.exit(run())"
    result = subprocess.run(
        [sys.executable, "-c", program],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(PACKAGE.parent)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode == 0, result.stdout


def test_every_name_says_what_is_inside() -> None:
    names = {part for path in MODULES for part in path.relative_to(PACKAGE).with_suffix("").parts}
    assert names & EMPTY_NAMES == set()


@pytest.mark.parametrize("path", RULES, ids=lambda path: path.stem)
def test_a_rule_imports_only_the_words_and_the_languages(path: Path) -> None:
    strangers = {
        name
        for name in _imports(path)
        if name.split(".")[0] not in FOR_RULES and ".".join(name.split(".")[:2]) not in FOR_RULES
    }
    assert strangers == set()


def _imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or "."
