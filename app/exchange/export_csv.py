"""The directory as CSV: semicolons, UTF-8 with a mark, German heads, as Excel opens it."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from datetime import date
from typing import BinaryIO

from app.exchange.own_table import Cell, cells_of, escaped, heads_for, width_of
from app.progress import Step, Steps
from app.records.exporting import ExportedProvider

WRITING = "writing_list"
_STEP = 500


def write_csv(providers: Sequence[ExportedProvider], out: BinaryIO) -> Steps[None]:
    """Every field of every provider; cells that a spreadsheet would take for a formula are
    escaped by an apostrophe. Days DD.MM.YYYY, decimals with a comma."""
    text = io.StringIO(newline="")
    rows = csv.writer(text, delimiter=";", lineterminator="\r\n")
    rows.writerow(head for head, _ in heads_for(providers))
    room = width_of(providers)
    out.write(b"\xef\xbb\xbf")
    for number, provider in enumerate(providers):
        if number % _STEP == 0:
            yield Step(number, len(providers), WRITING)
            _flush(text, out)
        rows.writerow(escaped(_text(cell)) for cell in cells_of(provider, *room))
    _flush(text, out)
    yield Step(len(providers), len(providers), WRITING)


def _flush(text: io.StringIO, out: BinaryIO) -> None:
    out.write(text.getvalue().encode())
    text.seek(0)
    text.truncate()


def _text(cell: Cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, date):
        return f"{cell:%d.%m.%Y}"
    return repr(cell).replace(".", ",") if isinstance(cell, float) else str(cell)
