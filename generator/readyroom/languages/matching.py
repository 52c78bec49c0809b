"""Comparing words the way a reader does: case, accents, full width and invisible signs aside."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache

from readyroom.languages import language

_BREVE = "\u0306"
_INVISIBLE = re.compile(
    "[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\U000e0000-\U000e007f]"
)
_BORDER = r"(?<!\w)"


class _Folded(dict[int, str]):
    """A translation table that works out each character once."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        folded = "".join(_fold_char(part) for part in unicodedata.normalize("NFKC", char))
        self[code] = folded
        return folded


def _fold_char(char: str) -> str:
    if _INVISIBLE.match(char):
        return ""
    lowered = char.lower()
    if lowered in ("й", "ё"):
        return lowered.replace("ё", "е")
    plain = unicodedata.normalize("NFD", lowered.replace("ł", "l"))
    return "".join(part for part in plain if not unicodedata.combining(part))


_TABLE = _Folded()


def fold(text: str) -> str:
    """The text in the form in which words are compared.

    Source: rules of the brief format: NFKC, lower case, ё as е, ł as l, no combining marks except
    the breve of й, no invisible characters. Idempotent.
    """
    if _BREVE in text:
        text = text.replace("и" + _BREVE, "й").replace("И" + _BREVE, "Й")
    return text.translate(_TABLE)


def fold_with_places(text: str) -> tuple[str, list[int]]:
    """`fold(text)` and for each of its code points the index in `text`, plus one for the end."""
    folded: list[str] = []
    places: list[int] = []
    for index, char in enumerate(text):
        if char == _BREVE:
            if folded and folded[-1] == "и":
                folded[-1] = "й"
            continue
        part = char.translate(_TABLE)
        folded.extend(part)
        places.extend([index] * len(part))
    places.append(len(text))
    return "".join(folded), places


def pattern(entry: str, spaced: bool) -> str:
    """The regular expression of one list entry (`*` any ending, `?` one letter), already folded."""
    body = "".join(
        r"\w*"
        if char == "*"
        else r"\w"
        if char == "?"
        else r"\s+"
        if char == " "
        else re.escape(char)
        for char in fold(entry).strip()
    )
    if not spaced and not re.fullmatch(r"[\x00-\x7f]+", entry):
        return body
    before = _BORDER if re.match(r"\w", fold(entry)) else ""
    after = "" if entry.endswith("*") else r"(?!\w)" if re.search(r"\w$", fold(entry)) else ""
    return f"{before}{body}{after}"


def alternatives(entries: Iterable[tuple[str, bool]]) -> str:
    """One expression for many (entry, spaced) pairs, the longest first so that it wins."""
    ordered = sorted(set(entries), key=lambda pair: (-len(pair[0].lstrip("!")), pair[0]))
    return "|".join(pattern(entry, spaced) for entry, spaced in ordered)


class WordList:
    """A compiled word list; entries with a leading `!` only shield longer words."""

    def __init__(self, entries: Iterable[tuple[str, bool]]) -> None:
        pairs = sorted(set(entries), key=lambda pair: (-len(pair[0].lstrip("!")), pair[0]))
        at_border: list[str] = []
        anywhere: list[str] = []
        for index, (entry, spaced) in enumerate(pairs):
            expression = pattern(entry.lstrip("!"), spaced)
            group = f"P<no{index}>" if entry.startswith("!") else ":"
            inside = expression.removeprefix(_BORDER)
            kind = anywhere if inside == expression else at_border
            kind.append(f"(?{group}{inside})")
        # One look at the border and the first letter rules out most places in a text.
        first = "".join(sorted({re.escape(fold(entry.lstrip("!"))[:1]) for entry, _ in pairs}))
        if at_border:
            anywhere.insert(0, f"{_BORDER}(?=[{first}])(?:{'|'.join(at_border)})")
        self._pattern = re.compile("|".join(anywhere) or r"(?!)")

    def find(self, text: str) -> Iterator[tuple[int, int]]:
        """Start and end of every match in `text`, in order, without overlaps."""
        folded = fold(text)
        if not any(match.lastgroup is None for match in self._pattern.finditer(folded)):
            return
        folded, places = fold_with_places(text)
        for match in self._pattern.finditer(folded):
            if match.lastgroup is None and match.end() > match.start():
                yield places[match.start()], places[match.end() - 1] + 1

    def __contains__(self, text: object) -> bool:
        return isinstance(text, str) and any(
            match.lastgroup is None for match in self._pattern.finditer(fold(text))
        )

    def is_all_of(self, text: str) -> bool:
        """Whether the text is one entry and nothing else but punctuation."""
        folded = fold(text).strip()
        bare = re.sub(r"^[\W_]+|[\W_]+$", "", folded)
        return any(
            match.lastgroup is None and match[0] == bare for match in self._pattern.finditer(bare)
        )


@cache
def words(name: str, code: str) -> WordList:
    """The word list `name` of a language together with the English one.

    Raises KeyError for a list that no language has.
    """
    own, english = language(code), language("en")
    if name not in own.words and name not in english.words:
        raise KeyError(f"no word list named {name}")
    entries = [(entry, own.spaced) for entry in own.words.get(name, ())]
    entries += [(entry, True) for entry in english.words.get(name, ())]
    return WordList(entries)


@cache
def negations(code: str) -> WordList:
    """The negations of a language together with the English ones."""
    own, english = language(code), language("en")
    return WordList(
        [(entry, own.spaced) for entry in own.negations]
        + [(entry, True) for entry in english.negations]
    )


@cache
def _cells(kind: str, code: str) -> tuple[tuple[str, WordList], ...]:
    own, english = language(code), language("en")
    meanings = {**english.cells.get(kind, {}), **own.cells.get(kind, {})}
    return tuple(
        (
            meaning,
            WordList(
                [(entry, own.spaced) for entry in own.cells.get(kind, {}).get(meaning, ())]
                + [(entry, True) for entry in english.cells.get(kind, {}).get(meaning, ())]
                + [(meaning, True)]
            ),
        )
        for meaning in meanings
    )


def cell(kind: str, text: str, code: str) -> str:
    """The canonical English word for what stands in a cell, "" where none is meant.

    The earliest word in the text wins ("interviews and a survey" is an interview).
    """
    best: tuple[int, str] | None = None
    for meaning, entries in _cells(kind, code):
        first = next(entries.find(text), None)
        if first and (best is None or first[0] < best[0]):
            best = (first[0], meaning)
    return best[1] if best else ""
