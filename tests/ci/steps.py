"""The shell steps of actions and workflows, run outside of a build server."""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).parents[2]
STARTER = ROOT / "templates" / "starter" / "ci"
WORKFLOWS = STARTER / "github" / ".github" / "workflows"
ACTION = ROOT / "action.yml"
CHECK, COMMENT = WORKFLOWS / "readyroom.yml", WORKFLOWS / "readyroom-comment.yml"
GITLAB = STARTER / "gitlab" / ".gitlab" / "readyroom.yml"

# A name, a title or a path that wants to be a command of the shell and of the build server.
HOSTILE = "x$(touch hacked);`touch hacked`;::error::x"


def load(path: Path) -> dict[Any, Any]:
    """The file as YAML reads it (`on:` has the key True)."""
    found: dict[Any, Any] = yaml.safe_load(path.read_text("utf-8"))
    return found


def steps(path: Path) -> Iterator[dict[str, Any]]:
    """All steps of a composite action or of the jobs of a workflow."""
    document = load(path)
    if "runs" in document:
        yield from document["runs"]["steps"]
    for job in document.get("jobs", {}).values():
        for step in job["steps"]:
            yield {**step, "env": {**job.get("env", {}), **step.get("env", {})}}


def step(path: Path, name: str) -> dict[str, Any]:
    """The step of that name."""
    return next(one for one in steps(path) if one["name"] == name)


def run(
    path: Path, name: str, cwd: Path, temporary: Path, values: Mapping[str, str]
) -> subprocess.CompletedProcess[str]:
    """Run a step as a runner does; `values` are what its own `env` would hold, others are empty."""
    found = step(path, name)
    assert set(values) <= set(found.get("env", {})) | {"PATH"}
    environment = {
        **{key: value for key, value in os.environ.items() if not key.startswith("GITHUB_")},
        **dict.fromkeys(found.get("env", {}), ""),
        "RUNNER_TEMP": str(temporary),
        "GITHUB_ACTION_PATH": str(ROOT),
        "GITHUB_OUTPUT": str(temporary / "output"),
        "GITHUB_STEP_SUMMARY": str(temporary / "summary"),
        **values,
    }
    script = temporary / "step.sh"
    script.write_text(found["run"], encoding="utf-8")
    return subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", script],
        cwd=cwd,
        env=environment,
        capture_output=True,
        text=True,
    )


def outputs(temporary: Path) -> dict[str, str]:
    """What the steps so far have written for later ones."""
    file = temporary / "output"
    lines = file.read_text("utf-8").splitlines() if file.exists() else []
    return dict(line.split("=", 1) for line in lines)


def commands(printed: str) -> list[str]:
    """What the build server would take for commands, without their texts."""
    return re.findall(r"^\s*(::\S+ \w+=[^,:]*)", printed, re.MULTILINE) + re.findall(
        r"^\s*(::\w+::.*|##\[.*)", printed, re.MULTILINE
    )
