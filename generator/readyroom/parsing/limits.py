"""Placeholder until the real module lands (overwrite this file)."""

from __future__ import annotations

from dataclasses import dataclass

from readyroom.model.brief import Problem
from readyroom.model.text import Source


@dataclass(frozen=True, slots=True)
class Limits:
    problems: tuple[Problem, ...] = ()
    fatal: bool = False


def check_text(source: Source) -> Limits:
    return Limits()
