"""Slots of a day as bars: each kind has a colour and a pattern of its own."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPainterPath, QPen

from app.rules.hours import DAY
from app.rules.week_plan import PlanSlot, SlotKind, Slots
from ui import theme
from ui.providers.week import words
from ui.theme import Colours

FROM, UNTIL = 5, 22  # hours that are always shown
RADIUS, DOTS, LINES, FIGURE = 3, 4, 5, 24  # pixels at 100 %
_MIDDLE = int(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter)


@dataclass(frozen=True)
class DayScale:
    """Minutes of a day on pixels from `left`, `wide` in all; a figure wants `figure` of them."""

    first: int
    last: int
    left: float
    wide: float
    figure: float = FIGURE

    def x(self, minute: int) -> float:
        return self.left + self.wide * (minute - self.first) / (self.last - self.first)

    @property
    def hours(self) -> range:
        """The hours to be marked: as many as there is room for."""
        count = (self.last - self.first) // 60
        step = next((each for each in (1, 2, 3, 4) if self.wide / count * each >= self.figure), 6)
        begin = -(-self.first // 60 // step) * step
        return range(begin, self.last // 60 + 1, step)


def bounds(days: Iterable[Slots]) -> tuple[int, int]:
    """First and last minute of the scale: 5 to 22, wider where a slot lies outside."""
    slots = [slot for day in days for slot in day]
    first = min([FROM * 60, *(slot.start // 60 * 60 for slot in slots)])
    last = max([UNTIL * 60, *(-(-slot.end // 60) * 60 for slot in slots)])
    return first, last


class BarPainter:
    """Paints bars and hours with one painter; `unit` is a pixel of the drawings."""

    def __init__(self, painter: QPainter, colours: Colours, unit: float) -> None:
        self._p = painter
        self._colours = colours
        self._unit = unit
        self._p.setRenderHint(QPainter.RenderHint.Antialiasing)

    def hours(self, scale: DayScale, place: QRectF) -> None:
        """The figures of the hours, each over its line."""
        self._p.setFont(theme.face_font("small", figures=True))
        self._p.setPen(QColor(self._colours.label))
        metrics = QFontMetricsF(self._p.font())
        for hour in scale.hours:
            figure = str(hour if hour <= 24 else hour - 24)
            wide = metrics.horizontalAdvance(figure) + 2
            left = scale.x(hour * 60) - wide / 2
            left = min(max(left, place.left()), place.right() - wide)
            self._p.drawText(QRectF(left, place.top(), wide, place.height()), _MIDDLE, figure)

    def lines(self, scale: DayScale, place: QRectF) -> None:
        """A line for each marked hour, and the ground the day lies on."""
        self._p.setPen(QPen(QColor(self._colours.hairline), 1))
        for hour in scale.hours:
            x = round(scale.x(hour * 60)) + 0.5
            self._p.drawLine(QPointF(x, place.top()), QPointF(x, place.bottom()))

    def slots(self, slots: Slots, scale: DayScale, place: QRectF, *, told: bool) -> None:
        """The bars of one day; `told` writes their times into them where there is room."""
        for slot in slots:
            left, right = scale.x(slot.start), scale.x(min(slot.end, scale.last))
            bar = QRectF(
                left + 0.5, place.top() + 0.5, max(right - left - 1, 2), place.height() - 1
            )
            self.bar(bar, slot.kind)
            if told:
                self._tell(slot, bar)

    def bar(self, bar: QRectF, kind: SlotKind) -> None:
        """One bar in the colour and pattern of its kind."""
        colours = self._colours
        shape = QPainterPath()
        radius = RADIUS * self._unit
        shape.addRoundedRect(bar, radius, radius)
        grounds = {SlotKind.CORE: colours.fill, SlotKind.ON_REQUEST: colours.panel}
        self._p.fillPath(shape, QColor(grounds.get(kind, colours.selection)))
        self._p.save()
        self._p.setClipPath(shape)
        if kind is SlotKind.EARLY:
            self._dots(bar)
        elif kind is SlotKind.LATE:
            self._hatching(bar)
        self._p.restore()
        dashed = kind is SlotKind.ON_REQUEST
        pen = QPen(QColor(colours.accent), 1.2 if dashed else 1)
        if dashed:
            pen.setDashPattern([3, 2])
        self._p.setPen(pen)
        self._p.setBrush(Qt.BrushStyle.NoBrush)
        self._p.drawPath(shape)

    def _dots(self, bar: QRectF) -> None:
        self._p.setPen(Qt.PenStyle.NoPen)
        self._p.setBrush(QColor(self._colours.accent))
        step, size = DOTS * self._unit, 0.9 * self._unit
        for row in range(int(bar.height() / step) + 1):
            for column in range(int(bar.width() / step) + 1):
                x = bar.left() + (column + (0.75 if row % 2 else 0.25)) * step
                self._p.drawEllipse(QPointF(x, bar.top() + (row + 0.6) * step), size, size)

    def _hatching(self, bar: QRectF) -> None:
        self._p.setPen(QPen(QColor(self._colours.accent), 1.1 * self._unit))
        step, high = LINES * self._unit, bar.height()
        for count in range(int((bar.width() + high) / step) + 1):
            x = bar.left() + count * step
            self._p.drawLine(QPointF(x - high, bar.bottom()), QPointF(x, bar.top()))

    def _tell(self, slot: PlanSlot, bar: QRectF) -> None:
        font = theme.face_font("small", figures=True)
        self._p.setFont(font)
        said = words.span(slot)
        metrics = QFontMetricsF(font)
        wide = metrics.horizontalAdvance(said) + 8 * self._unit
        if wide > bar.width():
            return
        if slot.kind is not SlotKind.CORE:  # a pattern is no ground for figures
            patch = QRectF(bar.center().x() - wide / 2, bar.top() + 1, wide, bar.height() - 2)
            ground = self._colours.selection
            if slot.kind is SlotKind.ON_REQUEST:
                ground = self._colours.panel
            self._p.fillRect(patch, QColor(ground))
        self._p.setPen(QColor(self._colours.ink))
        self._p.drawText(bar, _MIDDLE, said)


def night_before(days: tuple[Slots, ...], day: int) -> Slots:
    """What an evening leaves to the next morning, as slots of that day."""
    return tuple(PlanSlot(0, slot.end - DAY, slot.kind) for slot in days[day - 1] if slot.end > DAY)
