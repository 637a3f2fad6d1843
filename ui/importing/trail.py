"""The way through reading in a list: five steps, where one stands, which may be gone back to."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import IntEnum

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from ui import icons, theme
from ui.theme import Tone


class Station(IntEnum):
    """The steps, in their order."""

    FILE = 0
    READING = 1
    COLUMNS = 2
    CHECKING = 3
    RESULT = 4


NAMES = ("Datei", "Lesen", "Spalten", "Prüfen", "Ergebnis")


class Trail(QWidget):
    """`wanted(Station)` when a step that is done already is clicked."""

    wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Schritte des Einlesens")
        self._buttons: list[QPushButton] = []
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        for station in Station:
            if station:
                arrow = QLabel()
                colour = theme.colour_of(self.palette(), Tone.LABEL).name()
                arrow.setPixmap(icons.pixmap("chevron-right", colour, theme.px(self, icons.SIZE)))
                row.addWidget(arrow)
            button = QPushButton(f"{station + 1} {NAMES[station]}")
            button.setProperty("kind", "link")
            button.setAutoDefault(False)
            button.clicked.connect(self._chosen(station))
            self._buttons.append(button)
            row.addWidget(button)
        row.addStretch(1)

    def show_station(self, now: Station, *, skipped: Sequence[Station] = ()) -> None:
        """Stand at a step; those before it can be gone back to, but for the `skipped`. From the
        result nothing leads back: it is done."""
        for station, button in zip(Station, self._buttons, strict=True):
            is_now = station is now
            done = station < now and now is not Station.RESULT and station not in skipped
            button.setEnabled(done)
            button.setProperty("face", "strong" if is_now else "")
            told = "hier" if is_now else "erledigt" if station < now else "steht noch aus"
            if station in skipped:
                told = "nicht nötig"
            button.setAccessibleDescription(told)
            button.setToolTip("" if is_now else told)
            tone = Tone.INK if is_now else Tone.ACCENT if done else Tone.LABEL
            button.setStyleSheet(f"color: {theme.colour_of(self.palette(), tone).name()};")
            button.style().unpolish(button)
            button.style().polish(button)

    def _chosen(self, station: Station) -> Callable[[], None]:
        def tell() -> None:
            self.wanted.emit(station)

        return tell
