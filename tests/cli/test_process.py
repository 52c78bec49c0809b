"""The program as a shell starts it: streams that are closed or narrow, odd names, start-up."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from readyroom.cli import checking

Tree = Callable[[Mapping[str, str | bytes]], Path]

BRIEF = "---\nid: весна\ntitle: Весна\nstatus: planned\nlang: ru\n---\n\n## Цели\n"
HEAVY = {"mkdocs", "jinja2", "babel", "rich", "slugify", "asyncio", "readyroom.mkdocs_plugin"}


def readyroom(
    *arguments: str, cwd: Path, env: Mapping[str, str] | None = None, shell: str = ""
) -> subprocess.CompletedProcess[bytes]:
    """Run `python -m readyroom`; `shell` is what follows the command in a shell line."""
    program = [sys.executable, "-m", "readyroom", *arguments]
    command: list[str] = ["bash", "-c", f'"$@" {shell}', "bash", *program] if shell else program
    path = os.pathsep.join(filter(None, sys.path))
    return subprocess.run(
        command,
        cwd=cwd,
        env={**os.environ, "PYTHONPATH": path, **(env or {})},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=60,
        check=False,
    )


@pytest.fixture
def repository(tree: Tree) -> Path:
    return tree({"readyroom.toml": "", "playbooks/весна.md": BRIEF})


def test_startup_imports_nothing_that_lint_does_not_need(repository: Path) -> None:
    program = (
        "import sys; from readyroom.cli import commands\n"
        "try: commands(['lint', 'playbooks/весна.md'])\n"
        "except SystemExit: pass\n"
        "print(*sys.modules, sep='\\n', file=sys.stderr)"
    )
    result = subprocess.run(
        [sys.executable, "-c", program],
        cwd=repository,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
        capture_output=True,
        text=True,
        check=True,
    )
    assert set(result.stderr.split()) & HEAVY == set()


@pytest.mark.parametrize("shell", ["| head -c 1", ">&-", ">&- 2>&-"])
def test_a_reader_that_goes_away_leaves_no_traceback(repository: Path, shell: str) -> None:
    result = readyroom("lint", cwd=repository, shell=shell)
    assert b"Traceback" not in result.stderr
    assert b"Exception" not in result.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a disk that is always full")
def test_a_full_disk_is_told_in_a_line(repository: Path) -> None:
    result = readyroom("lint", cwd=repository, shell=">/dev/full")
    assert (result.returncode, result.stderr) == (3, b"Error: No space left on device.\n")


@pytest.mark.parametrize(
    "env",
    [
        {"LC_ALL": "C"},
        {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
        {"PYTHONIOENCODING": "ascii"},
    ],
)
@pytest.mark.parametrize("form", ["text", "concise", "json", "readiness"])
def test_a_narrow_screen_gets_escapes(repository: Path, env: dict[str, str], form: str) -> None:
    result = readyroom("lint", f"--output-format={form}", cwd=repository, env=env)
    assert (result.returncode, result.stderr) == (1, b"")
    assert result.stdout


def test_names_that_try_to_be_something_else(tree: Tree) -> None:
    names = [
        "playbooks/-rf.md",
        "playbooks/::error::x.md",
        "playbooks/a b'\"c.md",
        "playbooks/new\nline,line=9%0A.md",
        "playbooks/план.md",
        "playbooks/中文.md",
    ]
    root = tree({"readyroom.toml": "", **dict.fromkeys(names, BRIEF)})
    found = json.loads(readyroom("lint", "--output-format=json", cwd=root).stdout)
    assert [b["path"] for b in found["briefs"]] == sorted(names)
    one = readyroom("lint", "--output-format=json", "--", "-rf.md", cwd=root / "playbooks")
    assert [b["path"] for b in json.loads(one.stdout)["briefs"]] == ["playbooks/-rf.md"]
    for form in ("text", "concise", "readiness"):
        lines = readyroom("lint", f"--output-format={form}", cwd=root).stdout.decode().splitlines()
        assert not [line for line in lines if line.strip().startswith("::")]
        assert "line,line=9%0A.md" not in {line.split(":")[0] for line in lines}


def test_a_name_that_is_not_utf8(tree: Tree) -> None:
    root = tree({"readyroom.toml": "", "playbooks/x.md": BRIEF})
    try:
        os.rename(root / "playbooks/x.md", os.fsencode(root / "playbooks") + b"/caf\xe9.md")
    except OSError:
        pytest.skip("this file system takes only UTF-8 names")
    for form in ("text", "concise", "readiness", "json"):
        result = readyroom("lint", f"--output-format={form}", cwd=root)
        assert (result.returncode, result.stderr) == (1, b"")


def test_a_mkdocs_yml_with_code_is_not_run(tree: Tree) -> None:
    code = "x: !!python/object/apply:os.system ['touch ran']\nhooks: [hook.py]\n"
    hook = "open('ran', 'w')\n"
    root = tree({"mkdocs.yml": code, "hook.py": hook, "playbooks/x.md": BRIEF})
    readyroom("lint", cwd=root)
    assert not (root / "ran").exists()


def test_an_empty_folder_is_not_called_clean(tmp_path: Path) -> None:
    result = readyroom("lint", cwd=tmp_path)
    assert (result.returncode, result.stdout) == (0, b"Nothing was checked.\n")
    assert result.stderr == b"Note: There is no brief here, so nothing was checked.\n"


def test_the_sources_stay_as_they_are(repository: Path) -> None:
    before = {path: path.read_bytes() for path in repository.rglob("*") if path.is_file()}
    readyroom("lint", cwd=repository)
    after = {path: path.read_bytes() for path in repository.rglob("*") if path.is_file()}
    assert after == before


@pytest.mark.parametrize(("seconds", "shown"), [(0.0, False), (0.1, True)])
def test_a_terminal_is_told_when_something_takes_long(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], seconds: float, shown: bool
) -> None:
    monkeypatch.setattr(checking, "_PATIENCE", 0.05)
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    with checking.patience("Checking the briefs …"):
        time.sleep(seconds)
    assert ("Checking the briefs …" in capsys.readouterr().err) == shown


def test_a_pipe_is_told_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    with checking.patience("Checking the briefs …"):
        pass
    assert capsys.readouterr().err == ""
