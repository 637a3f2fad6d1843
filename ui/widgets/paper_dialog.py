"""A sheet as it goes on paper: seen, printed, saved as a PDF."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QComboBox, QDialog, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.errors import Refused, Unavailable
from app.progress import Steps
from app.records.folders import FolderMade
from ui import theme, wording
from ui.asking import PDF_FILES
from ui.jobs import Job
from ui.page import Workplace
from ui.theme import Tone
from ui.widgets.buttons import primary, push
from ui.widgets.pdf_preview import PdfPreview
from ui.widgets.printing import PrintTask, print_pdf

if TYPE_CHECKING:
    from app.desk import Desk
    from app.done import Done

WIDE, HIGH = 640, 680


@dataclass(frozen=True)
class Noun:
    """What a sheet is called: Liste, die Liste, der Liste."""

    bare: str
    named: str
    of: str

    @property
    def first(self) -> str:
        """Die Liste, as a sentence begins."""
        return f"{self.named[0].upper()}{self.named[1:]}"


@dataclass(frozen=True)
class Sheet:
    """What is printed for a case. `title` of the window, `file` the proposed name without language
    and ending, `left_out` what is not on it; `preview` raises `Refused` where there is no sheet."""

    case: int
    noun: Noun
    title: str
    file: str
    left_out: str
    preview: Callable[[Desk, str], bytes]
    save: Callable[[Desk, str, Path], Steps[FolderMade]]
    record_printed: Callable[[Desk], Done]


class PaperDialog(QDialog):
    """One sheet in a language of choice; `show_pages` before it is opened."""

    def __init__(self, workplace: Workplace, sheet: Sheet, parent: QWidget) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._sheet = sheet
        self.setWindowTitle(sheet.title)
        self.resize(theme.px(self, WIDE), theme.px(self, HIGH))
        self.language = QComboBox()
        self.language.setAccessibleName(f"Sprache {sheet.noun.of}")
        self.language.activated.connect(self.show_pages)
        self.preview = PdfPreview(f"Vorschau {sheet.noun.of}")
        self._pages = QLabel()
        theme.set_tone(self._pages, Tone.SECOND)
        self._left_out = QLabel(sheet.left_out)
        self._left_out.setWordWrap(True)
        theme.set_tone(self._left_out, Tone.SECOND)
        self._lay_out()
        desk = workplace.acts.desk
        if desk is not None:
            for code, text in desk.folders.languages():
                self.language.addItem(text, code)
            spoken = desk.candidates.case(sheet.case).draft.language
            wanted = self.language.findData(desk.folders.language_for(spoken))
            self.language.setCurrentIndex(max(wanted, 0))

    def show_pages(self) -> None:
        """Show the sheet as it would be written now; raises `Refused` where there is none."""
        if self._desk is None:
            return
        self.preview.show_bytes(self._sheet.preview(self._desk, self._code))
        count = self.preview.pages.pageCount()
        self._pages.setText("1 Seite" if count == 1 else f"{count} Seiten")

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

    def _save(self) -> None:
        if self._desk is None:
            return
        noun = self._sheet.noun.bare
        proposal = f"{self._sheet.file} {self._code}.pdf"
        path = self._workplace.asking.save_file(f"{noun} speichern", proposal, PDF_FILES, ".pdf")
        if path is None:
            return
        job = Job(self._sheet.save(self._desk, self._code, path), f"{noun} wird geschrieben")
        job.finished.connect(self._saved)
        job.failed.connect(self._failed)
        self._workplace.workshop.start(job)

    def _saved(self, made: FolderMade) -> None:
        if made.done is not None:
            self._workplace.acts.take(made.done, self)
        if made.not_printable:
            saved = f"{self._sheet.noun.first} ist gespeichert."
            self._workplace.asking.tell(
                f"{saved} Einige Zeichen fehlen in den Schriften:", "\n".join(made.not_printable)
            )
        self.close()

    def _failed(self, error: Exception) -> None:
        if isinstance(error, Unavailable):
            self._workplace.asking.tell(*wording.unavailable(error))
        elif isinstance(error, Refused):
            told = wording.refused(error)
            self._workplace.asking.tell(f"{self._sheet.noun.first} wurde nicht geschrieben.", told)
        else:
            raise error

    def _print(self) -> None:
        task = PrintTask(
            self.preview.shown,
            self._sheet.file,
            self._sheet.noun.named,
            partial(_note_printed, self._workplace, self._sheet),
        )
        if print_pdf(self._workplace, task, self):
            self.close()


def _note_printed(workplace: Workplace, sheet: Sheet) -> None:
    """The dialog may be gone by then."""
    desk = workplace.acts.desk
    if desk is not None and desk.privacy.is_recorded:
        workplace.acts.do(sheet.record_printed)
