"""Painting a timeline: only what lies in the rectangle asked for."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPalette, QPen

from ui import theme
from ui.onboarding.arrange import LANE_PAD, ROW, Lane, Mark, Picture
from ui.onboarding.axis import Axis, upright_days
from ui.onboarding.flags import FLAG, Flag
from ui.onboarding.scale import Zoom
from ui.onboarding.shapes import SIZE, paint_shape
from ui.onboarding.typeface import Typeface
from ui.theme import Colours
from ui.widgets.runs import Run
from ui.widgets.step_words import is_broken

_MIDDLE = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


class Painter:
    """Paints the parts of one picture; y grows down from the top of the first lane."""

    def __init__(
        self, painter: QPainter, picture: Picture, face: Typeface, palette: QPalette, unit: float
    ) -> None:
        self._p = painter
        self._picture = picture
        self._face = face
        self._palette = palette
        self._unit = unit
        self._colours: Colours = theme.colours_of(palette)

    def lanes(self, seen: QRectF, zoom: Zoom, flags: Sequence[Flag]) -> None:
        """Stripes, spans, lines and marks of the lanes in `seen`."""
        visible = [
            (number, lane)
            for number, lane in enumerate(self._picture.lanes)
            if lane.top < seen.bottom() and lane.top + lane.height > seen.top()
        ]
        lines = self._lines(zoom, flags, seen)
        for number, lane in visible:
            self._stripe(lane, number, seen)
            self._behind(lane, lines)
        for _, lane in visible:
            for at in lane.marks:
                mark = self._picture.marks[at]
                if mark.right >= seen.left() - 2 and mark.left <= seen.right() + 2:
                    self._mark(mark)
            if lane.summary:
                self._words(lane.summary_x, lane.top + self._half_row(), lane.summary)

    def ring(self, mark: Mark, *, awake: bool) -> None:
        """The frame around the current mark, heavy while the keyboard is here."""
        half = ROW * self._unit / 2 - 1
        rect = QRectF(mark.left - 2, mark.y - half, mark.right - mark.left + 6, 2 * half)
        self._p.save()
        self._p.setRenderHint(QPainter.RenderHint.Antialiasing)
        colour = QColor(self._colours.accent if awake else self._colours.edge)
        self._p.setPen(QPen(colour, 2 if awake else 1))
        self._p.setBrush(Qt.BrushStyle.NoBrush)
        self._p.drawRoundedRect(rect, 4, 4)
        self._p.restore()

    def axis(self, top: float, seen: QRectF, zoom: Zoom) -> None:
        """The days, in the strip that starts at `top`."""
        axis = Axis(self._p, self._picture.scale, self._face, self._colours, self._unit)
        axis.paint(top, seen, zoom)

    def flags(self, flags: Sequence[Flag], bottom: float, foot: float) -> None:
        """The names of the anchors, and today's badge with its line down to `foot`, above the axis
        that begins at `bottom`."""
        rows = 1 + max((flag.row for flag in flags if flag.text), default=0)
        high = FLAG * self._unit
        for flag in reversed([flag for flag in flags if flag.text]):
            top = bottom - (rows - flag.row) * high
            rect = QRectF(flag.left, top, flag.right - flag.left, high)
            colours = self._colours
            if flag.kind is None:
                line = QRectF(flag.x - 1, top + high, 2, foot - top - high)
                self._p.fillRect(line, QColor(colours.accent))
                self._p.setRenderHint(QPainter.RenderHint.Antialiasing)
                self._p.setPen(Qt.PenStyle.NoPen)
                self._p.setBrush(QColor(colours.accent))
                self._p.drawRoundedRect(rect.adjusted(0, 1, 0, -1), 4, 4)
                self._p.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
                self._p.setFont(self._face.font(strong=True))
                self._p.setPen(QColor(colours.on_accent))
                self._p.drawText(rect, int(Qt.AlignmentFlag.AlignCenter), flag.text)
                continue
            self._p.setPen(QPen(QColor(colours.edge), 1))
            self._p.drawLine(QPointF(flag.x, top + 4), QPointF(flag.x, bottom))
            self._p.setFont(self._face.font(strong=flag.barred))
            self._p.setPen(QColor(colours.red if flag.barred else colours.ink))
            self._p.drawText(rect.adjusted(0, 0, 2, 0), _MIDDLE, flag.text)

    def _stripe(self, lane: Lane, number: int, seen: QRectF) -> None:
        rect = QRectF(seen.left(), lane.top, seen.width(), lane.height)
        self._p.fillRect(rect, QColor(self._colours.panel if number % 2 else self._colours.aside))
        if lane.span:
            left, right = lane.span
            self._p.save()
            self._p.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._p.setPen(Qt.PenStyle.NoPen)
            finished = lane.phase.total and lane.phase.done == lane.phase.total
            ground = self._colours.pressed if finished else self._colours.selection
            self._p.setBrush(QColor(ground))
            self._p.drawRoundedRect(QRectF(left, lane.top + 1, right - left, lane.height - 2), 3, 3)
            self._p.restore()

    def _lines(self, zoom: Zoom, flags: Sequence[Flag], seen: QRectF) -> list[tuple[float, QPen]]:
        """Where upright lines stand in `seen`, from back to front: months, end, anchors, today."""
        scale, colours = self._picture.scale, self._colours
        pen = QPen(QColor(colours.hairline), 1)
        found = [(round(scale.edge(day)) + 0.5, pen) for day in upright_days(scale, zoom)]
        if scale.stretch.later or scale.undated_x > scale.end:
            dashed = QPen(QColor(colours.edge), 1, Qt.PenStyle.DashLine)
            found.append((round(scale.end) + 0.5, dashed))
        for flag in reversed(flags):
            today = flag.kind is None
            colour = QColor(colours.accent if today else colours.edge)
            found.append((flag.x, QPen(colour, 2 if today else 1)))
        return [(x, pen) for x, pen in found if seen.left() - 2 <= x <= seen.right() + 2]

    def _behind(self, lane: Lane, lines: Sequence[tuple[float, QPen]]) -> None:
        """Lines through a lane that pass behind words and marks."""
        high, pad = ROW * self._unit, LANE_PAD * self._unit
        for row in range(lane.rows):
            taken = self._picture.taken(lane, row)
            top = lane.top + pad + row * high if row else lane.top
            last = row == lane.rows - 1
            bottom = lane.top + lane.height if last else lane.top + pad + (row + 1) * high
            for x, pen in lines:
                if not any(left - 1 <= x <= right + 1 for left, right in taken):
                    self._p.setPen(pen)
                    self._p.drawLine(QPointF(x, top), QPointF(x, bottom))

    def _mark(self, mark: Mark) -> None:
        paint_shape(
            self._p,
            QPointF(mark.x, mark.y),
            SIZE * self._unit,
            mark.shape,
            self._colours,
            broken=is_broken(mark.step),
        )
        if mark.label:
            self._words(mark.words, mark.y, mark.label)

    def _words(self, x: float, middle: float, runs: Sequence[Run]) -> None:
        high = ROW * self._unit
        for run in runs:
            self._p.setFont(self._face.font(strong=run.strong))
            self._p.setPen(theme.colour_of(self._palette, run.tone))
            wide = self._face.width([run])
            self._p.drawText(QRectF(x, middle - high / 2, wide + 4, high), _MIDDLE, run.text)
            x += wide

    def _half_row(self) -> float:
        return (LANE_PAD + ROW / 2) * self._unit


def paint_names(
    painter: QPainter,
    picture: Picture,
    rect: QRect,
    down: int,
    face: Typeface,
    palette: QPalette,
    *,
    current: int,
    unit: float,
) -> None:
    """The column of phases in `rect`, scrolled by `down`; the lane `current` is marked."""
    colours = theme.colours_of(palette)
    row = round((ROW + 2 * LANE_PAD) * unit)
    for number, lane in enumerate(picture.lanes):
        top = round(lane.top) + rect.top() - down
        if top > rect.bottom() or top + lane.height < rect.top():
            continue
        stripe = QRect(rect.left(), top, rect.width(), round(lane.height) + 1)
        painter.fillRect(stripe, QColor(colours.panel if number % 2 else colours.aside))
        if number == current:
            painter.fillRect(QRect(0, top, 3, stripe.height()), QColor(colours.accent))
        place = QRect(rect.left(), top, rect.width(), row)
        _lane_name(
            painter, place, number, lane, face, palette, current=number == current, unit=unit
        )


def _lane_name(
    painter: QPainter,
    rect: QRect,
    number: int,
    lane: Lane,
    face: Typeface,
    palette: QPalette,
    *,
    current: bool,
    unit: float,
) -> None:
    colours = theme.colours_of(palette)
    painter.setFont(face.font(strong=current))
    painter.setPen(QColor(colours.ink if current else colours.second))
    count = f"{lane.phase.done}/{lane.phase.total}" if lane.phase.total else "–"
    strong = current
    wide = face.width([Run(count, strong=strong)])
    right = rect.right() - round(12 * unit)
    painter.drawText(QRectF(right - wide, rect.top(), wide + 2, rect.height()), _MIDDLE, count)
    lead = QRectF(rect.left(), rect.top(), 28 * unit, rect.height())
    painter.drawText(
        lead, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), str(number + 1)
    )
    left = rect.left() + 36 * unit
    name = face.elided(Run(lane.phase.title, strong=strong), right - wide - 8 * unit - left)
    painter.setPen(QColor(colours.ink))
    painter.drawText(QRectF(left, rect.top(), right - left, rect.height()), _MIDDLE, name.text)
