"""Ctrl+Z in a field that has nothing of its own to take back: what was done is taken back."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget


class UndoKeys(QObject):
    """A field of text keeps Ctrl+Z and Ctrl+Shift+Z to itself, also where nothing was typed in it,
    as after a line that was saved with Enter. There they are left to the window."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._moved)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is not QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
            return False
        if not (_undoes(event, watched) or _redoes(event, watched)):
            return False
        event.ignore()
        return True

    def _moved(self, _before: QWidget | None, now: QWidget | None) -> None:
        if isinstance(now, QLineEdit | QPlainTextEdit):
            now.installEventFilter(self)  # twice is once


def _undoes(event: QKeyEvent, field: QObject) -> bool:
    """Whether the keys ask a field to take back what it cannot."""
    if not event.matches(QKeySequence.StandardKey.Undo):
        return False
    if isinstance(field, QLineEdit):
        return not field.isUndoAvailable()
    return isinstance(field, QPlainTextEdit) and not field.document().isUndoAvailable()


def _redoes(event: QKeyEvent, field: QObject) -> bool:
    if not event.matches(QKeySequence.StandardKey.Redo):
        return False
    if isinstance(field, QLineEdit):
        return not field.isRedoAvailable()
    return isinstance(field, QPlainTextEdit) and not field.document().isRedoAvailable()
