"""The openings of employers: a list, and the one chosen edited beside it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.done import Done, Topic
from app.errors import Refused, Unavailable
from app.records.careers import OpeningView
from ui import wording
from ui.careers import words
from ui.careers.opening_form import OpeningForm
from ui.jobs import Job
from ui.page import Workplace
from ui.theme import Tone
from ui.widgets.empty_state import EmptyState
from ui.widgets.list_room import ListRoom
from ui.widgets.paragraphs import quiet_link, wrapped

FILES = "Tabellen (*.csv *.txt *.xlsx);;Alle Dateien (*)"


class OpeningsRoom(ListRoom):
    """Stellen, and the classification of occupations they are named by."""

    topics = frozenset({Topic.NETWORK, Topic.PROVIDERS, Topic.SUPPORT})

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        self._views: dict[int, OpeningView] = {}
        self._known = wrapped("", Tone.SECOND)
        self._load = quiet_link("", self.load, "upload")
        form = OpeningForm(workplace)
        empty = EmptyState(
            "briefcase-business",
            "Offene Stellen der Arbeitgeber",
            "Wer in einem Haushalt Arbeit sucht, sieht hier eingetragene Stellen der Eignung nach "
            "geordnet.",
            "Stelle anlegen",
        )
        super().__init__(workplace, "Stellen", form, empty, parent)
        self._form = form

    def lines(self) -> Sequence[tuple[int, str, str]]:
        if self.desk is None:
            return ()
        today = self.workplace.today()
        self._views = {each.id: each for each in self.desk.openings.all()}
        self._tell()
        return [
            (key, each.draft.title, words.about_opening(each, today))
            for key, each in self._views.items()
        ]

    def show_row(self, row_id: int) -> None:
        if row_id in self._views:
            self._form.show_opening(self._views[row_id])

    def show_new(self) -> None:
        self._form.show_new()

    def above(self) -> QWidget:
        """How much of the classification is loaded, and where to load it."""
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 8)
        column.setSpacing(2)
        column.addWidget(self._known)
        column.addWidget(self._load)
        return holder

    def load(self) -> None:
        """Ask for the file of the classification and read it in a job."""
        if self.desk is None:
            return
        path = self.workplace.asking.open_file("Klassifikation der Berufe laden", FILES)
        if path is None:
            return
        job = Job(self.desk.careers.load_occupations(path), "Berufe werden geladen")
        job.finished.connect(self._loaded)
        job.failed.connect(self._failed)
        self.workplace.workshop.start(job)

    def _loaded(self, done: Done) -> None:
        self.acts.take(done, self)
        self._tell()

    def _failed(self, error: Exception) -> None:
        if isinstance(error, Unavailable):
            self.workplace.asking.tell(*wording.unavailable(error))
        elif isinstance(error, Refused):
            self.workplace.asking.tell("Es wurde nichts geladen.", wording.refused(error))
        else:
            raise error

    def _tell(self) -> None:
        count = self.desk.careers.count_occupations() if self.desk else 0
        self._known.setText(
            f"Klassifikation der Berufe (KldB 2010): {count} Einträge."
            if count
            else "Die Klassifikation der Berufe (KldB 2010) ist nicht geladen. Ohne sie gelten "
            "nur Schlüssel, die Sie selbst kennen."
        )
        self._load.setText("Neu laden …" if count else "Datei laden …")
