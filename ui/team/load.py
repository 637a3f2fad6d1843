"""Who has how much to do: a table, and the way to hand cases over."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from app.done import Topic
from app.records.office import WorkloadRow
from ui import theme
from ui.page import Page, Workplace
from ui.team import words
from ui.team.handing import HandingDialog
from ui.theme import Tone
from ui.widgets.buttons import push
from ui.widgets.padded import PaddedDelegate
from ui.widgets.section import Section, text_label

HOW = (
    "Gezählt sind laufende Fälle, ihre offenen Fristen und fällige Wiedervorlagen. Ein neuer "
    "Fall ohne Ansprechperson geht an die Berater*in, die eine Sprache der Familie spricht und "
    "die wenigsten offenen Fristen hat."
)
NAME, TODAY = 0, 1
TODAY_WIDE, COUNT_WIDE, LAST_WIDE = 176, 96, 120


class LoadPage(Page):
    """`opened(advisor)` when somebody's line was opened."""

    opened = Signal(int)
    about_case = False
    topics = frozenset({Topic.OFFICE, Topic.CANDIDATES, Topic.PLAN})

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(workplace, parent)
        self.rows: tuple[WorkloadRow, ...] = ()
        self.model = QStandardItemModel(0, len(words.HEADS), self)
        self.model.setHorizontalHeaderLabels(list(words.HEADS))
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        for at in range(TODAY + 1, len(words.HEADS)):
            self.model.setHeaderData(
                at, Qt.Orientation.Horizontal, right, Qt.ItemDataRole.TextAlignmentRole
            )
        self.table = self._table()
        self.hand_button = push("Fälle &übergeben …", self.hand_over, "arrow-right")
        section = Section("Auslastung", self.hand_button, air=8)
        section.body.addWidget(self.table, 1)
        section.body.addWidget(text_label(HOW, Tone.SECOND))
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.addWidget(section)

    def refresh(self) -> None:
        if self.desk is None:
            return
        rows = self.desk.team.workload()
        if rows != self.rows:
            chosen = self.table.currentIndex().row()
            self.rows = rows
            self.model.setRowCount(0)
            for row in rows:
                self.model.appendRow([_item(at, text) for at, text in enumerate(words.cells(row))])
            self.table.selectRow(min(max(chosen, 0), len(rows) - 1))
        self._allow()

    def hand_over(self) -> None:
        """Ask which cases of the line chosen go to whom."""
        row, desk = self._row(), self.desk
        if row is None or desk is None:
            return
        takers = [
            (each.id, each.name)
            for each in desk.office.advisors()
            if each.draft.active and each.id != row.advisor
        ]
        cases = desk.team.open_cases(row.advisor)
        HandingDialog(self.workplace, row.advisor, row.name, cases, takers, self).open()

    def _row(self) -> WorkloadRow | None:
        at = self.table.currentIndex().row()
        return self.rows[at] if 0 <= at < len(self.rows) else None

    def _allow(self) -> None:
        row, desk = self._row(), self.desk
        able = row is not None and desk is not None and bool(desk.team.open_cases(row.advisor))
        self.hand_button.setEnabled(able)

    def _open(self, *_index: object) -> None:
        row = self._row()
        if row is not None and row.advisor is not None:
            self.opened.emit(row.advisor)

    def _table(self) -> QTableView:
        view = QTableView()
        view.setAccessibleName("Auslastung")
        view.setModel(self.model)
        view.setProperty("popup", "true")
        view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        view.setShowGrid(False)
        view.setItemDelegate(PaddedDelegate(view))
        view.setTabKeyNavigation(False)
        view.verticalHeader().hide()
        view.verticalHeader().setDefaultSectionSize(theme.px(view, theme.ROW))
        header = view.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        last = len(words.HEADS) - 1
        for column in range(TODAY, len(words.HEADS)):
            wide = {TODAY: TODAY_WIDE, last: LAST_WIDE}.get(column, COUNT_WIDE)
            header.resizeSection(column, theme.px(view, wide))
        header.setSectionResizeMode(NAME, QHeaderView.ResizeMode.Stretch)
        view.activated.connect(self._open)
        view.selectionModel().currentRowChanged.connect(lambda *_rows: self._allow())
        return view


def _item(column: int, text: str) -> QStandardItem:
    item = QStandardItem(text)
    if column > TODAY:
        item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    return item
