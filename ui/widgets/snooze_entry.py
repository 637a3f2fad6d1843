"""A field for the day on which to be reminded again: typed, or one key for the usual days."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from app.rules.calendar import Day
from ui.widgets.date_entry import DateEntry

KEYS = "M: morgen · W: nächste Woche"


def tomorrow(today: date) -> date:
    """The day after."""
    return today + timedelta(days=1)


def next_week(today: date) -> date:
    """The Monday that comes."""
    return today + timedelta(days=7 - today.weekday())


class SnoozeEntry(DateEntry):
    """M puts in tomorrow, W the Monday of next week; else a date as everywhere."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(None, parent)
        self._today = date.min
        self.setToolTip(f"TT.MM.JJJJ; {KEYS.replace(' · ', ', ')}; Pfeil auf und ab: ein Tag")

    def begin(self, today: date) -> None:
        """Offer tomorrow, seen from `today`."""
        self._today = today
        self.set_day(Day(tomorrow(today)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        days = {Qt.Key.Key_M: tomorrow, Qt.Key.Key_W: next_week}
        plain = event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.ShiftModifier,
        )
        if plain and Qt.Key(event.key()) in days:
            self.set_day(Day(days[Qt.Key(event.key())](self._today)))
            self.selectAll()
        else:
            super().keyPressEvent(event)
