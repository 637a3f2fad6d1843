"""The days before a deadline as bars: when an office is open, and its last slot."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.rules.hours import Slot
from app.rules.openings import LastOpening
from ui import theme
from ui.widgets import opening_words
from ui.widgets.opening_words import DayRow

ROW, BAR, AXIS, RADIUS, GAP = 20, 15, 18, 3, 8  # pixels at 100 %
FROM, UNTIL = 8, 18  # hours that are always shown
LINES = 5  # pixels between two lines of a hatching
LEAST = 4  # letters that a shortened word keeps
HOURS = (2, 3, 4, 6)  # hours between two marks of the axis
LAST, SHORT = "letzter Termin", "zuletzt"
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_MIDDLE = int(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter)


class OpeningDays(QWidget):
    """Painted by itself; its accessible description and tool tip say all of it in words."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._last: LastOpening | None = None
        self._rows: tuple[DayRow, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Base)

    def set_opening(self, last: LastOpening) -> None:
        """Show the days up to a deadline."""
        self._last, self._rows = last, opening_words.rows(last)
        self.setAccessibleName(opening_words.title(last))
        self.setAccessibleDescription(opening_words.spoken(last))
        self.setToolTip(opening_words.spoken(last).replace("; ", "\n").replace(": ", ":\n", 1))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        high = AXIS + ROW * len(self._rows)
        return QSize(theme.px(self, 240), theme.px(self, high))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(self, 160), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        if self._last is None or not self._rows:
            return
        painter = QPainter(self)
        _Picture(self, painter, self._last, self._rows).paint()
        painter.end()


class _Picture:
    """One painting: the scale of the hours, then a row for each day."""

    def __init__(
        self, widget: QWidget, painter: QPainter, last: LastOpening, rows: tuple[DayRow, ...]
    ) -> None:
        self._p = painter
        self._last = last
        self._rows = rows
        self._colours = theme.colours_of(widget.palette())
        self._unit = theme.px(widget, 100) / 100
        self._wide = widget.width()
        self._left = max(
            theme.advance(row.label, "strong" if row.is_last else None, figures=True)
            for row in rows
        ) + self._px(GAP)
        edges = [edge for row in rows for slot in row.slots for edge in (slot.start, slot.end)]
        self._from = min([FROM * 60, *(edge // 60 * 60 for edge in edges)])
        self._until = max([UNTIL * 60, *(-(-edge // 60) * 60 for edge in edges)])

    def paint(self) -> None:
        self._axis()
        top = self._px(AXIS)
        for row in self._rows:
            self._day(row, QRectF(0, top, self._wide, self._px(ROW)))
            top += self._px(ROW)

    def _axis(self) -> None:
        self._p.setFont(theme.face_font("small", figures=True))
        bottom = self._px(AXIS) + self._px(ROW) * len(self._rows)
        for minute in self._marks():
            x = self._x(minute)
            self._p.setPen(QPen(QColor(self._colours.hairline), 1))
            self._p.drawLine(int(x), self._px(AXIS) - 2, int(x), bottom)
            self._p.setPen(QColor(self._colours.label))
            wide = self._px(32)
            left = min(x - wide / 2, self._wide - wide / 2 - self._px(8))
            self._p.drawText(QRectF(left, 0, wide, self._px(AXIS) - 2), _MIDDLE, str(minute // 60))

    def _marks(self) -> range:
        """Full hours, so far apart that their numbers stand clear of each other."""
        room = self._px(26)
        each = next(
            (hours for hours in HOURS if self._x(hours * 60) - self._x(0) >= room), HOURS[-1]
        )
        first = -(-self._from // (each * 60)) * each * 60
        return range(first, self._until + 1, each * 60)

    def _day(self, row: DayRow, place: QRectF) -> None:
        colours = self._colours
        self._p.setPen(QPen(QColor(colours.hairline), 1))
        self._p.drawLine(0, int(place.top()), self._wide, int(place.top()))
        self._p.setFont(theme.face_font("strong" if row.is_last else None, figures=True))
        self._p.setPen(QColor(colours.ink))
        self._p.drawText(place, _LEFT, row.label)
        for slot in row.slots:
            self._bar(slot, place)
            for start, end in row.away:
                self._hatched(max(start, slot.start), min(end, slot.end), place)
        if row.is_last:
            self._bar(Slot(self._last.start, self._last.end), place, is_last=True)
        if row.is_last:
            self._beside(place, row)
        elif row.words:
            self._aside(row.words, place, row)

    def _bar(self, slot: Slot, place: QRectF, *, is_last: bool = False) -> None:
        """One slot; what must be arranged is dashed and empty."""
        colours = self._colours
        rect = self._rect(slot.start, slot.end, place)
        pen = QPen(QColor(colours.accent if slot.sure else colours.edge), 1)
        ground = QColor(colours.accent if is_last else colours.selection)
        if not slot.sure:
            pen.setStyle(Qt.PenStyle.DashLine)
            ground = QColor(colours.panel)
        self._p.save()
        self._p.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._p.setPen(pen)
        self._p.setBrush(ground)
        self._p.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)
        self._p.restore()

    def _hatched(self, start: int, end: int, place: QRectF) -> None:
        """Open, but everybody who may go is on duty."""
        if end <= start:
            return
        inside = self._rect(start, end, place).adjusted(1, 1, -1, -1)
        self._p.save()
        self._p.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._p.setClipRect(inside)
        self._p.fillRect(inside, QColor(self._colours.panel))
        self._p.setPen(QPen(QColor(self._colours.label), self._unit))
        step, high = LINES * self._unit, inside.height()
        for count in range(int((inside.width() + high) / step) + 1):
            x = inside.left() + count * step
            self._p.drawLine(QPointF(x - high, inside.bottom()), QPointF(x, inside.top()))
        self._p.restore()

    def _rect(self, start: int, end: int, place: QRectF) -> QRectF:
        left, high = self._x(start), self._px(BAR)
        return QRectF(left, place.center().y() - high / 2, self._x(end) - left, high)

    def _beside(self, place: QRectF, row: DayRow) -> None:
        """Words at the last slot: behind it, before it or on it, where they stand clear."""
        times = f"{LAST} {opening_words.span(self._last.start, self._last.end)}"
        start, end = self._x(self._last.start), self._x(self._last.end)
        behind = self._x(max(self._last.end, row.slots[-1].end))
        opened = max(slot.start for slot in row.slots if slot.start <= self._last.start)
        ended = [self._x(slot.end) for slot in row.slots if slot.end <= opened]
        before = max([self._left, *ended])
        font = theme.face_font("small", figures=True)
        font.setWeight(QFont.Weight.DemiBold)
        self._p.setFont(font)
        gap = self._px(GAP)
        for words in (times, LAST, SHORT):
            wide = self._p.fontMetrics().horizontalAdvance(words)
            if behind + gap + wide <= self._wide:
                self._write(words, place, behind + gap, self._colours.accent)
                return
            if before + gap + wide <= self._x(opened) - gap:
                self._write(words, place, self._x(opened) - gap - wide, self._colours.accent)
                return
            if wide + gap <= end - start:
                self._p.setPen(QColor(self._colours.on_accent))
                self._p.drawText(
                    QRectF(start, place.top(), end - start, place.height()), _MIDDLE, words
                )
                return

    def _aside(self, text: str, place: QRectF, row: DayRow) -> None:
        """Words behind the bars, before them, or in place of them; shortened where they do not
        fit."""
        self._p.setFont(theme.face_font("small"))
        wide = self._p.fontMetrics().horizontalAdvance(text)
        left: float = self._left + self._px(GAP / 2)
        if row.slots:
            first = self._x(row.slots[0].start) - self._px(GAP)
            end = self._x(row.slots[-1].end) + self._px(GAP)
            left = left if end + wide > self._wide and left + wide <= first else end
        room = int(self._wide - left)
        words = self._p.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room)
        if words == text or len(words) > LEAST:
            self._write(words, place, left, self._colours.second)

    def _write(self, words: str, place: QRectF, left: float, colour: str) -> None:
        """The lines of the hours break behind the words."""
        wide = self._p.fontMetrics().horizontalAdvance(words)
        ground = QRectF(left - 2, place.top() + 1, wide + 4, place.height() - 1)
        self._p.fillRect(ground, QColor(self._colours.panel))
        self._p.setPen(QColor(colour))
        self._p.drawText(ground.adjusted(2, -1, 0, 0), _LEFT, words)

    def _x(self, minute: int) -> float:
        room = self._wide - self._left - 1
        return self._left + room * (minute - self._from) / (self._until - self._from)

    def _px(self, length: float) -> int:
        return round(length * self._unit)
