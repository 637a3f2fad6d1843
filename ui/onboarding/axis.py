"""The axis of a timeline: calendar weeks, months, quarters or years along a scale."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from ui.onboarding.scale import Scale, Zoom, mondays_of, months_of, quarters_of
from ui.onboarding.typeface import Typeface
from ui.theme import Colours

EARLIER, LATER, UNDATED = "früher", "später", "ohne Datum"
# Height: one line of months, or two lines.
AXIS: Mapping[Zoom, int] = {Zoom.WEEKS: 38, Zoom.MONTHS: 24, Zoom.QUARTERS: 38, Zoom.YEAR: 38}
MONTHS = ("Jan", "Feb", "März", "Apr", "Mai", "Juni", "Juli", "Aug", "Sept", "Okt", "Nov", "Dez")
UPPER = 17  # height of the upper of two lines


def upright_days(scale: Scale, zoom: Zoom) -> list[date]:
    """The days before which a hairline runs down the picture."""
    if zoom is Zoom.WEEKS:
        return mondays_of(scale.stretch)
    return months_of(scale.stretch) if zoom is Zoom.MONTHS else quarters_of(scale.stretch)


class Axis:
    """Paints the days of one scale; `x` grows from the left end of the picture."""

    def __init__(
        self, painter: QPainter, scale: Scale, face: Typeface, colours: Colours, unit: float
    ) -> None:
        self._p = painter
        self._scale = scale
        self._face = face
        self._colours = colours
        self._unit = unit

    def paint(self, top: float, seen: QRectF, zoom: Zoom) -> None:
        """In the strip that starts at `top`, as far as `seen` shows it."""
        if zoom is Zoom.WEEKS:
            self._upper(top, seen, months_of(self._scale.stretch), zoom)
            self._weeks(top, seen)
        elif zoom is Zoom.MONTHS:
            self._months(top, seen)
        else:
            self._upper(top, seen, _years_of(self._scale), zoom)
            self._quarters(top, seen, zoom)
        self._p.setFont(self._face.small)
        self._p.setPen(QColor(self._colours.second))
        for x, wide, text in self._columns():
            rect = QRectF(x - wide / 2, top, wide, 19 * self._unit)
            self._p.drawText(rect, int(Qt.AlignmentFlag.AlignCenter), text)

    def _upper(self, top: float, seen: QRectF, starts: Sequence[date], zoom: Zoom) -> None:
        """Months above weeks, years above quarters; named as long as they are in view."""
        scale, unit = self._scale, self._unit
        ends = [*(scale.edge(day) for day in starts[1:]), scale.end]
        for day, end in zip(starts, ends, strict=True):
            x = scale.edge(day)
            if end < seen.left() or x > seen.right():
                continue
            self._tick(x, top + 2, top + AXIS[zoom] * unit)
            text = str(day.year)
            if zoom is Zoom.WEEKS:
                text = f"{MONTHS[day.month - 1]} {day.year}"
            wide = self._face.ready_small(text, strong=True).size().width()
            left = max(x, seen.left()) + 3 * unit
            if left + wide + 3 * unit <= end:
                self._words(left, top + 1, text, strong=True)

    def _weeks(self, top: float, seen: QRectF) -> None:
        """Each Monday its calendar week (ISO 8601, as German calendars count) and its day."""
        scale, unit = self._scale, self._unit
        foot = top + AXIS[Zoom.WEEKS] * unit
        for monday in mondays_of(scale.stretch):
            x = scale.edge(monday)
            if not seen.left() - 100 * unit <= x <= seen.right():
                continue
            self._tick(x, top + UPPER * unit, foot)
            for day in range(1, 7):
                self._tick(x + day * scale.per_day, foot - 3 * unit, foot)
            week = monday.isocalendar().week
            self._words(x + 3 * unit, top + UPPER * unit, f"KW {week} · {monday.day}.")

    def _months(self, top: float, seen: QRectF) -> None:
        scale, unit = self._scale, self._unit
        foot = top + AXIS[Zoom.MONTHS] * unit
        skip = max(1, round(0.5 + 34 * unit / (30.4 * scale.per_day)))
        free = 0.0
        for number, month in enumerate(months_of(scale.stretch)):
            january = month.month == 1
            if number % skip and not january:
                continue
            x = scale.edge(month)
            if x < free:
                continue
            if not seen.left() - 100 * unit <= x <= seen.right():
                continue
            self._tick(x, top + 2, foot)
            text = str(month.year) if january else MONTHS[month.month - 1]
            if january and scale.per_day * 30.4 > 60 * unit:
                text = f"Jan {month.year}"
            free = self._words(x + 3 * unit, top + 1, text, strong=january)
        if scale.per_day * 7 >= 6 * unit:
            for monday in mondays_of(scale.stretch):
                x = scale.edge(monday)
                if seen.left() <= x <= seen.right():
                    self._tick(x, foot - 4 * unit, foot)

    def _quarters(self, top: float, seen: QRectF, zoom: Zoom) -> None:
        scale, unit = self._scale, self._unit
        foot = top + AXIS[zoom] * unit
        for month in months_of(scale.stretch):
            x = scale.edge(month)
            if not seen.left() - 100 * unit <= x <= seen.right():
                continue
            if month.month % 3 != 1:
                self._tick(x, foot - 4 * unit, foot)
                continue
            self._tick(x, top + UPPER * unit, foot)
            name = f"Q{month.month // 3 + 1}"
            wide = self._face.ready_small(name, strong=False).size().width() + 6 * unit
            if 91 * scale.per_day >= wide:
                self._words(x + 3 * unit, top + UPPER * unit, name)

    def _columns(self) -> list[tuple[float, float, str]]:
        """Middle, width and name of the columns beside the days."""
        scale = self._scale
        found = []
        if scale.earlier_x < scale.left - 9 * self._unit:
            found.append((scale.earlier_x, 2 * scale.earlier_x, EARLIER))
        if scale.later_x > scale.end:
            found.append((scale.later_x, 2 * (scale.later_x - scale.end), LATER))
        start = scale.end + max(0.0, 2 * (scale.later_x - scale.end))
        if scale.undated_x > start:
            found.append((scale.undated_x, 2 * (scale.undated_x - start), UNDATED))
        return found

    def _tick(self, x: float, top: float, foot: float) -> None:
        self._p.setPen(QPen(QColor(self._colours.edge), 1))
        self._p.drawLine(QPointF(x, top), QPointF(x, foot))

    def _words(self, left: float, top: float, text: str, *, strong: bool = False) -> float:
        """Words on their own ground, behind which today's line passes; returns their end."""
        words = self._face.ready_small(text, strong=strong)
        wide, high = words.size().width(), words.size().height()
        top += (15 * self._unit - high) / 2
        self._p.fillRect(QRectF(left, top, wide, high), QColor(self._colours.panel))
        self._p.setFont(self._face.small_bold if strong else self._face.small)
        self._p.setPen(QColor(self._colours.ink if strong else self._colours.second))
        self._p.drawStaticText(QPointF(left, top), words)
        return left + wide


def _years_of(scale: Scale) -> list[date]:
    first, last = scale.stretch.first, scale.stretch.last
    return [first, *(date(year, 1, 1) for year in range(first.year + 1, last.year + 1))]
