"""A field for a date as the office types it: TT.MM.JJJJ, or MM.JJJJ for a month."""

from __future__ import annotations

import re
from datetime import date, timedelta

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from app.errors import Reason, Refused
from app.rules.calendar import Day, Precision

HINT = "TT.MM.JJJJ"
_DAY = re.compile(r"(?:[A-Za-z]{2},? +)?(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4}|\d{2})")
_MONTH = re.compile(r"(\d{1,2})[./](\d{4})")
_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})")


def read_day(text: str) -> Day | None:
    """The day or month typed, None for blank; two figures of a year mean this century.

    Raises Refused(NOT_A_DATE).
    """
    text = text.strip()
    if not text:
        return None
    try:
        if found := _DAY.fullmatch(text):
            day, month, year = (int(part) for part in found.groups())
            return Day(date(year + 2000 if year < 100 else year, month, day))
        if found := _MONTH.fullmatch(text):
            return Day(date(int(found[2]), int(found[1]), 1), Precision.MONTH)
        if found := _ISO.fullmatch(text):
            return Day(date(int(found[1]), int(found[2]), int(found[3])))
    except ValueError:
        pass
    raise Refused(Reason.NOT_A_DATE, typed=text)


def typed(day: Day | None) -> str:
    """A day as it is typed: 16.11.2026, or 11.2026 for a month."""
    if day is None:
        return ""
    return f"{day.on:%m.%Y}" if day.precision is Precision.MONTH else f"{day.on:%d.%m.%Y}"


class DateEntry(QLineEdit):
    """Arrow up and down move a full date by a day, with Shift by a week."""

    def __init__(self, day: Day | None = None, parent: QWidget | None = None) -> None:
        super().__init__(typed(day), parent)
        self.setPlaceholderText(HINT)
        self.setToolTip("TT.MM.JJJJ, oder MM.JJJJ, solange der Tag noch offen ist")

    def day(self) -> Day | None:
        """What is typed, None for blank; raises Refused(NOT_A_DATE)."""
        return read_day(self.text())

    def set_day(self, day: Day | None) -> None:
        """Show a day, blank for None."""
        self.setText(typed(day))

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
            self.setText(typed(Day(day.on + timedelta(days=days))))
            self.textEdited.emit(self.text())
