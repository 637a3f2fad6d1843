"""What else must be known: for families, and inside the office alone."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ui.providers.parts import cells
from ui.providers.parts.part import Part


class NotesPart(Part):
    """A note that may be printed, and one that stays inside."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Notizen", parent)
        public, inside = "wird in Mappen gedruckt", "bleibt in der Servicestelle"
        self.add("Für Familien", cells.long_text("public_note", "Notiz für Familien", public))
        self.add("Interne Noti&z", cells.long_text("note", "Interne Notiz", inside))
