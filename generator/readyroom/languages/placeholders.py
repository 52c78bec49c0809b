"""Text that holds a place and says nothing yet."""

from __future__ import annotations

import re

from readyroom.languages.lengths import word_count
from readyroom.languages.matching import words

# "[date]", "{{name}}", "<link>", "____": what a template leaves for the writer.
_HINT = re.compile(r"\[[^\[\]\n]*\]|\{\{.*?\}\}|<[^<>\n]*>|_{2,}")
_ID = re.compile(r"^\W*[A-Z]\d{1,3}(?:\.\d{1,2})*(?![A-Za-z0-9])")
_LETTER = re.compile(r"[^\W_]")
_DIGIT = re.compile(r"\d")
_FEW_WORDS = 2


def is_blank(text: str, code: str) -> bool:
    """Whether a reader learns nothing from a text: it is empty, a dash, "none", "TBD", "[date]",
    or such a filler with a word or two around it ("Goal: to be defined").

    An id at the start does not count as content.
    """
    text = _ID.sub("", text)
    if any(words(name, code).is_all_of(text) for name in ("placeholder_alone", "nothing")):
        return True
    left = _without_fillers(_HINT.sub(" ", text), code)
    if not _LETTER.search(left):
        return True
    return left != text and word_count(left) <= _FEW_WORDS and not _DIGIT.search(left)


def _without_fillers(text: str, code: str) -> str:
    for start, end in reversed(list(words("placeholder", code).find(text))):
        text = text[:start] + " " + text[end:]
    return text
