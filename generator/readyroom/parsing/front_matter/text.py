"""Front-matter text made fit for a YAML parser, one code point for one, so that offsets stay."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from readyroom.model.brief import Problem
from readyroom.parsing.characters import BIDI, CONTROL, unwanted_characters

# U+0085, U+2028 and U+2029 count as line breaks in YAML (not here), and a byte order mark in the
# middle would shift every offset behind it.
_BREAKS = "\x85\u2028\u2029\ufeff"
_UNUSUAL = re.compile(f"[{CONTROL}{_BREAKS}{BIDI}]")
REFUSED = re.compile(f"[{CONTROL}]")


@dataclass(frozen=True, slots=True)
class YamlText:
    """What the YAML parser gets.

    `text` has the offsets of the source up to the end of the front matter. `stand_ins` maps code
    points that were put in to the ones that they stand for.
    """

    text: str
    stand_ins: dict[int, int] = field(default_factory=dict)

    def original(self, value: str) -> str:
        """A value with the stand-ins taken out again."""
        return value.translate(self.stand_ins) if self.stand_ins else value

    def without_tabs(self) -> YamlText:
        """The same with spaces for tabs."""
        return replace(self, text=self.text.replace("\t", " "))


def prepare(text: str, start: int, end: int) -> tuple[YamlText, list[Problem]]:
    """`text[:end]` for the parser and a problem for each character from `start` on that may not
    stand there."""
    if not _UNUSUAL.search(text, start, end):
        return YamlText(text[:end]), []
    block = text[start:end]
    free = (code for code in range(0xE000, 0xF8FF) if chr(code) not in block)
    table = {ord(char): next(free, ord(" ")) for char in _BREAKS if char in block}
    fit = REFUSED.sub("\ufffd", block).translate(table)
    back = {stand_in: char for char, stand_in in table.items() if stand_in != ord(" ")}
    return YamlText(text[:start] + fit, back), unwanted_characters(text, start, end)
