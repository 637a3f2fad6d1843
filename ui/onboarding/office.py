"""The whole office in one picture: a row a case, its open milestones on one scale."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QToolTip, QWidget

from app.records.timeline import OfficeTimeline, TimelineRow
from ui import theme
from ui.onboarding import heard_items, office_heard, office_words
from ui.onboarding.axis import AXIS, LATER, Axis
from ui.onboarding.flags import FLAG
from ui.onboarding.office_painting import COLUMNS, ROW, OfficePainter, Seen, column_rect
from ui.onboarding.scale import Scale, uniform
from ui.onboarding.shapes import SIZE
from ui.onboarding.sheet import Sheet, bring
from ui.widgets.runs import Run

ENOUGH = (800, 1000)  # pixels at 100 % from which a second and a third column have room


class OfficeSheet(Sheet):
    """`chosen(case)` when another row is the current one, `opened(case, step)` with Enter or a
    double click (step 0 where the case has no mark), `unfiltered()` with Esc.

    Up and down walk the rows, left and right the marks of a row, Home and End lead to its ends,
    with Ctrl to those of the list. Only what is visible is painted, nothing is laid out before.
    """

    chosen = Signal(int)
    opened = Signal(int, int)
    unfiltered = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        office_heard.install()
        super().__init__(parent)
        self.setAccessibleName("Alle Fälle auf der Zeitachse")
        self.timeline: OfficeTimeline | None = None
        self._scale: Scale | None = None
        self._high = float(ROW)
        self._wish: float | None = None
        self.mark = -1

    @property
    def rows(self) -> tuple[TimelineRow, ...]:
        return self.timeline.rows if self.timeline else ()

    def scale(self) -> Scale | None:
        return self._scale

    def place_to_keep(self) -> float | None:
        """The current mark where it is in sight, else today."""
        timeline, scale = self.timeline, self._scale
        if timeline is None or scale is None:
            return None
        if self.mark >= 0 and self._is_seen(self.current):
            day = date.fromordinal(timeline.days[self.mark])
            if 0 <= scale.x(day) - self.across() <= self.room()[0]:
                return scale.x(day)
        return scale.x(timeline.today)

    def set_timeline(self, timeline: OfficeTimeline) -> None:
        """Show these cases; the current case, its mark and the place stay where they can."""
        first = self.timeline is None
        case = self.current_case()
        step = self.timeline.steps[self.mark] if self.timeline and self.mark >= 0 else None
        self.timeline = timeline
        self._lay_out()
        found = next((at for at, row in enumerate(timeline.rows) if row.case == case), -1)
        self.current = found if found >= 0 else min(0, len(timeline.rows) - 1)
        self.mark = self._mark_of(step)
        if first:
            self._scroll_to_today()
        if found < 0 < len(timeline.rows) and not first:
            self.verticalScrollBar().setValue(0)
        self.viewport().update()

    def current_case(self) -> int | None:
        """The id of the current row's case."""
        return self.rows[self.current].case if 0 <= self.current < len(self.rows) else None

    def choose(self, case: int | None) -> None:
        """Make a case the current one without telling, and bring it into view."""
        at = next((at for at, row in enumerate(self.rows) if row.case == case), -1)
        if at >= 0:
            self.current = at
            self.mark = self._mark_of(None)
            self._reveal()
            self.viewport().update()

    def row_rect(self, at: int) -> QRect:
        """Where a row lies on the screen."""
        top = self._head + round(at * self._high) - self.down()
        place = self.viewport().mapToGlobal(QPoint(0, top))
        return QRect(place.x(), place.y(), self.viewport().width(), round(self._high))

    def mark_rect(self, at: int) -> QRect:
        """Where a mark lies on the screen."""
        row = next(number for number, row in enumerate(self.rows) if row.first <= at < row.end)
        side = round(SIZE * self._unit)
        found = self.row_rect(row)
        x = found.x() + self._names + round(self._x(at)) - self.across()
        return QRect(x - side // 2, found.center().y() - side // 2, side, side)

    def row_at_global(self, x: int, y: int) -> int:
        """The number of the row at a place of the screen, -1 for none."""
        place = self.viewport().mapFromGlobal(QPoint(x, y))
        return self._row_at(place) if self.viewport().rect().contains(place) else -1

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        colours = theme.colours_of(self.palette())
        painter.fillRect(event.rect(), QColor(colours.panel))
        timeline, scale = self.timeline, self._scale
        if timeline is None or scale is None:
            return
        wide, high = self.viewport().width(), self.viewport().height()
        across, down = self.across(), self.down()
        body = QRect(self._names, self._head, wide - self._names, high - self._head)
        asked = body.intersected(event.rect().adjusted(-wide, 0, wide, 0))
        first = int((asked.top() - self._head + down) / self._high)
        last = min(int((asked.bottom() - self._head + down) / self._high) + 1, len(timeline.rows))
        seen = Seen(
            rows=range(first, max(first, last)),
            high=self._high,
            across=across,
            wide=body.width(),
            current=self.current,
            at=self.mark,
            awake=self.hasFocus(),
        )
        drawn = OfficePainter(
            painter, timeline, scale, self._zoom, seen, self._face, self.palette(), self._unit
        )
        painter.setClipRect(body)
        painter.translate(self._names - across, self._head - down)
        drawn.days()
        for number in seen.rows:
            drawn.row(number)
        painter.resetTransform()
        painter.setClipRect(QRect(0, self._head, self._names, high - self._head))
        drawn.names(self._head - down)
        if event.rect().top() < self._head:
            self._paint_head(painter, timeline, scale)
        painter.setClipping(False)
        painter.setPen(QPen(QColor(colours.hairline)))
        painter.drawLine(self._names - 1, 0, self._names - 1, high)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Up and down, what is painted moves along and only new rows are painted."""
        wide, high = self.viewport().width(), self.viewport().height()
        if dx or abs(dy) >= high - self._head:
            self.viewport().update()
        else:
            self.viewport().scroll(0, dy, QRect(0, self._head, wide, high - self._head))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        whole = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        page = max(1, int(self.room()[1] / self._high) - 1)
        rows = {
            Qt.Key.Key_Up: -1,
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_PageUp: -page,
            Qt.Key.Key_PageDown: page,
        }
        if not self.rows:
            super().keyPressEvent(event)
        elif key in rows:
            self._to_row(self.current + rows[key])
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self._along(-1 if key == Qt.Key.Key_Left else 1)
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            first = key == Qt.Key.Key_Home
            if whole:
                self._to_row(0 if first else len(self.rows) - 1)
            else:
                row = self.rows[self.current]
                self._to_mark(row.first if first else row.end - 1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open()
        elif key == Qt.Key.Key_Escape:
            self.unfiltered.emit()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = event.position().toPoint()
        row = self._row_at(place)
        if row >= 0 and event.button() is Qt.MouseButton.LeftButton:
            hit = self._hit(row, place)
            self._go(row, hit if hit >= 0 else self._mark_in(row))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()  # the press was the choice

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self._row_at(event.position().toPoint()) >= 0:
            self._open()

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            row, timeline = self._row_at(event.pos()), self.timeline
            if row < 0 or timeline is None:
                QToolTip.hideText()
                return True
            hit = self._hit(row, event.pos())
            told = office_words.row(timeline, timeline.rows[row])
            if hit >= 0:
                told = f"{office_words.mark(timeline, hit)}\n{timeline.rows[row].name}"
            QToolTip.showText(event.globalPos(), told, self)
            return True
        return super().viewportEvent(event)

    def _lay_out(self) -> None:
        timeline = self.timeline
        if timeline is None:
            return
        self._measure()
        wide = self.viewport().width() / self._unit
        columns = COLUMNS[: 1 + sum(wide >= least for least in ENOUGH)]
        self._names = round(sum(width for _, width in columns) * self._unit)
        self._high = float(round(ROW * self._unit))
        self._head = round((FLAG + AXIS[self._zoom] + 4) * self._unit)
        ends = [
            day
            for row in timeline.rows
            if row.first < row.end
            for day in (timeline.days[row.first], timeline.days[row.end - 1])
        ]
        days = [date.fromordinal(day) for day in (min(ends), max(ends))] if ends else []
        starts = [row.work_start.on for row in timeline.rows if row.work_start]
        if starts:
            days += [min(starts), max(starts)]
        beside = self._face.small_metrics.horizontalAdvance(LATER) + 20 * self._unit
        self._scale = uniform(
            days, timeline.today, self._zoom, self.room()[0], unit=self._unit, beside=beside
        )
        self._set_ranges(self._scale.width, len(timeline.rows) * self._high, self._high)
        self.viewport().update()

    def _paint_head(self, painter: QPainter, timeline: OfficeTimeline, scale: Scale) -> None:
        colours = theme.colours_of(self.palette())
        wide, across = self.viewport().width(), self.across()
        painter.setClipRect(QRect(self._names, 0, wide - self._names, self._head))
        painter.translate(self._names - across, 0)
        top = self._head - AXIS[self._zoom] * self._unit
        axis = Axis(painter, scale, self._face, colours, self._unit)
        badge = f"heute {timeline.today:%d.%m.}"
        half = self._face.width([Run(badge, strong=True)]) / 2 + 6 * self._unit
        x = scale.x(timeline.today)
        painter.fillRect(QRectF(x - 1, top, 2, self._head - top), QColor(colours.accent))
        axis.paint(top, QRectF(across, 0, wide - self._names, self._head), self._zoom)
        flag = QRectF(x - half, top - FLAG * self._unit + 1, 2 * half, FLAG * self._unit - 2)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.accent))
        painter.drawRoundedRect(flag, 4, 4)
        painter.restore()
        painter.setFont(self._face.font(strong=True))
        painter.setPen(QColor(colours.on_accent))
        painter.drawText(flag, int(Qt.AlignmentFlag.AlignCenter), badge)
        painter.resetTransform()
        painter.setClipping(False)
        painter.setPen(QPen(QColor(colours.hairline)))
        painter.drawLine(0, self._head - 1, wide, self._head - 1)
        painter.setFont(self._face.font(strong=False))
        painter.setPen(QColor(colours.second))
        for number, (name, _) in enumerate(COLUMNS):
            rect = column_rect(number, self._unit, self._head)
            if rect.left() < self._names:
                painter.drawText(rect, int(Qt.AlignmentFlag.AlignLeft), name)

    def _x(self, at: int) -> float:
        assert self.timeline is not None and self._scale is not None  # noqa: S101, PT018
        return self._scale.x(date.fromordinal(self.timeline.days[at]))

    def _row_at(self, place: QPoint) -> int:
        if place.y() < self._head:
            return -1
        row = int((place.y() - self._head + self.down()) / self._high)
        return row if row < len(self.rows) else -1

    def _hit(self, row: int, place: QPoint) -> int:
        """The mark of a row below a place, -1 for none."""
        if place.x() < self._names:
            return -1
        x = place.x() - self._names + self.across()
        found = self.rows[row]
        near = [(abs(self._x(at) - x), at) for at in range(found.first, found.end)]
        if not near or min(near)[0] > (SIZE / 2 + 3) * self._unit:
            return -1
        return min(near)[1]

    def _mark_of(self, step: int | None) -> int:
        """The place of a step in the current row, else its first mark, -1 without one."""
        if not 0 <= self.current < len(self.rows) or self.timeline is None:
            return -1
        row = self.rows[self.current]
        for at in range(row.first, row.end):
            if self.timeline.steps[at] == step:
                return at
        return row.first if row.first < row.end else -1

    def _mark_in(self, number: int) -> int:
        """The mark of a row nearest to where one came from along the axis."""
        row, wish = self.rows[number], self._wish
        if row.first == row.end:
            return -1
        if wish is None:
            return row.first
        return min(range(row.first, row.end), key=lambda at: abs(self._x(at) - wish))

    def _to_row(self, number: int) -> None:
        number = min(max(number, 0), len(self.rows) - 1)
        wish = self._wish
        self._go(number, self._mark_in(number))
        self._wish = wish

    def _along(self, way: int) -> None:
        row = self.rows[self.current]
        if row.first <= self.mark + way < row.end:
            self._to_mark(self.mark + way)

    def _to_mark(self, at: int) -> None:
        row = self.rows[self.current]
        if row.first <= at < row.end:
            self._go(self.current, at)
            self._wish = self._x(at)

    def _go(self, number: int, at: int) -> None:
        if (number, at) == (self.current, self.mark):
            return
        other = number != self.current
        self.current, self.mark = number, at
        self._reveal()
        self.viewport().update()
        heard_items.tell_focus(self)
        if other:
            self.chosen.emit(self.rows[number].case)

    def _open(self) -> None:
        case = self.current_case()
        if case is not None and self.timeline is not None:
            step = self.timeline.steps[self.mark] if self.mark >= 0 else 0
            self.opened.emit(case, step)

    def _is_seen(self, number: int) -> bool:
        top = number * self._high - self.down()
        return number >= 0 and -self._high < top < self.room()[1]

    def _reveal(self) -> None:
        wide, high = self.room()
        top = self.current * self._high
        bring(self.verticalScrollBar(), top, top + self._high, high)
        if self.mark >= 0:
            x = self._x(self.mark)
            bring(self.horizontalScrollBar(), x - 24, x + 24, wide)

    def _scroll_to_today(self) -> None:
        """A quarter of the room is what was, the rest what comes."""
        if self._scale is not None and self.timeline is not None:
            x = self._scale.x(self.timeline.today)
            self.horizontalScrollBar().setValue(round(x - self.room()[0] / 4))
