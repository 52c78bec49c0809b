"""A sentence for the reader: the English template and the values that go into it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol


class Translate(Protocol):
    """Puts templates into one language."""

    def __call__(self, template: str, plural: str = "", number: int = 1, /) -> str:
        """The translated template; with `plural` the form that fits the number."""


def english(template: str, plural: str = "", number: int = 1, /) -> str:
    """The template itself: what `Translate` is for the language that templates are written in."""
    return plural if plural and number != 1 else template


class Translator(Protocol):
    """Gives what translates into a language."""

    def __call__(self, code: str, /) -> Translate:
        """The translation into the language with this BCP 47 code."""


def untranslated(code: str, /) -> Translate:
    """English for every language."""
    return english


@dataclass(frozen=True, slots=True)
class Message:
    """An English template with `{named}` holes, kept apart from its values so that it can be
    looked up in a message catalogue before the values go in."""

    template: str
    values: tuple[tuple[str, object], ...] = ()
    plural: str = ""
    number: int = 1

    def __bool__(self) -> bool:
        return bool(self.template)

    def render(self, translate: Translate = english) -> str:
        """The sentence in the language that `translate` puts templates into."""
        if not self.template:
            return ""
        parts = {
            name: value.render(translate) if isinstance(value, Message) else value
            for name, value in self.values
        }
        return translate(self.template, self.plural, self.number).format(**parts)

    def __str__(self) -> str:
        return self.render()


NOTHING = Message("")


def msg(template: str, **values: object) -> Message:
    """Short form for rules: `msg("{id} has no number.", id="G1")`."""
    return Message(template, tuple(values.items()))


def plural(one: str, many: str, number: int, **values: object) -> Message:
    """A message about a number of things, whose form depends on the number in every language:
    `plural("one day is left", "{number} days are left", 3)`."""
    return Message(one, (("number", number), *values.items()), many, number)


def verbatim(text: str) -> Message:
    """Words that are the same in every language, such as a line of front matter."""
    return Message("{text}", (("text", text),))


def sentences(parts: Sequence[Message]) -> Message:
    """Whole sentences one after the other; there must be at least one."""
    *before, whole = parts
    for part in reversed(before):
        whole = msg("{first} {rest}", first=part, rest=whole)
    return whole


def clauses(parts: Sequence[Message]) -> Message:
    """A whole sentence of clauses with semicolons; there must be at least one."""
    *before, whole = parts
    for part in reversed(before):
        whole = msg("{first}; {rest}", first=part, rest=whole)
    return msg("{clauses}.", clauses=whole)


def listing(parts: Sequence[Message]) -> Message:
    """Parts of a sentence as a list with commas; there must be at least one."""
    *before, whole = parts
    for part in reversed(before):
        whole = msg("{first}, {rest}", first=part, rest=whole)
    return whole
