"""Fields below each other on one grid: labels left, reasons below, what was typed told apart."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from app.errors import Refused
from ui import theme, wording
from ui.providers.parts.cells import Cell
from ui.providers.parts.line import mark
from ui.rosters import typed
from ui.theme import Tone
from ui.widgets.amending import Amends
from ui.widgets.section import text_label

MINUTES_WIDE = 68


class Sheet(QWidget):
    """`edited()` when something was typed. Values go by the names of the cells."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cells: dict[str, Cell] = {}
        self._reasons: dict[str, QLabel] = {}
        self._amends: dict[str, Amends] = {}
        self._base: dict[str, object] = {}
        self._filling = False
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(3)
        self._grid.setColumnStretch(1, 1)

    def add(self, label: str, *cells: Cell) -> None:
        """Fields in a line below the others; `label` with & before its letter, "" for a box."""
        row = self._grid.rowCount()
        if label:
            self._grid.addWidget(_named(label, cells[0].editor), row, 0)
        place = (row, 1) if label else (row, 0, 1, 2)
        line = QHBoxLayout()
        line.setSpacing(8)
        for cell in cells:
            if cell.before:
                line.addWidget(_named(cell.before, cell.editor))
            line.addWidget(cell.editor)
            self._know(cell)
        if all(cell.wide for cell in cells):
            line.addStretch(1)
        self._grid.addLayout(line, *place)
        below = QVBoxLayout()
        below.setSpacing(2)
        for cell in cells:
            below.addWidget(self._reasons[cell.name])
        self._grid.addLayout(below, row + 1, *place[1:])

    def add_below(self, label: str, cell: Cell) -> None:
        """A field over the whole width, its label above it."""
        self.add_words(_named(label, cell.editor))
        self.add("", cell)

    def add_words(self, label: QWidget) -> None:
        """Words, or anything else, over both columns."""
        self._grid.addWidget(label, self._grid.rowCount(), 0, 1, 2)

    def settle(self) -> None:
        """What is typed counts as kept from now on."""
        self._base = self.values()

    def fill(self, values: Mapping[str, object]) -> None:
        """Show these values, nothing typed, every reason taken back."""
        self._filling = True
        for name, cell in self._cells.items():
            cell.put(values.get(name))
        self._filling = False
        self.clear()
        self._base = self.values()

    def values(self) -> dict[str, object]:
        """What stands in the fields; raises `Refused` with the field."""
        return {name: cell.get() for name, cell in self._cells.items()}

    @property
    def is_changed(self) -> bool:
        """Whether something was typed since it was filled."""
        try:
            return self.values() != self._base
        except Refused:
            return True

    def refuse(self, refused: Refused) -> bool:
        """Say a refusal beside its field and lead there; False where the field is not here."""
        if refused.field not in self._cells:
            return False
        self.say(refused.field, wording.refused(refused))
        return True

    def say(self, name: str, reason: str) -> None:
        """Say why a value was refused, and lead there; a blank reason takes it back, and so does
        another value."""
        self._reasons[name].setText(reason)
        self._reasons[name].setVisible(bool(reason))
        self._amends[name].wait(reason)
        mark(self._cells[name].editor, reason)
        if reason:
            self._cells[name].editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def clear(self) -> None:
        """Nothing is wrong here."""
        for name, reason in self._reasons.items():
            if reason.text():
                self.say(name, "")

    def reason_of(self, name: str) -> str:
        """What stands below a field, blank where nothing is wrong."""
        return self._reasons[name].text()

    def editor(self, name: str) -> QWidget:
        return self._cells[name].editor

    def enable(self, names: tuple[str, ...], *, enabled: bool) -> None:
        """Let these fields be typed in, or not."""
        for name in names:
            self._cells[name].editor.setEnabled(enabled)

    def _know(self, cell: Cell) -> None:
        cell.editor.setAccessibleName(cell.says)
        if cell.wide:
            cell.editor.setFixedWidth(theme.px(self, cell.wide))
        reason = text_label()
        theme.set_face(reason, "strong")
        reason.hide()
        self._cells[cell.name] = cell
        self._reasons[cell.name] = reason
        self._amends[cell.name] = Amends(cell.editor, partial(self.say, cell.name, ""))
        cell.changed.connect(self._touched)

    def _touched(self, *_what: object) -> None:
        if not self._filling:
            self.edited.emit()


def _named(label: str, editor: QWidget) -> QLabel:
    name = text_label(label, Tone.LABEL, wrap=False)
    name.setBuddy(editor)
    return name


def minutes(name: str, says: str, *, hours: bool = False) -> Cell:
    """Minutes of a way; with `hours` shown and typed as hours and minutes."""
    line = QLineEdit()

    def show(value: object) -> str:
        count = value if isinstance(value, int) else 0
        return f"{count // 60}:{count % 60:02d}" if hours else str(count)

    def put(value: object) -> None:
        line.setText(show(value))

    def get() -> int:
        return typed.minutes(line.text(), name, hours=hours)

    def settle() -> None:
        """Show what was understood, where it was understood otherwise than it reads."""
        if hours and line.text().strip():
            try:
                line.setText(show(get()))
            except Refused:
                return

    line.editingFinished.connect(settle)
    return Cell(name, line, says, get, put, line.textChanged, wide=MINUTES_WIDE)


def ticked(name: str, says: str) -> Cell:
    """A box to tick."""
    box = QCheckBox(says)
    put: Callable[[object], None] = lambda value: box.setChecked(bool(value))  # noqa: E731
    return Cell(name, box, says.replace("&", ""), box.isChecked, put, box.toggled)
