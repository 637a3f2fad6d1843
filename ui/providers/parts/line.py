"""A line of the form: a label, one editor or several, and the reason where one was refused."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QLineEdit, QSizePolicy, QWidget

from ui import theme
from ui.providers.parts.cells import Cell
from ui.theme import Tone
from ui.widgets.amending import Amends
from ui.widgets.section import text_label

LABEL_WIDE = 116
NARROW = 330  # below this the label stands above its editors


class Line(QWidget):
    """Label left ("&Name" gives Alt+N), editors right, above each other where it is narrow."""

    def __init__(self, label: str, cells: Sequence[Cell], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cells = {cell.name: cell for cell in cells}
        self.label = text_label(label, Tone.LABEL, wrap=False)
        self.label.setBuddy(cells[0].editor)
        self.label.setMinimumHeight(theme.px(self, theme.CONTROL))
        self._reason = text_label()
        theme.set_face(self._reason, "strong")
        self._reason.hide()
        self._amends = Amends(self, self.clear)
        self._aside = text_label("", Tone.SECOND)
        self._aside.hide()
        self._row = QHBoxLayout()
        self._row.setSpacing(8)
        for cell in cells:
            self._place(cell)
        if all(cell.wide for cell in cells):
            self._row.addStretch(1)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(2)
        self._above: bool | None = None
        self._lay(above=False)

    def say(self, name: str, reason: str, *, lead: bool = True) -> None:
        """Say why a value was refused, and `lead` there; a blank reason takes it back, and so does
        another value."""
        self._amends.wait(reason)
        mark(self.cells[name].editor, reason)
        self._reason.setText(reason)
        self._reason.setVisible(bool(reason))
        if reason and lead:
            self.cells[name].editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def tell(self, words: str) -> None:
        """What the value means, below the editors."""
        self._aside.setText(words)
        self._aside.setVisible(bool(words))

    def told(self) -> str:
        return self._aside.text()

    def clear(self) -> None:
        """Nothing is wrong here."""
        if self._reason.text():
            for name in self.cells:
                self.say(name, "")

    def reason(self) -> str:
        """What stands below the editors, blank where nothing is wrong."""
        return self._reason.text()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay(above=self.width() < theme.px(self, NARROW))

    def minimumSizeHint(self) -> QSize:
        """As narrow as the editors alone are: the label then stands above them."""
        least = super().minimumSizeHint()
        row = max(self._row.minimumSize().width(), self.label.sizeHint().width())
        return QSize(min(least.width(), row), least.height())

    def _place(self, cell: Cell) -> None:
        editor = cell.editor
        editor.setAccessibleName(cell.says)
        if cell.before:
            self._word(cell.before).setBuddy(editor)
        if cell.wide:
            editor.setFixedWidth(theme.px(self, cell.wide))
        elif isinstance(editor, QLineEdit):
            editor.setMinimumWidth(theme.px(self, 40))
            editor.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._row.addWidget(editor, 0 if cell.wide else 1)
        if cell.after:
            self._word(cell.after)

    def _word(self, words: str) -> QLabel:
        label = text_label(words, Tone.LABEL, wrap=False)
        label.setMinimumHeight(theme.px(self, theme.CONTROL))
        self._row.addWidget(label, 0, Qt.AlignmentFlag.AlignTop)
        return label

    def _lay(self, *, above: bool) -> None:
        if above == self._above:
            return
        self._above = above
        for part in (self.label, self._row, self._aside, self._reason):
            if isinstance(part, QWidget):
                self._grid.removeWidget(part)
            else:
                self._grid.removeItem(part)
        top = Qt.AlignmentFlag.AlignTop
        self.label.setMinimumWidth(0 if above else theme.px(self, LABEL_WIDE))
        self.label.setMinimumHeight(0 if above else theme.px(self, theme.CONTROL))
        self._grid.addWidget(self.label, 0, 0, top)
        self._grid.addLayout(self._row, *((1, 0) if above else (0, 1)))
        self._grid.addWidget(self._aside, *((2, 0) if above else (1, 1)))
        self._grid.addWidget(self._reason, *((3, 0) if above else (2, 1)))
        self._grid.setColumnStretch(0, 1 if above else 0)
        self._grid.setColumnStretch(1, 0 if above else 1)


def mark(editor: QWidget, reason: str) -> None:
    """Frame an editor whose value was refused, and tell a screen reader why; blank undoes it."""
    editor.setAccessibleDescription(reason)
    editor.setProperty("wrong", "true" if reason else "false")
    editor.style().unpolish(editor)
    editor.style().polish(editor)
