"""Cases 44-50: links, pipes, odd names and collisions, in the linter and in real builds."""

from __future__ import annotations

import logging
import os
import socket
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from mkdocs.exceptions import Abort

from mkdocs_plugin.playbook import CONFIG, build

from .cases import (
    BODY,
    HEAD,
    NEIGHBOUR,
    ODD,
    TEXT,
    Case,
    body,
    check,
    contents,
    findings,
    places,
    playbook,
    report,
    run,
    write,
)

SECRET = "a secret from elsewhere"


def link(target: str) -> Callable[[Path], None]:
    """Make a link to a target."""
    return lambda path: path.symlink_to(target)


def listening(path: Path) -> None:
    here = os.getcwd()
    os.chdir(path.parent)  # the name of a socket must be short
    try:
        with socket.socket(socket.AF_UNIX) as made:
            made.bind(path.name)
    finally:
        os.chdir(here)


LEAVES = "This link leads out of the project, so it was not followed."
CIRCLE = "This link leads round in a circle, so it was not followed."
IRREGULAR = "This is not a regular file, although its name ends in .md."
ODD_FILES: dict[str, tuple[str, Callable[[Path], None], str]] = {
    "44 file": ("out.md", link("/etc/passwd"), LEAVES),
    "44 up": ("up.md", link("../../secret.md"), LEAVES),
    "44 git": ("git.md", link("../.git/config"), LEAVES),
    "44 picture": ("photo.png", link("/etc/passwd"), LEAVES),
    "45 circle": ("circle.md", link("circle.md"), CIRCLE),
    "45 dead": ("dead.md", link("nowhere.md"), "This link leads to a file that does not exist."),
    "49 pipe": ("pipe.md", os.mkfifo, IRREGULAR),
    "49 socket": ("socket.md", listening, IRREGULAR),
    "49 device": ("device.md", link("/dev/zero"), LEAVES),
    "49 folder": ("folder.md", Path.mkdir, IRREGULAR),
}
FOLDERS = {
    "44 folder": ("etc", "/etc", LEAVES),
    "44 disk": ("disk", "/", LEAVES),
    "45 here": ("here", ".", CIRCLE),
    "45 above": ("above", "..", CIRCLE),
}


def project(folder: Path) -> Path:
    """The playbook inside a folder that holds more than it."""
    write(folder, {"secret.md": SECRET, "project/.git/config": SECRET})
    return write(folder / "project", {**playbook(), "mkdocs.yml": CONFIG})


@pytest.mark.parametrize("case", ODD_FILES)
def test_what_is_no_file_is_named_and_not_opened(
    tmp_path: Path, case: str, alone: list[dict[str, Any]]
) -> None:
    name, make, message = ODD_FILES[case]
    root = project(tmp_path)
    make(root / "playbooks" / name)
    code, found = report(root)
    assert places(found, f"playbooks/{name}") == [("unreadable-file", 1, 1, message)]
    assert (code, findings(found, NEIGHBOUR)) == (1, alone)


@pytest.mark.parametrize("case", FOLDERS)
def test_linked_folders_are_named_and_not_walked(
    tmp_path: Path, case: str, alone: list[dict[str, Any]]
) -> None:
    name, target, message = FOLDERS[case]
    root = project(tmp_path)
    (root / "playbooks" / name).symlink_to(target)
    code, found = report(root)
    assert places(found, f"playbooks/{name}") == [("unreadable-file", 1, 1, message)]
    assert (code, findings(found, NEIGHBOUR)) == (1, alone)


def test_one_site_with_all_of_them(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    root = project(tmp_path)
    for name, make, _ in ODD_FILES.values():
        make(root / "playbooks" / name)
    before = contents(root / "playbooks")
    caplog.set_level(logging.WARNING)
    site = build(root)
    published = {path.relative_to(site).as_posix() for path in site.rglob("*.html")}
    assert {"seed-swap.html", "strategy.html", "index.html"} <= published
    assert [path for path, data in contents(site).items() if SECRET.encode() in data] == []
    assert [path for path, data in contents(site).items() if b"root:x:0" in data] == []
    told = [name for name, _, _ in ODD_FILES.values() if f"playbooks/{name}:1: " in caplog.text]
    assert told == [name for name, _, _ in ODD_FILES.values()]
    assert contents(root / "playbooks") == before


@pytest.mark.parametrize("case", FOLDERS)
def test_a_build_does_not_walk_linked_folders(
    tmp_path: Path, case: str, caplog: pytest.LogCaptureFixture
) -> None:
    """MkDocs follows every link: from `/` it would walk the disk, in a circle for ever."""
    name, target, _ = FOLDERS[case]
    root = project(tmp_path)
    (root / "playbooks" / name).symlink_to(target)
    with pytest.raises(Abort):
        build(root)
    assert f"The folder playbooks/{name} is a link that leads out of the project" in caplog.text


def test_a_linked_folder_of_the_project_is_published(tmp_path: Path) -> None:
    root = write(project(tmp_path), {"shared/rota.md": "# Rota\n"})
    (root / "playbooks/shared").symlink_to("../shared")
    assert "Rota" in (build(root) / "shared/rota.html").read_text("utf-8")


def test_a_theme_in_a_hidden_folder_keeps_its_files(tmp_path: Path) -> None:
    """As in `.venv` inside of the project."""
    root = write(
        project(tmp_path),
        {
            "mkdocs.yml": CONFIG.replace("font: false", "font: false, custom_dir: .theme/ours"),
            ".theme/ours/assets/own.css": "/* ours */",
        },
    )
    assert (build(root) / "assets/own.css").read_text() == "/* ours */"


NAMES = {
    "46 line": "new\nline.md",
    "46 command": "::error::pwned.md",
    "46 second line": "x\n::error::pwned.md",
    "46 old command": "##[error]pwned.md",
    "46 properties": "a,line=9%0A::x.md",
    "46 escape": "\x1b[2Jx.md",
    "46 tag": "x<img src=x onerror=alert(1)>.md",
    "46 entity": "a&amp;b.md",
    "46 link": "[x](y).md",
    "46 hash": "h#x.md",
    "46 query": "q?x.md",
    "46 percent": "p%41.md",
    "47 option": "-rf.md",
    "47 Cyrillic": "план.md",
    "47 Chinese": "中文.md",
    "47 quotes": "a b'\"c.md",
}


def named(folder: Path) -> Path:
    """A playbook whose briefs have such names."""
    briefs = {
        f"playbooks/briefs/{name}": NEIGHBOUR_OF[index] for index, name in enumerate(NAMES.values())
    }
    return write(folder, {**playbook(), "mkdocs.yml": CONFIG, **briefs})


NEIGHBOUR_OF = [f"{HEAD}---\n\n{TEXT}".replace("odd-one", f"odd-{n:02}") for n in range(len(NAMES))]


def test_names_that_try_to_be_something_else(tmp_path: Path) -> None:
    root = named(tmp_path)
    _, found = report(root)
    paths = [one["path"] for one in found["briefs"]]
    assert paths == sorted([NEIGHBOUR, *(f"playbooks/briefs/{name}" for name in NAMES.values())])
    for form in ("text", "concise", "readiness", "json"):
        shown = run(root, "lint", f"--output-format={form}", str(root)).stdout
        assert [line for line in shown.splitlines() if line.lstrip().startswith("::")] == []
        assert ("##[" in shown, "\x1b" in shown) == (False, False)


def test_a_site_of_such_names(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.WARNING)
    root = named(tmp_path)
    result = run(root, "build", "--project", str(root), config=False)
    assert result.exit_code == 0
    pages = {path.name for path in (root / "site/briefs").iterdir()}
    assert pages == {name.removesuffix(".md") + ".html" for name in NAMES.values()}
    lines = [line for one in caplog.records for line in one.getMessage().splitlines()]
    assert [line for line in lines if line.startswith("::") or "##[" in line] == []
    assert "\x1b" not in caplog.text


@pytest.mark.parametrize(
    ("one", "other", "address"),
    [
        ("caf\u00e9.md", "cafe\u0301.md", "caf\u00e9.html"),
        ("Spring.md", "spring.md", "spring.html"),
        ("seeds/index.md", "Seeds/README.md", "index.html"),
        ("ladder.md", "", "ladder.html"),
        ("rules/goal-missing.md", "", "rules/goal-missing.html"),
    ],
)
def test_48_two_names_and_one_address(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, one: str, other: str, address: str
) -> None:
    files = {name: NEIGHBOUR_OF[n] for n, name in enumerate((one, other)) if name}
    root = write(tmp_path, {**playbook(), "mkdocs.yml": CONFIG})
    write(root / "playbooks", files)
    if len(list((root / "playbooks").rglob("*.md"))) < 2 + len(files):
        pytest.skip("this disk takes the two names for one")
    with pytest.raises(Abort):
        build(root)
    (error,) = [one.getMessage() for one in caplog.records if one.levelname == "ERROR"]
    assert [name for name in (*files, address) if name.casefold() not in error.casefold()] == []


def test_48_two_briefs_and_one_id(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    root = write(tmp_path, {**playbook(), "mkdocs.yml": CONFIG, ODD: playbook()[NEIGHBOUR]})
    _, found = report(root)
    said = [one["message"] for path in (ODD, NEIGHBOUR) for one in findings(found, path)]
    assert f"Another brief has the id `seed-swap`: {NEIGHBOUR}." in said
    assert f"Another brief has the id `seed-swap`: {ODD}." in said
    with pytest.raises(Abort):
        build(root)
    assert (ODD in caplog.text, NEIGHBOUR in caplog.text) == (True, True)


@pytest.mark.parametrize(
    ("number", "written", "column"),
    [
        ("50", "[x](../../../etc/passwd)", 5),
        ("50b", "![x](../../etc/passwd)", 6),
        ("50c", "[x](%2e%2e/%2e%2e/etc/passwd)", 5),
        ("50d", "[x][y]\n\n[y]: ../../../etc/passwd", 1),
    ],
)
def test_50_a_link_out_of_the_project(
    tmp_path: Path, number: str, written: str, column: int, alone: list[dict[str, Any]]
) -> None:
    case = Case(
        number, body(f"{written}\n"), "broken-reference", BODY, column, "leaves the project"
    )
    check(write(tmp_path, playbook(case.data)), case, alone)


def test_50_what_an_include_names_is_not_included(tmp_path: Path) -> None:
    includes = '--8<-- "../secret.md"\n\n!include ../secret.md\n\n{% include "../secret.md" %}\n'
    files = {"secret.md": SECRET, "project/mkdocs.yml": CONFIG}
    odd = {f"project/{path}": data for path, data in playbook(body(includes)).items()}
    site = build(write(tmp_path, {**files, **odd}) / "project")
    assert [path for path, data in contents(site).items() if SECRET.encode() in data] == []


PAGE = """\
# How

`<a href="gone.html">`

```html
<img src="gone.png">
```
"""


def test_a_page_that_speaks_of_addresses_is_published(tmp_path: Path) -> None:
    """`href=` in a text is no link, so nothing is missing."""
    text = 'Write src=photo.png and <a href="nowhere.html">, `<img src=y>`.\n'
    files = {
        **playbook(body(f"{text}\n```html\n<a href='gone.html'>\n```\n")),
        "mkdocs.yml": CONFIG,
        "playbooks/how.md": PAGE,
        "playbooks/a&b.md": "# A & B\n\n[itself](a&b.md)\n",
    }
    root = write(tmp_path, files)
    assert run(root, "build", "--project", str(root), config=False).exit_code == 0
