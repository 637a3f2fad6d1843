"""What stands where a list is empty: what it is for, and the first step."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from ui import icons, theme
from ui.theme import Tone
from ui.widgets.buttons import push

WIDE = 400


class EmptyState(QWidget):
    """`accepted` when the first step is taken."""

    accepted = Signal()

    def __init__(
        self, icon: str, title: str, sentence: str, act: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self._icon = icon
        self._picture = QLabel()
        self._title = QLabel()
        theme.set_face(self._title, "head")
        self._sentence = QLabel()
        self._sentence.setWordWrap(True)
        self._sentence.setFixedWidth(theme.px(self, WIDE))
        theme.set_tone(self._sentence, Tone.SECOND)
        for label in (self._picture, self._title, self._sentence):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._button = push("", self.accepted.emit)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(8)
        column.addStretch(2)
        centre = Qt.AlignmentFlag.AlignHCenter
        for widget in (self._picture, self._title, self._sentence):
            column.addWidget(widget, 0, centre)
        column.addSpacing(8)
        column.addWidget(self._button, 0, centre)
        column.addStretch(3)
        self.say(title, sentence, act)

    def say(self, title: str, sentence: str, act: str = "") -> None:
        """Other words, for example for a search that found nothing."""
        size = theme.px(self, 24)
        colour = theme.colour_of(self.palette(), Tone.LABEL).name()
        self._picture.setPixmap(icons.pixmap(self._icon, colour, size))
        self._title.setText(title)
        self._sentence.setText(sentence)
        self._sentence.setMinimumHeight(max(0, self._sentence.heightForWidth(theme.px(self, WIDE))))
        self._button.setText(act)
        self._button.setVisible(bool(act))
        self.setAccessibleName(f"{title}. {sentence}")
