"""Front-matter text made fit for a YAML parser, one code point for one, so that offsets stay."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from readyroom.model.brief import Problem
from readyroom.model.message import msg
from readyroom.model.text import Span

_MAX_REPORTED = 20

# YAML takes none of these; U+0085, U+2028 and U+2029 would count as line breaks there (not here),
# and a byte order mark in the middle would shift every offset behind it.
_REFUSED = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff"
_BREAKS = "\x85\u2028\u2029\ufeff"
_BIDI = "\u202a-\u202e\u2066-\u2069"
_UNUSUAL = re.compile(f"[{_REFUSED}{_BREAKS}{_BIDI}]")
_REPORTED = re.compile(f"[{_REFUSED}{_BIDI}]")
REFUSED = re.compile(f"[{_REFUSED}]")

_INDENT = re.compile(r"(?:(?<=[\n\r])|\A)[ -]*+\t[ \t-]*+")
_BEHIND_COLON = re.compile(r":[ ]*+\t[ \t]*+")


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
        """The same with spaces for the tabs that indent or follow a colon."""
        text = _BEHIND_COLON.sub(_spaces, _INDENT.sub(_spaces, self.text))
        return replace(self, text=text)


def prepare(text: str, start: int, end: int) -> tuple[YamlText, list[Problem]]:
    """`text[:end]` for the parser and a problem for each character from `start` on that may not
    stand there."""
    if not _UNUSUAL.search(text, start, end):
        return YamlText(text[:end]), []
    block = text[start:end]
    problems = [_unwanted(match[0], start + match.start()) for match in _REPORTED.finditer(block)][
        :_MAX_REPORTED
    ]
    free = (code for code in range(0xE000, 0xF8FF) if chr(code) not in block)
    table = {ord(char): next(free, ord(" ")) for char in _BREAKS if char in block}
    fit = REFUSED.sub("\ufffd", block).translate(table)
    back = {stand_in: char for char, stand_in in table.items() if stand_in != ord(" ")}
    return YamlText(text[:start] + fit, back), problems


def code_point(char: str) -> str:
    """A character that cannot be shown, as `<U+202E>`."""
    return f"<U+{ord(char):04X}>"


def _unwanted(char: str, at: int) -> Problem:
    return Problem(
        Span(at, at + 1),
        msg("The invisible character {character} may not stand here.", character=code_point(char)),
        msg("Delete it; retype the line if you cannot see it."),
    )


def _spaces(match: re.Match[str]) -> str:
    return match[0].replace("\t", " ")
