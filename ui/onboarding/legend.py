"""The key of the timeline: each shape that stands in it, with its word."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui import theme
from ui.onboarding.shapes import SIZE, WORDS, Shape, paint_shape

ROW = 28
SPAN = "Zeitraum der Phase"


class Legend(QWidget):
    """28 pixels at 100 %; takes as many lines as its words need."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shapes: tuple[Shape, ...] = ()
        self._span = SPAN
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_shapes(self, shapes: Collection[Shape], span: str = SPAN) -> None:
        """Show the words of these shapes, in the order of the enum; `span` says what the tinted
        stretches are."""
        self._span = span
        self._shapes = tuple(shape for shape in Shape if shape in shapes)
        self.setAccessibleName(
            "Zeichen: " + ", ".join([*(WORDS[shape] for shape in self._shapes), span])
        )
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return (self._places(width)[-1][1] + 1) * theme.px(self, ROW)

    def sizeHint(self) -> QSize:
        return QSize(400, self.heightForWidth(max(self.width(), 1)))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        colours = theme.colours_of(self.palette())
        painter.fillRect(self.rect(), QColor(colours.panel))
        painter.setPen(QColor(colours.hairline))
        painter.drawLine(0, 0, self.width(), 0)
        high, size = theme.px(self, ROW), theme.px(self, SIZE)
        painter.setFont(theme.face_font())
        metrics = QFontMetrics(theme.face_font())
        for shape, (x, line) in zip((*self._shapes, None), self._places(self.width()), strict=True):
            middle = line * high + high / 2
            left = float(x + size + theme.px(self, 8))
            if shape is None:
                wide = theme.px(self, 24)
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(QColor(colours.selection))
                painter.drawRoundedRect(QRectF(x, middle - size / 2, wide, size), 3, 3)
                left = float(x + wide + theme.px(self, 8))
            else:
                paint_shape(painter, QPointF(x + size / 2, middle), size, shape, colours)
            painter.setPen(QColor(colours.second))
            text = self._span if shape is None else WORDS[shape]
            painter.drawText(
                QRectF(left, middle - high / 2, metrics.horizontalAdvance(text) + 4, high),
                int(Qt.AlignmentFlag.AlignVCenter),
                text,
            )

    def _places(self, width: int) -> list[tuple[int, int]]:
        metrics = QFontMetrics(theme.face_font())
        found = []
        start = theme.px(self, 16)
        x, line = start, 0
        for shape in (*self._shapes, None):
            text = self._span if shape is None else WORDS[shape]
            sign = theme.px(self, 24 if shape is None else SIZE)
            wide = sign + theme.px(self, 8) + metrics.horizontalAdvance(text)
            if x + wide > width and x > start:
                x, line = start, line + 1
            found.append((x, line))
            x += wide + theme.px(self, 20)
        return found
