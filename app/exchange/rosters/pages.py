"""The tables of a file: a CSV text, a pasted one, or every sheet of a workbook."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePath

from app.exchange.csv_list import DELIMITERS, find_delimiter, read_csv
from app.exchange.heads import Merged, letter, text_of
from app.exchange.workbook import read_workbook
from app.progress import Steps
from app.records.roster_imports import Place

MOST_SHEETS = 60
"""Sheets of a workbook that are read: a year of months, or of weeks."""

MOST_COLUMNS = 1_000
"""Columns that are read: more than two for each day of a year."""

Row = Sequence[object]
_SHORT = 1_000_000  # signs of a text that is tried with several delimiters


@dataclass(frozen=True)
class Page:
    """One table; `sheet` is "" where the file has but one, `titles` what it is named after."""

    rows: tuple[Row, ...]
    sheet: str
    titles: tuple[str, ...]

    def place(self, row: int, column: int | None = None) -> Place:
        """Where a cell stands, both counted from 0."""
        return Place(row + 1, "" if column is None else letter(column), self.sheet)


def delimiters_of(text: str) -> tuple[str, ...]:
    """What may part the cells of a text, the likely one first; of a long text that one alone."""
    likely = find_delimiter(text)
    others = (each for each in DELIMITERS if each != likely and each in text)
    return (likely, *others) if len(text) <= _SHORT else (likely,)


def page_of_text(text: str, name: str, delimiter: str) -> Steps[Page]:
    """A table of text. Raises `Refused(LIST_TOO_LONG)`."""
    rows, _ = yield from read_csv(text, delimiter)
    return Page(tuple(row[:MOST_COLUMNS] for row in rows), "", (PurePath(name).stem,))


def pages_of_workbook(data: bytes, name: str) -> Steps[tuple[Page, ...]]:
    """The sheets of a workbook in their order. Raises `Refused` as `read_workbook` does."""
    stem = PurePath(name).stem
    first = yield from read_workbook(data)
    sheets = []
    for other in first.names[:MOST_SHEETS]:
        sheet = first if other == first.name else (yield from read_workbook(data, other))
        sheets.append(sheet)
    return tuple(
        Page(
            _spread(sheet.rows, sheet.merged),
            sheet.name if len(first.names) > 1 else "",
            (sheet.name, stem),
        )
        for sheet in sheets
    )


def cell_text(row: Row, column: int) -> str:
    """What stands in a cell, "" behind the end of a row; lines kept."""
    if not 0 <= column < len(row):
        return ""
    lines = (" ".join(line.split()) for line in text_of(row[column]).splitlines())
    return "\n".join(line for line in lines if line)


def is_blank(row: Row) -> bool:
    return not any(text_of(cell).strip() for cell in row)


def texts(row: Row) -> list[str]:
    """Everything that stands in a row, blanks left out."""
    found = (cell_text(row, column) for column in range(len(row)))
    return [text for text in found if text]


def _spread(rows: Sequence[Row], merged: Merged) -> tuple[Row, ...]:
    """The rows with what is merged across columns in each of them."""
    spread = [list(row[:MOST_COLUMNS]) for row in rows]
    for top, left, _, right in merged:
        if top < len(spread) and left < len(spread[top]):
            row = spread[top]
            end = min(right + 1, len(row))
            row[left:end] = [row[left]] * (end - left)
    return tuple(map(tuple, spread))
