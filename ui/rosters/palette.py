"""The shifts of an employer to click: each puts its code into the selected days."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from app.records.care import ShiftView
from ui.rosters import duty_words
from ui.theme import Tone
from ui.widgets.buttons import push
from ui.widgets.flow import FlowLayout
from ui.widgets.section import text_label

NO_EMPLOYER = "Kein Arbeitgeber eingetragen: Dienste bitte als Zeiten tippen, wie 6-14:12."
NO_SHIFTS = "{name} hat noch keine Dienste eingetragen: bitte als Zeiten tippen, wie 6-14:12."


class Palette(QWidget):
    """`chosen(text)`: what is to be typed into the days."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.buttons: tuple[QPushButton, ...] = ()
        self._shifts: tuple[ShiftView, ...] | None = None
        self._flow = FlowLayout(spacing=6)
        self._words = text_label("", Tone.SECOND)
        self._words.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._words)
        column.addLayout(self._flow)

    def show_shifts(self, shifts: Sequence[ShiftView], employer: str) -> None:
        """Offer these."""
        told = "" if shifts else NO_SHIFTS.format(name=employer) if employer else NO_EMPLOYER
        self._words.setText(told)
        self._words.setVisible(bool(told))
        if tuple(shifts) == self._shifts:
            return
        self._shifts = tuple(shifts)
        for old in self.buttons:
            self._flow.removeWidget(old)
            old.hide()
            old.deleteLater()
        made = [self._button(shift) for shift in shifts]
        if shifts:
            free = push("frei", partial(self.chosen.emit, "-"))
            free.setToolTip("Kein Dienst an den gewählten Tagen")
            made.append(free)
        for button in made:
            self._flow.addWidget(button)
            button.show()
        self.buttons = tuple(made)

    def _button(self, shift: ShiftView) -> QPushButton:
        told = duty_words.as_cell_text(shift)
        button = push(duty_words.shift_button(shift), partial(self.chosen.emit, told))
        button.setToolTip(duty_words.shift_tip(shift))
        button.setAccessibleName(duty_words.shift_tip(shift))
        return button
