"""Labels such as "What worked:", which may also stand as small headings."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from readyroom.languages import language
from readyroom.languages.matching import fold
from readyroom.meaning.placeholders import is_blank
from readyroom.model.brief import BlockKind, Brief
from readyroom.model.text import Passage

_DASH = re.compile(r"\s[–—-]\s|——")
_EDGES = re.compile(r"^[\W_]+|[\W_]+$")


@cache
def _names(code: str) -> Mapping[str, str]:
    return {
        _EDGES.sub("", fold(entry)): key
        for found in (language("en"), language(code))
        for key, entries in found.labels.items()
        for entry in entries
    }


def label_before_dash(text: str, code: str) -> str:
    """The key of a label that a dash sets apart instead of a colon ("CTA — book a place")."""
    head, dash, _ = _DASH.sub("\0", text, count=1).partition("\0")
    return _names(code).get(_EDGES.sub("", fold(head)), "") if dash else ""


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


def told(brief: Brief, label: str) -> Iterator[Passage]:
    """What stands behind a label line, and what stands below a heading of that name."""
    yield from brief.labelled(label)
    names = _names(brief.language)
    for section in brief.sections:
        inside = names.get(_EDGES.sub("", fold(section.heading.text))) == label
        for block in section.blocks:
            if block.kind is BlockKind.HEADING:
                inside = names.get(_EDGES.sub("", fold(block.passage.text))) == label
            elif inside:
                yield block.passage
