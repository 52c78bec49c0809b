"""Message catalogues: one gettext file per language in the package's `locale` folder."""

from __future__ import annotations

from functools import cache
from gettext import GNUTranslations
from pathlib import Path

from readyroom.languages import language
from readyroom.model.message import Translate, Translator, english

DOMAIN = "readyroom"
_FOLDER = Path(__file__).parent.parent / "locale"


def translator(ui_language: str = "") -> Translator:
    """Translates into `ui_language` whatever language is asked for; into that one if it is ""."""
    return lambda code: into(ui_language or code)


@cache
def into(code: str) -> Translate:
    """The translation into a language; English where there is no catalogue for it, and for every
    template that the catalogue does not have."""
    file = _FOLDER / language(code).code.replace("-", "_") / "LC_MESSAGES" / f"{DOMAIN}.mo"
    if not file.is_file():
        return english
    with file.open("rb") as stream:
        catalogue = GNUTranslations(stream)

    def translate(template: str, plural: str = "", number: int = 1, /) -> str:
        if plural:
            return catalogue.ngettext(template, plural, number)
        return catalogue.gettext(template)

    return translate
