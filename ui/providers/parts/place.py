"""Where it is, from when to when, and who is there after it."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from app import paths
from app.content.municipalities import municipality_of
from app.records.providers import ProviderDraft
from ui.providers.parts import cells
from ui.providers.parts.cells import Cell
from ui.providers.parts.part import Part
from ui.widgets.picker import Find, Picker


class PlacePart(Part):
    """Address, accessibility, degrees, validity; `find` offers entries as successors."""

    def __init__(self, find: Find, parent: QWidget | None = None) -> None:
        super().__init__("Standort", parent)
        self.add("Na&me am Ort", cells.text("site", "Name des Standorts", "z. B. Haus am Deich"))
        self.add("&Straße, Nr.", cells.text("street", "Straße, Hausnummer"))
        self.add(
            "&PLZ, Ort",
            cells.text("postcode", "Postleitzahl", wide=cells.NUMBER_WIDE),
            cells.text("town", "Ort"),
        )
        self.add("Barrierefrei", cells.yes_no("accessible", "Barrierefrei"))
        self.add(
            "Breite, Länge",
            cells.degrees("latitude", "Breite in Grad"),
            cells.degrees("longitude", "Länge in Grad"),
        )
        self.add(
            "Besteht &von",
            cells.day("valid_from", "Besteht von"),
            cells.day("valid_to", "Besteht bis", before="bis"),
        )
        self._successor = Picker(find, "wer übernimmt, z. B. ein Gesundheitszentrum")
        self.add("Danach", picked("successor", "Nachfolge", self._successor))

    def value(self) -> dict[str, object]:
        """The fields, and the official key of the municipality they name now."""
        found = super().value()
        if all(self.holds(name, found[name]) for name in ("postcode", "town")):
            return found
        named = municipality_of(str(found["town"]), str(found["postcode"]), paths.resources())
        return found | {"ags": named.ags if named else ""}

    def name_successor(self, draft: ProviderDraft, name: str) -> None:
        """The name of the successor that the draft knows by its number."""
        put(self, self._successor, "successor", draft.successor, name)


def picked(name: str, says: str, picker: Picker, before: str = "") -> Cell:
    def place(value: object) -> None:
        picker.choose(value if isinstance(value, int) else None, "")

    return Cell(name, picker, says, lambda: picker.chosen(name), place, picker.textChanged, before)


def put(part: Part, picker: Picker, field: str, key: int | None, name: str) -> None:
    """Give the entry chosen its name, without touching what was typed."""
    if part.holds(field, key):
        picker.choose(key, name)
