"""A field to search in as one types: magnifier, shortcut shown, Esc empties."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QPaintEvent, QShortcut
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from ui import icons, theme
from ui.theme import Tone

SHORT = "Suchen"
_AIR = 24  # frame and padding on both sides, and the edge of the text itself


class SearchField(QLineEdit):
    """`searched(text)` with every keystroke; `left_down` when the arrow key leaves for the list.

    `shortcut` ("Ctrl+F") leads here from anywhere in the window. Where `hint` does not fit, the
    field says `SHORT`.
    """

    searched = Signal(str)
    left_down = Signal()

    def __init__(self, hint: str, shortcut: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hint = hint
        self.setPlaceholderText(hint)
        self.setAccessibleName(hint)
        self.setClearButtonEnabled(False)
        self.textEdited.connect(self.searched.emit)
        self._key = QLabel("", self)
        self._key.setProperty("kind", "key")
        self._key.hide()
        if shortcut:
            sequence = QKeySequence(shortcut)
            self._key.setText(sequence.toString(QKeySequence.SequenceFormat.NativeText))
            QShortcut(sequence, self, self.enter)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            self.searched.emit("")
        elif event.key() == Qt.Key.Key_Down:
            self.left_down.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        size = theme.px(self, icons.SIZE)
        colour = theme.colour_of(self.palette(), Tone.SECOND).name()
        painter.drawPixmap(8, (self.height() - size) // 2, icons.pixmap("search", colour, size))

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.StyleChange):
            self._place_key()
        return super().event(event)

    def _place_key(self) -> None:
        wanted = self._key.sizeHint()
        shown = bool(self._key.text()) and self.width() > theme.px(self, 200)
        self._key.setVisible(shown)
        self._key.setGeometry(
            self.width() - wanted.width() - 6,
            (self.height() - wanted.height()) // 2,
            wanted.width(),
            wanted.height(),
        )
        left, right = theme.px(self, icons.SIZE) + 4, wanted.width() + 4 if shown else 0
        self.setTextMargins(left, 0, right, 0)
        room = self.width() - left - right - theme.px(self, _AIR)
        fits = self.fontMetrics().horizontalAdvance(self._hint) <= room
        self.setPlaceholderText(self._hint if fits else SHORT)

    def enter(self) -> None:
        """Lead here, ready to type over what stands in the field."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.selectAll()
