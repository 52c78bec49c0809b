"""The message catalogues: whole, and safe to fill in.

Sentences of a new rule stay English until `make messages` has collected them; a catalogue has to
cover what was collected.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from io import BytesIO
from pathlib import Path
from string import Formatter

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from readyroom.languages import CODES
from readyroom.workspace.translations import DOMAIN, into

LOCALE = Path(__file__).parents[1] / "generator" / "readyroom" / "locale"
TRANSLATED = [code.replace("-", "_") for code in CODES if code != "en"]
KEYWORDS = {"msg": None, "plural": (1, 2)}
QUESTION = re.compile(r"[?？]\W*$")

every_language = pytest.mark.parametrize("locale", TRANSLATED)


@cache
def read(path: Path) -> Catalog:
    with path.open("rb") as file:
        return read_po(file, abort_invalid=True)


def catalogue(locale: str) -> Catalog:
    return read(LOCALE / locale / "LC_MESSAGES" / f"{DOMAIN}.po")


def entries(locale: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Each English sentence (the plural one, if it has two) with its translations."""
    for message in catalogue(locale):
        if message.id:
            yield _english(message), _forms(message)


def _english(message: Message) -> str:
    return message.id if isinstance(message.id, str) else message.id[1]


def _forms(message: Message) -> tuple[str, ...]:
    return (message.string,) if isinstance(message.string, str) else tuple(message.string)


def holes(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def code(text: str) -> list[str]:
    return sorted(re.findall(r"`[^`]+`", text))


def test_every_sentence_can_be_collected() -> None:
    """An f-string hides what is in it from the collector, and so does a name for a template."""
    hidden = []
    for path in sorted((LOCALE.parent).rglob("*.py")):
        source = path.read_bytes()
        collected = {
            text
            for found in extract("catalogues:extract", BytesIO(source), keywords=KEYWORDS)
            for text in ([found[1]] if isinstance(found[1], str) else found[1])
        }
        for call in ast.walk(ast.parse(source)):
            if isinstance(call, ast.Call) and _name(call.func) in ("msg", "plural") and call.args:
                first = call.args[0]
                text = first.value if isinstance(first, ast.Constant) else None
                if text != "" and text not in collected:
                    hidden.append(f"{path.name}:{call.lineno} {ast.unparse(call)[:60]}")
    assert hidden == [], "\n".join(hidden)


def _name(called: ast.expr) -> str:
    return called.id if isinstance(called, ast.Name) else getattr(called, "attr", "")


@every_language
def test_every_collected_sentence_is_there(locale: str) -> None:
    collected = {_english(one) for one in read(LOCALE / f"{DOMAIN}.pot") if one.id}
    filled = {english for english, forms in entries(locale) if all(forms)}
    assert collected - filled == set()


@every_language
def test_the_same_holes_are_filled(locale: str) -> None:
    wrong = [
        (english, form)
        for english, forms in entries(locale)
        for form in forms
        if holes(form) - {"number"} != holes(english) - {"number"}
    ]
    assert wrong == []


@every_language
def test_a_question_stays_a_question(locale: str) -> None:
    wrong = [
        (english, form)
        for english, forms in entries(locale)
        for form in forms
        if bool(QUESTION.search(english)) != bool(QUESTION.search(form))
    ]
    assert wrong == []


@every_language
def test_blanks_around_a_sentence_stay(locale: str) -> None:
    wrong = [
        (english, form)
        for english, forms in entries(locale)
        for form in forms
        if (english[:1].isspace(), english[-1:].isspace())
        != (form[:1].isspace(), form[-1:].isspace())
    ]
    assert wrong == []


@every_language
def test_commands_and_options_are_not_translated(locale: str) -> None:
    """`readyroom …` and `--options` are typed as they are; keys and words of briefs may differ."""
    typed = re.compile(r"--[a-z-]+|`readyroom[^`]*`")
    wrong = [
        (english, form)
        for english, forms in entries(locale)
        for form in forms
        if set(typed.findall(english)) != set(typed.findall(form))
    ]
    assert wrong == []


@every_language
def test_the_compiled_catalogue_is_this_one(locale: str) -> None:
    compiled = BytesIO()
    write_mo(compiled, catalogue(locale))
    installed = LOCALE / locale / "LC_MESSAGES" / f"{DOMAIN}.mo"
    assert installed.read_bytes() == compiled.getvalue(), "run `make messages`"


@pytest.mark.parametrize(
    ("code", "number", "expected"),
    [
        ("en", 1, "{number} error"),
        ("en", 2, "{number} errors"),
        ("ru", 1, "{number} ошибка"),
        ("ru", 21, "{number} ошибка"),
        ("ru", 3, "{number} ошибки"),
        ("ru", 11, "{number} ошибок"),
        ("pl", 1, "{number} błąd"),
        ("pl", 23, "{number} błędy"),
        ("pl", 112, "{number} błędów"),
        ("zh-Hans", 1, "{number} 个错误"),
        ("fil", 2, "{number} error"),
        ("xx", 2, "{number} errors"),
    ],
)
def test_a_number_chooses_the_form(code: str, number: int, expected: str) -> None:
    assert into(code)("{number} error", "{number} errors", number) == expected
