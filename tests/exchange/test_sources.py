"""Opening lists: the kind found by the content, how it is read shown, every oddity told."""

from __future__ import annotations

import io
import json
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.errors import Reason, Refused
from app.exchange import limits
from app.exchange.sources import open_source
from app.progress import finish
from app.records.importing import Reading, SourceKind
from app.records.imports import NoteCode
from tests.exchange.clerks import workbook

HEAD = "Name;Straße;PLZ;Ort;Telefon"
ROW = "Kita Möwennest;Am Deich 3;26506;Norden;04931 12345"
PLAIN = f"{HEAD}\r\n{ROW}\r\n"


def opened(data, name="liste.csv", reading=None):
    raw = data if isinstance(data, bytes) else data.encode()
    return finish(open_source(raw, name, reading))


def values(source):
    return [dict(row.values) for row in source.rows]


def codes(source):
    return [(note.row, note.code) for note in source.notes]


@pytest.mark.parametrize(
    ("encode", "found"),
    [
        (lambda text: text.encode("utf-8"), "utf-8"),
        (lambda text: text.encode("utf-8-sig"), "utf-8"),
        (lambda text: text.encode("utf-16"), "utf-16"),
        (lambda text: text.encode("utf-16-le"), "utf-16-le"),
        (lambda text: text.encode("utf-16-be"), "utf-16-be"),
        (lambda text: b"\xfe\xff" + text.encode("utf-16-be"), "utf-16"),
        (lambda text: text.encode("utf-32"), "utf-32"),
        (lambda text: text.encode("cp1252"), "cp1252"),
        (lambda text: text.encode("cp850"), "cp850"),
    ],
)
def test_the_encoding_is_found(encode, found):
    source = opened(encode(PLAIN.replace("Norden", "Süd-Norden")))
    assert source.reading.encoding == found
    assert values(source)[0]["Name"] == "Kita Möwennest"
    assert values(source)[0]["Ort"] == "Süd-Norden"
    assert found in source.encodings or found == "utf-32"


def test_german_quotation_marks_do_not_make_a_text_dos():
    text = 'Name;PLZ\r\n"„Deichkinder“ – Kita";26506\r\n'
    assert opened(text.encode("cp1252")).reading.encoding == "cp1252"


def test_another_encoding_may_be_chosen():
    raw = PLAIN.encode("cp1252")
    chosen = opened(raw, reading=Reading(SourceKind.CSV, "cp850", ";", head=(1, 1)))
    assert values(chosen)[0]["Name"] != "Kita Möwennest"
    with pytest.raises(Refused) as caught:
        opened(raw, reading=Reading(SourceKind.CSV, "utf-8"))
    assert (caught.value.reason, caught.value.facts["line"]) == (Reason.ENCODING_BROKEN, 1)
    with pytest.raises(Refused) as caught:
        opened(raw, reading=Reading(SourceKind.CSV, "gibt-es-nicht"))
    assert caught.value.reason is Reason.ENCODING_BROKEN


def test_a_text_that_was_decoded_wrongly_before_can_be_read_right():
    wrong = PLAIN.encode("utf-8").decode("cp1252").encode("utf-8")
    assert values(opened(wrong))[0]["Name"] == "Kita MÃ¶wennest"
    right = opened(wrong, reading=Reading(SourceKind.CSV, "utf-8-twice", ";", head=(1, 1)))
    assert values(right)[0] == values(opened(PLAIN))[0]


@pytest.mark.parametrize("delimiter", [";", ",", "\t", "|"])
def test_the_delimiter_is_found(delimiter):
    text = PLAIN.replace(";", delimiter) + delimiter.join('"a, b; c"' for _ in range(5))
    source = opened(text)
    assert source.reading.delimiter == delimiter
    assert values(source)[1]["Ort"] == "a, b; c"
    assert delimiter in source.delimiters


def test_excels_own_line_about_the_delimiter_is_taken_and_no_row():
    source = opened("sep=|\r\nName|PLZ\r\nKita; a|26506\r\n")
    assert source.reading.delimiter == "|"
    assert (source.reading.head, source.columns) == ((2, 2), ("Name", "PLZ"))
    assert [row.number for row in source.rows] == [3]


def test_another_delimiter_may_be_chosen():
    source = opened("a;b,c\n1;2,3\n", reading=Reading(SourceKind.CSV, "utf-8", ",", head=(1, 1)))
    assert source.columns == ("a;b", "c")


def test_quotes_and_line_breaks_in_cells_are_kept():
    source = opened('Name;Notiz\r\n"Kita ""Watt""";"eins\r\nzwei; drei"\r\n')
    assert values(source) == [{"Name": 'Kita "Watt"', "Notiz": "eins\r\nzwei; drei"}]


def test_titles_and_blank_rows_above_the_heads_are_passed_over():
    source = opened(f"Kitas im Landkreis, Stand 01.10.2026;;;;\r\n\r\n{PLAIN}")
    assert source.reading.head == (3, 3)
    assert source.columns[:2] == ("Name", "Straße")
    assert [row.number for row in source.rows] == [4]


def test_a_table_without_heads_has_lettered_columns():
    source = opened(f"{ROW}\r\n{ROW}\r\n")
    assert source.reading.head == (0, 0)
    assert source.columns == ("A", "B", "C", "D", "E")
    assert [row.number for row in source.rows] == [1, 2]


def test_other_heads_may_be_chosen():
    reading = Reading(SourceKind.CSV, "utf-8", ";", head=(0, 0))
    assert opened(PLAIN, reading=reading).columns == ("A", "B", "C", "D", "E")
    beyond = Reading(SourceKind.CSV, "utf-8", ";", head=(40, 90))
    assert opened(PLAIN, reading=beyond).rows == ()


def test_heads_that_stand_twice_and_blank_ones_have_names_of_their_own():
    source = opened("Name;Telefon;;Telefon\r\nKita;1;2;3\r\n")
    assert source.columns == ("Name", "Telefon", "C", "Telefon (2)")
    assert list(values(source)[0].values()) == ["Kita", "1", "2", "3"]


def test_empty_rows_are_skipped_and_rows_of_another_width_told():
    source = opened(f"{PLAIN};;;;\r\n \r\nKita B;Weg 1\r\n{ROW};zuviel\r\n")
    assert [row.number for row in source.rows] == [2, 5, 6]
    assert values(source)[1]["Ort"] == ""
    assert codes(source) == [(5, NoteCode.RAGGED_ROW), (6, NoteCode.RAGGED_ROW)]
    assert source.notes[1].before == "zuviel"


def test_a_quotation_mark_that_nobody_closed_spoils_one_row_alone():
    rows = "".join(f"Kita {number};Weg {number};26506;Norden;1\r\n" for number in range(300))
    source = opened(f'{HEAD}\r\n"Kita offen;Weg;26506;Norden;1\r\n{rows}')
    assert len(source.rows) == 301
    assert codes(source) == [(2, NoteCode.OPEN_QUOTE)]
    assert values(source)[0]["Name"] == '"Kita offen'


def test_an_inch_sign_opens_nothing():
    source = opened('Name;Notiz\r\nKita;Bildschirm 24" neu\r\nKita B;ok\r\n')
    assert [row["Notiz"] for row in values(source)] == ['Bildschirm 24" neu', "ok"]


def test_a_json_list_is_found_however_deep_and_another_may_be_chosen():
    deep = {
        "stand": "2026",
        "daten": {"kitas": [{"id": 1, "adr": {"ort": "Norden"}}], "traeger": [{"id": 1}] * 3},
    }
    source = opened(json.dumps(deep), "liste.json")
    assert source.reading.records == "daten.traeger"
    assert source.paths == ("daten.traeger", "daten.kitas")
    chosen = opened(json.dumps(deep), "liste.json", Reading(SourceKind.JSON, records="daten.kitas"))
    assert chosen.columns == ("id", "adr.ort")
    assert values(chosen) == [{"id": 1, "adr.ort": "Norden"}]


def test_objects_in_lists_are_columns_too_and_what_is_no_object_is_told():
    rows = [{"id": 1, "tel": [{"nr": "04931 1"}, {"nr": "04931 2"}]}, "Kita", None]
    source = opened(json.dumps(rows), "liste.json")
    assert source.columns == ("id", "tel", "tel.0.nr", "tel.1.nr")
    assert codes(source) == [(2, NoteCode.NOT_A_RECORD), (3, NoteCode.NOT_A_RECORD)]


def test_json_in_another_encoding_is_read():
    assert values(opened('[{"ort": "Süd"}]'.encode("cp1252"), "a.json")) == [{"ort": "Süd"}]


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (PLAIN.encode(), SourceKind.CSV),
        (b'[{"a": 1}]', SourceKind.JSON),
        (b"BEGIN:VCARD\nFN:A\nEND:VCARD", SourceKind.VCARD),
        (b'{"type": "FeatureCollection", "features": []}', None),
        (workbook([["Name", "PLZ"], ["Kita", 26506]]), SourceKind.WORKBOOK),
    ],
)
@pytest.mark.parametrize("name", ["liste.csv", "liste.xlsx", "liste.json", "ohne"])
def test_the_kind_is_what_the_file_is_and_not_what_it_is_called(data, kind, name):
    if kind is None:
        with pytest.raises(Refused) as caught:
            opened(data, name)
        assert caught.value.reason is Reason.LIST_EMPTY
    else:
        assert opened(data, name).reading.kind is kind


def zipped(**parts):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in parts.items():
            file.writestr(name.replace("__", "/"), content)
    return out.getvalue()


@pytest.mark.parametrize(
    "data",
    [
        b"%PDF-1.7 ...",
        b"\x89PNG\r\n\x1a\n",
        b"\xff\xd8\xff\xe0",
        zipped(word__document="x"),
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600,
        bytes(range(256)) * 20,
        b"a\0\0\0b\0c",
    ],
)
def test_what_is_no_list_at_all_is_refused_by_kind(data):
    with pytest.raises(Refused) as caught:
        opened(data, "liste.csv")
    assert caught.value.reason is Reason.WRONG_KIND_OF_FILE


def test_a_file_that_is_too_large_is_refused_before_it_is_read(monkeypatch):
    monkeypatch.setattr(limits, "LARGEST", 3 * 2**20)
    with pytest.raises(Refused) as caught:
        opened(b"a;b\n" * 2**20)
    assert (caught.value.reason, caught.value.facts["megabytes"]) == (Reason.LIST_TOO_LARGE, 4)


def test_200_megabytes_are_too_large():
    assert limits.LARGEST < 200_000_000
    with pytest.raises(Refused):
        limits.check_size(200_000_000)


def test_a_list_that_is_too_long_is_refused(monkeypatch):
    monkeypatch.setattr(limits, "MOST_ROWS", 2_000)
    for data, name in (
        (b"a;b\n" * 2_001, "liste.csv"),
        (json.dumps([{"a": 1}] * 2_001).encode(), "liste.json"),
        (workbook([["a", "b"]] * 2_001), "liste.xlsx"),
        (b"BEGIN:VCARD\nFN:A\nEND:VCARD\n" * 2_500, "liste.vcf"),
    ):
        with pytest.raises(Refused) as caught:
            opened(data, name)
        assert caught.value.reason is Reason.LIST_TOO_LONG, name
        assert caught.value.facts["count"] == "2.000"


def test_reading_says_how_far_it_is_and_stops_when_closed():
    work = open_source(b"a;b\n1;2\n" * 5_000, "liste.csv")
    steps = [next(work) for _ in range(4)]
    assert [step.done for step in steps] == [0, 2_000, 4_000, 6_000]
    work.close()


@settings(max_examples=300, deadline=None)
@given(st.binary(max_size=400))
def test_any_bytes_are_a_list_or_refused(data):
    _survives(data)


@settings(max_examples=200, deadline=None)
@given(
    st.sampled_from([b"BEGIN:VCARD\r\n", b"{", b"[", b"PK\x03\x04", b"sep=;\n", b"\xff\xfe"]),
    st.binary(max_size=300),
)
def test_any_bytes_behind_a_mark_are_a_list_or_refused(mark, data):
    _survives(mark + data)


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                [
                    *("type", "features", "geometry", "coordinates", "properties", "id", "name"),
                    *(
                        "organizations",
                        "services",
                        "locations",
                        "service_at_locations",
                        "schedules",
                    ),
                    *("service_id", "location_id", "organization_id", "organization", "location"),
                    *("phones", "contacts", "cost_options", "attributes", "addresses", "languages"),
                    *("byday", "opens_at", "closes_at", "contacts", "costs", "status"),
                ]
            ),
            inner,
            max_size=5,
        )
    ),
    max_leaves=25,
)


@settings(max_examples=300, deadline=None)
@given(_JSON)
def test_any_json_is_a_list_or_refused(document):
    _survives(json.dumps(document).encode())


@settings(max_examples=100, deadline=None)
@given(_JSON, _JSON, _JSON)
def test_any_features_and_tables_are_read_or_told(one, two, three):
    feature = {"type": "Feature", "geometry": one, "properties": two}
    _survives(json.dumps({"type": "FeatureCollection", "features": [feature, three]}).encode())
    hsds = {"organizations": [one, {"id": "o", "name": two}], "services": [three]}
    hsds["service_at_locations"] = [{"id": 1, "service_id": two, "location_id": one}, three]
    _survives(json.dumps(hsds).encode())


_REFUSED = {
    *(Reason.LIST_EMPTY, Reason.WRONG_KIND_OF_FILE, Reason.ENCODING_BROKEN),
    *(Reason.WORKBOOK_BROKEN, Reason.NOT_A_LIST, Reason.LIST_TOO_LONG),
}


def _survives(data):
    """Opened, with every row a draft or told; or refused for a reason of files."""
    refused = None
    try:
        source = finish(open_source(data, "datei"))
    except Refused as refusal:
        refused = refusal.reason
    if refused is not None:
        assert refused in _REFUSED
    elif source.records is not None:
        records = source.records
        assert records.read == len(records.drafts) + records.left_out
        assert len({draft.source_key for draft in records.drafts}) == len(records.drafts)
