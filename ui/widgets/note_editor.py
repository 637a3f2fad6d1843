"""A note edited where it stands: Ctrl+Enter or leaving saves, Esc takes back what was typed."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget

FEWEST, MOST = 2, 8


class NoteEditor(QPlainTextEdit):
    """`saved(text)`; grows with its lines from two to eight. Tab leaves it."""

    saved = Signal(str)

    def __init__(self, name: str, hint: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stored = ""
        self.setAccessibleName(name)
        self.setPlaceholderText(hint)
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().documentLayout().documentSizeChanged.connect(self.updateGeometry)

    @property
    def is_changed(self) -> bool:
        """Something was typed that is not saved."""
        return self.toPlainText() != self._stored

    def set_note(self, text: str) -> None:
        """Show what is stored; what was typed since and not saved goes."""
        self._stored = text
        if self.toPlainText() != text:
            self.setPlainText(text)

    def keep(self, text: str) -> None:
        """The stored note is this now; what is being typed stays."""
        if self.is_changed:
            self._stored = text
        else:
            self.set_note(text)

    def take_back(self, stored: str) -> None:
        """Saving was refused: what is typed stays, and counts as not saved."""
        self._stored = stored

    def save(self) -> None:
        """Save what was typed, if anything was."""
        if self.is_changed:
            self._stored = self.toPlainText()
            self.saved.emit(self._stored)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        entered = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if entered and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.save()
        elif event.key() == Qt.Key.Key_Escape and self.is_changed:
            self.setPlainText(self._stored)
        elif event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.save()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        wanted = round(self.document().size().height())
        lines = min(max(wanted, FEWEST), MOST)
        high = lines * QFontMetrics(self.font()).lineSpacing()
        frame = 2 * self.frameWidth() + 2 * round(self.document().documentMargin()) + 6
        return QSize(super().sizeHint().width(), high + frame)

    def minimumSizeHint(self) -> QSize:
        return QSize(40, self.sizeHint().height())
