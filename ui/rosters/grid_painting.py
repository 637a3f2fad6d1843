"""A day of a roster as it is painted: code, times, and where in the day the duty lies."""

from __future__ import annotations

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    Qt,
    Signal,
)
from PySide6.QtGui import QBrush, QColor, QFontMetrics, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from app.rules.rosters import DAY, Duty, ShiftKind
from ui import icons, theme
from ui.rosters import duty_words
from ui.rosters.grid_model import CELL_ROLE, Cell

Index = QModelIndex | QPersistentModelIndex
AIR, STRIP, SIGN = 6, 4, 14  # pixels at 100 %
SATURDAY = 5
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_HATCHED = frozenset({ShiftKind.STANDBY, ShiftKind.ON_CALL})


class DayDelegate(QStyledItemDelegate):
    """`entered(down)` when a cell was typed and left with Enter or an arrow: rows down."""

    entered = Signal(int)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        colours = theme.colours_of(option.palette)
        cell = index.data(CELL_ROLE)
        painter.save()
        painter.fillRect(option.rect, _ground(option, index, colours))
        if isinstance(cell, Cell):
            _Day(painter, option, colours).paint(cell)
        painter.restore()

    def createEditor(
        self,
        parent: QWidget,
        option: QStyleOptionViewItem,  # noqa: ARG002 - Qt's signature
        index: Index,
    ) -> QWidget:
        editor = QLineEdit(parent)
        editor.setAccessibleName(str(index.data(Qt.ItemDataRole.AccessibleTextRole)))
        return editor

    def updateEditorGeometry(
        self,
        editor: QWidget,
        option: QStyleOptionViewItem,
        index: Index,  # noqa: ARG002 - Qt's signature
    ) -> None:
        editor.setGeometry(option.rect)

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        if isinstance(editor, QLineEdit):
            editor.setText(str(index.data(Qt.ItemDataRole.EditRole) or ""))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter and the arrows up and down end typing and go on."""
        if isinstance(watched, QLineEdit) and event.type() is QEvent.Type.KeyPress:
            assert isinstance(event, QKeyEvent)  # noqa: S101 - that is what key presses are
            down = _DOWN.get(Qt.Key(event.key()))
            if down is not None and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self.commitData.emit(watched)
                self.closeEditor.emit(watched, QStyledItemDelegate.EndEditHint.NoHint)
                self.entered.emit(down)
                return True
        return super().eventFilter(watched, event)


_DOWN = {Qt.Key.Key_Return: 0, Qt.Key.Key_Enter: 0, Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class _Day:
    """Paints one day into its cell."""

    def __init__(
        self, painter: QPainter, option: QStyleOptionViewItem, colours: theme.Colours
    ) -> None:
        self._p = painter
        self._colours = colours
        self._font = option.font
        self._rect = option.rect
        self._current = bool(option.state & QStyle.StateFlag.State_HasFocus)

    def paint(self, cell: Cell) -> None:
        air = theme.px(self._font, AIR)
        strip = QRect(
            self._rect.left() + air,
            self._rect.bottom() - air // 2 - theme.px(self._font, STRIP),
            self._rect.width() - 2 * air,
            theme.px(self._font, STRIP),
        )
        self._strip(cell, strip)
        room = self._rect.adjusted(air, theme.px(self._font, 3), -air, 0)
        room.setBottom(strip.top() - 1)
        first = QRect(room.left(), room.top(), room.width(), room.height() // 2)
        second = QRect(
            room.left(), first.bottom() + 1, room.width(), room.bottom() - first.bottom()
        )
        if cell.told:
            first.setRight(first.right() - self._sign(first))
        first.setLeft(self._date(cell, first))
        self._words(cell, first, second)
        if self._current:
            self._p.setPen(QPen(QColor(self._colours.accent), 2))
            self._p.drawRect(QRectF(self._rect).adjusted(1, 1, -2, -2))

    def _words(self, cell: Cell, first: QRect, second: QRect) -> None:
        if cell.unread:
            self._text(first, cell.unread, "strong", self._colours.ink)
            self._text(second, "nicht lesbar", "small", self._colours.second)
            return
        names = ", ".join(duty_words.name(duty) for duty in cell.duties)
        times = ", ".join(duty_words.short_times(duty.start, duty.end) for duty in cell.duties)
        self._text(first, names, "strong", self._colours.ink)
        holiday = cell.holiday if not times else ""
        self._text(second, times or holiday, "small", self._colours.second)

    def _date(self, cell: Cell, room: QRect) -> int:
        """The day of the month before the code; where the words begin after it."""
        if cell.on is None:
            return room.left()
        is_first = cell.on.day == 1
        told = f"{cell.on:%d.%m.}" if is_first else f"{cell.on.day}."
        self._text(room, told, "small", self._colours.label)
        wide = theme.advance(told if is_first else "00.", "small", figures=True)
        return room.left() + wide + theme.px(self._font, AIR)

    def _sign(self, room: QRect) -> int:
        size = theme.px(self._font, SIGN)
        sign = icons.pixmap("triangle-alert", self._colours.ink, size)
        self._p.drawPixmap(room.right() - size + 1, room.center().y() - size // 2, sign)
        return size + 2

    def _strip(self, cell: Cell, place: QRect) -> None:
        """24 hours as a line, the duties on it; what comes over from the day before outlined."""
        if not cell.duties and not cell.carried:
            return
        self._p.fillRect(
            QRect(place.left(), place.bottom(), place.width(), 1), QColor(self._colours.hairline)
        )
        if cell.carried > 0:
            self._p.setPen(QPen(QColor(self._colours.accent), 1))
            self._p.setBrush(Qt.BrushStyle.NoBrush)
            self._p.drawRect(self._piece(place, 0, cell.carried).adjusted(0, 0, -1, -1))
        for duty in cell.duties:
            self._duty(duty, place)

    def _duty(self, duty: Duty, place: QRect) -> None:
        piece = self._piece(place, duty.start, min(duty.end, DAY))
        if duty.kind in _HATCHED:
            self._p.setPen(QPen(QColor(self._colours.accent), 1))
            self._p.setBrush(QBrush(QColor(self._colours.accent), Qt.BrushStyle.BDiagPattern))
            self._p.drawRect(piece.adjusted(0, 0, -1, -1))
        else:
            self._p.fillRect(piece, QColor(self._colours.accent))

    @staticmethod
    def _piece(place: QRect, start: int, end: int) -> QRect:
        left = place.left() + place.width() * start // DAY
        right = place.left() + place.width() * end // DAY
        return QRect(left, place.top(), max(right - left, 2), place.height())

    def _text(self, room: QRect, text: str, face: theme.Face, colour: str) -> None:
        if not text or room.width() <= 0:
            return
        font = theme.face_font(face, figures="-" not in text)
        self._p.setFont(font)
        self._p.setPen(QColor(colour))
        shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        self._p.drawText(room, _LEFT, shown)


def _ground(option: QStyleOptionViewItem, index: Index, colours: theme.Colours) -> QColor:
    if option.state & QStyle.StateFlag.State_Selected:
        return QColor(colours.selection)
    if not index.flags() & Qt.ItemFlag.ItemIsEnabled:
        return QColor(colours.window)
    return QColor(colours.aside if index.column() >= SATURDAY else colours.panel)
