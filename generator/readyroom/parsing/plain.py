"""Text made plain for reading numbers: same length, ordinary digits, signs and blanks."""

from __future__ import annotations

import re
from functools import lru_cache

_BLANKS = "\t\n\r\u00a0\u2002\u2003\u2007\u2008\u2009\u200a\u202f\u3000"
_HYPHENS = "\u2010\u2011\u2012\u2212"
_TABLE = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_TABLE |= {ord(blank): ord(" ") for blank in _BLANKS}
_TABLE |= {ord(hyphen): ord("-") for hyphen in _HYPHENS}
# The capital dotted I is the only letter whose small form is longer than itself.
_TABLE |= {ord("〜"): ord("~"), ord("￥"): ord("¥"), ord("×"): ord("x"), ord("İ"): ord("i")}
_ODD = re.compile(f"[{''.join(map(chr, _TABLE))}]")


@lru_cache(maxsize=64)
def plain(text: str) -> str:
    """Lower case with full-width forms and odd blanks replaced; indexes stay as they are."""
    return (text.translate(_TABLE) if _ODD.search(text) else text).lower()
