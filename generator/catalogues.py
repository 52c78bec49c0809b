"""Message catalogues at build time: what is extracted from the source, and how it is compiled.

`make messages` collects every sentence into `locale/readyroom.pot` and brings the catalogues up to
date; installing the package compiles them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import IO, Any

from babel.messages.extract import extract_python
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from hatchling.builders.hooks.plugin.interface import BuildHookInterface

_LOCALE = Path(__file__).parent / "readyroom" / "locale"
_DOCSTRING = re.compile(rb'\A(?:#[^\n]*\n)*r?"""(.*?)"""', re.DOTALL)

Entry = tuple[int, str, Any, list[str]]


class Compile(BuildHookInterface[Any]):
    """Compiles the catalogues before a wheel is packed (an editable one too)."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Write a `.mo` file beside each `.po` file."""
        compile_all()


def compile_all() -> None:
    """Write a `.mo` file beside each `.po` file. A percent sign is only text in our sentences, so
    the checks of `pybabel compile` would find faults where there are none."""
    for catalogue in sorted(_LOCALE.glob("*/LC_MESSAGES/*.po")):
        with catalogue.open("rb") as source:
            messages = read_po(source, abort_invalid=True)
        with catalogue.with_suffix(".mo").open("wb") as target:
            write_mo(target, messages)


def extract(
    file: IO[bytes], keywords: Any, comments: Any, options: Mapping[str, Any]
) -> Iterator[Entry]:
    """The sentences of a module; of a rule also its headline and why it matters, of a family of
    rules what it is about."""
    text = file.read()
    file.seek(0)
    yield from extract_python(file, keywords, (), {})
    found = _DOCSTRING.match(text)
    if found and b"\nRULE = " in text:
        yield from _page(found[1].decode())
    elif found and re.search(r"rules/\w+/__init__\.py$", getattr(file, "name", "")):
        yield 1, "", " ".join(found[1].decode().split()), []


def _page(doc: str) -> Iterator[Entry]:
    from readyroom.linting.rule_page import read_page

    page = read_page(doc.strip())
    for text in (page.summary, *page.why_paragraphs):
        yield 1, "", text, []
