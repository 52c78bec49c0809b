"""Corrections that a rule offers: which words become which."""

from __future__ import annotations

from dataclasses import dataclass

from readyroom.model.message import Message
from readyroom.model.text import Span


@dataclass(frozen=True, slots=True)
class Edit:
    """One replacement. An empty span inserts, an empty text deletes.

    A `Message` is put into the brief's language. Line ends are written as `\\n`; they take the
    file's own form when the edit is applied.
    """

    span: Span
    text: str | Message


@dataclass(frozen=True, slots=True)
class Fix:
    """Edits that together put a finding right; they do not overlap.

    title: what they do, such as "Write the owner into the empty cells". safe: whether `--fix` may
    apply them; otherwise they are a suggestion, for `--unsafe-fixes` and for people to look at.
    """

    title: Message
    edits: tuple[Edit, ...]
    safe: bool = True
