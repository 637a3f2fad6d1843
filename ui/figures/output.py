"""The figures on their way out: as CSV, for a spreadsheet, on paper."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QPushButton, QWidget

from app.errors import Refused, Unavailable
from app.records.figures import FigureReport
from app.records.papers import PaperKind
from ui import wording
from ui.figures import words
from ui.jobs import Job
from ui.page import Workplace
from ui.widgets.buttons import push
from ui.widgets.paper_dialog import open_paper, paper

if TYPE_CHECKING:
    from app.progress import Steps
    from app.records.figures import FiguresSaved

CSV_FILES = "CSV-Tabelle (*.csv)"
XLSX_FILES = "Excel-Tabelle (*.xlsx)"
LEFT_OUT = "Zahlen unter fünf und gesperrte Zahlen stehen nicht darauf."


class Output(QObject):
    """Buttons, questions and jobs; numbers that must not be told are in no file."""

    def __init__(
        self, workplace: Workplace, shown: Callable[[], FigureReport | None], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._shown = shown
        self._page = parent
        self.buttons: tuple[QPushButton, ...] = (
            push("&CSV …", self.save_csv, "download"),
            push("E&xcel …", self.save_xlsx, "download"),
            push("D&rucken …", self.print_report, "printer"),
        )

    def allow(self, *, can: bool) -> None:
        """Whether there is anything to write."""
        for each in self.buttons:
            each.setEnabled(can)

    def save_csv(self) -> None:
        """Ask for a name and write every number that may be told, with its definition."""
        self._save(CSV_FILES, ".csv")

    def save_xlsx(self) -> None:
        """The same for a spreadsheet."""
        self._save(XLSX_FILES, ".xlsx")

    def print_report(self) -> None:
        """Show the report as it goes on paper."""
        report = self._shown()
        if report is None:
            return
        sheet = paper(
            lambda desk: desk.figures.sheet(report),
            PaperKind.FIGURES,
            None,
            words.period(report.period),
            LEFT_OUT,
        )
        open_paper(self._workplace, sheet, self._page)

    def _save(self, kinds: str, suffix: str) -> None:
        desk, report = self._workplace.acts.desk, self._shown()
        if desk is None or report is None:
            return
        proposal = f"Zahlen {words.period(report.period)}{suffix}"
        path = self._workplace.asking.save_file("Zahlen speichern", proposal, kinds, suffix)
        if path is None:
            return
        save = desk.figures.save_csv if suffix == ".csv" else desk.figures.save_xlsx
        work: Steps[FiguresSaved] = save(report, path)
        job = Job(work, "Zahlen werden geschrieben")
        job.finished.connect(self._saved)
        job.failed.connect(self._failed)
        self._workplace.workshop.start(job)

    def _saved(self, made: FiguresSaved) -> None:
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
