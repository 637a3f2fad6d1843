"""The tab Umzug: the plan as a checklist by due date, one step beside it."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from app.records.plan import PlanView
from app.rules.terms import Track
from ui.page import Workplace
from ui.relocation.view import ChecklistView
from ui.widgets.buttons import Segments
from ui.widgets.plan_page import PlanPage


class RelocationPage(PlanPage):
    """Groups by due date, filtered by person: who is chosen sees the household's steps too."""

    track = Track.RELOCATION
    side_wide = 360

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(workplace, parent)
        self.people: Segments[int | None] = Segments("Für", [(None, "Alle")], parent=self)
        self.people.hide()  # until the strip shows it
        self.people.chosen.connect(self._filter)
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
        self.list.set_plan(view, self._person, same=same)
        return self.list.current_step()

    def focus_master(self) -> None:
        """Lead to the checklist."""
        self.list.setFocus()

    def strip_actions(self) -> list[QWidget]:
        """Whose steps, new step."""
        others = super().strip_actions()
        several = self.view is not None and len(self.view.head.members) > 1
        return [self.people, *others] if several else others

    def reveal(self, row_id: int) -> None:
        """Show a step and lead to it, whoever the list was filtered for."""
        if self.view is not None and not self.list.checklist.index_of(row_id).isValid():
            self._filter(None)
            self.people.choose(None)
        self.list.choose(row_id)
        self.list.setFocus()

    def _filter(self, person: int | None) -> None:
        self._person = person
        if self.view is not None:
            self.list.set_plan(self.view, person, same=True)
            self.choose(self.list.current_step())
