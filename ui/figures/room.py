"""The room of figures: a period, the questions one is asked, every figure with its definition."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from app.done import Topic
from app.errors import Refused, Unavailable
from app.records.figures import FigureKey, FigureReport, Period
from ui import theme, wording
from ui.figures import words
from ui.figures.figure_section import FigureSection
from ui.figures.output import Output
from ui.figures.period_picker import PeriodPicker, as_text, from_text, year_of
from ui.figures.questions import Questions
from ui.jobs import Job
from ui.page import Page, Workplace
from ui.theme import Tone
from ui.widgets.empty_state import EmptyState
from ui.widgets.flow import FlowLayout
from ui.widgets.paragraphs import wrapped
from ui.widgets.runs import Run
from ui.widgets.scrolling import Hairline, column_on

WIDEST = 960  # pixels at 100 %: longer bars say no more
COUNTING = "Die Zahlen werden ausgezählt"
CANCEL = "Unten lässt sich das abbrechen."


class FiguresRoom(Page):
    """Zahlen. Counted as a job when the room is shown, and again when the records change."""

    topics: ClassVar[frozenset[Topic]] = frozenset(
        {Topic.CANDIDATES, Topic.SUPPORT, Topic.PLAN, Topic.PROVIDERS}
    )
    about_case = False

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(workplace, parent)
        self._report: FigureReport | None = None
        self._job: Job[FigureReport] | None = None
        self._sections: dict[FigureKey, FigureSection] = {}
        today = workplace.today()
        self._period = from_text(workplace.settings.figures_period) or year_of(today.year)
        self.picker = PeriodPicker(today)
        self.picker.choose(self._period)
        self.output = Output(workplace, lambda: self._report, self)
        self.questions = Questions()
        self.about = wrapped(tone=Tone.SECOND)
        self.rule = wrapped(tone=Tone.SECOND)
        self.left_out = wrapped(tone=Tone.SECOND)
        self.empty = EmptyState("chart-column", COUNTING, CANCEL)
        self._lay_out()
        self.output.allow(can=False)
        self.picker.chosen.connect(self.count_for)
        self.questions.asked.connect(self.show_figure)
        self.questions.partners.connect(self._partners)
        self.empty.accepted.connect(self.count)

    @property
    def report(self) -> FigureReport | None:
        """What is shown."""
        return self._report

    @property
    def sections(self) -> tuple[FigureSection, ...]:
        """The figures shown, from top to bottom."""
        return tuple(each for each in self._sections.values() if not each.isHidden())

    def shows(self, case_id: int | None) -> None:
        """The figures are about all cases: another one changes nothing here."""
        self.case_id = case_id

    def desk_opened(self) -> None:
        self._report = None
        if self._job is not None:
            self._job.cancel()
        self._stack.setCurrentWidget(self.empty)

    def refresh(self) -> None:
        self.count()

    def count_for(self, period: Period) -> None:
        """Count for another period and remember it."""
        self._period = period
        self.workplace.settings.figures_period = as_text(period)
        self.count()

    def count(self) -> None:
        """Count again; what is shown stays until the new numbers are there, and is not handed out
        where another period was asked for."""
        desk = self.desk
        if desk is None:
            return
        if self._job is not None:
            self._job.cancel()
        today = self.workplace.today().year
        self.picker.set_years(min(desk.figures.first_year() or today, today), today)
        self.picker.choose(self._period)
        if self._report is None:
            self.empty.say(COUNTING, CANCEL)
        elif self._report.period != self._period:
            self.output.allow(can=False)
        self.oriented.emit()
        job = self._job = Job(desk.figures.report(self._period), "Zahlen werden gezählt")
        job.finished.connect(self.show_report)
        job.failed.connect(self._failed)
        job.cancelled.connect(self._stopped)
        self.workplace.workshop.start(job)

    def show_report(self, report: FigureReport) -> None:
        """Show what was counted; scroll, row and focus stay."""
        if report.period != self._period:
            return  # another was asked for meanwhile
        self._job = None
        self._report = report
        self.output.allow(can=not report.is_empty)
        if report.is_empty:
            self.empty.say(
                f"{words.period(report.period)}: nichts festgehalten",
                "Das ist keine Null: Aus diesem Zeitraum gibt es nichts zu zählen. Wählen Sie "
                "oben einen anderen.",
            )
            self._stack.setCurrentWidget(self.empty)
        else:
            self._show_tables(report)
            self._stack.setCurrentIndex(1)
        self.oriented.emit()

    def show_figure(self, key: FigureKey) -> None:
        """Bring a figure into view and its table to the keyboard."""
        section = self._sections.get(key)
        if section is None or section.isHidden():
            return
        self._area.verticalScrollBar().setValue(section.y())
        section.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def ask(self, fact: str) -> None:
        wanted = next((key for key in FigureKey if key.value == fact), None)
        if wanted is not None:
            self.show_figure(wanted)

    def orientation(self) -> list[Run]:
        """Zahlen für 2026, gezählt am 23.11.2026; der Zeitraum läuft noch."""
        said = f"Zahlen für {words.period(self._period)}"
        report = self._report
        if report is None or report.period != self._period:
            return [Run(f"{said} werden gezählt.")]
        said += f", gezählt am {report.counted_on:%d.%m.%Y}"
        runs = report.period.first <= report.counted_on < report.period.last
        return [Run(f"{said}{'; der Zeitraum läuft noch' if runs else ''}.")]

    def _show_tables(self, report: FigureReport) -> None:
        self.about.setText(words.beside(report))
        self.rule.setText(words.rule(report.period))
        keys = [table.definition.key for table in report.tables]
        for table in report.tables:
            key = table.definition.key
            section = self._sections.get(key)
            if section is None:
                section = self._sections[key] = FigureSection(key)
                section.view.moved.connect(self._looked_at)
                self._figures.addWidget(section)
            section.show_table(table, report)
        for key, section in self._sections.items():
            section.setVisible(key in keys)
        self.questions.show_answered(frozenset(keys))
        self.left_out.setText(words.left_out(report))
        self.left_out.setVisible(bool(report.left_out))

    def _looked_at(self) -> None:
        """Keep the row that the keys went to in view."""
        view = self.sender()
        if not isinstance(view, QWidget) or not view.hasFocus():
            return
        section = next(each for each in self._sections.values() if each.view is view)
        place = section.view.visualRect(section.view.currentIndex())
        top = section.view.viewport().mapTo(self._inner, place.center())
        self._area.ensureVisible(0, top.y(), 0, theme.px(self, 80))

    def _partners(self) -> None:
        self.elsewhere.emit("network", "actors")

    def _stopped(self) -> None:
        if self.sender() is self._job:
            self._job = None
            if self._report is None:
                self.empty.say("Noch nicht gezählt", "Das Zählen wurde abgebrochen.", "Zählen")
                self._stack.setCurrentWidget(self.empty)
            elif self._report.period != self._period:
                self._period = self._report.period
                self.workplace.settings.figures_period = as_text(self._period)
                self.picker.choose(self._period)
                self.show_report(self._report)

    def _failed(self, error: Exception) -> None:
        self._job = None
        if isinstance(error, Refused):
            self.empty.say("Nicht gezählt", wording.refused(error), "Noch einmal")
            self._stack.setCurrentWidget(self.empty)
        elif isinstance(error, Unavailable):
            self.workplace.asking.tell(*wording.unavailable(error))
        else:
            raise error

    def _lay_out(self) -> None:
        top, bar = column_on(QPalette.ColorRole.AlternateBase)
        line = QHBoxLayout()
        line.setSpacing(16)
        line.addWidget(self.picker, 3)
        buttons = QWidget()
        row = FlowLayout(spacing=8)
        buttons.setLayout(row)
        for each in self.output.buttons:
            row.addWidget(each)
        line.addWidget(buttons, 2)
        bar.addLayout(line)
        self._inner, column = column_on(spacing=theme.px(self, 16))
        self._figures = QVBoxLayout()
        self._figures.setSpacing(theme.px(self, 8))
        column.addWidget(self.questions)
        column.addWidget(self.about)
        column.addLayout(self._figures)
        column.addWidget(self.rule)
        column.addWidget(self.left_out)
        column.addStretch(1)
        self._inner.setMaximumWidth(theme.px(self, WIDEST))
        self._inner.setMinimumHeight(1)  # else that of the narrowest column, with nothing below
        self._area = QScrollArea()
        self._area.setFrameShape(QScrollArea.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setWidgetResizable(True)
        self._area.setWidget(self._inner)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.empty)
        self._stack.addWidget(self._area)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(top)
        whole.addWidget(Hairline())
        whole.addWidget(self._stack, 1)
