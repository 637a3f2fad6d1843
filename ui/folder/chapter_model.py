"""The chapters of a folder as a tree: options and hints open below their chapter."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractItemModel,
    QByteArray,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from ui.folder.chapter_rows import ChapterRow, OptionRow, Row, Top

Index = QModelIndex | QPersistentModelIndex
ROW_ROLE = int(Qt.ItemDataRole.UserRole) + 7
KIND = "application/x-heimathafen-chapter"
NOWHERE = QModelIndex()
_TOP = 0


class ChapterModel(QAbstractItemModel):
    """`ticked(key, on)` and `opted(chapter, option, on)` when a box was ticked, `moved(key,
    before)` when a chapter was dropped before another, at the end where that is blank. What they
    ask for is shown once the rows are set anew."""

    ticked = Signal(str, bool)
    opted = Signal(str, object, bool)
    moved = Signal(str, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.tops: tuple[Top, ...] = ()
        self.writable = True

    def set_tops(self, tops: tuple[Top, ...], *, writable: bool) -> bool:
        """Other rows; whether there are others than before, so that the view has to look anew."""
        self.writable = writable
        if _shape(tops) == _shape(self.tops):
            before, self.tops = self.tops, tops
            for at, (old, new) in enumerate(zip(before, tops, strict=True)):
                if old != new:
                    self._tell(at)
            return False
        self.beginResetModel()
        self.tops = tops
        self.endResetModel()
        return True

    def _tell(self, at: int) -> None:
        top = self.index(at, 0)
        self.dataChanged.emit(top, top)
        below = len(self.tops[at].below)
        if below:
            self.dataChanged.emit(self.index(0, 0, top), self.index(below - 1, 0, top))

    def row_at(self, index: Index) -> Row | None:
        """What stands in a row, None where there is none."""
        if not index.isValid():
            return None
        owner = index.internalId()
        if owner == _TOP:
            return self.tops[index.row()].row
        return self.tops[owner - 1].below[index.row()]

    def index_of(self, key: str) -> QModelIndex:
        """Where the row of this key stands."""
        for at, top in enumerate(self.tops):
            if top.row.key == key:
                return self.index(at, 0)
            for below, row in enumerate(top.below):
                if row.key == key:
                    return self.index(below, 0, self.index(at, 0))
        return QModelIndex()

    def index(self, row: int, column: int, parent: Index = NOWHERE) -> QModelIndex:
        if column or row < 0:
            return QModelIndex()
        if not parent.isValid():
            return self.createIndex(row, 0, _TOP) if row < len(self.tops) else QModelIndex()
        if parent.internalId() != _TOP or row >= len(self.tops[parent.row()].below):
            return QModelIndex()
        return self.createIndex(row, 0, parent.row() + 1)

    def parent(self, index: Index = NOWHERE) -> QModelIndex:  # type: ignore[override]
        owner = index.internalId() if index.isValid() else _TOP
        return self.createIndex(owner - 1, 0, _TOP) if owner != _TOP else QModelIndex()

    def rowCount(self, parent: Index = NOWHERE) -> int:
        if not parent.isValid():
            return len(self.tops)
        return len(self.tops[parent.row()].below) if parent.internalId() == _TOP else 0

    def columnCount(self, _parent: Index = NOWHERE) -> int:
        return 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.row_at(index)
        if row is None:
            return None
        if role == ROW_ROLE:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return row.spoken
        if role == Qt.ItemDataRole.ToolTipRole and not isinstance(row, OptionRow):
            return row.spoken
        if role == Qt.ItemDataRole.CheckStateRole:
            return _state(row)
        return None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        row = self.row_at(index)
        if role != Qt.ItemDataRole.CheckStateRole or not self.writable:
            return False
        on = Qt.CheckState(value) is Qt.CheckState.Checked
        if isinstance(row, ChapterRow) and not row.is_cover:
            self.ticked.emit(row.key, on)
        elif isinstance(row, OptionRow):
            self.opted.emit(row.chapter, row.option, on)
        else:
            return False
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        row = self.row_at(index)
        if row is None:
            return Qt.ItemFlag.ItemIsDropEnabled if self.writable else Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if not self.writable:
            return flags
        if _state(row) is not None:
            flags |= Qt.ItemFlag.ItemIsUserCheckable
        if self._is_movable(index):
            flags |= Qt.ItemFlag.ItemIsDragEnabled
        return flags

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        return [KIND]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        carried = QMimeData()
        found = [row for index in indexes if isinstance(row := self.row_at(index), ChapterRow)]
        if found:
            carried.setData(KIND, QByteArray(found[0].key.encode()))
        return carried

    def canDropMimeData(
        self, data: QMimeData, _action: Qt.DropAction, row: int, _column: int, parent: Index
    ) -> bool:
        return self.writable and not parent.isValid() and row != 0 and bool(_carried(data))

    def dropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index
    ) -> bool:
        if self.canDropMimeData(data, action, row, column, parent):
            key = _carried(data)
            before = self.chapter_from(row, key)
            if before != key:
                self.moved.emit(key, before)
        # The list is read anew after the command; Qt must not take the row out by itself.
        return False

    def chapter_from(self, row: int, but: str) -> str:
        """The key of the first chapter from this row on that is another one; blank at the end."""
        if row < 0:
            return ""
        below = (top.row for top in self.tops[row:])
        return next(
            (each.key for each in below if isinstance(each, ChapterRow) and each.key != but), ""
        )

    def _is_movable(self, index: Index) -> bool:
        row = self.row_at(index)
        return isinstance(row, ChapterRow) and not row.is_cover and index.internalId() == _TOP


def _state(row: Row) -> Qt.CheckState | None:
    on: bool
    if isinstance(row, ChapterRow):
        on = row.printed
    elif isinstance(row, OptionRow):
        on = row.on
    else:
        return None
    return Qt.CheckState.Checked if on else Qt.CheckState.Unchecked


def _shape(tops: tuple[Top, ...]) -> list[tuple[str, list[str]]]:
    return [(top.row.key, [each.key for each in top.below]) for top in tops]


def _carried(data: QMimeData) -> str:
    return bytes(data.data(KIND).data()).decode()
