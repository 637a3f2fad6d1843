"""Which time the figures are about: a year, a quarter of it, or from day to day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from app.errors import Reason, Refused
from app.records.figures import Period
from ui import theme, wording
from ui.theme import Tone
from ui.widgets import typed_dates
from ui.widgets.buttons import push
from ui.widgets.choices import Choice
from ui.widgets.date_entry import HINT
from ui.widgets.field import hinted
from ui.widgets.flow import FlowLayout
from ui.widgets.section import text_label

WHOLE, ALONE, RANGE = "year", "alone", "range"
PARTS = (
    (WHOLE, "ganzes Jahr"),
    (ALONE, "Jahr für sich"),
    *((str(quarter), f"{quarter}. Quartal") for quarter in range(1, 5)),
    (RANGE, "von Tag zu Tag"),
)


class PeriodPicker(QWidget):
    """`chosen(Period)` when another period is asked for; days that are none are told below."""

    chosen = Signal(object)

    def __init__(self, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self.year = Choice()
        self.year.setAccessibleName("Jahr")
        self.part = Choice(PARTS)
        self.part.setAccessibleName("Teil des Jahres")
        self.part.setMinimumContentsLength(11)
        self.first, self.last = hinted(HINT), hinted(HINT)
        for line, name in ((self.first, "Erster Tag"), (self.last, "Letzter Tag")):
            line.setAccessibleName(name)
            line.setFixedWidth(theme.px(self, 104))
            line.returnPressed.connect(self._tell)
        self._to = text_label("bis", Tone.SECOND, wrap=False)
        self.go = push("&Zählen", self._tell)
        self.reason = QLabel()
        self.reason.setWordWrap(True)
        theme.set_face(self.reason, "strong")
        self.reason.hide()
        holder = QWidget()
        row = FlowLayout(spacing=8)
        holder.setLayout(row)
        for widget in (self.year, self.part, self.first, self._to, self.last, self.go):
            row.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(holder)
        column.addWidget(self.reason)
        self.set_years(today.year, today.year)
        self.choose(year_of(today.year))
        self.year.activated.connect(self._picked)
        self.part.activated.connect(self._picked)

    def set_years(self, first: int, last: int) -> None:
        """The years to choose from, the latest first."""
        self.year.set_choices([(str(year), str(year)) for year in range(last, first - 1, -1)])

    def period(self) -> Period:
        """What is chosen. Raises `Refused`: NOT_A_DATE, ENDS_BEFORE_IT_BEGINS."""
        part = self.part.code()
        if part != RANGE:
            year = int(self.year.code() or self._today.year)
            if part in (WHOLE, ALONE):
                return replace(year_of(year), alone=part == ALONE)
            return quarter_of(year, int(part))
        first = typed_dates.whole(self.first.text(), "first")
        last = typed_dates.whole(self.last.text(), "last")
        if first is None or last is None:
            raise Refused(Reason.NOT_A_DATE, "last" if first else "first", typed="")
        if last < first:
            raise Refused(Reason.ENDS_BEFORE_IT_BEGINS, "last")
        return Period(first, last)

    def choose(self, period: Period) -> None:
        """Show a period without telling."""
        year = period.first.year
        if self.year.findData(str(year)) < 0:
            years = [int(self.year.itemData(at)) for at in range(self.year.count())] or [year]
            self.set_years(min(year, *years), max(year, *years))
        self.year.choose(str(year))
        quarters = {quarter_of(year, each): str(each) for each in range(1, 5)}
        whole = ALONE if period.alone else WHOLE
        self.part.choose(whole if period.is_year else quarters.get(period, RANGE))
        self.first.setText(typed_dates.shown(period.first))
        self.last.setText(typed_dates.shown(period.last))
        self._show_days()

    def _picked(self, _at: int) -> None:
        self._show_days()
        if self.part.code() == RANGE:
            self.first.setFocus()
            self.first.selectAll()
        else:
            self._tell()

    def _show_days(self) -> None:
        ranged = self.part.code() == RANGE
        self.year.setVisible(not ranged)
        for widget in (self.first, self._to, self.last, self.go):
            widget.setVisible(ranged)
        if not ranged:
            self._refuse("")

    def _tell(self) -> None:
        try:
            period = self.period()
        except Refused as refused:
            self._refuse(wording.refused(refused), refused.field or "")
            return
        self._refuse("")
        self.choose(period)
        self.chosen.emit(period)

    def _refuse(self, reason: str, field: str = "") -> None:
        self.reason.setText(reason)
        self.reason.setVisible(bool(reason))
        lines = {"first": self.first, "last": self.last}
        for name, line in lines.items():
            line.setAccessibleDescription(reason if name == field else "")
        if field in lines:
            lines[field].setFocus()
            lines[field].selectAll()


def year_of(year: int) -> Period:
    """From New Year's Day to New Year's Eve."""
    return Period(date(year, 1, 1), date(year, 12, 31))


def quarter_of(year: int, quarter: int) -> Period:
    """Three months; quarters count from 1."""
    first = date(year, 3 * quarter - 2, 1)
    after = date(year + (quarter == 4), 3 * quarter % 12 + 1, 1)
    return Period(first, after - timedelta(days=1))


def as_text(period: Period) -> str:
    """From day to day, as it is kept."""
    days = f"{period.first.isoformat()}/{period.last.isoformat()}"
    return f"{days}/{ALONE}" if period.alone else days


def from_text(text: str) -> Period | None:
    """What was kept, None for anything else."""
    first, _, rest = text.partition("/")
    last, _, alone = rest.partition("/")
    try:
        return Period(date.fromisoformat(first), date.fromisoformat(last), alone == ALONE)
    except ValueError:
        return None
