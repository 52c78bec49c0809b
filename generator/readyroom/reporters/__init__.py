"""Output formats. One file per format; the folder is the registry.

A file `name.py` (or `name_v1.py`) with a function `render(report, view) -> str` is the format
`name`. What several formats for people share is in `terminal/`.
"""

from __future__ import annotations

import pkgutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib import import_module

from readyroom.model.report import Report
from readyroom.model.text import Source


def _untranslated(code: str) -> Callable[[str], str]:
    return str


@dataclass(frozen=True, slots=True)
class View:
    """What a format may need besides the report.

    sources: the text of each brief, for excerpts. color: whether the reader's screen shows ANSI
    colours. width: its columns. translator: the translation of templates for a language code.
    """

    sources: Mapping[str, Source] = field(default_factory=dict)
    color: bool = False
    width: int = 100
    translator: Callable[[str], Callable[[str], str]] = _untranslated


Reporter = Callable[[Report, View], str]


@cache
def _modules() -> Mapping[str, str]:
    names = (found.name for found in pkgutil.iter_modules(__path__) if not found.ispkg)
    return {name.partition("_v")[0]: name for name in names}


def formats() -> tuple[str, ...]:
    """The names of all formats, in alphabetical order."""
    return tuple(sorted(_modules()))


def reporter(name: str) -> Reporter:
    """The function that renders a format. Raises KeyError for an unknown name."""
    render: Reporter = import_module(f"{__name__}.{_modules()[name]}").render
    return render
