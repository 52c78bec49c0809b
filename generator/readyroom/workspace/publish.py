"""Publish a site in one step: build beside, check, swap; a failed build changes nothing."""

from __future__ import annotations

import ctypes
import errno
import os
import re
import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from html import unescape
from pathlib import Path
from urllib.parse import unquote

from readyroom.workspace.errors import UserError

MARKER = ".readyroom-site"
# In a tag only: the text of a page and the values of other attributes may say `href=` as well.
_REFERENCE = re.compile(
    rb"""<[a-z](?:[^"'<>]|"[^"]*"|'[^']*')*?\s(?:href|src)=["']?([^"'#?\s>]+)"""
)
_EXCHANGE = 2  # RENAME_EXCHANGE of renameat2(2)
_CWD = -100  # AT_FDCWD


def publish(site: Path, build: Callable[[Path], None]) -> None:
    """Let `build` write into a new folder beside `site`, check it, and put it in place.

    Readers see the old site or the new one, never half of one. Raises UserError where `site` holds
    something that Readyroom did not make or where the new site is not whole, and OSError where the
    disk does not play along; in both cases the old site is untouched.
    """
    site = site.absolute()
    refuse_foreign(site)
    site.parent.mkdir(parents=True, exist_ok=True)
    with _lock(site):
        _remove_leftovers(site)
        fresh = site.parent / f".{site.name}.new-{os.getpid()}"
        try:
            build(fresh)
            (fresh / MARKER).touch()
            _check(fresh)
            _swap(fresh, site)
        finally:
            shutil.rmtree(fresh, ignore_errors=True)


def refuse_foreign(site: Path) -> None:
    """Raise UserError unless the folder is new, empty, or a site that Readyroom built."""
    if site.is_symlink():
        raise UserError(
            f"The output folder {site} is a link.",
            "Name the folder itself, so that nothing else is emptied by accident.",
        )
    if not site.exists():
        return
    if not site.is_dir():
        raise UserError(f"The output folder {site} is a file.", "Choose another --site-dir.")
    if any(site.iterdir()) and not (site / MARKER).exists():
        raise UserError(
            f"{site} holds files that Readyroom did not make, so it was left alone.",
            "Choose another --site-dir, or empty that folder first.",
        )


@contextmanager
def _lock(site: Path) -> Iterator[None]:
    """Keep two builds of one site apart; the second waits for the first."""
    try:
        import fcntl
    except ImportError:  # no such thing on Windows
        yield
        return
    descriptor = os.open(site.parent, os.O_RDONLY)
    try:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            print(f"Another build is writing {site}; waiting for it.", file=sys.stderr)
            fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield
    finally:
        os.close(descriptor)


def _remove_leftovers(site: Path) -> None:
    """Folders that a killed build left beside the site."""
    for kind in ("new", "old"):
        for left in site.parent.glob(f".{site.name}.{kind}-*"):
            shutil.rmtree(left, ignore_errors=True)


def _check(fresh: Path) -> None:
    """Raise UserError unless the site has a home page and every local reference has a target."""
    if not (fresh / "index.html").is_file():
        raise UserError("The new site has no home page; the old site was kept.", "")
    missing: set[str] = set()
    known: dict[str, bool] = {}
    for page in sorted(fresh.rglob("*.html")):
        for found in set(_REFERENCE.findall(page.read_bytes())):
            target = unquote(unescape(found.decode("utf-8", "replace")))
            if ":" in target or target.startswith(("//", "/", "{")):
                continue
            path = os.path.normpath(page.parent / target)
            if path not in known:
                known[path] = os.path.exists(path)
            if not known[path]:
                missing.add(f"{page.relative_to(fresh)} -> {target}")
    if missing:
        shown = "; ".join(sorted(missing)[:3])
        raise UserError(
            f"The new site refers to {len(missing)} things that do not exist ({shown}); "
            "the old site was kept.",
            "Correct these links and build again.",
        )


def _swap(fresh: Path, site: Path) -> None:
    if not site.exists():
        fresh.rename(site)
        return
    if _exchange(fresh, site):
        return
    old = site.parent / f".{site.name}.old-{os.getpid()}"
    site.rename(old)
    try:
        fresh.rename(site)
    except OSError:
        old.rename(site)
        raise
    shutil.rmtree(old, ignore_errors=True)


def _exchange(one: Path, other: Path) -> bool:
    """Swap two folders in one step where the system can; False where it cannot."""
    if not sys.platform.startswith("linux"):
        return False
    try:
        rename = ctypes.CDLL(None, use_errno=True).renameat2
    except (AttributeError, OSError):
        return False
    if rename(_CWD, os.fsencode(one), _CWD, os.fsencode(other), _EXCHANGE) == 0:
        return True
    code = ctypes.get_errno()
    if code in (errno.EINVAL, errno.ENOSYS, errno.EPERM):
        return False
    raise OSError(code, os.strerror(code), str(other))
