"""A changed rule before it holds: from when, why, and which households take it over."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QProgressBar,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from app.done import Done
from app.errors import Refused, Unavailable
from app.progress import Step, Steps
from app.records.templates import ChangePreview
from app.rules.calendar import Day, Precision
from ui import theme, wording
from ui.jobs import Job, Workshop
from ui.templates import words
from ui.templates.change_model import ChangeModel
from ui.theme import Tone
from ui.widgets.buttons import Segments, primary, push
from ui.widgets.date_entry import DateEntry
from ui.widgets.field import Field
from ui.widgets.section import text_label
from ui.widgets.two_line import TwoLineDelegate

WIDE, HIGH = 900, 620
QUIET = 400  # milliseconds after which a typed day is looked at
NOTHING_YET = "Noch ist nichts geändert."
KEPT = "Wer nicht angehakt ist, behält seinen Plan, wie er ist."
Bulk = Literal["all", "none"]


@dataclass(frozen=True)
class Wanted:
    """What the dialog was closed with."""

    valid_from: date
    note: str
    take_over: frozenset[int]


class ChangeDialog(QDialog):
    """`given(Wanted)` when the one button was pressed; nothing changes before.

    `preview` gives the work that finds out whom the change affects from a day on; it runs as a
    job, anew when another day is typed, and is cancelled with the dialog. `act` is the verb of the
    button. Without `dated` only households are chosen: the rule holds already.
    """

    given = Signal(object)

    def __init__(
        self,
        title: str,
        sentence: str,
        act: str,
        preview: Callable[[date], Steps[ChangePreview]],
        workshop: Workshop,
        today: date,
        parent: QWidget | None = None,
        *,
        dated: bool = True,
    ) -> None:
        super().__init__(parent)
        self._preview, self._workshop, self._today = preview, workshop, today
        self._act, self._dated = act, dated
        self._job: Job[ChangePreview] | None = None
        self._writing: Job[Done] | None = None
        self._looked_at = 0
        self.model: ChangeModel | None = None
        self.setWindowTitle(title)
        self.setModal(True)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self._heading = text_label(sentence)
        theme.set_face(self._heading, "head")
        self.finding = text_label("", Tone.SECOND)
        self.valid_from = DateEntry(Day(today))
        self.valid_from.setMaximumWidth(theme.px(self, 160))
        self.note = QLineEdit()
        self.note.setPlaceholderText("Warum? Zum Beispiel: Absprache mit der Ausländerbehörde")
        self.fields = {
            "valid_from": Field("Gilt &ab", self.valid_from, label_wide=56),
            "note": Field("&Notiz", self.note, label_wide=40),
        }
        self.bulk: Segments[Bulk] = Segments("Auswahl", (("all", "Alle"), ("none", "Keine")))
        self.bulk.chosen.connect(self._choose)
        self.counted = text_label("", wrap=False)
        theme.set_face(self.counted, "strong")
        self.view = self._tree()
        self.kept = text_label(KEPT, Tone.SECOND)
        self._progress = QProgressBar()
        self._progress.setTextVisible(False)
        self._progress.setAccessibleName("Haushalte werden durchgesehen")
        self.act = primary(act, self._give, "check")
        self.act.setDefault(True)
        self._quiet = QTimer(self, singleShot=True, interval=QUIET)
        self._quiet.timeout.connect(self.look)
        self.valid_from.textEdited.connect(self._wait)
        self._lay_out()
        self.look()
        (self.valid_from if dated else self.view).setFocus()

    def look(self) -> None:
        """Find out whom the change affects from the typed day on."""
        day = self.day()
        if day is None:
            return
        self._stop()
        self._show(None)
        try:
            work = self._preview(day)
        except Refused as refused:
            self.refuse(refused)
            return
        job: Job[ChangePreview] = Job(work, "Haushalte werden durchgesehen")
        self._job = job
        self._progress.setRange(0, 0)
        job.stepped.connect(self._stepped)
        job.finished.connect(self._finished)
        job.failed.connect(self._failed)
        self._workshop.start(job)

    def day(self) -> date | None:
        """The day typed, None where it is none; what is wrong is said beside it."""
        try:
            day = self.valid_from.day()
        except Refused as refused:
            self.refuse(Refused(refused.reason, "valid_from"))
            return None
        if day is None or day.precision is not Precision.DAY:
            self.fields["valid_from"].say("Bitte als TT.MM.JJJJ eingeben.", lead=False)
            return None
        self.fields["valid_from"].say("", lead=False)
        return day.on

    def wait_for(self, job: Job[Done]) -> None:
        """The decision is being written; turning back cancels it until that has begun."""
        self._writing = job
        self.act.setEnabled(False)
        self._progress.setRange(0, 0)
        self._progress.show()
        job.stepped.connect(self._stepped)

    def refuse(self, refused: Refused) -> None:
        """Say a refusal beside its field, else above the households."""
        self._progress.hide()
        self._writing = None
        self.act.setEnabled(self.model is not None)
        field = self.fields.get(refused.field)
        if field is not None:
            field.say(wording.refused(refused), lead=False)
        self.finding.setText(NOTHING_YET if field is not None else wording.refused(refused))

    def done(self, result: int) -> None:
        self._quiet.stop()
        self._stop()
        super().done(result)

    def _stop(self) -> None:
        for job in (self._job, self._writing):
            if job is not None:
                job.cancel()
        self._job = self._writing = None

    def _wait(self) -> None:
        self._stop()
        self.act.setEnabled(False)
        self._quiet.start()

    def _stepped(self, step: Step) -> None:
        if self.sender() in (self._job, self._writing):
            self._progress.setRange(0, max(step.total, 1))
            self._progress.setValue(step.done)

    def _finished(self, found: ChangePreview) -> None:
        if self.sender() is self._job:
            self._job = None
            self._show(found)

    def _failed(self, error: Exception) -> None:
        if self.sender() is not self._job:
            return
        self._job = None
        self._progress.hide()
        if isinstance(error, Refused):
            self.refuse(error)
        elif isinstance(error, Unavailable):
            self.finding.setText(" ".join(wording.unavailable(error)))
        else:
            raise error

    def _show(self, found: ChangePreview | None) -> None:
        """What was found; None while it is being looked for."""
        before, self.model = self.model, None
        if found is not None:
            self.model = ChangeModel(found.affected, self)
            self.model.ticked.connect(self._count)
            self._looked_at = found.looked_at
        self.view.setModel(self.model)
        self._spread()
        if before is not None:
            before.deleteLater()
        some = self.model is not None and bool(self.model.affected)
        self._progress.setVisible(found is None)
        self._middle.setVisible(some)
        self.view.setVisible(some)
        self.kept.setVisible(some)
        self._spacer.setVisible(not some)
        self.finding.setText(_finding(found))
        if self.model is not None:
            self.bulk.choose("all")
            if some:
                self.view.setCurrentIndex(self.model.index(0, 0))
        self._count()

    def _choose(self, which: Bulk) -> None:
        if self.model is not None:
            every = frozenset(each.case for each in self.model.affected)
            self.model.choose(every if which == "all" else frozenset())

    def _count(self) -> None:
        self.act.setEnabled(self.model is not None)
        if self.model is None:
            return
        chosen, total = len(self.model.chosen()), len(self.model.affected)
        self.counted.setText(f"{words.number(chosen)} von {words.number(total)} ausgewählt")
        if chosen in (0, total):
            self.bulk.choose("all" if chosen else "none")
        else:
            self.bulk.choose(None)
        tail = f", {words.households(chosen)} umstellen" if self._dated else ""
        self.act.setText(f"{self._act}{tail if chosen else ''}")
        if not self._dated:
            self.act.setText(f"Für {words.households(chosen)} übernehmen")
            self.act.setEnabled(chosen > 0)

    def _give(self) -> None:
        day = self.day()
        if day is None or self.model is None:
            return
        self.given.emit(Wanted(day, self.note.text().strip(), self.model.chosen()))

    def _tree(self) -> QTreeView:
        view = QTreeView()
        view.setAccessibleName("Betroffene Haushalte")
        view.setItemDelegate(TwoLineDelegate(view, tall=False))
        view.setIndentation(0)
        view.setRootIsDecorated(False)
        view.setUniformRowHeights(True)
        view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        view.setTabKeyNavigation(False)
        return view

    def _lay_out(self) -> None:
        fields = QHBoxLayout()
        fields.setSpacing(16)
        fields.addWidget(self.fields["valid_from"], 0, Qt.AlignmentFlag.AlignTop)
        fields.addWidget(self.fields["note"], 1, Qt.AlignmentFlag.AlignTop)
        for field in self.fields.values():
            field.setVisible(self._dated)
        self._middle = QWidget()
        middle = QHBoxLayout(self._middle)
        middle.setContentsMargins(0, 0, 0, 0)
        middle.setSpacing(8)
        middle.addWidget(text_label("Auswahl", Tone.LABEL, wrap=False))
        middle.addWidget(self.bulk)
        middle.addWidget(self.counted)
        middle.addStretch(1)
        self._spacer = QWidget()
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.kept, 1)
        foot.addWidget(push("Abbrechen", self.reject))
        foot.addWidget(self.act)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(24, 16, 24, 16)
        outer.setSpacing(8)
        outer.addWidget(self._heading)
        outer.addLayout(fields)
        outer.addWidget(self.finding)
        outer.addWidget(self._progress)
        outer.addWidget(self._middle)
        outer.addWidget(self.view, 1)
        outer.addWidget(self._spacer, 1)
        outer.addLayout(foot)
        self.resize(theme.px(self, WIDE), theme.px(self, HIGH))

    def _spread(self) -> None:
        head = self.view.header()
        if self.view.model() is not None:
            head.setStretchLastSection(True)
            head.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
            head.resizeSection(0, theme.px(self, 320))
            head.resizeSection(1, theme.px(self, 180))


def _finding(found: ChangePreview | None) -> str:
    if found is None:
        return f"Die laufenden Fälle werden durchgesehen. {NOTHING_YET}"
    if not found.looked_at:
        return f"Es gibt keine laufenden Fälle. {NOTHING_YET}"
    total = words.number(found.looked_at)
    if not found.affected:
        if found.looked_at == 1:
            return "Am einen laufenden Plan ändert sich nichts."
        return f"An den {total} laufenden Plänen ändert sich nichts."
    count, one = words.number(len(found.affected)), len(found.affected) == 1
    return (
        f"{count} von {total} laufenden Plänen {'ändert' if one else 'ändern'} sich. {NOTHING_YET}"
    )
