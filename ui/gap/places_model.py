"""The municipalities as a table: minutes a week and households, of one age group or all."""

from __future__ import annotations

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from app.records.care_gap import ALL, GapReport
from ui.gap import words

Index = QModelIndex | QPersistentModelIndex
COLUMNS = ("Gemeinde", "Je Woche", "Haushalte")
NOWHERE = QModelIndex()
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


class PlacesModel(QAbstractTableModel):
    """The sum first, then the municipalities by name; hidden numbers say so in their tip."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._report: GapReport | None = None
        self._group = ALL

    def set_report(self, report: GapReport, group: int = ALL) -> None:
        """Show a report, or another age group of it (a place in `GROUPS`)."""
        if self._report is report:
            self._group = group
            last = self.index(self.rowCount() - 1, len(COLUMNS) - 1)
            self.dataChanged.emit(self.index(0, 0), last)
            return
        self.beginResetModel()
        self._report, self._group = report, group
        self.endResetModel()

    def place(self, row: int) -> int:
        """The municipality of a row (a place in the report), `ALL` the first one."""
        return row - 1 if row > 0 else ALL

    def rowCount(self, parent: Index = NOWHERE) -> int:
        if parent.isValid() or self._report is None:
            return 0
        return len(self._report.places) + 1

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return COLUMNS[section]
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if section else _LEFT
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or self._report is None:
            return None
        column, place = index.column(), self.place(index.row())
        if role == Qt.ItemDataRole.TextAlignmentRole and column:
            return _RIGHT
        minutes = self._report.minutes(place, self._group)
        if role == Qt.ItemDataRole.ToolTipRole and minutes is None and column:
            return f"{words.HIDDEN[:1].upper()}{words.HIDDEN[1:]}."
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if column == 0:
            return words.place_name(self._report, place)
        if column == 1:
            return words.FEW if minutes is None else words.duration(minutes)
        return words.count(self._report.concerned(place, self._group))
