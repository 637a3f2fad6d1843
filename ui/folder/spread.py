"""A folder as it lies open: two pages side by side, the first right-hand page alone."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QImage,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtPdf import QPdfDocument
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from ui import theme

AIR = 16  # pixels at 100 % around the pages


class Zoom(Enum):
    """How large pages are shown."""

    WHOLE = "whole"  # two whole pages
    WIDE = "wide"  # one page as wide as there is room


class SpreadView(QAbstractScrollArea):
    """`turned()` when other pages are shown, `leaped(by)` when the chapter before or after is
    wanted. Pages are drawn when they are first seen and kept until the file is another one; a new
    file is drawn before it is shown, so that nothing flickers."""

    turned = Signal()
    leaped = Signal(int)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.pages = QPdfDocument(self)
        self._buffer = QBuffer(self)
        self._bytes = b""
        self._page = 0
        self._zoom = Zoom.WHOLE
        self._drawn: dict[tuple[int, int], QImage] = {}
        self._wheel = 0
        self.setAccessibleName(name)
        self.setProperty("ground", "window")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)

    @property
    def shown(self) -> bytes:
        """The file shown."""
        return self._bytes

    @property
    def page(self) -> int:
        """The index of the page looked at, from 0; of two, the one that was led to."""
        return self._page

    @property
    def zoom(self) -> Zoom:
        return self._zoom

    def spread(self) -> tuple[int, ...]:
        """The indices of the pages in sight."""
        count = self.pages.pageCount()
        if not count:
            return ()
        if self._zoom is Zoom.WIDE:
            return (self._page,)
        first = (self._page + 1) // 2 * 2 - 1
        return tuple(page for page in (first, first + 1) if 0 <= page < count)

    def show_bytes(self, data: bytes) -> bool:
        """Show this file at the same page; False where it is the one shown already."""
        if data == self._bytes:
            return False
        self._bytes = data
        self.pages.close()
        former, self._buffer = self._buffer, QBuffer(self)
        former.deleteLater()
        self._buffer.setData(QByteArray(data))
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self.pages.load(self._buffer)
        self._drawn.clear()
        self._page = max(min(self._page, self.pages.pageCount() - 1), 0)
        self._spread_bar()
        self.viewport().update()
        self.turned.emit()
        return True

    def turn_to(self, page: int) -> None:
        """Show this page, by its index from 0."""
        wanted = max(min(page, self.pages.pageCount() - 1), 0)
        if wanted == self._page:
            return
        before, self._page = self.spread(), wanted
        if self.spread() != before:
            self.verticalScrollBar().setValue(0)
            self.viewport().update()
        self.turned.emit()

    def turn(self, by: int) -> None:
        """So many spreads on or back."""
        shown = self.spread()
        if shown:
            self.turn_to(shown[-1] + 1 if by > 0 else shown[0] - 1)

    def can_turn(self, by: int) -> bool:
        """Whether there is a spread before or after."""
        shown = self.spread()
        return bool(shown) and (shown[-1] + 1 < self.pages.pageCount() if by > 0 else shown[0] > 0)

    def set_zoom(self, zoom: Zoom) -> None:
        """Whole pages, or one as wide as there is room."""
        if zoom is not self._zoom:
            self._zoom = zoom
            self._drawn.clear()
            self._spread_bar()
            self.viewport().update()
            self.turned.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        colours = theme.colours_of(self.palette())
        painter.fillRect(self.viewport().rect(), QColor(colours.window))
        for page, place in self._places():
            painter.drawImage(place, self._image(page, place.size()))
            painter.setPen(QPen(QColor(colours.hairline)))
            painter.drawRect(place.adjusted(-1, -1, 0, 0))
        if self.hasFocus():
            painter.setPen(QPen(QColor(colours.accent), 2))
            painter.drawRect(self.viewport().rect().adjusted(1, 1, -1, -1))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._drawn.clear()
        self._spread_bar()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        by = _BACK_OR_ON.get(key)
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier and by:
            self.leaped.emit(by)
        elif key in _SCROLLS and self._zoom is Zoom.WIDE:
            self._scroll(_SCROLLS[key], page=key in _BY_PAGE)
        elif by:
            self.turn(by)
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.leaped.emit(-1 if key == Qt.Key.Key_Up else 1)
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self.turn_to(0 if key == Qt.Key.Key_Home else self.pages.pageCount())
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Turns pages, or scrolls one and turns at its end."""
        if self._zoom is Zoom.WIDE:
            self._scroll(-1 if event.angleDelta().y() > 0 else 1, page=False)
            return
        self._wheel += event.angleDelta().y()
        if abs(self._wheel) >= _NOTCH:
            self.turn(-1 if self._wheel > 0 else 1)
            self._wheel = 0

    def _scroll(self, by: int, *, page: bool) -> None:
        bar = self.verticalScrollBar()
        at_end = bar.value() >= bar.maximum() if by > 0 else bar.value() <= 0
        if at_end:
            self.turn(by)
            if by < 0:
                bar.setValue(bar.maximum())
            return
        step = bar.pageStep() * 9 // 10 if page else theme.px(self, 60)
        bar.setValue(bar.value() + by * step)

    def _places(self) -> list[tuple[int, QRect]]:
        """The pages in sight and where they lie; the spine is in the middle."""
        shown = self.spread()
        if not shown:
            return []
        size = self._page_size(shown[0])
        top = max((self.viewport().height() - size.height()) // 2, theme.px(self, AIR))
        top -= self.verticalScrollBar().value()
        middle = self.viewport().width() // 2
        if self._zoom is Zoom.WIDE:
            return [(shown[0], QRect(middle - size.width() // 2, top, size.width(), size.height()))]
        return [
            (page, QRect(middle - (size.width() if page % 2 else -1), top, *size.toTuple()))
            for page in shown
        ]

    def _page_size(self, page: int) -> QSize:
        points = self.pages.pagePointSize(page)
        air = 2 * theme.px(self, AIR)
        wide, high = self.viewport().width() - air, self.viewport().height() - air
        if self._zoom is Zoom.WHOLE:
            scale = min(wide / 2 / points.width(), high / points.height())
        else:
            scale = wide / points.width()
        scale = max(scale, 0.05)
        return QSize(round(points.width() * scale), round(points.height() * scale))

    def _image(self, page: int, size: QSize) -> QImage:
        """A page on white, in the screen's own pixels: PDFium leaves the ground transparent."""
        kept = self._drawn.get((page, size.width()))
        if kept is not None:
            return kept
        ratio = self.devicePixelRatioF()
        pixels = QSize(round(size.width() * ratio), round(size.height() * ratio))
        drawn = self.pages.render(page, pixels)
        image = QImage(pixels, QImage.Format.Format_RGB32)
        image.fill(0xFFFFFFFF)
        painter = QPainter(image)
        painter.drawImage(0, 0, drawn)
        painter.end()
        image.setDevicePixelRatio(ratio)
        while len(self._drawn) >= _KEPT:
            del self._drawn[next(iter(self._drawn))]
        self._drawn[(page, size.width())] = image
        return image

    def _spread_bar(self) -> None:
        shown = self.spread()
        bar = self.verticalScrollBar()
        if self._zoom is Zoom.WHOLE or not shown:
            bar.setRange(0, 0)
            return
        high = self._page_size(shown[0]).height() + 2 * theme.px(self, AIR)
        bar.setPageStep(self.viewport().height())
        bar.setSingleStep(theme.px(self, 60))
        bar.setRange(0, max(high - self.viewport().height(), 0))


_NOTCH = 120  # of a wheel, in eighths of a degree
_KEPT = 12  # pages
_BACK_OR_ON = {
    int(Qt.Key.Key_Left): -1,
    int(Qt.Key.Key_PageUp): -1,
    int(Qt.Key.Key_Right): 1,
    int(Qt.Key.Key_PageDown): 1,
}
_SCROLLS = {
    int(Qt.Key.Key_Up): -1,
    int(Qt.Key.Key_PageUp): -1,
    int(Qt.Key.Key_Down): 1,
    int(Qt.Key.Key_PageDown): 1,
}
_BY_PAGE = frozenset({int(Qt.Key.Key_PageUp), int(Qt.Key.Key_PageDown)})
