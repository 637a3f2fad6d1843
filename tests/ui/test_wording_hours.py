"""Doubts about opening hours in words; what the terminal says of a day."""

from __future__ import annotations

from datetime import date

import pytest

from app.rules.hours import HolidayDates, Opening, week
from app.rules.reading_hours.proposal import Doubt, DoubtCode
from app.rules.reading_hours.reading import read_hours
from ui import wording, wording_hours

MONDAY = date(2026, 11, 23)


@pytest.mark.parametrize("code", DoubtCode)
def test_every_doubt_has_a_sentence(code):
    said = wording.doubt(Doubt(code, 0, 8, "werktags"))
    assert said.startswith("„werktags“: ")
    assert said.endswith((".", "?"))


def test_every_sentence_is_its_own():
    assert len(set(wording_hours.DOUBTS.values())) == len(DoubtCode)


def test_a_proposal_is_echoed_and_each_doubt_told():
    said = wording.hours(read_hours("Mo–Fr 7.30–16 Uhr, Fr nur bis 14 Uhr, Sommerferien zu"))
    assert said == (
        "Verstanden als: Mo–Do 7:30–16 Uhr; Fr 7:30–14 Uhr",
        "„Sommerferien zu“: Von wann bis wann das ist, sagt der Text nicht.",
    )
    assert wording.hours(read_hours("bald"))[0] == wording_hours.NOTHING


@pytest.mark.parametrize(
    ("osm", "words"),
    [
        ("Mo 08:00-12:00,14:30-16:00", "Mo 23.11.2026: 8–12 Uhr, 14:30–16 Uhr"),
        ('Mo 07:00-08:00 open "Frühdienst"', "Mo 23.11.2026: 7–8 Uhr (Frühdienst)"),
        ("24/7", "Mo 23.11.2026: rund um die Uhr"),
        ('Mo 08:00-12:00 "Winter"', "Mo 23.11.2026: 8–12 Uhr (Winter – nicht sicher)"),
        ("Tu 08:00-12:00", "Mo 23.11.2026: geschlossen"),
        ("kaputt", "Mo 23.11.2026: nicht bekannt"),
    ],
)
def test_a_day_is_told_in_words(osm, words):
    (day, *_) = week(osm, MONDAY, HolidayDates())
    assert wording.open_day(day) == words
    assert (day.opening is Opening.UNKNOWN) == (osm == "kaputt" or "Winter" in osm)
