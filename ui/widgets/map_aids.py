"""What helps to read the map: a bar for lengths, the sources, the small overview."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap

from app.content.county_map import SOURCES
from app.rules.projection import Flat
from ui import theme
from ui.theme import Colours
from ui.widgets.map_frame import Frame
from ui.widgets.map_ground import Ground

_AIR = 8
_OVERVIEW = (132, 88)
_LENGTHS = (0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50)
_BAR = 96  # pixels that the bar has at most


def bar_of(scale: float) -> tuple[float, str]:
    """How long the bar is in pixels, and the length it stands for."""
    most = theme.px(theme.face_font(), _BAR)
    fitting = [length for length in _LENGTHS if length * scale <= most] or [_LENGTHS[0]]
    length = fitting[-1]
    said = f"{length:g} km" if length >= 1 else f"{length * 1000:g} m"
    return length * scale, said


def draw_bar(painter: QPainter, frame: Frame, colours: Colours) -> None:
    """The bar at the lower left."""
    long, said = bar_of(frame.scale)
    painter.setFont(theme.face_font("small"))
    high = painter.fontMetrics().height()
    left, foot = float(_AIR + 4), float(frame.high - _AIR - 4)
    ground = QRectF(_AIR, foot - high - 6, long + 8, high + 10)
    painter.fillRect(ground, _veil(colours))
    painter.setPen(QColor(colours.second))
    painter.drawText(QPointF(left, foot - 6), said)
    painter.setPen(QPen(QColor(colours.ink), 1.5))
    painter.drawPolyline(
        [
            QPointF(left, foot - 4),
            QPointF(left, foot),
            QPointF(left + long, foot),
            QPointF(left + long, foot - 4),
        ]
    )


def draw_sources(painter: QPainter, frame: Frame, colours: Colours) -> None:
    """Who made the map, as their licences ask; shortened where it is narrow."""
    font = theme.face_font("small")
    font.setPointSizeF(font.pointSizeF() * 0.85)
    painter.setFont(font)
    metrics = painter.fontMetrics()
    room = frame.wide - 2 * _AIR - bar_of(frame.scale)[0] - 40
    said = metrics.elidedText(SOURCES, Qt.TextElideMode.ElideRight, int(room))
    wide, high = metrics.horizontalAdvance(said), metrics.height()
    ground = QRectF(frame.wide - wide - 8, frame.high - high - 4, wide + 8, high + 4)
    painter.fillRect(ground, _veil(colours))
    painter.setPen(QColor(colours.second))
    painter.drawText(ground, Qt.AlignmentFlag.AlignCenter, said)


class Overview:
    """The whole county in the upper right corner while only a part of it is seen."""

    def __init__(self, ground: Ground) -> None:
        self._ground = ground
        self._drawn: QPixmap | None = None
        self._of: tuple[Colours, float, float] | None = None

    def frame(self) -> Frame:
        """What the overview shows."""
        wide, high = (theme.px(theme.face_font(), length) for length in _OVERVIEW)
        return Frame((0, 0), 1, wide, high).fitted(self._ground.county, 6)

    def rect(self, frame: Frame) -> QRectF:
        """Where it stands; empty while the whole county is seen, and where there is no room."""
        small = self.frame()
        west, south, east, north = frame.box()
        county = self._ground.county
        whole = (
            west <= county[0] and south <= county[1] and east >= county[2] and north >= county[3]
        )
        if whole or small.wide * 2.5 > frame.wide or small.high * 2.5 > frame.high:
            return QRectF()
        return QRectF(frame.wide - small.wide - _AIR, _AIR, small.wide, small.high)

    def place(self, frame: Frame, at: QPointF) -> Flat | None:
        """The place a click into it means, None beside it."""
        rect = self.rect(frame)
        if not rect.contains(at):
            return None
        return self.frame().place(at.x() - rect.x(), at.y() - rect.y())

    def draw(self, painter: QPainter, frame: Frame, colours: Colours, ratio: float) -> None:
        rect = self.rect(frame)
        if rect.isEmpty():
            return
        small = self.frame()
        key = (colours, ratio, rect.width())
        if self._drawn is None or self._of != key:
            self._drawn, self._of = self._ground.silhouette(small, colours, ratio), key
        painter.drawPixmap(rect.topLeft(), self._drawn)
        west, south, east, north = frame.box()
        left, top = small.across((west, north)), small.down((west, north))
        seen = QRectF(left, top, (east - west) * small.scale, (north - south) * small.scale)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(colours.accent), 2))
        inside = seen.translated(rect.topLeft()).intersected(rect.adjusted(1, 1, -1, -1))
        painter.drawRect(inside)
        painter.setPen(QPen(QColor(colours.edge), 1))
        painter.drawRect(rect)


def _veil(colours: Colours) -> QColor:
    """The ground of letters over the map."""
    veil = QColor(colours.panel)
    veil.setAlpha(215)
    return veil
