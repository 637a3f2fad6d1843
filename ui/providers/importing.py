"""Reading a list into the directory: which file, which mapping, what came of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from app.errors import Refused, Unavailable
from app.paths import resources
from ui import wording
from ui.asking import MAPPING_FILES, TABLE_FILES
from ui.jobs import Job
from ui.page import Workplace

if TYPE_CHECKING:
    from app.services.exchange import Outcome

SHOWN = 12  # rows whose notes are told at once; the rest are counted


class Importing(QObject):
    """Asks for list and mapping, runs the import as a job, tells what it did."""

    def __init__(self, workplace: Workplace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workplace = workplace

    def ask(self) -> None:
        """Ask for the two files and begin; turning back at either changes nothing."""
        place = self._workplace
        desk = place.acts.desk
        if desk is None:
            return
        file = place.asking.open_file("Liste der Anbieter", TABLE_FILES)
        if file is None:
            return
        mapping = place.asking.open_file(
            "Zuordnung der Spalten", MAPPING_FILES, resources() / "mappings"
        )
        if mapping is None:
            return
        try:
            read = desk.exchange.mapping(mapping)
        except Refused as refusal:
            faults = refusal.facts.get("faults", ())
            told = [wording.fault(each) for each in faults] if isinstance(faults, tuple) else []
            place.asking.tell(wording.refused(refusal), "\n".join(told))
            return
        except Unavailable as trouble:
            place.asking.tell(*wording.unavailable(trouble))
            return
        job = Job(desk.exchange.import_providers(file, read), "Liste wird eingelesen")
        job.finished.connect(self._finished)
        job.failed.connect(self._failed)
        place.workshop.start(job)

    def _finished(self, outcome: Outcome) -> None:
        place, result = self._workplace, outcome.imported
        if outcome.done is not None:
            place.acts.take(outcome.done, self)
        numbers = (
            f"{result.read} Zeilen gelesen: {result.added} neu, {result.changed} geändert, "
            f"{result.unchanged} unverändert, "
            f"{result.read - result.added - result.changed - result.unchanged} nicht übernommen."
        )
        notes = [wording.note(note) for note in result.notes[:SHOWN]]
        if len(result.notes) > SHOWN:
            notes.append(f"… und {len(result.notes) - SHOWN} weitere Hinweise.")
        place.asking.tell(numbers, "\n".join(notes))

    def _failed(self, error: Exception) -> None:
        asking = self._workplace.asking
        if isinstance(error, Refused):
            asking.tell("Die Liste wurde nicht eingelesen.", wording.refused(error))
        elif isinstance(error, Unavailable):
            asking.tell(*wording.unavailable(error))
        else:
            raise error
