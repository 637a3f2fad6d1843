"""Columns of a list as chips that can be dragged onto fields."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QMimeData,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QDragEnterEvent, QDragMoveEvent, QDropEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from ui import theme
from ui.theme import Tone
from ui.widgets.runs import Run, paint_runs

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
COLUMN = "application/x-heimathafen-column"


def column_of(given: QMimeData) -> str | None:
    """The column that is dragged, None for anything else."""
    if not given.hasFormat(COLUMN):
        return None
    return bytes(given.data(COLUMN).data()).decode("utf-8")


def dragged(column: str) -> QMimeData:
    """A column on its way."""
    found = QMimeData()
    found.setData(COLUMN, column.encode("utf-8"))
    return found


class ColumnChips(QListView):
    """The columns nobody reads; dropping one here takes it out of its field: `dropped(column)`."""

    dropped = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Spalten, die nicht gelesen werden")
        self._columns = _Columns(self)
        self.setModel(self._columns)
        self.setItemDelegate(_Painter(self))
        self.setDragEnabled(True)
        self.setAcceptDrops(True)
        self.setDropIndicatorShown(False)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setUniformItemSizes(True)
        self.setSpacing(2)

    def set_columns(self, columns: Sequence[tuple[str, str]]) -> None:
        """Columns with a value of theirs."""
        self._columns.set_columns(columns)

    def columns(self) -> tuple[str, ...]:
        return tuple(name for name, _ in self._columns.columns)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if column_of(event.mimeData()) is not None:
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        if column_of(event.mimeData()) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        column = column_of(event.mimeData())
        if column is not None:
            event.acceptProposedAction()
            self.dropped.emit(column)


class _Columns(QAbstractListModel):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.columns: tuple[tuple[str, str], ...] = ()

    def set_columns(self, columns: Sequence[tuple[str, str]]) -> None:
        self.beginResetModel()
        self.columns = tuple(columns)
        self.endResetModel()

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        name, sample = self.columns[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return name
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{name}: {sample}" if sample else name
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        usual = super().flags(index)
        return usual | Qt.ItemFlag.ItemIsDragEnabled if index.isValid() else usual

    def mimeTypes(self) -> list[str]:
        return [COLUMN]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        return dragged(self.columns[indexes[0].row()][0])

    def supportedDragActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction


class _Painter(QStyledItemDelegate):
    """A chip: the name of the column, a value of it below."""

    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(80, theme.px(option.font, theme.TALL_ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        assert isinstance(model, _Columns)  # noqa: S101 - it paints no other
        name, sample = model.columns[index.row()]
        colours = theme.colours_of(option.palette)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(colours.accent if chosen else colours.edge), 1))
        painter.setBrush(QColor(colours.selection if chosen else colours.panel))
        rect = QRectF(option.rect).adjusted(2.5, 1.5, -2.5, -1.5)
        painter.drawRoundedRect(rect, 4, 4)
        inner = rect.toRect().adjusted(10, 3, -10, -3)
        half = inner.height() // 2
        inner.setHeight(half if sample else inner.height())
        paint_runs(painter, inner, [Run(name, strong=True)], option.palette)
        if sample:
            below = inner.translated(0, half)
            paint_runs(painter, below, [Run(sample, tone=Tone.SECOND)], option.palette)
        painter.restore()


def samples(rows: Sequence[Mapping[str, object]], column: str, most: int = 3) -> str:
    """A few different values of a column in one line."""
    found: dict[str, None] = {}
    for row in rows:
        value = row.get(column)
        text = "" if value is None else " ".join(str(value).split())
        if text:
            found.setdefault(text[:60])
        if len(found) == most:
            break
    return " · ".join(found)
