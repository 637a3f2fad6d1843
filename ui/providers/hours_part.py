"""When it is open: the hours, from when to when they hold, and a temporary closure.

The one place of the form where hours are entered: `value` and `fill` like every part.
"""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ui.providers.parts import cells
from ui.providers.parts.part import Part


class HoursPart(Part):
    """Hours as given and as OSM opening_hours; a closure leaves both as they are."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Zeiten", parent)
        given = cells.long_text("hours_given", "Zeiten, wie angegeben", "Mo–Do 7:30–16 Uhr, …")
        self.add("&Wie angegeben", given)
        osm = cells.text("hours_osm", "Zeiten (OSM)", "Mo-Th 07:30-16:00; Fr 07:30-14:00")
        self.add("OSM-Zeiten", osm)
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
