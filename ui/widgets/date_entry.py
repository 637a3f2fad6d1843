"""A field for a date as the office types it: TT.MM.JJJJ, or MM.JJJJ for a month."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from app.errors import Refused
from app.rules.calendar import Day, Precision
from ui.widgets import typed_dates

HINT = "TT.MM.JJJJ"


def read_day(text: str) -> Day | None:
    """The day or month typed, None for blank; two figures of a year mean this century.

    Raises Refused(NOT_A_DATE).
    """
    return typed_dates.day_or_month(text, "")


class DateEntry(QLineEdit):
    """Arrow up and down move a full date by a day, with Shift by a week."""

    def __init__(self, day: Day | None = None, parent: QWidget | None = None) -> None:
        super().__init__(typed_dates.shown(day), parent)
        self.setPlaceholderText(HINT)
        self.setToolTip("TT.MM.JJJJ, oder MM.JJJJ, solange der Tag noch offen ist")

    def day(self) -> Day | None:
        """What is typed, None for blank; raises Refused(NOT_A_DATE)."""
        return read_day(self.text())

    def set_day(self, day: Day | None) -> None:
        """Show a day, blank for None."""
        self.setText(typed_dates.shown(day))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() not in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            super().keyPressEvent(event)
            return
        weekly = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        days = (7 if weekly else 1) * (1 if event.key() == Qt.Key.Key_Up else -1)
        try:
            day = self.day()
        except Refused:
            return
        if day is not None and day.precision is Precision.DAY:
            self.setText(typed_dates.shown(day.on + timedelta(days=days)))
            self.textEdited.emit(self.text())
