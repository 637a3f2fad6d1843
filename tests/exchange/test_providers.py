"""Lists of providers: from bytes to drafts and notes, nothing merged and nothing dropped."""

from __future__ import annotations

import json

import pytest

from app.errors import Reason, Refused
from app.exchange import json_list
from app.exchange.mapping import read_mapping
from app.exchange.providers import folded, read_rows_as_providers
from app.exchange.sources import open_source
from app.progress import finish
from app.records.importing import Reading, SourceKind
from app.records.imports import NoteCode, NoteKind
from app.records.providers import Category

MAPPING = """name = "Liste"
key = "id"
[fields.organisation]
from = "name"
[fields.postcode]
from = "ort.plz"
[fields.street]
from = ["strasse", "nr"]
[fields.phone]
from = "tel"
[fields.latitude]
from = "lat"
[fields.longitude]
from = "lon"
[fields.min_age_months]
from = "ab"
as = "years"
[fields.accessible]
from = "barrierefrei"
[fields.languages]
from = "sprachen"
split = ";"
[fields.languages.words]
Deutsch = "de"
[fields.category]
from = "art"
[fields.category.words]
Kita = "kita"
[fields.hours_osm]
from = "osm"
"""
DAYS = """
[[hours]]
days = "Mo-Th"
opens = "mo_von"
closes = "mo_bis"
as = "clock"
[[hours]]
days = "Fr"
opens = "fr_von"
closes = "fr_bis"
as = "clock"
"""


def read(*rows, mapping=MAPPING):
    found, faults = read_mapping("liste.toml", mapping.encode())
    assert faults == ()
    return taken(json.dumps(rows).encode(), found)


def taken(raw, mapping):
    reading = Reading(SourceKind.JSON, records=mapping.records)
    source = finish(open_source(raw, "liste.json", reading))
    return finish(read_rows_as_providers(source, mapping))


def codes(records, field=None):
    return [note.code for note in records.notes if field in (None, note.field)]


def test_a_row_becomes_a_draft_with_source_and_key():
    row = {"id": 7, "name": "Kita", "ort": {"plz": "26506"}, "strasse": "Am Deich", "nr": 3}
    row |= {"tel": "04941 67513", "lat": "53.5", "lon": 7.2, "ab": 3, "barrierefrei": True}
    records = read(row | {"sprachen": "Deutsch; tr", "art": "Kita", "osm": "Mo 08:00-12:00"})
    (draft,) = records.drafts
    assert (draft.source, draft.source_key) == ("Liste", "7")
    assert (draft.street, draft.postcode, draft.category) == ("Am Deich 3", "26506", Category.KITA)
    assert (draft.latitude, draft.longitude, draft.min_age_months) == (53.5, 7.2, 36)
    assert (draft.languages, draft.accessible) == (("de", "tr"), True)
    assert draft.hours_osm == "Mo 08:00-12:00"
    assert records.notes == ()


def test_what_a_row_does_not_say_is_unknown():
    records = read({"id": 1, "name": "Kita", "lat": 53.5, "lon": 7.2})
    (draft,) = records.drafts
    assert (draft.accessible, draft.min_age_months, draft.languages) == (None, None, ())
    assert draft.hours_osm == draft.hours_given == draft.postcode == ""
    assert records.notes == ()


@pytest.mark.parametrize(
    ("row", "code"),
    [
        ({"name": "ohne"}, NoteCode.NO_KEY),
        ({"id": " ", "name": "leer"}, NoteCode.NO_KEY),
        ({"id": [1], "name": "Liste"}, NoteCode.NO_KEY),
        ({"id": 2, "name": " \u00a0"}, NoteCode.NO_NAME),
        (["keine", "Zeile"], NoteCode.NOT_A_RECORD),
        (None, NoteCode.NOT_A_RECORD),
        ({"id": 1, "name": "noch einmal"}, NoteCode.SAME_KEY),
    ],
)
def test_a_row_that_cannot_be_known_again_is_left_out_and_told(row, code):
    records = read({"id": 1, "name": "Erste"}, row)
    assert (records.read, len(records.drafts), records.left_out) == (2, 1, 1)
    told = [note for note in records.notes if note.code is code]
    assert [note.row for note in told] == [2]
    assert code.kind is NoteKind.LEFT_OUT


def test_the_first_of_two_rows_with_one_key_stays():
    records = read({"id": 1, "name": "Erste"}, {"id": "1 ", "name": "Zweite"})
    assert [draft.organisation for draft in records.drafts] == ["Erste"]


def test_two_rows_of_one_name_and_post_code_both_stay_and_are_told():
    plz = {"plz": "26506"}
    records = read(
        {"id": 1, "name": "Kita Straße", "ort": plz},
        {"id": 2, "name": "KITA-STRASSE", "ort": plz},
        {"id": 3, "name": "Kita Straße", "ort": {"plz": "26603"}},
    )
    assert len(records.drafts) == 3
    told = [n for n in records.notes if n.code is NoteCode.SAME_NAME_AND_POSTCODE]
    assert [(note.row, note.key, note.before) for note in told] == [(2, "2", "1")]


def test_hours_of_several_days_become_one_value():
    row = {"id": 1, "name": "K", "mo_von": "7:30", "mo_bis": "16:00"}
    records = read(row | {"fr_von": "7:30", "fr_bis": "15:00"}, mapping=MAPPING + DAYS)
    (draft,) = records.drafts
    assert draft.hours_osm == "Mo-Th 07:30-16:00; Fr 07:30-15:00"
    assert draft.hours_given == "Mo-Th 07:30-16:00; Fr 07:30-15:00"


def test_hours_that_close_before_they_open_are_told_and_not_guessed():
    row = {"id": 1, "name": "K", "mo_von": "16:00", "mo_bis": "7:30"}
    records = read(row, mapping=MAPPING + DAYS)
    (draft,) = records.drafts
    assert draft.hours_osm == ""
    assert draft.hours_given == "Mo-Th 16:00-07:30"
    assert codes(records, "hours_osm") == [NoteCode.HOURS_BACKWARDS]


def test_a_time_that_is_none_stays_readable_beside_the_note():
    row = {"id": 1, "name": "K", "mo_von": "früh", "mo_bis": "16:00"}
    records = read(row, mapping=MAPPING + DAYS)
    assert codes(records, "hours_osm") == [NoteCode.HOURS_NONSENSE]
    assert "früh" in records.drafts[0].hours_given
    assert records.drafts[0].hours_osm == ""


def test_a_value_that_is_no_opening_hours_is_told():
    records = read({"id": 1, "name": "K", "osm": "fragen Sie im Büro"})
    assert records.drafts[0].hours_osm == ""
    assert records.drafts[0].hours_given == "fragen Sie im Büro"
    told = [n for n in records.notes if n.code is NoteCode.HOURS_NOT_OSM]
    assert [note.before for note in told] == ["fragen Sie im Büro"]


def test_an_unknown_kind_and_an_unknown_language_are_told():
    records = read({"id": 1, "name": "K", "art": "Zirkus", "sprachen": "Deutsch;Marsianisch"})
    assert records.drafts[0].category is Category.OTHER
    assert records.drafts[0].languages == ("de",)
    assert codes(records).count(NoteCode.UNKNOWN_WORD) == 2


def test_a_list_where_a_text_should_be_is_told():
    records = read({"id": 1, "name": "K", "tel": [{"nummer": "04941 67513"}]})
    assert codes(records, "phone") == [NoteCode.NOT_TEXT]


def test_a_list_of_plain_values_is_an_enumeration():
    records = read({"id": 1, "name": "K", "tel": ["04941 67513"], "sprachen": ["Deutsch", "tr"]})
    assert records.drafts[0].phone == "04941 67513"
    assert records.drafts[0].languages == ("de", "tr")
    assert codes(records) == [NoteCode.COORDINATES_MISSING]


def test_numbers_as_keys_and_texts_as_keys_are_the_same_identity():
    whole, text = read({"id": 3573, "name": "K"}), read({"id": "3573", "name": "K"})
    assert whole.drafts[0].source_key == text.drafts[0].source_key == "3573"


def test_a_list_may_stand_deeper_in_the_document():
    found, _ = read_mapping(
        "m", (MAPPING + "\n").replace("key =", 'records = "a.b"\nkey =').encode()
    )
    data = json.dumps({"a": {"b": [{"id": 1, "name": "K"}]}}).encode()
    assert len(taken(data, found).drafts) == 1


def test_a_column_whose_name_holds_a_dot_is_found():
    assert json_list.at_path({"ort.plz": "1", "ort": {"plz": "2"}}, "ort.plz") == "1"
    assert json_list.at_path({"ort": 5}, "ort.plz") is None


@pytest.mark.parametrize(
    ("raw", "why"),
    [
        (b"{}", "no_list"),
        (b"[{]", "not_json"),
        (b"[1, 2", "not_json"),
        (b"[" * 200_000, "too_deep"),
        (b"[" + b"9" * 5000 + b"]", "not_json"),
    ],
)
def test_what_is_no_list_is_refused_and_says_why(raw, why):
    found, _ = read_mapping("m", MAPPING.encode())
    with pytest.raises(Refused) as refusal:
        taken(raw, found)
    assert refusal.value.reason is Reason.NOT_A_LIST
    assert refusal.value.facts["why"] == why


@pytest.mark.parametrize("raw", [b"", b" \n", b"\xef\xbb\xbf"])
def test_an_empty_file_is_refused(raw):
    with pytest.raises(Refused) as refusal:
        finish(open_source(raw, "liste.json"))
    assert refusal.value.reason is Reason.LIST_EMPTY


def test_the_line_of_a_broken_list_is_named():
    with pytest.raises(Refused) as refusal:
        finish(open_source(b'[\n{"id": 1},\n{"id" 2}]', "liste.json"))
    assert refusal.value.facts["line"] == 3


def test_a_byte_order_mark_is_no_part_of_the_list():
    assert json_list.parsed(b"\xef\xbb\xbf[]") == ([], "utf-8")


def test_reading_says_how_far_it_is_and_stops_when_closed():
    rows = [{"id": place, "name": "K"} for place in range(600)]
    found, _ = read_mapping("m", MAPPING.encode())
    source = finish(open_source(json.dumps(rows).encode(), "liste.json"))
    steps = list(read_rows_as_providers(source, found))
    assert [(step.done, step.total) for step in steps] == [
        (0, 600),
        (250, 600),
        (500, 600),
        (600, 600),
    ]
    again = read_rows_as_providers(source, found)
    next(again)
    again.close()


def test_hard_strings_are_read_into_every_field(shared):
    hard = json.loads(shared("names/naughty_strings.json").read_text("utf-8"))
    fields = ("strasse", "nr", "tel", "lat", "lon", "ab", "barrierefrei", "sprachen", "art", "osm")
    rows = [{"id": n, "name": text} | dict.fromkeys(fields, text) for n, text in enumerate(hard)]
    records = read(*rows)
    kept = {int(draft.source_key): draft.organisation for draft in records.drafts}
    unnamed = {int(note.key) for note in records.notes if note.code is NoteCode.NO_NAME}
    assert kept.keys() | unnamed == set(range(len(hard)))
    assert all(not hard[place].strip() for place in unnamed)
    for place, name in kept.items():
        plain = hard[place].strip()
        assert name == plain or any(
            note.key == str(place) and note.field == "organisation" for note in records.notes
        )


@pytest.mark.parametrize(
    ("one", "other"),
    [("Kita Straße", "kita strasse"), ("Café", "CAFE\u0301"), ("A-B 1", "ab1"), ("!!", "!!")],
)
def test_names_are_compared_without_case_accents_and_signs(one, other):
    assert folded(one) == folded(other)


def test_different_names_stay_different():
    assert folded("Grundschule Nord") != folded("Grundschule Süd")
