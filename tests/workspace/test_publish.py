"""Publishing: readers see the old site or the new one, and nothing foreign is emptied."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from readyroom.workspace.errors import UserError
from readyroom.workspace.publish import MARKER, publish


def pages(**texts: str) -> Callable[[Path], None]:
    """A build that writes these pages."""

    def build(folder: Path) -> None:
        folder.mkdir(parents=True)
        for name, text in texts.items():
            (folder / f"{name}.html").write_text(text)

    return build


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_first_build_makes_the_folder(tmp_path: Path) -> None:
    publish(tmp_path / "site", pages(index="new"))
    assert names(tmp_path / "site") == [MARKER, "index.html"]
    assert names(tmp_path) == ["site"]


def test_a_second_build_replaces_it_and_leaves_nothing_beside(tmp_path: Path) -> None:
    publish(tmp_path / "site", pages(index="old", gone="x"))
    publish(tmp_path / "site", pages(index="new"))
    assert names(tmp_path / "site") == [MARKER, "index.html"]
    assert (tmp_path / "site/index.html").read_text() == "new"
    assert names(tmp_path) == ["site"]


def broken(folder: Path) -> None:
    pages(index="half")(folder)
    raise OSError(28, "No space left on device", str(folder))


@pytest.mark.parametrize(
    ("build", "error"),
    [
        (broken, OSError),
        (pages(other="no home"), UserError),
        (pages(index='<a href="nowhere.html">x</a>'), UserError),
    ],
)
def test_a_failed_build_leaves_the_old_site_whole(
    tmp_path: Path, build: Callable[[Path], None], error: type[Exception]
) -> None:
    publish(tmp_path / "site", pages(index="old"))
    with pytest.raises(error):
        publish(tmp_path / "site", build)
    assert (tmp_path / "site/index.html").read_text() == "old"
    assert names(tmp_path) == ["site"]


def test_a_folder_of_somebody_else_is_left_alone(tmp_path: Path) -> None:
    site = tmp_path / "site"
    site.mkdir()
    (site / "precious.txt").write_text("keep")
    with pytest.raises(UserError):
        publish(site, pages(index="new"))
    assert names(site) == ["precious.txt"]


def test_a_link_is_not_followed(tmp_path: Path) -> None:
    precious = tmp_path / "precious"
    precious.mkdir()
    (precious / MARKER).touch()
    (tmp_path / "site").symlink_to(precious)
    with pytest.raises(UserError):
        publish(tmp_path / "site", pages(index="new"))
    assert names(precious) == [MARKER]


def test_leftovers_of_a_killed_build_are_removed(tmp_path: Path) -> None:
    (tmp_path / ".site.new-1").mkdir()
    (tmp_path / ".site.old-1").mkdir()
    publish(tmp_path / "site", pages(index="new"))
    assert names(tmp_path) == ["site"]
