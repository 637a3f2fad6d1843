"""A week of an answer: which of the weeks, its sentence, the picture or the table of it."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from app.records.care_board import Answer, Helper
from ui import theme
from ui.care import telling, words
from ui.care.telling import Week
from ui.care.week_picture import WeekPicture
from ui.care.week_table import WeekTable
from ui.theme import Tone
from ui.widgets.buttons import icon_button, push
from ui.widgets.choice import Choice
from ui.widgets.flow import FlowLayout
from ui.widgets.section import text_label


class ShareBar(QWidget):
    """How much of a need is covered, as a bar; the sentence beside it says it in words."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._share = 0.0
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_share(self, share: float) -> None:
        """0 to 1."""
        self._share = share
        self.setAccessibleName(f"{round(share * 100)} % gedeckt")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme.px(self, 160), theme.px(self, 12))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = theme.colours_of(self.palette())
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        full = QRectF(box)
        full.setWidth(box.width() * self._share)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.accent))
        painter.drawRoundedRect(full, 3, 3)
        painter.setPen(QPen(QColor(colours.accent), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box, 3, 3)


class WeekPart(QWidget):
    """`stretch_wanted(-1 or 1)` for the four weeks before or after."""

    stretch_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._weeks: tuple[Week, ...] = ()
        self._parents: Mapping[int, str] = {}
        self._helpers: Mapping[int, Helper] = {}
        self._at = 0
        self.bar = ShareBar()
        self.covered = text_label("", wrap=False)
        theme.set_face(self.covered, "strong")
        self.rest = text_label("")
        self.title = text_label("", Tone.SECOND, wrap=False)
        self.back = icon_button("chevron-left", "Eine Woche zurück", lambda: self.step(-1))
        self.on = icon_button("chevron-right", "Eine Woche weiter", lambda: self.step(1))
        self.pager: Choice[int] = Choice("Woche", ())
        self.pager.chosen.connect(self.show_week)
        self.as_table = push("Als &Tabelle", self._turn)
        self.as_table.setCheckable(True)
        self.picture = WeekPicture()
        self.table = WeekTable()
        self.table.fitted.connect(self._fit)
        self.views = QStackedWidget()
        self._lay_out()

    @property
    def week(self) -> Week | None:
        """The week shown."""
        return self._weeks[self._at] if self._weeks else None

    def show_answer(
        self, answer: Answer, parents: Mapping[int, str], helpers: Mapping[int, Helper]
    ) -> None:
        """Show an answer; the week shown stays, in its place."""
        self._weeks = telling.weeks(answer)
        self._parents, self._helpers = parents, helpers
        self.pager.set_choices([(each.at - 1, _pager_words(each)) for each in self._weeks])
        self.show_week(min(self._at, max(len(self._weeks) - 1, 0)))

    def show_week(self, at: int) -> None:
        """Show the `at`-th week, counted from 0."""
        if not self._weeks:
            return
        self._at = at
        week = self._weeks[at]
        self.pager.choose(at)
        self.title.setText(week.title())
        covered, rest = telling.week_parts(week)
        self.covered.setText(covered)
        self.rest.setText(f"{rest.removeprefix('; ')} {telling.NO_PROMISE}".removeprefix(". "))
        share = (week.needed - week.open) / week.needed if week.needed else 1.0
        self.bar.set_share(share)
        self.bar.setVisible(bool(week.needed))
        self.picture.set_week(week, self._parents, self._helpers)
        self.table.set_week(week, self._parents, self._helpers)
        self._fit()

    def step(self, by: int) -> None:
        """A week on or back, over the ends of the four."""
        if 0 <= self._at + by < len(self._weeks):
            self.show_week(self._at + by)
        else:
            self._at = 0 if by > 0 else len(self._weeks) - 1
            self.stretch_wanted.emit(by)

    def sentence(self) -> str:
        """What stands above the picture."""
        return f"{self.covered.text()} {self.rest.text()}".strip()

    def _turn(self) -> None:
        self.views.setCurrentIndex(int(self.as_table.isChecked()))
        self._fit()
        if self.as_table.isChecked():
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fit(self) -> None:
        """As high as what is shown."""
        shown = self.table if self.as_table.isChecked() else self.picture
        self.views.setFixedHeight(max(shown.sizeHint().height(), shown.minimumHeight()))

    def _lay_out(self) -> None:
        said = QHBoxLayout()
        said.setSpacing(8)
        top = Qt.AlignmentFlag.AlignVCenter
        said.addWidget(self.bar, 0, top)
        said.addWidget(self.covered)
        said.addWidget(self.rest, 1)
        steps = QWidget()
        row = QHBoxLayout(steps)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.back)
        row.addWidget(self.pager)
        row.addWidget(self.on)
        line = QWidget()
        flow = FlowLayout(line, spacing=8)
        for part in (self.title, steps, self.as_table):
            flow.addWidget(part)
        self.views.addWidget(self.picture)
        self.views.addWidget(self.table)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(said)
        column.addWidget(line)
        column.addWidget(self.views)


def _pager_words(week: Week) -> str:
    if not week.needed:
        return f"{week.at} · –"
    return f"{week.at} · {words.short(week.open)} offen" if week.open else f"{week.at} · gedeckt"
