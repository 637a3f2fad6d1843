"""The room of a case's visits: the days as planned, beside them what is edited."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QPalette, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.done import Done, Topic
from app.errors import Refused
from app.records.papers import PaperKind
from app.records.visits import VisitView
from app.rules.calendar import Day
from app.rules.terms import AnchorKind
from ui import theme, wording
from ui.page import Page, Workplace
from ui.theme import Tone
from ui.visits import words
from ui.visits.output import save_calendar
from ui.visits.plan_dialog import PlanDialog
from ui.visits.schedule import Schedule
from ui.visits.stop_form import StopForm
from ui.visits.told import ToldArea
from ui.visits.visit_form import VisitForm
from ui.widgets.buttons import link, primary, push
from ui.widgets.choices import Choice
from ui.widgets.empty_state import EmptyState
from ui.widgets.paper_dialog import open_paper, paper
from ui.widgets.paragraphs import quiet_link, wrapped
from ui.widgets.runs import Run
from ui.widgets.scrolling import ScrolledColumn, column_on

if TYPE_CHECKING:
    from app.desk import Desk

LEFT_OUT = "Gedruckt wird der Plan, wie er gespeichert ist. Notizen der Servicestelle bleiben weg."


class VisitRoom(Page):
    """Besuch: one visit at a time; Ctrl+N adds a stop, Ctrl+Shift+N a visit."""

    about_case = True
    topics: ClassVar[frozenset[Topic]] = frozenset(
        {Topic.SUPPORT, Topic.NETWORK, Topic.PROVIDERS, Topic.CANDIDATES}
    )

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(workplace, parent)
        self._visits: dict[int, VisitView] = {}
        self._visit: int | None = None
        self._stop: int | None = None
        self.choice = Choice()
        self.choice.setAccessibleName("Besuch")
        self.choice.activated.connect(self._visit_chosen)
        self.schedule = Schedule("Tage des Besuchs")
        self.notes = wrapped("", Tone.RED)
        self.hints = wrapped("", Tone.SECOND)
        self.anchor_link = quiet_link("", self._set_anchor, "flag")
        self.stop_form = StopForm(workplace)
        self.visit_form = VisitForm(workplace)
        self.empty = EmptyState(
            "map-pin",
            "Noch kein Besuch",
            "Ein Kurzurlaub zum Kennenlernen: Gespräch, Station, Kita und Wohnung, dazu Strand "
            "oder Insel. Das Programm wird aus den Angaben des Falls vorgeschlagen.",
            "Besuch anlegen",
        )
        self._lay_out()
        self._connect()

    @property
    def view(self) -> VisitView | None:
        """The visit shown."""
        return None if self._visit is None else self._visits.get(self._visit)

    def refresh(self) -> None:
        desk, case = self.desk, self.case_id
        if desk is None:
            return
        self._visits = {each.id: each for each in desk.visits.of_case(case)} if case else {}
        if self._visit not in self._visits:
            self._visit = self._next(desk)
            self._stop = None
        self.choice.set_choices(
            [(str(key), words.days(each)) for key, each in self._visits.items()]
        )
        self.choice.choose(str(self._visit or ""))
        self.choice.setVisible(len(self._visits) > 1)
        view = self.view
        for widget in self._of_a_visit:
            widget.setVisible(view is not None)
        if view is not None:
            self.schedule.show_plan(view, view.plan)
            self._tell(view)
        self._show_form()
        self.oriented.emit()

    def reveal(self, row_id: int) -> None:
        self.refresh()
        if row_id in self._visits and self._may_leave():
            self._visit, self._stop = row_id, None
            self.refresh()

    def orientation(self) -> list[Run]:
        view = self.view
        if view is None:
            return []
        return [
            Run(f"Besuch {words.days(view)}", strong=True),
            Run(f"   {words.summary(view.plan)}"),
        ]

    def unsaved(self) -> str:
        return "Eingaben zum Besuch sind" if self._typed else ""

    def begin(self) -> None:
        """A blank visit."""
        if self.case_id is None or not self._may_leave():
            return
        self.schedule.choose(None)
        self.visit_form.show_new(self.case_id)
        self._right.setCurrentWidget(self._of_visit)
        self._whole.setCurrentWidget(self._both)
        self.visit_form.focus_first()

    def begin_stop(self) -> None:
        """A blank stop of the visit shown."""
        view = self.view
        if view is None:
            self.begin()
        elif self._may_leave():
            self.schedule.choose(None)
            self.stop_form.show_new(view)
            self._right.setCurrentWidget(self._of_stop)
            self.stop_form.focus_first()

    def propose(self) -> None:
        """Show the best plan; it is kept when it is taken over."""
        desk, view = self.desk, self.view
        if desk is not None and view is not None and self._may_leave():
            if not view.stops:
                self.begin_stop()
                return
            self.dialog = PlanDialog(self.workplace, view, desk.visits.plan(view.id), self)
            self.dialog.open()

    def show_paper(self) -> None:
        """The printed plan in the family's language."""
        view = self.view
        if view is not None:
            key = view.id
            sheet = paper(
                lambda desk: desk.visits.sheet(key), PaperKind.VISIT, view.case, "", LEFT_OUT
            )
            open_paper(self.workplace, sheet, self)

    def _next(self, desk: Desk) -> int | None:
        """The next visit, else the last one."""
        today = desk.transactions.today()
        coming = [key for key, each in self._visits.items() if each.draft.last >= today]
        return coming[0] if coming else next(reversed(self._visits), None)

    @property
    def _typed(self) -> bool:
        return any(
            form.is_typed and self._right.currentWidget() is area
            for form, area in ((self.stop_form, self._of_stop), (self.visit_form, self._of_visit))
        )

    def _may_leave(self) -> bool:
        """Whether nothing would be lost, or the user wants to lose it."""
        if not self._typed:
            return True
        if not self.workplace.asking.discard():
            return False
        for form in (self.stop_form, self.visit_form):
            form.settle()
        self._show_form()
        return True

    def _tell(self, view: VisitView) -> None:
        names = words.names_of(view)
        wrong = [words.note(each, view, names) for each in view.plan.conflicts]
        rest = [each for each in view.plan.notes if each not in view.plan.conflicts]
        hints = [*(words.note(each, view, names) for each in rest), *words.remarks(view, view.plan)]
        for label, told in ((self.notes, wrong), (self.hints, hints)):
            label.setText("\n".join(told))
            label.setVisible(bool(told))
        self._told.setVisible(bool(wrong or hints))
        self._told.fit()
        self.anchor_link.setText(words.anchor(view))
        self.anchor_link.setVisible(bool(words.anchor(view)))

    def _show_form(self) -> None:
        """What is edited follows the file unless something is half typed."""
        view = self.view
        if self._typed:
            return
        if view is None:
            self._whole.setCurrentWidget(self.empty)
            return
        self._whole.setCurrentWidget(self._both)
        stop = next((each for each in view.stops if each.id == self._stop), None)
        if stop is None:
            self._stop = None
            self.visit_form.show_visit(view)
            self._right.setCurrentWidget(self._of_visit)
        else:
            self.schedule.choose(stop.id)
            self.stop_form.show_stop(view, stop)
            self._right.setCurrentWidget(self._of_stop)

    def _visit_chosen(self) -> None:
        if self._may_leave():
            self._visit, self._stop = int(self.choice.code()), None
            self.refresh()
        else:
            self.choice.choose(str(self._visit or ""))

    def _stop_chosen(self, stop_id: int) -> None:
        if not self._may_leave():
            self.schedule.choose(self._stop)
            return
        self._stop = stop_id
        self._show_form()

    def _show_visit(self) -> None:
        if self._may_leave():
            self._stop = None
            self.schedule.choose(None)
            self._show_form()

    def _stop_saved(self, done: Done) -> None:
        self._stop = int(done.facts["stop"])
        self.stop_form.settle()
        self.refresh()

    def _visit_saved(self, done: Done) -> None:
        self._visit, self._stop = int(done.facts["id"]), None
        self.visit_form.settle()
        self.refresh()

    def _left(self) -> None:
        self._show_form()

    def _remove_stop(self, stop_id: int | None = None) -> None:
        key = stop_id or self.stop_form.stop_id
        if key is not None:
            self.acts.do(lambda desk: desk.visits.remove_stop(key), self)

    def _remove_visit(self) -> None:
        key = self.visit_form.visit_id
        if key is not None:
            self.acts.do(lambda desk: desk.visits.remove(key), self)

    def _pin(self, stop_id: int | None = None) -> None:
        """Fix the planned time of a stop, or let it go."""
        view, key = self.view, stop_id or self.stop_form.stop_id
        if view is None or key is None or not self._may_leave():
            return
        stop = view.stop(key)
        self._stop = key
        if stop.draft.asked_day is not None and stop.draft.asked_start is not None:
            self.acts.do(lambda desk: desk.visits.unpin(key), self)
        elif stop.day is not None and stop.start is not None:
            self.acts.do(partial(_pinned, key, stop.day, stop.start), self)

    def _set_anchor(self) -> None:
        view = self.view
        if view is not None:
            case, first = view.case, view.draft.first
            self.acts.do(
                lambda desk: desk.plan.set_anchor(case, AnchorKind.VISIT, Day(first)), self
            )

    def _save(self) -> None:
        if self.view is not None:
            save_calendar(self.workplace, self.view, self)

    def refusal(self, refused: Refused) -> None:
        self.notes.setText(wording.refused(refused))
        self.notes.show()
        self._told.show()
        self._told.fit()

    def _connect(self) -> None:
        self.schedule.chosen.connect(self._stop_chosen)
        self.schedule.removing.connect(self._remove_stop)
        self.schedule.pinning.connect(self._pin)
        self.stop_form.removing.connect(self._remove_stop)
        self.stop_form.pinning.connect(self._pin)
        self.stop_form.saved.connect(self._stop_saved)
        self.stop_form.left.connect(self._left)
        self.visit_form.removing.connect(self._remove_visit)
        self.visit_form.saved.connect(self._visit_saved)
        self.visit_form.left.connect(self._left)
        self.empty.accepted.connect(self.begin)
        for keys, act in (("Ctrl+N", self.begin_stop), ("Ctrl+Shift+N", self.begin)):
            shortcut = QShortcut(QKeySequence(keys), self, act)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def _lay_out(self) -> None:
        self.plan_button = primary("Plan &vorschlagen", self.propose)
        self.print_button = push("&Besuchsplan …", self.show_paper, "printer")
        self.save_button = push("&Kalender …", self._save, "calendar-arrow-down")
        self.visit_link = link("Neuer Besuch", self.begin, "plus")
        self.visit_link.setToolTip("Neuer Besuch (Strg+Umschalt+N)")
        self.stop_link = link("Programm&punkt", self.begin_stop, "plus")
        self.stop_link.setToolTip("Programmpunkt anlegen (Strg+N)")
        self.about_link = link("Angaben zum Besuch", self._show_visit, "pencil")
        acts = QHBoxLayout()
        acts.setSpacing(8)
        for button in (self.plan_button, self.print_button, self.save_button):
            acts.addWidget(button)
        acts.addStretch(1)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.choice, 1)
        for each in (self.stop_link, self.about_link, self.visit_link):
            head.addWidget(each)
        head.addStretch(0)
        left, column = column_on(QPalette.ColorRole.AlternateBase, spacing=8)
        column.addLayout(acts)
        column.addLayout(head)
        column.addWidget(self.schedule, 1)
        told = QWidget()
        lines = QVBoxLayout(told)
        lines.setContentsMargins(0, 0, 0, 0)
        for label in (self.notes, self.hints):
            lines.addWidget(label)
        self._told = ToldArea(told)
        column.addWidget(self._told)
        column.addWidget(self.anchor_link)
        self._of_a_visit = (
            *(self.plan_button, self.print_button, self.save_button, self.stop_link),
            *(self.about_link, self.visit_link, self._told, self.anchor_link),
        )
        self._of_stop = ScrolledColumn(self.stop_form)
        self._of_visit = ScrolledColumn(self.visit_form)
        self._right = QStackedWidget()
        self._right.addWidget(self._of_visit)
        self._right.addWidget(self._of_stop)
        self._right.setMinimumWidth(theme.px(self, 320))
        self._both = QWidget()
        both = QHBoxLayout(self._both)
        both.setContentsMargins(0, 0, 0, 0)
        both.setSpacing(0)
        both.addWidget(left, 1)
        both.addWidget(self._right, 1)
        self._whole = QStackedWidget()
        self._whole.addWidget(self.empty)
        self._whole.addWidget(self._both)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._whole)


def _pinned(key: int, day: date, start: int, desk: Desk) -> Done:
    return desk.visits.pin(key, day, start)
