"""The only place that asks what day it is."""

from __future__ import annotations

from datetime import date


def today() -> date:
    """The date of this machine."""
    return date.today()
