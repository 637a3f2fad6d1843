"""Three lists as clerks keep them today come in: what they say, and every oddity told."""

from __future__ import annotations

from app.exchange.mapping import FieldMap, HoursMap, Mapping
from app.exchange.providers import read_rows_as_providers
from app.exchange.sources import joined_cards, open_source
from app.progress import finish
from app.records.imports import NoteCode, NoteKind
from app.records.providers import Category, ContactPerson
from tests.exchange import clerks


def columns(**fields):
    return {name: FieldMap(columns=(column,)) for name, column in fields.items()}


CSV = Mapping(
    "Kitas",
    "Lfd. Nr.",
    "csv",
    fields=columns(
        organisation="Name der Einrichtung",
        operator="Träger",
        street="Straße",
        postcode="PLZ",
        town="Ort",
        phone="Telefon",
        email="E-Mail",
        hours_given="Betreuungszeiten",
        places="Plätze",
        note="Notiz",
    )
    | {"category": FieldMap(value="kita")},
)
XLSX = Mapping(
    "Anbieter",
    "",
    "workbook",
    fields=columns(
        organisation="Einrichtung",
        street="Anschrift / Straße",
        postcode="Anschrift / PLZ",
        town="Anschrift / Ort",
        phone="Kontakt / Telefon",
        email="Kontakt / E-Mail",
        places="Plätze",
        category="Art",
    ),
    hours=(HoursMap("Mo-Fr", "Öffnungszeit / von", "Öffnungszeit / bis", "clock"),),
)


def read(data, name, mapping=None):
    return finish(read_rows_as_providers(finish(open_source(data, name)), mapping))


def told(records):
    return [(note.row, note.field, note.code) for note in records.notes]


def test_a_semicolon_csv_in_cp1252_comes_in_with_every_oddity_told():
    records = read(clerks.semicolons(), "Kitas.csv", CSV)
    assert (records.read, records.left_out, records.numbers) == (4, 0, (4, 5, 6, 8))
    first, second, third, fourth = records.drafts
    assert (first.organisation, first.street) == ('Kita "Möwennest"', "Am Deich 3")
    assert (first.hours_osm, first.places) == ("Mo-Fr 07:30-16:00", 50)
    assert second.hours_osm == "Mo-Th 08:00-16:00; Fr 08:00-12:00"
    assert second.note == "Anmeldung nur\r\nschriftlich"
    assert (third.organisation, third.hours_given) == ("Krippe „Wühlmäuse“ – privat", "")
    assert (fourth.hours_osm, fourth.hours_given) == ("", "16.00 - 7.30 Uhr")
    assert told(records) == [
        (4, "hours_given", NoteCode.HOURS_READ),
        (5, "organisation", NoteCode.TRIMMED),
        (5, "postcode", NoteCode.TRIMMED),
        (5, "hours_given", NoteCode.HOURS_READ),
        (6, "phone", NoteCode.PHONE_DOUBT),
        (6, "email", NoteCode.EMAIL_DOUBT),
        (6, "places", NoteCode.NOT_A_NUMBER),
        (6, "hours_given", NoteCode.HOURS_ZERO),
        (8, "postcode", NoteCode.POSTCODE_TOO_LONG),
        (8, "hours_given", NoteCode.HOURS_BACKWARDS),
    ]


def test_a_workbook_with_merged_heads_comes_in_with_lost_zeros_told():
    source = finish(open_source(clerks.merged_heads(), "Anbieter.xlsx"))
    assert (source.reading.sheet, source.reading.head) == ("Anbieter 2026", (3, 4))
    assert source.sheets == ("Deckblatt", "Anbieter 2026")
    assert source.columns == (
        *("Einrichtung", "Anschrift / Straße", "Anschrift / PLZ", "Anschrift / Ort"),
        *("Kontakt / Telefon", "Kontakt / E-Mail", "Öffnungszeit / von", "Öffnungszeit / bis"),
        *("Plätze", "Art"),
    )
    records = finish(read_rows_as_providers(source, XLSX))
    first, second, third = records.drafts
    assert (first.postcode, second.postcode, third.postcode) == ("26506", "26548", "1067")
    assert (first.hours_osm, first.places) == ("Mo-Fr 07:30-16:00", 25)
    assert {draft.category for draft in records.drafts} == {Category.KITA}
    assert records.numbers == (5, 6, 7)
    assert told(records) == [
        (6, "phone", NoteCode.PHONE_DOUBT),
        (7, "postcode", NoteCode.POSTCODE_ZERO_LOST),
    ]


def test_a_key_is_made_where_the_list_has_none_and_stays_the_same():
    one, other = (read(clerks.merged_heads(), "a.xlsx", XLSX) for _ in range(2))
    assert one == other
    assert one.drafts[0].source_key == "kitadeichkinder||26506|amdeich1"


def test_a_folder_of_vcards_comes_in_card_by_card():
    raw = joined_cards(clerks.cards().values())
    records = finish(open_source(raw, "Kontakte.vcf")).records
    assert (records.source, records.read, records.left_out) == ("Kontakte", 3, 0)
    advice, childminder, school = records.drafts
    assert (advice.organisation, advice.street) == (
        "AWO Beratungsstelle Süd",
        "Große Mühlenwallstr. 1",
    )
    assert advice.contacts == (ContactPerson("Frau Anke Müller", "Leiterin"),)
    assert advice.note == "Fax: 04941 67514"
    assert (childminder.organisation, childminder.category) == (
        "Tomke Okken",
        Category.CHILDMINDING,
    )
    assert childminder.note == "Betreut ab 6 Uhr, auch samstags."
    assert (school.phone, school.latitude) == ("+49-4931-924-0", 53.5959)
    assert told(records) == [
        (1, "phone", NoteCode.MOVED_TO_NOTE),
        (3, "", NoteCode.BAD_LINE),
    ]
    assert [note.before for note in records.notes if note.code is NoteCode.BAD_LINE] == [
        "kaputte Zeile"
    ]
    assert all(note.code.kind is not NoteKind.LEFT_OUT for note in records.notes)


def test_each_card_of_the_folder_can_be_read_alone():
    for name, data in clerks.cards().items():
        records = finish(open_source(data, name)).records
        assert (records.source, len(records.drafts)) == (name.removesuffix(".vcf"), 1)
