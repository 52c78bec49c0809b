"""Text from briefs made safe to print: nothing in it moves the cursor, turns the direction of
reading or speaks to a build server."""

from __future__ import annotations

import re
from unicodedata import category, east_asian_width

# Build servers take `##[command]` anywhere in a line, and `::command` at its start.
COMMAND = re.compile(r"##(?=[A-Za-z]*\[)")
_AT_START = re.compile(r"^(\s*)::")
_UNSAFE = re.compile(
    "[\x00-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff"
    "\ud800-\udfff\ufff9-\ufffb\U000e0000-\U000e0fff]"
)
_BREAKS = re.compile(r"[\t\n\r ]*[\t\n\r][\t\n\r ]*")


def sentence(text: str) -> str:
    """One line of text: line breaks as blanks, everything unsafe spelled out."""
    return _safe(_BREAKS.sub(" ", text).strip())


def line(text: str) -> str:
    """One line as it stands, with its blanks; everything unsafe but tabs is spelled out."""
    return "\t".join(map(_safe, text.split("\t")))


def path(name: str) -> str:
    """A file name that stays on its line: a line break is shown as `\\n`."""
    return _safe(name.replace("\n", r"\n").replace("\r", r"\r").replace("\t", r"\t"))


def shortened(text: str, length: int) -> str:
    """The beginning of a text that is too long, with a sign that there is more."""
    return text if len(text) <= length else f"{text[: length - 1].rstrip()}…"


def spelled(char: str) -> str:
    """A character, or its name where it must not be printed: `\\x1b`, `<U+202E>`."""
    if not _UNSAFE.match(char):
        return char
    code = ord(char)
    if 0xDC80 <= code <= 0xDCFF:  # a byte of a file name that is not UTF-8
        return f"\\x{code - 0xDC00:02x}"
    return f"\\x{code:02x}" if code < 0xA0 else f"<U+{code:04X}>"


def _safe(text: str) -> str:
    shown = COMMAND.sub(r"#\\x23", _UNSAFE.sub(lambda match: spelled(match[0]), text))
    return _AT_START.sub(r"\1\\x3a:", shown)


def width(text: str) -> int:
    """How many columns of a screen the text takes."""
    return sum(map(_columns, text))


def _columns(char: str) -> int:
    if category(char) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if east_asian_width(char) in "WF" else 1
