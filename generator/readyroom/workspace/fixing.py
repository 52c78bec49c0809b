"""Apply fixes to files: in rounds, since one can make room for the next, and byte for byte."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from readyroom.linting.fixing import correct, wanted
from readyroom.model.text import Source
from readyroom.workspace.check import Checked

# Fixes that call for each other would go on forever.
_MOST_ROUNDS = 10
_BOM = b"\xef\xbb\xbf"


@dataclass(frozen=True, slots=True)
class Change:
    """What fixes made of one file: its path relative to the project, and how many were applied."""

    path: str
    before: Source
    after: Source
    fixes: int


@dataclass(frozen=True, slots=True)
class Fixed:
    """The changes, sorted by path, and what a check of the changed texts says."""

    changes: tuple[Change, ...]
    checked: Checked


def fix(check: Callable[[Mapping[Path, bytes]], Checked], *, unsafe: bool = False) -> Fixed:
    """Work out every fix without writing anything.

    `check` runs the linter with some files' content replaced. With `unsafe`, suggestions are
    applied as well.
    """
    checked = check({})
    changes: dict[str, Change] = {}
    for _ in range(_MOST_ROUNDS):
        fresh = {change.path: change for change in _round(checked, changes, unsafe=unsafe)}
        if not fresh:
            break
        changes |= fresh
        root = checked.project.root
        checked = check({root / path: encode(one.after) for path, one in changes.items()})
    return Fixed(tuple(changes[path] for path in sorted(changes)), checked)


def _round(checked: Checked, before: Mapping[str, Change], *, unsafe: bool) -> Iterator[Change]:
    findings = (one for one in checked.report.diagnostics if wanted(one, unsafe=unsafe))
    for path, group in groupby(findings, key=lambda one: one.place.path):
        source = checked.sources[path]
        text, count = correct(source, [one.fix for one in group if one.fix])
        if count:
            earlier = before.get(path)
            yield Change(
                path,
                earlier.before if earlier else source,
                Source(path, text, source.bom),
                count + (earlier.fixes if earlier else 0),
            )


def encode(source: Source) -> bytes:
    """The bytes of a file."""
    return _BOM * source.bom + source.text.encode("utf-8")


def write(root: Path, change: Change) -> bool:
    """Replace a file in one step; False, and nothing is touched, where it is no longer what was
    checked. Raises OSError where the disk does not play along."""
    import shutil
    import tempfile

    file = (root / change.path).resolve()
    if file.read_bytes() != encode(change.before):
        return False
    handle, name = tempfile.mkstemp(prefix=f".{file.name[:40]}.", dir=file.parent)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(encode(change.after))
        shutil.copymode(file, name)
        os.replace(name, file)
    except BaseException:
        os.unlink(name)
        raise
    return True
