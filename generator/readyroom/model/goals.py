"""Which parts of a brief are its goals and metrics, and how they name each other."""

from __future__ import annotations

from functools import lru_cache

from readyroom.model.brief import BlockKind, Brief, Item, ItemKind
from readyroom.model.citations import cited
from readyroom.model.entries import entries
from readyroom.model.rule import Matches
from readyroom.model.text import Passage
from readyroom.model.values import UnitClass


def primary_goals(brief: Brief) -> tuple[Item, ...]:
    """The goals that the brief stands for, without sub-goals (G1.1, nested items).

    Where ids are in use, items without one are notes. A sentence counts where there is no list and
    no table, if it holds a number; in somebody else's plan any sentence does.
    """
    if any(item.id.startswith("G") for item in brief.items("goals")):
        return tuple(item for item in entries(brief, "goals", "G") if "." not in item.id)
    return brief.items("goals") or tuple(_sentences(brief))


def _sentences(brief: Brief) -> list[Item]:
    return [
        Item(ItemKind.PARAGRAPH, block.passage)
        for block in brief.blocks("goals")
        if block.kind in (BlockKind.PARAGRAPH, BlockKind.QUOTE)
        and (brief.foreign or (block.kind is BlockKind.PARAGRAPH and block.passage.quantities))
    ]


def wording(goal: Item) -> Passage:
    """What the goal says: the goal cell of a row, else the whole item."""
    return goal.cell("goal") or goal.passage


def metrics_of(brief: Brief, goal: Item) -> tuple[Item, ...]:
    """The metrics that name this goal or that it names.

    A brief with a single goal has no need to say which goal a metric belongs to.
    """
    metrics = brief.items("metrics")
    named = cited(goal.text, "M")
    tied = [
        item
        for item in metrics
        if (goal.id and goal.id in _goals_named(item)) or (item.id and item.id in named)
    ]
    if tied or not metrics or len(_numbered(brief)) > 1 or len(primary_goals(brief)) > 1:
        return tuple(tied)
    return tuple(item for item in metrics if not _goals_named(item))


def _numbered(brief: Brief) -> list[Item]:
    return [g for g in brief.items("goals") if g.id.startswith("G") and "." not in g.id]


def _goals_named(item: Item) -> tuple[str, ...]:
    return _goals_in((item.cell("goal") or item.passage).text)


@lru_cache(maxsize=4096)
def _goals_in(text: str) -> tuple[str, ...]:
    """Goals that a metric or tactic cites; a sub-goal stands for its goal as well."""
    found = cited(text, "G")
    return tuple(dict.fromkeys((*found, *(goal.split(".")[0] for goal in found))))


def target(metric: Item) -> Passage | None:
    """Where the number to reach stands: the target cell of a row, else the whole line."""
    return metric.cell("target") if metric.cells else metric.passage


def has_numbers_to_reach(brief: Brief, target_words: Matches) -> bool:
    """Whether the Metrics section of somebody else's plan says how much is wanted.

    A number in a table does; in a line it takes a comparison, a share or a word such as "target",
    because "the 5 stages" is no target.
    """
    return any(
        item.kind is ItemKind.ROW and item.passage.quantities for item in brief.items("metrics")
    ) or any(
        block.passage.text in target_words
        or any(
            q.comparator or q.unit_class is not UnitClass.COUNT for q in block.passage.quantities
        )
        for block in brief.blocks("metrics")
        if block.kind in (BlockKind.PARAGRAPH, BlockKind.ITEM) and block.passage.quantities
    )
