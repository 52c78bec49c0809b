"""Text made plain for reading numbers: same length, ordinary digits, signs and blanks."""

from __future__ import annotations

# Full-width forms, all kinds of blanks, minus signs and dashes that join numbers.
_TABLE = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_TABLE |= dict.fromkeys((0x00A0, 0x2007, 0x2009, 0x202F, 0x3000), ord(" "))
_TABLE |= {0x2212: ord("-"), 0x2011: ord("-")}


def plain(text: str) -> str:
    """Lower case with full-width forms and odd blanks replaced; indexes stay as they are."""
    flat = text.translate(_TABLE)
    lowered = flat.lower()
    return lowered if len(lowered) == len(flat) else flat
