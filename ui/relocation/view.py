"""The checklist on the screen: rows that tick, in groups by date, by office or by person."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from app.records.plan import PlanView, StepView
from ui.relocation.groups import SETTLED, View, sections
from ui.relocation.model import Checklist
from ui.widgets.grouped_view import GroupedView


class ChecklistView(GroupedView[StepView]):
    """`ticked(step)` with Space or a click on the box, `noted(step)` with F2; both give ids."""

    # The step's own column first, then due, kind, papers, for whom.
    least: ClassVar[tuple[int, ...]] = (184, 172, 104, 120, 56)
    wished: ClassVar[tuple[int, ...]] = (300, 188, 144, 188, 88)
    spared: ClassVar[tuple[int, ...]] = (3, 2, 4)  # the pane says them too

    ticked = Signal(int)
    noted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        self.checklist = Checklist()
        super().__init__(self.checklist, SETTLED, parent)
        self._by = View.DUE
        self.setAccessibleName("Checkliste für den Umzug")
        self.checklist.ticked.connect(self.ticked)

    def current_step(self) -> int | None:
        """The id of the step selected, None for none or a group."""
        key = self.current_key()
        return key if isinstance(key, int) else None

    def set_plan(
        self, plan: PlanView, person: int | None, by: View = View.DUE, *, same: bool
    ) -> None:
        """Show a plan, for everybody or one person, in groups of this kind. `same`: another state
        of the same case, where selection and place stay."""
        groups = sections(plan, person, by)
        self.checklist.set_plan(plan)
        regrouped = same and by is not self._by
        self._by = by
        self.set_sections(groups, plan.next_step, same=same, regrouped=regrouped)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = self.current_step()
        if step is not None and event.key() == Qt.Key.Key_F2:
            self.noted.emit(step)
        else:
            super().keyPressEvent(event)
