"""Workbooks: cells as they are meant, what is odd about them told, bombs refused."""

from __future__ import annotations

import io
import zipfile
from datetime import date, datetime, time

import pytest
import xlsxwriter

from app.errors import Reason, Refused
from app.exchange import limits, workbook, workbook_parts
from app.exchange.extent import cells_of_xlsb, check_extent
from app.exchange.sources import open_source
from app.progress import finish
from app.records.importing import Reading, SourceKind
from app.records.imports import NoteCode
from tests.exchange import clerks


def made(fill, **options):
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True})
    page = book.add_worksheet("Liste")
    fill(book, page)
    book.close()
    return out.getvalue()


def opened(data, reading=None):
    return finish(open_source(data, "liste.xlsx", reading))


def rebuilt(data, change):
    """The workbook with parts changed by `change(name, content)`."""
    with zipfile.ZipFile(io.BytesIO(data)) as old:
        return packed({name: change(name, old.read(name)) for name in old.namelist()})


def in_sheet(old, new):
    """A change of the first sheet alone."""
    return lambda name, content: content.replace(old, new) if "sheet1" in name else content


def packed(parts):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in parts.items():
            file.writestr(name, content)
    return out.getvalue()


def test_cells_read_as_they_are_meant():
    def fill(book, page):
        page.write_row(0, 0, ["Name", "PLZ", "Zahl", "Ja", "Tag", "Zeit", "Stempel", "Dauer"])
        page.write_row(1, 0, ["Kita", 26603.0, 1.5, True])
        for column, shape, value in (
            (4, "dd.mm.yyyy", date(2026, 3, 1)),
            (5, "hh:mm", time(7, 30)),
            (6, "dd.mm.yyyy hh:mm", datetime(2026, 3, 1, 7, 30)),  # noqa: DTZ001
        ):
            page.write_datetime(1, column, value, book.add_format({"num_format": shape}))
        page.write_number(1, 7, 1.0, book.add_format({"num_format": "[h]:mm"}))

    (row,) = opened(made(fill)).rows
    assert list(row.values.values()) == [
        *("Kita", 26603, 1.5, True),
        *("01.03.2026", "07:30", "01.03.2026 07:30", "24:00"),
    ]


def test_errors_formulas_and_hidden_rows_are_told_by_cell():
    def fill(_book, page):
        page.write_row(0, 0, ["Name", "Ort", "PLZ"])
        page.write(1, 0, "Kita A")
        page.write_formula(1, 1, '=B9&"x"', None, "")
        page.write_formula(1, 2, "=NA()", None, "#N/A")
        page.write(2, 0, "Kita B")
        page.write_formula(2, 1, '="Nor"&"den"', None, "Norden")
        page.set_row(2, None, None, {"hidden": True})

    source = opened(made(fill))
    assert [(note.row, note.code, note.before) for note in source.notes] == [
        (2, NoteCode.FORMULA_WITHOUT_VALUE, "Ort (B2)"),
        (2, NoteCode.CELL_ERROR, "PLZ (C2)"),
        (3, NoteCode.HIDDEN_ROW, "Kita B; Norden"),
    ]
    assert source.rows[1].values["Ort"] == "Norden"
    assert [row.values["PLZ"] for row in source.rows] == ["", ""]


def test_an_empty_text_of_a_formula_is_a_value():
    def fill(_book, page):
        page.write_row(0, 0, ["Name", "Ort"])
        page.write(1, 0, "Kita")
        page.write_formula(1, 1, '=""', None, "x")

    raw = rebuilt(made(fill), in_sheet(b"<v>x</v>", b"<v></v>"))
    assert b't="str"' in zipfile.ZipFile(io.BytesIO(raw)).read("xl/worksheets/sheet1.xml")
    assert opened(raw).notes == ()


def test_another_sheet_may_be_chosen_and_hidden_ones_are_not_offered():
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True})
    for name in ("Leer", "Kitas", "Schulen", "Geheim"):
        page = book.add_worksheet(name)
        if name != "Leer":
            page.write_row(0, 0, ["Name", "PLZ"])
            page.write_row(1, 0, [name, "26506"])
        if name == "Geheim":
            page.hide()
    book.close()
    source = opened(out.getvalue())
    assert (source.reading.sheet, source.sheets) == ("Kitas", ("Leer", "Kitas", "Schulen"))
    other = opened(out.getvalue(), Reading(SourceKind.WORKBOOK, sheet="Schulen", head=(1, 1)))
    assert other.rows[0].values["Name"] == "Schulen"
    with pytest.raises(Refused) as caught:
        opened(out.getvalue(), Reading(SourceKind.WORKBOOK, sheet="Fehlt"))
    assert caught.value.reason is Reason.WORKBOOK_BROKEN


def test_a_table_that_begins_further_down_and_right_keeps_its_rows():
    def fill(_book, page):
        page.write_row(3, 2, ["Name", "PLZ"])
        page.write_row(4, 2, ["Kita", "26506"])

    source = opened(made(fill))
    assert (source.reading.head, source.rows[0].number) == ((4, 4), 5)
    assert source.rows[0].values["Name"] == "Kita"
    assert source.columns == ("A", "B", "Name", "PLZ")


def test_heads_over_three_rows_are_joined():
    def fill(_book, page):
        page.merge_range(0, 0, 0, 3, "Stammdaten")
        page.merge_range(1, 0, 2, 0, "Name")
        page.merge_range(1, 1, 1, 3, "Anschrift")
        for column, head in enumerate(("Straße", "PLZ", "Ort"), start=1):
            page.write(2, column, head)
        page.write_row(3, 0, ["Kita", "Weg 1", "26506", "Norden"])

    source = opened(made(fill), Reading(SourceKind.WORKBOOK, head=(1, 3)))
    assert source.columns == (
        "Stammdaten / Name",
        "Stammdaten / Anschrift / Straße",
        "Stammdaten / Anschrift / PLZ",
        "Stammdaten / Anschrift / Ort",
    )


def test_groups_without_merged_cells_reach_to_the_next_one():
    text = "Name;Anschrift;;Kontakt;\r\n;Straße;PLZ;Telefon;Mail\r\nKita;Weg 1;26506;1;a@b.de\r\n"
    source = finish(open_source(text.encode(), "liste.csv"))
    assert source.reading.head == (1, 2)
    assert source.columns == (
        *("Name", "Anschrift / Straße", "Anschrift / PLZ"),
        *("Kontakt / Telefon", "Kontakt / Mail"),
    )


@pytest.mark.parametrize("cut", [10, 200, 1_000, 3_000])
def test_a_damaged_workbook_is_refused(cut):
    data = clerks.merged_heads()
    with pytest.raises(Refused) as caught:
        opened(data[:cut] + b"\0" * 50)
    assert caught.value.reason is Reason.WORKBOOK_BROKEN


def test_a_part_that_lies_about_its_size_is_refused():
    data = bytearray(clerks.merged_heads())
    middle = len(data) // 2
    data[middle : middle + 40] = b"\xff" * 40
    with pytest.raises(Refused) as caught:
        opened(bytes(data))
    assert caught.value.reason is Reason.WORKBOOK_BROKEN


def test_a_workbook_with_a_password_says_so():
    raw = workbook.OLE + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le") + b"\0" * 600
    with pytest.raises(Refused) as caught:
        opened(raw)
    assert caught.value.reason is Reason.WORKBOOK_LOCKED


def test_a_workbook_that_unpacks_to_too_much_is_refused(monkeypatch):
    monkeypatch.setattr(workbook_parts, "LARGEST_UNPACKED", 50_000)
    bomb = rebuilt(
        clerks.workbook([["Name", "PLZ"]]),
        in_sheet(b"</sheetData>", b"</sheetData>" + b" " * 100_000),
    )
    assert len(bomb) < 50_000
    with pytest.raises(Refused) as caught:
        opened(bomb)
    assert caught.value.reason is Reason.LIST_TOO_LARGE


@pytest.mark.parametrize("cell", ["XFD1048576", "ZZ199999", "A1048576"])
def test_a_cell_at_the_far_corner_eats_no_memory(cell):
    far = f'<row r="{cell.lstrip("ABCDEFXZ")}"><c r="{cell}"><v>1</v></c></row></sheetData>'
    raw = rebuilt(
        clerks.workbook([["Name", "PLZ"], ["Kita", "26506"]]),
        lambda name, content: (
            content.replace(b"</sheetData>", far.encode()) if "sheet1" in name else content
        ),
    )
    with pytest.raises(Refused) as caught:
        opened(raw)
    assert caught.value.reason is Reason.LIST_TOO_LONG


def test_blank_cells_far_away_do_no_harm():
    def fill(book, page):
        page.write_row(0, 0, ["Name", "PLZ"])
        page.write_row(1, 0, ["Kita", "26506"])
        page.write_blank(1_048_575, 16_383, None, book.add_format({"bold": True}))

    source = opened(made(fill))
    assert (source.columns, len(source.rows)) == (("Name", "PLZ"), 1)


def test_an_empty_workbook_is_refused():
    with pytest.raises(Refused) as caught:
        opened(made(lambda _book, _page: None))
    assert caught.value.reason is Reason.LIST_EMPTY


ODS = (
    '<?xml version="1.0" encoding="UTF-8"?><office:document-content'
    ' xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
    ' xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"'
    ' xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet>'
    '<table:table table:name="Liste">{rows}</table:table>'
    "</office:spreadsheet></office:body></office:document-content>"
)


MANIFEST = (
    '<?xml version="1.0"?><manifest:manifest'
    ' xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>'
)
TEXT = (
    '<table:table-cell office:value-type="string"{more}><text:p>{cell}</text:p></table:table-cell>'
)


def ods(rows):
    return packed(
        {
            "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
            "content.xml": ODS.format(rows=rows),
            "META-INF/manifest.xml": MANIFEST,
        }
    )


def ods_rows(*rows):
    return "".join(
        "<table:table-row>"
        + "".join(TEXT.format(cell=cell, more="") for cell in row)
        + '<table:table-cell table:number-columns-repeated="16380"/></table:table-row>'
        for row in rows
    )


def test_an_ods_is_read_with_the_blank_rest_that_libreoffice_writes():
    blank = '<table:table-row table:number-rows-repeated="1048570"><table:table-cell'
    blank += ' table:number-columns-repeated="16384"/></table:table-row>'
    raw = ods(ods_rows(("Name", "PLZ"), ("Kita Möwe", "01067")) + blank)
    source = finish(open_source(raw, "liste.ods"))
    assert source.reading.kind is SourceKind.WORKBOOK
    assert len(source.rows) == 1
    assert dict(source.rows[0].values) == {"Name": "Kita Möwe", "PLZ": "01067"}


@pytest.mark.parametrize(
    "spoil",
    [
        ("META-INF/manifest.xml", b"xmlns:manifest", b"xmlns:maifest"),
        ("META-INF/manifest.xml", b"/>", b">"),
        ("content.xml", b"</table:table>", b""),
        ("content.xml", b"?>", b'?><!DOCTYPE x [<!ENTITY a "b">]>'),
    ],
)
def test_xml_that_is_not_well_formed_is_refused_and_not_read_for_ever(spoil):
    name, old, new = spoil
    raw = rebuilt(
        ods(ods_rows(("Name", "PLZ"))),
        lambda part, content: content.replace(old, new, 1) if part == name else content,
    )
    with pytest.raises(Refused) as caught:
        finish(open_source(raw, "liste.ods"))
    assert caught.value.reason is Reason.WORKBOOK_BROKEN


@pytest.mark.parametrize(("rows", "columns"), [(1_048_576, 16_384), (150_000, 1_000), (300_000, 1)])
def test_an_ods_of_repeated_cells_eats_no_memory(rows, columns):
    cell = TEXT.format(cell="x", more=f' table:number-columns-repeated="{columns}"')
    row = f'<table:table-row table:number-rows-repeated="{rows}">{cell}</table:table-row>'
    with pytest.raises(Refused) as caught:
        finish(open_source(ods(row), "liste.ods"))
    assert caught.value.reason is Reason.LIST_TOO_LONG


def test_cells_of_xlsb_are_found_by_row_and_column():
    def record(kind, body):
        return bytes([kind, len(body)]) + body

    number = lambda value: value.to_bytes(4, "little")  # noqa: E731
    records = record(0, number(6) + b"\0" * 13) + record(7, number(2) + b"\0" * 8)
    records += b"\x94\x01\x10" + b"\0" * 16 + record(5, number(16_383) + b"\0" * 12)
    assert list(cells_of_xlsb(records)) == [(7, 3), (7, 16_384)]
    with pytest.raises(Refused):
        check_extent([(1_048_576, 16_384)])


def test_the_limit_of_cells_is_that_of_a_long_list():
    assert limits.MOST_CELLS >= limits.MOST_ROWS * 40
