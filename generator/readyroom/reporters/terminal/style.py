"""Colours for a screen that shows them."""

from __future__ import annotations

from readyroom.model.status import Level, Severity

_CODES = {"bold": 1, "dim": 2, "red": 31, "green": 32, "yellow": 33, "blue": 34, "cyan": 36}
SEVERITY_COLOR = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.INFO: "blue"}


def paint(text: str, *styles: str, color: bool) -> str:
    """The text in these styles, or as it is where colour is off."""
    if not color or not text:
        return text
    return f"\x1b[{';'.join(str(_CODES[style]) for style in styles)}m{text}\x1b[0m"


def level_color(level: Level) -> str:
    """Red for what should not be run yet, green from ready on."""
    if level >= Level.READY:
        return "green"
    return "yellow" if level >= Level.PLANNED else "red"
