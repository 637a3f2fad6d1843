"""How far the cells of a workbook reach, looked at before it is laid out in memory.

calamine lays a sheet out whole, from its first to its last cell, and ends the program where memory
does not suffice: one cell at the far corner would do.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from app.errors import Reason, Refused
from app.exchange.limits import MOST_CELLS, check_rows

# A cell that holds something, in a sheet of XLSX (ECMA-376 part 1, 18.3.1.4).
_CELL = re.compile(rb'<(?:\w+:)?c\b[^>]*?\br="([A-Z]{1,3})(\d{1,7})"[^>]*(?<!/)>')
# A row of ODS with what it holds, and its cells that hold something (OpenDocument 1.3, 9.1).
_ODS_ROW = re.compile(rb"<table:table-row\b([^>]*)(?<!/)>(.*?)</table:table-row>", re.DOTALL)
_ODS_CELL = re.compile(rb"<table:(?:covered-)?table-cell\b([^>]*?)(/?)>")
_ODS_ROWS = re.compile(rb'table:number-rows-repeated="(\d{1,9})"')
_ODS_COLUMNS = re.compile(rb'table:number-columns-repeated="(\d{1,9})"')
_ODS_VALUE = re.compile(rb"office:(?:\w+-)?value")
# Records of XLSB ([MS-XLSB] 2.3.1): a row, then its cells, each beginning with its column.
_ROW_HEADER, _CELLS = 0, range(1, 12)


def check_extent(cells: Iterable[tuple[int, int]]) -> None:
    """Raises `Refused(LIST_TOO_LONG)` where the rectangle of these cells (row and column from 1) is
    larger than a list may be."""
    high = wide = 1
    for row, column in cells:
        high, wide = max(high, row), max(wide, column)
    check_rows(high)
    if high * wide > MOST_CELLS:
        raise Refused(Reason.LIST_TOO_LONG)


def cells_of_xlsx(xml: bytes) -> Iterator[tuple[int, int]]:
    """Row and column of each cell that holds something."""
    return ((int(row), column_number(column)) for column, row in set(_CELL.findall(xml)))


def cells_of_ods(xml: bytes) -> Iterator[tuple[int, int]]:
    """The last cell of each row that holds something, repeated ones counted."""
    row = 0
    for attributes, inside in _ODS_ROW.findall(xml):
        count = _ODS_ROWS.search(attributes)
        row += int(count[1]) if count else 1
        column = last = 0
        for cell, is_blank in _ODS_CELL.findall(inside):
            times = _ODS_COLUMNS.search(cell)
            column += int(times[1]) if times else 1
            if not is_blank or _ODS_VALUE.search(cell):
                last = column
        if last:
            yield row, last


def cells_of_xlsb(records: bytes) -> Iterator[tuple[int, int]]:
    """Row and column of each cell."""
    row = place = 0
    while place < len(records):
        kind, place = _varied(records, place, 2)
        size, place = _varied(records, place, 4)
        if kind == _ROW_HEADER:
            row = int.from_bytes(records[place : place + 4], "little")
        elif kind in _CELLS:
            yield row + 1, int.from_bytes(records[place : place + 4], "little") + 1
        place += size


def column_number(column: bytes) -> int:
    """A column from 1: A is 1, AA is 27."""
    number = 0
    for sign in column:
        number = number * 26 + sign - 64
    return number


def _varied(records: bytes, place: int, most: int) -> tuple[int, int]:
    """A number of up to `most` bytes, seven bits in each, and the place behind it."""
    number = 0
    for count, byte in enumerate(records[place : place + most]):
        number |= (byte & 0x7F) << (7 * count)
        place += 1
        if not byte & 0x80:
            break
    return number, place
