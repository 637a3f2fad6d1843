"""Painting the whole office: only the rows in view, shapes put down as ready pictures."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF
from PySide6.QtGui import QColor, QPainter, QPalette, QPen, QPixmap

from app.records.timeline import Look, OfficeTimeline, TimelineRow
from app.rules.calendar import Day
from ui import theme
from ui.onboarding import office_words
from ui.onboarding.axis import upright_days
from ui.onboarding.scale import Scale, Zoom
from ui.onboarding.shapes import SIZE, Shape, stamp
from ui.onboarding.typeface import Typeface
from ui.theme import Colours, Tone
from ui.widgets.runs import Run
from ui.words import STAGES

ROW = 28
COLUMNS = (("Fall", 208), ("Betreuung", 128), ("Phase", 116))
LEAST = 120  # pixels a label needs to be worth it


@dataclass(frozen=True)
class Seen:
    """What of the picture is in sight: these rows, each `high`, from `across` on `wide` pixels;
    row `current` and its mark `at` have the keys, `awake` while the keyboard is here."""

    rows: range
    high: float
    across: float
    wide: float
    current: int
    at: int
    awake: bool

    @property
    def end(self) -> float:
        return self.across + self.wide

    def holds(self, x: float, around: float) -> bool:
        """Whether something `around` both sides of a place is in sight."""
        return self.across - around <= x <= self.end + around


class OfficePainter:
    """Paints rows of one timeline; used for one frame."""

    def __init__(
        self,
        painter: QPainter,
        timeline: OfficeTimeline,
        scale: Scale,
        zoom: Zoom,
        seen: Seen,
        face: Typeface,
        palette: QPalette,
        unit: float,
    ) -> None:
        self._p = painter
        self._timeline = timeline
        self._scale = scale
        self._zoom = zoom
        self._seen = seen
        self._face = face
        self._palette = palette
        self._unit = unit
        self._colours: Colours = theme.colours_of(palette)
        self._stamps: dict[tuple[Shape, bool], tuple[QPixmap, float]] = {}
        self._first = scale.stretch.first.toordinal()
        self._last = scale.stretch.last.toordinal()

    def x(self, ordinal: int) -> float:
        """Where a day lies; very far ones in the columns beside."""
        if ordinal < self._first:
            return self._scale.earlier_x
        if ordinal > self._last:
            return self._scale.later_x
        return self._scale.left + (ordinal - self._first + 0.5) * self._scale.per_day

    def days(self) -> None:
        """The ground of the rows, the lines of the calendar and today's."""
        colours, seen = self._colours, self._seen
        for number in seen.rows:
            ground = QRectF(seen.across, number * seen.high, seen.wide, seen.high)
            self._p.fillRect(ground, QColor(self.ground(number)))
        top, bottom = seen.rows.start * seen.high, seen.rows.stop * seen.high
        self._p.setPen(QPen(QColor(colours.hairline), 1))
        for day in upright_days(self._scale, self._zoom):
            x = round(self._scale.edge(day)) + 0.5
            if seen.holds(x, 1):
                self._p.drawLine(QPointF(x, top), QPointF(x, bottom))
        today = self._scale.x(self._timeline.today)
        self._p.fillRect(QRectF(today - 1, top, 2, bottom - top), QColor(colours.accent))

    def ground(self, number: int) -> str:
        """The colour a row lies on."""
        if number == self._seen.current:
            return self._colours.selection
        return self._colours.panel if number % 2 else self._colours.aside

    def row(self, number: int) -> None:
        """Span, first working day, marks and label of one row; in the current row the label of
        the current mark, else of the next step."""
        timeline, colours, unit, seen = self._timeline, self._colours, self._unit, self._seen
        row = timeline.rows[number]
        middle = (number + 0.5) * seen.high
        mine = number == seen.current
        places = [self.x(timeline.days[each]) for each in range(row.first, row.end)]
        if places and places[-1] > places[0]:
            span = QRectF(places[0], middle - 3 * unit, places[-1] - places[0], 6 * unit)
            self._p.fillRect(span, QColor(colours.fill if mine else colours.selection))
        size = SIZE * unit
        start = self.x(_middle_of(row.work_start)) if row.work_start else None
        if start is not None and seen.holds(start, size):
            self._start(start, middle)
        pressing = sorted(
            (timeline.looks[each], x)
            for each, x in zip(range(row.first, row.end), places, strict=True)
            if seen.holds(x, size)
        )
        for look, x in pressing:  # the most pressing lies on top
            known = Look(look)
            self._put(office_words.SHAPES[known], x, middle, size, broken=known is Look.LATE)
        if row.barred and start is not None and seen.holds(start, size):
            self._put(Shape.BARRED, start, middle, size)
        walked = mine and row.first <= seen.at < row.end
        if walked and seen.holds(places[seen.at - row.first], 0):
            self._current(places[seen.at - row.first], middle)
        elif places:
            self._next(row, places, start, middle, self.ground(number))

    def names(self, top: float) -> None:
        """The columns of names beside the rows; the first row of all begins at `top`."""
        colours, unit, high = self._colours, self._unit, self._seen.high
        wide = sum(width for _, width in COLUMNS) * unit
        size = SIZE * unit
        for number in self._seen.rows:
            row = self._timeline.rows[number]
            y = top + number * high
            self._p.fillRect(QRectF(0, y, wide, high), QColor(self.ground(number)))
            if number == self._seen.current:
                self._p.fillRect(QRectF(0, y, 3, high), QColor(colours.accent))
            left = 16 * unit
            words = (row.name, row.advisor or "–", STAGES[row.stage])
            for column, (text, (_, width)) in enumerate(zip(words, COLUMNS, strict=True)):
                strong = column == 0
                end = left + width * unit - (16 if column == 0 else 0) * unit
                room = end - left - 8 * unit
                if column == 0 and (row.barred or row.late):
                    room -= size + 4 * unit
                    shape = Shape.BARRED if row.barred else Shape.LATE
                    self._put(shape, end - 8 * unit - size / 2, y + high / 2, size)
                self._p.setFont(self._face.font(strong=strong))
                self._p.setPen(QColor(colours.ink if strong else colours.second))
                shown = self._face.elided(Run(text, strong=strong), room)
                text_top = y + self._face.top_in(high)
                ready = self._face.ready(shown.text, strong=strong)
                self._p.drawStaticText(QPointF(left, text_top), ready)
                left = end

    def _next(
        self,
        row: TimelineRow,
        places: Sequence[float],
        start: float | None,
        middle: float,
        ground: str,
    ) -> None:
        """The label of the next step: right of its mark, at the edge it lies beyond, left of it, or
        behind the last mark where others are in the way."""
        half, gap, seen = SIZE * self._unit / 2, 4 * self._unit, self._seen
        label = runs = office_words.label(self._timeline, row.first)
        left = max(places[0] + half + gap, seen.across + gap)
        if left > seen.end:
            return
        if places[0] + half < seen.across:
            runs = (Run("‹ ", tone=Tone.SECOND), *runs)
        others = (*places, start) if start is not None else places
        further = min((x for x in others if x + half > left), default=seen.end + half)
        room = min(further - half - gap, seen.end) - left
        need = self._face.width(label)
        before = places[0] - half - gap - need
        is_clear = start is None or not before - half <= start <= places[0]
        if room < min(LEAST * self._unit, need) and before > seen.across and is_clear:
            left, room, runs = before, need + 1, label
        elif room < min(LEAST * self._unit, need):
            left = places[-1] + half + gap
            room = seen.end - left
            runs = (Run("als Nächstes ", tone=Tone.LABEL), *label)
        if room >= LEAST * self._unit:
            self._words(left, middle, runs, room, ground)

    def _start(self, x: float, middle: float) -> None:
        """The first working day: a pole as high as the row, its flag above the marks."""
        pole = self._seen.high - 4 * self._unit
        self._p.fillRect(QRectF(x - 1, middle - pole / 2, 2, pole), QColor(self._colours.ink))
        size = SIZE * self._unit
        self._put(Shape.START, x, middle - pole / 2 + size / 2, size)

    def _current(self, x: float, middle: float) -> None:
        """The whole label of the current mark on a ground of its own, and a ring around both."""
        seen, unit = self._seen, self._unit
        runs = office_words.label(self._timeline, seen.at)
        half, gap = SIZE * unit / 2, 4 * unit
        need = self._face.width(runs)
        left = x + half + gap
        if left + need > seen.end and x - half - gap - need >= seen.across:
            left = x - half - gap - need
        begin, end = min(x - half, left), max(x + half, left + need)
        rect = QRectF(begin - 3, middle - 11 * unit, end - begin + 8, 22 * unit)
        self._p.save()
        self._p.setRenderHint(QPainter.RenderHint.Antialiasing)
        colour = self._colours.accent if seen.awake else self._colours.edge
        self._p.setPen(QPen(QColor(colour), 2 if seen.awake else 1))
        self._p.setBrush(QColor(self._colours.panel))
        self._p.drawRoundedRect(rect, 4, 4)
        self._p.restore()
        look = office_words.look_of(self._timeline, seen.at)
        self._put(office_words.SHAPES[look], x, middle, SIZE * unit, broken=look is Look.LATE)
        self._words(left, middle, runs, need + 1, "")

    def _words(
        self, left: float, middle: float, runs: Sequence[Run], room: float, ground: str
    ) -> None:
        high = 20 * self._unit
        if ground:
            need = min(self._face.width(runs), room)
            rect = QRectF(left - 2, middle - high / 2, need + 4, high)
            self._p.fillRect(rect, QColor(ground))
        x = left
        for run in runs:
            rest = left + room - x
            wide = self._face.width((run,))
            shown = run if wide <= rest else self._face.elided(run, rest)
            self._p.setFont(self._face.font(strong=run.strong))
            self._p.setPen(theme.colour_of(self._palette, run.tone))
            ready = self._face.ready(shown.text, strong=run.strong)
            self._p.drawStaticText(QPointF(x, middle + self._face.top_in(0)), ready)
            if shown is not run:
                return
            x += wide

    def _put(self, shape: Shape, x: float, y: float, size: float, *, broken: bool = False) -> None:
        known = self._stamps.get((shape, broken))
        if known is None:
            picture = stamp(shape, size, self._colours, broken=broken)
            known = (picture, picture.width() / picture.devicePixelRatio() / 2)
            self._stamps[shape, broken] = known
        picture, half = known
        self._p.drawPixmap(QPointF(x - half, y - half), picture)


def _middle_of(day: Day) -> int:
    return (day.first.toordinal() + day.last.toordinal()) // 2


def column_rect(column: int, unit: float, bottom: int) -> QRect:
    """Where the heading of a column of names stands, above `bottom`."""
    left = 16 * unit + sum(width for _, width in COLUMNS[:column]) * unit
    left -= 16 * unit if column else 0
    high = round(24 * unit)
    return QRect(round(left), bottom - high, round(COLUMNS[column][1] * unit), high)
