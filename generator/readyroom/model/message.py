"""A sentence for the reader: the English template and the values that go into it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Message:
    """An English template with `{named}` holes, kept apart from its values so that it can be
    looked up in a message catalogue before the values go in."""

    template: str
    values: tuple[tuple[str, object], ...] = ()

    def render(self, translate: Callable[[str], str] = str) -> str:
        """The sentence in the language that `translate` puts templates into."""
        parts = {
            name: value.render(translate) if isinstance(value, Message) else value
            for name, value in self.values
        }
        return translate(self.template).format(**parts)

    def __str__(self) -> str:
        return self.render()


def msg(template: str, **values: object) -> Message:
    """Short form for rules: `msg("{id} has no number.", id="G1")`."""
    return Message(template, tuple(values.items()))


def sentences(parts: Sequence[Message]) -> Message:
    """Whole sentences one after the other; there must be at least one."""
    *before, whole = parts
    for part in reversed(before):
        whole = msg("{first} {rest}", first=part, rest=whole)
    return whole


def listing(parts: Sequence[Message]) -> Message:
    """Parts of a sentence as a list with commas; there must be at least one."""
    *before, whole = parts
    for part in reversed(before):
        whole = msg("{first}, {rest}", first=part, rest=whole)
    return whole
