"""Plain words that wrap, one paragraph or several, and links that read like words."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from ui import theme
from ui.theme import Tone
from ui.widgets.buttons import link


def wrapped(text: str = "", tone: Tone = Tone.INK) -> QLabel:
    """A label of plain words that wraps; nothing in it is read as markup."""
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
    theme.set_tone(label, tone)
    return label


def quiet_link(text: str, act: Callable[[], object], icon: str = "") -> QPushButton:
    """A link that stands flush with the words above and below it."""
    button = link(text, act, icon)
    button.setProperty("flush", "true")
    button.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
    return button


class Paragraphs(QWidget):
    """Paragraphs of plain words below each other; none of them, and it is not shown."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._labels: list[QLabel] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)

    def set_texts(self, texts: Sequence[str]) -> None:
        """Say these, blank ones left out."""
        told = [text for text in texts if text]
        while len(self._labels) < len(told):
            self._labels.append(wrapped())
            self._column.addWidget(self._labels[-1])
        for at, label in enumerate(self._labels):
            label.setText(told[at] if at < len(told) else "")
            label.setVisible(at < len(told))
        self.setVisible(bool(told))

    def text(self) -> str:
        """What it says now, a line a paragraph."""
        return "\n".join(label.text() for label in self._labels if label.text())
