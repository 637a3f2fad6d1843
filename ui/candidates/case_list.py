"""The list of cases: searched as one types, narrowed, ordered by its header, counted."""

from __future__ import annotations

from array import array
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from app.records.cases import CaseOrder, CaseQuery, CaseState
from ui import theme
from ui.candidates import words
from ui.candidates.filter_row import FilterRow
from ui.candidates.rows import ORDERS, SHARES, CaseModel
from ui.theme import Tone
from ui.widgets.buttons import primary, push
from ui.widgets.empty_state import EmptyState
from ui.widgets.paged_model import show_ids
from ui.widgets.search_field import SearchField
from ui.widgets.section import text_label
from ui.widgets.two_line import MARGIN, TwoLineDelegate

if TYPE_CHECKING:
    from app.services.lists import Lists

LATER = 150  # ms without a keystroke until what is only nice to know is counted


class CaseTable(QTableView):
    """`chosen(id)` when the user moves to a row, `entered(id)` with Enter or a double click."""

    chosen = Signal(int)
    entered = Signal(int)

    def __init__(self, model: CaseModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cases = model
        self.setModel(model)
        self.setItemDelegate(TwoLineDelegate(self))
        self.setAccessibleName("Fälle")
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSortIndicatorShown(True)
        header.setSectionsClickable(True)
        header.setMinimumSectionSize(8)
        air = theme.px(self, MARGIN)
        header.setStyleSheet(
            f"QHeaderView::section {{ padding-left: {air}px; }}"
            f"QHeaderView::section:first {{ padding-left: {2 * air}px; }}"
        )
        self._scale()
        self._quiet = False
        self.doubleClicked.connect(self._entered)

    def show_ids(self, ids: array[int]) -> None:
        """Show other rows; what is marked and the place stay, and nothing is told."""
        self._quiet = True
        show_ids(self, self.cases, ids)
        self._quiet = False

    def show_case(self, case_id: int | None) -> None:
        """Mark a case without telling, scrolled to only if another one was marked."""
        row = -1 if case_id is None else self.cases.row_of(case_id)
        self._quiet = True
        if row < 0:
            self.clearSelection()
            self.setCurrentIndex(QModelIndex())
        elif row != self.currentIndex().row():
            self.setCurrentIndex(self.cases.index(row, 0))
        self._quiet = False

    def currentChanged(self, current: QModelIndex, previous: QModelIndex) -> None:  # type: ignore[override]
        super().currentChanged(current, previous)
        if current.isValid() and current.row() != previous.row() and not self._quiet:
            self.chosen.emit(self.cases.id_at(current.row()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self._entered(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        width, used, total = self.viewport().width(), 0, sum(SHARES)
        for column, share in enumerate(SHARES):
            wide = width - used if column == len(SHARES) - 1 else width * share // total
            self.setColumnWidth(column, wide)
            used += wide

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._scale()

    def _scale(self) -> None:
        self.verticalHeader().setDefaultSectionSize(theme.px(self, theme.TALL_ROW))
        self.verticalScrollBar().setSingleStep(theme.px(self, theme.TALL_ROW))

    def _entered(self, index: QModelIndex) -> None:
        if index.isValid():
            self.entered.emit(self.cases.id_at(index.row()))


class CaseList(QWidget):
    """`asked(CaseQuery)` when the query changed, `new_wanted`, `pane_wanted`, `filters_turned`
    when the filters were opened or closed."""

    asked = Signal(object)
    new_wanted = Signal()
    pane_wanted = Signal()
    filters_turned = Signal()

    def __init__(
        self, lists: Lists, today: Callable[[], date], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self._lists = lists
        self.query = CaseQuery()
        self.model = CaseModel(lists, today, self)
        self.table = CaseTable(self.model)
        self.search = SearchField("Name, Beruf, Arbeitgeber, Notiz", "Ctrl+F")
        self.filter_button = push("Fi&lter", self._turn_filters, "filter")
        self.filter_button.setCheckable(True)
        self.new_button = primary("Neuer Fall", self.new_wanted.emit, "plus")
        self.new_button.setToolTip("Neuer Fall (Strg+N)")
        self.pane_button = push("Fall zeigen", self.pane_wanted.emit, "chevron-left")
        self.pane_button.setToolTip("Fall zeigen (F4)")
        self.pane_button.hide()
        self.filters = FilterRow()
        self.filters.hide()
        self.count: QLabel = text_label("", Tone.SECOND)
        self.empty = EmptyState("users", "", "")
        self._reset_offered = False
        self._stack = QStackedWidget()
        self._stack.addWidget(self.table)
        self._stack.addWidget(self.empty)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(LATER)
        self._later.timeout.connect(self._count_late)
        self._total: int | None = None
        self._connect()
        self._lay()
        self._show_order()

    def ask(self, query: CaseQuery) -> None:
        """Show another query, all of it."""
        self.query = query
        if self.search.text() != query.words:
            self.search.setText(query.words)
        self.filters.show_query(query)
        self._show_order()
        self.look_again()
        self.asked.emit(query)

    def look_again(self) -> None:
        """Fetch the ids anew; selection and place in the list stay."""
        self._total = None
        self._find()

    def _find(self) -> None:
        ids = self._lists.case_ids(self.query)
        self.table.show_ids(ids)
        if self._total is None:
            whole = CaseQuery(state=self.query.state)
            is_whole = replace(self.query, order=whole.order, descending=False) == whole
            self._total = len(ids) if is_whole else self._lists.case_count(whole)
        self.count.setText(words.cases(len(ids), self._total))
        self._stack.setCurrentWidget(self.table if ids else self.empty)
        if not ids:
            self._say_empty()
        used = self.filters.used()
        self.filter_button.setText(f"Fi&lter ({used})" if used else "Fi&lter")
        self._later.start()

    def _count_late(self) -> None:
        """How many of those shown are late; asked when nobody is typing."""
        if self.query.state is not CaseState.RUNNING or not self.model.rowCount():
            return
        late = self._lists.case_count(replace(self.query, due_within=-1))
        shown = words.cases(self.model.rowCount(), self._total or 0)
        self.count.setText(f"{shown} · {words.number(late)} überfällig" if late else shown)

    def _say_empty(self) -> None:
        self._reset_offered = self._lists.case_count(CaseQuery(state=CaseState.ALL)) > 0
        if self._reset_offered:
            self.empty.say(
                "Nichts gefunden",
                "Zu dieser Suche und diesen Filtern gibt es keinen Fall.",
                "Alle laufenden zeigen",
            )
        else:
            self.empty.say(
                "Noch keine Fälle",
                "Hier stehen die Familien, die Sie begleiten: in welcher Phase sie sind und "
                "welche Frist als Nächstes kommt.",
                "Ersten Fall aufnehmen",
            )

    def _connect(self) -> None:
        self.search.searched.connect(self._searched)
        self.search.left_down.connect(self._into_list)
        self.search.returnPressed.connect(self._into_list)
        self.filters.narrowed.connect(self._narrowed)
        self.empty.accepted.connect(self._first_step)
        self.table.horizontalHeader().sectionClicked.connect(self._order)

    def _lay(self) -> None:
        bar = QHBoxLayout()
        bar.setContentsMargins(16, 6, 16, 6)
        bar.setSpacing(8)
        bar.addWidget(self.search, 1)
        for widget in (self.filter_button, self.new_button, self.pane_button):
            bar.addWidget(widget)
        foot = QHBoxLayout()
        foot.setContentsMargins(16, 3, 16, 3)
        foot.addWidget(self.count)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(bar)
        column.addWidget(self.filters)
        column.addWidget(self._stack, 1)
        column.addLayout(foot)
        self.search.setMinimumWidth(theme.px(self, 120))

    def _searched(self, text: str) -> None:
        self.query = replace(self.query, words=text)
        self._find()
        self.asked.emit(self.query)

    def _narrowed(self, query: CaseQuery) -> None:
        self.ask(
            replace(
                query,
                words=self.query.words,
                stages=self.query.stages,
                order=self.query.order,
                descending=self.query.descending,
            )
        )

    def _order(self, section: int) -> None:
        order = ORDERS[section]
        down = self.query.order is order and not self.query.descending
        self.ask(replace(self.query, order=order, descending=down))

    def _show_order(self) -> None:
        down = Qt.SortOrder.DescendingOrder
        up = Qt.SortOrder.AscendingOrder
        header = self.table.horizontalHeader()
        header.setSortIndicator(
            ORDERS.index(CaseOrder(self.query.order)), down if self.query.descending else up
        )

    def _turn_filters(self) -> None:
        self.filters.setVisible(self.filter_button.isChecked())
        self.filters_turned.emit()
        if self.filter_button.isChecked():
            self.filters.advisor.setFocus()

    def _into_list(self) -> None:
        if not self.model.rowCount():
            return
        self.table.setFocus()
        if not self.table.currentIndex().isValid():
            self.table.setCurrentIndex(self.model.index(0, 0))

    def _first_step(self) -> None:
        if self._reset_offered:
            self.ask(CaseQuery(order=self.query.order, descending=self.query.descending))
        else:
            self.new_wanted.emit()
