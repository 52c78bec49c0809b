"""A site from a dictionary of files, without a disk."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from readyroom.linting.engine import lint
from readyroom.model.brief import Brief
from readyroom.model.playbook import Page, Playbook
from readyroom.model.text import Source
from readyroom.pages.page import Site, SitePage
from readyroom.pages.site import site
from readyroom.parsing.brief import parse_file
from readyroom.rules import RegisteredRule

TODAY = date(2026, 11, 22)


@cache
def templates() -> Mapping[str, str]:
    """The shipped page templates."""
    folder = Path(__file__).parents[2] / "templates" / "pages"
    return {file.name: file.read_text("utf-8") for file in sorted(folder.iterdir())}


def playbook(files: Mapping[str, str]) -> Playbook:
    """The playbook in these files (path to text)."""
    parsed = [parse_file(Source(path, text)) for path, text in files.items() if path[-3:] == ".md"]
    return Playbook(
        tuple(found for found in parsed if isinstance(found, Brief)),
        tuple(found for found in parsed if isinstance(found, Page)),
        frozenset(files),
    )


def small_site(
    files: Mapping[str, str],
    today: date = TODAY,
    rules: Sequence[RegisteredRule] | None = None,
    **options: Any,
) -> Site:
    """The generated pages of these files; without rules it is made in no time."""
    book = playbook(files)
    return site(lint(book, today, rules=rules), book, templates(), rules=rules, **options)


def page(files: Mapping[str, str], uri: str, **options: Any) -> SitePage:
    """One generated page of these files."""
    return {one.uri: one for one in small_site(files, **options).pages}[uri]


def brief(body: str = "", **front: str) -> str:
    """A brief's text; `front` goes over a few harmless defaults."""
    keys = {"id": "spring", "title": "Spring intake", "status": "idea", "lang": "en", **front}
    lines = "\n".join(f"{key}: {value}" for key, value in keys.items())
    return f"---\n{lines}\n---\n{body}"
