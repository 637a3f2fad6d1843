"""What the service costs: what for, how much, each how long, from when to when."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from app.records.providers import Cost
from ui.providers import words
from ui.providers.parts import cells
from ui.providers.parts.cells import Cell
from ui.providers.parts.part import Part
from ui.providers.parts.rows import Rows


class CostsPart(Part):
    """Prices of the service."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Kosten", parent)
        self.costs: Rows[Cost] = Rows("costs", "", "Preis hinzufügen", Cost(), _lines)
        self.costs.setAccessibleName("Preise")
        self.take_in(self.costs, "costs")


def _lines() -> Sequence[Sequence[Cell]]:
    return (
        (cells.text("label", "Wofür", "wofür, z. B. Mittagessen"), cells.amount("cents", "Euro")),
        (
            cells.choice("per", "je", tuple(words.COST_PER.items()), wide=128),
            cells.text("note", "Bemerkung zum Preis", "Bemerkung"),
        ),
        (
            cells.day("valid_from", "Preis gilt von", before="ab"),
            cells.day("valid_to", "Preis gilt bis", before="bis"),
        ),
    )
