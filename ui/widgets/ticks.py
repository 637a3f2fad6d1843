"""Boxes to tick below one another, each with a sentence that may run over several lines."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QGridLayout, QWidget

from ui.widgets.section import text_label


class Ticks(QWidget):
    """`text()` holds the codes ticked, with blanks between."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 4, 0, 4)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(1, 1)
        self._choices: tuple[tuple[str, str], ...] = ()
        self.boxes: dict[str, QCheckBox] = {}

    def set_choices(self, choices: Sequence[tuple[str, str]]) -> None:
        """Codes and what stands beside their boxes; none is ticked where they are others."""
        if tuple(choices) == self._choices:
            return
        while (item := self._grid.takeAt(0)) is not None:
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        self._choices, self.boxes = tuple(choices), {}
        top = Qt.AlignmentFlag.AlignTop
        for row, (code, words) in enumerate(choices):
            box = self.boxes[code] = QCheckBox()
            box.setAccessibleName(words)
            self._grid.addWidget(box, row, 0, top)
            self._grid.addWidget(text_label(words), row, 1, top)

    def text(self) -> str:
        """The codes ticked, in the order of the choices."""
        return " ".join(code for code, box in self.boxes.items() if box.isChecked())

    def setText(self, text: str) -> None:
        """Tick these and no others."""
        ticked = text.split()
        for code, box in self.boxes.items():
            box.setChecked(code in ticked)
