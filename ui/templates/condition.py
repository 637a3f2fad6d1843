"""When a rule applies, built from facts and values: at least one row has to hold, in a row all."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QVBoxLayout, QWidget

from app.records.templates import FactRow
from ui import theme
from ui.templates import fact_names
from ui.templates.fact_line import FactLine
from ui.theme import Tone
from ui.widgets.buttons import icon_button, link
from ui.widgets.section import text_label

ALWAYS = "Gilt für jeden Haushalt."
FIRST, FURTHER = "Gilt, wenn alles davon stimmt:", "oder wenn alles davon stimmt:"


class FactMenu(QPushButton):
    """A link that opens the facts in groups; `picked(key)`. Facts named in `taken` are grey."""

    picked = Signal(str)

    def __init__(self, text: str = "Angabe hinzufügen") -> None:
        super().__init__(text)
        self.setProperty("kind", "link")
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.taken: frozenset[str] = frozenset()
        menu = QMenu(self)
        menu.setAccessibleName(text)
        menu.aboutToShow.connect(self._build)
        self.setMenu(menu)

    def _build(self) -> None:
        menu = self.menu()
        menu.clear()
        for title, keys in fact_names.GROUPS:
            inner = menu.addMenu(title)
            for key in keys:
                action = inner.addAction(fact_names.NAMES[key])
                action.setEnabled(key not in self.taken)
                action.triggered.connect(partial(self._pick, str(key)))

    def _pick(self, key: str, _checked: object = None) -> None:
        self.picked.emit(key)


class RowBox(QWidget):
    """One row of a condition: its facts, all of which have to hold."""

    edited = Signal()
    removed = Signal()
    rebuilt = Signal()

    def __init__(self, facts: FactRow, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines: list[FactLine] = []
        self._head = text_label(FIRST, Tone.SECOND)
        self.remove = icon_button("trash-2", "Diese Zeile entfernen", self.removed.emit, flat=True)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._head, 1)
        head.addWidget(self.remove)
        self.menu_button = FactMenu()
        self.menu_button.picked.connect(self.take)
        self._inner = QVBoxLayout()
        self._inner.setSpacing(6)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 4, 8, 6)
        column.setSpacing(4)
        column.addLayout(head)
        column.addLayout(self._inner)
        column.addWidget(self.menu_button, 0, Qt.AlignmentFlag.AlignLeft)
        for key, values in facts.items():
            self._put(FactLine(key, values))

    def facts(self) -> dict[str, tuple[str, ...]]:
        """The facts of the row with their values."""
        return {line.key: line.values() for line in self.lines}

    def number(self, at: int) -> None:
        """Say where the row stands among the others."""
        self._head.setText(FURTHER if at else FIRST)
        self.setAccessibleName(f"Zeile {at + 1} der Bedingung")
        self.remove.setAccessibleName(f"Zeile {at + 1} entfernen")
        self.menu_button.setAccessibleName(f"Zeile {at + 1}: Angabe hinzufügen")

    def take(self, key: str) -> None:
        """Add a fact, and lead to its values."""
        line = FactLine(key)
        self._put(line)
        self.rebuilt.emit()
        self.edited.emit()
        line.enter()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        colours = theme.colours_of(self.palette())
        painter.fillRect(self.rect(), QColor(colours.aside))
        painter.fillRect(0, 0, 3, self.height(), QColor(colours.edge))

    def _put(self, line: FactLine) -> None:
        self.lines.append(line)
        self._inner.addWidget(line)
        line.edited.connect(self.edited)
        line.rebuilt.connect(self.rebuilt)
        line.removed.connect(partial(self._drop, line))
        self._named()

    def _drop(self, line: FactLine) -> None:
        self.lines.remove(line)
        self._inner.removeWidget(line)
        line.hide()
        line.deleteLater()
        self._named()
        self.menu_button.setFocus(Qt.FocusReason.OtherFocusReason)
        self.rebuilt.emit()
        self.edited.emit()

    def _named(self) -> None:
        self.menu_button.taken = frozenset(line.key for line in self.lines)


class ConditionForm(QWidget):
    """`edited` with each change, `rebuilt` when rows or facts came or went."""

    edited = Signal()
    rebuilt = Signal()

    def __init__(self, always: str = ALWAYS, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.boxes: list[RowBox] = []
        self._always = text_label(always)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(6)
        self.add_row = link("Bedingung hinzufügen", self._new_row, "plus")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 2, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._always)
        column.addLayout(self._rows)
        column.addWidget(self.add_row, 0, Qt.AlignmentFlag.AlignLeft)
        self.setFocusProxy(self.add_row)

    def fill(self, rows: Sequence[FactRow]) -> None:
        """Show these rows, without telling; what is shown already stays as it is."""
        if tuple(rows) == self.rows():
            self._number()
            return
        for box in self.boxes:
            self._rows.removeWidget(box)
            box.hide()
            box.deleteLater()
        self.boxes = []
        for facts in rows:
            self._put(RowBox(facts))
        self._number()

    def rows(self) -> tuple[FactRow, ...]:
        """The rows as they stand here."""
        return tuple(box.facts() for box in self.boxes)

    def _new_row(self) -> None:
        box = RowBox({})
        self._put(box)
        self._number()
        self.rebuilt.emit()
        self.edited.emit()
        box.menu_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _put(self, box: RowBox) -> None:
        self.boxes.append(box)
        self._rows.addWidget(box)
        box.edited.connect(self.edited)
        box.rebuilt.connect(self.rebuilt)
        box.removed.connect(partial(self._drop, box))

    def _drop(self, box: RowBox) -> None:
        self.boxes.remove(box)
        self._rows.removeWidget(box)
        box.hide()
        box.deleteLater()
        self._number()
        self.add_row.setFocus(Qt.FocusReason.OtherFocusReason)
        self.rebuilt.emit()
        self.edited.emit()

    def _number(self) -> None:
        for at, box in enumerate(self.boxes):
            box.number(at)
        self._always.setVisible(not self.boxes)
        self.add_row.setText("Weitere Zeile" if self.boxes else "Bedingung hinzufügen")
        self.add_row.setAccessibleName(self.add_row.text())
