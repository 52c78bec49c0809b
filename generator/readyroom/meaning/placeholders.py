"""Text that holds a place and says nothing yet."""

from __future__ import annotations

import re

from readyroom.languages.matching import words
from readyroom.meaning.fillers import fillers
from readyroom.meaning.lengths import word_count

_ID = re.compile(r"^\W*[A-Z]\d{1,3}(?:\.\d{1,2})*(?![A-Za-z0-9])")
_LETTER = re.compile(r"[^\W_]")
_DIGIT = re.compile(r"\d")
_FEW_WORDS = 2
_LONGEST_FILLER = 160


def is_blank(text: str, code: str) -> bool:
    """Whether a reader learns nothing from a text: it is empty, a dash, "none", "TBD", "[date]",
    or such a filler with a word or two around it ("Goal: to be defined").

    An id at the start does not count as content.
    """
    if len(text) > _LONGEST_FILLER:
        return False
    text = left = _ID.sub("", text)
    if words("nothing", code).is_all_of(text):
        return True
    for start, end in reversed(fillers(text, code)):
        left = left[:start] + " " + left[end:]
    if not _LETTER.search(left):
        return True
    return left != text and word_count(left) <= _FEW_WORDS and not _DIGIT.search(left)
