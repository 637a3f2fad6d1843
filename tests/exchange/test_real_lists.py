"""The committed mappings on the real lists: every oddity counted."""

from __future__ import annotations

from collections import Counter

import pytest

from app.exchange.mapping import read_mapping
from app.exchange.providers import read_rows_as_providers
from app.exchange.sources import open_source
from app.progress import finish
from app.records.imports import NoteCode
from app.records.providers import Category
from tests.conftest import ROOT

MAPPINGS = ROOT / "resources" / "mappings"


def mapping(name):
    found, faults = read_mapping(name, (MAPPINGS / f"{name}.toml").read_bytes())
    assert faults == ()
    return found


def read(data, name):
    found = mapping(name)
    return finish(read_rows_as_providers(finish(open_source(data, "liste.json")), found))


def counts(records):
    return Counter((note.field, note.code) for note in records.notes)


def by_key(records, key):
    return next(draft for draft in records.drafts if draft.source_key == key)


@pytest.fixture(scope="module")
def schools(shared):
    data = shared("schools_lower_saxony/schools.json").read_bytes()
    return read(data, "schools_lower_saxony")


@pytest.fixture(scope="module")
def aurich(shared):
    data = shared("schools_lower_saxony/schools_landkreis_aurich.json").read_bytes()
    return read(data, "schools_lower_saxony")


@pytest.fixture(scope="module")
def kitas(shared):
    data = shared("kitas_schleswig_holstein/kitas.json").read_bytes()
    return read(data, "kitas_schleswig_holstein")


def test_every_committed_mapping_is_sound():
    files = sorted(MAPPINGS.glob("*.toml"))
    assert len(files) >= 2
    for file in files:
        assert read_mapping(file.name, file.read_bytes())[1] == (), file.name


def test_both_school_lists_together_are_3172_schools(schools, aurich):
    assert (schools.read, len(schools.drafts), schools.left_out) == (3172, 3172, 0)
    assert (aurich.read, len(aurich.drafts)) == (91, 91)
    whole = {(draft.source, draft.source_key): draft for draft in schools.drafts}
    part = {(draft.source, draft.source_key): draft for draft in aurich.drafts}
    assert len(whole | part) == 3172
    assert all(whole[identity] == draft for identity, draft in part.items())


def test_the_dirt_of_the_schools_is_told_piece_by_piece(schools):
    assert counts(schools) == {
        ("postcode", NoteCode.NBSP): 3172,
        ("organisation", NoteCode.LINE_BREAK): 1438,
        ("organisation", NoteCode.BLANKS): 31,
        ("organisation", NoteCode.MAYBE_CLOSED): 15,
        ("organisation", NoteCode.SAME_NAME_AND_POSTCODE): 1,
        ("street", NoteCode.BLANKS): 7,
        ("town", NoteCode.BLANKS): 1,
        ("latitude", NoteCode.COORDINATES_MISSING): 181,
        ("phone", NoteCode.PHONE_DOUBT): 1,
    }


def test_the_dirt_of_aurich_is_part_of_it(aurich):
    assert counts(aurich) == {
        ("postcode", NoteCode.NBSP): 91,
        ("organisation", NoteCode.LINE_BREAK): 33,
        ("latitude", NoteCode.COORDINATES_MISSING): 8,
    }


def test_every_address_of_a_school_is_taken_apart(schools):
    for draft in schools.drafts:
        assert draft.street
        assert draft.town
        assert len(draft.postcode) == 5
        assert draft.postcode.isdigit()
        assert "\n" not in draft.organisation
    salzdetfurth = next(d for d in schools.drafts if d.street.startswith("TEC-Center"))
    assert (salzdetfurth.street, salzdetfurth.postcode) == ("TEC-Center 1, Gebäude M", "31162")
    gandersheim = by_key(schools, "NI-68020")
    assert gandersheim.organisation == "Roswitha-Gymnasium Bad Gandersheim"
    assert gandersheim.service == "Gymnasium - SEK I -, Gymnasium - SEK II -"
    assert gandersheim.category is Category.SCHOOL


def test_the_dirt_of_the_kitas_is_told_piece_by_piece(kitas):
    assert (kitas.read, len(kitas.drafts), kitas.left_out) == (1870, 1870, 0)
    assert counts(kitas) == {
        ("organisation", NoteCode.TRIMMED): 60,
        ("organisation", NoteCode.BLANKS): 2,
        ("organisation", NoteCode.PLACEHOLDER): 13,
        ("organisation", NoteCode.SAME_NAME_AND_POSTCODE): 11,
        ("operator", NoteCode.TRIMMED): 7,
        ("operator", NoteCode.BLANKS): 2,
        ("postcode", NoteCode.TRIMMED): 69,
        ("street", NoteCode.TRIMMED): 124,
        ("street", NoteCode.PLACEHOLDER): 13,
        ("town", NoteCode.TRIMMED): 1,
        ("description", NoteCode.TRIMMED): 14,
        ("note", NoteCode.TRIMMED): 40,
        ("latitude", NoteCode.COORDINATES_MISSING): 112,
        ("latitude", NoteCode.COORDINATES_ROUGH): 1,
        ("min_age_months", NoteCode.AGES_NONSENSE): 2,
        ("languages", NoteCode.UNKNOWN_WORD): 3,
    }


def test_a_kita_has_its_hours_ages_and_place(kitas):
    kita = by_key(kitas, "3573")
    assert kita.organisation == "Kita Mini-Forscher"
    assert kita.street == "Prisdorfer Str. 72"
    assert (kita.hours_osm, kita.hours_given) == ("Mo-Fr 07:30-16:00", "07:30-16:00")
    assert (kita.min_age_months, kita.max_age_months) == (60, 83)
    assert (kita.latitude, kita.longitude, kita.accessible) == (53.687274, 9.778498, True)


def test_half_a_pair_of_coordinates_is_no_place_and_not_lost(kitas):
    assert by_key(kitas, "4319").longitude is None
    note = next(n for n in kitas.notes if n.key == "4319" and n.field == "latitude")
    assert note.before == "9.98756"


def test_every_kita_has_hours_and_1758_have_coordinates(kitas):
    assert all(draft.hours_osm for draft in kitas.drafts)
    assert sum(draft.latitude is not None for draft in kitas.drafts) == 1758


def test_reading_a_list_twice_gives_the_same_records(kitas, shared):
    data = shared("kitas_schleswig_holstein/kitas.json").read_bytes()
    assert read(data, "kitas_schleswig_holstein") == kitas
