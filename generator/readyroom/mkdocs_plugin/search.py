"""Search indexes: Pagefind where its program is installed, and one that works without a server."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from html import escape
from importlib.util import find_spec
from pathlib import Path

from readyroom.pages.page import SitePage

BUNDLE = "pagefind"
# Only the extended program can cut Chinese text into words.
_MODULES = ("pagefind_bin_extended", "pagefind_bin")
_PROGRAMS = ("pagefind_extended", "pagefind")
# Ready-made interfaces that the site does not use.
_UNUSED = ("*-ui.js", "*-ui.css", "pagefind-highlight.js")
_FLAG = re.compile(r'<a class="rr-flag.*?</a>', re.DOTALL)
_HEADING = re.compile(r'<h[2-6] id="([^"]+)">(.*?)</h[2-6]>', re.DOTALL)
_TAG = re.compile(r"<[^>]+>")


def pagefind_command() -> list[str] | None:
    """How to start Pagefind, None where it is not installed. It is never downloaded."""
    for module in _MODULES:
        if find_spec(module) is not None:
            return [sys.executable, "-m", module]
    found = next(filter(None, map(shutil.which, _PROGRAMS)), None)
    return [found] if found else None


def build_pagefind(command: list[str], site: Path) -> str:
    """Index a built site, one index per language. Returns "" or what went wrong."""
    arguments = ["--site", ".", "--output-subdir", BUNDLE, "--exclude-selectors", ".headerlink"]
    run = subprocess.run(
        [*command, *arguments, "--quiet"],
        cwd=site,
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    entry = site / BUNDLE / "pagefind-entry.json"
    if run.returncode or not entry.is_file():
        return (run.stderr or run.stdout).strip() or "it wrote no index"
    # Its languages come in no fixed order; sorted, equal sites have equal bytes.
    known = json.loads(entry.read_text("utf-8"))
    entry.write_text(json.dumps(known, sort_keys=True, ensure_ascii=False), "utf-8")
    for pattern in _UNUSED:
        for file in (site / BUNDLE).glob(pattern):
            file.unlink()
    return ""


def theme_entries(built: SitePage, url: str) -> Iterator[dict[str, str]]:
    """A finished page as Material's index wants it, one entry a section, texts escaped.

    Material would parse the whole page again, which costs more than all the rest of it.
    """
    parts = _HEADING.split(_FLAG.sub("", built.text))
    yield {"location": url, "title": escape(built.title), "text": _plain(parts[0])}
    for anchor, heading, html in zip(parts[1::3], parts[2::3], parts[3::3], strict=True):
        yield {"location": f"{url}#{anchor}", "title": _plain(heading), "text": _plain(html)}


def _plain(html: str) -> str:
    return " ".join(_TAG.sub(" ", html).split())


def write_offline_index(site: Path) -> None:
    """Put Material's search index into a script as well: a page opened from disk may load scripts,
    but not data."""
    index = site / "search" / "search_index.json"
    if index.is_file():
        text = index.read_text("utf-8").replace("<", "\\u003c")
        index.with_suffix(".js").write_text(f"var __index = {text}", "utf-8")
