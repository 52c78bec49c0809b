"""Whether a text names one person, several, or a group that nobody can call."""

from __future__ import annotations

import re
from enum import Enum

from readyroom.languages.matching import words
from readyroom.meaning.placeholders import is_blank
from readyroom.model.brief import Brief

# What explains the person rather than naming another one.
_ASIDE = re.compile(r"[(（\[].*?[)）\]]|\s[-–—|]\s.*|[:：].*")
_JOINT = re.compile(r"\s*(?:[;；、/&+]|\s(?:and|и|i|oraz|at)\s|(?<=\S\S)[和与及](?=\S\S))\s*")
_COMMA = re.compile(r"\s*[,，]\s*")
_FULL_NAME = re.compile(r"[^\W\d_][\w'’.-]+(?: [^\W\d_][\w'’.-]+)+")


class Who(Enum):
    """What stands where one person should."""

    NOBODY = "nobody"
    ONE = "one"
    SEVERAL = "several"
    GROUP = "group"


def who(text: str, code: str) -> Who:
    """Reads a name, handle or address: "ana", "@jo", "Ana Silva (growth team)".

    "ana, jo" are several; a comma before a role ("Ana Silva, head of growth") or inside a name
    ("Silva, Ana") does not divide.
    """
    if is_blank(text, code):
        return Who.NOBODY
    name = _ASIDE.sub("", text).strip(" *_`\t\n") or text.strip()
    if _is_group(name, code):
        return Who.GROUP
    parts = [part for part in _JOINT.split(name) if part]
    if len(parts) > 1 or _is_list(name):
        return Who.SEVERAL
    return Who.ONE


def callable_name(brief: Brief, otherwise: str) -> str:
    """The owner as a name for examples; another one where the brief names a group or nobody."""
    owner = brief.front.text("owner")
    return owner if who(owner, brief.language) is Who.ONE else otherwise


def _is_group(name: str, code: str) -> bool:
    first = _COMMA.split(name)[0]
    return words("group_person", code).is_all_of(first) or first in words("group_noun", code)


def _is_list(name: str) -> bool:
    """Handles with commas between them, full names, or three names of any kind."""
    parts = _COMMA.split(name)
    if len(parts) < 2:
        return False
    handles = all(
        part.startswith("@") or (part == part.lower() and " " not in part) for part in parts
    )
    return (
        handles
        or all(map(_is_full_name, parts))
        or (len(parts) > 2 and all(part[:1].isupper() and " " not in part for part in parts))
    )


def _is_full_name(part: str) -> bool:
    return bool(_FULL_NAME.fullmatch(part)) and all(word[:1].isupper() for word in part.split())
