"""The Jinja environment that generated pages come from. Brief text is a value, never a template."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from jinja2 import DictLoader, Environment, StrictUndefined
from markupsafe import Markup, escape

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
    return Markup(_CODE.sub(r"<code>\1</code>", str(escape(text))))  # noqa: S704


def say(translate: Callable[[str], str]) -> Callable[..., str]:
    """The `_()` of the templates: a translated sentence with its `{named}` holes filled."""

    def speak(template: str, **values: Any) -> str:
        return translate(template).format(**values)

    return speak
