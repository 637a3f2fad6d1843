"""How it is reached: the organisation's own ways, and whom to ask about what."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from app.records.providers import ContactPerson
from ui.providers.parts import cells
from ui.providers.parts.cells import Cell
from ui.providers.parts.part import Part
from ui.providers.parts.rows import Rows


class ReachPart(Part):
    """Telephone, mail, web and contact persons of the organisation."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Erreichbar", parent)
        self.add("Tele&fon", cells.text("phone", "Telefon"))
        self.add("&E-Mail", cells.text("email", "E-Mail"))
        self.add("&Internet", cells.text("website", "Internet"))
        self.contacts: Rows[ContactPerson] = Rows(
            "contacts", "Ansprechperson", "Ansprechperson hinzufügen", ContactPerson(), _lines
        )
        self.take_in(self.contacts, "contacts")


def _lines() -> Sequence[Sequence[Cell]]:
    return (
        (
            cells.text("name", "Name der Ansprechperson", "Name"),
            cells.text("area", "Wofür zuständig", "wofür, z. B. Anmeldung"),
        ),
        (
            cells.text("phone", "Telefon der Ansprechperson", "Telefon"),
            cells.text("email", "E-Mail der Ansprechperson", "E-Mail"),
        ),
    )
