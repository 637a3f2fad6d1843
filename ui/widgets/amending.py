"""What was refused is being amended: the reason that stands there is no longer true of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtCore import QMetaObject, QObject, QTimer, SignalInstance
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit, QPlainTextEdit, QWidget

from ui.widgets.marks import Marks


class Amends(QObject):
    """Takes a reason back as soon as something else stands in `around`, an editor or a widget with
    editors, than when it was said. What is put in and taken out again at once is no change."""

    def __init__(self, around: QWidget, take_back: Callable[[], object]) -> None:
        super().__init__(around)
        self._around = around
        self._take_back = take_back
        self._heard: list[QMetaObject.Connection] = []
        self._stood: tuple[object, ...] = ()
        self._is_due = False

    def wait(self, reason: str) -> None:
        """Wait while this reason stands there; blank for no longer."""
        for each in self._heard:
            QObject.disconnect(each)
        self._heard = []
        if reason:
            self._stood = _standing(self._around)
            self._heard = [each.connect(self._changed) for each in _told_by(self._around)]

    def _changed(self, *_to: object) -> None:
        if not self._is_due:
            self._is_due = True
            QTimer.singleShot(0, self, self._look)

    def _look(self) -> None:
        self._is_due = False
        if self._heard and _standing(self._around) != self._stood:
            self.wait("")
            self._take_back()


def _inside(around: QWidget) -> Iterator[QWidget]:
    yield around
    yield from around.findChildren(QWidget)


def _standing(around: QWidget) -> tuple[object, ...]:
    return tuple(_value(each) for each in _inside(around))


def _value(editor: QWidget) -> object:
    if isinstance(editor, QLineEdit | Marks):
        return editor.text()
    if isinstance(editor, QPlainTextEdit):
        return editor.toPlainText()
    if isinstance(editor, QComboBox):
        return editor.currentText()
    return isinstance(editor, QAbstractButton) and editor.isChecked()


def _told_by(around: QWidget) -> Iterator[SignalInstance]:
    for each in _inside(around):
        if isinstance(each, QLineEdit | QPlainTextEdit):
            yield each.textChanged
        elif isinstance(each, QComboBox):
            yield each.currentTextChanged
        elif isinstance(each, QAbstractButton):
            yield each.toggled
        elif isinstance(each, Marks):
            yield each.changed
