"""GeoJSON, vCards and HSDS of others: what they say by field, and what of it is told."""

from __future__ import annotations

import json

import pytest

from app.exchange.sources import open_source
from app.progress import finish
from app.records.imports import NoteCode
from app.records.providers import Category, ContactPerson, Cost, CostPer


def read(data, name="liste"):
    raw = data if isinstance(data, bytes) else json.dumps(data).encode()
    return finish(open_source(raw, name)).records


def told(records):
    return [(note.row, note.field, note.code) for note in records.notes]


def feature(geometry, key=None, **properties):
    found = {"type": "Feature", "geometry": geometry, "properties": properties}
    return found | ({"id": key} if key is not None else {})


def point(longitude, latitude):
    return {"type": "Point", "coordinates": [longitude, latitude]}


def collected(*features):
    return {"type": "FeatureCollection", "features": list(features)}


def test_properties_are_known_by_their_german_english_and_osm_names():
    osm = {"addr:street": "Am Deich", "addr:housenumber": "3", "opening_hours": "Mo 08:00-12:00"}
    records = read(
        collected(
            feature(point(7.2, 53.5), "node/7", name="Kita", wheelchair="yes", min_age=3, **osm),
            feature(None, Name="Schule", PLZ=26506, Ort="Norden", Träger="Stadt", Farbe="blau"),
        )
    )
    kita, school = records.drafts
    assert (kita.source_key, kita.street, kita.hours_osm) == (
        "node/7",
        "Am Deich 3",
        "Mo 08:00-12:00",
    )
    assert (kita.latitude, kita.longitude, kita.accessible) == (53.5, 7.2, True)
    assert kita.min_age_months == 36
    assert (school.organisation, school.postcode, school.operator) == ("Schule", "26506", "Stadt")
    assert [(note.row, note.code, note.before) for note in records.notes] == [
        (2, NoteCode.NOT_HELD, "Farbe")
    ]


@pytest.mark.parametrize(
    ("geometry", "place"),
    [
        ({"type": "Polygon", "coordinates": [[[7, 53], [8, 53], [8, 54], [7, 54], [7, 53]]]}, 7.5),
        (
            {
                "type": "MultiPolygon",
                "coordinates": [
                    [[[9, 53], [9.1, 53], [9, 53.1], [9, 53]]],
                    [[[7, 53], [8, 53], [8, 54], [7, 54], [7, 53]]],
                ],
            },
            7.5,
        ),
        ({"type": "LineString", "coordinates": [[7, 53.5], [8, 53.5]]}, 7.5),
        ({"type": "GeometryCollection", "geometries": [point(7, 53.5), point(8, 53.5)]}, 7.5),
    ],
)
def test_an_area_counts_as_its_middle_and_is_told(geometry, place):
    records = read(collected(feature(geometry, name="Park")))
    assert (records.drafts[0].latitude, records.drafts[0].longitude) == (53.5, place)
    assert told(records) == [(1, "latitude", NoteCode.COORDINATES_CENTRE)]


def test_swapped_coordinates_of_a_map_are_swapped_back_and_told():
    records = read(collected(feature(point(53.5, 7.2), name="Kita")))
    assert (records.drafts[0].latitude, records.drafts[0].longitude) == (53.5, 7.2)
    assert told(records) == [(1, "latitude", NoteCode.COORDINATES_SWAPPED)]


def test_what_is_no_feature_is_told_by_its_number():
    records = read(collected(feature(None, name="A"), 5, {"properties": "x"}))
    assert (records.read, records.left_out) == (3, 2)
    assert told(records)[:2] == [
        (2, "", NoteCode.NOT_A_RECORD),
        (3, "", NoteCode.NOT_A_RECORD),
    ]


def card(*lines):
    return "\r\n".join(("BEGIN:VCARD", "VERSION:3.0", *lines, "END:VCARD", "")).encode()


def test_quoted_printable_folds_and_groups_of_cards_are_undone():
    raw = (
        b"BEGIN:VCARD\r\nVERSION:2.1\r\n"
        b"ORG;ENCODING=QUOTED-PRINTABLE;CHARSET=ISO-8859-1:Kita M=F6wen=\r\nnest;Krippe\r\n"
        b"NOTE;ENCODING=QUOTED-PRINTABLE:Zeile 1=0D=0AZeile 2\r\n"
        b"item1.TEL;WORK:04931\r\n  12345\r\nEND:VCARD\r\n"
    )
    (draft,) = read(raw).drafts
    assert (draft.organisation, draft.service) == ("Kita Möwennest", "Krippe")
    assert (draft.note, draft.phone) == ("Zeile 1\nZeile 2", "04931 12345")


def test_what_a_card_says_twice_goes_to_the_note_and_is_told():
    records = read(
        card(
            "FN:Praxis",
            "TEL;TYPE=HOME:04931 1111",
            "TEL;TYPE=WORK,VOICE:04931 2222",
            "TEL;TYPE=FAX:04931 3333",
            "EMAIL:a@example.org",
            "EMAIL;TYPE=PREF:b@example.org",
            "ADR:4711;;;Norden;;26506;Niederlande",
            "CATEGORIES:Arzt,Kinder",
            "GEO:irgendwo",
        )
    )
    (draft,) = records.drafts
    assert (draft.phone, draft.email) == ("04931 2222", "b@example.org")
    assert (draft.street, draft.category) == ("Postfach 4711", Category.DOCTOR)
    assert draft.note.splitlines() == [
        "Land: Niederlande",
        "Weitere Telefonnummer: 04931 1111",
        "Weitere E-Mail: a@example.org",
        "Fax: 04931 3333",
        "Stichwort: Kinder",
    ]
    assert (1, "latitude", NoteCode.COORDINATES_NONSENSE) in told(records)
    assert sum(note.code is NoteCode.MOVED_TO_NOTE for note in records.notes) == 5


def test_bad_lines_lost_ends_and_nested_cards_spoil_no_other_card():
    raw = b"BEGIN:VCARD\nFN:Eins\nkaputt\n;;:x\nBEGIN:VCARD\nFN:Zwei\nAGENT:\nBEGIN:VCARD\nFN:In\n"
    raw += b"END:VCARD\nTEL:04931 12345\nEND:VCARD\nLaerm\nBEGIN:VCARD\nFN:Drei\n"
    records = read(raw)
    assert [draft.organisation for draft in records.drafts] == ["Eins", "Zwei", "Drei"]
    assert records.drafts[1].phone == "04931 12345"
    bad = [(note.row, note.before) for note in records.notes if note.code is NoteCode.BAD_LINE]
    assert bad == [(1, "kaputt"), (1, ";;:x"), (1, "END:VCARD"), (3, "END:VCARD")]


def test_a_line_of_hostile_parameters_takes_no_time():
    hostile = "TEL;X=" + ",".join("a" * 40) + '"b:1'
    records = read(card("FN:Kita", hostile))
    assert told(records) == [(1, "", NoteCode.BAD_LINE)]


def hsds(**tables):
    place = {"id": "l1", "location_type": "physical", "latitude": 53.5, "longitude": 7.2}
    place["addresses"] = [
        {"id": "a", "address_1": "Deich 1", "address_2": "Haus B", "city": "Norden"}
        | {"postal_code": "26506", "country": "DE", "address_type": "physical"}
    ]
    return {
        "organizations": [{"id": "o1", "name": "AWO", "description": "AWO", "email": "a@b.de"}],
        "services": [{"id": "s1", "organization_id": "o1", "name": "Kita", "status": "active"}],
        "locations": [place],
        "service_at_locations": [{"id": "x1", "service_id": "s1", "location_id": "l1"}],
    } | tables


def test_tables_of_hsds_are_brought_together():
    records = read(
        hsds(
            phones=[{"id": "p", "service_id": "s1", "number": "04931 12345"}],
            contacts=[{"id": "c", "organization_id": "o1", "name": "Tomke", "title": "Leitung"}],
            languages=[{"id": "g", "service_id": "s1", "code": "nds"}],
            cost_options=[
                {"id": "k", "service_id": "s1", "option": "Essen", "amount": 60.5}
                | {"currency": "EUR", "amount_description": "monatlich", "valid_from": "2026-08-01"}
            ],
            schedules=[
                {"id": "d", "service_at_location_id": "x1", "freq": "WEEKLY"}
                | {"byday": "MO,TU", "opens_at": "08:00", "closes_at": "12:00:00"}
                | {"valid_from": "2026-08-01"}
            ],
        )
    )
    (draft,) = records.drafts
    assert (draft.organisation, draft.service, draft.street) == ("AWO", "Kita", "Deich 1, Haus B")
    assert (draft.phone, draft.languages) == ("04931 12345", ("nds",))
    assert draft.contacts == (ContactPerson("Tomke", "Leitung"),)
    (cost,) = draft.costs
    assert (cost.label, cost.cents, cost.per) == ("Essen", 6_050, CostPer.MONTH)
    assert (draft.hours_osm, draft.hours_from.isoformat()) == ("Mo-Tu 08:00-12:00", "2026-08-01")
    assert records.shared["x1"].organisation == "o1"
    assert records.notes == ()


def test_services_with_everything_nested_are_read_alike():
    flat = hsds()
    service = flat["services"][0] | {"organization": flat["organizations"][0]}
    del service["organization_id"]
    service["service_at_locations"] = [{"id": "x1", "location": flat["locations"][0]}]
    assert read([service]).drafts == read(flat).drafts


@pytest.mark.parametrize(
    ("tables", "missing"),
    [
        ({"services": []}, "service_id s1"),
        ({"locations": []}, "location_id l1"),
        ({"organizations": [{"id": "o9", "name": "B"}]}, "organization_id o1"),
    ],
)
def test_a_row_whose_parent_is_missing_is_left_out_and_told(tables, missing):
    records = read(hsds(**tables))
    lost = [note for note in records.notes if note.code is NoteCode.PARENT_MISSING]
    assert [(note.row, note.key, note.before) for note in lost] == [(1, "x1", missing)]
    assert "x1" not in {draft.source_key for draft in records.drafts}


def test_a_part_of_nothing_is_told():
    records = read(hsds(phones=[{"id": "p", "service_id": "s9", "number": "1"}]))
    assert [(note.row, note.code, note.before) for note in records.notes] == [
        (2, NoteCode.PARENT_MISSING, "phone: s9")
    ]
    assert (records.read, len(records.drafts)) == (2, 1)


def test_organizations_and_services_that_are_nowhere_are_rows_too():
    records = read(hsds(locations=[], service_at_locations=[]) | {"service_at_locations": []})
    (draft,) = records.drafts
    assert (draft.organisation, draft.service, draft.town) == ("AWO", "Kita", "")


@pytest.mark.parametrize(
    ("schedules", "osm", "told_of"),
    [
        ([("MO,TU", "08:00", "12:00"), ("MO", "14:00", "16:00")], None, 0),
        ([("SA", "16:00", "13:00")], "", 1),
        ([("XX", "08:00", "12:00")], "", 1),
        ([("1MO", "08:00", "12:00")], "", 1),
        ([("FR", "20:00", "02:00")], "Fr 20:00-02:00", 0),
        ([("MO", "8 Uhr", "12:00")], "", 1),
    ],
)
def test_schedules_become_hours_where_they_are_rules_of_the_week(schedules, osm, told_of):
    listed = [
        {"id": str(n), "freq": "WEEKLY", "byday": days, "opens_at": opens, "closes_at": closes}
        for n, (days, opens, closes) in enumerate(schedules)
    ]
    pair = {"id": "x1", "service_id": "s1", "location_id": "l1", "schedules": listed}
    records = read(hsds(service_at_locations=[pair]))
    wanted = "Mo 08:00-12:00,14:00-16:00; Tu 08:00-12:00" if osm is None else osm
    assert records.drafts[0].hours_osm == wanted
    assert sum(note.code is NoteCode.HOURS_NOT_OSM for note in records.notes) == told_of


def test_a_rule_of_the_month_and_words_alone():
    monthly = {"id": "1", "freq": "MONTHLY", "byday": "1MO,3MO", "opens_at": "09:00"}
    monthly["closes_at"] = "11:00"
    pair = {"id": "x1", "service_id": "s1", "location_id": "l1"}
    rule = read(hsds(service_at_locations=[pair | {"schedules": [monthly]}]))
    assert rule.drafts[0].hours_osm == "Mo[1],Mo[3] 09:00-11:00"
    words = [{"id": "1", "description": "Mo-Fr 8-12 Uhr"}]
    said = read(hsds(service_at_locations=[pair | {"schedules": words}]))
    assert said.drafts[0].hours_given == "Mo-Fr 8-12 Uhr"
    assert said.drafts[0].hours_osm == "Mo-Fr 08:00-12:00"


def test_what_hsds_says_beside_goes_to_the_note():
    service = {"id": "s1", "organization_id": "o1", "name": "Kita", "status": "inactive"}
    service |= {"application_process": "schriftlich", "minimum_age": 0.5}
    records = read(hsds(services=[service]))
    assert records.drafts[0].note == "Anmeldung: schriftlich"
    assert records.drafts[0].min_age_months == 6
    assert told(records) == [
        (1, "organisation", NoteCode.MAYBE_CLOSED),
        (1, "description", NoteCode.MOVED_TO_NOTE),
    ]


def test_money_of_another_country_stays_words():
    service = {"id": "s1", "organization_id": "o1", "name": "Kita", "status": "active"}
    service["cost_options"] = [{"id": "k", "amount": 20, "currency": "CHF"}]
    assert read(hsds(services=[service])).drafts[0].costs == (
        Cost(per=CostPer.OTHER, note="20 CHF"),
    )
