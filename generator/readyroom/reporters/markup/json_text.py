"""JSON that survives every screen, locale and pipe."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from readyroom.reporters.terminal.visible import COMMAND


def document(value: Any) -> str:
    """A value over several lines. Characters beyond ASCII are escaped, and so is `##[`, which a
    build server would take for a command."""
    return _safe(json.dumps(value, indent=2)) + "\n"


def lines(values: Iterable[Any]) -> str:
    """One value a line."""
    return "".join(_safe(json.dumps(value)) + "\n" for value in values)


def _safe(text: str) -> str:
    return COMMAND.sub(r"#\\u0023", text)
