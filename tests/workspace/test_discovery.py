"""Discovery: every brief once, nothing from outside, no circle."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from readyroom.workspace.discovery import linkable_paths, markdown_files, named_file

Tree = Callable[[Mapping[str, str | bytes]], Path]


def test_markdown_files_in_stable_order(tree: Tree) -> None:
    names = ["b.md", "a/z.md", "a.md", "план.md", "-rf.md", "a b.md", "x\ny.md", "::error::.md"]
    root = tree(dict.fromkeys(names, ""))
    assert markdown_files(root).paths == tuple(sorted(names))


def test_what_is_left_out(tree: Tree) -> None:
    root = tree(
        dict.fromkeys(
            [
                "brief.md", "deep/site/kept.md", "notes.txt", ".hidden.md", ".git/x.md",
                "site/x.md", "node_modules/x.md", "env/pyvenv.cfg", "env/lib/x.md",
            ],
            "",
        )
    )  # fmt: skip
    assert markdown_files(root).paths == ("brief.md", "deep/site/kept.md")


def test_only_below_the_folder(tree: Tree) -> None:
    root = tree({"playbooks/a.md": "", "other/b.md": ""})
    assert markdown_files(root, "playbooks").paths == ("playbooks/a.md",)


@pytest.mark.parametrize(
    ("link", "target", "expected"),
    [
        ("p/x.md", "/etc/passwd", "This link leads out of the project, so it was not followed."),
        ("p/etc", "/etc", "This link leads out of the project, so it was not followed."),
        ("p/x.md", "../.git/config", "This link leads out of the project, so it was not followed."),
        ("p/x.md", "nowhere", "This link leads to a file that does not exist."),
        ("p/x", "nowhere", "This link leads to a file that does not exist."),
        ("p/x.md", "x.md", "This link leads round in a circle, so it was not followed."),
        ("p/x", ".", "This link leads round in a circle, so it was not followed."),
        ("p/x", "..", "This link leads round in a circle, so it was not followed."),
        ("p/x.md", "../lib", "This is not a regular file, although its name ends in .md."),
    ],
)
def test_links_that_are_not_followed(tree: Tree, link: str, target: str, expected: str) -> None:
    root = tree({"p/a.md": "", ".git/config": "", "lib/l.md": ""})
    os.symlink(target, root / link)
    found = markdown_files(root, "p")
    assert found.paths == ("p/a.md",)
    assert [(bad.path, str(bad.message)) for bad in found.unreadable] == [(link, expected)]


@pytest.mark.parametrize(
    ("link", "target", "expected"),
    [
        ("p/x.md", "../lib/l.md", ("p/a.md", "p/x.md")),
        ("p/lib", "../lib", ("p/a.md", "p/lib/l.md")),
        ("p/0.md", "a.md", ("p/a.md",)),
        ("p/photo.png", "fetched-on-demand.png", ("p/a.md",)),
    ],
)
def test_links_inside_the_project(
    tree: Tree, link: str, target: str, expected: tuple[str, ...]
) -> None:
    root = tree({"p/a.md": "", "lib/l.md": ""})
    os.symlink(target, root / link)
    assert (markdown_files(root, "p").paths, markdown_files(root, "p").unreadable) == (expected, ())


def test_pipes_and_folders_named_like_briefs(tree: Tree) -> None:
    root = tree({"folder.md/inner.md": ""})
    os.mkfifo(root / "pipe.md")
    found = markdown_files(root)
    assert found.paths == ()
    assert [bad.path for bad in found.unreadable] == ["folder.md", "pipe.md"]


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read all")
def test_a_closed_folder_is_incomplete(tree: Tree) -> None:
    root = tree({"closed/a.md": "", "open.md": ""})
    (root / "closed").chmod(0)
    found = markdown_files(root)
    (root / "closed").chmod(0o700)
    assert found.paths == ("open.md",)
    assert [(bad.path, bad.incomplete) for bad in found.unreadable] == [("closed", True)]


@pytest.mark.parametrize(
    ("path", "confined", "paths", "unreadable"),
    [
        ("plan.txt", True, ("plan.txt",), 0),
        (".github/plan.md", True, (".github/plan.md",), 0),
        ("out.md", True, (), 1),
        ("out.md", False, ("out.md",), 0),
    ],
)
def test_a_file_named_by_hand(
    tree: Tree, path: str, confined: bool, paths: tuple[str, ...], unreadable: int
) -> None:
    root = tree({"plan.txt": "", ".github/plan.md": ""})
    os.symlink("/etc/passwd", root / "out.md")
    found = named_file(root, path, confined=confined)
    assert (found.paths, len(found.unreadable)) == (paths, unreadable)


def test_linkable_paths(tree: Tree) -> None:
    root = tree(
        dict.fromkeys(["p/a.md", "data/x.csv", ".git/config", "site/i.html", ".github/c.yml"], "")
    )
    expected = {"p", "p/a.md", "data", "data/x.csv", ".github", ".github/c.yml"}
    assert linkable_paths(root) == expected
