"""Whether two texts speak of the same thing: words, numbers or pairs of characters in common."""

from __future__ import annotations

import re

from readyroom.languages.matching import fold

_STEM = re.compile(r"[^\W\d_\u4e00-\u9fff]{4,}|\d+")
_HAN = re.compile(r"(?=([\u4e00-\u9fff]{2}))")
_STEM_LENGTH = 5


def share_words(one: str, other: str) -> bool:
    """Whether a longer word (whatever its ending), a number or two Chinese characters in a row
    stand in both."""
    return bool(_stems(one) & _stems(other))


def _stems(text: str) -> set[str]:
    folded = fold(text)
    return {word[:_STEM_LENGTH] for word in _STEM.findall(folded)} | set(_HAN.findall(folded))
