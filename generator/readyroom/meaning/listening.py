"""What the rows of a feedback plan listen to: numbers, people's own words, small signals."""

from __future__ import annotations

import re

from readyroom.languages.matching import cell, words
from readyroom.model.brief import BlockKind, Brief, Item, ItemKind
from readyroom.model.citations import cited
from readyroom.model.values import UnitClass

KINDS = ("number", "voice", "small signal")
# Nobody writes a note every day, so a daily rhythm counts as a week.
_DAYS = {"daily": 7, "weekly": 7, "fortnightly": 14, "monthly": 31, "quarterly": 92}
_UNKNOWN_RHYTHM = 14
_LABEL = re.compile(r"[^:：|\n]{1,30}(?=[:：])")
_ONLY_A_LINK = re.compile(r"(?:\[[^\]]*\]\([^)]*\)|<?https?://\S+>?)[\s.,;]*")


def feedback_rows(brief: Brief) -> tuple[Item, ...]:
    """Rows, list items and sentences of the feedback sections; bare links are none."""
    rows = (item for item in brief.items("feedback") if item.cells)
    sentences = (
        Item(ItemKind.PARAGRAPH, block.passage)
        for block in brief.blocks("feedback")
        if block.kind in (BlockKind.PARAGRAPH, BlockKind.ITEM)
    )
    return tuple(
        row for row in (*rows, *sentences) if not _ONLY_A_LINK.fullmatch(row.passage.raw.strip())
    )


def stated_kind(row: Item, code: str) -> str:
    """The kind that a row or line gives itself, in its column or as a label ("Voice: …")."""
    said = row.cells.get("kind")
    label = None if row.cells else _LABEL.match(row.text)
    return cell("feedback_kind", said.text if said else label[0] if label else "", code)


def kinds_of(row: Item, code: str) -> frozenset[str]:
    """Which of `KINDS` a row listens to: what its kind says, else what its source is called.

    Odd uses and complaints are small signals however the row calls them.
    """
    text = (row.cells.get("source") or row.passage).text
    found = set[str]()
    if text in words("small_signal", code):
        found.add("small signal")
    if kind := stated_kind(row, code):
        return frozenset({*found, kind})
    if text in words("voice_source", code) or text in words("feedback_request", code):
        found.add("voice")
    if text in words("number_source", code) or cited(text, "M"):
        found.add("number")
    return frozenset(found)


def rhythm_days(row: Item, code: str) -> int:
    """How many days lie between two looks at this source; two weeks where that is not said."""
    where = row.cells.get("cadence") or row.passage
    if named := _DAYS.get(cell("cadence", where.text, code)):
        return named
    spans = [q.days for q in where.quantities if q.unit_class is UnitClass.DURATION and q.days]
    return max(_DAYS["weekly"], int(min(spans, default=_UNKNOWN_RHYTHM)))
