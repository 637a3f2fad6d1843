"""Opening hours as a clerk reads them aloud."""

from __future__ import annotations

from datetime import date

import pytest

from app.records.providers import ProviderDraft
from app.rules.in_force import Bound, Limit, bounds, in_force
from ui.widgets.hours_words import opens, ordinary_week, told

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


@pytest.mark.parametrize(
    ("days", "says"),
    [
        ({}, ()),
        (
            {"closed_from": date(2026, 11, 2), "closed_until": date(2026, 12, 12)},
            ("vorübergehend geschlossen bis 12.12.2026",),
        ),
        (
            {"closed_from": MONDAY, "closed_because": " Wasserschaden "},
            ("vorübergehend geschlossen bis auf Weiteres (Wasserschaden)",),
        ),
        (
            {"closed_from": date(2026, 12, 21), "closed_until": date(2027, 1, 3)},
            ("vom 21.12.2026 bis 03.01.2027 geschlossen",),
        ),
        (
            {"closed_from": date(2026, 12, 1), "closed_until": date(2026, 12, 1)},
            ("am 01.12.2026 geschlossen",),
        ),
        ({"valid_from": date(2027, 7, 1)}, ("erst ab 01.07.2027",)),
        ({"valid_to": date(2027, 6, 30)}, ("nur bis 30.06.2027, danach RGZ Norden",)),
        ({"valid_to": date(2026, 6, 30)}, ("endete am 30.06.2026, danach RGZ Norden",)),
        ({"hours_from": date(2027, 1, 4)}, ("Zeiten gelten erst ab 04.01.2027",)),
        (
            {"hours_from": date(2026, 8, 1), "hours_to": date(2027, 7, 31)},
            ("Zeiten gelten bis 31.07.2027",),
        ),
        ({"hours_to": date(2026, 7, 31)}, ("Zeiten galten nur bis 31.07.2026",)),
    ],
)
def test_what_bounds_an_entry_is_said(days, says):
    entry = ProviderDraft("Krankenhaus Norden", **days)
    assert told(bounds(entry, MONDAY), "RGZ Norden") == says


def test_every_limit_has_its_words():
    assert all(told((Bound(limit, MONDAY, MONDAY),)) for limit in Limit)


def test_hours_in_force_are_closed_while_it_rests_and_again_open_after():
    entry = ProviderDraft(
        "Kita",
        hours_osm="Mo-Fr 08:00-12:00",
        closed_from=MONDAY,
        closed_until=date(2026, 11, 24),
    )
    assert opens(in_force(entry), MONDAY) == "heute geschlossen, wieder Mi 25.11., 8–12 Uhr"
    assert ordinary_week(entry.hours_osm) == "Mo–Fr 8–12"
