"""One figure in the room: a heading, a sentence, its table with bars, how it is counted."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QSizePolicy,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from app.records.figures import FigureKey, FigureReport, FigureTable
from ui import theme
from ui.figures import words
from ui.figures.bar_painter import ROW, BarPainter
from ui.figures.table_model import BAR, FigureModel, Index
from ui.theme import Tone
from ui.widgets.paragraphs import wrapped
from ui.widgets.section import Section

_NAME, _NUMBER = 190, 96  # pixels at 100 %
_LEAST = 60  # a shorter column of bars is left out
_SMALL = 560  # below it names and numbers are narrower


class FigureView(QTableView):
    """As high as its rows, never scrolling; arrow keys go from bar to bar. `moved()` when another
    row is looked at."""

    moved = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model_of = FigureModel(self)
        self.setModel(self.model_of)
        self.setItemDelegate(BarPainter(self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        for policy in (self.setVerticalScrollBarPolicy, self.setHorizontalScrollBarPolicy):
            policy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(8)
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setSectionsClickable(False)
        header.setHighlightSections(False)
        header.setMinimumSectionSize(8)
        header.setTextElideMode(Qt.TextElideMode.ElideRight)

    def show_table(self, table: FigureTable, report: FigureReport) -> None:
        """Show a figure; the row looked at stays."""
        row = self.currentIndex().row() if self.selectionModel().hasSelection() else -1
        self.model_of.show(table, report)
        self.setAccessibleName(words.TITLES[table.definition.key])
        self.setAccessibleDescription(words.sentence(table))
        self.look_at(row)
        self._fit()

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if current.isValid():
            self.moved.emit()

    def look_at(self, row: int) -> None:
        """Mark a row."""
        if 0 <= row < self.model_of.rowCount():
            self.selectRow(row)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.selectionModel().hasSelection():
            self.look_at(0)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.ActiveWindowFocusReason:
            self.clearSelection()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        ends = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: self.model_of.rowCount() - 1}
        row = ends.get(Qt.Key(event.key()))
        if row is None:
            super().keyPressEvent(event)
        else:
            self.look_at(row)

    def sizeHint(self) -> QSize:
        above = self.horizontalHeader().sizeHint().height()
        rows = theme.px(self, ROW) * self.model_of.rowCount()
        return QSize(theme.px(self, 300), above + rows + 2)

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(self, 120), self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._fit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def _fit(self) -> None:
        self.verticalHeader().setDefaultSectionSize(theme.px(self, ROW))
        width, columns = self.viewport().width(), self.model_of.columnCount()
        if not columns:
            return
        small = width < theme.px(self, _SMALL)
        pad = theme.px(self, 18)
        header = self.horizontalHeader()
        names = (
            theme.advance(str(self.model_of.index(row, 0).data()), "strong")
            for row in range(self.model_of.rowCount())
        )
        used = max(theme.px(self, 130 if small else _NAME), max(names, default=0) + pad)
        used = min(used, max(width * 2 // 5, theme.px(self, 130)))
        self.setColumnWidth(0, used)
        for column in range(BAR + 1, columns):
            head = str(self.model_of.headerData(column, Qt.Orientation.Horizontal) or "")
            wide = max(theme.px(self, 64 if small else _NUMBER), theme.advance(head) + pad)
            self.setColumnWidth(column, wide)
            used += wide
        left = width - used
        self.setColumnHidden(BAR, left < theme.px(self, _LEAST))
        if self.isColumnHidden(BAR):  # numbers come first
            self.setColumnWidth(0, self.columnWidth(0) + left)
        else:
            header.resizeSection(BAR, left)
        self.updateGeometry()


class FigureSection(Section):
    """`key` says which figure it is."""

    def __init__(self, key: FigureKey, parent: QWidget | None = None) -> None:
        super().__init__(words.TITLES[key], parent=parent)
        self.key = key
        self.sentence = wrapped(tone=Tone.SECOND)
        self.view = FigureView()
        self.definition = wrapped(tone=Tone.LABEL)
        self.former = wrapped(tone=Tone.LABEL)
        for label in (self.definition, self.former):
            theme.set_face(label, "small")
        below = QVBoxLayout()
        below.setContentsMargins(0, 0, 0, theme.px(self, 12))
        below.setSpacing(2)
        below.addWidget(self.definition)
        below.addWidget(self.former)
        self.body.addWidget(self.sentence)
        self.body.addWidget(self.view)
        self.body.addLayout(below)

    def show_table(self, table: FigureTable, report: FigureReport) -> None:
        """Show what was counted."""
        self.sentence.setText(words.sentence(table))
        self.view.show_table(table, report)
        self.definition.setText(words.definition(table))
        former = words.former(table, report.before)
        self.former.setText(former)
        self.former.setVisible(bool(former))
