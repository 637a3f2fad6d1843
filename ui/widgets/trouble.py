"""Why something was refused, below the line or the fields it is about."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from ui import theme
from ui.widgets.amending import Amends


class Trouble(QLabel):
    """Hidden while there is none. It goes as soon as something else is typed or chosen in `around`,
    which holds what it is about."""

    def __init__(self, around: QWidget) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        theme.set_face(self, "strong")
        self.hide()
        self._amends = Amends(around, partial(self.say, ""))

    def say(self, reason: str) -> None:
        """Say why; blank for nothing."""
        self.setText(reason)
        self.setVisible(bool(reason))
        self._amends.wait(reason)
