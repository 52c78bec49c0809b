"""The groups of people that a brief is for, however its Audience section is written."""

from __future__ import annotations

import re

from readyroom.meaning.lengths import word_count
from readyroom.meaning.placeholders import is_blank
from readyroom.model.brief import Brief, Item, ItemKind
from readyroom.model.entries import entries

_TRAIT = re.compile(r"[^:：\n]{1,40}[:：]")
_ID = re.compile(r"^\W*S\d+\W*")
_CLAUSE_END = re.compile(r"[;；。:：\n]|\.(?:\s|$)|\s[-–—]\s")
_BETWEEN_NAMES = re.compile(r"\s*[,，、/]\s*|\s(?:and|и|i|oraz|at)\s|和|与")
_PLURAL = re.compile(r"(?i)(?:[^s]s|people|men|women|children|staff)\b")
_LONGEST_NAME = 2
_ENUMERATION = 3


def groups(brief: Brief) -> tuple[Item, ...]:
    """The entries of the Audience section that say anything."""
    listed = entries(brief, "audience", "S")
    return tuple(group for group in listed if not is_blank(group.text, brief.language))


def are_traits(found: tuple[Item, ...]) -> bool:
    """Whether a list tells the traits of one group ("Age: 35-50")."""
    return any(
        group.kind is ItemKind.LIST and not group.id and _TRAIT.match(group.text) for group in found
    )


def number_of_groups(brief: Brief) -> int:
    """How many groups are meant: those listed, in the section or in the front matter, or those
    that one line counts up ("students, teachers, parents")."""
    found = groups(brief)
    listed = 1 if are_traits(found) else len(found)
    named = len(brief.front.texts("audience"))
    return max(listed, named, *(_names_in(group, brief.language) for group in found), 0)


def name_of(group: Item) -> str:
    """Who they are, up to the first break in the sentence, without the id."""
    who = (group.cell("who") or group.passage).text
    return _CLAUSE_END.split(_ID.sub("", who))[0]


def _names_in(group: Item, code: str) -> int:
    """How many groups a line counts up; "women, urban, employed" is one."""
    clause = name_of(group)
    names = [name.strip() for name in _BETWEEN_NAMES.split(clause) if name.strip()]
    short = all(word_count(name) <= _LONGEST_NAME for name in names[:-1])
    plural = code != "en" or all(_PLURAL.search(name) for name in names)
    is_list = len(names) >= _ENUMERATION and short and plural and not re.search(r"\d", clause)
    return len(names) if is_list else 1
