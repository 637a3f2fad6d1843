"""What a household asks of care: how far, and which languages would be good."""

from __future__ import annotations

import re

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from app.errors import Reason, Refused
from app.records.care import FrameDraft
from ui import theme
from ui.providers.parts import cells
from ui.providers.parts.cells import Cell
from ui.rosters.sheet import Sheet
from ui.widgets.section import text_label

_KILOMETRES = re.compile(r"(\d{1,4}(?:[.,]\d{1,2})?)\s*(?:km)?", re.ASCII | re.IGNORECASE)


class FrameForm(QWidget):
    """`edited()` with each letter; what is typed stays until it is settled or discarded."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kept: FrameDraft | None = None
        self.sheet = Sheet()
        title = text_label("Wünsche zur Betreuung", wrap=False)
        theme.set_face(title, "head")
        self.sheet.add("Höchstens &km", _radius())
        self.sheet.add("S&prachen", cells.spoken("languages", "Sprachen, die gut wären"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(title)
        column.addWidget(self.sheet)
        self.sheet.edited.connect(self.edited)

    @property
    def is_changed(self) -> bool:
        return self._kept is not None and self.sheet.is_changed

    def show_frame(self, frame: FrameDraft) -> None:
        """Fill in what is kept; what is half typed stays."""
        if not self.is_changed:
            self._fill(frame)
        self._kept = frame

    def draft(self) -> FrameDraft:
        """What is typed; raises `Refused` with the field."""
        self.sheet.clear()
        return FrameDraft(**self.sheet.values())  # type: ignore[arg-type]

    def settle(self) -> None:
        self.sheet.settle()

    def discard(self) -> None:
        """Show again what is kept."""
        if self._kept is not None:
            self._fill(self._kept)

    def refuse(self, refused: Refused) -> None:
        self.sheet.refuse(refused)

    def _fill(self, frame: FrameDraft) -> None:
        self.sheet.fill({"radius_km": frame.radius_km, "languages": frame.languages})


def kilometres(text: str, field: str) -> float | None:
    """Kilometres typed as 15, 7,5 or 7.5 km; None for blank. Raises Refused(NOT_A_DISTANCE)."""
    if not text.strip():
        return None
    found = _KILOMETRES.fullmatch(text.strip())
    if found is None:
        raise Refused(Reason.NOT_A_DISTANCE, field)
    return float(found[1].replace(",", "."))


def _radius() -> Cell:
    line = QLineEdit()
    line.setPlaceholderText("egal")

    def put(value: object) -> None:
        line.setText(f"{value:g}".replace(".", ",") if isinstance(value, int | float) else "")

    return Cell(
        "radius_km",
        line,
        "Höchstens so viele Kilometer von der Wohnung",
        lambda: kilometres(line.text(), "radius_km"),
        put,
        line.textChanged,
        wide=68,
    )
