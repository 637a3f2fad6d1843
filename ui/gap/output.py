"""The gap on its way out: as CSV, as a PDF page, on paper."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QPushButton

from app.errors import Refused, Unavailable
from app.records.care_gap import GapReport, GapSaved, OfferAnswer
from ui import wording
from ui.asking import PDF_FILES
from ui.jobs import Job
from ui.page import Workplace
from ui.widgets.buttons import push
from ui.widgets.printing import PrintTask, print_pdf

if TYPE_CHECKING:
    from app.progress import Steps

CSV_FILES = "CSV-Tabelle (*.csv)"
NAME = "Betreuungslücke"


class Output(QObject):
    """Buttons, questions and jobs; numbers that must not be told are in no file."""

    def __init__(self, workplace: Workplace, parent: QObject) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._shown: Callable[[], GapReport | None] = lambda: None
        self._answer: Callable[[], OfferAnswer | None] = lambda: None

    def buttons(
        self, shown: Callable[[], GapReport | None], answer: Callable[[], OfferAnswer | None]
    ) -> tuple[QPushButton, ...]:
        """CSV, PDF, printer; `shown` gives the report they are about, `answer` the one offer that
        was weighed last."""
        self._shown, self._answer = shown, answer
        return (
            push("&CSV …", self.save_csv, "download"),
            push("P&DF …", self.save_page, "file-text"),
            push("D&rucken …", self.print_page, "printer"),
        )

    def save_csv(self) -> None:
        """Ask for a name and write every number that may be told."""
        self._save(CSV_FILES, ".csv", "Tabelle speichern")

    def save_page(self) -> None:
        """Ask for a name and write the page."""
        self._save(PDF_FILES, ".pdf", "Seite speichern")

    def print_page(self) -> None:
        """Print the page as the file would be."""
        desk, report = self._workplace.acts.desk, self._shown()
        if desk is None or report is None:
            return
        task = PrintTask(
            desk.gaps.preview(report, self._answer()), NAME, "die Seite", self._note_printed
        )
        print_pdf(self._workplace, task, None)

    def _note_printed(self) -> None:
        desk = self._workplace.acts.desk
        if desk is not None and desk.privacy.is_recorded:
            self._workplace.acts.do(lambda at: at.gaps.record_printed(), self)

    def _save(self, kinds: str, suffix: str, title: str) -> None:
        desk, report = self._workplace.acts.desk, self._shown()
        if desk is None or report is None:
            return
        proposal = f"{NAME} {report.first:%Y-%m-%d}{suffix}"
        path = self._workplace.asking.save_file(title, proposal, kinds, suffix)
        if path is None:
            return
        save = desk.gaps.save_csv if suffix == ".csv" else desk.gaps.save_page
        work: Steps[GapSaved] = save(report, path, self._answer())
        job = Job(work, f"{NAME} wird geschrieben")
        job.finished.connect(self._saved)
        job.failed.connect(self._failed)
        self._workplace.workshop.start(job)

    def _saved(self, made: GapSaved) -> None:
        if made.done is not None:
            self._workplace.acts.take(made.done, self)
        else:
            self._workplace.asking.tell(
                f"„{made.path.name}“ ist geschrieben.",
                "Die Datei ist nur zum Lesen geöffnet: Dieser Zugriff ist nicht vermerkt.",
            )

    def _failed(self, error: Exception) -> None:
        if isinstance(error, Refused):
            self._workplace.asking.tell("Es wurde nichts geschrieben.", wording.refused(error))
        elif isinstance(error, Unavailable):
            self._workplace.asking.tell(*wording.unavailable(error))
        else:
            raise error
