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
from ui.templates.stack import Item, Stack
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


class RowBox(Item):
    """One row of a condition: its facts, all of which have to hold."""

    def __init__(self, facts: FactRow, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines: Stack[FactLine] = Stack()
        self._head = text_label(FIRST, Tone.SECOND)
        self.remove = icon_button("trash-2", "Diese Zeile entfernen", self.removed.emit, flat=True)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._head, 1)
        head.addWidget(self.remove)
        self.menu_button = FactMenu()
        self.menu_button.picked.connect(self.take)
        self._lines.after = self.menu_button
        self._lines.counted.connect(self._named)
        self._lines.edited.connect(self.edited)
        self._lines.rebuilt.connect(self.rebuilt)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 4, 8, 6)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self._lines)
        column.addWidget(self.menu_button, 0, Qt.AlignmentFlag.AlignLeft)
        self._lines.show_items(FactLine(key, values) for key, values in facts.items())

    @property
    def lines(self) -> list[FactLine]:
        """The facts of the row."""
        return self._lines.items

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
        self._lines.add(line)
        line.enter()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        colours = theme.colours_of(self.palette())
        painter.fillRect(self.rect(), QColor(colours.aside))
        painter.fillRect(0, 0, 3, self.height(), QColor(colours.edge))

    def _named(self) -> None:
        self.menu_button.taken = frozenset(line.key for line in self.lines)


class ConditionForm(QWidget):
    """`edited` with each change, `rebuilt` when rows or facts came or went."""

    edited = Signal()
    rebuilt = Signal()

    def __init__(self, always: str = ALWAYS, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._always = text_label(always)
        self._rows: Stack[RowBox] = Stack()
        self.add_row = link("Bedingung hinzufügen", self._new_row, "plus")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 2, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._always)
        column.addWidget(self._rows)
        column.addWidget(self.add_row, 0, Qt.AlignmentFlag.AlignLeft)
        self.setFocusProxy(self.add_row)
        self._rows.after = self.add_row
        self._rows.counted.connect(self._number)
        self._rows.edited.connect(self.edited)
        self._rows.rebuilt.connect(self.rebuilt)

    @property
    def boxes(self) -> list[RowBox]:
        """The rows shown."""
        return self._rows.items

    def fill(self, rows: Sequence[FactRow]) -> None:
        """Show these rows, without telling; what is shown already stays as it is."""
        if tuple(rows) == self.rows():
            self._number()
        else:
            self._rows.show_items(RowBox(facts) for facts in rows)

    def rows(self) -> tuple[FactRow, ...]:
        """The rows as they stand here."""
        return tuple(box.facts() for box in self.boxes)

    def _new_row(self) -> None:
        box = RowBox({})
        self._rows.add(box)
        box.menu_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _number(self) -> None:
        for at, box in enumerate(self.boxes):
            box.number(at)
        self._always.setVisible(not self.boxes)
        self.add_row.setText("Weitere Zeile" if self.boxes else "Bedingung hinzufügen")
        self.add_row.setAccessibleName(self.add_row.text())
