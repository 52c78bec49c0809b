"""The front matter: the keys between the first two `---` lines, read whatever stands there."""

from __future__ import annotations

from readyroom.model.brief import FrontMatter, Problem
from readyroom.model.message import msg
from readyroom.model.text import Source, Span
from readyroom.parsing.front_matter.block import Block, find_block, line_at
from readyroom.parsing.front_matter.entries import read_entries

MAX_BYTES = 65_536


def read_front_matter(source: Source) -> tuple[FrontMatter, int]:
    """The front matter of a file and the line (from 1) on which the body begins.

    That line is one past the last one where nothing follows. Never raises: what cannot be read is
    a problem with its place, and every key that could be read is in `entries`.
    """
    text = source.text
    block = find_block(text)
    if block is None:
        return FrontMatter(False, Span(0, 0)), 1
    entries, problems = read_entries(text, block.start, block.end)
    found = (*block.problems, *_size_problem(text, block), *problems)
    front = FrontMatter(True, Span(block.start, block.end), entries, found)
    return front, line_at(text, block.body)


def _size_problem(text: str, block: Block) -> tuple[Problem, ...]:
    if (block.end - block.start) * 4 <= MAX_BYTES:
        return ()
    if len(text[block.start : block.end].encode("utf-8", "surrogatepass")) <= MAX_BYTES:
        return ()
    return (
        Problem(
            Span(block.start, block.start + 1),
            msg("The front matter is over {limit} KB.", limit=MAX_BYTES // 1024),
            msg("Keep the keys short and move long text below the second line with `---`."),
        ),
    )
