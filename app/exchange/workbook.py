"""A workbook (XLSX, XLS, XLSB, ODS): bytes in, the cells of one sheet out."""

from __future__ import annotations

import html
import io
import posixpath
import re
import zipfile
import zlib
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

from app.errors import Reason, Refused
from app.exchange.extent import cells_of_xlsx, check_extent, column_number
from app.exchange.heads import Merged
from app.exchange.limits import MOST_CELLS, check_rows
from app.exchange.workbook_parts import check_part, unpacked
from app.progress import Step, Steps

if TYPE_CHECKING:
    from python_calamine import CalamineSheet, CalamineWorkbook

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ZIP = b"PK\x03\x04"
READING = "reading_list"
_LOCKED = "EncryptedPackage".encode("utf-16-le")
_WORKBOOK_STREAMS = (_LOCKED, "Workbook".encode("utf-16-le"), "Book".encode("utf-16-le"))
_FORMULA = re.compile(rb"<(?:\w+:)?f[ />]")
_STEP = 2_000

_SHEET = re.compile(rb"<(?:\w+:)?sheet\b[^>]*>")
_RELATION = re.compile(rb"<(?:\w+:)?Relationship\b[^>]*>")
_ODD_CELL = re.compile(
    rb'<(?:\w+:)?c\b([^>]*?\br="([A-Z]{1,3})(\d{1,7})"[^>]*)(?<!/)>(.*?)</(?:\w+:)?c>', re.DOTALL
)
_ROW = re.compile(rb"<(?:\w+:)?row\b[^>]*>")
_VALUE = re.compile(rb"<(?:\w+:)?v>[^<]|<(?:\w+:)?is>")


@dataclass(frozen=True)
class Sheet:
    """One sheet: its rows from the first of the sheet on, merged cells, and by place (counted from
    0) what is odd: hidden rows, cells that hold an error, formulas without a value. What is odd is
    known for XLSX alone; merged cells for XLSX and XLS."""

    name: str
    names: tuple[str, ...]
    rows: tuple[tuple[object, ...], ...]
    merged: Merged = ()
    hidden: frozenset[int] = frozenset()
    errors: frozenset[tuple[int, int]] = frozenset()
    empty_formulas: frozenset[tuple[int, int]] = frozenset()


@dataclass
class _Oddities:
    hidden: set[int]
    errors: set[tuple[int, int]]
    empty_formulas: set[tuple[int, int]]


def is_workbook(data: bytes) -> bool:
    """Whether the bytes are a workbook rather than some other container (a Word file, a ZIP)."""
    if data.startswith(OLE):
        return any(name in data for name in _WORKBOOK_STREAMS)
    if not data.startswith(ZIP):
        return False
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as parts:
            names = set(parts.namelist())
            if "mimetype" in names and parts.getinfo("mimetype").file_size < 200:
                return b"opendocument.spreadsheet" in parts.read("mimetype")
    except (zipfile.BadZipFile, OSError, ValueError, zlib.error, NotImplementedError, RuntimeError):
        return True  # spoilt: told as a broken workbook
    return any(name.startswith("xl/") for name in names)


def read_workbook(data: bytes, wanted: str = "") -> Steps[Sheet]:
    """The sheet `wanted`, else the first one that is shown and holds something.

    Texts stay texts, whole numbers become integers, dates DD.MM.YYYY and times HH:MM. Raises
    `Refused`: WORKBOOK_BROKEN, WORKBOOK_LOCKED, LIST_TOO_LARGE, LIST_TOO_LONG, LIST_EMPTY.
    """
    yield Step(0, 0, READING)
    if data.startswith(OLE) and _LOCKED in data:
        raise Refused(Reason.WORKBOOK_LOCKED)
    parts = unpacked(data) if data.startswith(ZIP) else None
    if parts is not None:
        for name in parts.namelist():
            check_part(name, parts)
    book = _opened(data)
    names = _shown(book)
    if wanted and wanted not in names:
        raise Refused(Reason.WORKBOOK_BROKEN, "sheet")
    for name in [wanted] if wanted else names:
        xml = _xml_of(parts, name) if parts is not None else b""
        check_extent(cells_of_xlsx(xml))
        sheet = _sheet(book, name)
        if sheet is None or (not wanted and not sheet.height):
            continue
        rows = yield from _rows(sheet)
        odd = _oddities(xml)
        return Sheet(
            name,
            names,
            tuple(rows),
            tuple((*first, *last) for first, last in sheet.merged_cell_ranges or ()),
            frozenset(odd.hidden),
            frozenset(odd.errors),
            frozenset(odd.empty_formulas),
        )
    raise Refused(Reason.LIST_EMPTY)


def _opened(data: bytes) -> CalamineWorkbook:
    from python_calamine import CalamineError, PasswordError, load_workbook

    try:
        return load_workbook(io.BytesIO(data))
    except PasswordError as error:
        raise Refused(Reason.WORKBOOK_LOCKED) from error
    except (CalamineError, OSError, ValueError) as error:
        raise Refused(Reason.WORKBOOK_BROKEN) from error


def _shown(book: CalamineWorkbook) -> tuple[str, ...]:
    """The sheets as they are offered: shown ones, hidden ones only where there is no other."""
    from python_calamine import SheetTypeEnum, SheetVisibleEnum

    tables = [each for each in book.sheets_metadata if each.typ == SheetTypeEnum.WorkSheet]
    shown = [each.name for each in tables if each.visible == SheetVisibleEnum.Visible]
    return tuple(shown or [each.name for each in tables])


def _sheet(book: CalamineWorkbook, name: str) -> CalamineSheet | None:
    from python_calamine import CalamineError

    try:
        return book.get_sheet_by_name(name)
    except (CalamineError, OSError, ValueError) as error:
        raise Refused(Reason.WORKBOOK_BROKEN) from error


def _rows(sheet: CalamineSheet) -> Steps[list[tuple[object, ...]]]:
    high, wide = sheet.end or (0, 0)
    check_rows(high)
    if (high + 1) * (wide + 1) > MOST_CELLS:
        raise Refused(Reason.LIST_TOO_LONG)
    rows: list[tuple[object, ...]] = []
    for cells in sheet.to_python(skip_empty_area=False):
        rows.append(tuple(map(_plain, cells)))
        if len(rows) % _STEP == 0:
            yield Step(len(rows), high + 1, READING)
    return rows


def _plain(cell: object) -> object:
    if isinstance(cell, float):
        return int(cell) if cell.is_integer() and abs(cell) < 1e15 else cell
    if isinstance(cell, datetime):
        day = f"{cell:%d.%m.%Y}"
        return day if cell.time() == time(0) else f"{day} {cell:%H:%M}"
    if isinstance(cell, date):
        return f"{cell:%d.%m.%Y}"
    if isinstance(cell, time):
        return f"{cell:%H:%M:%S}" if cell.second else f"{cell:%H:%M}"
    if isinstance(cell, timedelta):
        minutes = round(cell.total_seconds() / 60)
        return f"{minutes // 60:02d}:{minutes % 60:02d}"
    return cell


def _xml_of(parts: zipfile.ZipFile, name: str) -> bytes:
    """The sheet's part of an XLSX file; b"" where there is none to be found."""
    try:
        book = parts.read("xl/workbook.xml")
        relations = parts.read("xl/_rels/workbook.xml.rels")
    except KeyError:
        return b""
    targets = {
        _attribute(found, b"Id"): _attribute(found, b"Target")
        for found in _RELATION.findall(relations)
    }
    for found in _SHEET.findall(book):
        if html.unescape(_attribute(found, b"name")) == name:
            target = targets.get(_attribute(found, rb"\w+:id"), "")
            path = posixpath.normpath(posixpath.join("/xl", target)).lstrip("/")
            return parts.read(path) if path in parts.namelist() else b""
    return b""


def _attribute(tag: bytes, name: bytes) -> str:
    found = re.search(rb"\s" + name + rb'="([^"]*)"', tag)
    return found[1].decode("utf-8", "replace") if found else ""


def _oddities(xml: bytes) -> _Oddities:
    odd = _Oddities(set(), set(), set())
    if b"hidden=" in xml:
        for tag in _ROW.findall(xml):
            if _attribute(tag, b"hidden") in ("1", "true") and _attribute(tag, b"r").isdigit():
                odd.hidden.add(int(_attribute(tag, b"r")) - 1)
    if b't="e"' in xml or _FORMULA.search(xml):
        for attributes, column, row, inside in _ODD_CELL.findall(xml):
            place = (int(row) - 1, column_number(column) - 1)
            if b't="e"' in attributes:
                odd.errors.add(place)
            elif b't="str"' not in attributes and _is_empty_formula(inside):
                odd.empty_formulas.add(place)
    return odd


def _is_empty_formula(cell: bytes) -> bool:
    return _FORMULA.search(cell) is not None and _VALUE.search(cell) is None
