"""The wheel in an empty virtual environment: everything a user needs is inside."""

from __future__ import annotations

import os
import subprocess
import sys
import venv
from pathlib import Path
from zipfile import ZipFile

import pytest

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A wheel built from this checkout."""
    folder = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", folder, ROOT]
    subprocess.run(command, check=True, capture_output=True)
    return next(folder.glob("*.whl"))


@pytest.fixture(scope="module")
def readyroom(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The command in an environment that holds the wheel and its dependencies only."""
    folder = tmp_path_factory.mktemp("venv")
    venv.create(folder, with_pip=True)
    install = [folder / "bin/python", "-m", "pip", "install", "-q", f"{wheel}[search]"]
    found = subprocess.run(install, capture_output=True, text=True)
    if found.returncode:
        pytest.skip(f"dependencies cannot be installed here: {found.stderr.strip()[-200:]}")
    return folder / "bin/readyroom"


def run(command: Path, *words: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    environment = {k: v for k, v in os.environ.items() if not k.startswith("PYTHON")}
    return subprocess.run(
        [command, *words], cwd=cwd, env=environment, capture_output=True, text=True
    )


def test_the_wheel_holds_templates_and_types(wheel: Path) -> None:
    names = set(ZipFile(wheel).namelist())
    assert {
        "readyroom/py.typed",
        "readyroom/templates/briefs/en.md.j2",
        "readyroom/templates/starter/mkdocs.yml.j2",
        "readyroom/templates/starter/ci/github/.github/workflows/readyroom.yml",
        "readyroom/templates/starter/ci/gitlab/.gitlab-ci.yml.j2",
        "readyroom/templates/starter/.vale.ini.j2",
        "readyroom/templates/vale/styles/ReadyroomZh/Vague.yml",
        "readyroom/templates/pages/home.html.j2",
        "readyroom/locale/ru/LC_MESSAGES/readyroom.mo",
    } <= names
    assert not [name for name in names if name.startswith(("tests/", "playbooks/", "site/"))]


def test_init_new_lint_and_build_from_the_wheel(readyroom: Path, tmp_path: Path) -> None:
    steps = [
        ("init", "book", "--name", "Our playbook"),
        ("new", "Осенний набор", "--lang", "ru", "--owner", "vera"),
        ("lint",),
        ("readiness",),
        ("explain", "goal-missing"),
        ("build",),
    ]
    for number, words in enumerate(steps):
        done = run(readyroom, *words, cwd=tmp_path / "book" if number else tmp_path)
        assert (done.returncode, done.stderr if done.returncode else "") == (0, ""), words
    shown = run(
        readyroom, "readiness", "playbooks/team/briefs/osennii-nabor.md", cwd=tmp_path / "book"
    )
    assert "[Идея]" in shown.stdout or "[Черновик]" in shown.stdout
    site = tmp_path / "book/site"
    assert (site / "team/briefs/osennii-nabor.html").is_file()
    assert (site / "badges/osennii-nabor.svg").is_file()
    assert (site / "pagefind/pagefind.js").is_file()
