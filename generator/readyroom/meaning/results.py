"""What came out: which metrics have an actual value, its date and a verdict."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from operator import attrgetter

from readyroom.languages.matching import cell, fold
from readyroom.meaning.placeholders import is_blank
from readyroom.meaning.trend import values, with_value
from readyroom.model.brief import Brief, Item
from readyroom.model.citations import cited
from readyroom.model.goals import target
from readyroom.model.message import Message, msg

_NAME_END = re.compile(r"[,，:：;；(（\d]|\s[-–—]\s")


def outcome_rows(brief: Brief, metric: Item) -> tuple[Item, ...]:
    """The rows and lines of Results and Retrospective that are about this metric."""
    rows = (*brief.items("results"), *brief.items("retro"))
    return tuple(row for row in rows if _is_about(row, metric))


def metrics_without_actuals(brief: Brief) -> Iterator[Item]:
    """Metrics for which no row of Results or Retrospective has actual value, date and verdict."""
    for metric in brief.items("metrics"):
        if not any(_complete(row, brief.language) for row in outcome_rows(brief, metric)):
            yield metric


def _is_about(row: Item, metric: Item) -> bool:
    where = row.cells.get("metric") or row.passage
    if metric.id:
        return metric.id in cited(where.text, "M")
    name = metric.cell("metric") or metric.passage
    return name.text.strip().lower() in where.text.lower()


def _complete(row: Item, code: str) -> bool:
    """A row by its cells; a line by what it says: a number, a day and a verdict."""
    if row.cells:
        wanted = (row.cells.get(column) for column in ("actual", "asof", "verdict"))
        return all(found is not None and not is_blank(found.text, code) for found in wanted)
    return bool(
        row.passage.quantities
        and any(mention.last for mention in row.passage.dates)
        and cell("verdict", row.text, code)
    )


def metric_name(metric: Item) -> str:
    """What a metric is called, folded: the metric cell, else a line up to its first number."""
    cell_text = metric.cells.get("metric")
    text = cell_text.text if cell_text else metric.text.removeprefix(metric.id)
    return fold(_NAME_END.split(text.lstrip(" :：.–—-"), maxsplit=1)[0]).strip()


def result_row(brief: Brief, metric: Item | None, today: date) -> Message:
    """A sample row, in the metric's own unit, of a result that is as good as was wanted."""
    where = target(metric) if metric else None
    wanted = max(values(where), key=attrgetter("high"), default=None)
    number = with_value(where, wanted, wanted.high, brief.language) if where and wanted else ""
    return msg(
        "| {metric} | {target} | {actual} | {day} | hit |",
        metric=(metric.id or metric_name(metric)) if metric else "M1",
        target=where.text[wanted.start : wanted.end] if where and wanted and number else "120",
        actual=number or "132",
        day=min(brief.ends or today, today),
    )


def missed_metrics(brief: Brief) -> frozenset[str]:
    """The names of the metrics whose verdict is miss."""
    return frozenset(
        metric_name(metric)
        for metric in brief.items("metrics")
        for row in outcome_rows(brief, metric)
        if cell("verdict", (row.cells.get("verdict") or row.passage).text, brief.language) == "miss"
    ) - {""}
