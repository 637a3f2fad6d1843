"""Every note on a roster's file has its German sentence, with its place and what stands there."""

from __future__ import annotations

from datetime import date

import pytest

from app.records.roster_imports import (
    Place,
    RosterLayout,
    RosterNote,
    RosterNoteCode,
    RosterPreview,
    RosterReading,
)
from app.rules.rosters import Duty, Roster
from ui import roster_words

UNTIL = date(2029, 8, 29)
WITHOUT_TEXT = {RosterNoteCode.NOTHING_FOUND}


@pytest.mark.parametrize("code", RosterNoteCode)
@pytest.mark.parametrize("text", ["Q7", ""])
def test_every_code_has_a_sentence(code, text):
    found = RosterNote(code, Place(7, "C", "März"), text, text, Place(3, "B"))
    said = roster_words.note(found, UNTIL)
    assert said.startswith("Blatt „März“, Zeile 7, Spalte C: ")
    assert said.endswith(".")
    assert "{" not in said
    assert "„“" not in said
    assert ("„Q7“" in said) == (text == "Q7" and code not in WITHOUT_TEXT)


@pytest.mark.parametrize("code", RosterNoteCode)
def test_what_is_left_out_says_so_and_what_is_taken_too(code):
    said = roster_words.NOTES[code]
    if code.is_taken and code not in (RosterNoteCode.OTHER_NAME, RosterNoteCode.REPEATS_ON):
        assert "übernommen" in said
        assert "nicht übernommen" not in said
    elif not code.is_taken and code not in (
        RosterNoteCode.SOMEBODY_ELSE,
        RosterNoteCode.OTHER_LAYOUT,
        RosterNoteCode.MONTH_MISSING,
        RosterNoteCode.NOTHING_FOUND,
        RosterNoteCode.NOT_A_RULE,
    ):
        assert "nicht übernommen" in said


def test_every_layout_has_words_of_its_own():
    assert set(roster_words.LAYOUTS) == set(RosterLayout)
    assert len(set(roster_words.LAYOUTS.values())) == len(RosterLayout)


def test_places_and_counts():
    assert roster_words.place(Place()) == ""
    assert roster_words.place(Place(4)) == "Zeile 4"
    note = RosterNote(RosterNoteCode.SOMEBODY_ELSE, Place(4), "Harms", count=3)
    assert roster_words.note(note, UNTIL) == (
        "Zeile 4 und 2 weitere: „Harms“ ist jemand anders und wurde nicht gelesen."
    )
    nothing = RosterNote(RosterNoteCode.NOTHING_FOUND, Place())
    assert roster_words.note(nothing, UNTIL).startswith("Es wurde kein Dienst gefunden.")


def preview(roster, **more):
    reading = RosterReading(roster, (), RosterLayout.DAYS, UNTIL, **more)
    return RosterPreview(1, "Amira", "plan.xlsx", reading, replaces=None)


def test_headings():
    first, duty = date(2027, 3, 1), Duty(8, 1245, 1815, "N")
    month = Roster(first, date(2027, 3, 31), 0, (duty,))
    turns = Roster(first, None, 2, (duty, Duty(0, 960, 1440)))
    day = Roster(first, first, 0, ())
    assert roster_words.heading(preview(month)) == (
        "Amira: 1 Dienst vom 01.03.2027 bis 31.03.2027 (Plan mit einer Spalte je Tag)."
    )
    assert roster_words.span(turns) == "2 Dienste in 2 Wochen, die sich ab 01.03.2027 wiederholen"
    assert roster_words.span(day) == "0 Dienste am 01.03.2027"
    assert roster_words.duty(month, duty) == "Di 09.03.2027, 20:45–06:15, N"
    assert roster_words.duty(turns, duty) == "Woche 2, Di, 20:45–06:15, N"
    assert roster_words.duty(turns, Duty(0, 960, 1440)) == "Woche 1, Mo, 16:00–24:00"
    assert roster_words.heading(preview(None)) == "Amira: keine Dienste gefunden."


def test_days_that_lack_a_duty_are_named():
    days = tuple(date(2027, 3, day) for day in range(1, 9))
    one = roster_words.lost(preview(None, lost=days[:1]).reading)
    assert one.startswith("An 1 Tag fehlt ein Dienst")
    assert "Mo 01.03." in one
    many = roster_words.notes(preview(None, lost=days).reading)
    assert "An 8 Tagen" in many[0]
    assert "und 2 weitere" in many[0]
    assert roster_words.lost(preview(None).reading) == ""
