"""Names taken apart: what is a name's own, what only says what it is, what tells it from others."""

from __future__ import annotations

import pytest

from app.rules.provider_names import alike, folded, kinds_said, sound, take_apart

TOWN = "Norden"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Kita Deichkinder", "Kindertagesstätte Deichkinder e. V."),
        ("Kita Deichkinder", "KiTa Deichkinder eV"),
        ("Kita Deichkinder", "Kindergarten „Deichkinder“ gGmbH"),
        ("Kita Deichkinder", "Kindertageseinrichtung Deichkinder Norden"),
        ("Kita Deichkinder", "KITA DEICHKINDER gemeinnützige GmbH"),
        ("Kita St. Marien", "Kindergarten Sankt Marien"),
        ("Kita Lüttje Lü", "Kita Luettje Lue"),
        ("Grundschule Hage", "GS Hage"),
        ("Ev.-luth. Kindergarten Arche", "Evangelische Kita Arche"),
        ("Eichendorffschule", "Eichendorff-Schule"),
        ("Integrierte Gesamtschule Marienhafe", "IGS Marienhafe"),
        ("Berufsbildende Schulen II Deich", "BBS 2 Deich"),
        ("Haupt- und Realschule Am Wall", "Hauptschule und Realschule am Wall"),
        ("Praxis Dr. Meyer", "Hausarztpraxis Doktor Meyer"),
        ("Kindertageseirichtung Deichkinder", "Kita Deichkinder"),
        ("Kita Deichkinder Nroden", "Kita Deichkinder"),
    ],
)
def test_two_ways_to_write_one_name_are_the_same(one, other):
    mine, others = take_apart(one, TOWN), take_apart(other, TOWN)
    assert mine.core == others.core
    assert mine.core
    assert mine.kinds == others.kinds
    assert mine.numbers == others.numbers


@pytest.mark.parametrize(
    ("name", "kinds"),
    [
        ("Grundschule Hage", {"primary"}),
        ("Grund- und Oberschule Hage", {"primary", "upper"}),
        ("Kita mit Krippe", {"nursery"}),
        ("Waldkindergarten Moorgeister", {"forest"}),
        ("Wald-Kindertagesstätte", {"forest"}),
        ("Förderschule Schwpt. geist. Entwicklun", {"special", "mental"}),
        ("Sportverein", set()),
    ],
)
def test_the_kind_of_place_is_told_by_code(name, kinds):
    assert kinds_said(name) == kinds


@pytest.mark.parametrize(
    ("name", "numbers"),
    [
        ("Grundschule 1", {"1"}),
        ("Berufsbildende Schulen II", {"2"}),
        ("Haus IV", {"4"}),
        ("Kita Nord", {"nord"}),
        ("Verein von 1893 e. V.", set()),
        ("Kita e.V.", set()),
        ("Krippe 07", {"7"}),
    ],
)
def test_numbers_tell_houses_of_one_name_apart(name, numbers):
    assert take_apart(name).numbers == numbers


def test_a_name_without_its_own_words_has_no_core():
    name = take_apart("Ev. Kindergarten Norden e. V.", TOWN)
    assert (name.core, name.letters, name.sounds) == ((), "", ())
    assert (name.bodies, name.towns) == ({"ev"}, {"norden"})
    assert take_apart("", "").core == ()


def test_the_words_of_another_town_are_its_own():
    assert take_apart("Grundschule Hage", TOWN).core == ("hage",)
    assert take_apart("Gymnasium Winsen", "Winsen (Luhe)").core == ()


@pytest.mark.parametrize(
    ("one", "other"),
    [("meyer", "maier"), ("schmidt", "schmitt"), ("philipp", "filip"), ("kuhn", "kuun")],
)
def test_words_that_sound_alike_have_one_code(one, other):
    assert sound(one) == sound(other) != ""


def test_how_alike_words_are_spelt_is_a_share_of_a_hundred():
    assert alike("deich", "deich") == 100
    assert 80 < alike("sonnenschein", "sonenschein") < 100
    assert alike("deich", "moor") < 50


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Straße am Wäldchen", ["strasse", "am", "waeldchen"]),
        ("Børnehave Ærø", ["boernehave", "aeroe"]),
        ("Garderie Élan", ["garderie", "elan"]),
        ("Детский сад", ["detskiy", "sad"]),
        ("a_b-c/d", ["a", "b", "c", "d"]),
        ("", []),
    ],
)
def test_words_are_folded_to_small_latin_letters(text, words):
    assert folded(text) == words


def test_a_hard_string_is_taken_apart_without_failing(shared):
    import json

    for text in json.loads(shared("names/naughty_strings.json").read_text(encoding="utf-8")):
        assert take_apart(text, text).core == take_apart(text, text).core
