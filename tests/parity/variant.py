"""A brief with one thing changed, and what that must lead to."""

from __future__ import annotations

from dataclasses import dataclass

from .editing import Edit


@dataclass(frozen=True, slots=True)
class Variant:
    """brief: the clean brief it is made from. rules: what must be found besides what the brief
    with the edits in `base` shows anyhow; none for a near miss."""

    brief: str
    name: str
    edits: tuple[Edit, ...]
    rules: tuple[str, ...] = ()
    base: tuple[Edit, ...] = ()
