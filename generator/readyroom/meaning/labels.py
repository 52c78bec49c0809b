"""Labels such as "What worked:", which may also stand as small headings."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from readyroom.languages import language
from readyroom.languages.matching import fold
from readyroom.meaning.placeholders import is_blank
from readyroom.model.brief import BlockKind, Brief

_EDGES = re.compile(r"^[\W_]+|[\W_]+$")


@cache
def _names(code: str) -> Mapping[str, str]:
    return {
        _EDGES.sub("", fold(entry)): key
        for found in (language("en"), language(code))
        for key, entries in found.labels.items()
        for entry in entries
    }


def labels_in(brief: Brief, key: str) -> frozenset[str]:
    """The label keys that a section answers, as label lines or as headings of their own."""
    code = brief.language
    return frozenset(
        label
        for section in brief.sections_of(key)
        for label, values in section.labels.items()
        if any(not is_blank(value.text, code) for value in values)
    ) | frozenset(
        _names(code).get(_EDGES.sub("", fold(block.passage.text)), "")
        for block in brief.blocks(key)
        if block.kind is BlockKind.HEADING
    )
