"""A week of care as a picture: duties and ways of the parents, below them who cares and what is
open. What it shows is told in its accessible description, too, and in a tool tip for each piece."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QHelpEvent, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from app.records.care_board import CareDay, Helper, PieceView
from ui import theme
from ui.care import telling, words
from ui.care import week_layout as layout
from ui.care.telling import Week
from ui.care.week_layout import Plan, Row
from ui.care.week_painting import PATTERNS, Bars, Pattern
from ui.providers.week.painting import DayScale
from ui.wording import DAYS

SWATCH, SWATCH_HIGH = 22, 10  # pixels at 100 %
WAY = "Weg"


class WeekPicture(QWidget):
    """Nothing is shown before `set_week`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._week: Week | None = None
        self._plan = Plan((), (), 0, layout.DAY)
        self._parents: Mapping[int, str] = {}
        self._helpers: Mapping[int, Helper] = {}
        self._called: Mapping[int, str] = {}
        self._brief: Mapping[int, str] = {}
        self._tips: list[tuple[QRectF, str]] = []
        self.setAccessibleName("Woche")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Base)

    def set_week(
        self, week: Week, parents: Mapping[int, str], helpers: Mapping[int, Helper]
    ) -> None:
        """Show a week; `parents` are names by person id, `helpers` those of the answer by key."""
        self._week, self._parents, self._helpers = week, parents, helpers
        self._plan = layout.plan(week.days, tuple(parents))
        everybody = tuple(helpers.values())
        self._called = {key: words.called(each, everybody) for key, each in helpers.items()}
        self._brief = {key: words.brief(each, everybody) for key, each in helpers.items()}
        told = [telling.day_sentence(each, parents, helpers) for each in week.days]
        self.setAccessibleName(week.title())
        self.setAccessibleDescription(" ".join([telling.week(week), *told]))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme.px(self, layout.WIDE + 200), theme.px(self, self._plan.high))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(self, layout.WIDE), self.sizeHint().height())

    def tip_at(self, at: QPointF) -> str:
        """What a tool tip says at a pixel; blank where nothing is."""
        return next((text for box, text in reversed(self._tips) if box.contains(at)), "")

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), self.tip_at(QPointF(event.pos())), self)
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        self._tips = []
        if self._week is None:
            return
        painter = QPainter(self)
        colours, unit = theme.colours_of(self.palette()), theme.px(self, 100) / 100
        bars = Bars(painter, colours, unit)
        left = layout.NAMES * unit
        right = (layout.NEED + layout.OPEN) * unit
        scale = self._plan.scale(left, self.width() - left - right, layout.FIGURE * unit)
        self._axis(bars, scale, unit)
        for row in self._plan.rows:
            self._row(bars, row, scale, unit)
        self._legend(bars, unit)
        painter.end()

    def _axis(self, bars: Bars, scale: DayScale, unit: float) -> None:
        colours = theme.colours_of(self.palette())
        high = layout.AXIS * unit
        bars.painter.setFont(theme.face_font("small", figures=True))
        bars.painter.setPen(QColor(colours.label))
        for hour in scale.hours:
            spot = QRectF(scale.x(hour * 60) - 20 * unit, 0, 40 * unit, high)
            bars.painter.drawText(spot, int(Qt.AlignmentFlag.AlignCenter), str(hour))
        need, left = self._columns(0, high, unit)
        bars.words(need, "Bedarf", tone=colours.label, right=True)
        bars.words(left, "offen", tone=colours.label, right=True)

    def _row(self, bars: Bars, row: Row, scale: DayScale, unit: float) -> None:
        colours = theme.colours_of(self.palette())
        top, high = row.top * unit, row.high * unit
        edge = round(top) + 0.5
        bars.painter.setPen(QPen(QColor(colours.hairline), 1))
        bars.painter.drawLine(QPointF(0, edge), QPointF(self.width(), edge))
        if row.folded:
            self._folded(bars, row, scale, unit)
            return
        for hour in scale.hours:
            x = round(scale.x(hour * 60)) + 0.5
            bars.painter.drawLine(QPointF(x, edge), QPointF(x, top + high))
        self._day(bars, row, scale, unit)
        day = row.day
        name = QRectF(0, top, layout.NAMES * unit, high)
        bars.words(name, DAYS[day.on.weekday()], tone=colours.ink, face="strong")
        self._tip(name, telling.day_sentence(day, self._parents, self._helpers))
        need, left = self._columns(top, high, unit)
        bars.words(need, words.hours(day.needed) if day.needed else "–", face="small", right=True)
        if not day.needed:
            return
        if day.open:
            bars.words(left, words.short(day.open), tone=colours.ink, face="strong", right=True)
        else:
            bars.words(left, telling.COVERED, right=True)

    def _folded(self, bars: Bars, row: Row, scale: DayScale, unit: float) -> None:
        colours = theme.colours_of(self.palette())
        top, high = row.top * unit, row.high * unit
        names = ", ".join(DAYS[each.on.weekday()] for each in row.days)
        wide = max(theme.advance(names, "strong") + layout.GAP * unit, scale.left)
        bars.words(QRectF(0, top, wide, high), names, tone=colours.ink, face="strong")
        holiday = row.day.holiday
        said = f"{holiday}, kein Dienst" if holiday else "kein Dienst"
        where = QRectF(wide, top, self.width() - wide, high)
        bars.words(where, said, tone=colours.label)
        told = [telling.day_sentence(each, self._parents, self._helpers) for each in row.days]
        self._tip(QRectF(0, top, self.width(), high), "\n".join(told))

    def _day(self, bars: Bars, row: Row, scale: DayScale, unit: float) -> None:
        day = row.day
        top = (row.top + layout.PAD) * unit
        if row.named:
            named = QRectF(scale.left, top, scale.wide, layout.NAMED * unit)
            bars.words(named, day.holiday)
            top += layout.NAMED * unit
        cover = top + len(self._plan.persons) * layout.LINE * unit + unit
        for stretch in day.need:
            for minute in (stretch.start, stretch.end):
                if 0 < minute < layout.DAY:
                    bars.away(scale.x(minute), top, cover + layout.COVER * unit)
        for duty in day.duties:
            at = top + layout.line_of(duty, self._plan.persons) * layout.LINE * unit
            high = (layout.LINE - 1) * unit
            bar = self._bar(scale, duty.start, duty.end, at, high)
            away = self._bar(scale, duty.away_start, duty.away_end, at, high)
            name = self._parents.get(duty.person, "")
            bars.duty(bar, away, f"{name} {words.span(duty.start, duty.end)}".strip())
            self._tip(away, telling.duty(duty, self._parents))
        self._cover(bars, day, scale, cover, layout.COVER * unit)

    def _cover(self, bars: Bars, day: CareDay, scale: DayScale, top: float, high: float) -> None:
        for key, stretches in day.windows.items():
            for each in stretches:
                if each.end <= self._plan.first or each.start >= self._plan.last:
                    continue
                box = self._bar(scale, each.start, each.end, top, high)
                bars.window(box)
                told = f"{self._helpers[key].name}: da {words.span(each.start, each.end)}"
                self._tip(box, told)
        for piece in day.pieces:
            box = self._bar(scale, piece.start, piece.end, top, high)
            bars.fill(box, self._pattern(piece))
            bars.label(box, self._pattern(piece), *self._forms(piece))
            self._tip(box, telling.piece(piece, self._helpers))

    def _pattern(self, piece: PieceView) -> Pattern:
        return Pattern.HATCHED if piece.by is None else PATTERNS[self._helpers[piece.by].kind]

    def _forms(self, piece: PieceView) -> tuple[str, ...]:
        """What a piece may say, the longest first."""
        if piece.by is None:
            return (words.short(piece.minutes), str(piece.minutes))
        name, kind = self._called[piece.by], self._helpers[piece.by].kind
        whole = f"{name} {words.span(piece.start, piece.end)}"
        return whole, name, self._brief[piece.by], words.ABBREVIATED[kind]

    def _bar(self, scale: DayScale, start: int, end: int, top: float, high: float) -> QRectF:
        first, last = self._plan.first, self._plan.last
        left, right = scale.x(max(start, first)), scale.x(min(end, last))
        return QRectF(left + 0.5, top + 0.5, max(right - left - 1, 2), high - 1)

    def _columns(self, top: float, high: float, unit: float) -> tuple[QRectF, QRectF]:
        open_ = QRectF(self.width() - layout.OPEN * unit, top, layout.OPEN * unit, high)
        need = QRectF(open_.left() - layout.NEED * unit, top, layout.NEED * unit, high)
        return need, open_

    def _tip(self, box: QRectF, text: str) -> None:
        self._tips.append((box, text))

    def _legend(self, bars: Bars, unit: float) -> None:
        """What the bars mean, of those that are there."""
        colours = theme.colours_of(self.palette())
        top, high = (self._plan.high - layout.LEGEND) * unit, layout.LEGEND * unit
        edge = round(top) + 0.5
        bars.painter.setPen(QPen(QColor(colours.hairline), 1))
        bars.painter.drawLine(QPointF(0, edge), QPointF(self.width(), edge))
        x = 0.5
        for pattern, said in self._entries():
            box = QRectF(x, top + (high - SWATCH_HIGH * unit) / 2, SWATCH * unit, 0)
            box.setHeight(SWATCH_HIGH * unit)
            if pattern is None:
                middle = box.center().x()
                for place in (middle - 4 * unit, middle + 4 * unit):
                    bars.away(place, box.top(), box.bottom())
            elif said == WAY:
                bars.way(box.left(), box.right(), box.center().y())
                bars.way(box.right(), box.left(), box.center().y())
            else:
                bars.fill(box, pattern)
            x += (SWATCH + 6) * unit
            wide = theme.advance(said, "small") + 16 * unit
            bars.words(QRectF(x, top, wide, high), said)
            x += wide

    def _entries(self) -> list[tuple[Pattern | None, str]]:
        assert self._week is not None  # noqa: S101 - only painted with a week
        days = self._week.days
        found: list[tuple[Pattern | None, str]] = []
        if any(day.duties for day in days):
            found += [(Pattern.DUTY, "Dienst"), (Pattern.DUTY, WAY)]
        if any(day.need for day in days):
            alone = len(self._parents) < 2
            found.append((None, "fort" if alone else "beide fort"))
        seen = [key for key in self._helpers if any(key in day.windows for day in days)]
        seen += [one.by for day in days for one in day.pieces if one.by is not None]
        kinds = dict.fromkeys(self._helpers[key].kind for key in seen)
        found += [(PATTERNS[kind], words.KINDS[kind]) for kind in kinds]
        if any(one.by is None for day in days for one in day.pieces):
            found.append((Pattern.HATCHED, "Lücke"))
        return found
