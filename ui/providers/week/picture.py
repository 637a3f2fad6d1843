"""A week as a picture to read: a row for each day, its slots as bars under a scale of hours."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.rules.week_plan import CLOSED_WEEK, SlotKind, Slots
from ui import theme
from ui.providers.week import words
from ui.providers.week.painting import FIGURE, BarPainter, DayScale, bounds, night_before
from ui.wording import DAYS

ROW, BAR, AXIS, LEGEND, GAP, SWATCH = 21, 16, 18, 22, 8, 18  # pixels at 100 %
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


class WeekPicture(QWidget):
    """Painted by itself; its accessible description and tool tip say all of it in words."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._days: tuple[Slots, ...] = CLOSED_WEEK
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Base)

    def set_days(self, days: tuple[Slots, ...]) -> None:
        """Show these seven days."""
        self._days = days
        said = [
            f"{name}: {words.spoken(slots)}"
            for name, slots in zip(words.DAY_NAMES, days, strict=True)
        ]
        self.setAccessibleDescription("; ".join(said))
        self.setToolTip("\n".join(said))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        legend = LEGEND if self._kinds() else 0
        return QSize(theme.px(self, 320), theme.px(self, AXIS + 7 * ROW + legend))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(self, 200), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        painter = QPainter(self)
        colours, unit = theme.colours_of(self.palette()), theme.px(self, 100) / 100
        bars = BarPainter(painter, colours, unit)
        left = max(theme.advance(name, "strong") for name in DAYS) + GAP * unit
        right = theme.advance("88 h 88", "small", figures=True) + GAP * unit
        scale = DayScale(*bounds(self._days), left, self.width() - left - right, FIGURE * unit)
        across = QRectF(left - GAP * unit, 0, self.width() - left + GAP * unit, AXIS * unit)
        bars.hours(scale, across)
        for day, slots in enumerate(self._days):
            top = (AXIS + day * ROW) * unit
            place = QRectF(0, top, self.width(), ROW * unit)
            painter.setPen(QPen(QColor(colours.hairline), 1))
            edge = round(top) + 0.5
            painter.drawLine(QPointF(0, edge), QPointF(self.width(), edge))
            bars.lines(scale, place)
            inset = (ROW - BAR) / 2 * unit
            bars.slots(
                (*night_before(self._days, day), *slots),
                scale,
                place.adjusted(0, inset + 0.5, 0, -inset + 0.5),
                told=True,
            )
            self._words(painter, day, place, scale)
        self._legend(painter, bars, scale.left)
        painter.end()

    def _kinds(self) -> list[SlotKind]:
        """The kinds to be explained: all there are but the core."""
        used = {slot.kind for slots in self._days for slot in slots}
        return [kind for kind in SlotKind if kind in used and kind is not SlotKind.CORE]

    def _legend(self, painter: QPainter, bars: BarPainter, left: float) -> None:
        unit = theme.px(self, 100) / 100
        top, high, wide = (AXIS + 7 * ROW) * unit, LEGEND * unit, SWATCH * unit
        for kind in self._kinds():
            bars.bar(QRectF(left + 0.5, top + high / 2 - 5 * unit, wide, 10 * unit), kind)
            left += wide + 5 * unit
            painter.setFont(theme.face_font("small"))
            painter.setPen(QColor(theme.colours_of(self.palette()).second))
            room = theme.advance(words.KINDS[kind], "small") + 14 * unit
            painter.drawText(QRectF(left, top, room, high), _LEFT, words.KINDS[kind])
            left += room

    def _words(self, painter: QPainter, day: int, place: QRectF, scale: DayScale) -> None:
        colours, slots = theme.colours_of(self.palette()), self._days[day]
        painter.setFont(theme.face_font("strong"))
        painter.setPen(QColor(colours.ink if slots else colours.label))
        painter.drawText(place, _LEFT, DAYS[day])
        painter.setFont(theme.face_font("small", figures=True))
        painter.setPen(QColor(colours.second))
        right = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        painter.drawText(place, right, words.day_sum(slots))
        if not slots and not night_before(self._days, day):
            self._closed(painter, place, scale)

    def _closed(self, painter: QPainter, place: QRectF, scale: DayScale) -> None:
        colours = theme.colours_of(self.palette())
        said = "geschlossen"
        painter.setFont(theme.face_font("small"))
        wide = theme.advance(said, "small") + 6
        spot = QRectF(scale.left, place.top() + 2, wide, place.height() - 3)
        painter.fillRect(spot, QColor(colours.panel))
        painter.setPen(QColor(colours.label))
        painter.drawText(spot, _LEFT, said)
