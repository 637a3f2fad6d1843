"""Who bears which percent of a cost: a line each, and the sum while it is typed."""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QWidget

from app.errors import Refused
from app.rules.care_cost import SHARING, WHOLE
from app.rules.care_offer import Bearer
from ui import theme
from ui.gap import words
from ui.theme import Tone
from ui.widgets import typed_numbers
from ui.widgets.section import text_label


class Shares(QWidget):
    """Four lines for whole percents; blank is none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines: dict[Bearer, QLineEdit] = {}
        self.told = text_label("", Tone.SECOND)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(theme.px(self, 4))
        for row, bearer in enumerate(SHARING):
            line = QLineEdit()
            line.setAccessibleName(f"Anteil in Prozent: {words.BEARERS[bearer]}")
            line.setMaximumWidth(theme.px(self, 64))
            line.textChanged.connect(self._tell)
            label = QLabel(words.BEARERS[bearer])
            label.setBuddy(line)
            grid.addWidget(label, row, 0)
            grid.addWidget(line, row, 1)
            self.lines[bearer] = line
        grid.addWidget(self.told, len(SHARING), 0, 1, 2)
        grid.setColumnStretch(2, 1)
        self.setFocusProxy(self.lines[SHARING[0]])
        self._tell()

    def typed(self, field: str) -> tuple[tuple[Bearer, int], ...]:
        """The percents that are typed. Raises `Refused(NOT_A_NUMBER, field)`."""
        found = (
            (bearer, typed_numbers.count(line.text().strip().removesuffix("%"), field))
            for bearer, line in self.lines.items()
        )
        return tuple((bearer, percent) for bearer, percent in found if percent is not None)

    def _tell(self) -> None:
        try:
            total = sum(percent for _, percent in self.typed(""))
        except Refused:
            total = 0
        rest = "" if total == WHOLE else f", nötig sind {WHOLE} %"
        self.told.setText(f"zusammen {total} %{rest}")
