"""What `new` and `init` write passes the linter in every language."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from readyroom.languages import CODES
from readyroom.model.status import Severity
from readyroom.parsing.brief import detect_language
from readyroom.workspace.check import check
from readyroom.workspace.errors import UserError
from readyroom.workspace.project import find_project
from readyroom.workspace.scaffold import NewBrief, brief_id, new_brief, new_repository, yaml_text

TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Spring intake", "spring-intake"),
        ("Осенний набор", "osennii-nabor"),
        ("秋季招新活动", "qiu-ji-zhao-xin-huo-dong"),
        ("Zażółć gęślą jaźń", "zazolc-gesla-jazn"),
        ("A “quoted” / odd: title?", "a-quoted-odd-title"),
        ("x" * 80, "x" * 48),
    ],
)
def test_brief_id(title: str, expected: str) -> None:
    assert brief_id(title) == expected


def test_a_title_without_letters_is_refused() -> None:
    with pytest.raises(UserError):
        brief_id("!!")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Spring intake", "Spring intake"),
        ("true", '"true"'),
        ("12:30", '"12:30"'),
        ("a: b", '"a: b"'),
        ("# no", '"# no"'),
        ('say "hi"', '"say \\"hi\\""'),
        ("秋季", '"秋季"'),
        ("x\ny", '"x\\ny"'),
    ],
)
def test_yaml_text(text: str, expected: str) -> None:
    assert yaml_text(text) == expected


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize(
    "title", ["Spring intake", 'A "hard": title # {{ 7*7 }}', "Весна 春 ♥ wiosna"]
)
def test_a_new_brief_has_no_error_and_no_warning_but_the_why(
    tmp_path: Path, code: str, title: str
) -> None:
    new_repository(tmp_path, find_project(tmp_path), {"name": "Test"})
    project = find_project(tmp_path)
    folder = tmp_path / "playbooks/team/briefs"
    path = new_brief(project, folder, NewBrief(title, language=code), TODAY)
    report = check(project, as_of=TODAY).report
    assert [d for d in report.diagnostics if d.severity is Severity.ERROR] == []
    assert {d.rule for d in report.diagnostics if d.severity is Severity.WARNING} <= {"goal-no-why"}
    (brief,) = report.briefs
    assert (brief.title, brief.id, brief.language) == (title.strip(), path.stem, code)


def test_a_brief_is_never_overwritten(tmp_path: Path) -> None:
    project = find_project(tmp_path)
    path = new_brief(project, tmp_path, NewBrief("One more time"), TODAY)
    path.write_text("mine")
    with pytest.raises(UserError):
        new_brief(project, tmp_path, NewBrief("One more time"), TODAY)
    assert path.read_text() == "mine"


def test_init_leaves_files_that_exist_as_they_are(tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_text("site_name: mine\n")
    written = new_repository(tmp_path, find_project(tmp_path), {"name": "Test"})
    assert (tmp_path / "mkdocs.yml").read_text() == "site_name: mine\n"
    assert "mkdocs.yml" not in {path.name for path in written}


def test_a_team_may_bring_its_own_template(tmp_path: Path) -> None:
    own = tmp_path / "templates/briefs/en.md.j2"
    own.parent.mkdir(parents=True)
    own.write_text("---\nid: {{ id }}\nstatus: idea\n---\n\n## Our way\n")
    path = new_brief(find_project(tmp_path), tmp_path, NewBrief("Own way here"), TODAY)
    assert "## Our way" in path.read_text()


@pytest.mark.parametrize("host", ["", "github", "gitlab"])
def test_workflows_are_written_as_they_stand_for_one_host_only(tmp_path: Path, host: str) -> None:
    written = new_repository(tmp_path, find_project(tmp_path), {"name": "Test", "lang": "en"}, host)
    names = {path.relative_to(tmp_path).as_posix() for path in written}
    assert "mkdocs.yml" in names
    assert {name.split("/")[0] for name in names} & {"ci", ".github", ".gitlab"} == {
        f".{host}" for _ in host[:1]
    }


def test_expressions_of_the_build_server_are_not_filled_in(tmp_path: Path) -> None:
    new_repository(tmp_path, find_project(tmp_path), {"name": "Test", "lang": "en"}, "github")
    text = (tmp_path / ".github/workflows/readyroom.yml").read_text("utf-8")
    assert "BASE: origin/${{ github.base_ref }}" in text


def test_a_workflow_that_exists_is_never_overwritten(tmp_path: Path) -> None:
    mine = tmp_path / ".github/workflows/readyroom.yml"
    mine.parent.mkdir(parents=True)
    mine.write_text("name: mine\n")
    new_repository(tmp_path, find_project(tmp_path), {"name": "Test", "lang": "en"}, "github")
    assert mine.read_text() == "name: mine\n"
    assert mine.with_name("readyroom-comment.yml").is_file()


@pytest.mark.parametrize("code", CODES)
def test_a_playbook_speaks_the_language_it_was_started_in(tmp_path: Path, code: str) -> None:
    new_repository(tmp_path, find_project(tmp_path), {"name": "Test", "lang": code})
    assert find_project(tmp_path).settings.ui_lang == (None if code == "en" else code)
    assert detect_language((tmp_path / "playbooks/index.md").read_text("utf-8")) == code
