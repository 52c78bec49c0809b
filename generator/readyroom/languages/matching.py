"""Comparing words the way a reader does: case, accents, full width and invisible signs aside."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache

from readyroom.languages import language

_BREVE = "\u0306"
_INVISIBLE = re.compile(
    "[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\U000e0000-\U000e007f]"
)
_BORDER = r"(?<!\w)"
_WILD = re.compile(r"[*? ]+")


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


def letters(entry: str) -> str:
    """The longest run of an entry without a wildcard: a text without it cannot hold the entry."""
    return max(_WILD.split(fold(entry.lstrip("!="))), key=len)


class WordList:
    """A word list; entries with a leading `!` only shield longer words.

    Most lists do not occur in most texts, and compiling hundreds of expressions takes seconds. So
    an entry is compiled when the longest run of letters in it occurs in a text for the first time.
    """

    def __init__(self, entries: Iterable[tuple[str, bool]]) -> None:
        pairs = sorted(set(entries), key=lambda pair: (-len(pair[0].lstrip("!")), pair[0]))
        self._entries = [(letters(entry), entry, spaced) for entry, spaced in pairs]
        self._patterns: dict[tuple[int, ...], re.Pattern[str]] = {}

    def _pattern(self, folded: str) -> re.Pattern[str] | None:
        """An expression of all entries that may occur in a text, None if there is none."""
        found = tuple(
            index for index, (needed, _, _) in enumerate(self._entries) if needed in folded
        )
        if all(self._entries[index][1].startswith("!") for index in found):
            return None
        known = self._patterns.get(found)
        if known is None:
            known = self._patterns[found] = _compiled(self._entries[index][1:] for index in found)
        return known

    def _matches(self, folded: str) -> Iterator[re.Match[str]]:
        pattern = self._pattern(folded)
        for match in pattern.finditer(folded) if pattern else ():
            if match.lastgroup is None and match[0]:
                yield match

    def find(self, text: str) -> Iterator[tuple[int, int]]:
        """Start and end of every match in `text`, in order, without overlaps."""
        if next(self._matches(fold(text)), None) is None:
            return
        folded, places = fold_with_places(text)
        for match in self._matches(folded):
            yield places[match.start()], places[match.end() - 1] + 1

    def said(self, text: str) -> frozenset[str]:
        """The words of every match, folded: quicker than to ask where they stand."""
        return frozenset(match[0] for match in self._matches(fold(text)))

    def __contains__(self, text: object) -> bool:
        return isinstance(text, str) and next(self._matches(fold(text)), None) is not None

    def is_all_of(self, text: str) -> bool:
        """Whether the text is one entry and nothing else but punctuation."""
        bare = re.sub(r"^[\W_]+|[\W_]+$", "", fold(text).strip())
        return any(match[0] == bare for match in self._matches(bare))


def _compiled(pairs: Iterable[tuple[str, bool]]) -> re.Pattern[str]:
    """One expression of these entries, the longest first."""
    return re.compile(
        "|".join(
            f"({f'?P<no{index}>' if entry.startswith('!') else '?:'}"
            f"{pattern(entry.lstrip('!'), spaced)})"
            for index, (entry, spaced) in enumerate(pairs)
        )
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


@lru_cache(maxsize=8192)
def cell(kind: str, text: str, code: str) -> str:
    """The canonical English word for what stands in a cell, "" where none is meant.

    The earliest word in the text wins ("interviews and a survey" is an interview), and of two that
    begin together the longer one ("open rate" is not "open").
    """
    best: tuple[int, int] | None = None
    meant = ""
    for meaning, entries in _cells(kind, code):
        first = next(entries.find(text), None)
        if first and (best is None or (first[0], -first[1]) < (best[0], -best[1])):
            best, meant = first, meaning
    return meant


def last_cell(kind: str, text: str, code: str) -> str:
    """The same for a whole sentence, in which the last word decides ("open rates: supports")."""
    found = (
        ((end, -start), meaning)
        for meaning, entries in _cells(kind, code)
        for start, end in entries.find(text)
    )
    return max(found, default=((0, 0), ""))[1]


def cell_meanings(kind: str, text: str, code: str) -> frozenset[str]:
    """Every meaning that occurs in a cell, where more than the first one matters."""
    return frozenset(meaning for meaning, entries in _cells(kind, code) if text in entries)
