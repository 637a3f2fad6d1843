"""The checklist alone as it goes on paper: seen, printed, saved as a PDF."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtWidgets import QComboBox, QDialog, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.errors import Refused, Unavailable
from app.records.folders import FolderMade
from ui import theme, wording
from ui.asking import PDF_FILES
from ui.jobs import Job
from ui.page import Workplace
from ui.theme import Tone
from ui.widgets.buttons import primary, push
from ui.widgets.pdf_preview import PdfPreview
from ui.widgets.printing import a4_printer, print_pages

if TYPE_CHECKING:
    from app.desk import Desk

WIDE, HIGH = 640, 680


class PaperDialog(QDialog):
    """One case's list in a language of choice; what is unproven or unclear is not on it."""

    def __init__(self, workplace: Workplace, case_id: int, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._case_id = case_id
        self._name = name
        self.setWindowTitle(f"Checkliste: {name}")
        self.resize(theme.px(self, WIDE), theme.px(self, HIGH))
        self.language = QComboBox()
        self.language.setAccessibleName("Sprache der Liste")
        self.language.activated.connect(self._show)
        self.preview = PdfPreview("Vorschau der Liste")
        self._pages = QLabel()
        theme.set_tone(self._pages, Tone.SECOND)
        self._left_out = QLabel(
            "Gedruckt wird, was für die Familie gilt. Unklares und Unbelegtes bleibt weg."
        )
        self._left_out.setWordWrap(True)
        theme.set_tone(self._left_out, Tone.SECOND)
        self._lay_out()
        desk = workplace.acts.desk
        if desk is not None:
            for code, text in desk.folders.languages():
                self.language.addItem(text, code)
            spoken = desk.candidates.case(case_id).draft.language
            wanted = self.language.findData(desk.folders.language_for(spoken))
            self.language.setCurrentIndex(max(wanted, 0))
        self._show()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.language)
        head.addWidget(self._pages)
        head.addStretch(1)
        self.save_button = push("&Speichern …", self._save, "download", key="Ctrl+S")
        self.print_button = primary("&Drucken …", self._print, "printer", key="Ctrl+P")
        head.addWidget(self.save_button)
        head.addWidget(self.print_button)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self._left_out, 1)
        foot.addWidget(push("Schließen", self.close))
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(12)
        column.addLayout(head)
        column.addWidget(self.preview, 1)
        column.addLayout(foot)

    @property
    def _code(self) -> str:
        return str(self.language.currentData())

    @property
    def _desk(self) -> Desk | None:
        return self._workplace.acts.desk

    def _show(self) -> None:
        if self._desk is None:
            return
        self.preview.show_bytes(self._desk.folders.checklist_preview(self._case_id, self._code))
        count = self.preview.pages.pageCount()
        self._pages.setText("1 Seite" if count == 1 else f"{count} Seiten")

    def _save(self) -> None:
        if self._desk is None:
            return
        proposal = f"Checkliste {self._name.replace(',', '')} {self._code}.pdf"
        path = self._workplace.asking.save_file("Liste speichern", proposal, PDF_FILES, ".pdf")
        if path is None:
            return
        work = self._desk.folders.save_checklist(self._case_id, self._code, path)
        job = Job(work, "Liste wird geschrieben")
        job.finished.connect(self._saved)
        job.failed.connect(self._failed)
        self._workplace.workshop.start(job)

    def _saved(self, made: FolderMade) -> None:
        if made.done is not None:
            self._workplace.acts.take(made.done, self)
        if made.not_printable:
            self._workplace.asking.tell(
                "Die Liste ist gespeichert. Einige Zeichen fehlen in den Schriften:",
                "\n".join(made.not_printable),
            )
        self.close()

    def _failed(self, error: Exception) -> None:
        if isinstance(error, Unavailable):
            self._workplace.asking.tell(*wording.unavailable(error))
        elif isinstance(error, Refused):
            told = wording.refused(error)
            self._workplace.asking.tell("Die Liste wurde nicht geschrieben.", told)
        else:
            raise error

    def _print(self) -> None:
        printer = a4_printer()
        printer.setDocName(f"Checkliste {self._name}")
        if not self._workplace.asking.print_with(QPrintDialog(printer, self)):
            return
        if not print_pages(self.preview.pages, printer):
            self._workplace.asking.tell(
                "Der Drucker hat nicht angefangen.",
                "Bitte prüfen Sie, ob er eingeschaltet ist, oder speichern Sie die Liste als PDF.",
            )
            return
        case_id = self._case_id
        if self._desk is not None and self._desk.privacy.is_recorded:
            self._workplace.acts.do(lambda at: at.folders.record_checklist_printed(case_id), self)
        self.close()
