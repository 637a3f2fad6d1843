"""A table of cells, from CSV or a workbook, to columns and rows; odd rows are told."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from app.exchange import heads
from app.exchange.cells import Cells
from app.exchange.heads import Merged, letter
from app.exchange.workbook import Sheet
from app.records.importing import SourceRow
from app.records.imports import Note, NoteCode

_SHOWN = 200  # signs of a row that a note repeats


@dataclass(frozen=True)
class Table:
    """Columns, rows that hold something, and what is said about them; `head` as in `Reading`."""

    head: tuple[int, int]
    columns: tuple[str, ...]
    rows: tuple[SourceRow, ...]
    notes: tuple[Note, ...]


@dataclass(frozen=True)
class Odd:
    """What a row, or a cell by row and column (from 0), has of its own to be told."""

    rows: Mapping[int, NoteCode] = field(default_factory=dict)
    cells: Mapping[tuple[int, int], NoteCode] = field(default_factory=dict)
    merged: Merged = ()
    ragged: bool = False


def table_of(
    rows: Sequence[Sequence[object]], head: tuple[int, int] | None, odd: Odd | None = None
) -> Table:
    """The table whose heads are found, or stand in the rows of `head`."""
    odd = odd or Odd()
    head = heads.find_head(rows, odd.merged) if head is None else _inside(head, len(rows))
    columns = heads.columns_of(rows, head, odd.merged)
    places = {column: place for place, column in enumerate(columns)}
    width = len(rows[head[1] - 1]) if head[1] else 0
    by_row: dict[int, list[tuple[int, NoteCode]]] = {}
    for (row, column), code in odd.cells.items():
        by_row.setdefault(row, []).append((column, code))
    found: list[SourceRow] = []
    notes: list[Note] = []
    for place in range(head[1], len(rows)):
        cells = rows[place]
        number = place + 1
        is_blank = not any(heads.text_of(cell).strip() for cell in cells)
        if is_blank and place not in by_row:
            continue
        found.append(SourceRow(number, Cells(places, cells)))
        if place in odd.rows:
            notes.append(Note(number, "", "", odd.rows[place], _joined(cells)))
        elif odd.ragged and width and len(cells) != width:
            notes.append(Note(number, "", "", NoteCode.RAGGED_ROW, _joined(cells[width:])))
        for column, code in sorted(by_row.get(place, ()), key=lambda each: each[0]):
            name = columns[column] if column < len(columns) else letter(column)
            notes.append(Note(number, "", "", code, f"{name} ({letter(column)}{number})"))
    return Table(head, columns, tuple(found), tuple(notes))


def table_of_sheet(sheet: Sheet, head: tuple[int, int] | None) -> Table:
    """The table of a sheet, with its hidden rows, errors and formulas told."""
    cells = dict.fromkeys(sheet.errors, NoteCode.CELL_ERROR)
    cells |= dict.fromkeys(sheet.empty_formulas, NoteCode.FORMULA_WITHOUT_VALUE)
    odd = Odd(dict.fromkeys(sheet.hidden, NoteCode.HIDDEN_ROW), cells, sheet.merged)
    return table_of(sheet.rows, head, odd)


def _inside(head: tuple[int, int], count: int) -> tuple[int, int]:
    """Heads as somebody chose them, within the rows there are."""
    first, last = (min(max(0, row), count) for row in head)
    return (first, max(first, last)) if first else (0, 0)


def _joined(cells: Sequence[object]) -> str:
    texts = (heads.text_of(cell).strip() for cell in cells)
    return "; ".join(text for text in texts if text)[:_SHOWN]
