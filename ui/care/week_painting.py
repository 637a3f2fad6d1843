"""Bars of the week picture: duties with their ways, who cares by pattern, gaps hatched."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum, auto
from types import MappingProxyType

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from app.rules.cover import CareKind
from ui import theme
from ui.theme import Colours, Face

RADIUS, DOTS, LINES, HATCH, TICK, AIR = 3, 4, 4, 6, 4, 5  # pixels at 100 %
MIDDLE = int(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter)
LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)


class Pattern(Enum):
    """How a bar is filled; no two of them differ by colour alone."""

    SOLID = auto()
    DOTTED = auto()
    LINED = auto()
    OUTLINED = auto()
    HATCHED = auto()
    DUTY = auto()


PATTERNS: Mapping[CareKind, Pattern] = MappingProxyType(
    {
        CareKind.KITA: Pattern.SOLID,
        CareKind.SCHOOL: Pattern.SOLID,
        CareKind.ALL_DAY: Pattern.LINED,
        CareKind.CHILDMINDING: Pattern.DOTTED,
        CareKind.ELDER_CARE: Pattern.DOTTED,
        CareKind.RELATIVE: Pattern.OUTLINED,
        CareKind.HOUSEHOLD: Pattern.OUTLINED,
    }
)


class Bars:
    """Paints with one painter; `unit` is a pixel of the drawings."""

    def __init__(self, painter: QPainter, colours: Colours, unit: float) -> None:
        self.painter = painter
        self._colours = colours
        self._unit = unit
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)

    def duty(self, bar: QRectF, away: QRectF, said: str) -> None:
        """A duty, and whiskers as far as the parent is away for it."""
        self.way(away.left(), bar.left(), bar.center().y())
        self.way(away.right(), bar.right(), bar.center().y())
        self.fill(bar, Pattern.DUTY)
        inner = bar.adjusted(AIR * self._unit, 0, -2 * self._unit, 0)
        self.painter.setFont(theme.face_font("small", figures=True))
        self.painter.setPen(QColor(self._colours.ink))
        metrics = self.painter.fontMetrics()
        shown = metrics.elidedText(said, Qt.TextElideMode.ElideRight, int(inner.width()))
        if len(shown) > 3:
            self.painter.drawText(inner, LEFT, shown)

    def way(self, far: float, near: float, middle: float) -> None:
        """A whisker from where a way begins or ends to a duty."""
        if abs(near - far) > 1:
            self.painter.setPen(QPen(QColor(self._colours.second), self._unit))
            self.painter.drawLine(QPointF(near, middle), QPointF(far, middle))
            tick = TICK * self._unit
            self.painter.drawLine(QPointF(far, middle - tick), QPointF(far, middle + tick))

    def away(self, x: float, top: float, bottom: float) -> None:
        """Where everybody begins or ceases to be away."""
        pen = QPen(QColor(self._colours.accent), 1.2 * self._unit)
        pen.setDashPattern([1, 2])
        self.painter.setPen(pen)
        self.painter.drawLine(QPointF(x, top), QPointF(x, bottom))

    def window(self, bar: QRectF) -> None:
        """Hours in which somebody is there, needed or not."""
        self.painter.setBrush(Qt.BrushStyle.NoBrush)
        self.painter.setPen(QPen(QColor(self._colours.fill), 1))
        self.painter.drawRoundedRect(bar, 2 * self._unit, 2 * self._unit)

    def fill(self, bar: QRectF, pattern: Pattern) -> None:
        """A bar in the ground and pattern of what it stands for."""
        colours = self._colours
        shape = QPainterPath()
        radius = (RADIUS if pattern is not Pattern.HATCHED else 0) * self._unit
        shape.addRoundedRect(bar, radius, radius)
        grounds = {
            Pattern.SOLID: colours.fill,
            Pattern.DOTTED: colours.selection,
            Pattern.LINED: colours.selection,
            Pattern.DUTY: colours.aside,
        }
        self.painter.fillPath(shape, QColor(grounds.get(pattern, colours.panel)))
        self.painter.save()
        self.painter.setClipPath(shape, Qt.ClipOperation.IntersectClip)
        if pattern is Pattern.DOTTED:
            self._dots(bar)
        elif pattern is Pattern.LINED:
            self._lines(bar)
        elif pattern is Pattern.HATCHED:
            self._hatching(bar)
        self.painter.restore()
        edges = {
            Pattern.OUTLINED: (colours.accent, 2.0),
            Pattern.HATCHED: (colours.ink, 1.2),
            Pattern.DUTY: (colours.edge, 1.0),
        }
        colour, wide = edges.get(pattern, (colours.accent, 1.0))
        self.painter.setPen(QPen(QColor(colour), wide * self._unit))
        self.painter.setBrush(Qt.BrushStyle.NoBrush)
        inset = (wide - 1) / 2 * self._unit
        edge = bar.adjusted(inset, inset, -inset, -inset)
        self.painter.drawRoundedRect(edge, radius, radius)

    def label(self, bar: QRectF, pattern: Pattern, *forms: str) -> None:
        """The longest form that fits, at the left of wide solid bars, else in the middle."""
        air = (2 * AIR if pattern is Pattern.SOLID else AIR) * self._unit
        for said in forms:
            wide = theme.advance(said, "small", figures=True) * 1.06 + air
            if said and wide <= bar.width():
                self._write(bar, pattern, said, wide)
                return

    def words(
        self, where: QRectF, said: str, *, tone: str = "", face: Face = "small", right: bool = False
    ) -> None:
        """A line of words in a place of its own."""
        self.painter.setFont(theme.face_font(face, figures="-" not in said))
        self.painter.setPen(QColor(tone or self._colours.second))
        self.painter.drawText(where, RIGHT if right else LEFT, said)

    def _write(self, bar: QRectF, pattern: Pattern, said: str, wide: float) -> None:
        font = theme.face_font("small", figures=True)
        font.setWeight(font.Weight.DemiBold)
        self.painter.setFont(font)
        if pattern in (Pattern.DOTTED, Pattern.LINED, Pattern.HATCHED):  # no ground for words
            patch = QRectF(0, 0, wide - 2 * self._unit, bar.height() - 4 * self._unit)
            patch.moveCenter(bar.center())
            ground = self._colours.panel if pattern is Pattern.HATCHED else self._colours.selection
            self.painter.fillRect(patch, QColor(ground))
        self.painter.setPen(QColor(self._colours.ink))
        roomy = pattern is Pattern.SOLID and bar.width() > 1.5 * wide
        inner = bar.adjusted(AIR * self._unit, 0, 0, 0) if roomy else bar
        self.painter.drawText(inner, LEFT if roomy else MIDDLE, said)

    def _dots(self, bar: QRectF) -> None:
        self.painter.setPen(Qt.PenStyle.NoPen)
        self.painter.setBrush(QColor(self._colours.accent))
        step, size = DOTS * self._unit, 0.8 * self._unit
        for row in range(int(bar.height() / step) + 1):
            for column in range(int(bar.width() / step) + 1):
                x = bar.left() + (column + (0.75 if row % 2 else 0.25)) * step
                self.painter.drawEllipse(QPointF(x, bar.top() + (row + 0.6) * step), size, size)

    def _lines(self, bar: QRectF) -> None:
        self.painter.setPen(QPen(QColor(self._colours.accent), 0.8 * self._unit))
        step = LINES * self._unit
        for count in range(1, int(bar.height() / step) + 1):
            y = bar.top() + count * step
            self.painter.drawLine(QPointF(bar.left(), y), QPointF(bar.right(), y))

    def _hatching(self, bar: QRectF) -> None:
        self.painter.setPen(QPen(QColor(self._colours.ink), 1.2 * self._unit))
        step, high = HATCH * self._unit, bar.height()
        for count in range(int((bar.width() + high) / step) + 1):
            x = bar.left() + count * step
            self.painter.drawLine(QPointF(x - high, bar.bottom()), QPointF(x, bar.top()))
