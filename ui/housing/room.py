"""The room Wohnungen: what is offered, and lists that come again."""

from __future__ import annotations

import re
from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.done import Topic
from app.errors import Refused, Unavailable
from app.records.home_lists import HomesPreview
from app.records.housing import OfferView
from ui import wording
from ui.housing import words
from ui.housing.list_dialog import ListDialog
from ui.housing.offer_form import OfferForm
from ui.jobs import Job
from ui.page import Workplace
from ui.widgets.empty_state import EmptyState
from ui.widgets.list_room import ListRoom
from ui.widgets.paragraphs import quiet_link
from ui.widgets.runs import Run

FILES = "Tabellen (*.csv *.txt *.xlsx);;Alle Dateien (*)"


class HomesRoom(ListRoom):
    """Every home; what is not offered any more stands last."""

    topics = frozenset({Topic.NETWORK, Topic.PROVIDERS, Topic.SUPPORT})

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        self.offers: dict[int, OfferView] = {}
        self.read_link = quiet_link("Liste einlesen …", self.read_list, "upload")
        self.read_link.setToolTip("CSV oder Excel, mindestens mit Kennung, Titel und Ort")
        self._form = OfferForm(workplace)
        empty = EmptyState(
            "house",
            "Angebote von Wohnungen",
            "Was hier steht, wird mit dem Wunsch jeder Familie verglichen: Punkt für Punkt, mit "
            "Begründung.",
            "Wohnung aufnehmen",
        )
        super().__init__(workplace, "Wohnungen", self._form, empty, parent)

    def lines(self) -> Sequence[tuple[int, str, str]]:
        views = () if self.desk is None else self.desk.housing.offers()
        self.offers = {view.id: view for view in views}
        today = self.workplace.today()
        return [(view.id, view.draft.title, words.told(view, today)) for view in views]

    def show_row(self, row_id: int) -> None:
        if row_id in self.offers:
            self._form.show_offer(self.offers[row_id])

    def show_new(self) -> None:
        self._form.show_new()

    def above(self) -> QWidget:
        """Where a list is read in."""
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 8)
        column.addWidget(self.read_link)
        return holder

    def orientation(self) -> list[Run]:
        now = [each for each in self.offers.values() if each.archived_on is None]
        free = sum(each.taken_by is None for each in now)
        return [Run("Wohnungen: ", strong=True), Run(f"{len(now)} angeboten, {free} noch frei.")]

    def read_list(self) -> None:
        """Ask for a list and what it is called, look through it in a job, show what it would do."""
        if self.desk is None or not self.may_leave():
            return
        path = self.workplace.asking.open_file("Wohnungsliste einlesen", FILES)
        if path is None:
            return
        known = self.desk.home_lists.sources()
        stem = re.sub(r"[-_ ]*\d[\d.\-_ ]*", " ", path.stem).strip() or path.stem
        guess = next((each for each in known if each.casefold() == stem.casefold()), stem)
        source = self.workplace.asking.text(
            "Wohnungsliste einlesen",
            "Wie heißt diese Liste? Unter diesem Namen wird sie wiedererkannt.",
            guess,
        )
        if source is None:
            return
        job = Job(self.desk.home_lists.preview(path, source), "Wohnungsliste wird gelesen")
        job.finished.connect(self._read)
        job.failed.connect(self._failed)
        self.workplace.workshop.start(job)

    def _read(self, preview: HomesPreview) -> None:
        self.dialog = ListDialog(self.workplace, preview, self)
        self.dialog.open()

    def _failed(self, error: Exception) -> None:
        if isinstance(error, Unavailable):
            self.workplace.asking.tell(*wording.unavailable(error))
        elif isinstance(error, Refused):
            self.workplace.asking.tell("Es wurde nichts gelesen.", wording.refused(error))
        else:
            raise error
