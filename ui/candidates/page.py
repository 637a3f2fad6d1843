"""The tab of candidates: filters, the list, and the case beside it, edited in place."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, Qt, QTimer
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QWidget

from app.content.languages import country_name
from app.done import Done, Topic
from app.errors import Refused
from app.records.cases import CaseQuery, CaseState
from app.rules.calendar import Day
from app.rules.terms import AnchorKind, MemberRole, Stage, Track
from ui import theme
from ui.candidates import words
from ui.candidates.aside import BUILT_IN, Aside
from ui.candidates.case_list import CaseList
from ui.candidates.right import RightColumn
from ui.page import CONSENT, CONTACT, PERSON, Page, Workplace
from ui.widgets.empty_state import EmptyState

if TYPE_CHECKING:
    from app.desk import Desk
    from ui.candidates.case_pane import CasePane
    from ui.candidates.new_case import NewCaseForm

WIDTHS = (200, 688, 478)
PANEL_BELOW = 1200  # at 100 % text; narrower, the case lies over the list
ASIDE_BELOW = 800  # narrower, the saved filters are shown with the filters only
STATE = "candidates"
IDLE = 400  # ms after the desk is open


class CandidatesPage(Page):
    """A case in which something is typed keeps its own column until that is saved or discarded,
    so going to another case and back loses nothing. Column and forms are built when they are first
    needed: the rows are painted before."""

    topics = frozenset({Topic.CANDIDATES, Topic.PLAN, Topic.PROVIDERS, Topic.OFFICE})

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(workplace, parent)
        self.aside = Aside()
        self.list = CaseList(workplace.lists, workplace.today)
        self.right = RightColumn(self)
        self.nobody = EmptyState(
            "user",
            "Kein Fall ausgewählt",
            "Wählen Sie links eine Person. Hier stehen dann Haushalt, Angaben, Kontakte und "
            "Termine; alles lässt sich an Ort und Stelle ändern.",
        )
        self._kept: dict[int, CasePane] = {}
        self._pane: CasePane | None = None
        self._new_case: NewCaseForm | None = None
        self.right.stack.addWidget(self.nobody)
        self.aside.show_counts([], [None] * len(BUILT_IN), {})
        self._to_count: list[CaseQuery] = []
        self._counted: list[int | None] = []
        self._panel = False
        self._wants_new = False
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._splitter.setHandleWidth(1)
        self._splitter.setChildrenCollapsible(False)
        columns: tuple[tuple[QWidget, int], ...] = (
            (self.aside, 140),
            (self.list, 320),
            (self.right, 360),
        )
        for column, least in columns:
            column.setMinimumWidth(theme.px(self, least))
            self._splitter.addWidget(column)
        self._splitter.setStretchFactor(1, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._splitter)
        self._count_soon = QTimer(self, singleShot=True, interval=0)
        self._count_soon.timeout.connect(self._count_next)
        self._connect()
        self._restore_widths()

    @property
    def pane(self) -> CasePane:
        """The column that shows the case."""
        if self._pane is None:
            self._pane = self._new_pane()
        return self._pane

    @property
    def new_case(self) -> NewCaseForm:
        """The form of a new case."""
        if self._new_case is None:
            from ui.candidates.new_case import NewCaseForm

            self._new_case = NewCaseForm(self.acts, self.workplace.asking, self.workplace.today)
            self._new_case.saved.connect(self._registered)
            self._new_case.left.connect(self._new_left)
            self.right.stack.addWidget(self._new_case)
        return self._new_case

    def unsaved(self) -> str:
        panes = (*self._kept.values(), self._pane)
        typed = sum(pane is not None and pane.is_typed for pane in panes)
        return words.unsaved(typed, is_new=bool(self._new_case and self._new_case.is_typed))

    def refresh(self) -> None:
        self.list.look_again()
        self._to_count = [query for _, query in BUILT_IN]
        self._counted = []
        self._count_soon.start()
        self._show_case()

    def desk_opened(self) -> None:
        if self._wants_new:
            self.start_new_case()
        QTimer.singleShot(IDLE, self, self._prepare)

    def shows(self, case_id: int | None) -> None:
        if case_id == self.case_id:
            return
        self.case_id = case_id
        if case_id is not None and self._takes_new():
            self.right.stack.setCurrentWidget(self.nobody)
        if self.isVisible():
            self._show_case()
        else:
            self.look_again()

    def search_field(self) -> QWidget:
        return self.list.search

    def reveal(self, row_id: int) -> None:
        """Show this case, even where the list does not hold it."""
        self._choose(row_id)

    def ask(self, fact: str) -> None:
        """Lead to the question for a fact of the case shown, to a new entry of its log, consent
        or person."""
        self._open_panel()
        if self._pane is not None and fact == CONTACT:
            self._pane.contacts.enter()
        elif self._pane is not None and fact.partition(":")[0] == CONSENT:
            self._pane.consents.add_consent(fact.partition(":")[2])
        elif self._pane is not None and fact.partition(":")[0] == PERSON:
            self._pane.household.take_up(MemberRole(fact.partition(":")[2]))
        elif self._pane is not None:
            self._pane.questions.enter(fact)

    def start_new_case(self) -> None:
        """Open the form of a new case; what was typed there before is still there."""
        desk = self.desk
        self._wants_new = desk is None
        if desk is None:
            return
        from ui.candidates.case_form import offers

        self._open_panel()
        self.right.stack.setCurrentWidget(self.new_case)
        self.new_case.start(offers(desk), self.list.query.advisor)

    def edit(self) -> None:
        """F2: edit what the focus is on, else what is known of the case."""
        if self._pane is not None and self.right.stack.currentWidget() is self._pane:
            self._open_panel()
            self.pane.edit(self.window().focusWidget())

    def turn_panel(self) -> None:
        """F4: to the case and back to the list; a panel opens and closes."""
        focus = self.window().focusWidget()
        inside = focus is not None and self.right.isAncestorOf(focus)
        if inside or (self._panel and not self.right.isHidden()):
            self._leave_right()
        else:
            self._open_panel()
            self.right.close_button.setFocus()
            self.right.focusNextChild()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _connect(self) -> None:
        self.list.table.chosen.connect(self._choose)
        self.list.table.entered.connect(self._enter)
        self.list.asked.connect(self._asked)
        self.list.new_wanted.connect(self.start_new_case)
        self.list.pane_wanted.connect(self.turn_panel)
        self.aside.query_chosen.connect(self._query_chosen)
        self.aside.stage_chosen.connect(self._stage_chosen)
        self.aside.keep_wanted.connect(self._keep_filter)
        self.aside.remove_wanted.connect(self._remove_filter)
        self.list.filters_turned.connect(self._show_aside)
        self.right.left.connect(self._leave_right)
        self._splitter.splitterMoved.connect(self._keep_widths)
        for keys, act in (("F2", self.edit), ("F4", self.turn_panel)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)
        # Not the button's own: a button waits a tenth of a second before it acts on its key.
        QShortcut(QKeySequence("Ctrl+N"), self).activated.connect(self.start_new_case)

    def _prepare(self) -> None:
        """Build the column and read the names of countries before they are first wanted."""
        if not self.pane.isVisible():
            country_name("DE")

    def _redate(self, kind: AnchorKind, day: Day | None) -> None:
        """Move a date of the case, seen first."""
        from ui.redating.dialog import redate

        pane = self.pane
        if pane.case_id is not None:
            dialog = redate(self.workplace, pane.case_id, kind, day, self)
            dialog.finished.connect(pane.anchors.take_back)
            dialog.step_wanted.connect(self._lead_to_step)

    def _lead_to_step(self, track: Track, step_id: int) -> None:
        self.elsewhere.emit(track.value, step_id)

    def _takes_new(self) -> bool:
        """Whether the form of a new case is in sight."""
        return self._new_case is not None and self.right.stack.currentWidget() is self._new_case

    def _new_pane(self) -> CasePane:
        from ui.candidates.case_pane import CasePane

        pane = CasePane(self.acts, self.workplace.asking, self.workplace.today)
        pane.anchors.move_wanted.connect(self._redate)
        self.right.stack.addWidget(pane)
        return pane

    def _choose(self, case_id: int) -> None:
        if self._takes_new():
            self.right.stack.setCurrentWidget(self.nobody)
        if case_id == self.case_id:
            self._show_case()
        else:
            self.shows(case_id)
        self.case_chosen.emit(case_id)

    def _enter(self, case_id: int) -> None:
        self._choose(case_id)
        self._open_panel()
        if self._pane is not None:
            self._pane.focus_first()

    def _show_case(self) -> None:
        self.list.table.show_case(self.case_id)
        desk = self.desk
        new_open = self._takes_new()
        if self.case_id is None or desk is None:
            if not new_open:
                self.right.stack.setCurrentWidget(self.nobody)
            return
        try:
            view = desk.candidates.case(self.case_id)
        except Refused:
            # Taken back, or gone since another program wrote.
            self.case_id = None
            self.case_chosen.emit(None)
            self.list.table.show_case(None)
            if not new_open:
                self.right.stack.setCurrentWidget(self.nobody)
            return
        self._take_pane(self.case_id)
        unclear = sum(desk.plan.view(self.case_id, track).unclear for track in Track)
        self.pane.show_case(view, unclear)
        if not new_open:
            self.right.stack.setCurrentWidget(self.pane)

    def _take_pane(self, case_id: int) -> None:
        """The column of this case: the one kept for it, else one in which nothing is typed."""
        if self.pane.case_id == case_id:
            return
        if self.pane.case_id is not None and self.pane.is_typed:
            self._kept[self.pane.case_id] = self.pane
            self._pane = self._kept.pop(case_id) if case_id in self._kept else self._new_pane()
        elif case_id in self._kept:
            self.right.stack.removeWidget(self.pane)
            self.pane.deleteLater()
            self._pane = self._kept.pop(case_id)
        else:
            self.pane.shut()

    def _count_next(self) -> None:
        """What stands at the left, asked after the rows are painted, one question at a time so
        that typing goes on in between."""
        lists = self.workplace.lists
        if self._to_count:
            self._counted.append(lists.case_count(self._to_count.pop(0)))
            self._count_soon.start()
            return
        self.aside.show_counts(
            lists.saved_filters(),
            self._counted,
            lists.stage_counts(CaseQuery(state=CaseState.RUNNING)),
        )
        self.aside.show_query(self.list.query)
        if self.desk is not None:
            advisors = [(str(each.id), each.name) for each in self.desk.office.advisors()]
            self.list.filters.set_advisors(advisors)

    def _asked(self, query: CaseQuery) -> None:
        self.aside.show_query(query)
        self.list.table.show_case(self.case_id)

    def _query_chosen(self, query: CaseQuery) -> None:
        shown = self.list.query
        self.list.ask(replace(query, order=shown.order, descending=shown.descending))

    def _stage_chosen(self, stage: Stage | None) -> None:
        wanted = frozenset({stage} if stage else ())
        self.list.ask(replace(self.list.query, stages=wanted))

    def _keep_filter(self, name: str) -> None:
        made: list[Done] = []
        query = self.list.query

        def run(desk: Desk) -> Done:
            made.append(desk.office.save_filter(name, query))
            return made[0]

        self.acts.do(run, self)
        if made:
            self.aside.shut_name()

    def _remove_filter(self, filter_id: int) -> None:
        self.acts.do(partial(_remove_filter, filter_id), self)

    def refusal(self, refused: Refused) -> None:
        self.aside.say(words.refused(refused))

    def _registered(self, done: Done) -> None:
        self.new_case.forget()
        if done.case is not None:
            self._choose(done.case)
            self.pane.household.focus_add()

    def _new_left(self) -> None:
        known = self._pane is not None and self.case_id is not None
        self.right.stack.setCurrentWidget(self.pane if known else self.nobody)
        self._leave_right()

    def _leave_right(self) -> None:
        if self._panel:
            self.right.hide()
        shown = self.list.table if self.list.table.isVisible() else self.list.search
        shown.setFocus()

    def _open_panel(self) -> None:
        if self._panel:
            self.right.show()
            self.right.raise_()
            self._place_panel()

    def _arrange(self) -> None:
        """Put the case beside the list or over it, as the width allows."""
        panel = self.width() < theme.px(self, PANEL_BELOW)
        if panel != self._panel:
            self._panel = panel
            self.right.set_panel(panel=panel)
            self.list.pane_button.setVisible(panel)
            if panel:
                self.right.setParent(self)
                self.right.hide()
            else:
                self._splitter.addWidget(self.right)
                self.right.show()
                self._restore_widths()
        if panel:
            self._place_panel()
        self._show_aside()

    def _show_aside(self) -> None:
        """Where even the list is cramped, the filters at the left come with the button."""
        cramped = self.width() < theme.px(self, ASIDE_BELOW)
        self.aside.setVisible(not cramped or self.list.filter_button.isChecked())

    def _place_panel(self) -> None:
        wide = min(theme.px(self, WIDTHS[2]), self.width() - theme.px(self, 24))
        self.right.setMinimumWidth(min(wide, theme.px(self, 360)))
        self.right.setGeometry(self.width() - wide, 0, wide, self.height())

    def _restore_widths(self) -> None:
        state = self.workplace.settings.state(STATE)
        if state == QByteArray() or not self._splitter.restoreState(state):
            self._splitter.setSizes([theme.px(self, wide) for wide in WIDTHS])

    def _keep_widths(self, _place: int, _at: int) -> None:
        if not self._panel:
            self.workplace.settings.keep_state(STATE, self._splitter.saveState())


def _remove_filter(filter_id: int, desk: Desk) -> Done:
    return desk.office.remove_filter(filter_id)
