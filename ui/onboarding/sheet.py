"""What every picture of time does: it scrolls, zooms from weeks to years and stays in place."""

from __future__ import annotations

from abc import abstractmethod

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QScrollBar, QWidget

from ui import theme
from ui.onboarding import heard_items
from ui.onboarding.scale import Scale, Zoom
from ui.onboarding.typeface import Typeface

NEARER = (Qt.Key.Key_Plus, Qt.Key.Key_Equal)
FARTHER = (Qt.Key.Key_Minus, Qt.Key.Key_Underscore)


class Sheet(QAbstractScrollArea):
    """A column of names `names` wide and a head `head` high stand still; days and rows scroll.

    `zoomed(Zoom)` after + or −, Ctrl and the wheel, or `set_zoom`.
    """

    zoomed = Signal(object)

    current: int
    """The item the keys stand on, counted as screen readers count them; -1 for none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.current = -1
        self.setProperty("frameless", "true")
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.viewport().setMouseTracking(True)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setCornerWidget(QWidget())
        self._zoom = Zoom.MONTHS
        self._face = Typeface()
        self._unit = 1.0
        self._names = 0
        self._head = 0
        self._turned = 0
        address = id(self)
        self.destroyed.connect(lambda: heard_items.forget(address))

    @property
    def zoom(self) -> Zoom:
        return self._zoom

    @property
    def names_wide(self) -> int:
        """The width of the column of names, in pixels."""
        return self._names

    @abstractmethod
    def scale(self) -> Scale | None:
        """The scale laid out now, None without anything to show."""

    @abstractmethod
    def place_to_keep(self) -> float | None:
        """Where along the picture the eye rests: a mark, or today."""

    @abstractmethod
    def _lay_out(self) -> None:
        """Arrange everything for the zoom, the room and the size of text there are."""

    def set_zoom(self, zoom: Zoom, at: float | None = None) -> None:
        """Show weeks, months, quarters or years. The day `at` pixels from the left edge of the
        days stays where it is; else what the eye rests on where that is in sight, else the middle.
        """
        if zoom is self._zoom:
            return
        before = self.scale()
        if before is None:
            self._zoom = zoom
            self.zoomed.emit(zoom)
            return
        if at is None:
            at = self._resting()
        number = before.number(at + self.across())
        day = before.stretch.first
        self._zoom = zoom
        self._lay_out()
        after = self.scale()
        if after is not None:
            x = after.place(day, number)
            self.horizontalScrollBar().setValue(round(x - at))
        self.viewport().update()
        self.zoomed.emit(zoom)

    def across(self) -> int:
        """How far the days are scrolled, in pixels."""
        return self.horizontalScrollBar().value()

    def down(self) -> int:
        """How far the rows are scrolled, in pixels."""
        return self.verticalScrollBar().value()

    def room(self) -> tuple[int, int]:
        """Width and height there are for days and rows, in pixels."""
        seen = self.viewport()
        return max(seen.width() - self._names, 1), max(seen.height() - self._head, 1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in NEARER:
            self.set_zoom(self._zoom.nearer())
        elif key in FARTHER:
            self.set_zoom(self._zoom.farther())
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        turned = event.angleDelta().y()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._turned += turned
            if abs(self._turned) >= 120:  # one notch; a touchpad sends parts of one
                way = self._zoom.nearer() if self._turned > 0 else self._zoom.farther()
                self._turned = 0
                self.set_zoom(way, max(event.position().x() - self._names, 0.0))
            event.accept()
        elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            bar = self.horizontalScrollBar()
            bar.setValue(bar.value() - turned)
            event.accept()
        else:
            super().wheelEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()
        heard_items.tell_focus(self)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._lay_out()

    def scrollContentsBy(self, _dx: int, _dy: int) -> None:
        self.viewport().update()

    def _measure(self) -> None:
        """Sizes for the text size there is; the first thing of laying out."""
        self._face = Typeface()
        self._unit = theme.px(self, 100) / 100

    def _set_ranges(self, wide: float, high: float, row: float) -> None:
        """Let the bars reach a picture of this size, with rows this high."""
        room_wide, room_high = self.room()
        across, down = self.horizontalScrollBar(), self.verticalScrollBar()
        across.setRange(0, max(0, round(wide) - room_wide))
        across.setPageStep(room_wide)
        across.setSingleStep(round(40 * self._unit))
        down.setRange(0, max(0, round(high) + 8 - room_high) if high else 0)
        down.setPageStep(room_high)
        down.setSingleStep(round(row))

    def _resting(self) -> float:
        wide = self.room()[0]
        place = self.place_to_keep()
        if place is not None and 0 <= place - self.across() <= wide:
            return place - self.across()
        return wide / 2


def bring(bar: QScrollBar, low: float, high: float, page: int) -> None:
    """Scroll as little as brings `low` to `high` into view."""
    if low < bar.value():
        bar.setValue(round(low))
    elif high > bar.value() + page:
        bar.setValue(round(high - page))
