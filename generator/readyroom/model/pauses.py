"""Whether a brief waits: somebody put it on hold, with or without an end."""

from __future__ import annotations

from datetime import date

from readyroom.model.brief import Brief


def on_hold(brief: Brief, today: date) -> bool:
    """Whether `hold` is set and has not run out; clocks stand still meanwhile."""
    hold = brief.front.get("hold")
    if hold is None:
        return False
    until = hold.get("until")
    return not (until and until.date and until.date < today)
