"""The shapes of the timeline: one for each way a step can stand, each with its word."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from enum import Enum, auto
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QPainter, QPen, QPixmap, QPolygonF

from app.records.plan import StepView
from app.rules.terms import Answer, StepState
from ui.theme import Colours

SIZE = 14


class Shape(Enum):
    """In the order of the legend."""

    DONE = auto()
    OPEN = auto()
    TODAY = auto()
    LATE = auto()
    BARRED = auto()
    PINNED = auto()
    UNDATED = auto()
    UNCLEAR = auto()
    NOT_NEEDED = auto()
    START = auto()


WORDS: Mapping[Shape, str] = {
    Shape.DONE: "erledigt",
    Shape.OPEN: "offen",
    Shape.TODAY: "heute fällig",
    Shape.LATE: "überfällig",
    Shape.BARRED: "sperrt den ersten Arbeitstag",
    Shape.PINNED: "von Hand fixiert",
    Shape.UNDATED: "Datum fehlt",
    Shape.UNCLEAR: "unklar",
    Shape.NOT_NEEDED: "nicht nötig",
    Shape.START: "Arbeitsbeginn",
}
QUIET = frozenset({Shape.DONE, Shape.NOT_NEEDED})


def shape_of(step: StepView, barring: Collection[int] = ()) -> Shape:
    """The shape of a step; what was settled by hand goes before what its date says. `barring` are
    the ids of steps without which the first working day stays barred."""
    if step.state is StepState.DONE:
        return Shape.DONE
    if step.state is StepState.NOT_NEEDED:
        return Shape.NOT_NEEDED
    if step.id in barring:
        return Shape.BARRED
    if step.applies is Answer.UNCLEAR:
        return Shape.UNCLEAR
    if step.due is None:
        return Shape.UNDATED
    if step.late:
        return Shape.LATE
    if step.days_left == 0:
        return Shape.TODAY
    return Shape.PINNED if step.pinned else Shape.OPEN


def paint_shape(
    painter: QPainter,
    centre: QPointF,
    size: float,
    shape: Shape,
    colours: Colours,
    *,
    broken: bool = False,
) -> None:
    """Paint a shape `size` pixels wide around `centre`; `broken` makes a triangle red."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(centre)
    painter.scale(size / SIZE, size / SIZE)
    if shape in QUIET:
        _disc(painter, colours, ticked=shape is Shape.DONE)
    elif shape is Shape.LATE:
        _triangle(painter, colours.red if broken else colours.ink, colours.panel)
    elif shape is Shape.BARRED:
        _octagon(painter, colours)
    elif shape is Shape.START:
        _start(painter, colours)
    elif shape is Shape.PINNED:
        _pin(painter, colours)
    else:
        _diamond(painter, shape, colours)
    painter.restore()


def stamp(shape: Shape, size: float, colours: Colours, *, broken: bool = False) -> QPixmap:
    """A shape as a picture that is painted once and put down many times; its middle is the
    middle of the picture."""
    app = QGuiApplication.instance()
    ratio = app.devicePixelRatio() if isinstance(app, QGuiApplication) else 1.0
    return _stamped(shape, size, colours, broken, ratio)


@lru_cache(maxsize=128)
def _stamped(
    shape: Shape,
    size: float,
    colours: Colours,
    broken: bool,  # noqa: FBT001 - a key of the cache
    ratio: float,
) -> QPixmap:
    side = round(size) + 4
    found = QPixmap(round(side * ratio), round(side * ratio))
    found.setDevicePixelRatio(ratio)
    found.fill(Qt.GlobalColor.transparent)
    painter = QPainter(found)
    paint_shape(painter, QPointF(side / 2, side / 2), size, shape, colours, broken=broken)
    painter.end()
    return found


def _disc(painter: QPainter, colours: Colours, *, ticked: bool) -> None:
    painter.setPen(QPen(QColor(colours.panel), 1))
    painter.setBrush(QColor(colours.second if ticked else colours.panel))
    painter.drawEllipse(QPointF(0, 0), 7, 7)
    if ticked:
        painter.setPen(_pen(colours.panel, 1.75))
        painter.drawPolyline(
            QPolygonF([QPointF(-3.2, 0.2), QPointF(-0.9, 2.6), QPointF(3.2, -2.4)])
        )
    else:
        painter.setPen(_pen(colours.label, 1.5))
        painter.drawEllipse(QPointF(0, 0), 5.5, 5.5)
        painter.drawLine(QPointF(-2.6, 0), QPointF(2.6, 0))


def _diamond(painter: QPainter, shape: Shape, colours: Colours) -> None:
    full = shape is Shape.TODAY
    colour = colours.second if shape in (Shape.UNDATED, Shape.UNCLEAR) else colours.accent
    pen = _pen(colour, 1.75)
    if shape is Shape.UNDATED:
        pen.setDashPattern([1.6, 1.5])
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    painter.setPen(pen)
    painter.setBrush(QColor(colours.accent if full else colours.panel))
    reach = 6.2
    painter.drawPolygon(
        QPolygonF([QPointF(0, -reach), QPointF(reach, 0), QPointF(0, reach), QPointF(-reach, 0)])
    )
    if shape is Shape.UNCLEAR:
        painter.setBrush(QColor(colour))
        painter.setPen(_pen(colour, 1.25))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawArc(QRectF(-1.6, -3, 3.2, 3.2), -60 * 16, 230 * 16)
        painter.drawPoint(QPointF(0, 2.6))


def _triangle(painter: QPainter, colour: str, ground: str) -> None:
    painter.setPen(_pen(colour, 1.5))
    painter.setBrush(QColor(colour))
    painter.drawPolygon(QPolygonF([QPointF(0, -6), QPointF(6.6, 5.6), QPointF(-6.6, 5.6)]))
    painter.setPen(_pen(ground, 1.75))
    painter.drawLine(QPointF(0, -1.8), QPointF(0, 1.6))
    painter.drawPoint(QPointF(0, 4))


def _octagon(painter: QPainter, colours: Colours) -> None:
    side = 2.75
    reach = 6.6
    painter.setPen(_pen(colours.red, 1))
    painter.setBrush(QColor(colours.red))
    corners = ((-side, -reach), (side, -reach), (reach, -side), (reach, side))
    painter.drawPolygon(
        QPolygonF([QPointF(x, y) for x, y in corners] + [QPointF(-x, -y) for x, y in corners])
    )
    painter.setPen(_pen(colours.panel, 1.75))
    painter.drawLine(QPointF(0, -3.2), QPointF(0, 0.6))
    painter.drawPoint(QPointF(0, 3.4))


def _start(painter: QPainter, colours: Colours) -> None:
    painter.setPen(_pen(colours.ink, 2))
    painter.drawLine(QPointF(0, -7), QPointF(0, 7))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colours.ink))
    painter.drawPolygon(QPolygonF([QPointF(0, -7), QPointF(6, -4), QPointF(0, -1)]))


def _pin(painter: QPainter, colours: Colours) -> None:
    painter.setPen(_pen(colours.accent, 1))
    painter.setBrush(QColor(colours.accent))
    painter.drawRoundedRect(QRectF(-4, -7, 8, 2), 0.8, 0.8)
    painter.drawPolygon(
        QPolygonF(
            [
                QPointF(-2.4, -5),
                QPointF(2.4, -5),
                QPointF(2.6, -1.4),
                QPointF(4.8, 1.4),
                QPointF(-4.8, 1.4),
                QPointF(-2.6, -1.4),
            ]
        )
    )
    painter.setPen(_pen(colours.accent, 1.75))
    painter.drawLine(QPointF(0, 1.6), QPointF(0, 6.4))


def _pen(colour: str, width: float) -> QPen:
    pen = QPen(QColor(colour), width)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    return pen
