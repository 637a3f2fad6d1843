"""What the entry is: the organisation, what kind of help it gives, who runs it."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from app.records.providers import Category
from ui.providers import words
from ui.providers.parts import cells
from ui.providers.parts.part import Part


class AboutPart(Part):
    """Organisation and service."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Einrichtung", parent)
        kinds = tuple(words.CATEGORIES.items())
        self.add("&Name", cells.text("organisation", "Name"))
        self.add("&Art", cells.choice("category", "Art", kinds))
        self.add("&Träger", cells.text("operator", "Träger"))
        self.add("An&gebot", cells.text("service", "Angebot", "z. B. Krippe und Kindergarten"))
        self.add("Beschrei&bung", cells.long_text("description", "Beschreibung"))

    def category(self) -> Category:
        """The kind of help chosen now."""
        return Category(self._cells["category"].get())
