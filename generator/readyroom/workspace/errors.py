"""The one exception that is meant for the person at the keyboard."""

from __future__ import annotations


class UserError(Exception):
    """Something about the call or the settings that its author can put right.

    `message` is one line that says what is wrong and where, `hint` one line that says what to do.
    The commands print both and end with exit code 2.
    """

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
