"""The page about the gap: valid, read in order, on one page, readable without colour."""

from __future__ import annotations

from datetime import date

import pytest

from app.content.phrases import load_office_phrases
from app.folder.contents import Office
from app.folder.gap import GapPage
from app.folder.gap_build import build
from app.folder.sheets.gap import gap
from app.folder.speech import Speech
from app.progress import finish
from app.records.care_gap import GROUPS, GapNote, GapPlace, GapReport
from app.rules.care_gap import SLOTS, GapLeft, slot_of
from app.rules.small_numbers import Part, protected
from app.typeset import blocks
from tests.folder.makers import RESOURCES
from tests.readback import readback, reading
from tests.verapdf.engine import verapdf

PHRASES = load_office_phrases(RESOURCES / "phrases", "de")[0]
NOTES = tuple(GapNote(left, None if at % 2 else 12) for at, left in enumerate(GapLeft))


def page(places=3, households=12, notes=NOTES):
    parts = [
        Part(place, each % 5, slot_of(day, 5 + each % 3), 100 * place + each, 60 * (each + 1))
        for place in range(places)
        for each in range(households - 3 * place % households)
        for day in range(5)
    ]
    table = protected(parts, (places, len(GROUPS), SLOTS))
    names = tuple(GapPlace(f"0345{at:04}", f"Gemeinde {at}") for at in range(places - 1))
    report = GapReport(
        date(2027, 2, 8), date(2027, 2, 5), (*names, GapPlace("", "")), table, households, notes
    )
    return GapPage(report, Office(name="Servicestelle"), example=True)


@pytest.mark.parametrize(("places", "households"), [(3, 12), (25, 40), (2, 3)])
def test_the_page_is_valid_and_alone(tmp_path, places, households):
    path = tmp_path / "luecke.pdf"
    assert finish(build(page(places, households), PHRASES, RESOURCES / "fonts", path)) == 1
    assert verapdf([path]) == []
    assert readback(path) == []


def test_the_page_is_read_in_its_order(tmp_path):
    path = tmp_path / "luecke.pdf"
    finish(build(page(), PHRASES, RESOURCES / "fonts", path))
    said = " ".join(" ".join(words.split()) for _, words in reading(path)).replace("\u00a0", " ")
    order = [
        "Wo Betreuung fehlt",
        "Stunden je Woche bei",
        "Nach Wochentag und Stunde",
        "ab Uhr 0 1 2",
        "Mo 0",
        "Nach Gemeinde und Alter",
        "Gemeinde 0",
        "nicht zuzuordnen",
        "Alle Gemeinden",
        "schraffiert",
        "Rechenhilfe",
    ]
    places = [said.index(words) for words in order]
    assert places == sorted(places)
    assert "weniger als 5" in said


def test_hidden_numbers_are_words_and_hatched_never_nought():
    made = page()
    week = next(each for each in gap(made, Speech(PHRASES)) if isinstance(each, blocks.HeatMap))
    for day, row in enumerate(week.rows):
        for hour, cell in enumerate(row.cells):
            minutes = made.report.minutes(slot=slot_of(day, hour))
            assert cell.hidden == (minutes is None)
            assert (cell.text == "0") == (minutes == 0)
            assert (cell.text == "< 5") == cell.hidden


def test_a_sum_of_few_households_is_not_told():
    said = gap(page(households=3), Speech(PHRASES))[1]
    assert "weniger als fünf Haushalte" in said.words[0].text
