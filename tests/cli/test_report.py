"""readyroom report: what a change does to readiness, in a real repository."""

from __future__ import annotations

import json
import os
import re
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from readyroom.cli import commands
from readyroom.reporters.progress.markdown import MARKER

EVIL = "Spring @everyone <img src=x onerror=alert(1)> [x](javascript:y) #1 `` ` | ::error::"


def git(folder: Path, *arguments: str) -> None:
    names = {
        f"GIT_{who}_{what}": "x" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")
    }
    subprocess.run(["git", *arguments], cwd=folder, check=True, env={**os.environ, **names})


def brief(name: str, status: str, body: str, more: str = "") -> str:
    return (
        f"---\nid: {name}\ntitle: '{name.title()}'\nstatus: {status}\nlang: en\nowner: ana\n"
        f"created: 2026-11-01\nreview_by: 2027-01-10\nsupports: OBJ-2027-1\n{more}---\n\n"
        f"## Why\n\nTwo of five Saturday shifts ran short in autumn, says the log.\n\n{body}"
    )


DONE = brief(
    "autumn",
    "done",
    "## Retrospective\n\n| id | lesson | action | owner |\n| --- | --- | --- | --- |\n"
    "| L1 | nobody reads at night | stop | ana |\n",
    "audience: [helpers]\n",
)


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "playbooks" / "team" / "briefs"
    folder.mkdir(parents=True)
    (tmp_path / "readyroom.toml").write_text("", encoding="utf-8")
    (tmp_path / "playbooks/team/strategy.md").write_text("- **OBJ-2027-1** More people stay\n")
    (folder / "autumn.md").write_text(DONE, encoding="utf-8")
    (folder / "spring.md").write_text(
        brief("spring", "idea", "", "audience: [helpers]\n"), encoding="utf-8"
    )
    (folder / "same.md").write_text(brief("same", "idea", ""), encoding="utf-8")
    git(tmp_path, "init", "-q", "-b", "main")
    git(tmp_path, "add", "-A")
    git(tmp_path, "commit", "-qm", "before")
    git(tmp_path, "switch", "-qc", "change")
    monkeypatch.chdir(tmp_path)
    return folder


def run(*arguments: str) -> Result:
    return CliRunner().invoke(
        commands, ["report", "--as-of=2026-11-22", *arguments], catch_exceptions=False
    )


def steps(*arguments: str) -> dict[str, dict[str, object]]:
    shown = json.loads(run("--output-format=json", *arguments).stdout)
    return {one["id"]: one for one in shown["briefs"]}


GOALS = "## Goals\n\n- **G1** 120 first-time helpers by 2027-05-31 (45 a year before)\n"


def test_a_step_forward(repository: Path) -> None:
    (repository / "spring.md").write_text(
        brief("spring", "idea", GOALS, "audience: [helpers]\n"), encoding="utf-8"
    )
    found = steps()
    assert set(found) == {"spring"}
    one = found["spring"]
    assert one["before"]["level"] == "Draft"  # type: ignore[index]
    assert one["after"]["level"] == "Idea"  # type: ignore[index]
    assert one["after"]["score"] > one["before"]["score"]  # type: ignore[index]
    assert any(gap["level"] == "Idea" for gap in one["gained"])  # type: ignore[attr-defined]
    assert one["lost"] == []
    assert one["lessons"] == [
        {"name": "autumn#L1", "text": "nobody reads at night", "title": "Autumn"}
    ]


def test_the_comment(repository: Path) -> None:
    (repository / "spring.md").write_text(
        brief("spring", "idea", GOALS, "audience: [helpers]\n"), encoding="utf-8"
    )
    text = run("--base=main").stdout
    assert text.startswith(f"{MARKER}\n## Readiness of the briefs\n\n1 brief differs from main ")
    assert "\n### Spring\n\nDraft → **Idea** · " in text
    assert "\n**No longer missing**\n" in text
    assert "- `autumn#L1` nobody reads at night\n" in text
    assert len(text.splitlines()) < 40


def test_new_deleted_and_renamed_briefs(repository: Path) -> None:
    (repository / "winter.md").write_text(brief("winter", "idea", GOALS), encoding="utf-8")
    (repository / "autumn.md").unlink()
    git(repository, "mv", "same.md", "other.md")
    found = steps()
    assert {name: (bool(one["before"]), bool(one["after"])) for name, one in found.items()} == {
        "winter": (False, True),
        "autumn": (True, False),
        "same": (True, True),
    }
    told = {one["rule"] for one in found["same"]["findings"]}  # type: ignore[attr-defined]
    assert told == {"front-matter-invalid"}  # the id is not the name of the file any more


def test_waivers_are_shown(repository: Path) -> None:
    waiver = (
        "lint:\n  ignore:\n    - {rule: audience-missing, reason: the survey is still out, "
        "by: ana, until: 2027-01-15}\n"
    )
    (repository / "spring.md").write_text(brief("spring", "idea", "", waiver), encoding="utf-8")
    assert "- `audience-missing` until 2027\\-01\\-15, ana: the survey is still out" in run().stdout


def test_nothing_changed(repository: Path) -> None:
    done = run("--base=main")
    assert (done.exit_code, "no brief has changed" in done.stdout) == (0, True)


def test_a_hostile_title_says_and_does_nothing(repository: Path) -> None:
    hostile = brief("spring", "idea", GOALS).replace("'Spring'", json.dumps(EVIL))
    (repository / "spring.md").write_text(hostile, encoding="utf-8")
    text = run().stdout
    title = next(line for line in text.splitlines() if line.startswith("### "))
    assert "@everyone" not in title
    assert re.search(r"(?<!\\)[<>\[\]`|]", title) is None
    assert not any(line.strip().startswith("::") for line in text.splitlines())


def test_many_briefs_are_counted(repository: Path) -> None:
    for number in range(30):
        (repository / f"n{number}.md").write_text(
            brief(f"new-{number}", "idea", GOALS), encoding="utf-8"
        )
    text = run().stdout
    assert text.count("\n### ") == 10
    assert text.endswith("And 20 more briefs.\n")
    assert len(text) < 60_000


def test_a_base_that_is_not_there(repository: Path) -> None:
    done = run("--base=nowhere")
    assert (done.exit_code, "There is no commit nowhere" in done.stderr) == (2, True)
