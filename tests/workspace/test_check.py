"""The use case: what is read, what is reported, and that one bad file costs no other."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

import pytest

from readyroom.model.report import Report
from readyroom.workspace import check as module
from readyroom.workspace.check import check
from readyroom.workspace.errors import UserError
from readyroom.workspace.project import Project, find_project
from readyroom.workspace.settings import Settings

Tree = Callable[[Mapping[str, str | bytes]], Path]
DAY = date(2026, 11, 22)


def brief(name: str, status: str = "planned") -> str:
    return f"---\nid: {name}\ntitle: Brief {name}\nstatus: {status}\nlang: en\n---\n\n## Goals\n"


PAGE = "# How we work\n"
FILES = {
    "readyroom.toml": "",
    "playbooks/one.md": brief("one"),
    "playbooks/team/two.md": brief("two"),
    "playbooks/index.md": PAGE,
    "drafts/plan.md": "# Spring plan\n\n## Goals\n\n- more of everything\n",
    "drafts/three.md": brief("three"),
}


def run(root: Path, *paths: str, foreign: bool = False) -> Report:
    project = find_project(root)
    return check(project, [root / path for path in paths], as_of=DAY, foreign=foreign).report


PAGES_NOTE = (
    "Files without a status, read as pages and not checked: 1. "
    "With --foreign they are checked as plans."
)
NOTHING_NOTE = "There is no brief here, so nothing was checked."


@pytest.mark.parametrize(
    ("paths", "foreign", "briefs", "notes"),
    [
        ([], False, ["playbooks/one.md", "playbooks/team/two.md"], []),
        (["."], False, ["playbooks/one.md", "playbooks/team/two.md"], []),
        (["playbooks"], False, ["playbooks/one.md", "playbooks/team/two.md"], []),
        (["playbooks/team"], False, ["playbooks/team/two.md"], []),
        (["playbooks/team/two.md"], False, ["playbooks/team/two.md"], []),
        (["playbooks/index.md"], False, [], [PAGES_NOTE]),
        (["playbooks/index.md"], True, ["playbooks/index.md"], []),
        (["drafts"], False, ["drafts/three.md"], []),
        (["drafts"], True, ["drafts/plan.md", "drafts/three.md"], []),
        (["drafts/plan.md"], False, ["drafts/plan.md"], []),
        (["drafts/plan.md", "playbooks/one.md"], False, ["drafts/plan.md", "playbooks/one.md"], []),
        (["empty"], False, [], [NOTHING_NOTE]),
    ],
)
def test_what_is_reported_in_a_repository(
    tree: Tree, paths: list[str], foreign: bool, briefs: list[str], notes: list[str]
) -> None:
    root = tree(FILES)
    (root / "empty").mkdir()
    report = run(root, *paths, foreign=foreign)
    assert ([found.path for found in report.briefs], list(report.notes)) == (briefs, notes)
    assert report.files == len(briefs)


@pytest.mark.parametrize(
    ("paths", "foreign", "briefs", "notes"),
    [
        ([], False, ["one.md"], [PAGES_NOTE]),
        (["."], False, ["one.md"], [PAGES_NOTE]),
        (["."], True, ["one.md", "plan.md"], []),
        (["plan.md"], False, ["plan.md"], []),
        (["one.md"], False, ["one.md"], []),
    ],
)
def test_what_is_reported_outside_of_a_repository(
    tree: Tree, paths: list[str], foreign: bool, briefs: list[str], notes: list[str]
) -> None:
    report = run(tree({"one.md": brief("one"), "plan.md": PAGE}), *paths, foreign=foreign)
    assert ([found.path for found in report.briefs], list(report.notes)) == (briefs, notes)


def test_only_a_plan_without_a_status_is_foreign(tree: Tree) -> None:
    report = run(tree(FILES), "drafts/plan.md", "drafts/three.md", foreign=True)
    assert [found.foreign for found in report.briefs] == [True, False]


@pytest.mark.parametrize(
    ("path", "message"),
    [
        ("playbooks/tone.md", "There is no file or folder"),
        ("no/where.md", "There is no file or folder"),
        ("../..", "lies outside of"),
    ],
)
def test_paths_that_cannot_be_checked(tree: Tree, path: str, message: str) -> None:
    with pytest.raises(UserError, match=message):
        run(tree(FILES), path)


def test_a_repository_without_its_playbooks_folder(tree: Tree) -> None:
    with pytest.raises(UserError, match="There is no folder"):
        run(tree({"readyroom.toml": ""}))


def test_one_bad_file_costs_no_other(tree: Tree) -> None:
    root = tree(FILES)
    before = [d for d in run(root).diagnostics if d.place.path == "playbooks/one.md"]
    (root / "playbooks/bad.md").write_bytes(b"---\nid: \xff\n---\n")
    report = run(root)
    assert [d for d in report.diagnostics if d.place.path == "playbooks/one.md"] == before
    bad = [d for d in report.diagnostics if d.place.path == "playbooks/bad.md"]
    assert [(d.rule, d.place.start.line, d.place.start.column) for d in bad] == [
        ("unreadable-file", 2, 5)
    ]
    assert (report.files, report.incomplete) == (3, 0)


def test_a_crash_in_the_parser_is_reported(tree: Tree, monkeypatch: pytest.MonkeyPatch) -> None:
    parse_file = module.parse_file

    def crashing(source, *, foreign):  # type: ignore[no-untyped-def]
        if source.path.endswith("one.md"):
            raise RecursionError("too deep")
        return parse_file(source, foreign=foreign)

    monkeypatch.setattr(module, "parse_file", crashing)
    report = run(tree(FILES))
    assert [(d.rule, d.place.path, d.incomplete) for d in report.diagnostics if d.incomplete] == [
        ("internal-error", "playbooks/one.md", True)
    ]
    assert [found.path for found in report.briefs] == ["playbooks/team/two.md"]


def test_a_crash_in_the_engine_is_reported(tree: Tree, monkeypatch: pytest.MonkeyPatch) -> None:
    lint = module.lint

    def crashing(playbook, day, settings, *, only, **more):  # type: ignore[no-untyped-def]
        if only is None or "playbooks/one.md" in only:
            raise KeyError("ladder")
        return lint(playbook, day, settings, only=only, **more)

    monkeypatch.setattr(module, "lint", crashing)
    report = run(tree(FILES))
    assert [d.place.path for d in report.diagnostics if d.incomplete] == ["playbooks/one.md"]
    assert [found.path for found in report.briefs] == ["playbooks/team/two.md"]


def test_unsaved_text_takes_the_place_of_the_file(tree: Tree) -> None:
    root = tree(FILES)
    buffers = {
        root / "playbooks/one.md": brief("changed").encode(),
        root / "playbooks/new.md": brief("new").encode(),
    }
    found = check(find_project(root), list(buffers), as_of=DAY, buffers=buffers)
    assert [(b.path, b.id) for b in found.report.briefs] == [
        ("playbooks/new.md", "new"),
        ("playbooks/one.md", "changed"),
    ]


@pytest.mark.parametrize(
    ("option", "setting", "expected"),
    [
        (date(2026, 1, 1), date(2026, 2, 2), date(2026, 1, 1)),
        (None, date(2026, 2, 2), date(2026, 2, 2)),
        (None, None, date(2030, 3, 3)),
    ],
)
def test_the_day_that_counts_as_today(
    tree: Tree,
    monkeypatch: pytest.MonkeyPatch,
    option: date | None,
    setting: date | None,
    expected: date,
) -> None:
    monkeypatch.setattr(module, "today", lambda: date(2030, 3, 3))
    project = Project(tree(FILES), Settings(as_of=setting))
    assert check(project, as_of=option).report.as_of == expected


def test_the_playbook_knows_what_can_be_linked_to(tree: Tree) -> None:
    files = check(find_project(tree(FILES)), as_of=DAY).playbook.files
    assert {"drafts/plan.md", "playbooks/index.md", "playbooks/team", "readyroom.toml"} <= files


def test_outside_of_a_repository_links_are_looked_up_on_disk(tree: Tree) -> None:
    text = brief("one") + "\n[a](notes/a.csv) [b](notes/b.csv) [c](https://a.example/notes/c.csv)\n"
    root = tree({"plans/one.md": text, "plans/notes/a.csv": "", "plans/notes/other.csv": ""})
    found = check(Project(root, is_repository=False), [root / "plans/one.md"], as_of=DAY)
    assert found.playbook.files == {"plans/one.md", "plans/notes/a.csv"}
