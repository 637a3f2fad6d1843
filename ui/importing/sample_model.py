"""The first rows of a list as they are read, in a table."""

from __future__ import annotations

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from app.exchange.cleaning import as_text
from app.records.importing import Source
from ui import import_words as words
from ui.field_names import FIELDS, field_name

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
SHOWN = 500
"""Rows that are shown; what is wrong in the reading shows in the first of them."""
_WIDEST = 200  # signs of a cell


class SampleModel(QAbstractTableModel):
    """Columns as the list calls them, or the fields of formats that say themselves what they
    are."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._source: Source | None = None
        self._columns: tuple[str, ...] = ()

    def set_source(self, source: Source | None) -> None:
        self.beginResetModel()
        self._source = source
        self._columns = () if source is None else _columns(source)
        self.endResetModel()

    def rowCount(self, parent: Index = NOWHERE) -> int:
        if parent.isValid() or self._source is None:
            return 0
        return min(len(self._source.rows), SHOWN)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if self._source is None or not index.isValid():
            return None
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        column = self._columns[index.column()]
        value = self._source.rows[index.row()].values.get(column)
        if not self._source.columns:
            shown = "" if value is None else words.shown(column, value)
            return "" if shown == words.BLANK else shown
        text = as_text(value)
        told = ("" if value is None else str(value)) if text is None else text
        if role == Qt.ItemDataRole.ToolTipRole:
            return told if len(told) > 24 else None
        return told.replace("\n", " ⏎ ")[:_WIDEST]

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        if self._source is None:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation is Qt.Orientation.Vertical:
            return str(self._source.rows[section].number)
        name = self._columns[section]
        return name if self._source.columns else field_name(name)


def _columns(source: Source) -> tuple[str, ...]:
    if source.columns:
        return source.columns
    said = {name for row in source.rows[:SHOWN] for name, value in row.values.items() if value}
    return tuple(name for name in FIELDS if name in said)
