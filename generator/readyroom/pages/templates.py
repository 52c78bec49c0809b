"""The Jinja environment that generated pages come from. Brief text is a value, never a template."""

from __future__ import annotations

import re
from collections.abc import Mapping

from jinja2 import DictLoader, Environment, StrictUndefined
from markupsafe import Markup, escape

from readyroom.model.message import Message, Translate

_CODE = re.compile(r"`([^`\n]+)`")


def environment(templates: Mapping[str, str]) -> Environment:
    """An environment over template texts: everything that is filled in is escaped, and a name
    that does not exist is an error."""
    made = Environment(
        loader=DictLoader(dict(templates)),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters["code"] = code
    return made


def code(text: object) -> Markup:
    """Escaped text in which `back-ticked` words are set as code."""
    return Markup(_CODE.sub(r"<code>\1</code>", str(escape(text))))


class Voice:
    """What a page says, in one language; templates know it as `_`."""

    def __init__(self, translate: Translate) -> None:
        self.translate = translate

    def __call__(self, template: str, **values: object) -> str:
        """A translated sentence with its `{named}` holes filled."""
        return self.translate(template).format(**values)

    def text(self, message: Message) -> str:
        """A message in this language."""
        return message.render(self.translate)
