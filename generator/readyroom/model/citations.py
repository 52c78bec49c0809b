"""Ids that a text mentions: G1, M2, S1, E3, OBJ-2027-1."""

from __future__ import annotations

import re
from functools import lru_cache

# Borders are ASCII on purpose: Chinese puts no space around an id.
_ID = re.compile(r"(?<![A-Za-z0-9_#./-])[A-Z]\d{1,3}(?:\.\d{1,2})*(?![A-Za-z0-9_%])")
_OBJECTIVE = re.compile(r"(?<![A-Za-z0-9_-])OBJ(?:-[A-Za-z0-9_]+)+")


@lru_cache(maxsize=4096)
def cited(text: str, letters: str) -> tuple[str, ...]:
    """The ids in a text that begin with one of these letters, in order, each once."""
    return tuple(dict.fromkeys(found for found in _ID.findall(text) if found[0] in letters))


def objectives(text: str) -> tuple[str, ...]:
    """The OBJ-… ids in a text, in order, each once."""
    return tuple(dict.fromkeys(_OBJECTIVE.findall(text)))
