"""Records of one kind, entered below each other: a few lines each, added and removed in place."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Generic, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.errors import Refused
from app.records.providers import ContactPerson, Cost
from ui import theme
from ui.providers import words
from ui.providers.parts.cells import Cell
from ui.providers.parts.line import mark
from ui.theme import Tone
from ui.widgets.buttons import icon_button
from ui.widgets.paragraphs import quiet_link
from ui.widgets.section import text_label

R = TypeVar("R", Cost, ContactPerson)
Lines = Sequence[Sequence[Cell]]


class Row(QWidget, Generic[R]):
    """One record; what has no editor here stays as it was. `edited()`, `removed()`."""

    edited = Signal()
    removed = Signal()

    def __init__(self, record: R, lines: Lines, remove: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._record: R = record
        self.cells = {cell.name: cell for line in lines for cell in line}
        self._reason: QLabel = text_label()
        theme.set_face(self._reason, "strong")
        self._reason.hide()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(4)
        for number, line in enumerate(lines):
            grid.addLayout(_line(line), number, 0)
        button = icon_button("x", remove, self.removed.emit, flat=True)
        grid.addWidget(button, 0, 1, Qt.AlignmentFlag.AlignVCenter)
        grid.addWidget(self._reason, len(lines), 0)
        grid.setColumnStretch(0, 1)
        for cell in self.cells.values():
            cell.put(getattr(record, cell.name))
            cell.changed.connect(self._touched)
        self._shown = {name: cell.get() for name, cell in self.cells.items()}

    def value(self) -> R:
        """The record; raises `Refused` naming the field of the record."""
        got = {name: cell.get() for name, cell in self.cells.items()}
        touched = {name: value for name, value in got.items() if value != self._shown[name]}
        record: R = replace(self._record, **touched)  # type: ignore[arg-type]
        return record

    def refuse(self, refused: Refused, part: str) -> None:
        """Say why its value was refused, and lead there."""
        cell = self.cells.get(part) or next(iter(self.cells.values()))
        said = words.refused(refused)
        self._reason.setText(said)
        self._reason.show()
        mark(cell.editor, said)
        cell.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def clear(self) -> None:
        if self._reason.text():
            self._reason.clear()
            self._reason.hide()
            for cell in self.cells.values():
                mark(cell.editor, "")

    def reason(self) -> str:
        return self._reason.text()

    def _touched(self, *_what: object) -> None:
        self.edited.emit()


class Rows(QWidget, Generic[R]):
    """All records of a provider; blank ones are left out. `edited()` when one is."""

    edited = Signal()

    def __init__(
        self,
        field: str,
        title: str,
        add: str,
        blank: R,
        lines: Callable[[], Lines],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._field, self._title, self._lines = field, title, lines
        self._blank: R = blank
        self.rows: list[Row[R]] = []
        self.setAccessibleName(title)
        self._column = QVBoxLayout()
        self._column.setSpacing(8)
        self.add_button = quiet_link(add, self.add_row, "plus")
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(4)
        if title:
            outer.addWidget(text_label(title, Tone.LABEL, wrap=False))
        outer.addLayout(self._column)
        outer.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeft)

    def values(self) -> tuple[R, ...]:
        """The records that say something; raises `Refused(field, row, part)`, the row counted
        among these."""
        found: list[R] = []
        for row in self.rows:
            try:
                record = row.value()
            except Refused as refusal:
                facts = refusal.facts | {"row": len(found), "part": refusal.field}
                raise Refused(refusal.reason, self._field, **facts) from None
            if record != self._blank:
                found.append(record)
        return tuple(found)

    def fill(self, records: Sequence[R]) -> None:
        """Show these records and no others."""
        while self.rows:
            self._take(self.rows[-1])
        for record in records:
            self._append(record)

    def add_row(self) -> None:
        """A blank row, ready to be typed in."""
        row = self._append(self._blank)
        next(iter(row.cells.values())).editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def refuse(self, refused: Refused) -> None:
        """Say a refusal in the row it names."""
        number = int(str(refused.facts.get("row", 0)))
        row = self._said()[number] if number < len(self._said()) else None
        if row is not None:
            row.refuse(refused, str(refused.facts.get("part", "")))

    def clear(self) -> None:
        for row in self.rows:
            row.clear()

    def reason(self) -> str:
        """The reasons of all rows."""
        return " ".join(row.reason() for row in self.rows if row.reason())

    def _said(self) -> list[Row[R]]:
        """The rows that are not blank; what cannot be read is not."""
        said = []
        for row in self.rows:
            try:
                blank = row.value() == self._blank
            except Refused:
                blank = False
            if not blank:
                said.append(row)
        return said

    def _append(self, record: R) -> Row[R]:
        number = len(self.rows) + 1
        row: Row[R] = Row(record, self._lines(), f"{self._title} {number} entfernen")
        row.edited.connect(self.edited)
        row.removed.connect(lambda: self._remove(row))
        self.rows.append(row)
        self._column.addWidget(row)
        return row

    def _remove(self, row: Row[R]) -> None:
        self._take(row)
        self.add_button.setFocus(Qt.FocusReason.OtherFocusReason)
        self.edited.emit()

    def _take(self, row: Row[R]) -> None:
        self.rows.remove(row)
        self._column.removeWidget(row)
        row.hide()
        row.deleteLater()


def _line(cells: Sequence[Cell]) -> QHBoxLayout:
    line = QHBoxLayout()
    line.setSpacing(8)
    for cell in cells:
        cell.editor.setAccessibleName(cell.says)
        if cell.before:
            line.addWidget(text_label(cell.before, Tone.LABEL, wrap=False))
        if cell.wide:
            cell.editor.setFixedWidth(theme.px(cell.editor, cell.wide))
        else:
            cell.editor.setMinimumWidth(theme.px(cell.editor, 40))
        line.addWidget(cell.editor, 0 if cell.wide else 1)
    if all(cell.wide for cell in cells):
        line.addStretch(1)
    return line
