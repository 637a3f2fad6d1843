"""Ctrl+Z in a field in which nothing was typed: it takes back the last act, as anywhere else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

if TYPE_CHECKING:
    from ui.window import Window


class TakingBack(QObject):
    """Fields of Qt keep Ctrl+Z and Ctrl+Shift+Z to themselves even where they have nothing to take
    back, as after a date was saved with Enter. It listens to the field that has the focus alone,
    since every event it hears costs time."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._moved)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.ShortcutOverride:
            keys = QKeySequence.StandardKey
            undoes, redoes = event.matches(keys.Undo), event.matches(keys.Redo)
            is_meant = (undoes or redoes) and not event.isAutoRepeat()
            if is_meant and not _has_own(watched, redone=redoes):
                event.ignore()
                return True
        return False

    def _moved(self, before: QWidget | None, now: QWidget | None) -> None:
        if isinstance(before, QLineEdit | QPlainTextEdit):
            before.removeEventFilter(self)
        if isinstance(now, QLineEdit | QPlainTextEdit) and now.window() is self._window:
            now.installEventFilter(self)


def _has_own(field: QObject, *, redone: bool) -> bool:
    """Whether the field itself has something to take back, or to do again."""
    if isinstance(field, QLineEdit):
        return field.isRedoAvailable() if redone else field.isUndoAvailable()
    if isinstance(field, QPlainTextEdit):
        text = field.document()
        return text.isRedoAvailable() if redone else text.isUndoAvailable()
    return True
