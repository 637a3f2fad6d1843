"""The proposed plan of a visit, seen before it is taken over."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from app.records.visits import VisitView
from app.rules.visit_plan import VisitPlan
from ui import theme
from ui.page import Workplace
from ui.theme import Tone
from ui.visits import words
from ui.visits.schedule import Schedule
from ui.widgets.buttons import primary, push
from ui.widgets.paragraphs import wrapped
from ui.widgets.scrolling import ScrolledColumn

WIDE, HIGH = 640, 560


class PlanDialog(QDialog):
    """What would be when, and why something has no time; one act takes it over."""

    def __init__(
        self, workplace: Workplace, view: VisitView, plan: VisitPlan, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._visit = view.id
        self.setWindowTitle("Plan vorschlagen")
        self.resize(theme.px(self, WIDE), theme.px(self, HIGH))
        self.schedule = Schedule("Vorgeschlagener Plan")
        self.schedule.show_plan(view, plan)
        self.summary = wrapped(f"Vorschlag: {words.summary(plan)}.")
        theme.set_face(self.summary, "strong")
        names = words.names_of(view)
        told = [words.note(each, view, names) for each in plan.notes]
        told += words.remarks(view, plan)
        self.notes = wrapped("\n".join(told), Tone.SECOND)
        self.notes.setAlignment(Qt.AlignmentFlag.AlignTop)
        notes = ScrolledColumn(self.notes)
        notes.setMaximumHeight(theme.px(self, 140))
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addStretch(1)
        foot.addWidget(push("Abbrechen", self.reject))
        self.take = primary("&Übernehmen", self._take, key="Ctrl+Return")
        foot.addWidget(self.take)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(12)
        column.addWidget(self.summary)
        column.addWidget(self.schedule, 1)
        column.addWidget(notes)
        notes.setVisible(bool(told))
        column.addLayout(foot)

    def _take(self) -> None:
        visit = self._visit
        self._workplace.acts.do(lambda desk: desk.visits.take(visit), self)
        self.accept()
