"""The ground of the map: water, land, borders and the names of municipalities."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPixmap, QPolygonF

from app.content.county_map import Area, CountyMap, Level
from ui import theme
from ui.theme import Colours
from ui.widgets.map_frame import Box, Frame, box_of, touch
from ui.widgets.map_names import AIR, Name, face_of, placed, written

_EMPTY: Box = (-40.0, -30.0, 40.0, 30.0)
_REMEMBERED = 32  # scales


@dataclass(frozen=True)
class _Drawn:
    """An area ready to be drawn: its box and its outlines, south being down."""

    area: Area
    box: Box
    path: QPainterPath


class Ground:
    """Draws the areas of a map; one for each widget, since it keeps what it made."""

    def __init__(self, county: CountyMap) -> None:
        self._drawn = [_made(area) for area in county.areas]
        own = [each.box for each in self._drawn if each.area.level is Level.MUNICIPALITY]
        near = [each.box for each in self._drawn if each.area.level is Level.NEIGHBOUR]
        self.county: Box = _around(own) or _EMPTY
        self.reach: Box = _around([*own, *near]) or _EMPTY
        self._names: dict[tuple[float, float], list[Name]] = {}

    def picture(
        self, frame: Frame, colours: Colours, ratio: float, dots: Sequence[QRectF] = ()
    ) -> QPixmap:
        """The ground of a frame on a screen of that ratio; its names avoid the dots."""
        made = QPixmap(QSize(frame.wide, frame.high) * ratio)
        made.setDevicePixelRatio(ratio)
        painter = QPainter(made)
        self.paint(painter, frame, colours, ratio, dots)
        painter.end()
        return made

    def paint(
        self,
        painter: QPainter,
        frame: Frame,
        colours: Colours,
        ratio: float,
        dots: Sequence[QRectF] = (),
    ) -> None:
        """Draw the ground with its names, which avoid the dots."""
        painter.fillRect(0, 0, frame.wide, frame.high, QColor(colours.selection))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        _look_at(painter, frame)
        seen = frame.box()
        for drawn in self._drawn:
            if touch(drawn.box, seen):
                painter.setBrush(QColor(_land(drawn.area.level, colours)))
                painter.setPen(_border(drawn.area.level, colours))
                painter.drawPath(drawn.path)
        painter.restore()
        for name in self.names(frame.scale, dots):
            self._write(painter, name, frame, colours, ratio)

    def names(self, scale: float, dots: Sequence[QRectF] = ()) -> list[Name]:
        """The names that have room at a scale."""
        areas = [(each.area, each.box) for each in self._drawn]
        if dots:
            return list(placed(areas, scale, dots))
        key = (round(scale, 4), theme.face_font("small").pointSizeF())
        if key not in self._names:
            if len(self._names) >= _REMEMBERED:
                self._names.clear()
            self._names[key] = list(placed(areas, scale))
        return self._names[key]

    def silhouette(self, frame: Frame, colours: Colours, ratio: float) -> QPixmap:
        """The land alone, the county in another tone, for the small overview."""
        made = QPixmap(QSize(frame.wide, frame.high) * ratio)
        made.setDevicePixelRatio(ratio)
        made.fill(QColor(colours.aside))
        painter = QPainter(made)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        _look_at(painter, frame)
        painter.setPen(Qt.PenStyle.NoPen)
        for drawn in self._drawn:
            own = drawn.area.level is Level.MUNICIPALITY
            painter.setBrush(QColor(colours.fill if own else colours.hairline))
            painter.drawPath(drawn.path)
        painter.end()
        return made

    @staticmethod
    def _write(painter: QPainter, name: Name, frame: Frame, colours: Colours, ratio: float) -> None:
        across, down = frame.across(name.middle), frame.down(name.middle)
        if not (-name.wide < across < frame.wide + name.wide):
            return
        if not (-name.high < down < frame.high + name.high):
            return
        own = name.area.level is Level.MUNICIPALITY
        ink = colours.ink if own else colours.label
        halo = colours.selection if name.area.is_island else _land(name.area.level, colours)
        letters = written(name.area.name, face_of(name.area), ink, halo, ratio)
        corner = QPointF(across - name.wide / 2 - AIR, down - name.high / 2 - AIR)
        painter.drawPixmap(corner, letters)


def _made(area: Area) -> _Drawn:
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.OddEvenFill)
    for ring in area.rings:
        path.addPolygon(QPolygonF([QPointF(x, -y) for x, y in ring]))
        path.closeSubpath()
    return _Drawn(area, box_of(place for ring in area.rings for place in ring) or _EMPTY, path)


def _around(boxes: list[Box]) -> Box | None:
    corners = [corner for box in boxes for corner in (box[:2], box[2:])]
    return box_of(corners)


def _look_at(painter: QPainter, frame: Frame) -> None:
    """From now on lengths are kilometres of the flat map, south being down."""
    painter.translate(frame.wide / 2, frame.high / 2)
    painter.scale(frame.scale, frame.scale)
    painter.translate(-frame.middle[0], frame.middle[1])


def _land(level: Level, colours: Colours) -> str:
    if level is Level.MUNICIPALITY:
        return colours.panel
    return colours.aside if level is Level.NEIGHBOUR else colours.window


def _border(level: Level, colours: Colours) -> QPen:
    if level is Level.COUNTRY:
        return QPen(Qt.PenStyle.NoPen)
    own = level is Level.MUNICIPALITY
    pen = QPen(QColor(colours.edge if own else colours.hairline), 1.0)
    pen.setCosmetic(True)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    return pen
