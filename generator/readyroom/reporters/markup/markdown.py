"""Text from briefs inside Markdown: it is read, and it does nothing."""

from __future__ import annotations

import re

from readyroom.reporters.terminal.visible import sentence

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>()#+!|~&$^=:-])")
# Names, numbers and addresses that a host would turn into mentions, references and links.
_ALIVE = re.compile(r"(?<=[@#])(?=\w)|(?<=[A-Za-z])(?=://)|(?<=www)(?=\.)", re.IGNORECASE)
_CODE = re.compile(r"(`[^`\n]+`)")
_ADDRESS = re.compile(r"https?://[^\s()<>\\\x00-\x20]+")
_INVISIBLE = "\u200b"


def plain(text: str) -> str:
    """One line that shows exactly this text."""
    return _inert(sentence(text))


def prose(text: str) -> str:
    """A sentence of ours: like `plain`, with its `code` kept as code."""
    parts = _CODE.split(sentence(text))
    return "".join(
        code(part[1:-1]) if index % 2 else _inert(part) for index, part in enumerate(parts)
    )


def _inert(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", _ALIVE.sub(_INVISIBLE, text))


def linked(shown: str, address: str) -> str:
    """Markdown that leads to an address, or just the Markdown where that is no web address."""
    return f"[{shown}]({address})" if _ADDRESS.fullmatch(address) else shown


def code(text: str) -> str:
    """Text set as code, backticks in it included."""
    shown = sentence(text)
    fence = "`" * (max(map(len, re.findall("`+", shown)), default=0) + 1)
    pad = " " if shown.startswith("`") or shown.endswith("`") else ""
    return f"{fence}{pad}{shown}{pad}{fence}".replace("|", "\\|")
