"""Opening hours as a clerk reads them aloud."""

from __future__ import annotations

from datetime import date

import pytest

from ui.widgets.hours_words import opens, ordinary_week

MONDAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("osm", "words"),
    [
        ("Mo-Fr 07:00-16:00; PH off", "Mo–Fr 7–16"),
        (
            "Mo-We 08:00-12:00,14:00-16:00; Th 08:00-12:30",
            "Mo–Mi 8–12, 14–16 · Do 8–12:30",
        ),
        ("Sa,Su 10:00-12:00", "Sa, So 10–12"),
        ("24/7", "täglich rund um die Uhr"),
    ],
)
def test_a_week_is_told_in_runs_of_days(osm, words):
    assert ordinary_week(osm) == words


def test_hours_that_cannot_be_read_stand_as_they_were_given():
    assert ordinary_week("nach Vereinbarung", "nur mit Termin") == "nur mit Termin"
    assert ordinary_week("", "werktags vormittags") == "werktags vormittags"
    assert ordinary_week("", "") == ""


@pytest.mark.parametrize(
    ("osm", "today", "words"),
    [
        ("Mo-Fr 08:00-12:00", MONDAY, "heute 8–12 Uhr"),
        ("Tu 08:00-12:00", MONDAY, "heute geschlossen, morgen 8–12 Uhr"),
        ("Th 08:00-12:30", MONDAY, "heute geschlossen, wieder Do 26.11., 8–12:30 Uhr"),
        ("24/7", MONDAY, "heute rund um die Uhr"),
        ("", MONDAY, ""),
        ("bald", MONDAY, ""),
        ("off", MONDAY, "heute geschlossen"),
    ],
)
def test_it_is_told_when_a_place_is_open_next(osm, today, words):
    assert opens(osm, today) == words


def test_a_holiday_of_lower_saxony_is_no_opening_day():
    reformation_day = date(2028, 10, 31)  # a Tuesday
    assert (
        opens("Mo-Fr 08:00-12:00; PH off", reformation_day) == "heute geschlossen, morgen 8–12 Uhr"
    )


def test_hours_by_appointment_are_not_counted_on_but_told():
    osm = 'Mo 09:00-12:00; Fr 14:00-16:00 "nach Absprache"'
    assert ordinary_week(osm) == "Mo 9–12 · Fr 14–16 (nach Absprache)"
    assert opens('Fr 14:00-16:00 "nach Absprache"', MONDAY) == "heute geschlossen"
