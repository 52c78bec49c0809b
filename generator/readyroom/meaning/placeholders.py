"""Text that holds a place and says nothing yet."""

from __future__ import annotations

import re
from functools import lru_cache

from readyroom.languages.matching import words
from readyroom.meaning.fillers import fillers
from readyroom.meaning.lengths import word_count
from readyroom.model.brief import Brief

_ID = re.compile(r"^\W*[A-Z]\d{1,3}(?:\.\d{1,2})*(?![A-Za-z0-9])")
_LETTER = re.compile(r"[^\W_]")
_DIGIT = re.compile(r"\d")
_FEW_WORDS = 2
_LONGEST_FILLER = 160


@lru_cache(maxsize=8192)
@lru_cache(maxsize=4096)
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


def is_empty(text: str, code: str) -> bool:
    """Whether nothing was written: no words, a dash, or "none".

    A filler such as "TBD" is no answer either, but placeholder-left tells it, and once is enough.
    """
    return is_blank(text, code) and not fillers(text, code)


def is_left_open(brief: Brief, key: str) -> bool:
    """Whether the sections of this kind are there and say nothing; placeholder-left tells that."""
    sections = brief.sections_of(key)
    return bool(sections) and all(is_blank(found.visible, brief.language) for found in sections)
