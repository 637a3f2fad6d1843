"""Opening a list: which kind of file it is, how it is read, its columns and rows."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import PurePath

from app.errors import Reason, Refused
from app.exchange import decoding, json_list
from app.exchange.csv_list import DELIMITERS, READING, find_delimiter, read_csv
from app.exchange.geojson import is_geojson, read_features
from app.exchange.hsds import is_hsds, read_hsds
from app.exchange.limits import LARGEST, check_size
from app.exchange.own_rows import is_own, read_own
from app.exchange.providers import read_rows_as_providers
from app.exchange.tables import Odd, Table, table_of, table_of_sheet
from app.exchange.vcards import is_vcard, read_cards
from app.exchange.workbook import OLE, ZIP, is_workbook, read_workbook
from app.progress import Step, Steps
from app.records.importing import FIND_HEAD, Reading, Source, SourceKind, SourceRow
from app.records.imports import Note, NoteCode

__all__ = ["LARGEST", "joined_cards", "kind_of_file", "open_source"]

_LOOKED_AT = 4096
_STEP = 2_000
# Files that are no list whatever their name says: PDF, pictures, archives, programs, other ZIPs.
_NO_LISTS = (
    *(b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"RIFF", b"\x1f\x8b", b"7z\xbc\xaf", b"Rar!"),
    *(b"MZ\x90", b"\x7fELF", b"SQLite format 3", b"{\\rtf", ZIP, OLE),
)


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
    kind = reading.kind if reading is not None else kind_of_file(data)
    stem = PurePath(name).stem or name
    if kind in (SourceKind.JSON, SourceKind.GEOJSON, SourceKind.HSDS):
        return (yield from _json(data, stem, reading))
    if kind is SourceKind.VCARD:
        return (yield from _vcard(data, stem, reading))
    if kind is SourceKind.WORKBOOK:
        return (yield from _workbook(data, stem, reading))
    return (yield from _csv(data, stem, reading))


def joined_cards(files: Iterable[bytes]) -> bytes:
    """The vCards of a folder as one file in UTF-8, each read in its own encoding. Raises `Refused`:
    LIST_TOO_LARGE, WRONG_KIND_OF_FILE for a file that is no text."""
    whole = bytearray()
    for data in files:
        check_size(len(whole) + len(data))
        if data.strip():
            whole += decoding.decoded(data)[0].encode("utf-8", "replace") + b"\n"
    return bytes(whole)


def kind_of_file(data: bytes) -> SourceKind:
    """What kind of file the bytes are; text that is nothing else is a table. Raises
    `Refused(WRONG_KIND_OF_FILE)`."""
    if is_workbook(data):
        return SourceKind.WORKBOOK
    if data.startswith(_NO_LISTS):
        raise Refused(Reason.WRONG_KIND_OF_FILE)
    head = data[:_LOOKED_AT].lstrip(b"\xef\xbb\xbf\xff\xfe\0 \t\r\n").replace(b"\0", b"")
    if head[:1] in (b"{", b"["):
        return SourceKind.JSON
    if is_vcard(head):
        return SourceKind.VCARD
    return SourceKind.CSV


def _json(data: bytes, name: str, reading: Reading | None) -> Steps[Source]:
    document, encoding = json_list.parsed(data, reading.encoding if reading else "")
    kind = reading.kind if reading is not None else _kind_of(document)
    if kind is SourceKind.GEOJSON and is_geojson(document):
        rows, notes = yield from read_features(document)
        return (yield from _fixed(name, Reading(kind, encoding, head=(0, 0)), rows, notes))
    if kind is SourceKind.HSDS and is_hsds(document):
        rows, notes = yield from read_hsds(document)
        return (yield from _fixed(name, Reading(kind, encoding, head=(0, 0)), rows, notes))
    paths = json_list.lists_in(document)
    wanted = reading.records if reading is not None else (paths[0] if paths else "")
    table = yield from _json_table(json_list.rows_at(document, wanted))
    return Source(
        file=name,
        reading=Reading(SourceKind.JSON, encoding, head=(0, 0), records=wanted),
        columns=table.columns,
        rows=table.rows,
        notes=table.notes,
        encodings=decoding.ENCODINGS,
        paths=paths,
    )


def _kind_of(document: object) -> SourceKind:
    if is_geojson(document):
        return SourceKind.GEOJSON
    return SourceKind.HSDS if is_hsds(document) else SourceKind.JSON


def _json_table(listed: list[object]) -> Steps[Table]:
    rows: list[SourceRow] = []
    notes: list[Note] = []
    columns: dict[str, None] = {}
    for number, record in enumerate(listed, start=1):
        if number % _STEP == 0:
            yield Step(number, len(listed), READING)
        if not isinstance(record, dict):
            notes.append(Note(number, "", "", NoteCode.NOT_A_RECORD, str(record)[:200]))
            continue
        values = json_list.flat(record)
        columns |= dict.fromkeys(values)
        rows.append(SourceRow(number, values))
    return Table((0, 0), tuple(columns), tuple(rows), tuple(notes))


def _vcard(data: bytes, name: str, reading: Reading | None) -> Steps[Source]:
    text, encoding = decoding.decoded(data, reading.encoding if reading else "")
    rows, notes = yield from read_cards(text)
    found = Reading(SourceKind.VCARD, encoding, head=(0, 0))
    return (yield from _fixed(name, found, rows, notes))


def _fixed(
    name: str, reading: Reading, rows: tuple[SourceRow, ...], notes: tuple[Note, ...]
) -> Steps[Source]:
    """A list that says itself what its values mean: its records are read with it."""
    if not rows and not notes:
        raise Refused(Reason.LIST_EMPTY)
    source = Source(name, reading, rows=rows, notes=notes, encodings=decoding.ENCODINGS)
    return replace(source, records=(yield from read_rows_as_providers(source)))


def _csv(data: bytes, name: str, reading: Reading | None) -> Steps[Source]:
    text, encoding = decoding.decoded(data, reading.encoding if reading else "")
    delimiter = (reading.delimiter if reading else "") or find_delimiter(text)
    rows, spoilt = yield from read_csv(text, delimiter)
    odd = Odd(dict.fromkeys(spoilt, NoteCode.OPEN_QUOTE), ragged=True)
    table = table_of(rows, _head(reading), odd)
    source = Source(
        file=name,
        reading=Reading(SourceKind.CSV, encoding, delimiter, head=table.head),
        columns=table.columns,
        rows=table.rows,
        notes=table.notes,
        encodings=decoding.ENCODINGS,
        delimiters=DELIMITERS,
    )
    return (yield from _known_again(source))


def _workbook(data: bytes, name: str, reading: Reading | None) -> Steps[Source]:
    sheet = yield from read_workbook(data, reading.sheet if reading else "")
    table = table_of_sheet(sheet, _head(reading))
    source = Source(
        file=name,
        reading=Reading(SourceKind.WORKBOOK, sheet=sheet.name, head=table.head),
        columns=table.columns,
        rows=table.rows,
        notes=table.notes,
        sheets=sheet.names,
    )
    return (yield from _known_again(source))


def _head(reading: Reading | None) -> tuple[int, int] | None:
    """Where the heads stand as told, None where they are to be found."""
    return None if reading is None or reading.head == FIND_HEAD else reading.head


def _known_again(source: Source) -> Steps[Source]:
    """A table that this program wrote needs no mapping."""
    if not is_own(source.columns):
        return source
    rows, notes = read_own(source.columns, source.rows)
    source = replace(source, columns=(), rows=rows, notes=(*source.notes, *notes))
    return replace(source, records=(yield from read_rows_as_providers(source)))
