"""The map of the county: what it shows, how one moves in it, what a click chooses."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QHelpEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import (
    QApplication,
    QGestureEvent,
    QMenu,
    QPinchGesture,
    QToolTip,
    QWidget,
)

from app.content.county_map import CountyMap
from app.rules.projection import Flat
from ui import theme
from ui.widgets.map_frame import Box, Frame, box_of
from ui.widgets.map_marks import Group, Mark, PlaceMark
from ui.widgets.map_scene import Scene

WHEEL_STEP, KEY_STEP = 1.25, 1.5
_REST = 80  # milliseconds without a change of scale
_BEYOND = 30.0  # kilometres around the county and its neighbours
_NEAR = 80.0  # pixels a kilometre: results are shown no nearer than this
HELP = (
    "Pfeiltasten verschieben, + und − ändern den Maßstab, Pos1 zeigt den Landkreis, Ende alle "
    "Anbieter, Bild auf und Bild ab gehen zum vorigen und nächsten Anbieter."
)


class CountyMapView(QWidget):
    """`chosen(id)` when the user chose a mark."""

    chosen = Signal(int)

    def __init__(self, county: CountyMap, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.scene = Scene(county)
        self._frame = Frame((0, 0), 10, 1, 1)
        self._is_whole = True
        self._pressed: QPointF | None = None
        self._moved = False
        # while the scale is being changed the ground is stretched, and drawn anew when it rests
        self._settling = QTimer(self, singleShot=True, interval=_REST)
        self._settling.timeout.connect(self.update)
        self._ahead = QTimer(self, singleShot=True, interval=0)
        self._ahead.timeout.connect(self._draw_ahead)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setMinimumSize(theme.px(self, 160), theme.px(self, 80))
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.grabGesture(Qt.GestureType.PinchGesture)
        self._changed()

    @property
    def frame(self) -> Frame:
        """What is seen now."""
        return self._frame

    def reaches(self, place: Flat) -> bool:
        """Whether the map goes as far as a place."""
        west, south, east, north = self._edge()
        return west < place[0] < east and south < place[1] < north

    def set_tip(self, tip: Callable[[int], str]) -> None:
        """What is told of a mark beyond its name: one fact a line, by its id."""
        self.scene.tip = tip
        self._changed()

    def set_marks(self, marks: Sequence[Mark]) -> None:
        """Other marks; what is seen stays."""
        self.scene.set_marks(marks)
        self._changed()

    def set_places(self, places: Sequence[PlaceMark]) -> None:
        """Where somebody lives and works, drawn over the marks."""
        self.scene.set_places(places)
        self._changed()

    def choose(self, key: int | None) -> None:
        """Choose without telling; the map moves only where the mark is out of sight."""
        self.scene.chosen = key
        mark = self.scene.mark(key)
        if mark is not None:
            west, south, east, north = self._frame.box()
            seen = west < mark.place[0] < east and south < mark.place[1] < north
            if not seen and self._frame.wide > 1:  # before it is laid out nothing is seen
                self.look_at(mark.place)
        self._changed()

    def look_at(self, place: Flat) -> None:
        """Bring a place to the middle."""
        self._show(Frame(place, self._frame.scale, self._frame.wide, self._frame.high))

    def show_all(self) -> None:
        """The whole county."""
        air = theme.px(self, 20)
        self._show(self._frame.fitted(self.scene.ground.county, air), whole=True)

    def show_marks(self) -> None:
        """All marks, home and work; the whole county where there are none."""
        box = self.scene.all_places()
        if box is None:
            self.show_all()
        else:
            self._show(self._frame.fitted(box, theme.px(self, 40), _NEAR))

    def zoom(self, factor: float, at: QPointF | None = None) -> None:
        """Nearer or farther around a pixel, else around the middle."""
        point = at or QPointF(self.width() / 2, self.height() / 2)
        self._settling.start()
        self._show(self._frame.zoomed(factor, point.x(), point.y()))

    def picture(self, size: QSize, ratio: float = 1.0) -> QImage:
        """The same part of the map on a picture of another size in pixels, in the light colours,
        for paper."""
        made = QImage(size * ratio, QImage.Format.Format_RGB32)
        made.setDevicePixelRatio(ratio)
        bigger = min(size.width() / self._frame.wide, size.height() / self._frame.high)
        scale = self._frame.scale * bigger
        frame = Frame(self._frame.middle, scale, size.width(), size.height())
        painter = QPainter(made)
        dots = self.scene.dots(frame.scale)
        self.scene.ground.paint(painter, frame, theme.LIGHT, ratio, dots)
        self.scene.draw_over(painter, frame, theme.LIGHT, ratio)
        painter.end()
        return made

    def mark_at(self, at: QPointF) -> Group | None:
        """The mark or group under a pixel."""
        return self.scene.mark_at(self._frame, at)

    def open_group(self, group: Group) -> None:
        """Choose the one mark; zoom to several, or name them where they cannot be told apart."""
        members = [self.scene.marks[at] for at in group.members]
        if len(members) == 1:
            self._take(members[0].id)
            return
        box = box_of(mark.place for mark in members)
        fitted = self._frame.fitted(box, theme.px(self, 60)) if box else self._frame
        nearer = fitted.scale > self._frame.scale * 1.05
        if nearer and self.scene.splits(group, fitted.scale):
            self._show(fitted)
        else:
            self._offer(members)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._frame = self._frame.sized(max(self.width(), 1), max(self.height(), 1))
        if self._is_whole:
            self.show_all()
        super().resizeEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours = theme.colours_of(self.palette())
        ratio = self.devicePixelRatioF()
        painter = QPainter(self)
        sharp = not self._settling.isActive()
        self.scene.draw_ground(painter, self._frame, colours, ratio, sharp=sharp)
        self.scene.draw_over(painter, self._frame, colours, ratio)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(colours.accent), 2))
            painter.drawRect(QRectF(self.rect()).adjusted(1, 1, -1, -1))
        painter.end()

    def wheelEvent(self, event: QWheelEvent) -> None:
        turns = event.angleDelta().y() / 120
        if turns:
            self.zoom(WHEEL_STEP**turns, event.position())
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = min(self.width(), self.height()) / 5
        acts: dict[int, Callable[[], None]] = {
            Qt.Key.Key_Left: partial(self._move, step, 0),
            Qt.Key.Key_Right: partial(self._move, -step, 0),
            Qt.Key.Key_Up: partial(self._move, 0, step),
            Qt.Key.Key_Down: partial(self._move, 0, -step),
            Qt.Key.Key_Plus: partial(self.zoom, KEY_STEP),
            Qt.Key.Key_Equal: partial(self.zoom, KEY_STEP),
            Qt.Key.Key_Minus: partial(self.zoom, 1 / KEY_STEP),
            Qt.Key.Key_Home: self.show_all,
            Qt.Key.Key_End: self.show_marks,
            Qt.Key.Key_PageDown: partial(self._walk, 1),
            Qt.Key.Key_PageUp: partial(self._walk, -1),
        }
        act = acts.get(event.key())
        if act is None:
            super().keyPressEvent(event)
        else:
            act()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._pressed, self._moved = event.position(), False

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed is None:
            self._point(event.position())
            return
        step = event.position() - self._pressed
        if self._moved or step.manhattanLength() >= QApplication.startDragDistance():
            self._moved = True
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
            self._pressed = event.position()
            self._move(step.x(), step.y())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        pressed, self._pressed = self._pressed, None
        self._point(event.position())
        if pressed is None or self._moved:
            return
        place = self.scene.overview.place(self._frame, event.position())
        group = self.mark_at(event.position())
        if place is not None:
            self.look_at(place)
        elif group is not None:
            self.open_group(group)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self.mark_at(event.position()) is None:
            self.zoom(2, event.position())

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            words = self.scene.words_at(self._frame, QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), words, self)  # no words hide the last
            return True
        if (
            isinstance(event, QNativeGestureEvent)
            and event.gestureType() is Qt.NativeGestureType.ZoomNativeGesture
        ):
            self.zoom(1 + event.value(), event.position())
            return True
        if isinstance(event, QGestureEvent):
            pinch = event.gesture(Qt.GestureType.PinchGesture)
            if isinstance(pinch, QPinchGesture):
                middle = self.mapFromGlobal(pinch.centerPoint().toPoint())
                self.zoom(pinch.scaleFactor(), QPointF(middle))
                return True
        return super().event(event)

    def _draw_ahead(self) -> None:
        colours, ratio = theme.colours_of(self.palette()), self.devicePixelRatioF()
        self.scene.draw_ahead(self._frame, colours, ratio)

    def _move(self, across: float, down: float) -> None:
        self._show(self._frame.moved(across, down))
        self._ahead.start()

    def _show(self, frame: Frame, *, whole: bool = False) -> None:
        self._is_whole = whole
        self._frame = frame.kept_in(self._edge())
        self.update()

    def _edge(self) -> Box:
        west, south, east, north = self.scene.ground.reach
        return west - _BEYOND, south - _BEYOND, east + _BEYOND, north + _BEYOND

    def _take(self, key: int) -> None:
        self.choose(key)
        self.chosen.emit(key)

    def _walk(self, step: int) -> None:
        """Choose the next mark in the order of the list."""
        marks = self.scene.marks
        if marks:
            at = self.scene.index(self.scene.chosen)
            following = (at + step) % len(marks) if at is not None else min(step, 0)
            self._take(marks[following].id)

    def _offer(self, members: Sequence[Mark]) -> None:
        """A menu of marks that lie on one spot."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for mark in members:
            menu.addAction(mark.name.replace("&", "&&"), partial(self._take, mark.id))
        place = members[0].place
        at = QPoint(round(self._frame.across(place)), round(self._frame.down(place)))
        menu.popup(self.mapToGlobal(at))

    def _point(self, at: QPointF) -> None:
        """The shape of the pointer over the map."""
        over = self.scene.overview.place(self._frame, at) or self.mark_at(at)
        shape = Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.OpenHandCursor
        self.setCursor(shape)

    def _changed(self) -> None:
        name, told = self.scene.said()
        self.setAccessibleName(name)
        self.setAccessibleDescription(f"{told} {HELP}".strip())
        self.update()
