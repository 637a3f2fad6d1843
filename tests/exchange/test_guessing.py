"""Guessing what the columns of a list are: heads, near spellings, contents, keys, names."""

from __future__ import annotations

import csv
import io

import pytest

from app.exchange.guessing import (
    Origin,
    category_of,
    guess,
    list_name,
    recognising,
    used_columns,
    words_of,
)
from app.exchange.mapping import TARGETS, FieldMap, Mapping
from app.exchange.providers import read_rows_as_providers
from app.exchange.sources import open_source
from app.exchange.synonyms import HEADS
from app.progress import finish
from app.records.providers import Category


def source(*rows, name="Liste.csv"):
    """A table of the rows, the first of them the heads."""
    text = io.StringIO()
    csv.writer(text, delimiter=";").writerows(rows)
    return finish(open_source(text.getvalue().encode("utf-8"), name))


def guessed(*rows, name="Liste.csv"):
    return guess(source(*rows, name=name))


def fields(found):
    return {name: each.columns or each.value for name, each in found.mapping.fields.items()}


def test_every_head_that_is_known_belongs_to_a_field_of_a_mapping():
    assert set(HEADS) - {"house_number", "postcode_town"} <= set(TARGETS)


@pytest.mark.parametrize(
    ("head", "value", "field"),
    [
        ("Einrichtung", "Kita A", "organisation"),
        ("NAME DER EINRICHTUNG", "Kita A", "organisation"),
        ("Träger", "AWO", "operator"),
        ("Traeger der Einrichtung", "AWO", "operator"),
        ("Strasse", "Am Markt 1", "street"),
        ("Straße/Hausnummer", "Am Markt 1", "street"),
        ("PLZ", "26506", "postcode"),
        ("Ort", "Norden", "town"),
        ("Tel.-Nr.", "040 1234567", "phone"),
        ("Telefon (dienstlich)", "040 1234567", "phone"),
        ("Mail", "a@example.org", "email"),
        ("Homepage", "www.example.org", "website"),
        ("Sprechzeiten", "Mo-Fr 8-12", "hours_given"),
        ("Anzahl Plätze", "20", "places"),
        ("freie Plätze", "2", "free_places"),
        ("Eingewöhnung", "6", "settling_weeks"),
        ("Eingewöhnungszeit (Wochen)", "4 Wochen", "settling_weeks"),
        ("barrierefrei", "ja", "accessible"),
        ("Bemerkungen", "nur vormittags", "note"),
        ("Ansprechpartner/in", "Frau Beispiel", "contact_name"),
        ("Elternbeitrag", "120 €", "cost"),
        ("Zip Code", "26506", "postcode"),
        ("opening_hours", "Mo-Fr 08:00-12:00", "hours_given"),
    ],
)
def test_a_known_head_is_its_field(head, value, field):
    rows = [["Kennzeichen", head], *([f"a{number}", value] for number in range(3))]
    found = guessed(*rows)
    assert found.mapping.fields[field].columns == (head,)
    assert field not in found.doubtful


@pytest.mark.parametrize(
    ("head", "field"),
    [("Öffungszeiten", "hours_given"), ("Postleizahl", "postcode"), ("Telephon", "phone")],
)
def test_a_misspelt_head_is_taken_and_doubted(head, field):
    value = {"hours_given": "Mo 8-12", "postcode": "26506", "phone": "040 123456"}[field]
    found = guessed(["Name", head], ["Kita A", value], ["Kita B", value])
    assert found.mapping.fields[field].columns == (head,)
    assert found.doubtful == (field,)
    assert not found.is_certain


def test_columns_without_heads_are_told_by_what_they_hold_and_doubted():
    found = guessed(
        ["Kita Möwe", "Am Deich 1", "26506", "Norden", "moewe@example.org", "www.example.org"],
        ["Kita Düne", "Inselweg 3", "26548", "Norderney", "duene@example.org", "example.org/x"],
    )
    assert fields(found) | {"category": "kita"} == {
        "organisation": ("A",),
        "category": "kita",
        "street": ("B",),
        "postcode": ("C",),
        "email": ("E",),
        "website": ("F",),
    }
    assert set(found.doubtful) == {"organisation", "street", "postcode", "email", "website"}


def test_a_street_beside_its_number_is_joined_and_a_full_one_is_not():
    joined = guessed(
        ["Name", "Straße", "Nr.", "Ort"], ["A", "Am Markt", "1", "X"], ["B", "Weg", "2", "Y"]
    )
    assert joined.mapping.fields["street"].columns == ("Straße", "Nr.")
    full = guessed(
        ["Name", "Straße", "Nr.", "Ort"], ["A", "Markt 1", "1", "X"], ["B", "Weg 3", "2", "Y"]
    )
    assert full.mapping.fields["street"].columns == ("Straße",)


def test_an_address_in_one_column_is_taken_apart():
    found = source(
        ["Name", "Anschrift"],
        ["Kita A", "Am Markt 1, 26506 Norden"],
        ["Kita B", "Weg 2 a, 26603 Aurich"],
    )
    drafts = finish(read_rows_as_providers(found, guess(found).mapping)).drafts
    assert [(each.street, each.postcode, each.town) for each in drafts] == [
        ("Am Markt 1", "26506", "Norden"),
        ("Weg 2 a", "26603", "Aurich"),
    ]


def test_post_code_and_town_in_one_column_are_taken_apart():
    found = source(["Name", "PLZ/Ort"], ["Kita A", "26506 Norden"], ["Kita B", "26603 Aurich"])
    drafts = finish(read_rows_as_providers(found, guess(found).mapping)).drafts
    assert [(each.postcode, each.town) for each in drafts] == [
        ("26506", "Norden"),
        ("26603", "Aurich"),
    ]


def test_people_with_two_names_are_called_by_both():
    found = guessed(["Name", "Vorname", "Ort"], ["Beispiel", "Rieke", "X"], ["Muster", "Jan", "Y"])
    assert found.mapping.fields["organisation"].columns == ("Vorname", "Name")


def test_ages_are_years_or_months_as_the_head_or_the_numbers_say():
    years = guessed(["Name", "Alter ab", "Alter bis"], ["A", "1", "6"], ["B", "3", "10"])
    assert {years.mapping.fields[f"{edge}_age_months"].shape for edge in ("min", "max")} == {
        "years"
    }
    months = guessed(["Name", "Alter ab (Monate)"], ["A", "6"], ["B", "12"])
    assert months.mapping.fields["min_age_months"].shape == ""
    many = guessed(["Name", "Alter ab"], ["A", "12"], ["B", "36"])
    assert many.mapping.fields["min_age_months"].shape == ""


def test_degrees_are_taken_as_a_pair_or_not_at_all():
    both = guessed(["Name", "lat", "lon"], ["A", "53.5", "7.2"], ["B", "53.6", "7.3"])
    assert fields(both)["latitude"] == ("lat",)
    one = guessed(["Name", "lat", "x"], ["A", "53.5", "a"], ["B", "53.6", "b"])
    assert "latitude" not in one.mapping.fields
    unnamed = guessed(["Name", "a", "b"], ["A", "53,51", "7,21"], ["B", "53,62", "7,33"])
    assert (fields(unnamed)["latitude"], fields(unnamed)["longitude"]) == (("a",), ("b",))


@pytest.mark.parametrize(
    ("heads", "rows", "key"),
    [
        (("Schulnummer", "Name"), (("NI-1", "A"), ("NI-7", "B")), "Schulnummer"),
        (("ID", "Name"), (("81", "A"), ("17", "B")), "ID"),
        (("Nr.", "Name"), (("1", "A"), ("2", "B"), ("3", "C")), ""),
        (("Nr.", "Name"), (("1", "A"), ("2", "B"), ("5", "C"), ("6", "D")), ""),
        (("Lfd. Nr.", "Name"), (("7", "A"), ("3", "B")), ""),
        (("ID", "Name"), (("7", "A"), ("7", "B")), ""),
        (("ID", "Name"), (("7", "A"), ("", "B")), ""),
        (("Name", "Ort"), (("A", "X"), ("B", "Y")), ""),
    ],
)
def test_the_key_names_each_row_once_and_does_not_only_count(heads, rows, key):
    assert guessed(heads, *rows).mapping.key == key


def test_no_column_is_read_for_two_fields_and_the_rest_is_told():
    found = source(["Telefon", "Tel.", "Einrichtung", "Farbe"], *[["040 1", "040 2", "A", "b"]] * 2)
    proposal = guess(found)
    columns = [column for each in proposal.mapping.fields.values() for column in each.columns]
    assert len(columns) == len(set(columns))
    assert proposal.unread(found) == ("Tel.", "Farbe")
    assert proposal.origin is Origin.GUESSED


def test_without_anything_like_a_name_nothing_can_be_taken():
    found = guessed(["a", "b"], ["1", "2"], ["3", "4"])
    assert found.missing == ("organisation",)
    assert not found.is_certain


@pytest.mark.parametrize(
    ("word", "code"),
    [
        ("Kita", "kita"),
        ("Kindergarten Sonnenschein", "kita"),
        ("Grundschule", "school"),
        ("Ev. Familienberatungsstelle", "counselling"),
        ("Sonstiges", "other"),
        ("Quark", ""),
    ],
)
def test_words_of_kinds_are_known(word, code):
    assert category_of(word) == code


def test_a_column_of_kinds_is_translated_where_its_words_are_unusual():
    assert words_of(["Kita", "Kita (kirchlich)", "Quark", ""]) == {"Kita (kirchlich)": "kita"}
    found = source(
        ["Name", "Art"], ["A", "Kita (kirchlich)"], ["B", "Grundschule"], ["C", "Beratungsstelle"]
    )
    drafts = finish(read_rows_as_providers(found, guess(found).mapping)).drafts
    assert [each.category for each in drafts] == [
        Category.KITA,
        Category.SCHOOL,
        Category.COUNSELLING,
    ]


@pytest.mark.parametrize("name", ["Kitas.csv", "Kindertagesstätten im Kreis.csv"])
def test_a_list_that_does_not_say_its_kind_has_that_of_its_name(name):
    found = guessed(["Name", "Ort"], ["Sonnenschein", "X"], ["Regenbogen", "Y"], name=name)
    assert found.mapping.fields["category"] == FieldMap(value="kita")


@pytest.mark.parametrize(
    ("file", "name"),
    [
        ("Kitas.csv", "Kitas"),
        ("Kitas 2026-11.csv", "Kitas"),
        ("Kitas_2026_11_28.xlsx", "Kitas"),
        ("Kitas Stand 10-2026.csv", "Kitas"),
        ("Kitas vom 28.11.2026.csv", "Kitas"),
        ("Kitas (2).csv", "Kitas"),
        ("Kitas_v3.csv", "Kitas"),
        ("2026.csv", "2026"),
        ("Schule 1 Aurich.csv", "Schule 1 Aurich"),
    ],
)
def test_a_list_is_called_as_its_file_without_its_date(file, name):
    assert list_name(file) == name


def test_a_list_that_came_before_keeps_its_name():
    assert list_name("kitas_2027-01.csv", ["Kitas", "Schulen"]) == "Kitas"


def test_a_list_is_known_again_by_the_key_it_had():
    found = source(["Nr.", "Kennung", "Name"], ["1", "k-1", "A"], ["2", "k-2", "B"])
    mapping = Mapping("Liste", "Nr.", fields={"organisation": FieldMap(columns=("Name",))})
    assert recognising(mapping, found, {"k-1", "k-9"}).key == "Kennung"
    assert recognising(mapping, found, {"a||26506|weg1", "b||26506|weg2"}).key == ""
    assert recognising(mapping, found, set()) is mapping
    assert recognising(mapping, found, {"x"}).key == "Nr."


def test_used_columns_are_those_of_fields_hours_doubts_and_the_key():
    from app.exchange.mapping import read_mapping

    mapping, _ = read_mapping(
        "m.toml",
        b'name = "l"\nformat = "csv"\nkey = "id"\n[fields.organisation]\nfrom = ["a", "b"]\n'
        b'[[hours]]\ndays = "Mo"\nopens = "o"\ncloses = "c"\n'
        b'[[doubts]]\nfield = "street"\nfrom = "d"\nwords = ["x"]\ncode = "placeholder"\n',
    )
    assert used_columns(mapping) == {"id", "a", "b", "o", "c", "d"}


@pytest.mark.parametrize(
    ("name", "least"),
    [
        ("schools_lower_saxony/schools.json", {"organisation", "service", "phone", "latitude"}),
        ("kitas_schleswig_holstein/kitas.json", {"organisation", "street", "postcode", "town"}),
    ],
)
def test_real_lists_are_guessed_well_enough_to_begin_with(shared, name, least):
    path = shared(name)
    found = finish(open_source(path.read_bytes(), path.name))
    assert least <= guess(found).mapping.fields.keys()
