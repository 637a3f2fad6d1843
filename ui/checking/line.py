"""One fact on a line: what it is, what stands there now, what is right."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QSizePolicy, QWidget

from ui import theme
from ui.theme import Tone
from ui.widgets.runs import Run, RunLine
from ui.widgets.section import text_label

LABEL_WIDE = 132
NOW, RIGHT = 2, 3  # how columns share what room there is


class FactLine(QWidget):
    """`edited(text)` while typing. The editor holds what is there now, ready to be corrected; a
    changed one has a bold label and, where the present value has no column, says it below."""

    edited = Signal(str)

    def __init__(self, label: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = label
        self._shown = ""
        self._wide = True
        self._label = text_label(label, Tone.LABEL, wrap=False)
        self._label.setMinimumWidth(theme.px(self, LABEL_WIDE))
        self.now = RunLine()
        self.now.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.editor = QLineEdit()
        self.editor.setAccessibleName(label)
        self._label.setBuddy(self.editor)
        self._below = text_label()
        self._below.hide()
        self._grid = grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(2)
        middle = Qt.AlignmentFlag.AlignVCenter
        grid.addWidget(self._label, 0, 0, middle)
        grid.addWidget(self.now, 0, 1, middle)
        grid.addWidget(self.editor, 0, 2)
        grid.addWidget(self._below, 1, 2)
        grid.setColumnStretch(1, NOW)
        grid.setColumnStretch(2, RIGHT)
        self.editor.textEdited.connect(self._typed)

    @property
    def is_changed(self) -> bool:
        return self.editor.text().strip() != self._shown.strip()

    def set_fact(self, shown: str, typed: str | None) -> None:
        """What stands there now, and what was typed in its place (None: nothing)."""
        self._shown = shown
        self.now.set_runs([Run(shown or "–", tone=Tone.SECOND)])
        self.editor.setText(shown if typed is None else typed)
        self.editor.setCursorPosition(0)
        self.say("")
        self._mark()

    def set_wide(self, *, wide: bool) -> None:
        """Whether there is room for the present value beside the editor."""
        self._wide = wide
        self.now.setVisible(wide)
        self._grid.setColumnStretch(1, NOW if wide else 0)
        self._mark()

    def say(self, reason: str) -> None:
        """Why it was refused, below the editor; a blank reason takes it back."""
        self.editor.setProperty("wrong", "true" if reason else "false")
        self.editor.style().unpolish(self.editor)
        self.editor.style().polish(self.editor)
        self._tell(reason, strong=True)
        if reason:
            self.editor.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._mark()

    def reason(self) -> str:
        """What stands below the editor."""
        return self._below.text()

    def _typed(self, text: str) -> None:
        self.say("")  # which marks it anew
        self.edited.emit(text)

    def _mark(self) -> None:
        """Make a changed line stand out, not by colour alone."""
        changed = self.is_changed
        _weigh(self._label, strong=changed)
        spoken = f"{self._name}, geändert, bisher {self._shown or 'leer'}"
        self.editor.setAccessibleName(spoken if changed else self._name)
        if self.editor.property("wrong") == "true":
            return
        said = f"bisher: {self._shown or 'leer'}" if changed and not self._wide else ""
        self._tell(said, strong=False)

    def _tell(self, text: str, *, strong: bool) -> None:
        self._below.setText(text)
        self._below.setVisible(bool(text))
        theme.set_tone(self._below, Tone.INK if strong else Tone.SECOND)
        _weigh(self._below, strong=strong)


def _weigh(label: QLabel, *, strong: bool) -> None:
    face = "strong" if strong else ""
    if label.property("face") != face:
        label.setProperty("face", face)
        label.style().unpolish(label)
        label.style().polish(label)


class Heads(QWidget):
    """What stands in the columns of the lines below."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        label = text_label("Angabe", Tone.LABEL, wrap=False)
        label.setMinimumWidth(theme.px(self, LABEL_WIDE))
        now = text_label("Steht im Verzeichnis", Tone.LABEL, wrap=False)
        now.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        right = text_label("Richtig ist", Tone.LABEL, wrap=False)
        right.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        for column, each in enumerate((label, now, right)):
            theme.set_face(each, "small")
            grid.addWidget(each, 0, column)
        grid.setColumnStretch(1, NOW)
        grid.setColumnStretch(2, RIGHT)
