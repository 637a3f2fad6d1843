"""The week as a heat map: weekdays as rows, hours as columns, a number in every cell."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QBrush,
    QColor,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.rules.care_gap import HOURS, SLOTS
from ui import theme
from ui.gap import words
from ui.wording import DAYS

ROW, AXIS, PAD, LEGEND, SWATCH = 28, 20, 8, 26, 22  # pixels at 100 %
STEPS = (0.0, 0.12, 0.28, 0.46, 0.82)
"""How much of the accent lies on the ground: nothing, then four quarters of the largest number."""
_CENTRE = int(Qt.AlignmentFlag.AlignCenter)
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_MOVES = {
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
}


class HeatMap(QWidget):
    """`moved(sentence)` when another cell is looked at: arrow keys, Home, End, or a click."""

    moved = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._numbers: Mapping[int, Fraction | None] = dict.fromkeys(range(SLOTS), Fraction(0))
        self._slot = 6
        self.setAccessibleName("Betreuungslücke nach Wochentag und Stunde")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(self.palette().ColorRole.Base)

    @property
    def slot(self) -> int:
        """The cell looked at (`care_gap.slot_of`)."""
        return self._slot

    def set_numbers(self, numbers: Mapping[int, Fraction | None]) -> None:
        """Minutes a week by slot, None hidden; the cell looked at stays."""
        self._numbers = numbers
        self._tell()
        self.updateGeometry()
        self.update()

    def sentence(self) -> str:
        """The cell looked at, in words."""
        return words.cell(self._slot, self._numbers.get(self._slot, Fraction(0)))

    def go_to(self, slot: int) -> None:
        """Look at this cell."""
        if slot != self._slot:
            self._slot = slot
            self._tell()
            self.update()

    def shade(self, slot: int) -> int:
        """Which of `STEPS` a cell is painted in; 0 for hidden ones."""
        minutes = self._numbers.get(slot)
        if not minutes:
            return 0
        most = max(each for each in self._numbers.values() if each)
        last = len(STEPS) - 1
        return min(int(minutes * last / most) + 1, last)

    def sizeHint(self) -> QSize:
        return QSize(self._least(), theme.px(self, AXIS + 7 * ROW + LEGEND))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        day, hour = divmod(self._slot, HOURS)
        key = Qt.Key(event.key())
        if key in _MOVES:
            down, right = _MOVES[key]
            day, hour = (day + down) % 7, (hour + right) % HOURS
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            hour = 0 if key is Qt.Key.Key_Home else HOURS - 1
        else:
            super().keyPressEvent(event)
            return
        self.go_to(day * HOURS + hour)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        found = self._at(event.position())
        if found is not None:
            self.go_to(found)
        super().mousePressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        colours = theme.colours_of(self.palette())
        painter.setFont(theme.face_font("small", figures=True))
        painter.setPen(QColor(colours.second))
        for hour in range(HOURS):
            place = self._cell(hour)
            place.moveTop(0)
            place.setHeight(theme.px(self, AXIS))
            painter.drawText(place, _CENTRE, str(hour))
        for day in range(7):
            painter.setFont(theme.face_font("strong"))
            painter.setPen(QColor(colours.ink))
            top = self._cell(day * HOURS)
            painter.drawText(QRectF(0, top.top(), top.left(), top.height()), _LEFT, DAYS[day])
        painter.setFont(theme.face_font("small", figures=True))
        for slot in range(SLOTS):
            self._paint(painter, slot, colours)
        self._mark(painter, colours)
        self._legend(painter, colours)
        painter.end()

    def _paint(self, painter: QPainter, slot: int, colours: theme.Colours) -> None:
        place, minutes = self._cell(slot), self._numbers.get(slot, Fraction(0))
        ground = self._ground(self.shade(slot), colours)
        painter.fillRect(place, ground)
        if minutes is None:
            painter.fillRect(place, QBrush(QColor(colours.hairline), Qt.BrushStyle.BDiagPattern))
        painter.setPen(QPen(QColor(colours.hairline), 1))
        painter.drawRect(place)
        painter.setPen(_readable(ground, colours) if minutes else QColor(colours.second))
        painter.drawText(place, _CENTRE, words.figure(minutes))

    def _mark(self, painter: QPainter, colours: theme.Colours) -> None:
        place = self._cell(self._slot).adjusted(1, 1, -1, -1)
        has_focus = self.hasFocus()
        pen = QPen(QColor(colours.ink), 3 if has_focus else 1.5)
        pen.setStyle(Qt.PenStyle.SolidLine if has_focus else Qt.PenStyle.DotLine)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(pen)
        painter.drawRect(place)

    def _legend(self, painter: QPainter, colours: theme.Colours) -> None:
        """Five steps from nothing to the largest number, and what is hidden."""
        top = theme.px(self, AXIS + 7 * ROW + PAD)
        high, wide = theme.px(self, 14), theme.px(self, SWATCH)
        left = float(self._left())
        most = max((each for each in self._numbers.values() if each), default=Fraction(0))
        left = self._said(painter, left, top, "0", colours)
        for step in range(len(STEPS)):
            box = QRectF(left, top, wide, high)
            painter.fillRect(box, self._ground(step, colours))
            painter.setPen(QPen(QColor(colours.hairline), 1))
            painter.drawRect(box)
            left += wide
        left += theme.px(self, 6)
        left = self._said(painter, left, top, f"{words.figure(most)} h je Woche", colours)
        left += theme.px(self, 12)
        box = QRectF(left, top, wide, high)
        painter.fillRect(box, QBrush(QColor(colours.hairline), Qt.BrushStyle.BDiagPattern))
        painter.setPen(QPen(QColor(colours.hairline), 1))
        painter.drawRect(box)
        self._said(
            painter,
            left + wide + theme.px(self, 6),
            top,
            f"{words.FEW}: unter fünf Haushalte oder gesperrt",
            colours,
        )

    def _said(
        self, painter: QPainter, left: float, top: int, text: str, colours: theme.Colours
    ) -> float:
        wide = theme.advance(text, "small", figures=True) + theme.px(self, 6)
        painter.setPen(QColor(colours.second))
        painter.drawText(QRectF(left, top, wide, theme.px(self, 14)), _LEFT, text)
        return left + wide

    def _ground(self, step: int, colours: theme.Colours) -> QColor:
        return _mixed(QColor(colours.panel), QColor(colours.accent), STEPS[step])

    def _tell(self) -> None:
        said = self.sentence()
        self.setAccessibleDescription(said)
        QAccessible.updateAccessibility(
            QAccessibleEvent(self, QAccessible.Event.DescriptionChanged)
        )
        self.moved.emit(said)

    def _left(self) -> int:
        return max(theme.advance(name, "strong") for name in DAYS) + theme.px(self, PAD)

    def _least(self) -> int:
        figures = {words.figure(each) for each in self._numbers.values()} | {"88"}
        wide = max(theme.advance(each, "small", figures=True) for each in figures)
        return self._left() + HOURS * (wide + theme.px(self, 6))

    def _cell(self, slot: int) -> QRectF:
        day, hour = divmod(slot, HOURS)
        left = self._left()
        wide = (self.width() - left - 1) / HOURS
        x, until = round(left + hour * wide), round(left + (hour + 1) * wide)
        row = theme.px(self, ROW)
        return QRectF(x, theme.px(self, AXIS) + day * row, until - x, row)

    def cell_rect(self) -> QRectF:
        """Where the cell looked at is painted."""
        return self._cell(self._slot)

    def _at(self, point: QPointF) -> int | None:
        return next((slot for slot in range(SLOTS) if self._cell(slot).contains(point)), None)


def _mixed(ground: QColor, ink: QColor, share: float) -> QColor:
    pairs = (
        (ground.red(), ink.red()),
        (ground.green(), ink.green()),
        (ground.blue(), ink.blue()),
    )
    red, green, blue = (round(one + (other - one) * share) for one, other in pairs)
    return QColor(red, green, blue)


def _readable(ground: QColor, colours: theme.Colours) -> QColor:
    """The one of the two text colours that stands out more (WCAG 2.2, 1.4.3)."""
    return max(
        (QColor(colours.ink), QColor(colours.on_accent)), key=lambda ink: contrast(ground, ink)
    )


def contrast(one: QColor, other: QColor) -> float:
    """The ratio of relative luminances (WCAG 2.2)."""
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: QColor) -> float:
    parts = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (colour.redF(), colour.greenF(), colour.blueF())
    ]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
