"""The line that a finding is about, with its words underlined."""

from __future__ import annotations

from dataclasses import dataclass

from readyroom.model.report import Place
from readyroom.model.text import Source
from readyroom.reporters.terminal.visible import COMMAND, spelled, width

_TAB = 4
_MORE = "…"


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A source line as it is shown, and the columns to underline (from 0)."""

    line: int
    text: str
    indent: int
    carets: int


@dataclass(frozen=True, slots=True)
class _Cell:
    """One character of the line as it is shown, and the column it begins at."""

    shown: str
    column: int
    columns: int

    @property
    def end(self) -> int:
        return self.column + self.columns


def excerpt(source: Source, place: Place, columns: int) -> Excerpt:
    """The first line of a place; a line wider than `columns` is cut around the underlined words."""
    line = source.lines[place.start.line - 1]
    cells = _cells(line)
    first = place.start.column - 1
    last = place.end.column - 1 if place.end.line == place.start.line else len(line)
    low, high = _window(cells, first, last, columns)
    before, after = _MORE * (low > 0), _MORE * (high < len(cells))
    text = before + "".join(cell.shown for cell in cells[low:high]) + after
    offset = (cells[low].column if low < len(cells) else 0) - len(before)
    start = _column(cells, first)
    end = min(_column(cells, last), _column(cells, high))
    return Excerpt(place.start.line, text, start - offset, max(end - start, 1))


def _cells(line: str) -> list[_Cell]:
    commands = {match.start() + 1 for match in COMMAND.finditer(line)}
    cells: list[_Cell] = []
    column = 0
    for index, char in enumerate(line):
        if char == "\t":
            shown = " " * (_TAB - column % _TAB)
        else:
            shown = r"\x23" if index in commands else spelled(char)
        cells.append(_Cell(shown, column, width(shown)))
        column = cells[-1].end
    return cells


def _column(cells: list[_Cell], index: int) -> int:
    """The column at which the character with this index begins; the end of the line after it."""
    if index < len(cells):
        return cells[index].column
    return cells[-1].end if cells else 0


def _window(cells: list[_Cell], first: int, last: int, columns: int) -> tuple[int, int]:
    """The characters to show: all that fit, else a part that has the first underlined one in it."""
    if _column(cells, len(cells)) <= columns:
        return 0, len(cells)
    room = columns - 2 * len(_MORE)
    start, end = _column(cells, first), _column(cells, last)
    lead = max(room - (end - start), room // 3) // 2
    low = next((i for i, cell in enumerate(cells) if cell.column >= start - lead), len(cells))
    # Near the end of the line the window moves left, so that it is filled.
    while low > 0 and _column(cells, len(cells)) - cells[low - 1].column <= room:
        low -= 1
    high = low
    while high < len(cells) and cells[high].end - cells[low].column <= room:
        high += 1
    return low, high
