"""What each language calls things: one data file per language in this folder.

Adding a language is adding its file here (and, for translated messages, its catalogue).
"""

from __future__ import annotations

from functools import cache
from importlib import import_module

from readyroom.languages.language import Language

CODES = ("en", "ru", "zh-Hans", "pl", "fil")


@cache
def language(code: str) -> Language:
    """The language of a BCP 47 code; region and script subtags are ignored, unknown codes are
    English."""
    primary = code.lower().split("-")[0]
    if primary == "tl":
        primary = "fil"
    if primary not in {known.split("-")[0] for known in CODES}:
        primary = "en"
    found: Language = import_module(f"{__name__}.{primary}").LANGUAGE
    return found


def is_supported(code: str) -> bool:
    """Whether there is a data file for this code."""
    return code.lower().split("-")[0] in {"tl", *(known.split("-")[0] for known in CODES)}
