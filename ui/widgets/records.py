"""A small table inside the case's column: as high as its rows, opened with Enter, F2 or a click."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractTableModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QKeyEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QSizePolicy,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from ui import theme
from ui.widgets.paged_model import ID_ROLE
from ui.widgets.runs import plain
from ui.widgets.two_line import LINES_ROLE, MARGIN, Lines, TwoLineDelegate

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()


@dataclass(frozen=True)
class Record:
    """One row: its id and a cell for each column."""

    id: int
    cells: tuple[Lines, ...]


class RecordsModel(QAbstractTableModel):
    """Few rows, all at hand."""

    def __init__(self, columns: Sequence[str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._columns = tuple(columns)
        self.records: tuple[Record, ...] = ()

    def set_records(self, records: Sequence[Record]) -> None:
        self.beginResetModel()
        self.records = tuple(records)
        self.endResetModel()

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.records)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        record = self.records[index.row()]
        cell = record.cells[index.column()]
        if role == LINES_ROLE:
            return cell
        if role == ID_ROLE:
            return record.id
        if role == Qt.ItemDataRole.DisplayRole:
            return cell.words()
        if role == Qt.ItemDataRole.ToolTipRole:
            return "\n".join(plain(line) for line in (cell.first, cell.second) if line)
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        shown = orientation is Qt.Orientation.Horizontal and 0 <= section < len(self._columns)
        if role == Qt.ItemDataRole.DisplayRole and shown:
            return self._columns[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None


class _Flush(TwoLineDelegate):
    """The first column begins nearly where the headings of the sections begin."""

    def _inner(self, option: QStyleOptionViewItem, index: Index) -> QRect:
        inner = super()._inner(option, index)
        if index.column() == 0:
            inner.setLeft(option.rect.left() + _margin(option.font))
        return inner


def _margin(measure: QWidget | QFont) -> int:
    return theme.px(measure, 4)


class Records(QTableView):
    """`opened(id)` when a row is to be edited. `shares` are the widths of the columns."""

    opened = Signal(int)

    def __init__(
        self,
        name: str,
        columns: Sequence[str],
        shares: Sequence[int],
        parent: QWidget | None = None,
        *,
        delegate: QStyledItemDelegate | None = None,
    ) -> None:
        super().__init__(parent)
        self._shares = tuple(shares)
        self.setAccessibleName(name)
        self.records = RecordsModel(columns, self)
        self.setModel(self.records)
        self.setItemDelegate(delegate or _Flush(self, tall=False))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        for policy in (self.setVerticalScrollBarPolicy, self.setHorizontalScrollBarPolicy):
            policy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(theme.px(self, theme.ROW))
        self.verticalHeader().setDefaultSectionSize(theme.px(self, theme.ROW))
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsClickable(False)
        header.setMinimumSectionSize(8)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setVisible(any(columns))
        header.setStyleSheet(
            f"QHeaderView::section {{ padding-left: {theme.px(self, MARGIN)}px; }}"
            f"QHeaderView::section:first {{ padding-left: {_margin(self)}px; }}"
        )
        self.doubleClicked.connect(self._open)

    def set_records(self, records: Sequence[Record]) -> None:
        """Show these; the row that was current stays current."""
        if tuple(records) == self.records.records:
            return
        before = self.current_id()
        self.records.set_records(records)
        if before is not None:
            self.choose(before)
        self._fit()

    def choose(self, record_id: int) -> None:
        """Mark a row."""
        for row, record in enumerate(self.records.records):
            if record.id == record_id:
                self.setCurrentIndex(self.records.index(row, 0))

    def current_id(self) -> int | None:
        row = self.currentIndex().row()
        return self.records.records[row].id if row >= 0 else None

    def sizeHint(self) -> QSize:
        header = self.horizontalHeader()
        above = 0 if header.isHidden() else header.sizeHint().height()
        return QSize(theme.px(self, 240), above + self.verticalHeader().length())

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(self, 80), self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self.verticalHeader().setDefaultSectionSize(theme.px(self, theme.ROW))
            self._fit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2)
        if event.key() in keys and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._open(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def _open(self, index: QModelIndex) -> None:
        if index.isValid():
            self.opened.emit(int(self.records.records[index.row()].id))

    def _fit(self) -> None:
        width = self.viewport().width()
        used = 0
        total = sum(self._shares)
        for column, share in enumerate(self._shares):
            last = column == len(self._shares) - 1
            wide = width - used if last else width * share // total
            self.setColumnWidth(column, wide)
            used += wide
        if not isinstance(self.itemDelegate(), TwoLineDelegate):
            self.resizeRowsToContents()
        self.updateGeometry()
