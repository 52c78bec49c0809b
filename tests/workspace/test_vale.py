"""Vale: the words that the shipped styles find, where the program is looked for, and what is said
if it fails."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

import pytest

from readyroom.languages import CODES
from readyroom.model.report import Report
from readyroom.workspace import vale as module
from readyroom.workspace.check import check
from readyroom.workspace.errors import UserError
from readyroom.workspace.project import find_project
from readyroom.workspace.scaffold import NewBrief, new_brief, new_repository
from readyroom.workspace.vale import Found, find_program

from .vale import REAL, RECORDED, both, needs_vale, program, repeating, styles

Tree = Callable[[Mapping[str, str | bytes]], Path]
DAY = date(2026, 11, 22)
FRONT = "---\nid: {name}\ntitle: {title}\nstatus: planned\nlang: en\n---\n\n"

# A sentence, and the words in it that a check of the shipped styles points to.
SENTENCES = [
    ("We raise brand awareness on the square.", "Readyroom.Vague", "raise brand awareness"),
    ("It takes the fair to the next\nlevel.", "Readyroom.Vague", "to the next\nlevel"),
    ("The poster goes up ASAP.", "Readyroom.Hurry", "ASAP"),
    ("Print it before it’s too late.", "Readyroom.Hurry", "before it’s too late"),
    ("We will **hopefully** know in May.", "Readyroom.Hedging", "hopefully"),
    ("😀 A world-class fair.", "Readyroom.Superlative", "world-class"),
    ("- A leaflet for everyone (G1)", "Readyroom.Everyone", "leaflet for everyone"),
    ("- item with 😀😀 the general public", "Readyroom.Everyone", "the general public"),
    ("Это повысит узнаваемость школы.", "ReadyroomRu.Vague", "повысит узнаваемость"),
    ("😀 Напечатаем в кратчайшие сроки.", "ReadyroomRu.Hurry", "в кратчайшие сроки"),
    ("Афиша для всех.", "ReadyroomRu.Everyone", "Афиша для всех"),
    ("Это непревзойдённый праздник.", "ReadyroomRu.Superlative", "непревзойдённый"),
    ("Постараемся успеть к маю.", "ReadyroomRu.Hedging", "Постараемся"),
    ("To zwiększy świadomość marki.", "ReadyroomPl.Vague", "zwiększy świadomość"),
    ("Plakat ma być na wczoraj.", "ReadyroomPl.Hurry", "na wczoraj"),
    ("Ulotka dla każdego.", "ReadyroomPl.Everyone", "Ulotka dla każdego"),
    ("Zażółć: przełomowe święto.", "ReadyroomPl.Superlative", "przełomowe"),
    ("Pomożemy w miarę możliwości.", "ReadyroomPl.Hedging", "w miarę możliwości"),
    ("本次活动要提升品牌知名度。", "ReadyroomZh.Vague", "提升品牌知名度"),
    ("😀海报尽快贴出去。", "ReadyroomZh.Hurry", "尽快"),
    ("传单面向所有人。", "ReadyroomZh.Everyone", "面向所有人"),
    ("这是独一无二的集市。", "ReadyroomZh.Superlative", "独一无二"),
    ("细节到时候再说。", "ReadyroomZh.Hedging", "到时候再说"),
    ("Pataasin ang kamalayan sa pantry.", "ReadyroomFil.Vague", "Pataasin ang kamalayan"),
    ("Agad-agad na ilabas ang poster.", "ReadyroomFil.Hurry", "Agad-agad"),
    ("Ang polyeto ay para sa lahat.", "ReadyroomFil.Everyone", "polyeto ay para sa lahat"),
    ("Walang katulad na pista.", "ReadyroomFil.Superlative", "Walang katulad"),
    ("Bahala na sa Mayo.", "ReadyroomFil.Hedging", "Bahala na"),
]
QUIET = [
    "We reply to every letter as soon as possible.",
    "A seat for everyone who helped in May; from Monday it is open for everyone.",
    "The offer is not for everyone, a leaflet for everyone who asks.",
    "The old poster said “a world-class fair”.",
    "Look at `hopefully` <!-- ASAP -->.",
    "Ответим на письмо как можно скорее; места для всех, кто помогал; открываем для всех.",
    "Odpiszemy na list jak najszybciej; osobny plan dla każdego kursu; otwieramy dla wszystkich.",
    "我们会尽快回复来信，活动并非面向所有人，周一面向所有人开放。",
    "Sasagot kami sa lalong madaling panahon; bukas para sa lahat.",
]
# Sections that a rule of Readyroom reads for itself.
JUDGED = """## Why

It must be out ASAP.

## Goals

- **G1** Boost engagement by 15% until 2027-05-31 (8% in May 2026), ASAP

## Audience

- **S1** Parents from the river district, the general public
"""
TEXTS = {
    "playbooks/words.md": FRONT.format(name="words", title="Hopefully spring")
    + "\n\n".join(sentence for sentence, _, _ in SENTENCES)
    + "\n",
    "playbooks/quiet.md": FRONT.format(name="quiet", title="Autumn") + "\n\n".join(QUIET) + "\n",
    "playbooks/judged.md": FRONT.format(name="judged", title="Winter") + JUDGED,
    "playbooks/windows.md": "\ufeff"
    + (FRONT.format(name="windows", title="Осень") + "Срочно! Hopefully, 😀 ASAP.\n").replace(
        "\n", "\r\n"
    ),
}


@pytest.fixture
def vale(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The path of the real program, or of one that repeats it."""
    return REAL if request.param == "real" else str(repeating(tmp_path / "bin" / "vale"))


def lint(root: Path, *paths: str, **more: object) -> Report:
    project = find_project(root, team_rules=True)
    named = [root / path for path in paths]
    return check(project, named, as_of=DAY, prose=True, **more).report  # type: ignore[arg-type]


def alerts(root: Path, path: str, **more: object) -> list[tuple[str, str]]:
    """The name and the words of each finding about wording in a file."""
    project = find_project(root, team_rules=True)
    checked = check(project, [root / path], as_of=DAY, prose=True, **more)  # type: ignore[arg-type]
    text = checked.sources[path].text
    return [
        (found.rule, text[found.place.span.start : found.place.span.end])
        for found in checked.report.diagnostics
        if found.family == "prose"
    ]


@pytest.fixture
def playbook(tree: Tree, vale: str) -> Path:
    root = tree({"readyroom.toml": f"prose = true\nvale = {json.dumps(vale)}\n", **TEXTS})
    styles(root)
    return root


@both
def test_the_shipped_styles_find_these_words(playbook: Path) -> None:
    expected = [(f"vale:{name}", words) for _, name, words in SENTENCES]
    assert alerts(playbook, "playbooks/words.md") == [
        ("vale:Readyroom.Hedging", "Hopefully"),
        *expected,
    ]


@both
def test_the_shipped_styles_leave_these_sentences_alone(playbook: Path) -> None:
    assert alerts(playbook, "playbooks/quiet.md") == []


@both
def test_where_a_rule_reads_the_section_it_alone_speaks(playbook: Path) -> None:
    assert alerts(playbook, "playbooks/judged.md") == []


@both
def test_windows_files_have_the_same_places(playbook: Path) -> None:
    assert alerts(playbook, "playbooks/windows.md") == [
        ("vale:Readyroom.Hedging", "Hopefully"),
        ("vale:Readyroom.Hurry", "ASAP"),
    ]


@both
def test_an_unsaved_text_takes_the_place_of_the_file(playbook: Path) -> None:
    path = playbook / "playbooks/words.md"
    stored = path.read_bytes()
    path.write_text("# Nothing\n")
    assert alerts(playbook, "playbooks/words.md", buffers={path: stored})[1:] == [
        (f"vale:{name}", words) for _, name, words in SENTENCES
    ]


@needs_vale
def test_the_recorded_output_is_what_the_real_one_prints(
    tree: Tree, request: pytest.FixtureRequest
) -> None:
    root = tree(TEXTS)
    styles(root)
    command = [REAL, "--no-global", "--config=.vale.ini", "--output=JSON", "--no-exit", *TEXTS]
    found = json.loads(subprocess.run(command, cwd=root, capture_output=True, check=True).stdout)
    if request.config.getoption("--update-golden"):
        text = json.dumps(found, ensure_ascii=False, indent=1, sort_keys=True)
        RECORDED.write_text(f"{text}\n", encoding="utf-8")
    assert json.loads(RECORDED.read_text("utf-8")) == found


@needs_vale
@pytest.mark.parametrize("code", CODES)
def test_vale_alone_runs_in_a_new_repository_and_is_content(tmp_path: Path, code: str) -> None:
    new_repository(tmp_path, find_project(tmp_path), {"name": "Test"})
    folder = tmp_path / "playbooks/team/briefs"
    new_brief(find_project(tmp_path), folder, NewBrief("Spring intake", language=code), DAY)
    done = subprocess.run([REAL, "--output=line", "playbooks/"], cwd=tmp_path, capture_output=True)
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")


@needs_vale
def test_a_file_that_vale_refuses_costs_no_other(tree: Tree) -> None:
    root = tree({"readyroom.toml": "prose = true\n", **TEXTS, "playbooks/odd.md": ODD})
    styles(root)
    report = lint(root)
    refused = [note for note in report.notes if "odd.md" in note]
    assert len(refused) == 1
    assert refused[0].startswith("Vale could not read playbooks/odd.md: yaml: ")
    assert {d.place.path for d in report.diagnostics if d.family == "prose"} == {
        "playbooks/words.md",
        "playbooks/windows.md",
    }


ODD = "---\nid: odd\nstatus: planned\ntitle: [a: b\nlang: en\n---\n\n# Hopefully\n"
NO_PROGRAM = (
    "The wording was not checked: there is no program `vale` here. Install it, or take `prose` out "
    "of the settings."
)
NO_SETTINGS = (
    "The wording was not checked: there is no file `.vale.ini`. `readyroom init` writes one."
)


@pytest.mark.parametrize(
    ("setting", "body", "with_settings", "note"),
    [
        ("true", None, True, NO_PROGRAM),
        ("true", "print('{}')", False, NO_SETTINGS),
        ('"required"', None, True, UserError(NO_PROGRAM)),
        ('"required"', "print('{}')", False, UserError(NO_SETTINGS)),
        ('"required"', "print('{}')", True, None),
        ("false", None, False, None),
    ],
)
def test_what_is_missing_is_a_note_or_a_mistake(
    tree: Tree, setting: str, body: str | None, with_settings: bool, note: str | UserError | None
) -> None:
    root = tree({"readyroom.toml": f'prose = {setting}\nvale = "bin/vale"\n', **TEXTS})
    if body:
        program(root / "bin/vale", body)
    if with_settings:
        styles(root)
    if isinstance(note, UserError):
        with pytest.raises(UserError) as raised:
            lint(root)
        assert raised.value.message == note.message
    else:
        assert lint(root).notes == ((note,) if note else ())


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        ("print('not JSON')", "its output cannot be read"),
        ("print('[1, 2]')", "its output cannot be read"),
        ("print('{\"a.md\": [{\"Check\": 1}]}')", "its output cannot be read"),
        ("sys.stdout.buffer.write(bytes([255]))", "its output cannot be read"),
        ("sys.exit(7)", "it ended with code 7"),
        ("sys.exit('panic: out of\\n memory')", "panic: out of memory"),
        ("sys.stderr.write('{\"Path\": \"x.yml\", \"Text\": \"no such style.\"}'); sys.exit(2)",
         "no such style"),
        ("time.sleep(30)", "no answer within 0.5 seconds"),
        ("import os; os.kill(os.getpid(), 9)", "it ended with code -9"),
    ],
)  # fmt: skip
def test_where_vale_fails_the_check_is_incomplete_and_the_rest_is_there(
    tree: Tree, monkeypatch: pytest.MonkeyPatch, body: str, reason: str
) -> None:
    if "sleep" in body:
        monkeypatch.setattr(module, "_TIMEOUT", 0.5)
    root = tree({"readyroom.toml": 'prose = true\nvale = "bin/vale"\n', **TEXTS})
    styles(root)
    program(root / "bin/vale", body)
    report = lint(root)
    assert [(d.rule, d.place.path, d.message) for d in report.diagnostics if d.incomplete] == [
        ("prose-unchecked", ".vale.ini", f"Vale could not check the wording ({reason}).")
    ]
    assert len(report.briefs) == len(TEXTS)
    assert {d.rule for d in report.diagnostics} >= {"goal-missing", "role-gap"}


def test_nothing_of_the_team_is_run_where_it_must_not(tree: Tree) -> None:
    root = tree({"readyroom.toml": 'prose = "required"\nvale = "bin/vale"\n', **TEXTS})
    styles(root)
    program(root / "bin/vale", "open('was-here', 'w')")
    notes = check(find_project(root), as_of=DAY, prose=True).report.notes
    assert (notes, (root / "was-here").exists()) == (
        ("The wording was not checked: its styles belong to the team's own rules, which were left "
         "out.",),
        False,
    )  # fmt: skip


def test_a_path_is_meant_from_the_settings_that_hold_it(tree: Tree) -> None:
    root = tree({"book/readyroom.toml": "", "mine/own.toml": 'prose = true\nvale = "bin/vale"\n'})
    prose = find_project(root / "book", root / "mine/own.toml").settings.prose
    assert prose
    assert (prose.program, prose.folder) == (root / "mine/bin/vale", root / "book")


WRAPPER = "import sys\nfrom vale.main import main\nsys.exit(main())\n"
SHIM = "exec version-manager vale\n"
REAL_SIZE = "#" * 1_000_000
FETCHED = b"x" * 2_000


@pytest.mark.parametrize(
    ("first", "second", "stored", "expected"),
    [
        (None, None, b"", Found("")),
        (REAL_SIZE, None, b"", Found("{bin}/vale")),
        (WRAPPER, None, b"", Found("", unfetched=True)),
        (WRAPPER, None, b"a tiny stand-in", Found("", unfetched=True)),
        (WRAPPER, None, FETCHED, Found("{lib}/vale/vale_bin", unfetched=True)),
        (WRAPPER, REAL_SIZE, FETCHED, Found("{more}/vale", unfetched=True)),
        (SHIM, None, b"", Found("")),
        (SHIM, REAL_SIZE, b"", Found("{more}/vale")),
        (None, None, FETCHED, Found("{lib}/vale/vale_bin")),
    ],
)
def test_where_the_program_is_looked_for(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    first: str | None,
    second: str | None,
    stored: bytes,
    expected: Found,
) -> None:
    folders = {name: tmp_path / name for name in ("bin", "more", "lib")}
    for name, body in (("bin", first), ("more", second)):
        if body:
            program(folders[name] / "vale", body)
    (folders["lib"] / "vale").mkdir(parents=True)
    (folders["lib"] / "vale/vale_bin").write_bytes(stored)
    # A folder of the project must not be looked into.
    program(tmp_path / "project/vale", REAL_SIZE)
    monkeypatch.chdir(tmp_path / "project")
    path = [".", "", str(folders["bin"]), str(folders["more"])]
    monkeypatch.setenv("PATH", os.pathsep.join(path))
    monkeypatch.setattr(module.sysconfig, "get_path", lambda name: str(folders["lib"]))
    assert find_program() == Found(expected.program.format(**folders), expected.unfetched)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (None, Found("")),
        ("print()", Found("{chosen}")),
        (WRAPPER, Found("", unfetched=True)),
    ],
)
def test_a_program_that_the_settings_name(
    tmp_path: Path, body: str | None, expected: Found
) -> None:
    chosen = tmp_path / "vale"
    if body:
        program(chosen, body)
    assert find_program(chosen) == Found(expected.program.format(chosen=chosen), expected.unfetched)
