"""Read Markdown files; whatever cannot be read becomes a value, never an exception or a wait."""

from __future__ import annotations

import os
import stat
from dataclasses import dataclass
from pathlib import Path

from readyroom.model.message import Message, msg
from readyroom.model.text import Source

MAX_BYTES = 256 * 1024
# Opening a FIFO waits for a writer unless it is opened without blocking.
_OPEN = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
_BOM = b"\xef\xbb\xbf"
_UTF16 = (b"\xff\xfe", b"\xfe\xff")


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A file that could not be read: where, why, and what to do about it.

    `incomplete` is set where the machine and not the file is to blame (permissions, disk): then
    something that should have been checked was not.
    """

    path: str
    message: Message
    help: Message
    line: int = 1
    column: int = 1
    incomplete: bool = False


def read_source(root: Path, path: str) -> Source | Unreadable:
    """The text of a file (`path` relative to `root`, with `/`), or why it cannot be read."""
    try:
        data = _read_bytes(root / path)
    except OSError as error:
        return failed(path, error)
    return irregular(path) if data is None else decode(path, data)


def _read_bytes(file: Path) -> bytes | None:
    """At most one byte more than the limit; None for what is no regular file."""
    handle = os.open(file, _OPEN)
    with os.fdopen(handle, "rb") as stream:
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            return None
        return stream.read(MAX_BYTES + 1)


def decode(path: str, data: bytes) -> Source | Unreadable:
    """The text of these bytes. A byte order mark is accepted."""
    if len(data) > MAX_BYTES:
        return Unreadable(
            path,
            msg("This file is over {limit} KB, so it was not read.", limit=MAX_BYTES // 1024),
            msg("A brief is a few pages of text: move data and pictures into files of their own."),
        )
    if data.startswith(_UTF16):
        return Unreadable(
            path,
            msg("This file is saved as UTF-16, so it cannot be read."),
            msg('Save it as UTF-8 (in most editors: "Save with encoding").'),
        )
    bom = data.startswith(_BOM)
    body = data.removeprefix(_BOM)
    try:
        text = body.decode("utf-8")
    except UnicodeDecodeError as error:
        return _not_utf8(path, body, error.start)
    if (at := text.find("\0")) >= 0:
        place = Source(path, text).position(at)
        return Unreadable(
            path,
            msg("There is a NUL character here, so this is not a plain text file."),
            msg("Delete the character, or save the file again as UTF-8 text."),
            place.line,
            place.column,
        )
    return Source(path, text, bom)


def _not_utf8(path: str, data: bytes, at: int) -> Unreadable:
    if b"\0" in data:
        return Unreadable(
            path,
            msg("This is not a text file, although its name ends in .md."),
            msg("Give it the ending that fits what it holds, or replace it with the brief."),
        )
    before = Source(path, data[:at].decode("utf-8"))
    place = before.position(len(before.text))
    return Unreadable(
        path,
        msg("The file is not UTF-8: the byte {byte} here cannot be read.", byte=f"{data[at]:02X}"),
        msg('Save it as UTF-8 (in most editors: "Save with encoding").'),
        place.line,
        place.column,
    )


def irregular(path: str) -> Unreadable:
    """A folder, pipe or device under a name that ends in .md."""
    return Unreadable(
        path,
        msg("This is not a regular file, although its name ends in .md."),
        msg("Rename or remove it; a brief is a plain text file."),
    )


def failed(path: str, error: OSError) -> Unreadable:
    """What the operating system refused."""
    return Unreadable(
        path,
        msg("This could not be read: {reason}.", reason=error.strerror or str(error)),
        msg("Check that it exists and that you may read it, then run the check again."),
        incomplete=True,
    )
