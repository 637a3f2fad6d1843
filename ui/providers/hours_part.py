"""When it is open: the hours, from when to when they hold, and a temporary closure.

The one place of the form where hours are entered; the week and the words given are one editor.
"""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from app.errors import Refused
from app.records.providers import ProviderDraft
from ui.providers import words
from ui.providers.parts import cells
from ui.providers.parts.part import Part
from ui.providers.week.editor import HoursEditor

GIVEN, OSM = "hours_given", "hours_osm"


class HoursPart(Part):
    """Hours as given and as OSM opening_hours; a closure leaves both as they are."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Zeiten", parent)
        self.week = HoursEditor()
        self.week.changed.connect(self.edited)
        self.column.addWidget(self.week)
        self.add(
            "Gelten von",
            cells.day("hours_from", "Zeiten gelten von"),
            cells.day("hours_to", "Zeiten gelten bis", before="bis"),
        )
        self.add(
            "Gesc&hlossen von",
            cells.day("closed_from", "Vorübergehend geschlossen von"),
            cells.day("closed_until", "Vorübergehend geschlossen bis", before="bis"),
        )
        self.add("Weil", cells.text("closed_because", "Grund der Schließung", "z. B. Umbau"))

    def value(self) -> dict[str, object]:
        hours = {GIVEN: self.week.hours_given(), OSM: self.week.hours_osm()}
        return hours | super().value()

    def fill(self, draft: ProviderDraft) -> None:
        super().fill(draft)
        self.week.show_hours(draft.hours_given, draft.hours_osm)

    def names(self) -> tuple[str, ...]:
        return (GIVEN, OSM, *super().names())

    def refuse(self, refused: Refused) -> bool:
        if refused.field not in (GIVEN, OSM):
            return super().refuse(refused)
        self.unfold(open_=True)
        self.week.refuse(words.refused(refused))
        return True

    def clear(self) -> None:
        super().clear()
        self.week.refuse("")

    def reason_of(self, name: str) -> str:
        return self.week.reason() if name in (GIVEN, OSM) else super().reason_of(name)

    def editor(self, name: str) -> QWidget:
        if name in (GIVEN, OSM):
            return self.week.given.text if name == GIVEN else self.week.osm.line
        return super().editor(name)
