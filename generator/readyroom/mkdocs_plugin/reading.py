"""Ordinary pages are read with the same caution as briefs: one bad file must not end a build."""

from __future__ import annotations

from pathlib import Path

from readyroom.model.text import Source
from readyroom.parsing.front_matter import read_front_matter
from readyroom.parsing.limits import check_text

_LEFT_OUT = "# {name}\n\nThis page could not be read, so it is left out for now.\n"


def guarded_text(file: Path, uri: str) -> tuple[str | None, str]:
    """What MkDocs should read in place of a file, and why; (None, "") where the file is harmless.

    MkDocs loads front matter with a parser that a few kilobytes of brackets can crash, and its
    Markdown parser needs minutes for some short texts.
    """
    try:
        source = Source(uri, file.read_bytes().decode("utf-8-sig"))
    except (OSError, UnicodeDecodeError):
        return _LEFT_OUT.format(name=file.stem), "it is not readable as UTF-8 text"
    if check_text(source).fatal:
        return _LEFT_OUT.format(name=file.stem), "it is too tangled to be parsed"
    front, first_line = read_front_matter(source)
    if not front.problems:
        return None, ""
    body = "\n" + "\n".join(source.lines[first_line - 1 :])
    title = front.text("title")
    if title and not any(line.startswith("# ") for line in source.lines[first_line - 1 :]):
        body = f"\n# {title}\n{body}"
    return body, f"its front matter was skipped: {front.problems[0].message}"
