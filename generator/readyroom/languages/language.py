"""The shape of a language file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from readyroom.languages.grammar import Dates, Numbers

Names = tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Language:
    """Everything that Readyroom knows about one language.

    Entries of name and word lists follow one notation: `*` any ending, `?` any one letter, a
    leading `!` a longer word that must not be taken for a shorter entry. They are compared after
    `fold`, on word borders unless `spaced` is False (Chinese).

    code, name: BCP 47 code and the language's own name.
    script: a Unicode range as a regular expression class that tells this language by its letters,
        "" if its letters do not. stop_words: short words that give the language away.
    headings: section key -> names; the first is the canonical heading.
    columns: section key -> column key -> names of that table head, in the canonical order.
    labels: label key -> what stands before the colon of a label line.
    cells: kind of cell -> canonical English word -> words that mean it.
    words: list name -> entries; those called `plan_…` only read plans that somebody else wrote.
    statuses: name -> English status.
    negations: words that turn a clause round.
    """

    code: str
    name: str
    script: str = ""
    stop_words: Names = ()
    spaced: bool = True
    headings: Mapping[str, Names]
    columns: Mapping[str, Mapping[str, Names]]
    labels: Mapping[str, Names]
    cells: Mapping[str, Mapping[str, Names]]
    words: Mapping[str, Names]
    statuses: Mapping[str, str] = field(default_factory=dict)
    negations: Names = ()
    numbers: Numbers | None = None
    dates: Dates | None = None
