"""The left side of a verification round: who is due, narrowed, ticked for letters."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from app.records.checking import Due, DueQuery, DueRound
from app.records.providers import Category
from ui import theme
from ui.checking import words
from ui.checking.due_model import DueModel
from ui.providers.words import CATEGORIES
from ui.theme import Tone
from ui.widgets.buttons import push
from ui.widgets.empty_state import EmptyState
from ui.widgets.search_field import SearchField
from ui.widgets.two_line import TwoLineDelegate

LETTER_WIDE = 140


class DueList(QWidget):
    """`narrowed` when the query changed, `chosen(id)` when another organisation is wanted,
    `opened` when its answers are to be shown where they have no room beside, `print_wanted(ids)`,
    `number_typed(id)` for a reference that is not in the list."""

    narrowed = Signal()
    chosen = Signal(int)
    opened = Signal()
    print_wanted = Signal(object)
    number_typed = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._found = DueRound((), 0, 0)
        self._today = date.min
        self._quiet = False
        self.search = SearchField("Name oder Zeichen der Antwort", "Ctrl+F", self)
        self.category = QComboBox()
        self.category.setAccessibleName("Art")
        self.category.addItem("Alle Arten", None)
        for category, text in CATEGORIES.items():
            self.category.addItem(text, category)
        self.due = QComboBox()
        self.due.setAccessibleName("Was fällig ist")
        for due in Due:
            self.due.addItem(words.DUE[due], due)
        self.unasked = QCheckBox("Nur ohne Brief")
        self.unasked.setToolTip("Ohne die, die seit der letzten Prüfung angeschrieben sind")
        self.all = QCheckBox("Alle ankreuzen")
        self.model = DueModel(self)
        self.view = self._table()
        self.empty = EmptyState(
            "check",
            "Nichts zu prüfen",
            "Hier steht, welche Einträge nie oder zu lange nicht geprüft sind. Kita, "
            "Tagespflege, Ganztag und Wohnen sind halbjährlich fällig, alles andere jährlich.",
        )
        self.count = QLabel()
        theme.set_tone(self.count, Tone.LABEL)
        self.print = push("Briefe drucken …", self._print, "printer", key="Ctrl+P")
        self._lay_out()
        self.search.searched.connect(self._search)
        self.search.returnPressed.connect(self._enter)
        self.view.activated.connect(lambda _index: self.opened.emit())
        self.view.clicked.connect(lambda index: self.opened.emit() if index.column() else None)
        self.search.left_down.connect(self.view.setFocus)
        self.category.activated.connect(self.narrowed)
        self.due.activated.connect(self.narrowed)
        self.unasked.toggled.connect(self.narrowed)
        self.all.clicked.connect(self._tick_all)
        self.model.ticks_changed.connect(self._count)

    def query(self) -> DueQuery:
        """What the filters ask for."""
        category = self.category.currentData()
        return DueQuery(
            frozenset({category}) if isinstance(category, Category) else frozenset(),
            self.due.currentData(),
            unasked=self.unasked.isChecked(),
        )

    def set_round(self, found: DueRound, begun: frozenset[int], today: date) -> None:
        """Other rows; the organisation chosen stays so, and is not told again."""
        self._found, self._today = found, today
        known = {each.id for each in found.organisations}
        self.model.ticked &= known
        self._show(begun)

    def next_after(self, key: int) -> int | None:
        """The organisation below, the one above the last, None for a list of one."""
        keys = [each.id for each in self.model.rows]
        if key not in keys:
            return keys[0] if keys else None
        at = keys.index(key)
        following = keys[at + 1 :] or keys[:at][-1:]
        return following[0] if following else None

    def choose(self, key: int | None) -> None:
        """Choose without telling."""
        row = -1 if key is None else self.model.row_of(key)
        self._quiet = True
        if row < 0:
            self.view.clearSelection()
            self.view.setCurrentIndex(QModelIndex())
        else:
            self.view.setCurrentIndex(self.model.index(row, 0))
        self._quiet = False

    def _search(self, _text: str) -> None:
        self._show(self.model.begun)

    def _show(self, begun: frozenset[int]) -> None:
        wanted = self.search.text().casefold().split()
        rows = [
            each
            for each in self._found.organisations
            if all(word in f"{each.name} {each.id}".casefold() for word in wanted)
        ]
        key = self._current()
        self._quiet = True
        self.model.set_rows(rows, begun, self._today)
        self.choose(key)
        self._stack.setCurrentWidget(self.view if rows or wanted else self.empty)
        self._count()

    def _enter(self) -> None:
        """Enter takes the first that is found; a number that is not listed is looked up."""
        if self.model.rows:
            self.chosen.emit(self.model.rows[0].id)
            self.choose(self.model.rows[0].id)
            self.opened.emit()
            return
        number = "".join(letter for letter in self.search.text() if letter.isdigit())
        if number and len(number) < 12:
            self.number_typed.emit(int(number))

    def _current(self) -> int | None:
        row = self.view.currentIndex().row()
        return self.model.rows[row].id if 0 <= row < len(self.model.rows) else None

    def _tick_all(self, checked: bool) -> None:  # noqa: FBT001 - Qt's own
        self.model.tick(each.id for each in self.model.rows if checked)

    def _count(self) -> None:
        shown = len(self.model.rows)
        ticked = len(self.model.ticked)
        said = words.shown(shown, self._found)
        self.count.setText(f"{said}, {ticked} angekreuzt" if ticked else said)
        self.print.setEnabled(bool(ticked))
        self.all.setChecked(
            bool(shown) and all(each.id in self.model.ticked for each in self.model.rows)
        )

    def _print(self) -> None:
        wanted = [each.id for each in self._found.organisations if each.id in self.model.ticked]
        if wanted:
            self.print_wanted.emit(wanted)

    def _moved(self, current: QModelIndex, _before: QModelIndex) -> None:
        if current.isValid() and not self._quiet:
            self.chosen.emit(self.model.rows[current.row()].id)

    def _table(self) -> QTableView:
        view = QTableView()
        view.setAccessibleName("Einrichtungen, die zu prüfen sind")
        view.setModel(self.model)
        view.setItemDelegate(TwoLineDelegate(view))
        view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        view.setShowGrid(False)
        view.setTabKeyNavigation(False)
        view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        rows = view.verticalHeader()
        rows.hide()
        rows.setDefaultSectionSize(theme.px(view, theme.TALL_ROW))
        header = view.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Fixed)
        header.resizeSection(1, theme.px(view, LETTER_WIDE))
        view.selectionModel().currentRowChanged.connect(self._moved)
        return view

    def _lay_out(self) -> None:
        filters = QHBoxLayout()
        filters.setSpacing(8)
        filters.addWidget(self.category, 1)
        filters.addWidget(self.due, 1)
        boxes = QHBoxLayout()
        boxes.setSpacing(16)
        boxes.addWidget(self.all)
        boxes.addStretch(1)
        boxes.addWidget(self.unasked)
        top = QVBoxLayout()
        top.setContentsMargins(16, 8, 16, 8)
        top.setSpacing(8)
        top.addWidget(self.search)
        top.addLayout(filters)
        top.addLayout(boxes)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.view)
        self._stack.addWidget(self.empty)
        bottom = QHBoxLayout()
        bottom.setContentsMargins(16, 8, 16, 8)
        bottom.addWidget(self.count, 1)
        bottom.addWidget(self.print)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(self._stack, 1)
        column.addLayout(bottom)
