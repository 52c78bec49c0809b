"""Who runs the retrospective."""

from __future__ import annotations

import re

from readyroom.languages.matching import words
from readyroom.meaning.handles import handles, names_somebody
from readyroom.meaning.placeholders import is_blank
from readyroom.model.brief import BlockKind, Brief, Item

_LABEL = re.compile(r"([^:：|]{1,60})[:：](.*)")
_LETTER = re.compile(r"[^\W\d_]")
_CAPITAL = re.compile(r"\s@?[A-ZĆŁŚŹŻА-Я][a-ząćęłńóśźżа-яё]")


def has_retro_lead(brief: Brief) -> bool:
    """Whether `team.retro`, a row of the team table or a line of the Team section names somebody
    for the retrospective, or it was held; "Retro: later" names nobody."""
    team = brief.front.get("team")
    role = team.get("retro") if team else None
    if role and not is_blank(role.text, brief.language):
        return True
    known = handles(brief)
    return (
        any(_row_names(item, brief.language) for item in brief.items("team"))
        or any(
            _line_names(line, known, brief.language)
            for block in brief.blocks("team")
            if block.kind not in (BlockKind.HEADING, BlockKind.CELL)
            for line in block.passage.text.split("\n")
        )
        or _was_held(brief)
    )


def _was_held(brief: Brief) -> bool:
    """Whether the Retrospective section says who held it and when."""
    return any(
        block.kind is not BlockKind.CELL
        and block.passage.dates
        and names_somebody(block.passage.text, handles(brief), brief.language)
        for block in brief.blocks("retro")
    )


def _row_names(item: Item, code: str) -> bool:
    """A row about the retrospective with something in its person column, if it has one."""
    if not item.cells or item.text not in words("retrospective", code):
        return False
    person = item.cells.get("person")
    return person is None or not is_blank(person.text, code)


def _line_names(line: str, known: frozenset[str], code: str) -> bool:
    retrospective = words("retrospective", code)
    if line not in retrospective:
        return False
    label = _LABEL.match(line)
    if label and label[1] in retrospective:
        vague = any(label[2] in words(name, code) for name in ("relative_date", "relative_now"))
        return bool(_LETTER.search(label[2])) and not vague and not is_blank(label[2], code)
    if line in words("in_charge", code) or names_somebody(line, known, code):
        return True
    begun = next(retrospective.find(line))[0]
    return bool(_CAPITAL.search(line)) or (
        begun > 0 and names_somebody(line, known, code, first=True)
    )
