"""A model over the ids of a whole result; rows are fetched in pages around the view.

The row count is exact at once, a jump to the end costs one page, nothing is sorted or filtered
here: the ids come in their order. No proxy belongs on top of it.
"""

from __future__ import annotations

from array import array
from collections import OrderedDict
from collections.abc import Callable, Sequence
from typing import Generic, Protocol, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView


class Row(Protocol):
    @property
    def id(self) -> int: ...


R = TypeVar("R", bound=Row)
Index = QModelIndex | QPersistentModelIndex
PAGE = 128
KEPT = 64
ID_ROLE = int(Qt.ItemDataRole.UserRole) + 1
NOWHERE = QModelIndex()


class PagedModel(QAbstractTableModel, Generic[R]):
    """Subclasses say what a row looks like: override `cell(row, column, role)` and `columns`."""

    columns: tuple[str, ...] = ("",)

    def __init__(
        self, fetch: Callable[[Sequence[int]], Sequence[R]], parent: QObject | None = None
    ) -> None:
        """`fetch(ids)` gives the rows of these ids; ids that are gone it may leave out."""
        super().__init__(parent)
        self._fetch = fetch
        self._ids: array[int] = array("q")
        self._pages: OrderedDict[int, dict[int, R]] = OrderedDict()

    def cell(self, row: R, column: int, role: int) -> object:
        """What a cell says in a role; the words in DisplayRole are what a screen reader says."""
        raise NotImplementedError

    def set_ids(self, ids: array[int]) -> None:
        """Show another result, or the same one after its rows changed."""
        if ids == self._ids:
            self._pages.clear()
            if ids:
                last = self.index(len(ids) - 1, self.columnCount() - 1)
                self.dataChanged.emit(self.index(0, 0), last)
            return
        known = len(self._ids)
        if 0 < known < len(ids) and ids[:known] == self._ids:
            # a result that was not yet whole: what stands there stays
            self.beginInsertRows(QModelIndex(), known, len(ids) - 1)
            self._ids = ids
            self._pages.pop((known - 1) // PAGE, None)
            self.endInsertRows()
            return
        self.beginResetModel()
        self._ids = ids
        self._pages.clear()
        self.endResetModel()

    def ids(self) -> array[int]:
        """Every id of the result, in its order."""
        return self._ids

    def id_at(self, row: int) -> int:
        return self._ids[row]

    def row_of(self, row_id: int) -> int:
        """The row that shows this id, -1 where it is not in the result."""
        try:
            return self._ids.index(row_id)
        except ValueError:
            return -1

    def row_at(self, row: int) -> R | None:
        """The record of a row, None where it went away since the ids were read."""
        number = row // PAGE
        page = self._pages.get(number)
        if page is None:
            wanted = self._ids[number * PAGE : (number + 1) * PAGE]
            page = {found.id: found for found in self._fetch(wanted)}
            self._pages[number] = page
            if len(self._pages) > KEPT:
                self._pages.popitem(last=False)
        else:
            self._pages.move_to_end(number)
        return page.get(self._ids[row])

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._ids)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self._ids):
            return None
        if role == ID_ROLE:
            return self._ids[index.row()]
        if role in _NEVER_HERE:
            return None
        row = self.row_at(index.row())
        return None if row is None else self.cell(row, index.column(), role)

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        shown = orientation is Qt.Orientation.Horizontal and 0 <= section < len(self.columns)
        if role == Qt.ItemDataRole.DisplayRole and shown:
            return self.columns[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None


def show_ids(view: QAbstractItemView, model: PagedModel[R], ids: array[int]) -> None:
    """Give the model other ids; the row selected and the place scrolled to stay."""
    current = view.currentIndex()
    row_id = model.id_at(current.row()) if current.isValid() else None
    column = current.column() if current.isValid() else 0
    place = view.verticalScrollBar().value()
    model.set_ids(ids)
    row = -1 if row_id is None else model.row_of(row_id)
    if row >= 0 and view.currentIndex().row() != row:
        view.setCurrentIndex(model.index(row, column))
    view.verticalScrollBar().setValue(place)


# Asked for with every cell that is painted; the colours are the palette's, the font the view's.
_NEVER_HERE = frozenset(
    int(role)
    for role in (
        Qt.ItemDataRole.FontRole,
        Qt.ItemDataRole.ForegroundRole,
        Qt.ItemDataRole.BackgroundRole,
        Qt.ItemDataRole.SizeHintRole,
        Qt.ItemDataRole.TextAlignmentRole,
    )
)
