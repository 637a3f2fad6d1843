"""One thing asked in place: a label, a field, the reason why not, save and turn back."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from ui import theme
from ui.theme import Tone
from ui.widgets.amending import Amends
from ui.widgets.buttons import primary, push


class InlineAsk(QWidget):
    """`given()` with Enter or the button, `left()` with Esc; read the answer from `editor`."""

    given = Signal()
    left = Signal()

    def __init__(
        self, label: str, act: str, editor: QLineEdit, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.editor = editor
        self._label = QLabel(label)
        self._label.setWordWrap(True)
        self._label.setBuddy(editor)
        theme.set_tone(self._label, Tone.SECOND)
        editor.setAccessibleName(label.replace("&", ""))
        editor.returnPressed.connect(self.given.emit)
        self._reason = QLabel()
        self._reason.setTextFormat(Qt.TextFormat.PlainText)
        self._reason.setWordWrap(True)
        theme.set_face(self._reason, "strong")
        self._reason.hide()
        self._amends = Amends(editor, partial(self.say, ""))
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(primary(act, self.given.emit, "check"))
        buttons.addWidget(push("Abbrechen", self.left.emit))
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for widget in (self._label, editor, self._reason):
            column.addWidget(widget)
        column.addSpacing(4)
        column.addLayout(buttons)

    def set_label(self, words: str) -> None:
        """Ask in other words."""
        self._label.setText(words)
        self.editor.setAccessibleName(words)

    def open(self) -> None:
        """Show it and lead there."""
        self.say("")
        self.show()
        self.editor.setFocus(Qt.FocusReason.OtherFocusReason)
        self.editor.selectAll()

    def say(self, reason: str) -> None:
        """Say why the answer was refused; a blank reason takes it back, and so does another
        answer."""
        self._amends.wait(reason)
        self._reason.setText(reason)
        self._reason.setVisible(bool(reason))
        self.editor.setAccessibleDescription(reason)
        self.editor.setProperty("wrong", "true" if reason else "false")
        self.editor.style().unpolish(self.editor)
        self.editor.style().polish(self.editor)
        if reason:
            self.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def reason(self) -> str:
        """What stands below the field, blank where nothing is wrong."""
        return self._reason.text()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
