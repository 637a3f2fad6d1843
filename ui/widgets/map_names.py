"""The names on the map: which have room at a scale, and their letters with a halo."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import ceil

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen, QPixmap

from app.content.county_map import Area, Level
from app.rules.projection import Flat
from ui import theme
from ui.theme import Face
from ui.widgets.map_frame import Box

AIR = 3  # pixels around a name
_HALO = 2.5
_FIRST = ("Norden", "Aurich", "Emden", "Leer", "Wittmund", "Wiesmoor", "Esens")
_UNNAMED = frozenset({"DE"})
# how much of the width of its area a name may take
_SHARE = {Level.MUNICIPALITY: 1.0, Level.NEIGHBOUR: 0.75, Level.COUNTY: 0.5, Level.COUNTRY: 0.5}
_FAR_ISLAND = 0.6
_CLEAR = 14.0  # pixels around a town


@dataclass(frozen=True)
class Name:
    """A name and where it stands, in kilometres for its middle and in pixels for its size."""

    area: Area
    middle: Flat
    wide: float
    high: float


def placed(
    areas: Sequence[tuple[Area, Box]], scale: float, dots: Sequence[QRectF] = ()
) -> Iterator[Name]:
    """The names that have room at so many pixels a kilometre; the same wherever one looks, so that
    none jumps while the map is moved. `dots` are what shall rather stay visible, in pixels from the
    origin of the flat map, south being down.

    The islands and the towns of the county come first, then the rest by its size; a name that
    would cover one before it, or an island, is tried elsewhere nearby, and left out where nothing
    is free; a dot it only avoids."""
    islands = [(area.key, pixels(box, scale)) for area, box in areas if area.is_island]
    taken: list[QRectF] = []
    for area, box in sorted(areas, key=_rank):
        if area.key in _UNNAMED:
            continue
        metrics = QFontMetricsF(theme.face_font(face_of(area)))
        wide, high = metrics.horizontalAdvance(area.name), metrics.height()
        if not _has_room(area, (box[2] - box[0]) * scale, wide):
            continue
        around = [*taken, *(land for key, land in islands if key != area.key)]
        near = pixels(box, scale).adjusted(-wide, -2 * high, wide, 2 * high)
        dots_near = [dot for dot in dots if dot.intersects(near)]
        free = [
            (middle, spot)
            for middle in _tries(area, box, scale, wide, high)
            if not _covers(spot := _spot(middle, scale, wide, high), around)
        ]
        if free:
            middle, spot = next((each for each in free if not _covers(each[1], dots_near)), free[0])
            taken.append(spot)
            yield Name(area, middle, wide, high)


def pixels(box: Box, scale: float) -> QRectF:
    """A box of the flat map in pixels from its origin, south being down."""
    west, south, east, north = (side * scale for side in box)
    return QRectF(west, -north, east - west, north - south)


def face_of(area: Area) -> Face:
    """The towns of the county are written strong."""
    return "strong" if area.level is Level.MUNICIPALITY and area.kind == "Stadt" else "small"


def written(text: str, face: Face, ink: str, halo: str, ratio: float) -> QPixmap:
    """A text with a halo around its letters, with `AIR` pixels at every side; drawn once.
    Colours are #rrggbb."""
    return _written(text, theme.face_font(face).toString(), ink, halo, ratio)


@lru_cache(maxsize=512)
def _written(text: str, described: str, ink: str, halo: str, ratio: float) -> QPixmap:
    font = QFont()
    font.fromString(described)
    metrics = QFontMetricsF(font)
    size = QSize(ceil(metrics.horizontalAdvance(text)), ceil(metrics.height()))
    made = QPixmap((size + QSize(2 * AIR, 2 * AIR)) * ratio)
    made.setDevicePixelRatio(ratio)
    made.fill(Qt.GlobalColor.transparent)
    path = QPainterPath()
    path.addText(QPointF(AIR, AIR + metrics.ascent()), font, text)
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(
        QPen(QColor(halo), _HALO, j=Qt.PenJoinStyle.RoundJoin, c=Qt.PenCapStyle.RoundCap)
    )
    painter.drawPath(path)
    painter.fillPath(path, QColor(ink))
    painter.end()
    return made


def _has_room(area: Area, room: float, wide: float) -> bool:
    if area.is_island:
        return area.level is Level.MUNICIPALITY or room >= wide * _FAR_ISLAND
    return area.name in _FIRST or room * _SHARE[area.level] >= wide


def _tries(area: Area, box: Box, scale: float, wide: float, high: float) -> Iterator[Flat]:
    """Where a name may stand, best first. An island's: in the sea north of it, then south, and on
    it only where it is large. Else where it fits best, a little higher or lower, but rather beside
    its town than over it, where the dots are."""
    x, y = area.label
    if area.is_island:
        middle = (box[0] + box[2]) / 2
        if (box[3] - box[1]) * scale > 7 * high and (box[2] - box[0]) * scale > 1.5 * wide:
            yield x, y
        yield middle, box[3] + high * 0.6 / scale
        yield middle, box[1] - high * 0.6 / scale
        return
    places = [(x, y + shift * high / scale) for shift in (0.0, 0.7, -0.7, 1.4, -1.4)]
    if area.town is not None:
        east, north = area.town
        away = (_CLEAR + high / 2) / scale
        places.insert(1, (east, north + (away if y >= north else -away)))
        reach = (_CLEAR + wide / 2) / scale
        places.sort(key=lambda at: abs(at[0] - east) < reach and abs(at[1] - north) < away * 0.99)
    yield from places


def _rank(each: tuple[Area, Box]) -> tuple[int, int, float]:
    area, box = each
    if area.is_island and area.level is Level.MUNICIPALITY:
        first = 0
    elif area.name in _FIRST and area.level in (Level.MUNICIPALITY, Level.NEIGHBOUR):
        first = 1 + _FIRST.index(area.name)
    else:
        first = 1 + len(_FIRST)
    size = (box[2] - box[0]) * (box[3] - box[1])
    return first, list(Level).index(area.level), -size


def _spot(middle: Flat, scale: float, wide: float, high: float) -> QRectF:
    left, top = middle[0] * scale - wide / 2, -middle[1] * scale - high / 2
    return QRectF(left - AIR, top, wide + 2 * AIR, high)


def _covers(spot: QRectF, others: Sequence[QRectF]) -> bool:
    return any(spot.intersects(other) for other in others)
