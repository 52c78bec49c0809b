"""What other people's tools say about our files; each says so where it is not installed."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from ci.steps import ACTION, CHECK, COMMENT, GITLAB, ROOT

HOOKS = ROOT / ".pre-commit-hooks.yaml"
GITLAB_CI = GITLAB.parents[1] / ".gitlab-ci.yml.j2"


def tool(name: str) -> str:
    """The program beside this Python or on the search path, else the test is skipped."""
    path = os.pathsep.join((str(Path(sys.executable).parent), os.environ.get("PATH", "")))
    found = shutil.which(name, path=path)
    if not found:
        pytest.skip(f"{name} is not installed")
    return found


def run(*arguments: str | Path, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        arguments, env={**os.environ, **environment}, capture_output=True, text=True
    )


def test_zizmor_finds_nothing() -> None:
    done = run(
        tool("zizmor"), "--offline", "--no-config", "--persona=auditor", "--no-progress",
        "--strict-collection", ACTION, CHECK, COMMENT, HOOKS,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout


def test_the_only_finding_set_aside_is_the_trigger_that_may_comment() -> None:
    done = run(
        tool("zizmor"), "--offline", "--no-config", "--no-progress", "--no-ignores",
        "--format=json", ACTION, CHECK, COMMENT, HOOKS,
    )  # fmt: skip
    assert [one["ident"] for one in json.loads(done.stdout)] == ["dangerous-triggers"]


@pytest.mark.parametrize(
    ("schema", "path"),
    [
        ("vendor.github-actions", ACTION),
        ("vendor.github-workflows", CHECK),
        ("vendor.github-workflows", COMMENT),
        ("custom.github-workflows-require-timeout", CHECK),
        ("custom.github-workflows-require-timeout", COMMENT),
        ("vendor.gitlab-ci", GITLAB),
        ("vendor.gitlab-ci", GITLAB_CI),
    ],
    ids=lambda value: value.name if isinstance(value, Path) else value,
)
def test_files_are_of_the_form_their_host_reads(schema: str, path: Path) -> None:
    transform = ["--data-transform=gitlab-ci"] if "gitlab" in schema else []
    done = run(
        tool("check-jsonschema"), "--builtin-schema", schema, "--force-filetype=yaml",
        *transform, path,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize(
    ("kind", "advised"),
    [
        ("Sarif", {"SARIF2005"}),  # the address of a home page, and we have none to give
        ("Ghas", set()),
    ],
)
def test_the_validator_of_sarif_finds_nothing(kind: str, advised: set[str], tmp_path: Path) -> None:
    validator = tool("sarif-multitool")
    log, verdict = tmp_path / "out.sarif", tmp_path / "verdict.sarif"
    lint = (sys.executable, "-m", "readyroom", "lint", "--exit-zero", "--output-format=sarif")
    subprocess.run([*lint, "--output-file", log], cwd=ROOT, check=True)
    done = run(
        validator, "validate", log, "--rule-kind", kind, "--output", verdict,
        DOTNET_SYSTEM_GLOBALIZATION_INVARIANT="1",
    )  # fmt: skip
    assert done.returncode == 0, done.stdout
    (judged,) = json.loads(verdict.read_text("utf-8-sig"))["runs"]
    found = [one for one in judged.get("results", []) if one["ruleId"] not in advised]
    assert found == [], done.stdout
