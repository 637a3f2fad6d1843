"""The folder on its way out: saved as a PDF, printed, and what is told of it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from app.errors import Refused, Unavailable
from app.records.folders import FolderMade, FolderRow
from ui import wording
from ui.asking import PDF_FILES
from ui.jobs import Job
from ui.widgets.printing import PrintTask, print_pdf

if TYPE_CHECKING:
    from app.progress import Steps
    from ui.page import Workplace


@dataclass(frozen=True)
class Wanted:
    """What goes out: whose folder, in which language, how."""

    case: int
    name: str
    language: str
    bilingual: bool
    notice: bool


class Output(QObject):
    """Asks where to, has it made as a job, tells what was not right. `over` is the page."""

    def __init__(self, workplace: Workplace, over: QWidget) -> None:
        super().__init__(over)
        self._workplace = workplace
        self._over = over

    def save(self, wanted: Wanted) -> None:
        """The folder as a file."""
        desk = self._workplace.acts.desk
        if desk is None:
            return
        languages = f"{wanted.language}-de" if wanted.bilingual else wanted.language
        proposal = f"Mappe {wanted.name.replace(',', '')} {languages}.pdf"
        path = self._workplace.asking.save_file("Mappe speichern", proposal, PDF_FILES, ".pdf")
        if path is not None:
            self._write(
                desk.folders.save(
                    wanted.case,
                    wanted.language,
                    path,
                    bilingual=wanted.bilingual,
                    notice=wanted.notice,
                )
            )

    def print(self, wanted: Wanted, data: bytes, pages: int) -> None:
        """The file that is shown, on paper."""
        desk = self._workplace.acts.desk
        if desk is None or not pages:
            return
        made = desk.folders.measured(data, wanted.language, pages, bilingual=wanted.bilingual)
        task = PrintTask(
            data,
            f"Willkommensmappe {wanted.name}",
            "die Mappe",
            partial(self._note_printed, wanted.case, made),
        )
        print_pdf(self._workplace, task, self._over)

    def kept(self, row: FolderRow) -> bytes | None:
        """A file as it was given out; None where it is gone, which is told."""
        desk = self._workplace.acts.desk
        if desk is None:
            return None
        try:
            return desk.folders.kept(row.id)
        except Refused as refused:
            self._workplace.asking.tell("Diese Ausgabe fehlt.", wording.refused(refused))
            return None

    def save_again(self, row: FolderRow) -> None:
        """The same bytes as a file once more."""
        path = self._workplace.asking.save_file(
            "Ausgabe noch einmal speichern", "Mappe.pdf", PDF_FILES, ".pdf"
        )
        if path is not None:
            self._workplace.acts.do(lambda at: at.folders.save_again(row.id, path), self._over)

    def print_again(self, row: FolderRow) -> None:
        """The same bytes on paper once more; the family has them already, so nothing is noted."""
        data = self.kept(row)
        if data is not None:
            task = PrintTask(data, f"Willkommensmappe {row.for_whom}", "die Mappe", lambda: None)
            print_pdf(self._workplace, task, self._over)

    def saved(self, made: FolderMade) -> None:
        """It was written: what is worth saying of it."""
        done = made.done
        if done is not None:
            self._workplace.acts.take(done, self._over)
        missing = [f"Zeichen: {text}" for text in made.not_printable]
        missing += [f"Schriftdatei: {name}" for name in made.fonts_missing]
        asking = self._workplace.asking
        if missing:
            asking.tell(
                "Die Mappe ist gespeichert. In den Schriften fehlt etwas:", "\n".join(missing)
            )
        if made.unequal:
            asking.tell(
                "Die Mappe ist gespeichert. Ein Teil der Kapitel ist nicht Seite neben Seite.",
                "Dort steht eine Sprache nach der anderen, weil sich die Texte nicht entsprechen.",
            )

    def _note_printed(self, case_id: int, made: FolderMade) -> None:
        desk = self._workplace.acts.desk
        if desk is not None and desk.privacy.is_recorded:
            self._workplace.acts.do(lambda at: at.folders.record_printed(case_id, made), self._over)

    def _write(self, work: Steps[FolderMade]) -> None:
        job = Job(work, "Mappe wird geschrieben")
        job.finished.connect(self.saved)
        job.failed.connect(self._failed)
        self._workplace.workshop.start(job)

    def _failed(self, error: Exception) -> None:
        if isinstance(error, Unavailable):
            self._workplace.asking.tell(*wording.unavailable(error))
        elif isinstance(error, Refused):
            self._workplace.asking.tell(
                "Die Mappe wurde nicht geschrieben.", wording.refused(error)
            )
        else:
            raise error
