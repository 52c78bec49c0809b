"""Who works on a brief, and whether a text names one of them."""

from __future__ import annotations

import re

from readyroom.languages.matching import fold
from readyroom.meaning.crew import duties, person_key, team_keys
from readyroom.meaning.lengths import word_count
from readyroom.model.brief import Brief

_LONGEST_NAME = 3
_HAN = re.compile(r"[\u3400-\u9fff]")


def people_of(brief: Brief) -> frozenset[str]:
    """The owner and everybody who has a part, as names are compared; sentences name nobody."""
    keys = {person_key(duty.person) for duty in duties(brief)}
    return team_keys(brief) | {key for key in keys if 0 < word_count(key) <= _LONGEST_NAME}


def names_person(brief: Brief, text: str) -> bool:
    """Whether it names one of them, or anybody by a handle (@jo)."""
    if "@" in text:
        return True
    folded = fold(text)
    keys = people_of(brief)
    return any(re.search(_whole(key), folded) for key in keys) or any(
        re.search(_whole(name.capitalize()), text)  # a capital, for Will also decides
        for name in (key.split()[0] for key in keys if " " in key)
    )


def _whole(key: str) -> str:
    """The name as a word of its own; Chinese puts no blanks around it."""
    name = re.escape(key)
    return name if _HAN.match(key) else rf"(?<!\w){name}(?!\w)"
