"""Opening a list: which kind of file it is, how it is read, its columns and rows."""

from __future__ import annotations

from dataclasses import replace
from pathlib import PurePath

from app.errors import Reason, Refused
from app.exchange import decoding, heads, json_list
from app.exchange.cells import Cells
from app.exchange.csv_list import DELIMITERS, READING, find_delimiter, read_csv
from app.exchange.limits import LARGEST, check_size
from app.progress import Step, Steps
from app.records.importing import Reading, Source, SourceKind, SourceRow
from app.records.imports import Note, NoteCode

__all__ = ["LARGEST", "open_source"]


def open_source(data: bytes, name: str, reading: Reading | None = None) -> Steps[Source]:
    """Find out what a file is, by its content first and its name second, and read it.

    With a `reading` it is read that way; what is blank there is found. Raises `Refused`:
    LIST_TOO_LARGE, LIST_TOO_LONG, LIST_EMPTY, WRONG_KIND_OF_FILE, ENCODING_BROKEN,
    WORKBOOK_BROKEN, WORKBOOK_LOCKED, NOT_A_LIST.
    """
    yield Step(0, 0, READING)
    check_size(len(data))
    if not data.strip(b"\0\t\n\r \xef\xbb\xbf"):
        raise Refused(Reason.LIST_EMPTY)
    kind = reading.kind if reading is not None else _kind(data)
    stem = PurePath(name).stem or name
    if kind is SourceKind.JSON:
        return (yield from _json(data, stem, reading))
    return (yield from _csv(data, stem, reading))


def _kind(data: bytes) -> SourceKind:
    head = data[:200].lstrip(b"\xef\xbb\xbf\xff\xfe\0 \t\r\n")
    if head[:1] in (b"{", b"["):
        return SourceKind.JSON
    return SourceKind.CSV


def _json(data: bytes, name: str, reading: Reading | None) -> Steps[Source]:
    document, encoding = json_list.parsed(data, reading.encoding if reading else "")
    paths = json_list.lists_in(document)
    wanted = reading.records if reading is not None else (paths[0] if paths else "")
    listed = json_list.rows_at(document, wanted)
    rows: list[SourceRow] = []
    notes: list[Note] = []
    columns: dict[str, None] = {}
    for number, record in enumerate(listed, start=1):
        if number % 2_000 == 0:
            yield Step(number, len(listed), READING)
        if not isinstance(record, dict):
            notes.append(Note(number, "", "", NoteCode.NOT_A_RECORD, str(record)[:200]))
            continue
        values = json_list.flat(record)
        columns |= dict.fromkeys(values)
        rows.append(SourceRow(number, values))
    return Source(
        file=name,
        reading=Reading(SourceKind.JSON, encoding, head=(0, 0), records=wanted),
        columns=tuple(columns),
        rows=tuple(rows),
        notes=tuple(notes),
        encodings=decoding.ENCODINGS,
        paths=paths,
    )


def _csv(data: bytes, name: str, reading: Reading | None) -> Steps[Source]:
    text, encoding = decoding.decoded(data, reading.encoding if reading else "")
    delimiter = (reading.delimiter if reading else "") or find_delimiter(text)
    table, spoilt = yield from read_csv(text, delimiter)
    head = heads.find_head(table) if reading is None else reading.head
    columns = heads.columns_of(table, head)
    places = {column: place for place, column in enumerate(columns)}
    rows: list[SourceRow] = []
    notes: list[Note] = []
    width = len(table[head[1] - 1]) if head[1] else 0
    for place, cells in enumerate(table[head[1] :], start=head[1]):
        if not any(cell.strip() for cell in cells):
            continue
        number = place + 1
        rows.append(SourceRow(number, Cells(places, cells)))
        if place in spoilt:
            notes.append(Note(number, "", "", NoteCode.OPEN_QUOTE, delimiter.join(cells)[:200]))
        elif width and len(cells) != width:
            extra = delimiter.join(cells[width:])[:200]
            notes.append(Note(number, "", "", NoteCode.RAGGED_ROW, extra))
    found = Reading(SourceKind.CSV, encoding, delimiter, head=head)
    source = Source(
        file=name,
        reading=found,
        columns=columns,
        rows=tuple(rows),
        notes=tuple(notes),
        encodings=decoding.ENCODINGS,
        delimiters=DELIMITERS,
    )
    return replace(source)
