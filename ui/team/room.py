"""The room of the team: workload, advisors, absences, service points, the office's settings."""

from __future__ import annotations

from enum import Enum

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.done import Topic
from app.errors import Refused
from ui.page import Page, Workplace
from ui.team import words
from ui.team.absences import AbsencesPage
from ui.team.advisors import AdvisorsPage
from ui.team.load import LoadPage
from ui.team.office import SettingsPage
from ui.team.points import PointsPage
from ui.widgets.choice import Choice
from ui.widgets.runs import Run
from ui.widgets.scrolling import Hairline


class Part(Enum):
    """What the room shows; `Page.ask` knows the parts by these words."""

    LOAD = "load"
    ADVISORS = "advisors"
    ABSENCES = "absences"
    POINTS = "points"
    OFFICE = "office"


PARTS = {
    Part.LOAD: "Auslastung",
    Part.ADVISORS: "Berater*innen",
    Part.ABSENCES: "Abwesenheiten",
    Part.POINTS: "Servicestellen",
    Part.OFFICE: "Büro",
}
TIGHT = 620  # narrower, the parts are a box to open


class TeamRoom(Page):
    """Team, Vertretung. `ask("absences")` shows a part, `ask("absences:3")` a row of it."""

    about_case = False
    topics = frozenset({Topic.OFFICE, Topic.CANDIDATES, Topic.PLAN})

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(workplace, parent)
        self.load = LoadPage(workplace)
        self.advisors = AdvisorsPage(workplace)
        self.absences = AbsencesPage(workplace)
        self.points = PointsPage(workplace)
        self.office = SettingsPage(workplace)
        self._pages: dict[Part, Page] = {
            Part.LOAD: self.load,
            Part.ADVISORS: self.advisors,
            Part.ABSENCES: self.absences,
            Part.POINTS: self.points,
            Part.OFFICE: self.office,
        }
        self.parts: Choice[Part] = Choice("Teil", list(PARTS.items()))
        self._stack = QStackedWidget()
        self._stack.setMinimumSize(1, 1)
        for page in self._pages.values():
            self._stack.addWidget(page)
        top = QHBoxLayout()
        top.setContentsMargins(16, 8, 16, 8)
        top.addWidget(self.parts)
        top.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(Hairline())
        column.addWidget(self._stack, 1)
        self.parts.chosen.connect(self.show_part)
        self.load.opened.connect(self._show_advisor)
        self.show_part(Part.LOAD)

    def show_part(self, part: Part) -> Page:
        """Show a part of the room."""
        self.parts.choose(part)
        self._stack.setCurrentWidget(self._pages[part])
        return self._pages[part]

    def refresh(self) -> None:
        self.parts.set_tight(tight=self.width() < TIGHT)

    def refusal(self, refused: Refused) -> None:
        shown = self._stack.currentWidget()
        if isinstance(shown, Page):
            shown.refusal(refused)

    def orientation(self) -> list[Run]:
        desk = self.desk
        return words.oriented(desk.team.workload()) if desk is not None else []

    def reveal(self, row_id: int) -> None:
        self._show_advisor(row_id)

    def ask(self, fact: str) -> None:
        key, _, row = fact.partition(":")
        if key in {part.value for part in Part}:
            page = self.show_part(Part(key))
            if row.isdigit():
                page.reveal(int(row))

    def unsaved(self) -> str:
        return ", ".join(said for page in self._pages.values() if (said := page.unsaved()))

    def _show_advisor(self, advisor: int) -> None:
        self.show_part(Part.ADVISORS).reveal(advisor)
