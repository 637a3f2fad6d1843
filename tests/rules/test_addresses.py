"""Addresses and ways to reach somebody, as two lists write them."""

from __future__ import annotations

import pytest

from app.rules.addresses import address_of, reach_of


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Am Markt 3", "am  Markt 3"),
        ("Prisdorfer Str. 72", "Prisdorfer Straße 72"),
        ("Prisdorferstr. 72", "Prisdorfer Strasse 72"),
        ("Johann-Kühn-Straße 12 a", "Johann Kuehn Str. 12a"),
        ("Sudheimer Str. 36/38", "Sudheimer Straße 36"),
        ("Schulstr. 10 - 12", "Schulstraße 10-12"),
    ],
)
def test_one_street_in_two_ways_of_writing(one, other):
    assert address_of(one, "26506", "Norden") == address_of(other, " 26506 ", "NORDEN")


@pytest.mark.parametrize(
    ("street", "parts"),
    [
        ("Am Markt 3", ("ammarkt", "3")),
        ("Straße 12b", ("", "12b")),
        ("Poststr.", ("post", "")),
        ("", ("", "")),
        ("TEC-Center 1, Gebäude M", ("teccenter", "1")),
    ],
)
def test_street_and_number_are_told_apart(street, parts):
    found = address_of(street, "", "")
    assert (found.street, found.number) == parts


def test_what_stands_behind_a_town_in_brackets_is_no_part_of_it():
    assert address_of("", "", "Winsen (Luhe)").town == "winsen"


@pytest.mark.parametrize(
    ("phone", "digits"),
    [
        ("04931 4711", "049314711"),
        ("04931/47-11", "049314711"),
        ("+49 4931 4711", "049314711"),
        ("+49 (0)4931 4711", "049314711"),
        ("0049 4931 4711", "049314711"),
        ("04931 4711-0", "049314711"),
        ("04931 4711 - 00", "049314711"),
        ("+31 596 12345", "003159612345"),
        ("110", ""),
        ("Frau Meier", ""),
        ("", ""),
    ],
)
def test_a_telephone_number_is_what_one_dials(phone, digits):
    assert reach_of(phone, "", "").phone == digits


@pytest.mark.parametrize(
    ("site", "found"),
    [
        ("https://www.kita.example/", "kita.example"),
        ("http://Kita.example", "kita.example"),
        ("kita.example/haus-1", "kita.example/haus-1"),
        ("", ""),
    ],
)
def test_a_web_site_is_its_host_and_path(site, found):
    assert reach_of("", " Info@Kita.example ", site).website == found
    assert reach_of("", " Info@Kita.example ", site).email == "info@kita.example"
