"""Who bears which percent of a cost: a line each, and the sum while it is typed."""

from __future__ import annotations

import re

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
        """The percents that are typed. Raises `Refused(NOT_A_NUMBER, field)`; the keyboard is led
        to the line it is about."""
        found = []
        for bearer, line in self.lines.items():
            self.setFocusProxy(line)
            percent = typed_numbers.count(_whole(line.text()), field)
            if percent is not None:
                found.append((bearer, percent))
        self.setFocusProxy(self.lines[SHARING[0]])
        return tuple(found)

    def _tell(self) -> None:
        try:
            total = sum(percent for _, percent in self.typed(""))
        except Refused as refused:
            self.told.setText(f"„{refused.facts['typed']}“: bitte ganze Prozent")
            return
        rest = "" if total == WHOLE else f", nötig sind {WHOLE}\u00a0%"
        self.told.setText(f"zusammen {total}\u00a0%{rest}")


def _whole(text: str) -> str:
    """50 of "50 %" and of "50,0"."""
    return re.sub(r",0+$", "", text.strip().removesuffix("%").strip())
