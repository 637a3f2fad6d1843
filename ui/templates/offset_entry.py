"""How far a date lies from the day it counts from: a number, a unit, before or after."""

from __future__ import annotations

import re

from PySide6.QtCore import Signal
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from ui import theme
from ui.templates import words
from ui.widgets.choices import Choice

_SIMPLE = re.compile(r"(-)?P(\d+)(D|WD|W|M|Y)", re.ASCII)
WRITTEN = "written"
"""The unit of what is no single number, such as P1Y6M: shown as it is written."""


class OffsetEntry(QWidget):
    """`edited` with each change by hand. The text stays as given until then: P14D and P2W are
    the same day, but not the same words."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._given = ""
        self.number = QLineEdit()
        self.number.setFixedWidth(theme.px(self, 72))
        self.number.setAccessibleName("Abstand: Anzahl")
        self.unit = Choice((*words.UNITS, (WRITTEN, "wie geschrieben")))
        self.unit.setAccessibleName("Abstand: Einheit")
        self.side = Choice((("-", "davor"), ("", "danach")))
        self.side.setAccessibleName("Abstand: davor oder danach")
        self._whole = QIntValidator(0, 99_999, self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for editor in (self.number, self.unit, self.side):
            row.addWidget(editor)
        self.unit.setMaximumWidth(theme.px(self, 176))
        self.side.setMaximumWidth(theme.px(self, 136))
        row.setStretch(1, 1)
        row.setStretch(2, 1)
        row.addStretch()
        self.setFocusProxy(self.number)
        self.number.textEdited.connect(self._changed)
        self.unit.activated.connect(self._changed)
        self.side.activated.connect(self._changed)

    def fill(self, offset: str) -> None:
        """Show a duration (P14D, -P3W, P5WD), without telling."""
        if offset == self._given and offset:
            return
        self._given = offset
        found = _SIMPLE.fullmatch(offset)
        unit = found[3] if found else WRITTEN if offset else "D"
        self.unit.choose(unit)
        self.number.setText(found[2] if found else offset)
        self.side.choose("-" if found and found[1] else "")
        self._dress()

    def offset(self) -> str:
        """The duration as a template writes it; blank where no number is typed."""
        return self._given

    def setAccessibleDescription(self, text: str) -> None:
        """A fault is said where the number is typed."""
        super().setAccessibleDescription(text)
        self.number.setAccessibleDescription(text)

    def _changed(self) -> None:
        typed, unit = self.number.text().strip(), self.unit.code()
        if unit == WRITTEN:
            self._given = typed
        elif typed.isascii() and typed.isdigit():
            count = int(typed)
            self._given = f"{self.side.code() if count else ''}P{count}{unit}"
        else:
            self._given = ""
        self._dress()
        self.edited.emit()

    def _dress(self) -> None:
        written = self.unit.code() == WRITTEN
        self.number.setValidator(None if written else self._whole)  # type: ignore[arg-type]
        self.side.setEnabled(not written)
