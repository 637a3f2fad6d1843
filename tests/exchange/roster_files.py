"""Rosters as tests read them: whose they are, the employer's shifts, what was read."""

from __future__ import annotations

import io
from datetime import date, timedelta

import xlsxwriter

from app.exchange.rosters.asked import Asked
from app.exchange.rosters.names import Sought
from app.exchange.rosters.reading import read_roster
from app.progress import finish
from app.records.care import ShiftDraft
from app.rules.rosters import ShiftKind

TODAY = date(2026, 11, 24)
MONDAY = date(2026, 11, 30)
SHIFTS = (
    ShiftDraft(ShiftKind.EARLY, 360, 852, "F", "Frühdienst"),
    ShiftDraft(ShiftKind.LATE, 795, 1260, "S", "Spätdienst"),
    ShiftDraft(ShiftKind.NIGHT, 1245, 1815, "N", "Nachtdienst"),
    ShiftDraft(ShiftKind.ON_CALL, 960, 1440, "RD", "Rufdienst"),
)
F, S, N = (360, 852), (795, 1260), (1245, 1815)
ASKED = Asked(Sought("Amira", "Ben Amor"), SHIFTS, TODAY, MONDAY)


def read(content, name="dienstplan.csv", asked=ASKED):
    data = content if isinstance(content, bytes) else content.encode("utf-8")
    return finish(read_roster(data, name, asked))


def duties(reading):
    """By date (of a rotation by the day counted from its first): begin and end in minutes."""
    roster = reading.roster
    return [
        (
            each.day if roster.weeks else f"{roster.first + timedelta(days=each.day):%d.%m.%y}",
            each.start,
            each.end,
        )
        for each in roster.duties
    ]


def told(reading):
    """Code, row, column and text of each note."""
    return [(note.code, note.place.row, note.place.column, note.text) for note in reading.notes]


def workbook(**sheets):
    """A workbook; each sheet is filled by a function of the book and the page."""
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True})
    for name, fill in sheets.items():
        fill(book, book.add_worksheet(name))
    book.close()
    return out.getvalue()


def calendar(*entries, zones=""):
    """A calendar of entries, each its lines."""
    whole = "".join(f"BEGIN:VEVENT\n{entry.strip()}\nEND:VEVENT\n" for entry in entries)
    text = f"BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//Station 3//DE\n{zones}{whole}END:VCALENDAR\n"
    return text.replace("\n", "\r\n")
