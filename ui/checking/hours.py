"""What the hours mean as they are typed: read back from the notation, proposed from the words."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.rules.reading_hours.reading import read_hours
from ui import wording_hours
from ui.theme import Tone
from ui.widgets.hours_echo import echo
from ui.widgets.paragraphs import Paragraphs, quiet_link
from ui.widgets.section import text_label


class HoursHint(QWidget):
    """Below the hours: what their notation says in German and, while the words are being
    corrected, what they would be; `taken(osm)` when that is to stand there. It never writes by
    itself."""

    taken = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._osm = ""
        self._said = text_label("", Tone.SECOND)
        self.proposal = Paragraphs()
        self.take = quiet_link("In „Zeiten (OSM)“ übernehmen", self._take, "arrow-down")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self._said)
        column.addWidget(self.proposal)
        column.addWidget(self.take)

    def show_hours(self, osm: str, given: str, *, corrected: bool) -> None:
        """`osm` and `given` as they stand in their fields; `corrected`: the words differ from
        those of the directory."""
        meaning = echo(osm)
        self._said.setText(f"Zeiten (OSM) bedeutet: {meaning}" if meaning else "")
        self._said.setVisible(bool(meaning))
        found = read_hours(given) if corrected and given.strip() else None
        self.proposal.set_texts(wording_hours.lines(found) if found else ())
        self._osm = found.osm if found else ""
        self.take.setVisible(bool(self._osm) and self._osm != osm.strip())
        self.setVisible(bool(meaning) or found is not None)

    def meaning(self) -> str:
        """What the notation says now."""
        return self._said.text()

    def _take(self) -> None:
        self.taken.emit(self._osm)
