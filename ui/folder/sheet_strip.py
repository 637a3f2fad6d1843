"""The sheets of paper a folder takes, each a small numbered square."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QColor,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from ui import theme

WIDE, HIGH, GAP = 28, 22, 4


class SheetStrip(QWidget):
    """`chosen(number)` with a click or Enter, numbers from 1. Sheets that have changed are filled,
    those on card have a double edge. `names` say what lies on each sheet."""

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names: tuple[str, ...] = ()
        self._changed: frozenset[int] = frozenset()
        self._card: frozenset[int] = frozenset()
        self._current = 0
        self.setAccessibleName("Blätter der Mappe")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def changed(self) -> frozenset[int]:
        """The numbers of the sheets that are filled."""
        return self._changed

    def set_sheets(
        self, names: Collection[str], changed: Collection[int], card: Collection[int]
    ) -> None:
        """Other sheets."""
        self._names = tuple(names)
        self._changed, self._card = frozenset(changed), frozenset(card)
        self._current = max(min(self._current, len(self._names) - 1), 0)
        self._describe()
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        lines = -(-max(len(self._names), 1) // self._in_a_line(width))
        return lines * (theme.px(self, HIGH) + theme.px(self, GAP))

    def sizeHint(self) -> QSize:
        return QSize(theme.px(self, 280), self.heightForWidth(max(self.width(), 1)))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(self, WIDE), theme.px(self, HIGH))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        colours = theme.colours_of(self.palette())
        for at in range(len(self._names)):
            place, number = self._place(at), at + 1
            filled = number in self._changed
            painter.fillRect(place, QColor(colours.accent if filled else colours.panel))
            painter.setPen(QPen(QColor(colours.accent if filled else colours.edge)))
            painter.drawRect(place)
            if number in self._card:
                painter.setPen(QPen(QColor(colours.on_accent if filled else colours.edge)))
                painter.drawRect(place.adjusted(2, 2, -2, -2))
            painter.setPen(QColor(colours.on_accent if filled else colours.second))
            painter.setFont(theme.face_font("strong" if filled else "small", figures=True))
            painter.drawText(place, int(Qt.AlignmentFlag.AlignCenter), str(number))
            if self.hasFocus() and at == self._current:
                painter.setPen(QPen(QColor(colours.ink), 2))
                painter.drawRect(place.adjusted(1, 1, 0, 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        line = self._in_a_line(self.width())
        steps = {
            int(Qt.Key.Key_Left): -1,
            int(Qt.Key.Key_Right): 1,
            int(Qt.Key.Key_Up): -line,
            int(Qt.Key.Key_Down): line,
        }
        if event.key() in steps:
            self._go_to(self._current + steps[event.key()])
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            if self._names:
                self.chosen.emit(self._current + 1)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = self._at(event.position().toPoint().x(), event.position().toPoint().y())
        if at is not None:
            self._go_to(at)
            self.chosen.emit(at + 1)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            at = self._at(event.pos().x(), event.pos().y())
            QToolTip.showText(event.globalPos(), self._told(at) if at is not None else "", self)
            return True
        return super().event(event)

    def _go_to(self, at: int) -> None:
        if 0 <= at < len(self._names):
            self._current = at
            self._describe()
            told = self.accessibleDescription()
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, told))
            self.update()

    def _describe(self) -> None:
        self.setAccessibleDescription(self._told(self._current) if self._names else "")

    def _told(self, at: int) -> str:
        number = at + 1
        more = [
            *(["seit dem letzten Druck neu"] if number in self._changed else []),
            *(["auf Karton"] if number in self._card else []),
        ]
        return ", ".join((self._names[at], *more))

    def _at(self, x: int, y: int) -> int | None:
        return next((at for at in range(len(self._names)) if self._place(at).contains(x, y)), None)

    def _in_a_line(self, width: int) -> int:
        gap = theme.px(self, GAP)
        return max((width + gap) // (theme.px(self, WIDE) + gap), 1)

    def _place(self, at: int) -> QRect:
        wide, high, gap = (theme.px(self, length) for length in (WIDE, HIGH, GAP))
        line, column = divmod(at, self._in_a_line(self.width()))
        return QRect(column * (wide + gap), line * (high + gap), wide, high - 1)
