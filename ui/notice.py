"""A strip with a sentence and one act: read-only files, a job that has to run first."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from ui import theme
from ui.widgets.buttons import push


class Notice(QWidget):
    """Hidden until `say` is called; `accepted` when its button is pressed."""

    accepted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Highlight)
        self._words = QLabel()
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setWordWrap(True)
        self._button = push("", self.accepted.emit)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 4, 16, 4)
        row.setSpacing(12)
        row.addWidget(self._words, 1)
        row.addWidget(self._button)
        self.setMinimumHeight(theme.px(self, 36))
        self.hide()

    def say(self, sentence: str, act: str = "") -> None:
        """Show the sentence; `act` is the word on the button, none without it."""
        self._words.setText(sentence)
        self.setAccessibleName(sentence)
        self._button.setText(act)
        self._button.setVisible(bool(act))
        self.show()

    def sentence(self) -> str:
        return self._words.text()

    @property
    def offers(self) -> bool:
        """Whether the act is offered."""
        return not self._button.isHidden()
