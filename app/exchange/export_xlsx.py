"""The directory as a workbook: proper types, the head frozen, a filter in every column."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING, BinaryIO

from app.exchange.own_table import Cell, Kind, cells_of, heads_for, is_risky, marked, width_of
from app.progress import Step, Steps
from app.records.exporting import ExportedProvider

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

WRITING = "writing_list"
SHEET = "Anbieter"
LONGEST = 32_767
"""The most signs of a cell (Excel's limit); what is longer is cut off, and told as a loss."""

_STEP = 500
_WIDTHS: Mapping[Kind, int] = {
    Kind.TEXT: 24,
    Kind.NUMBER: 9,
    Kind.DEGREES: 11,
    Kind.MONEY: 10,
    Kind.DAY: 12,
    Kind.YES_NO: 9,
}


def write_xlsx(providers: Sequence[ExportedProvider], out: BinaryIO, made: datetime) -> Steps[None]:
    """Every field of every provider. Texts stay texts, a post code its zero; one that looks like a
    formula bears Excel's own mark for text (quotePrefix), so that none is ever computed."""
    import xlsxwriter

    book = xlsxwriter.Workbook(out, {"constant_memory": True, "strings_to_urls": False})
    book.set_properties({"title": "Anbieterverzeichnis", "created": made.replace(tzinfo=None)})
    heads = heads_for(providers)
    sheet = book.add_worksheet(SHEET)
    sheet.freeze_panes(1, 2)
    sheet.autofilter(0, 0, len(providers), len(heads) - 1)
    bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1})
    formats = {
        Kind.TEXT: book.add_format({"num_format": "@"}),
        Kind.DAY: book.add_format({"num_format": "dd.mm.yyyy"}),
        Kind.MONEY: book.add_format({"num_format": "#,##0.00"}),
    }
    marked_text = book.add_format({"num_format": "@", "quote_prefix": True})
    for column, (head, kind) in enumerate(heads):
        sheet.set_column(column, column, max(_WIDTHS[kind], min(len(head), 24)))
        sheet.write_string(0, column, head, bold)
    try:
        yield from _rows(sheet, providers, heads, formats, marked_text)
    finally:
        _close(book)  # cancelled too: its rows lie in a file of their own until then
    yield Step(len(providers), len(providers), WRITING)


def _rows(
    sheet: Worksheet,
    providers: Sequence[ExportedProvider],
    heads: Sequence[tuple[str, Kind]],
    formats: Mapping[Kind, Format],
    marked_text: Format,
) -> Steps[None]:
    room = width_of(providers)
    for number, provider in enumerate(providers):
        if number % _STEP == 0:
            yield Step(number, len(providers), WRITING)
        for column, cell in enumerate(cells_of(provider, *room)):
            risky = isinstance(cell, str) and is_risky(cell)
            shape = marked_text if risky else formats.get(heads[column][1])
            _write(sheet, number + 1, column, cell, shape)


def _close(book: Workbook) -> None:
    from xlsxwriter.exceptions import FileCreateError

    try:
        book.close()
    except FileCreateError as error:  # a full disk, as the machine told it
        raise OSError(*error.args[0].args) from error


def _write(sheet: Worksheet, row: int, column: int, cell: Cell, shape: Format | None) -> None:
    if isinstance(cell, str):
        if cell:
            sheet.write_string(row, column, marked(cell)[:LONGEST], shape)
    elif isinstance(cell, date):
        sheet.write_datetime(row, column, cell, shape)
    elif cell is not None:
        sheet.write_number(row, column, cell, shape)
