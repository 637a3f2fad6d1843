"""The conditions that narrow the list, each with a cross to take it away."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.widgets.buttons import link, push
from ui.widgets.flow import FlowLayout


class Chips(QWidget):
    """`removed(field)` for one condition, `cleared` for all of them. Hidden while there are
    none."""

    removed = Signal(str)
    cleared = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: list[tuple[str, str]] = []
        self._holder = QWidget()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(16, 0, 16, 6)
        self._column.addWidget(self._holder)
        self.hide()

    def show_pieces(self, pieces: Sequence[tuple[str, str]]) -> None:
        if list(pieces) == self._shown:
            return
        self._shown = list(pieces)
        fresh = QWidget()
        flow = FlowLayout(fresh)
        for field, text in pieces:
            chip = push(text.replace("&", "&&"), partial(self.removed.emit, field), "x")
            chip.setToolTip(f"„{text}“ nicht mehr verlangen")
            chip.setAccessibleName(f"Bedingung {text}, entfernen")
            flow.addWidget(chip)
        if len(pieces) > 1:
            flow.addWidget(link("alle entfernen", self.cleared.emit))
        self._column.replaceWidget(self._holder, fresh)
        self._holder.hide()
        self._holder.deleteLater()
        self._holder = fresh
        fresh.show()
        self.setVisible(bool(pieces))
