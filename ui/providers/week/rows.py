"""Seven rows, Monday to Sunday, and what copies between them."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.rules.week_plan import Slots, touching_nights
from ui import theme
from ui.providers.week import words
from ui.providers.week.day_row import (
    LINE_WIDE,
    NAME_WIDE,
    SPACING,
    SUM_WIDE,
    DayRow,
    HoursScale,
)
from ui.providers.week.painting import bounds, night_before
from ui.widgets.paragraphs import quiet_link
from ui.wording import DAYS

WIDE = 640  # pixels at 100 % from which the bars stand beside the lines
WORKDAYS = range(5)
EXAMPLE, CLOSED = "zum Beispiel 7:30–12, 13–16:30", "geschlossen"


class WeekRows(QWidget):
    """`changed` with each letter, `entered` when another row or place in it has the cursor.

    Arrows and Enter go from day to day, Ctrl+D takes over the day above, Ctrl+Shift+D puts the
    day on Monday to Friday.
    """

    changed = Signal()
    entered = Signal()

    def __init__(
        self, during: str = "", parent: QWidget | None = None, *, drawn: bool = True
    ) -> None:
        super().__init__(parent)
        self.current = 0
        self._wide = False
        self._scale = HoursScale()
        self._scale_row = QHBoxLayout()
        self._scale_row.setSpacing(0)
        self.rows = [
            DayRow(short, f"{name}{during}", drawn=drawn)
            for short, name in zip(DAYS, words.DAY_NAMES, strict=True)
        ]
        self.spread_link = quiet_link("", self.spread)
        self.spread_link.setToolTip("Strg+Umschalt+D")
        self.fill_link = quiet_link("", self.fill)
        self.fill_link.setToolTip("Strg+D")
        links = QHBoxLayout()
        links.setSpacing(16)
        links.addWidget(self.spread_link)
        links.addWidget(self.fill_link)
        links.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(self._scale_row)
        for at, row in enumerate(self.rows):
            column.addWidget(row)
            row.changed.connect(self._changed)
            row.line.entered.connect(partial(self._enter, at))
            row.line.cursorPositionChanged.connect(self.entered)
            row.line.left.connect(self.check)
            row.line.moved.connect(partial(self._move, at))
            row.line.filled.connect(self.fill)
            row.line.spread.connect(self.spread)
        column.addLayout(links)
        self._lay_scale()
        if not drawn:
            self._scale.hide()
        self._enter(0)

    @property
    def row(self) -> DayRow:
        """The row that the links and kinds are about."""
        return self.rows[self.current]

    @property
    def days(self) -> tuple[Slots, ...]:
        """The slots typed; what is wrong is not among them."""
        return tuple(row.slots for row in self.rows)

    @property
    def is_wrong(self) -> bool:
        """Whether something typed is no time, or a night runs into the next morning."""
        return any(row.is_wrong for row in self.rows) or bool(touching_nights(self.days))

    def set_days(self, days: tuple[Slots, ...]) -> None:
        """Show seven days, without telling."""
        for row, slots in zip(self.rows, days, strict=True):
            row.set_slots(slots)
        self._draw()
        self.check()

    def check(self) -> None:
        """Say what is wrong beside each day."""
        for row in self.rows:
            row.check()

    def lead(self) -> None:
        """Lead to the first day that is wrong, else to Monday."""
        row = next((row for row in self.rows if row.reason()), self.rows[0])
        row.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def fill(self) -> None:
        """Take over the day above; Monday has none."""
        if self.current:
            self._copy([self.current], self.rows[self.current - 1].line.text())

    def spread(self) -> None:
        """Put the current day on Monday to Friday."""
        self._copy([day for day in WORKDAYS if day != self.current], self.row.line.text())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = self.width() >= theme.px(self, WIDE)
        if wide != self._wide:
            self._wide = wide
            for row in self.rows:
                row.set_wide(wide=wide)
            self._lay_scale()

    def _copy(self, days: list[int], text: str) -> None:
        for day in days:
            self.rows[day].put(text)
        self._changed()
        self.check()
        self.entered.emit()

    def _move(self, at: int, step: int) -> None:
        if 0 <= at + step < len(self.rows):
            self.rows[at + step].line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _enter(self, at: int) -> None:
        self.current = at
        short = DAYS[at]
        onto = "Mo–Fr" if at else "Di–Fr"
        self.spread_link.setText(f"{short} auf {onto} übertragen")
        self.fill_link.setText(f"{short} wie {DAYS[at - 1]}")
        self.fill_link.setVisible(at > 0)
        self.entered.emit()

    def _changed(self) -> None:
        self._draw()
        self.changed.emit()

    def _draw(self) -> None:
        days = self.days
        known = any(row.line.text().strip() for row in self.rows)
        within = bounds(days)
        self._scale.set_bounds(within)
        for at, row in enumerate(self.rows):
            row.set_night(night_before(days, at), within)
            row.line.setPlaceholderText(CLOSED if known else "" if at else EXAMPLE)

    def _lay_scale(self) -> None:
        while self._scale_row.count():
            self._scale_row.takeAt(0)
        # The spacing between fields is the same at every size of the text.
        left = theme.px(self, NAME_WIDE) + SPACING
        if self._wide:
            left += theme.px(self, LINE_WIDE) + SPACING
        self._scale_row.addSpacing(left)
        self._scale_row.addWidget(self._scale, 1)
        self._scale_row.addSpacing(theme.px(self, SUM_WIDE) + SPACING)
