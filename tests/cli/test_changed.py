"""readyroom lint --changed, --new-only and --baseline on real repositories."""

from __future__ import annotations

import json
import os
import re
import subprocess
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree

import pytest
from click.testing import CliRunner, Result

from readyroom.cli import commands

OLD_BRIEFS = 20
TODAY = "--as-of=2026-11-22"


def git(folder: Path, *arguments: str) -> str:
    names = {
        f"GIT_{who}_{what}": "x" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")
    }
    done = subprocess.run(
        ["git", *arguments],
        cwd=folder,
        check=True,
        capture_output=True,
        text=True,
        env={**os.environ, **names},
    )
    return done.stdout.strip()


def commit(folder: Path, message: str = "change") -> None:
    git(folder, "add", "-A")
    git(folder, "commit", "-qm", message)


def brief(number: int, extra: str = "") -> str:
    """A brief with five findings (of the rules in RULES), and room for more."""
    return (
        f"---\nid: brief-{number}\ntitle: Brief {number}\nstatus: planned\nlang: en\n"
        f"created: 2026-11-01\nsupports: OBJ-2027-1\n---\n\n# Brief {number}\n\n"
        "## Why\n\nPeople leave after the first visit, and nobody knows what they looked for.\n\n"
        "## Goals\n\n- **G1** Raise awareness\n- **G2** Boost engagement\n\n"
        f"## Audience\n\n- **S1** Everyone\n{extra}"
    )


RULES = "--select=goal-vague,goal-not-measurable,goal-no-deadline,goal-no-why,audience-everyone"
PER_BRIEF = 7


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A main branch with over a hundred findings, and a branch `change` that stands on it."""
    root = tmp_path / "book"
    briefs = root / "playbooks" / "team" / "briefs"
    briefs.mkdir(parents=True)
    (root / "readyroom.toml").write_text("", encoding="utf-8")
    (root / "playbooks/team/strategy.md").write_text(
        "# Strategy\n\n- **OBJ-2027-1** More people stay\n"
    )
    for number in range(OLD_BRIEFS):
        (briefs / f"brief-{number}.md").write_text(brief(number), encoding="utf-8")
    git(root, "init", "-q", "-b", "main")
    commit(root)
    git(root, "switch", "-qc", "change")
    monkeypatch.chdir(root)
    for name in ("GITHUB_BASE_REF", "CI_MERGE_REQUEST_TARGET_BRANCH_NAME"):
        monkeypatch.delenv(name, raising=False)
    return root


def run(*arguments: str) -> Result:
    return CliRunner().invoke(commands, ["lint", TODAY, RULES, *arguments], catch_exceptions=False)


def found(*arguments: str) -> list[tuple[str, str]]:
    """Rule and file of every finding, as the JSON output has them."""
    shown = json.loads(run("--output-format=json", *arguments).stdout)
    return [(one["rule"], one["path"].rsplit("/", 1)[-1]) for one in shown["diagnostics"]]


def edit(root: Path, number: int, change: Callable[[str], str]) -> Path:
    path = root / f"playbooks/team/briefs/brief-{number}.md"
    path.write_text(change(path.read_text(encoding="utf-8")), encoding="utf-8")
    return path


TWO = [("audience-everyone", "brief-3.md"), ("goal-no-deadline", "brief-3.md")]


def bring_two(root: Path) -> None:
    """Exactly two new findings: a second group that is nobody, a goal without a day."""
    edit(
        root,
        3,
        lambda text: text.replace(
            "- **S1** Everyone\n", "- **S1** Everyone\n- **S2** All adults\n"
        ),
    )
    edit(
        root,
        3,
        lambda text: text.replace(
            "- **G2** Boost", "- **G3** 40 people come back (12 last year)\n- **G2** Boost"
        ),
    )


def test_the_main_branch_has_over_a_hundred_findings(repository: Path) -> None:
    assert len(found()) >= 100


def moved_sections(root: Path) -> None:
    def swap(text: str) -> str:
        head, why, goals, audience = re.split(r"(?m)^(?=## )", text)
        return f"{head}{audience}\n{goals}{why}"

    edit(root, 3, swap)
    edit(root, 4, swap)


def renamed_file(root: Path) -> None:
    git(root, "mv", "playbooks/team/briefs/brief-5.md", "playbooks/team/briefs/another-name.md")


def merged_main(root: Path) -> None:
    commit(root)
    git(root, "switch", "-q", "main")
    edit(root, 7, lambda text: text + "- **S5** Everybody\n")
    commit(root)
    git(root, "switch", "-q", "change")
    git(root, "merge", "-q", "--no-edit", "main")


def nothing_more(root: Path) -> None:
    return


@pytest.mark.parametrize("more", [nothing_more, moved_sections, renamed_file, merged_main])
@pytest.mark.parametrize("committed", [True, False], ids=["committed", "not committed"])
def test_exactly_what_the_change_brought(
    repository: Path, more: Callable[[Path], None], committed: bool
) -> None:
    bring_two(repository)
    more(repository)
    if committed:
        git(repository, "add", "-A")
        git(repository, "commit", "-q", "--allow-empty", "-m", "done")
    shown = found("--new-only")
    assert sorted(shown) == TWO


FORMATS: dict[str, Callable[[str], int]] = {
    "json": lambda text: len(json.loads(text)["diagnostics"]),
    "jsonl": lambda text: len(text.splitlines()),
    "sarif": lambda text: len(json.loads(text)["runs"][0]["results"]),
    "github": lambda text: len(text.splitlines()),
    "gitlab": lambda text: len(json.loads(text)),
    "junit": lambda text: len(ElementTree.fromstring(text).findall("testsuite/testcase")),
    "checkstyle": lambda text: len(ElementTree.fromstring(text).findall("file/error")),
    "rdjsonl": lambda text: len(text.splitlines()),
    "concise": lambda text: len(text.splitlines()),
    "markdown": lambda text: text.count("\n| warning") + text.count("\n| error"),
    "text": lambda text: len(re.findall(r"(?m)^\S+:\d+:\d+ ", text)),
}


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_shows_the_same_two(repository: Path, name: str) -> None:
    bring_two(repository)
    assert FORMATS[name](run("--new-only", f"--output-format={name}").stdout) == 2


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("github", "file=book/playbooks/team/briefs/brief-0.md,"),
        ("gitlab", '"path": "book/playbooks/team/briefs/brief-0.md"'),
        ("sarif", '"uri": "book/playbooks/team/briefs/brief-0.md"'),
        ("rdjsonl", '"path": "book/playbooks/team/briefs/brief-0.md"'),
        ("json", '"path": "playbooks/team/briefs/brief-0.md"'),
        ("concise", "\nplaybooks/team/briefs/brief-0.md:"),
    ],
)
def test_hosts_get_paths_from_the_root_of_the_repository(
    repository: Path, name: str, expected: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    outer = repository.parent / "outer"
    outer.mkdir()
    (repository / ".git").rename(outer / ".git")
    repository.rename(outer / "book")
    monkeypatch.chdir(outer / "book")
    assert expected in run(f"--output-format={name}").stdout


def test_changed_shows_all_of_the_changed_files(repository: Path) -> None:
    bring_two(repository)
    assert {file for _, file in found("--changed")} == {"brief-3.md"}
    assert len(found("--changed")) == PER_BRIEF + 2
    assert found("--changed=main") == found("--changed")


def test_a_promoted_brief_has_to_catch_up(repository: Path) -> None:
    edit(repository, 6, lambda text: text.replace("status: planned", "status: validated"))
    assert {file for _, file in found("--new-only")} == {"brief-6.md"}
    assert len(found("--new-only")) == PER_BRIEF


def test_a_deleted_objective_breaks_other_briefs(repository: Path) -> None:
    strategy = repository / "playbooks/team/strategy.md"
    strategy.write_text("# Strategy\n", encoding="utf-8")
    shown = json.loads(
        CliRunner()
        .invoke(
            commands, ["lint", TODAY, "--new-only", "--output-format=json"], catch_exceptions=False
        )
        .stdout
    )
    assert len({one["path"] for one in shown["diagnostics"]}) == OLD_BRIEFS


def test_nothing_changed(repository: Path) -> None:
    done = run("--changed")
    assert (done.exit_code, "The change touches no brief." in done.stderr) == (0, True)


def test_a_worktree_and_a_folder_below_the_top(
    repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bring_two(repository)
    commit(repository)
    git(repository, "switch", "-q", "main")
    other = repository.parent / "other tree"
    git(repository, "worktree", "add", "-q", str(other), "change")
    monkeypatch.chdir(other / "playbooks")
    assert sorted(found("--new-only", "--changed=main")) == TWO


def test_a_submodule(repository: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    outer = tmp_path / "outer"
    outer.mkdir()
    git(outer, "init", "-q")
    git(
        outer, "-c", "protocol.file.allow=always", "submodule", "add", "-q", str(repository), "book"
    )
    inner = outer / "book"
    git(inner, "switch", "-qc", "inside")
    bring_two(inner)
    monkeypatch.chdir(inner)
    assert sorted(found("--new-only", "--changed=origin/main")) == TWO


@pytest.mark.parametrize(
    "name", ["--help", "-x", "$(touch hacked)", "a;b", "nowhere", "HEAD:README"]
)
def test_a_base_that_is_none(repository: Path, name: str) -> None:
    done = run(f"--changed={name}")
    assert done.exit_code == 2
    assert "There is no commit" in done.stderr
    assert not (repository / "hacked").exists()


def test_a_hostile_branch_name(repository: Path) -> None:
    bring_two(repository)
    commit(repository)
    git(repository, "branch", "x$(touch${IFS}hacked);error", "main")
    assert sorted(found("--new-only", "--changed=x$(touch${IFS}hacked);error")) == TWO
    assert not (repository / "hacked").exists()


@pytest.mark.parametrize(
    "name",
    [
        "$(touch hacked).md",
        "-x.md",
        "a\nb.md",
        '"q".md',
        "::error::x.md",
        "##[error]x.md",
        "цель %0A.md",
    ],
)
def test_a_hostile_file_name(repository: Path, name: str) -> None:
    folder = repository / "playbooks/team/briefs"
    (folder / name).write_text(brief(90, "- **S2** All adults\n").replace("id: brief-90\n", ""))
    commit(repository)
    shown = json.loads(run("--output-format=json", "--new-only").stdout)
    assert {one["path"] for one in shown["diagnostics"]} == {f"playbooks/team/briefs/{name}"}
    assert len(run("--output-format=github", "--new-only").stdout.splitlines()) == PER_BRIEF + 1
    git(repository, "mv", "--", f"playbooks/team/briefs/{name}", "playbooks/team/briefs/tame.md")
    commit(repository)
    assert found("--new-only", "--changed=HEAD~1") == []
    assert not (repository / "hacked").exists()


def test_a_shallow_clone_says_what_to_fetch(
    repository: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bring_two(repository)
    commit(repository)
    git(repository, "switch", "-q", "main")
    edit(repository, 9, lambda text: text + "\n")
    commit(repository)
    shallow = tmp_path / "shallow"
    source = repository.as_uri()
    git(
        tmp_path,
        "clone",
        "-q",
        "--depth=1",
        "--no-single-branch",
        "-b",
        "change",
        source,
        str(shallow),
    )
    monkeypatch.chdir(shallow)
    done = run("--changed=origin/main")
    assert done.exit_code == 2
    assert "This clone is shallow" in done.stderr
    assert "git fetch --unshallow" in done.stderr


def test_no_repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "readyroom.toml").write_text("", encoding="utf-8")
    (tmp_path / "playbooks").mkdir()
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    done = run("--changed")
    assert (done.exit_code, "not a git repository" in done.stderr) == (2, True)


# The baseline


def test_a_baseline_shows_what_is_new(repository: Path) -> None:
    kept = run("--baseline=known.json", "--write-baseline")
    assert kept.exit_code == 0
    assert found("--baseline=known.json") == []
    bring_two(repository)
    assert sorted(found("--baseline=known.json")) == TWO


def test_a_baseline_never_swallows_what_is_new(repository: Path) -> None:
    run("--baseline=known.json", "--write-baseline")
    bring_two(repository)
    run("--baseline=known.json", "--write-baseline")
    assert sorted(found("--baseline=known.json")) == TWO


def test_a_baseline_tells_what_is_out_of_date(repository: Path) -> None:
    run("--baseline=known.json", "--write-baseline")
    edit(repository, 2, lambda text: text.replace("- **S1** Everyone", "- **S1** Night nurses"))
    done = run("--baseline=known.json")
    assert "1 entry of the baseline is out of date" in done.stderr
    shorter = run("--baseline=known.json", "--write-baseline")
    assert "1 taken out" in shorter.stderr
    assert "out of date" not in run("--baseline=known.json").stderr


def test_a_promoted_brief_leaves_the_baseline(repository: Path) -> None:
    run("--baseline=known.json", "--write-baseline")
    edit(repository, 6, lambda text: text.replace("status: planned", "status: ready"))
    assert len(found("--baseline=known.json")) == PER_BRIEF


@pytest.mark.usefixtures("repository")
@pytest.mark.parametrize("content", [None, "", "{}", '{"version": 2, "findings": []}', "[1]"])
def test_a_baseline_that_cannot_be_read(content: str | None) -> None:
    if content is not None:
        Path("known.json").write_text(content, encoding="utf-8")
    done = run("--baseline=known.json")
    assert (done.exit_code, "aseline" in done.stderr) == (2, True)
    if content is not None:
        written = run("--baseline=known.json", "--write-baseline")
        assert (written.exit_code, "is not a baseline" in written.stderr) == (2, True)
        assert Path("known.json").read_text(encoding="utf-8") == content
