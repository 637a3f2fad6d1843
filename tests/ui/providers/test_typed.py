"""What a clerk types about a provider: counts, degrees, ages, amounts, and what lists say of it."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.errors import Reason, Refused
from app.records.directory import ProviderRow, Sibling, Use, UseKind
from app.records.providers import Category, CostPer
from tests.conftest import TODAY
from ui.amounts import years
from ui.providers import words
from ui.widgets import typed_numbers as typed


@pytest.mark.parametrize(
    ("text", "value"), [("", None), (" 12 ", 12), ("0", 0), ("1.200", 1200), ("007", 7), ("5.", 5)]
)
def test_a_count_is_read(text, value):
    assert typed.count(text, "places") == value


@pytest.mark.parametrize(
    "text", ["viele", "-1", "1,5", "38.5", "74.25", "1.20", "0.500", "12a", "٣", "1" * 40]
)
def test_what_is_no_count_is_refused(text):
    with pytest.raises(Refused) as caught:
        typed.count(text, "places")
    assert (caught.value.reason, caught.value.field) == (Reason.NOT_A_NUMBER, "places")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("", None),
        ("18", 18),
        ("18 Monate", 18),
        ("1 Monat", 1),
        ("3 Jahre", 36),
        ("3J", 36),
        ("1,5 Jahre", 18),
        ("2.5 j.", 30),
        ("2 J. 6 M.", 30),
        ("2 Jahre und 6 Monate", 30),
        ("2 Jahre, 6 Monate", 30),
        ("0", 0),
    ],
)
def test_an_age_is_read_in_months_or_years(text, value):
    assert typed.months(text, "min_age_months") == value


@pytest.mark.parametrize(
    "text", ["drei", "1,55 Jahre", "-3", "3 Tage", "J", "3 Jahre 4 Jahre", "9" * 5000]
)
def test_what_is_no_age_is_refused(text):
    with pytest.raises(Refused) as caught:
        typed.months(text, "min_age_months")
    assert caught.value.reason is Reason.NOT_AN_AGE
    assert "3 Jahre" in words.refused(caught.value)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("18", "1 Jahr 6 Monate"),
        ("36", "3 Jahre"),
        ("12", "1 Jahr"),
        ("11", ""),
        ("", ""),
        ("x", ""),
    ],
)
def test_an_age_is_read_back_in_years(text, says):
    assert typed.read_back(text) == says


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("", None),
        ("65", 6500),
        ("65,5", 6550),
        ("65,50 €", 6550),
        ("1.234,50", 123450),
        ("1.234", 123400),
        ("12.345.678", 1234567800),
        ("1 234,50", 123450),
        ("1\u202f234\u00a0€", 123400),
        ("65.50", 6550),
        ("65,-", 6500),
        ("65,– Euro", 6500),
        ("0", 0),
    ],
)
def test_an_amount_is_read_as_germans_write_it(text, value):
    assert typed.cents(text, "costs") == value


@pytest.mark.parametrize(
    "text", ["viel", "-5", "1,234", "1.23.456", "5,", "12 bis 15", "1 23", "€"]
)
def test_what_is_no_amount_is_refused_with_an_example(text):
    if text == "€":
        assert typed.cents(text, "costs") is None
        return
    with pytest.raises(Refused) as caught:
        typed.cents(text, "costs")
    assert "1.234,50" in words.refused(caught.value)


@given(st.none() | st.integers(0, 10**9))
def test_an_amount_shown_is_read_back(cents):
    assert typed.cents(typed.shown_cents(cents), "costs") == cents


@given(st.none() | st.floats(-180, 180))
def test_degrees_shown_are_read_back(value):
    assert typed.degrees(typed.shown_degrees(value), "latitude") == value


def test_degrees_may_have_a_sign_of_their_own():
    assert typed.degrees(" 53,5° ", "latitude") == 53.5
    for text in ("53° 35'", "nan", "inf", "5_3"):
        with pytest.raises(Refused):
            typed.degrees(text, "latitude")


@pytest.mark.parametrize(
    ("age", "says"),
    [
        (0, "0 Monate"),
        (1, "1 Monat"),
        (12, "1 Jahr"),
        (13, "1 Jahr 1 Monat"),
        (42, "3 Jahre 6 Monate"),
    ],
)
def test_years_are_said_as_parents_do(age, says):
    assert years(age) == says


def row(**changes):
    known = {"checked_on": None, "checked_by": "", "archived_on": None, "places": None}
    texts = dict.fromkeys(
        ("name", "service", "street", "postcode", "town", "hours_osm", "hours_given"), ""
    )
    return ProviderRow(**{"id": 1, "category": Category.KITA, **texts, **known, **changes})


@pytest.mark.parametrize(
    ("days", "says"),
    [
        ({}, ""),
        ({"hours_to": date(2027, 7, 31)}, ""),
        ({"closed_from": TODAY, "closed_until": date(2026, 12, 11)}, "geschlossen bis 11.12.2026"),
        ({"closed_from": TODAY}, "geschlossen bis auf Weiteres"),
        ({"closed_from": date(2026, 12, 21)}, "geschlossen ab 21.12."),
        (
            {"closed_from": date(2026, 12, 21), "closed_until": date(2027, 1, 3)},
            "geschlossen ab 21.12. bis 03.01.2027",
        ),
        ({"valid_from": date(2027, 7, 1)}, "erst ab 01.07.2027"),
        (
            {"valid_to": date(2027, 6, 30), "successor": "RGZ Norden"},
            "bis 30.06.2027, danach RGZ Norden",
        ),
        ({"valid_to": date(2026, 6, 30)}, "endete 30.06.2026"),
        (
            {"valid_to": date(2026, 6, 30), "closed_from": date(2026, 1, 1)},
            "endete 30.06.2026",
        ),
    ],
)
def test_the_line_says_the_gravest_limit(days, says):
    assert words.limits(row(**days), TODAY) == says


def test_the_tip_says_what_the_line_has_no_room_for():
    said = words.tip(
        row(
            closed_from=TODAY,
            closed_because="Umbau",
            hours_to=date(2027, 7, 31),
            free_places=1,
            free_as_of=date(2026, 11, 9),
        ),
        TODAY,
    )
    assert said.splitlines() == [
        "Vorübergehend geschlossen bis auf Weiteres (Umbau)",
        "Zeiten gelten bis 31.07.2027",
        "1 Platz frei (Stand 09.11.2026)",
    ]
    assert words.tip(row(), TODAY) == ""


@pytest.mark.parametrize(
    ("places", "as_of", "says", "short"),
    [
        (None, None, "", ""),
        (0, date(2026, 11, 9), "kein Platz frei (Stand 09.11.2026)", "nichts frei (09.11.2026)"),
        (1, None, "1 Platz frei", "1 frei"),
        (3, date(2026, 11, 9), "3 Plätze frei (Stand 09.11.2026)", "3 frei (09.11.2026)"),
    ],
)
def test_free_places_are_told_with_their_day(places, as_of, says, short):
    assert words.free(places, as_of) == says
    assert words.free_in_short(places, as_of) == short


def test_every_code_has_its_word():
    assert set(words.COST_PER) == set(CostPer)
    assert set(words.USES) == set(UseKind)


def test_uses_are_gathered_by_kind_and_many_are_counted():
    named = [Use(UseKind.EMPLOYER, number, f"Fall {number}") for number in range(6)]
    named += [Use(UseKind.SUCCESSOR, 9, "Alte Klinik"), Use(UseKind.SUCCESSOR, 10, "Alte Klinik")]
    assert words.uses(named) == (
        "Arbeitgeber von Fall 0; Fall 1; Fall 2; Fall 3 und 2 weiteren",
        "Nachfolge von Alte Klinik",
    )
    assert words.uses(()) == ()


def test_a_neighbour_is_named_by_its_service_and_place():
    krippe = Sibling(
        id=2,
        category=Category.KITA,
        service="Krippe",
        site="Haus am Siel",
        town="Norden",
        archived=False,
        same_service=False,
        same_place=False,
    )
    assert words.sibling(krippe) == "Krippe, Haus am Siel"
    blank = Sibling(
        3, Category.DOCTOR, "", "", "Hage", archived=True, same_service=False, same_place=False
    )
    assert words.sibling(blank) == "Gesundheit, Hage (archiviert)"
