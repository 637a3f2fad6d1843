"""What an authority is in charge of, and where."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ui.providers.area import AreaList
from ui.providers.parts import cells
from ui.providers.parts.cells import Cell
from ui.providers.parts.part import Part
from ui.words import OFFICE_TYPES


class ChargePart(Part):
    """Kind of office and its territory."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Zuständigkeit", parent)
        kinds = sorted(OFFICE_TYPES.items(), key=lambda pair: pair[1].casefold())
        known = (("", "ohne Zuständigkeit"), *((kind.value, text) for kind, text in kinds))
        self.add("Zuständig als", cells.choice("office_type", "Zuständig als", known))
        area = AreaList()

        def put(value: object) -> None:
            area.choose(value if isinstance(value, tuple) else ())

        self.add("Für", Cell("area", area, "Zuständig für", area.keys, put, area.itemChanged))
