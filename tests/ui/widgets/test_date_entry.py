"""Dates as the office types them."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt

from app.errors import Reason, Refused
from app.rules.calendar import Day, Precision
from ui.widgets.date_entry import DateEntry, read_day
from ui.widgets.typed_dates import shown
from ui.wording import refused

FIRST = Day(date(2027, 3, 1))


@pytest.mark.parametrize(
    "text",
    ["01.03.2027", "1.3.2027", "1.3.27", "Mo 01.03.2027", "2027-03-01", "1/3/2027", "01032027",
     "1. März 2027", "1 märz 27", "1.Mrz.2027", "Montag, 1. März 2027"],
)  # fmt: skip
def test_a_day_is_read_in_every_usual_form(text):
    assert read_day(f" {text} ") == FIRST


@pytest.mark.parametrize("text", ["03.2027", "3/2027", "März 2027", "mar 27"])
def test_a_month_alone_is_a_date(text):
    assert read_day(text) == Day(date(2027, 3, 1), Precision.MONTH)


def test_blank_is_no_date():
    assert read_day("  ") is None


@pytest.mark.parametrize(
    "text",
    [
        *("31.02.2027", "13.2027", "bald", "1.3.", "0.0.2027", "1.3.0027", "31.12.9999"),
        *("KW 12/2027", "ab 1.3.2027", "Di 1.3.2027", "12.03", "٣.٣.٢٠٢٧"),
        *("1. Mond 2027", "Montag 2027", "Dienstag, 1.3.2027"),
    ],
)
def test_what_is_no_date_is_refused(text):
    with pytest.raises(Refused) as told:
        read_day(text)
    assert told.value.reason is Reason.NOT_A_DATE


def test_a_day_no_calendar_has_is_named():
    with pytest.raises(Refused) as told:
        read_day("31. Februar 2027")
    assert refused(told.value) == "Den 31. Februar 2027 gibt es nicht. Bitte das Datum prüfen."
    with pytest.raises(Refused) as told:
        read_day("bald")
    assert refused(told.value).startswith("Bitte ein Datum als TT.MM.JJJJ eingeben")


@pytest.mark.parametrize("day", [FIRST, Day(date(2027, 3, 1), Precision.MONTH), None])
def test_what_is_shown_is_read_again(day):
    assert read_day(shown(day)) == day


def test_arrow_keys_move_a_date_by_days_and_weeks(dressed, qtbot):
    entry = DateEntry(FIRST)
    qtbot.addWidget(entry)
    qtbot.keyClick(entry, Qt.Key.Key_Down)
    assert entry.text() == "28.02.2027"
    qtbot.keyClick(entry, Qt.Key.Key_Up, Qt.KeyboardModifier.ShiftModifier)
    assert entry.text() == "07.03.2027"
    entry.setText("03.2027")
    qtbot.keyClick(entry, Qt.Key.Key_Up)
    assert entry.text() == "03.2027"
