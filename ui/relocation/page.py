"""The tab Umzug: the plan as a checklist by date, office or person, one step beside it."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from app.records.plan import PlanView
from app.rules.terms import Track
from ui.page import Workplace
from ui.relocation import paper, remembered
from ui.relocation.groups import View
from ui.relocation.view import ChecklistView
from ui.widgets.blocker_strip import BlockerStrip
from ui.widgets.buttons import icon_button
from ui.widgets.choice import Choice
from ui.widgets.paper_dialog import PaperDialog
from ui.widgets.plan_page import PlanPage

VIEWS = ((View.DUE, "nach Frist"), (View.OFFICE, "nach Stelle"), (View.PERSON, "nach Person"))


class RelocationPage(PlanPage):
    """Filtered by person: who is chosen sees the household's steps too."""

    track = Track.RELOCATION
    side_wide = 360

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(workplace, parent)
        self.views: Choice[View] = Choice("Ansicht", VIEWS, self)
        self.people: Choice[int | None] = Choice("Für wen", [(None, "Alle")], self)
        self.paper_button = icon_button("printer", "Liste drucken oder als PDF …", self.show_paper)
        self.paper_button.setShortcut("Ctrl+P")
        self.paper_button.setToolTip("Liste drucken oder als PDF speichern (Strg+P)")
        for action in (self.views, self.people, self.paper_button):
            action.setParent(self)
            action.hide()  # until the strip shows it
        self.blockers = BlockerStrip()
        self.blockers.step_wanted.connect(self.lead_to)
        self.blockers.fact_wanted.connect(self._lead_to_case)
        self.column.insertWidget(0, self.blockers)
        self.views.choose(remembered.view(workplace.settings))
        self.views.chosen.connect(self._regroup)
        self.people.chosen.connect(self._filter)
        self.list.set_folded(remembered.folded(workplace.settings))
        self.list.folds_changed.connect(self._keep_folds)
        self._paper: PaperDialog | None = None
        self._person: int | None = None
        self._shown_case: int | None = None

    def master(self) -> QWidget:
        """The checklist."""
        self.list = ChecklistView()
        self.list.chosen.connect(self.choose)
        self.list.ticked.connect(self.tick)
        self.list.noted.connect(self.note)
        self.list.opened.connect(self.open_step)
        return self.list

    def show_plan(self, view: PlanView) -> int | None:
        """The list keeps selection and place."""
        same = view.head.id == self._shown_case
        self._shown_case = view.head.id
        members = dict(view.head.members)
        if self._person not in members:
            self._person = None
        self.people.set_choices([(None, "Alle"), *members.items()])
        self.people.choose(self._person)
        self.blockers.set_blockers(view.head.blockers)
        self.list.set_plan(view, self._person, self.by, same=same)
        return self.list.current_step()

    @property
    def by(self) -> View:
        """By what the list is grouped."""
        return self.views.key() or View.DUE

    def focus_master(self) -> None:
        """Lead to the checklist."""
        self.list.setFocus()

    def strip_actions(self) -> list[QWidget]:
        """How it is grouped, whose steps, all steps, new step, paper."""
        others = super().strip_actions()
        if self.view is None or self.shows_all_steps:
            return others
        several = len(self.view.head.members) > 1
        choices = [self.views, self.people] if several else [self.views]
        self._make_room()
        return [*choices, *others, self.paper_button]

    def reveal(self, row_id: int) -> None:
        """Show a step and lead to it, whoever the list was filtered for."""
        super().reveal(row_id)
        if self.view is not None and not self.list.checklist.index_of(row_id).isValid():
            self._filter(None)
            self.people.choose(None)
        self.list.choose(row_id)
        self.list.setFocus()

    def show_paper(self) -> None:
        """The list alone as it is printed, to print or to save."""
        if self.desk is not None and self.view is not None:
            if self._paper is not None:
                self._paper.deleteLater()
            head = self.view.head
            sheet = paper.checklist(head.id, head.name)
            self._paper = PaperDialog(self.workplace, sheet, self)
            self._paper.show_pages()
            self._paper.open()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        """Fold the choices of the strip, the persons first, so that its sentence can be read."""
        room = self.strip_room(self.paper_button)
        wide = self.views.room(tight=False) + self.people.room(tight=False)
        self.people.set_tight(tight=wide > room)
        rest = self.views.room(tight=False) + self.people.room(tight=True)
        self.views.set_tight(tight=rest > room)

    def _lead_to_case(self, fact: str) -> None:
        if self.case_id is not None:
            self.elsewhere.emit("candidates", fact)

    def _filter(self, person: int | None) -> None:
        self._person = person
        self._show_again()

    def _regroup(self, by: View) -> None:
        remembered.keep_view(self.workplace.settings, by)
        self._show_again()

    def _show_again(self) -> None:
        if self.view is not None:
            self.list.set_plan(self.view, self._person, self.by, same=True)
            self.choose(self.list.current_step())

    def _keep_folds(self) -> None:
        remembered.keep_folded(self.workplace.settings, self.list.folded)
