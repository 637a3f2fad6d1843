"""Typing like a user: at whatever has the focus, any letter a keyboard or an input method gives."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget


def typed(text: str) -> None:
    """Type a text; letters outside ASCII as the keyboard's driver would send them."""
    for letter in text:
        focus = _target()
        for kind in (QKeyEvent.Type.KeyPress, QKeyEvent.Type.KeyRelease):
            event = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter)
            QApplication.sendEvent(focus, event)


def press(key: Qt.Key, *, ctrl: bool = False) -> None:
    held = Qt.KeyboardModifier.ControlModifier if ctrl else Qt.KeyboardModifier.NoModifier
    QTest.keyClick(_target(), key, held)


def tab_to(name: str, most: int = 60) -> None:
    """Press Tab until the widget of that accessible name has the focus."""
    for _ in range(most):
        focus = QApplication.focusWidget()
        if focus is not None and focus.accessibleName() == name:
            return
        press(Qt.Key.Key_Tab)
    raise AssertionError(f"Tab never came to {name}")


def _target() -> QWidget:
    """A list that has popped up takes the keys first."""
    target = QApplication.activePopupWidget() or QApplication.focusWidget()
    assert target is not None
    return target


def shown_text() -> str:
    """What stands in the field that has the focus."""
    focus = QApplication.focusWidget()
    assert isinstance(focus, QLineEdit | QPlainTextEdit)
    return focus.text() if isinstance(focus, QLineEdit) else focus.toPlainText()
