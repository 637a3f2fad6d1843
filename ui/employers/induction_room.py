"""The room of an induction: the weeks around the first day, and who says what of each step."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QKeySequence, QPalette, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QBoxLayout,
    QFrame,
    QHeaderView,
    QScrollArea,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from app.done import Done, Topic
from app.records.induction import ConfirmationDraft, InductionStep, InductionView
from app.records.papers import PaperKind
from app.rules.slipping import Outcome
from app.rules.terms import Role
from ui import theme
from ui.employers import words
from ui.employers.confirm_form import ConfirmForm, confirm, retract
from ui.employers.induction_model import DUE, FIRST_ROLE, STEP, InductionModel, first_open
from ui.page import Page, Workplace
from ui.theme import Tone
from ui.widgets.buttons import push
from ui.widgets.empty_state import EmptyState
from ui.widgets.padded import PaddedDelegate
from ui.widgets.paper_dialog import open_paper, paper
from ui.widgets.paragraphs import wrapped
from ui.widgets.runs import Run
from ui.widgets.section import Section
from ui.widgets.site_note import SiteNote

if TYPE_CHECKING:
    from app.desk import Desk
    from app.services.papers import PaperOrder

KEYS = "Im Kästchen: E erledigt · T teils · N nicht · Entf zurücknehmen · Enter mit Notiz"
LEFT_OUT = (
    "Nur Schritte des Arbeitgebers. Nicht darauf: Antworten, Notizen und alles, was auf Angaben "
    "zur Gesundheit beruht."
)
ANSWER_KEYS = (("E", Outcome.DONE), ("T", Outcome.PARTLY), ("N", Outcome.MISSED))
DUE_WIDE, ROLE_WIDE, PANE, PANE_HIGH = 116, 84, 296, 160
ROOM = 1040  # pixels at 100 % from which the answer stands beside the table, else below it


class InductionRoom(Page):
    """Einarbeitung."""

    topics = frozenset({Topic.PLAN, Topic.CANDIDATES, Topic.PROVIDERS})
    about_case = True
    needs_case = True

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(workplace, parent)
        self._view: InductionView | None = None
        self.model = InductionModel(self)
        self.table = self._table()
        self.form = ConfirmForm(workplace)
        self.differing = wrapped("", Tone.RED)
        self.site = SiteNote()
        self.ward_button = push("&Blatt für die Station …", self.ward_sheet, "printer")
        self.newcomer_button = push("Blatt zur ersten &Woche …", self.newcomer_sheet, "printer")
        self.empty = EmptyState(
            "clipboard-list",
            "Noch keine Einarbeitung",
            "Hier stehen die Schritte des Arbeitgebers, sobald der erste Arbeitstag eingetragen "
            "ist.",
        )
        self._lay_out()
        self.form.saved.connect(self._saved)
        self.form.left.connect(self._to_table)
        self.site.followed.connect(self._follow)
        self.table.selectionModel().currentChanged.connect(self._show_answer)
        self.table.activated.connect(self._edit)
        self.model.modelReset.connect(self._dress_table)
        for key, outcome in ANSWER_KEYS:
            self._key(key, partial(self.answer, outcome))
        self._key("Del", self.take_back)

    def refresh(self) -> None:
        desk = self.desk
        if desk is None or self.case_id is None:
            return
        other = self._view is None or self._view.case != self.case_id
        view = self._view = desk.induction.view(self.case_id)
        self.model.show_induction(view)
        self._stack.setCurrentWidget(self._whole if view.steps else self.empty)
        self.site.show_warning(desk.employers.warning_of_case(self.case_id))
        self._tell_differing(view)
        if other:
            self._start(view)
        elif not self.form.is_typed:
            self._show_answer(self.table.currentIndex())
        self.oriented.emit()

    def reveal(self, row_id: int) -> None:
        self.refresh()
        self._choose(self.model.place(row_id, Role.PERSON))

    def orientation(self) -> list[Run]:
        view = self._view
        if view is None or not view.steps:
            return []
        open_ = sum(1 for step in view.steps for role in step.asked if not step.of(role))
        day = f"Erster Arbeitstag {view.first_day.on:%d.%m.%Y}" if view.first_day else ""
        differ = sum(step.differ for step in view.steps)
        said = [day, view.employer_name, f"{open_} Antworten stehen aus" if open_ else ""]
        runs = [Run(" · ".join(part for part in said if part))]
        if differ:
            steps = "1 Schritt" if differ == 1 else f"{differ} Schritte"
            runs.append(Run(f" · {steps} mit Widerspruch", strong=True))
        return runs

    def strip_actions(self) -> list[QWidget]:
        return [self.ward_button, self.newcomer_button]

    def unsaved(self) -> str:
        return "Eine Antwort ist" if self.form.is_typed else ""

    def answer(self, outcome: Outcome) -> None:
        """Note an answer of today in the cell that is chosen."""
        step, role = self._chosen()
        if step is None or role is None:
            return
        kept = step.of(role)
        by = kept.by if kept else self._holder(role)
        draft = ConfirmationDraft(
            role, outcome, self.workplace.today(), by, kept.note if kept else ""
        )
        done = self.form.send(partial(confirm, step.id, draft))
        if done is not None:
            self.form.settle()
            self._offer(step, done)
            self._show_answer(self.table.currentIndex())

    def take_back(self) -> None:
        """Take the answer of the chosen cell back."""
        step, role = self._chosen()
        if step is not None and role is not None and step.of(role):
            self.form.send(partial(retract, step.id, role))

    def ward_sheet(self) -> None:
        """Show the sheet of the first week for the ward."""
        self._sheet(PaperKind.FIRST_WEEK_WARD)

    def newcomer_sheet(self) -> None:
        """Show the sheet of the first week for the newcomer."""
        self._sheet(PaperKind.FIRST_WEEK_NEWCOMER)

    def _sheet(self, kind: PaperKind) -> None:
        view = self._view
        if view is None:
            return
        ward = kind is PaperKind.FIRST_WEEK_WARD
        # the ward's own language is German, whatever the family speaks
        case = None if ward else view.case
        order = partial(_order, view.case, kind)
        sheet = paper(order, kind, case, view.name, LEFT_OUT if ward else "")
        open_paper(self.workplace, sheet, self)

    def _offer(self, step: InductionStep, done: Done) -> None:
        """The step's own role says it is done: it may be ticked."""
        if done.facts.get("offer") != "yes":
            return
        if self.workplace.asking.confirm(
            "Schritt abhaken?",
            f"„{step.title}“ ist nach dieser Antwort erledigt. Soll der Schritt im Plan als "
            "erledigt gelten?",
            "Abhaken",
        ):
            self.acts.do(partial(_tick, step.id), self)

    def _saved(self, done: Done) -> None:
        step, _ = self._chosen()
        if step is not None:
            self._offer(step, done)
        self._to_table()

    def _follow(self, successor: int) -> None:
        """The case starts at the site that follows."""
        if self.case_id is not None:
            self.acts.do(partial(_employ, self.case_id, successor), self)

    def _start(self, view: InductionView) -> None:
        step = first_open(view, self.workplace.today())
        self.form.hide()
        if step is not None:
            self._choose(self.model.place(step, Role.PERSON))

    def _choose(self, index: QModelIndex) -> None:
        if index.isValid():
            self.table.setCurrentIndex(index)
            self.table.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtCenter)

    def _chosen(self) -> tuple[InductionStep | None, Role | None]:
        index = self.table.currentIndex()
        return self.model.step_at(index), self.model.role_at(index)

    def _holder(self, role: Role) -> str:
        return dict(self._view.holders).get(role, "") if self._view else ""

    def _show_answer(self, index: QModelIndex, _before: QModelIndex | None = None) -> None:
        if self.form.is_typed:
            return
        step, role = self.model.step_at(index), self.model.role_at(index)
        self.form.setVisible(step is not None and role is not None)
        if step is not None and role is not None:
            self.form.show_answer(step, role, self._holder(role))

    def _edit(self) -> None:
        if not self.form.isHidden():
            self.form.focus_first()

    def _to_table(self) -> None:
        self.table.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = self.width() >= theme.px(self, ROOM)
        way = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        self._both.setDirection(way)
        self._pane.setMinimumWidth(theme.px(self, PANE) if wide else 0)
        self._pane.setMaximumWidth(theme.px(self, PANE) if wide else 16_777_215)
        self._pane.setMaximumHeight(16_777_215 if wide else theme.px(self, PANE_HIGH))

    def _tell_differing(self, view: InductionView) -> None:
        lines = [f"{each.title}: {words.differing(each)}" for each in view.steps if each.differ]
        self.differing.setText("\n".join(lines))
        self._differ.setVisible(bool(lines))

    def _key(self, key: str, act: Callable[[], object]) -> None:
        shortcut = QShortcut(QKeySequence(key), self.table)
        shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
        shortcut.activated.connect(act)

    def _table(self) -> QTableView:
        table = QTableView()
        table.setModel(self.model)
        table.setItemDelegate(PaddedDelegate(table))
        table.setAccessibleName("Schritte der Einarbeitung und Antworten")
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setTabKeyNavigation(False)
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(theme.px(self, theme.ROW))
        table.horizontalHeader().setHighlightSections(False)
        table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        return table

    def _dress_table(self) -> None:
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(STEP, QHeaderView.ResizeMode.Stretch)
        header.resizeSection(DUE, theme.px(self, DUE_WIDE))
        for at in range(len(self.model.roles)):
            header.resizeSection(FIRST_ROLE + at, theme.px(self, ROLE_WIDE))
        self.table.clearSpans()
        for at, row in enumerate(self.model.rows):
            if row.step is None and self.model.columnCount() > 1:
                self.table.setSpan(at, 0, 1, self.model.columnCount())

    def _lay_out(self) -> None:
        self._differ = Section("Nicht einer Meinung")
        self._differ.body.addWidget(self.differing)
        pane = QWidget()
        pane.setAutoFillBackground(True)
        pane.setBackgroundRole(QPalette.ColorRole.Base)
        beside = QVBoxLayout(pane)
        beside.setContentsMargins(12, 12, 16, 12)
        beside.setSpacing(12)
        beside.addWidget(self.site)
        beside.addWidget(self.form)
        beside.addWidget(self._differ)
        beside.addStretch(1)
        beside.addWidget(wrapped(KEYS, Tone.SECOND))
        self._pane = QScrollArea()
        self._pane.setFrameShape(QFrame.Shape.NoFrame)
        self._pane.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._pane.setWidgetResizable(True)
        self._pane.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._pane.setWidget(pane)
        self._whole = QWidget()
        self._both = QBoxLayout(QBoxLayout.Direction.LeftToRight, self._whole)
        self._both.setContentsMargins(0, 0, 0, 0)
        self._both.setSpacing(0)
        self._both.addWidget(self.table, 1)
        self._both.addWidget(self._pane)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.empty)
        self._stack.addWidget(self._whole)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)
        self.form.hide()


def _order(case: int, kind: PaperKind, desk: Desk) -> PaperOrder:
    if kind is PaperKind.FIRST_WEEK_WARD:
        return desk.induction.ward_sheet(case)
    return desk.induction.newcomer_sheet(case)


def _tick(step: int, desk: Desk) -> Done:
    return desk.plan.tick(step)


def _employ(case_id: int, employer: int, desk: Desk) -> Done:
    draft = desk.candidates.case(case_id).draft
    return desk.candidates.edit(case_id, replace(draft, employer=employer))
