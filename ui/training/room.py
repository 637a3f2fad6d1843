"""The room Weiterbildung of the network: the offers of the region."""

from __future__ import annotations

from collections.abc import Sequence

from app.done import Topic
from app.records.training import CourseView
from ui.page import Workplace
from ui.training import words
from ui.training.form import CourseForm
from ui.widgets.empty_state import EmptyState
from ui.widgets.list_room import ListRoom
from ui.widgets.runs import Run


class CoursesRoom(ListRoom):
    """Every offer; what is over stands last and is not proposed any more."""

    topics = frozenset({Topic.NETWORK, Topic.PROVIDERS, Topic.SUPPORT})

    def __init__(self, workplace: Workplace) -> None:
        self.courses: dict[int, CourseView] = {}
        self._form = CourseForm(workplace)
        empty = EmptyState(
            "graduation-cap",
            "Angebote zur Weiterbildung",
            "Sprachkurse, Fachweiterbildungen, Studium: Was hier steht, wird den Familien nach "
            "Beruf und Deutschkenntnissen vorgeschlagen.",
            "Angebot aufnehmen",
        )
        super().__init__(workplace, "Angebote", self._form, empty)

    def lines(self) -> Sequence[tuple[int, str, str]]:
        desk = self.desk
        views = () if desk is None else desk.training.courses()
        self.courses = {view.id: view for view in views}
        today = self.workplace.today()
        return [(view.id, view.draft.title, words.told(view, today)) for view in views]

    def show_row(self, row_id: int) -> None:
        self._form.show_course(self.courses[row_id])

    def show_new(self) -> None:
        self._form.show_new()

    def orientation(self) -> list[Run]:
        today = self.workplace.today()
        open_ones = sum(
            view.archived_on is None
            and (view.draft.register_by or view.draft.first or today) >= today
            for view in self.courses.values()
        )
        return [
            Run("Weiterbildung: ", strong=True),
            Run(f"{len(self.courses)} Angebote, für {open_ones} kann man sich noch anmelden."),
        ]
