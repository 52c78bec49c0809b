"""Output formats. One file per format; the folder is the registry.

A file `name.py` (or `name_v1.py`) with a function `render(report, view) -> str` is the format
`name`. One that says `FROM_REPOSITORY = True` is read by hosts, and its paths begin at the root of
the repository, even where the playbook is a folder inside it. What several formats for people share
is in `terminal/`, what formats for programs share in `markup/`.
"""

from __future__ import annotations

import pkgutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib import import_module

from readyroom.model.message import Translate, Translator, untranslated
from readyroom.model.report import Report
from readyroom.model.text import Source
from readyroom.rules import RegisteredRule


@dataclass(frozen=True, slots=True)
class View:
    """What a format may need besides the report.

    sources: the text of each brief, for excerpts. color: whether the reader's screen shows ANSI
    colours. width: its columns. translator: the translation of templates for a language code,
    language: the code for what is said about all briefs together. rules: those
    that ran, for formats that describe them.
    """

    sources: Mapping[str, Source] = field(default_factory=dict)
    color: bool = False
    width: int = 100
    translator: Translator = untranslated
    language: str = "en"
    rules: tuple[RegisteredRule, ...] = ()

    @property
    def speak(self) -> Translate:
        """The translation for what is said about all briefs together."""
        return self.translator(self.language)


Reporter = Callable[[Report, View], str]


@cache
def _modules() -> Mapping[str, str]:
    names = (found.name for found in pkgutil.iter_modules(__path__) if not found.ispkg)
    return {name.partition("_v")[0]: name for name in names}


def formats() -> tuple[str, ...]:
    """The names of all formats, in alphabetical order."""
    return tuple(sorted(_modules()))


def wants_repository_paths(name: str) -> bool:
    """Whether the paths of a format begin at the root of the repository."""
    module = import_module(f"{__name__}.{_modules()[name]}")
    return getattr(module, "FROM_REPOSITORY", False)


def reporter(name: str) -> Reporter:
    """The function that renders a format. Raises KeyError for an unknown name."""
    render: Reporter = import_module(f"{__name__}.{_modules()[name]}").render
    return render
