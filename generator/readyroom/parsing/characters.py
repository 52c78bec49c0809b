"""Characters that may stand neither in the front matter nor in the body."""

from __future__ import annotations

import re
from itertools import islice

from readyroom.model.brief import Problem
from readyroom.model.message import msg
from readyroom.model.status import Severity
from readyroom.model.text import Span

# Control characters except tab and line endings, lone surrogates, and what is no character at all.
CONTROL = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff"
# They turn the reading direction of what follows, so that a text shows other than it is.
BIDI = "\u202a-\u202e\u2066-\u2069"

_UNWANTED = re.compile(f"[{CONTROL}{BIDI}]")
_BIDI = re.compile(f"[{BIDI}]")
_MAX_REPORTED = 20


def unwanted_characters(text: str, start: int, end: int) -> list[Problem]:
    """A problem for each of the first few such characters in `text[start:end]`."""
    return [
        Problem(
            Span(found.start(), found.end()),
            msg(
                "The invisible character {character} may not stand here.", character=_name(found[0])
            ),
            msg("Delete it; retype the line if you cannot see it."),
            Severity.WARNING if _BIDI.match(found[0]) else Severity.ERROR,
        )
        for found in islice(_UNWANTED.finditer(text, start, end), _MAX_REPORTED)
    ]


def _name(char: str) -> str:
    return f"<U+{ord(char):04X}>"
