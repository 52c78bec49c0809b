"""Grammar of numbers and dates that a language file fills in."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Numbers:
    """How a language writes numbers and units."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dates:
    """How a language writes dates and periods."""
