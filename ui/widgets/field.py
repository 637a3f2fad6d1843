"""A labelled field with the reason beside it when what was typed was refused."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from ui import theme
from ui.theme import Tone
from ui.widgets.amending import Amends

LABEL_WIDE = 104


class Field(QWidget):
    """Label left ("&Name" gives Alt+N), editor right, a reason below the editor while wrong: until
    something else stands in it, `amended()` then."""

    amended = Signal()

    def __init__(
        self,
        label: str,
        editor: QWidget,
        parent: QWidget | None = None,
        *,
        label_wide: int = LABEL_WIDE,
    ) -> None:
        super().__init__(parent)
        self.editor = editor
        self.label = QLabel(label)
        theme.set_tone(self.label, Tone.LABEL)
        self.label.setBuddy(editor)
        self.label.setMinimumWidth(theme.px(self, label_wide))
        self.label.setMinimumHeight(theme.px(self, theme.CONTROL))
        editor.setAccessibleName(label.replace("&", ""))
        self._reason = QLabel()
        self._reason.setTextFormat(Qt.TextFormat.PlainText)
        self._reason.setWordWrap(True)
        theme.set_face(self._reason, "strong")
        self._reason.hide()
        self._amends = Amends(editor, self._take_back)
        column = QVBoxLayout()
        column.setSpacing(2)
        column.addWidget(editor)
        column.addWidget(self._reason)
        if editor.sizePolicy().verticalPolicy() is QSizePolicy.Policy.Fixed:
            column.addStretch(1)  # stays level with a field beside it that says a reason
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.label, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(column, 1)

    def say(self, reason: str, *, lead: bool = True) -> None:
        """Say why the value was refused, and `lead` there; a blank reason takes it back."""
        self._amends.wait(reason)
        if not lead and reason == self._reason.text():
            return
        self._reason.setText(reason)
        self._reason.setVisible(bool(reason))
        self.editor.setAccessibleDescription(reason)
        self.editor.setProperty("wrong", "true" if reason else "false")
        self.editor.style().unpolish(self.editor)
        self.editor.style().polish(self.editor)
        if reason and lead:
            self.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def reason(self) -> str:
        """What stands beside the field, blank where nothing is wrong."""
        return self._reason.text()

    def _take_back(self) -> None:
        self.say("")
        self.amended.emit()


def hinted(hint: str) -> QLineEdit:
    """A line with a hint in it while it is blank."""
    line = QLineEdit()
    line.setPlaceholderText(hint)
    return line


def day_line() -> QLineEdit:
    """A line for a day that may stay blank."""
    return hinted("TT.MM.JJJJ, sonst leer")
