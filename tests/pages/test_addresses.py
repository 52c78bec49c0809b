"""Addresses: the names of published files and the links between them."""

from __future__ import annotations

import pytest

from readyroom.pages.addresses import Addresses


@pytest.mark.parametrize(
    ("uri", "plain", "folders"),
    [
        ("index.md", "index.html", "index.html"),
        ("README.md", "index.html", "index.html"),
        ("growth/index.md", "growth/index.html", "growth/index.html"),
        ("growth/a.md", "growth/a.html", "growth/a/index.html"),
        ("growth/a.b.md", "growth/a.b.html", "growth/a.b/index.html"),
        ("a.markdown", "a.html", "a/index.html"),
        ("badges/a.svg", "badges/a.svg", "badges/a.svg"),
    ],
)
def test_the_published_file(uri: str, plain: str, folders: str) -> None:
    assert (Addresses().file(uri), Addresses(folders=True).file(uri)) == (plain, folders)


@pytest.mark.parametrize(
    ("start", "target", "anchor", "plain", "folders"),
    [
        ("index.md", "growth/a.md", "", "growth/a.html", "growth/a/"),
        ("growth/a.md", "index.md", "", "../index.html", "../../"),
        ("growth/a.md", "growth/b.md", "s-goals", "b.html#s-goals", "../b/#s-goals"),
        ("growth/a.md", "growth/a.md", "s-goals", "#s-goals", "#s-goals"),
        ("growth/a.md", "growth/index.md", "", "index.html", "../"),
        ("index.md", "index.md", "", "index.html", "./"),
        ("growth/a.md", "img/one two.png", "", "../img/one%20two.png", "../../img/one%20two.png"),
        ("a.md", "стратегия.md", "", "%D1%81%D1%82%D1%80%D0%B0%D1%82%D0%B5%D0%B3%D0%B8%D1%8F.html",
         "../%D1%81%D1%82%D1%80%D0%B0%D1%82%D0%B5%D0%B3%D0%B8%D1%8F/"),
        ("a.md", "x:y.png", "", "x%3Ay.png", "../x%3Ay.png"),
    ],
)  # fmt: skip
def test_links(start: str, target: str, anchor: str, plain: str, folders: str) -> None:
    found = (
        Addresses().link(start, target, anchor),
        Addresses(folders=True).link(start, target, anchor),
    )
    assert found == (plain, folders)
