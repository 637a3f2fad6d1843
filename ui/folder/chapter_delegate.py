"""Paints the list of chapters: grip, box, number, title, what is in it, pages; options below."""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QFontMetrics, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui import icons, theme
from ui.folder.chapter_model import ROW_ROLE
from ui.folder.chapter_rows import ChapterRow, FallenRow, HintRow, OptionRow, Row
from ui.theme import Tone
from ui.widgets.runs import Run, paint_runs, width_of
from ui.widgets.two_line import paint_box

Index = QModelIndex | QPersistentModelIndex
BAR = 3
MARGIN, GRIP, BOX_AT, NUMBER_AT, TITLE_AT = 12, 12, 32, 56, 84
PAGES, CHEVRON, HOLDS = 56, 28, 0.32


class ChapterDelegate(QStyledItemDelegate):
    """Rows of 28 pixels at 100 %; columns give way to the title where there is little room."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        high = theme.px(option.font, theme.ROW)
        row: Row = index.data(ROW_ROLE)
        if isinstance(row, HintRow) and isinstance(option.widget, QAbstractItemView):
            room = _hint_room(option, QRect(0, 0, option.widget.viewport().width(), high))
            high = max(high, _wrapped(row.spoken, room.width()) + theme.px(option.font, 10))
        return QSize(120, high)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: Row = index.data(ROW_ROLE)
        colours = theme.colours_of(option.palette)
        rect = QRect(0, option.rect.top(), option.rect.right() + 1, option.rect.height())
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        inside = isinstance(row, OptionRow | HintRow)
        if chosen:
            painter.fillRect(rect, QColor(colours.selection))
        elif inside:
            painter.fillRect(rect, QColor(colours.aside))
        painter.setPen(QPen(QColor(colours.hairline)))
        painter.drawLine(rect.left(), rect.bottom(), rect.right(), rect.bottom())
        if chosen:
            awake = bool(option.state & QStyle.StateFlag.State_Active)
            bar = QRect(0, rect.top(), BAR, rect.height())
            painter.fillRect(bar, QColor(colours.accent if awake else colours.edge))
        if isinstance(row, ChapterRow):
            self._chapter(painter, option, rect, row, index)
        elif isinstance(row, FallenRow):
            self._fallen(painter, option, rect, row)
        else:
            self._inside(painter, option, rect, row)
        if chosen and option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(QColor(colours.accent), 1))
            painter.drawRect(rect.adjusted(0, 0, -1, -1))
        painter.restore()

    def _is_on_box(self, option: QStyleOptionViewItem, index: Index, at: QPoint) -> bool:
        row: Row = index.data(ROW_ROLE)
        box = self._box(option, option.rect, inside=isinstance(row, OptionRow))
        return box.adjusted(-6, -6, 6, 6).contains(at)

    def editorEvent(
        self,
        event: QEvent,
        model: QAbstractItemModel,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        """Tick with a click on the box, or anywhere in the line of an option."""
        if event.type() is not QEvent.Type.MouseButtonRelease or not isinstance(event, QMouseEvent):
            return False
        if not index.flags() & Qt.ItemFlag.ItemIsUserCheckable:
            return False
        row: Row = index.data(ROW_ROLE)
        at = event.position().toPoint()
        if not (isinstance(row, OptionRow) or self._is_on_box(option, index, at)):
            return False
        return toggle(model, index)

    def _chapter(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        rect: QRect,
        row: ChapterRow,
        index: Index,
    ) -> None:
        font, palette = option.font, option.palette
        colours = theme.colours_of(palette)
        if index.flags() & Qt.ItemFlag.ItemIsDragEnabled:
            _grip(painter, rect, theme.px(font, GRIP), colours)
        state = Qt.CheckState.Checked if row.printed else Qt.CheckState.Unchecked
        box = self._box(option, rect)
        if not row.is_cover:
            paint_box(painter, box, state, colours)
        tone = Tone.INK if row.printed else Tone.LABEL
        if row.number:
            number = [Run(row.number, tone=Tone.SECOND)]
            end = theme.px(font, TITLE_AT - 8)
            left = max(end - width_of(number), theme.px(font, NUMBER_AT - 4))
            paint_runs(painter, QRect(left, rect.top(), end - left, rect.height()), number, palette)
        right = rect.right() - theme.px(font, CHEVRON)
        if index.model().rowCount(index):
            _chevron(
                painter, rect, option, is_open=bool(option.state & QStyle.StateFlag.State_Open)
            )
        if row.pages:
            pages = [Run(row.pages, tone=Tone.SECOND)]
            wide = width_of(pages)
            place = QRect(right - wide, rect.top(), wide + 1, rect.height())
            paint_runs(painter, place, pages, palette)
        right -= theme.px(font, PAGES)
        left = theme.px(font, TITLE_AT)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        title = [Run(row.title, strong=chosen and row.printed, tone=tone)]
        holds = [Run(row.holds, tone=Tone.SECOND, icon="triangle-alert" if row.warns else "")]
        if row.warns:
            holds = [Run(row.holds, icon="triangle-alert")]
        room = right - left
        wanted = width_of(title) + theme.px(font, 12)
        column = max(round(rect.width() * (1 - HOLDS)) - theme.px(font, PAGES + CHEVRON), left)
        at = max(left + wanted, column) if row.holds else right
        least = min(width_of(holds), round(room * HOLDS))
        at = min(at, right - least) if row.holds else right
        words = QRect(left, rect.top(), at - left - theme.px(font, 8), rect.height())
        paint_runs(painter, words, title, palette)
        if row.holds:
            place = QRect(at, rect.top(), right - at, rect.height())
            paint_runs(painter, place, holds, palette)

    def _fallen(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        rect: QRect,
        row: FallenRow,
    ) -> None:
        _chevron(painter, rect, option, is_open=bool(option.state & QStyle.StateFlag.State_Open))
        left = theme.px(option.font, BOX_AT)
        right = rect.right() - theme.px(option.font, CHEVRON)
        place = QRect(left, rect.top(), right - left, rect.height())
        paint_runs(painter, place, [Run(row.spoken, tone=Tone.SECOND)], option.palette)

    def _inside(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        rect: QRect,
        row: OptionRow | HintRow,
    ) -> None:
        if isinstance(row, HintRow):
            self._hint(painter, option, rect, row)
            return
        left = theme.px(option.font, TITLE_AT + 24)
        state = Qt.CheckState.Checked if row.on else Qt.CheckState.Unchecked
        colours = theme.colours_of(option.palette)
        paint_box(painter, self._box(option, rect, inside=True), state, colours)
        room = QRect(left, rect.top(), rect.right() - left, rect.height())
        paint_runs(painter, room, [Run(row.spoken)], option.palette)

    def _hint(
        self, painter: QPainter, option: QStyleOptionViewItem, rect: QRect, row: HintRow
    ) -> None:
        """A sentence on as many lines as it takes, and the arrow that leads to its remedy."""
        room, size = _hint_room(option, rect), theme.px(option.font, icons.SIZE)
        sign = "triangle-alert" if row.hint.short else "info"
        colour = theme.colour_of(option.palette, Tone.INK).name()
        top = rect.center().y() - size // 2
        painter.drawPixmap(theme.px(option.font, TITLE_AT), top, icons.pixmap(sign, colour, size))
        painter.setPen(theme.colour_of(option.palette, Tone.INK))
        painter.setFont(theme.face_font())
        painter.drawText(room, _WRAPPED, row.spoken)
        if row.hint.tab:
            accent = theme.colour_of(option.palette, Tone.ACCENT).name()
            left = rect.right() - theme.px(option.font, MARGIN) - size
            painter.drawPixmap(left, top, icons.pixmap("arrow-right", accent, size))

    def _box(self, option: QStyleOptionViewItem, rect: QRect, *, inside: bool = False) -> QRect:
        size = theme.px(option.font, icons.SIZE)
        left = theme.px(option.font, TITLE_AT if inside else BOX_AT)
        return QRect(left, rect.center().y() - size // 2, size, size)


_WRAPPED = int(
    Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap
)


def _hint_room(option: QStyleOptionViewItem, rect: QRect) -> QRect:
    """Where the sentence of a hint stands in its row."""
    left = theme.px(option.font, TITLE_AT + 24)
    right = rect.right() - theme.px(option.font, MARGIN + icons.SIZE + 8)
    return QRect(left, rect.top(), max(right - left, 1), rect.height())


def _wrapped(text: str, width: int) -> int:
    """How high a text is in lines of this width."""
    measure = QFontMetrics(theme.face_font())
    return measure.boundingRect(QRect(0, 0, width, 10_000), _WRAPPED, text).height()


def toggle(model: QAbstractItemModel, index: Index) -> bool:
    """Ask for the other state of a box."""
    ticked = Qt.CheckState(index.data(Qt.ItemDataRole.CheckStateRole)) is Qt.CheckState.Checked
    wanted = Qt.CheckState.Unchecked if ticked else Qt.CheckState.Checked
    return bool(model.setData(index, wanted, Qt.ItemDataRole.CheckStateRole))


def _grip(painter: QPainter, rect: QRect, left: int, colours: theme.Colours) -> None:
    """Six dots where a row is taken hold of."""
    painter.save()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colours.edge))
    for column in (0, 4):
        for line in (-4, 0, 4):
            painter.drawRect(left + column, rect.center().y() + line, 1, 1)
    painter.restore()


def _chevron(
    painter: QPainter, rect: QRect, option: QStyleOptionViewItem, *, is_open: bool
) -> None:
    size = theme.px(option.font, icons.SIZE)
    colour = theme.colour_of(option.palette, Tone.SECOND).name()
    picture = icons.pixmap("chevron-down" if is_open else "chevron-right", colour, size)
    left = rect.right() - theme.px(option.font, 8) - size + 1
    painter.drawPixmap(left, rect.center().y() - size // 2, picture)
