"""A sheet as it goes on paper: seen, printed, saved as a PDF."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QComboBox, QDialog, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.content.languages import OFFICE_LANGUAGE
from app.errors import Refused, Unavailable
from app.progress import Steps
from app.records.folders import FolderMade
from app.records.papers import OFFICE_ONLY, PaperKind
from ui import theme, wording
from ui.asking import PDF_FILES
from ui.jobs import Job
from ui.page import Workplace
from ui.sheet_words import PAPERS, Noun
from ui.theme import Tone
from ui.widgets.buttons import primary, push
from ui.widgets.pdf_preview import PdfPreview
from ui.widgets.printing import PrintTask, print_pdf

if TYPE_CHECKING:
    from app.desk import Desk
    from app.done import Done
    from app.services.papers import PaperOrder

WIDE, HIGH = 640, 680


@dataclass(frozen=True)
class Sheet:
    """What is printed for a case, or for the office (None). `title` of the window, `file` the
    proposed name without language and ending, `left_out` what is not on it; `preview` raises
    `Refused` where there is no sheet; `office_only`: it is written in German alone."""

    case: int | None
    noun: Noun
    title: str
    file: str
    left_out: str
    preview: Callable[[Desk, str], bytes]
    save: Callable[[Desk, str, Path], Steps[FolderMade]]
    record_printed: Callable[[Desk], Done]
    office_only: bool = False


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
                if not sheet.office_only or code == OFFICE_LANGUAGE:
                    self.language.addItem(text, code)
            wanted = self.language.findData(_spoken(desk, sheet.case))
            self.language.setCurrentIndex(max(wanted, 0))
        self.language.setVisible(not sheet.office_only)

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


def paper(
    order: Callable[[Desk], PaperOrder],
    kind: PaperKind,
    case: int | None,
    name: str,
    left_out: str,
) -> Sheet:
    """A single sheet as this dialog prints it; `order` asks a service for it anew each time, so
    that what changed meanwhile is on it."""
    noun = PAPERS[kind]
    title = f"{noun.bare}: {name}" if name else noun.bare
    return Sheet(
        case,
        noun,
        title,
        re.sub(r"[^\w .()-]+", "", f"{noun.bare} {name}").strip(),
        left_out,
        lambda desk, code: desk.papers.preview(order(desk), code),
        lambda desk, code, path: desk.papers.save(order(desk), code, path),
        lambda desk: desk.papers.record_printed(order(desk)),
        office_only=kind in OFFICE_ONLY,
    )


def open_paper(workplace: Workplace, sheet: Sheet, parent: QWidget) -> None:
    """Show a sheet; where there is none the reason stands in the message bar."""
    dialog = PaperDialog(workplace, sheet, parent)
    try:
        dialog.show_pages()
    except Refused as refusal:
        dialog.deleteLater()
        workplace.acts.refused.emit(refusal, parent)
    else:
        dialog.open()


def _spoken(desk: Desk, case: int | None) -> str:
    """The language a sheet is shown in first: that of the case, German for the office."""
    if case is None:
        return OFFICE_LANGUAGE
    return desk.folders.language_for(desk.candidates.case(case).draft.language)


def _note_printed(workplace: Workplace, sheet: Sheet) -> None:
    """The dialog may be gone by then."""
    desk = workplace.acts.desk
    if desk is not None and desk.privacy.is_recorded:
        workplace.acts.do(sheet.record_printed)
