"""Rows of one or two lines in two weights, with a box to tick: one delegate for lists and trees.

A model gives a `Lines` in LINES_ROLE, the words alone in DisplayRole (for screen readers), and
CheckStateRole where the row has a box. A `Lines` with `group` paints the heading of a group.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui import icons, theme
from ui.widgets.runs import Run, paint_runs, plain

Index = QModelIndex | QPersistentModelIndex
LINES_ROLE = int(Qt.ItemDataRole.UserRole) + 2
MARGIN = 8
BAR = 3
LINE = 20  # from one line of a tall row to the next


@dataclass(frozen=True)
class Lines:
    """What a cell shows: a first line and, in tall rows, a second and a third below it."""

    first: tuple[Run, ...] = ()
    second: tuple[Run, ...] = ()
    group: bool = False
    third: tuple[Run, ...] = ()

    def words(self) -> str:
        """The words alone, for DisplayRole."""
        lines = (self.first, self.second, self.third)
        return ", ".join(text for text in map(plain, lines) if text)


class TwoLineDelegate(QStyledItemDelegate):
    """Rows are 48 pixels high at 100 %, or 28 with `tall=False` and for groups."""

    def __init__(self, parent: QObject | None = None, *, tall: bool = True) -> None:
        super().__init__(parent)
        self._tall = tall

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        lines = index.data(LINES_ROLE)
        tall = self._tall and not (isinstance(lines, Lines) and lines.group)
        high = theme.TALL_ROW if tall else theme.ROW
        more = LINE if tall and isinstance(lines, Lines) and lines.third else 0
        return QSize(120, theme.px(option.font, high + more))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        lines = index.data(LINES_ROLE)
        if not isinstance(lines, Lines):
            super().paint(painter, option, index)
            return
        palette = option.palette
        colours = theme.colours_of(palette)
        rect = option.rect
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        if chosen:
            painter.fillRect(rect, QColor(colours.selection))
        elif lines.group:
            painter.fillRect(rect, QColor(colours.aside))
        painter.setPen(QPen(QColor(colours.hairline)))
        painter.drawLine(rect.left(), rect.bottom(), rect.right(), rect.bottom())
        if chosen and index.column() == 0:
            awake = bool(option.state & QStyle.StateFlag.State_Active)
            bar = QRect(0, rect.top(), BAR, rect.height())
            painter.fillRect(bar, QColor(colours.accent if awake else colours.edge))
        inner = self._inner(option, index)
        if index.data(Qt.ItemDataRole.CheckStateRole) is not None:
            state = Qt.CheckState(index.data(Qt.ItemDataRole.CheckStateRole))
            paint_box(painter, self._box(option), state, colours)
        if lines.second and not lines.group:
            high = theme.px(option.font, LINE)
            below = (lines.second, lines.third) if lines.third else (lines.second,)
            top = rect.center().y() - high * (len(below) + 1) // 2
            first = QRect(inner.left(), top, inner.width(), high)
            paint_runs(painter, first, lines.first, palette)
            for at, line in enumerate(below, start=1):
                paint_runs(painter, first.translated(0, at * high), line, palette)
        else:
            paint_runs(painter, inner, (*lines.first, *lines.second), palette)
        painter.restore()

    def editorEvent(
        self,
        event: QEvent,
        model: QAbstractItemModel,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        """Tick with a click on the box or with Space."""
        state = index.data(Qt.ItemDataRole.CheckStateRole)
        if state is None or not index.flags() & Qt.ItemFlag.ItemIsUserCheckable:
            return False
        if isinstance(event, QKeyEvent):
            hit = event.key() == Qt.Key.Key_Space and event.type() is QEvent.Type.KeyPress
        elif isinstance(event, QMouseEvent):
            near = self._box(option).adjusted(-6, -6, 6, 6)
            hit = event.type() is QEvent.Type.MouseButtonRelease and near.contains(
                event.position().toPoint()
            )
        else:
            hit = False
        if not hit:
            return False
        ticked = Qt.CheckState(state) is Qt.CheckState.Checked
        wanted = Qt.CheckState.Unchecked if ticked else Qt.CheckState.Checked
        return bool(model.setData(index, wanted, Qt.ItemDataRole.CheckStateRole))

    def _inner(self, option: QStyleOptionViewItem, index: Index) -> QRect:
        margin = theme.px(option.font, MARGIN)
        left = margin if index.column() else 2 * margin
        if index.data(Qt.ItemDataRole.CheckStateRole) is not None:
            left += theme.px(option.font, icons.SIZE) + theme.px(option.font, 12)
        return option.rect.adjusted(left, 0, -margin, 0)

    def _box(self, option: QStyleOptionViewItem) -> QRect:
        size = theme.px(option.font, icons.SIZE)
        left = option.rect.left() + 2 * theme.px(option.font, MARGIN)
        return QRect(left, option.rect.center().y() - size // 2, size, size)


def paint_box(painter: QPainter, rect: QRect, state: Qt.CheckState, colours: theme.Colours) -> None:
    """A box to tick, as the check boxes of forms look."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    full = state is not Qt.CheckState.Unchecked
    painter.setPen(QPen(QColor(colours.accent if full else colours.edge), 1))
    painter.setBrush(QColor(colours.accent if full else colours.panel))
    painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
    if state is Qt.CheckState.Checked:
        inner = rect.adjusted(1, 1, -1, -1)
        painter.drawPixmap(inner, icons.pixmap("check", colours.on_accent, inner.width()))
    elif full:
        painter.fillRect(
            QRect(rect.left() + 4, rect.center().y(), rect.width() - 8, 2),
            QColor(colours.on_accent),
        )
    painter.restore()
