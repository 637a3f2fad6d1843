"""A lane of small marks under the timeline: what happens around the case besides its steps."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleInterface,
    QColor,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QAccessibleWidget, QSizePolicy, QToolTip, QWidget

from app.records.events import CaseEvent
from ui import theme
from ui.onboarding import heard_items
from ui.onboarding.event_words import named
from ui.onboarding.heard_items import HeardItem, hear
from ui.onboarding.sheet import Sheet

ROW = 28
SIZE = 9
APART = 12  # pixels at 100 % from one mark to the next
NAME = "Rund um den Fall"


class EventLane(QWidget):
    """`opened(CaseEvent)` on a click, Enter or Space. Left and right walk the marks by date, Home
    and End lead to the first and last; the lane scrolls and zooms with its timeline. Open ones are
    full, what is past or needs nobody is a ring. Without events it is not shown."""

    opened = Signal(object)

    def __init__(self, timeline: Sheet, parent: QWidget | None = None) -> None:
        hear(EventLane, HeardLane)
        super().__init__(parent)
        self._timeline = timeline
        self._names: Mapping[int, str] = {}
        self._today = date.min
        self.events: tuple[CaseEvent, ...] = ()
        self.current = -1
        self.setAccessibleName(NAME)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        bar = timeline.horizontalScrollBar()
        bar.valueChanged.connect(self._moved)
        bar.rangeChanged.connect(self._moved)
        timeline.zoomed.connect(self._moved)
        address = id(self)
        self.destroyed.connect(lambda: heard_items.forget(address))
        self.hide()

    def set_events(
        self, events: Sequence[CaseEvent], names: Mapping[int, str], today: date
    ) -> None:
        """Show these by date; `names` of the people by id. The one the keys stand on stays."""
        before = self.events[self.current] if 0 <= self.current < len(self.events) else None
        self.events, self._names, self._today = tuple(events), names, today
        same = (at for at, each in enumerate(self.events) if before and _key(each) == _key(before))
        ahead = (at for at, each in enumerate(self.events) if each.on >= today)
        self.current = next(same, next(ahead, len(self.events) - 1))
        self.setVisible(bool(self.events))
        self.update()

    def words(self, at: int) -> str:
        """A mark as it is told."""
        return named(self.events[at], self._names)

    def places(self) -> list[float]:
        """The middle of each mark from the left edge of the lane, none on another."""
        scale = self._timeline.scale()
        if scale is None:
            return []
        shift = self._timeline.names_wide - self._timeline.across()
        found: list[float] = []
        for event in self.events:
            x = scale.x(event.on) + shift
            found.append(max(x, found[-1] + theme.px(self, APART)) if found else x)
        return found

    def rect_of(self, at: int) -> QRect:
        """Where a mark lies on the screen."""
        half = theme.px(self, APART) // 2
        left = round(self.places()[at]) - half
        place = self.mapToGlobal(QPoint(left, 0))
        return QRect(place, QSize(2 * half, self.height()))

    def mark_at_global(self, x: int, y: int) -> int:
        """The number of the mark at a place of the screen, -1 for none."""
        return self._hit(self.mapFromGlobal(QPoint(x, y)))

    def sizeHint(self) -> QSize:
        return QSize(400, theme.px(self, ROW))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, theme.px(self, ROW))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        colours = theme.colours_of(self.palette())
        names, middle = self._timeline.names_wide, self.height() / 2
        painter.fillRect(self.rect(), QColor(colours.panel))
        painter.setPen(QPen(QColor(colours.hairline)))
        painter.drawLine(0, 0, self.width(), 0)
        painter.drawLine(names - 1, 0, names - 1, self.height())
        painter.setFont(theme.face_font())
        painter.setPen(QColor(colours.ink))
        left = theme.px(self, 36)
        text = painter.fontMetrics().elidedText(NAME, Qt.TextElideMode.ElideRight, names - left - 8)
        aligned = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        painter.drawText(QRect(left, 0, names - left, self.height()), aligned, text)
        painter.setClipRect(QRect(names, 1, self.width() - names, self.height() - 1))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_today(painter)
        for at, x in enumerate(self.places()):
            if x >= names - SIZE and x <= self.width() + SIZE:
                self._paint_mark(painter, at, QPointF(x, middle))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, last = event.key(), len(self.events) - 1
        ways = {
            Qt.Key.Key_Left: max(self.current - 1, 0),
            Qt.Key.Key_Right: min(self.current + 1, last),
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: last,
        }
        if last >= 0 and key in ways:
            self._go(ways[Qt.Key(key)])
        elif last >= 0 and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.opened.emit(self.events[self.current])
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = self._hit(event.position().toPoint())
        if at >= 0 and event.button() is Qt.MouseButton.LeftButton:
            self._go(at)
            self.opened.emit(self.events[at])

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        over = self._hit(event.position().toPoint()) >= 0
        shape = Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor
        self.setCursor(shape)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()
        heard_items.tell_focus(self)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            at = self._hit(event.pos())
            if at >= 0:
                QToolTip.showText(event.globalPos(), self.words(at), self)
            else:
                QToolTip.hideText()
            return True
        return super().event(event)

    def _paint_today(self, painter: QPainter) -> None:
        scale = self._timeline.scale()
        if scale is not None:
            x = scale.x(self._today) + self._timeline.names_wide - self._timeline.across()
            painter.setPen(QPen(QColor(theme.colours_of(self.palette()).accent), 2))
            painter.drawLine(QPointF(x, 0), QPointF(x, self.height()))

    def _paint_mark(self, painter: QPainter, at: int, centre: QPointF) -> None:
        colours = theme.colours_of(self.palette())
        event, half = self.events[at], theme.px(self, SIZE) / 2
        colour = QColor(colours.accent if event.is_open else colours.second)
        scale = self._timeline.scale()
        if event.until is not None and scale is not None:
            painter.setPen(QPen(colour, 2))
            far = scale.x(event.until) - scale.x(event.on)
            painter.drawLine(centre, QPointF(centre.x() + far, centre.y()))
        painter.setPen(QPen(colour, 1.75))
        painter.setBrush(colour if event.is_open else QColor(colours.panel))
        painter.drawEllipse(centre, half, half)
        if at == self.current and self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(colours.accent), 2))
            around = half + theme.px(self, 3)
            frame = QRectF(centre.x() - around, centre.y() - around, 2 * around, 2 * around)
            painter.drawRoundedRect(frame, 3, 3)

    def _hit(self, place: QPoint) -> int:
        if place.x() < self._timeline.names_wide:
            return -1
        near = [(abs(x - place.x()), at) for at, x in enumerate(self.places())]
        far, at = min(near, default=(float("inf"), -1))
        return at if far <= theme.px(self, APART) / 2 + 1 else -1

    def _go(self, at: int) -> None:
        self.current = at
        place = self.places()[at]
        bar, names = self._timeline.horizontalScrollBar(), self._timeline.names_wide
        if place < names + APART:
            bar.setValue(bar.value() - round(names + APART - place))
        elif place > self.width() - APART:
            bar.setValue(bar.value() + round(place - self.width() + APART))
        self.update()
        heard_items.tell_focus(self)

    def _moved(self, *_: object) -> None:
        if self.isVisible():
            self.update()


def _key(event: CaseEvent) -> tuple[object, ...]:
    return event.kind, event.row, event.on


class HeardLane(QAccessibleWidget):
    """A list; its items are made when they are asked for."""

    def __init__(self, lane: EventLane) -> None:
        super().__init__(lane, QAccessible.Role.List, lane.accessibleName())
        self._lane = lane
        self._items: list[HeardEvent] = []

    def childCount(self) -> int:
        return len(self._lane.events)

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        if not 0 <= index < len(self._lane.events):
            return None
        while len(self._items) <= index:
            self._items.append(HeardEvent(self._lane, self, len(self._items)))
        return self._items[index]

    def indexOfChild(self, child: QAccessibleInterface | None) -> int:
        return child.at if isinstance(child, HeardEvent) else -1

    def focusChild(self) -> QAccessibleInterface | None:  # type: ignore[override]
        return self.child(self._lane.current) if self._lane.hasFocus() else None

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override]
        found = self._lane.mark_at_global(x, y)
        return self.child(found) if found >= 0 else None


class HeardEvent(HeardItem):
    """One mark: "Besuch Mo 11.01.2027, Kita und Klinik"."""

    def __init__(self, lane: EventLane, parent: HeardLane, at: int) -> None:
        super().__init__(lane, parent, at)
        self._lane = lane

    def isValid(self) -> bool:
        return self.at < len(self._lane.events)

    def is_current(self) -> bool:
        return self._lane.current == self.at

    def rect(self) -> QRect:
        return self._lane.rect_of(self.at)

    def text(self, kind: QAccessible.Text) -> str:
        if kind == QAccessible.Text.Name and self.isValid():
            return self._lane.words(self.at)
        return ""
