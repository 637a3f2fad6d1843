"""When a rule applies, built from facts and values in rows that come and go."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QPushButton, QVBoxLayout, QWidget

from app.records.templates import FactRow
from ui import fact_names, theme
from ui.theme import Tone
from ui.widgets.buttons import icon_button, link
from ui.widgets.fact_line import FactLine, is_plain_delete, is_plain_return
from ui.widgets.section import text_label
from ui.widgets.stack import Item, Stack

ALWAYS = "Gilt für jeden Haushalt."


@dataclass(frozen=True)
class ConditionWords:
    """How a form of conditions speaks: of no row, above the first row and the others (`several`:
    where they hold more than one fact), of one more fact in a row, of the first row and one more.
    `whose`: whose facts of a person are meant, named beside every fact; blank where it is not."""

    always: str = ALWAYS
    first: str = "Gilt, wenn alles davon stimmt:"
    further: str = "oder wenn alles davon stimmt:"
    first_several: str = ""
    further_several: str = ""
    first_fact: str = "Angabe hinzufügen"
    more_facts: str = "Angabe hinzufügen"
    first_row: str = "Bedingung hinzufügen"
    more_rows: str = "Weitere Zeile"
    whose: str = ""

    def head(self, at: int, count: int) -> str:
        """What stands above the row at this place that holds so many facts."""
        one, several = (
            (self.further, self.further_several) if at else (self.first, self.first_several)
        )
        return several if several and count > 1 else one


ANY_ROW = ConditionWords()
"""At least one row has to hold, in a row every fact."""
EVERY_ROW = ConditionWords(
    first="Es muss stimmen:",
    further="und außerdem:",
    first_several="Eines davon muss stimmen:",
    further_several="und eines davon:",
    first_fact="Angabe wählen",
    more_facts="oder eine andere Angabe",
    more_rows="Weitere Bedingung",
)
"""Every row has to hold, in a row at least one fact."""


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

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_plain_return(event):
            self.showMenu()
        else:
            super().keyPressEvent(event)

    def _pick(self, key: str, _checked: object = None) -> None:
        self.picked.emit(key)


class RowBox(Item):
    """One row of a condition with its facts. Delete takes out the fact that has the focus, or the
    row."""

    def __init__(
        self, facts: FactRow, words: ConditionWords = ANY_ROW, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._words = words
        self._at = 0
        self._lines: Stack[FactLine] = Stack()
        self._head = text_label(words.first, Tone.SECOND)
        self.remove = icon_button("trash-2", "Diese Zeile entfernen", self.removed.emit, flat=True)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._head, 1)
        head.addWidget(self.remove)
        self.menu_button = FactMenu(words.first_fact)
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
        self._lines.show_items(
            FactLine(key, values, whose=words.whose) for key, values in facts.items()
        )

    @property
    def lines(self) -> list[FactLine]:
        """The facts of the row."""
        return self._lines.items

    def facts(self) -> dict[str, tuple[str, ...]]:
        """The facts of the row with their values."""
        return {line.key: line.values() for line in self.lines}

    def number(self, at: int) -> None:
        """Say where the row stands among the others."""
        self._at = at
        self._say()

    def take(self, key: str) -> None:
        """Add a fact, and lead to its values."""
        line = FactLine(key, whose=self._words.whose)
        self._lines.add(line)
        line.enter()

    def say_whose(self, words: ConditionWords) -> None:
        """Speak of somebody else's facts."""
        self._words = words
        for line in self.lines:
            line.say_whose(words.whose)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_plain_delete(event):
            self.removed.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        colours = theme.colours_of(self.palette())
        painter.fillRect(self.rect(), QColor(colours.aside))
        painter.fillRect(0, 0, 3, self.height(), QColor(colours.edge))

    def _named(self) -> None:
        self.menu_button.taken = frozenset(line.key for line in self.lines)
        self._say()

    def _say(self) -> None:
        count = len(self.lines)
        more = self._words.more_facts if count else self._words.first_fact
        self._head.setText(self._words.head(self._at, count))
        self.menu_button.setText(more)
        self.setAccessibleName(f"Zeile {self._at + 1} der Bedingung")
        self.remove.setAccessibleName(f"Zeile {self._at + 1} entfernen")
        self.menu_button.setAccessibleName(f"Zeile {self._at + 1}: {more}")


class ConditionForm(QWidget):
    """`edited` with each change, `rebuilt` when rows or facts came or went. Return adds a row
    (not where a country is typed), Delete takes one out."""

    edited = Signal()
    rebuilt = Signal()

    def __init__(self, words: ConditionWords = ANY_ROW, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._always = text_label(words.always)
        self._rows: Stack[RowBox] = Stack()
        self.add_row = link(words.first_row, self._new_row, "plus")
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
            self._rows.show_items(RowBox(facts, self._words) for facts in rows)

    def say_whose(self, whose: str) -> None:
        """Speak of somebody else's facts; without telling."""
        self._words = replace(self._words, whose=whose)
        for box in self.boxes:
            box.say_whose(self._words)

    def rows(self) -> tuple[FactRow, ...]:
        """The rows as they stand here."""
        return tuple(box.facts() for box in self.boxes)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_plain_return(event) and not isinstance(self.window().focusWidget(), QLineEdit):
            self._new_row()
        else:
            super().keyPressEvent(event)

    def _new_row(self) -> None:
        box = RowBox({}, self._words)
        self._rows.add(box)
        box.menu_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _number(self) -> None:
        for at, box in enumerate(self.boxes):
            box.number(at)
        self._always.setVisible(not self.boxes)
        self.add_row.setText(self._words.more_rows if self.boxes else self._words.first_row)
        self.add_row.setAccessibleName(self.add_row.text())
