"""Who is due: a box for the letter, name and reason, whether a letter was printed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from app.records.checking import DueOrganisation
from ui.checking import words
from ui.theme import Tone
from ui.widgets.runs import Run
from ui.widgets.two_line import LINES_ROLE, Lines

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
COLUMNS = ("Einrichtung", "Brief")


class DueModel(QAbstractTableModel):
    """`ticked` are the ids whose letters are wanted, also while a search hides them;
    `ticks_changed` when a box was hit."""

    ticks_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: tuple[DueOrganisation, ...] = ()
        self.ticked: set[int] = set()
        self.begun: frozenset[int] = frozenset()
        """Whose answer is typed and not saved."""
        self._today = date.min

    def set_rows(self, rows: Sequence[DueOrganisation], begun: Iterable[int], today: date) -> None:
        """Other rows; `begun` are the ids whose answer is typed and not saved."""
        self.beginResetModel()
        self.rows, self.begun, self._today = tuple(rows), frozenset(begun), today
        self.endResetModel()

    def set_begun(self, begun: Iterable[int]) -> None:
        """Which answers are typed and not saved."""
        if (now := frozenset(begun)) != self.begun:
            self.begun = now
            if self.rows:
                self.dataChanged.emit(self.index(0, 1), self.index(len(self.rows) - 1, 1))

    def tick(self, ids: Iterable[int]) -> None:
        """Tick these and no others."""
        self.ticked = set(ids)
        if self.rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.rows) - 1, 0))
        self.ticks_changed.emit()

    def row_of(self, key: int) -> int:
        """Where an organisation stands, -1 for nowhere."""
        return next((at for at, each in enumerate(self.rows) if each.id == key), -1)

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return COLUMNS[section]
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsUserCheckable if index.column() == 0 else flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.CheckStateRole and index.column() == 0:
            return Qt.CheckState.Checked if row.id in self.ticked else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"{row.name}\n{words.state(row, self._today)}"
        if role not in (LINES_ROLE, int(Qt.ItemDataRole.DisplayRole)):
            return None
        lines = self._lines(row, index.column())
        return lines if role == LINES_ROLE else lines.words()

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole or not index.isValid():
            return False
        key = self.rows[index.row()].id
        if Qt.CheckState(value) is Qt.CheckState.Checked:
            self.ticked.add(key)
        else:
            self.ticked.discard(key)
        self.dataChanged.emit(index, index)
        self.ticks_changed.emit()
        return True

    def _lines(self, row: DueOrganisation, column: int) -> Lines:
        if column == 0:
            told = words.state(row, self._today)
            return Lines((Run(row.name, strong=True),), (Run(told, tone=Tone.SECOND),))
        first = Run(f"{row.asked_on:%d.%m.%Y}") if row.asked_on else Run("offen", tone=Tone.SECOND)
        second: tuple[Run, ...] = ()
        if row.id in self.begun:
            second = (Run("begonnen", tone=Tone.SECOND, icon="pencil"),)
        elif not row.has_address:
            second = (Run("ohne Anschrift", tone=Tone.SECOND, icon="triangle-alert"),)
        return Lines((first,), second)
