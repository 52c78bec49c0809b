"""A further key in the front matter of a brief."""

from __future__ import annotations

from readyroom.model.brief import Brief
from readyroom.model.fix import Edit
from readyroom.model.text import Span


def new_key(brief: Brief, lines: str) -> Edit | None:
    """Write these lines (each with its newline) at the end of the front matter.

    None where the brief has none, or where it could not be read.
    """
    front = brief.front
    if not front.exists or front.problems or brief.foreign:
        return None
    return Edit(Span(front.span.end, front.span.end), lines)
