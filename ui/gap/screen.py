"""The gap for planners: the week as a heat map, municipalities, what an offer would change."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QItemSelection, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from app.errors import Refused, Unavailable
from app.progress import Steps
from app.records.care_gap import ALL, GROUPS, GapReport, OfferAnswer, OfferDraft
from app.records.directory import ProviderQuery
from app.records.providers import Category
from app.rules.care_gap import SLOTS
from ui import theme, wording
from ui.gap import words
from ui.gap.heat import HeatMap
from ui.gap.offer_form import OfferForm
from ui.gap.output import Output
from ui.gap.places_model import PlacesModel
from ui.jobs import Job
from ui.page import Workplace
from ui.providers.finding import MOST, Finding
from ui.theme import Tone
from ui.widgets.choices import Choice
from ui.widgets.empty_state import EmptyState
from ui.widgets.flow import FlowLayout
from ui.widgets.paragraphs import Paragraphs
from ui.widgets.runs import Run
from ui.widgets.section import text_label
from ui.widgets.side_by_side import SideBySide

if TYPE_CHECKING:
    from app.services.lists import Lists

T = TypeVar("T")
SIDE = 360
ROOM = 1000  # pixels at 100 % from which both stand side by side
_ALL_GROUPS = "all"


class GapScreen(QWidget):
    """`oriented` when the sentence above changed. The report is worked out as a job when the screen
    is opened, and again with `work_out`."""

    oriented = Signal()

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._report: GapReport | None = None
        self._job: Job[GapReport] | None = None
        self.output = Output(workplace, self)
        self.heat = HeatMap()
        self.cell = text_label("", Tone.SECOND)
        self.model = PlacesModel(self)
        self.table = QTableView()
        self.ages = Choice(
            [
                (_ALL_GROUPS, "Alle, die Betreuung brauchen"),
                *((each.value, words.GROUPS[each]) for each in GROUPS),
            ]
        )
        self.ages.choose(_ALL_GROUPS)
        self.notes = Paragraphs()
        finding = Finding(workplace.lists)
        self.form = OfferForm(finding.providers, _Employers(workplace.lists).found)
        self.what_if = QPushButton("Was wäre, wenn … (F4)")
        self.what_if.hide()
        self.waiting = EmptyState(
            "clock",
            "Die Lücke wird ausgerechnet",
            "Aus den Dienstplänen aller offenen Fälle. Unten lässt sich das abbrechen.",
        )
        self.waiting.accepted.connect(self.work_out)
        self._room = QScrollArea()
        self._stack = QStackedWidget()
        self._lay_out()
        self.heat.moved.connect(self._looked_at)
        self.ages.currentIndexChanged.connect(self._narrow)
        self.form.asked.connect(self._ask)

    @property
    def report(self) -> GapReport | None:
        """The report shown."""
        return self._report

    def refresh(self) -> None:
        """Work the report out where there is none yet."""
        if self._report is None and self._job is None:
            self.work_out()

    def work_out(self) -> None:
        """Work it out from the rosters as they are now."""
        desk = self._workplace.acts.desk
        if desk is None or self._job is not None:
            return
        self.waiting.say(
            "Die Lücke wird ausgerechnet",
            "Aus den Dienstplänen aller offenen Fälle. Unten lässt sich das abbrechen.",
        )
        self._job = self._started(
            desk.gaps.report(), "Betreuungslücke wird gerechnet", self.show_report
        )
        self._job.cancelled.connect(self._stopped)
        self._job.failed.connect(self._stopped)

    def forget(self) -> None:
        """The file was left: the report belonged to it."""
        if self._job is not None:
            self._job.cancel()
        self._report = None
        self.form.show_answer(None)
        self._stack.setCurrentWidget(self.waiting)

    def orientation(self) -> list[Run]:
        """Betreuungslücke: 32.210 h je Woche fehlen bei 958 Haushalten; gerechnet für …"""
        said = "" if self._report is None else words.sentence(self._report)
        return [Run("Betreuungslücke: ", strong=True), Run(said or "wird ausgerechnet.")]

    def show_report(self, report: GapReport) -> None:
        """Show what was worked out."""
        self._job = None
        self._report = report
        self.form.show_answer(None)
        self.model.set_report(report, self._group())
        self.table.selectRow(0)
        self.notes.set_texts(tuple(map(words.note, report.notes)))
        self._stack.setCurrentIndex(1)
        self._narrow()
        self.oriented.emit()

    def _looked_at(self, sentence: str) -> None:
        self.cell.setText(sentence)
        middle = self.heat.cell_rect().center()
        self._room.ensureVisible(round(middle.x()), 0, theme.px(self, 40), 0)

    def _offer_form(self) -> None:
        """Where the form does not fit beside the week, a button leads to it."""
        self.what_if.setVisible(self.both.is_narrow)

    def _stopped(self, _error: object = None) -> None:
        self._job = None
        if self._report is None:
            self.waiting.say(
                "Noch nicht ausgerechnet", "Die Rechnung wurde abgebrochen.", "Ausrechnen"
            )

    def _group(self) -> int:
        code = self.ages.code()
        return next((at for at, each in enumerate(GROUPS) if each.value == code), ALL)

    def _place(self) -> int:
        return self.model.place(max(self.table.currentIndex().row(), 0))

    def _narrow(self, *_: object) -> None:
        """The heat map of the municipality and the age group that are chosen."""
        report = self._report
        if report is None:
            return
        group = self._group()
        self.model.set_report(report, group)
        place = self._place()
        self.heat.set_numbers({slot: report.minutes(place, group, slot) for slot in range(SLOTS)})
        about = ", ".join((words.place_name(report, place), self.ages.currentText()))
        self.heat.setAccessibleName(f"Betreuungslücke nach Wochentag und Stunde: {about}")

    def _selected(self, _now: QItemSelection, _before: QItemSelection) -> None:
        self._narrow()

    def _ask(self, draft: OfferDraft) -> None:
        desk, report = self._workplace.acts.desk, self._report
        if desk is not None and report is not None:
            work = desk.gaps.what_if(report, draft)
            self._started(work, "Angebot wird gerechnet", self._answered)

    def _answered(self, answer: OfferAnswer) -> None:
        self.form.show_answer(answer)

    def _started(self, work: Steps[T], title: str, then: Callable[[T], None]) -> Job[T]:
        job = Job(work, title)
        job.finished.connect(then)
        job.failed.connect(self._failed)
        self._workplace.workshop.start(job)
        return job

    def _failed(self, error: Exception) -> None:
        if isinstance(error, Refused):
            self.form.refuse(error)
        elif isinstance(error, Unavailable):
            self._workplace.asking.tell(*wording.unavailable(error))
        else:
            raise error

    def _lay_out(self) -> None:
        self.table.setModel(self.model)
        self.table.setAccessibleName("Betreuungslücke nach Gemeinden")
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setTabKeyNavigation(False)
        self.table.setShowGrid(False)
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(theme.px(self, 24))
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.table.selectionModel().selectionChanged.connect(self._selected)
        gap = theme.px(self, 16)
        master = QWidget()
        master.setAutoFillBackground(True)
        master.setBackgroundRole(self.palette().ColorRole.Base)
        column = QVBoxLayout(master)
        column.setContentsMargins(gap, gap, gap, gap)
        column.setSpacing(theme.px(self, 8))
        top = QWidget()
        row = FlowLayout(spacing=8)
        top.setLayout(row)
        self.ages.setAccessibleName("Altersgruppe")
        self.ages.setMinimumContentsLength(20)
        buttons = self.output.buttons(lambda: self._report, lambda: self.form.shown)
        for widget in (self.ages, self.what_if, *buttons):
            row.addWidget(widget)
        column.addWidget(top)
        self._room.setWidget(self.heat)
        self._room.setWidgetResizable(True)
        self._room.setFrameShape(QScrollArea.Shape.NoFrame)
        self._room.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._room.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._room.setFixedHeight(self.heat.sizeHint().height() + theme.px(self, 10))
        column.addWidget(self._room)
        column.addWidget(self.cell)
        self.table.setMinimumHeight(theme.px(self, 24 * 6))
        column.addWidget(self.table, 1)
        column.addWidget(self.notes)
        whole = QScrollArea()
        whole.setWidget(master)
        whole.setWidgetResizable(True)
        whole.setFrameShape(QScrollArea.Shape.NoFrame)
        whole.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        whole.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._stack.addWidget(self.waiting)
        self.both = SideBySide(whole, self.form, SIDE, room=ROOM)
        self.what_if.clicked.connect(self.both.show_side)
        self.both.narrowed.connect(self._offer_form)
        self._stack.addWidget(self.both)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._stack)


class _Employers:
    """Employers by their provider's id, as the form asks for them."""

    def __init__(self, lists: Lists) -> None:
        self._lists = lists

    def found(self, typed: str) -> tuple[tuple[int, str], ...]:
        query = ProviderQuery(words=typed, categories=frozenset({Category.EMPLOYER}))
        rows = self._lists.provider_rows(self._lists.provider_ids(query)[:MOST])
        return tuple((row.id, f"{row.name} – {row.town}" if row.town else row.name) for row in rows)
