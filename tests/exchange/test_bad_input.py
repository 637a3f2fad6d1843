"""The bad input an office meets, one by one: told by row and field, the rest taken."""

from __future__ import annotations

import json

import pytest

from app.exchange import values
from app.exchange.mapping import FieldMap, HoursMap, Mapping
from app.exchange.providers import made_key, read_rows_as_providers
from app.exchange.sources import open_source
from app.progress import finish
from app.records.imports import NoteCode
from app.records.providers import ContactPerson, Cost, CostPer, ProviderDraft

FIELDS = (
    *("organisation", "postcode", "phone", "hours_given", "latitude", "longitude", "valid_from"),
    *("valid_to", "free_places", "free_as_of", "by_appointment", "contact_name", "contact_phone"),
    *("cost", "website", "hours_osm", "settling_weeks"),
)
MAPPING = Mapping("Liste", "", "csv", fields={name: FieldMap(columns=(name,)) for name in FIELDS})


def read(mended=None, mapping=MAPPING, **cells):
    cells = {"organisation": "Kita"} | cells
    text = json.dumps([cells], ensure_ascii=False)
    source = finish(open_source(text.encode(), "liste.json"))
    chosen = {name: each for name, each in mapping.fields.items() if name in cells}
    chosen |= {name: each for name, each in mapping.fields.items() if each.value}
    used = Mapping("Liste", mapping.key, "json", fields=chosen, hours=mapping.hours)
    return finish(read_rows_as_providers(source, used, mended))


def told(records):
    return [(note.field, note.code, note.before, note.after) for note in records.notes]


@pytest.mark.parametrize(
    ("cells", "note"),
    [
        ({"postcode": "266033"}, ("postcode", NoteCode.POSTCODE_TOO_LONG, "266033", "266033")),
        ({"postcode": "26603 "}, ("postcode", NoteCode.TRIMMED, "26603 ", "26603")),
        ({"postcode": "1067"}, ("postcode", NoteCode.POSTCODE_ZERO_LOST, "1067", "1067")),
        (
            {"hours_given": "Mo-Fr 16-7.30 Uhr"},
            ("hours_given", NoteCode.HOURS_BACKWARDS, "Mo-Fr 16-7.30 Uhr", ""),
        ),
        (
            {"hours_given": "Mo-Fr 16:00-13:00"},
            ("hours_given", NoteCode.HOURS_BACKWARDS, "Mo-Fr 16:00-13:00", ""),
        ),
        ({"hours_given": "0,0,0,0,0"}, ("hours_given", NoteCode.HOURS_ZERO, "0,0,0,0,0", "")),
        ({"hours_osm": "00:00-00:00"}, ("hours_osm", NoteCode.HOURS_ZERO, "00:00-00:00", "")),
        (
            {"latitude": "7.2", "longitude": "53.5"},
            ("latitude", NoteCode.COORDINATES_SWAPPED, "7.2 53.5", "53.5 7.2"),
        ),
        (
            {"organisation": "Fr. Müller und Hr. Schmidt"},
            (
                "organisation",
                NoteCode.TWO_NAMES,
                "Fr. Müller und Hr. Schmidt",
                "Fr. Müller und Hr. Schmidt",
            ),
        ),
        (
            {"organisation": "Müller, Schmidt"},
            ("organisation", NoteCode.TWO_NAMES, "Müller, Schmidt", "Müller, Schmidt"),
        ),
        (
            {"contact_name": "Anna Müller / Bernd Schmidt"},
            (
                "contact_name",
                NoteCode.TWO_NAMES,
                "Anna Müller / Bernd Schmidt",
                "Anna Müller / Bernd Schmidt",
            ),
        ),
        ({"phone": "04931 12O4"}, ("phone", NoteCode.PHONE_DOUBT, "04931 12O4", "04931 12O4")),
        ({"phone": 493112345}, ("phone", NoteCode.PHONE_DOUBT, "493112345", "493112345")),
        (
            {"organisation": "Kita MÃ¼ller"},
            ("organisation", NoteCode.MOJIBAKE, "Kita MÃ¼ller", "Kita Müller"),
        ),
        (
            {"organisation": "Kita M\ufffdller"},
            ("organisation", NoteCode.MOJIBAKE, "Kita M\ufffdller", "Kita M\ufffdller"),
        ),
        (
            {"valid_from": "1.3.2026", "valid_to": "1.2.2026"},
            ("valid_to", NoteCode.ENDS_BEFORE_IT_BEGINS, "2026-03-01 – 2026-02-01", ""),
        ),
        ({"free_as_of": "31.2.2026"}, ("free_as_of", NoteCode.NOT_A_DATE, "31.2.2026", "")),
        ({"free_places": "drei"}, ("free_places", NoteCode.NOT_A_NUMBER, "drei", "")),
        ({"free_places": 100_001}, ("free_places", NoteCode.NOT_A_NUMBER, "100001", "")),
        (
            {"settling_weeks": "4-6 Wochen"},
            ("settling_weeks", NoteCode.NOT_A_NUMBER, "4-6 Wochen", ""),
        ),
        ({"settling_weeks": 27}, ("settling_weeks", NoteCode.NOT_A_NUMBER, "27", "")),
        (
            {"settling_weeks": "30 Wochen"},
            ("settling_weeks", NoteCode.NOT_A_NUMBER, "30 Wochen", ""),
        ),
        ({"by_appointment": "manchmal"}, ("by_appointment", NoteCode.NOT_YES_NO, "manchmal", "")),
        ({"cost": "auf Anfrage"}, ("cost", NoteCode.NOT_A_PRICE, "auf Anfrage", "auf Anfrage")),
        ({"website": "keine"}, ("website", NoteCode.WEBSITE_DOUBT, "keine", "keine")),
        (
            {"hours_given": "Mo-Fr 8-12 Uhr"},
            ("hours_given", NoteCode.HOURS_READ, "Mo-Fr 8-12 Uhr", "Mo-Fr 08:00-12:00"),
        ),
        (
            {"hours_given": "werktags 8-12 Uhr"},
            ("hours_given", NoteCode.HOURS_DOUBTFUL, "werktags 8-12 Uhr", ""),
        ),
        (
            {"hours_given": "fragen Sie im Büro"},
            ("hours_given", NoteCode.HOURS_NOT_OSM, "fragen Sie im Büro", ""),
        ),
    ],
)
def test_each_oddity_is_told_with_its_value_and_the_row_is_taken(cells, note):
    records = read(**cells)
    assert len(records.drafts) == 1
    assert note in told(records)
    assert records.notes[0].row == 1


@pytest.mark.parametrize(
    ("given", "osm"),
    [
        ("Mo-Fr 16-7.30 Uhr", ""),
        ("Fr 20-2 Uhr", "Fr 20:00-02:00"),
        ("Mo-Fr 20.00-6.00 Uhr", "Mo-Fr 20:00-06:00"),
        ("Mo-Fr 8-12 Uhr, 14-18 Uhr", "Mo-Fr 08:00-12:00,14:00-18:00"),
        ("0,0,0,0,0", ""),
        ("in den Sommerferien 3 Wochen zu, sonst 8-12", ""),
    ],
)
def test_hours_are_taken_only_where_they_are_sure(given, osm):
    (draft,) = read(hours_given=given).drafts
    assert draft.hours_osm == osm
    assert draft.hours_given == ("" if given.startswith("0,") else given)


def test_a_value_that_somebody_mended_is_read_again_and_tidied():
    wrong = read(phone="04931 12O4", postcode="266033")
    assert {note.field for note in wrong.notes} == {"phone", "postcode"}
    mended = {1: {"phone": " 04931 12045 ", "postcode": "26603"}}
    right = read(mended, phone="04931 12O4", postcode="266033")
    assert (right.drafts[0].phone, right.drafts[0].postcode) == ("04931 12045", "26603")
    assert [note.code for note in right.notes] == [NoteCode.TRIMMED]


def test_a_row_that_was_left_out_comes_in_when_mended():
    assert read(organisation=" ").drafts == ()
    assert read({1: {"organisation": "Kita"}}, organisation=" ").drafts[0].organisation == "Kita"
    mapping = Mapping("Liste", "nr", "json", fields=MAPPING.fields)
    assert read(mapping=mapping).drafts == ()
    assert read({1: {"source_key": "7"}}, mapping=mapping).drafts[0].source_key == "7"


def test_a_field_the_list_does_not_have_can_be_mended_in():
    (draft,) = read(
        {1: {"town": "Norden", "category": "Krippe", "languages": "Deutsch, Dari"}}
    ).drafts
    assert (draft.town, draft.category.value) == ("Norden", "kita")
    assert draft.languages == ("de", "fa-AF")


def test_values_of_cards_can_be_mended_too():
    source = finish(open_source(b"BEGIN:VCARD\nTEL:04931 12O4\nEND:VCARD\n", "a.vcf"))
    assert source.records.drafts == ()
    mended = {1: {"organisation": "Kita", "phone": "04931 12045"}}
    (draft,) = finish(read_rows_as_providers(source, None, mended)).drafts
    assert (draft.organisation, draft.phone) == ("Kita", "04931 12045")


def test_five_days_of_zeros_are_no_hours():
    slots = tuple(HoursMap(day, f"{day}_von", f"{day}_bis", "clock") for day in ("Mo", "Tu", "We"))
    mapping = Mapping("Liste", "", "json", fields=MAPPING.fields, hours=slots)
    zeros = {f"{slot.days}_{edge}": "0" for slot in slots for edge in ("von", "bis")}
    records = read(mapping=mapping, **zeros)
    assert (records.drafts[0].hours_osm, records.drafts[0].hours_given) == ("", "")
    assert [note.code for note in records.notes] == [NoteCode.HOURS_ZERO]


def test_one_contact_person_and_one_price_come_from_columns():
    (draft,) = read(
        contact_name="Tomke Okken", contact_phone="04931 12345", cost="120,50 € monatlich"
    ).drafts
    assert draft.contacts == (ContactPerson("Tomke Okken", phone="04931 12345"),)
    assert draft.costs == (Cost(cents=12_050, per=CostPer.MONTH),)


def test_a_price_that_is_a_number_is_no_thousand():
    (draft,) = read(cost=120.125).drafts
    assert draft.costs == (Cost(cents=12_012, per=CostPer.OTHER),)


@pytest.mark.parametrize(
    ("text", "cost"),
    [
        ("120,50 €", Cost(cents=12_050, per=CostPer.OTHER)),
        ("1.250 EUR / Monat", Cost(cents=125_000, per=CostPer.MONTH)),
        ("€ 8,- täglich", Cost(cents=800, per=CostPer.DAY)),
        ("35 Euro pro Woche", Cost(cents=3_500, per=CostPer.WEEK)),
        ("5.5", Cost(cents=550, per=CostPer.OTHER)),
        ("50 einmalig", Cost(cents=5_000, per=CostPer.ONCE)),
        ("3 € je Stunde", Cost(cents=300, per=CostPer.HOUR)),
        ("kostenlos", Cost(cents=0, per=CostPer.OTHER, note="kostenlos")),
        ("ab 20 €", Cost(per=CostPer.OTHER, note="ab 20 €")),
        ("10-20 €", Cost(per=CostPer.OTHER, note="10-20 €")),
        ("20 € ermäßigt", Cost(per=CostPer.OTHER, note="20 € ermäßigt")),
        ("0.500 €", Cost(per=CostPer.OTHER, note="0.500 €")),
        ("9999999 €", Cost(per=CostPer.OTHER, note="9999999 €")),
    ],
)
def test_prices_are_read_as_offices_write_them(text, cost):
    tidy = values.price(text)
    assert tidy.value == cost
    assert (NoteCode.NOT_A_PRICE in {said.code for said in tidy.said}) == (cost.cents is None)


@pytest.mark.parametrize(
    ("raw", "day"),
    [
        ("01.03.2027", "2027-03-01"),
        ("1. 3. 27", "2027-03-01"),
        ("2027-03-01", "2027-03-01"),
        ("2027-03-01T10:00:00Z", "2027-03-01"),
        ("01.03.2027 07:30", None),
        ("March", None),
        ("31.12.9999", None),
        ("1.3.0027", None),
        (46_000, None),
        (True, None),
        ("", ""),
        (None, ""),
    ],
)
def test_days_are_read_as_offices_write_them(raw, day):
    tidy = values.day(raw)
    if day:
        assert tidy.value.isoformat() == day
    else:
        assert tidy.value is None
    assert bool(tidy.said) == (day is None)


@pytest.mark.parametrize(
    ("name", "two"),
    [
        ("Fr. A und Hr. B", True),
        ("Frau Müller, Frau Schmidt", True),
        ("Müller, Schmidt", True),
        ("Müller-Lüdenscheidt; Kloebner", True),
        ("Anny-Trapp-Kindertagesstätte, Eutin", False),
        ("Grundschule, Norden", False),
        ("Kita Deichkinder und Wattwürmer", False),
        ("Herr Müller", False),
        ("Bund für Umwelt und Naturschutz", False),
        ("", False),
    ],
)
def test_two_people_in_one_name_are_noticed_and_no_institution_is(name, two):
    assert (NoteCode.TWO_NAMES in {said.code for said in values.organisation(name).said}) == two


def test_rows_with_the_same_made_key_are_told_and_the_first_stays():
    source = finish(
        open_source(b"organisation;postcode\nKita;26506\nKITA;26506\nKita;1\n", "a.csv")
    )
    records = finish(read_rows_as_providers(source, MAPPING))
    assert len(records.drafts) == 2
    assert [(note.row, note.code) for note in records.notes if note.field == "source_key"] == [
        (3, NoteCode.SAME_KEY)
    ]
    assert records.left_out == 1


def test_a_made_key_does_not_depend_on_spelling():
    one = ProviderDraft("Kita Straße", service="Krippe", postcode="26506", street="Am Deich 1")
    other = ProviderDraft("KITA-STRASSE", service="krippe", postcode="26506", street="am deich 1")
    assert made_key(one) == made_key(other) == "kitastrasse|krippe|26506|amdeich1"


def test_naughty_strings_come_through_each_table(shared):
    hard = json.loads(shared("names/naughty_strings.json").read_text("utf-8"))
    source = finish(
        open_source(json.dumps([{"organisation": each} for each in hard]).encode(), "a")
    )
    records = finish(read_rows_as_providers(source, MAPPING))
    known = {
        note.row for note in records.notes if note.code in (NoteCode.NO_NAME, NoteCode.SAME_KEY)
    }
    assert set(records.numbers) | known == set(range(1, len(hard) + 1))


@pytest.mark.parametrize(
    ("raw", "weeks"),
    [(4, 4), (0, 0), ("6", 6), ("1 Woche", 1), (" 8 Wochen ", 8), ("6 Wo.", 6), ("", None)],
)
def test_weeks_to_settle_in_are_read(raw, weeks):
    tidy = values.weeks(raw)
    assert (tidy.value, tidy.said) == (weeks, ())


@pytest.mark.parametrize("raw", ["4-6", "4 bis 6 Wochen", "1 Monat", "individuell", -1, 2.5, True])
def test_what_are_no_whole_weeks_to_settle_in_is_told(raw):
    tidy = values.weeks(raw)
    assert tidy.value is None
    assert [said.code for said in tidy.said] == [NoteCode.NOT_A_NUMBER]
