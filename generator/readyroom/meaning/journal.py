"""The log: what was written down on which day."""

from __future__ import annotations

from datetime import date

from readyroom.languages.matching import cell
from readyroom.model.brief import BlockKind, Brief, Item, ItemKind

# A line of a diary begins with its day, perhaps in brackets or behind a mark.
_DAY_BEGINS = 4


def logged(brief: Brief) -> tuple[tuple[date, Item], ...]:
    """The dated entries of the log, and of a feedback section that is kept as one."""
    rows = [*brief.items("log"), *(item for item in brief.items("feedback") if not item.cells)]
    told = {row.span for row in rows}
    rows += [
        Item(ItemKind.PARAGRAPH, block.passage)
        for block in (*brief.blocks("log"), *brief.blocks("feedback"))
        if block.kind in (BlockKind.PARAGRAPH, BlockKind.HEADING)
        and block.passage.span() not in told
    ]
    return tuple((day, row) for row in rows if (day := _day(row)))


def is_feedback(row: Item, code: str) -> bool:
    """Whether an entry is about what people said; a line without a type may be."""
    kind = row.cells.get("type")
    return kind is None or cell("log_type", kind.text, code) == "feedback"


def _day(row: Item) -> date | None:
    if where := row.cells.get("date"):
        return next((found.last for found in where.dates if found.last), None)
    days = row.passage.dates
    return days[0].last if days and days[0].start <= _DAY_BEGINS else None
