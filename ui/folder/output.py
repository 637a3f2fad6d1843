"""The folder on its way out: saved as a PDF, printed, and what is told of it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from app.errors import Refused, Unavailable
from app.folder.file_names import FileKind, proposed
from app.folder.print_plan import Paper
from app.records.folders import FolderMade, FolderRow, PrintKind
from ui import wording
from ui.asking import PDF_FILES
from ui.jobs import Job
from ui.widgets.printing import PrintTask, print_pdf

if TYPE_CHECKING:
    from app.folder.seen import FolderSeen
    from app.progress import Steps
    from ui.page import Workplace


_KINDS = {
    PrintKind.WHOLE: FileKind.FOLDER,
    PrintKind.EXCHANGE: FileKind.EXCHANGE,
    PrintKind.BOOKLET: FileKind.BOOKLET,
}


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
        proposal = _name(self._workplace, wanted)
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

    def print(
        self,
        wanted: Wanted,
        data: bytes,
        pages: int,
        ranges: tuple[tuple[int, int], ...] = (),
        *,
        is_given: bool = True,
    ) -> None:
        """The file that is shown, on paper; `ranges` of its pages, none: all. `is_given`: with
        these pages the folder is whole and goes to the family, which is noted."""
        desk = self._workplace.acts.desk
        if desk is None or not pages:
            return
        made = desk.folders.measured(data, wanted.language, pages, bilingual=wanted.bilingual)
        task = PrintTask(
            data,
            f"Willkommensmappe {wanted.name}",
            "die Mappe",
            partial(self._note_printed, wanted.case, made) if is_given else _nothing,
            ranges,
        )
        print_pdf(self._workplace, task, self._over)

    def print_on(self, wanted: Wanted, folder: FolderSeen, paper: Paper) -> None:
        """The leaves of one kind of paper: card first, with the rest the folder is whole."""
        ranges = folder.plan.ranges(paper)
        if ranges:
            whole, last = len(folder.pages), paper is Paper.PLAIN
            self.print(wanted, folder.data, whole, ranges, is_given=last)

    def save_booklet(self, wanted: Wanted) -> None:
        """The folder as a booklet of A5 pages, as a file."""
        desk = self._workplace.acts.desk
        proposal = _name(self._workplace, wanted, FileKind.BOOKLET)
        path = self._workplace.asking.save_file("Heft A5 speichern", proposal, PDF_FILES, ".pdf")
        if desk is not None and path is not None:
            work = desk.booklets.save(
                wanted.case,
                wanted.language,
                path,
                bilingual=wanted.bilingual,
                notice=wanted.notice,
            )
            self._write(work, "Heft wird geschrieben")

    def print_booklet(self, wanted: Wanted) -> None:
        """The folder as a booklet on A4, turned over the short edge."""
        desk = self._workplace.acts.desk
        if desk is None:
            return
        made = desk.booklets.made(
            wanted.case, wanted.language, bilingual=wanted.bilingual, notice=wanted.notice
        )
        task = PrintTask(
            made.content,
            f"Willkommensmappe {wanted.name}, Heft",
            "das Heft",
            partial(self._note_printed, wanted.case, made),
            booklet=True,
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

    def save_again(self, case_id: int, row: FolderRow) -> None:
        """The same bytes as a file once more."""
        path = self._workplace.asking.save_file(
            "Ausgabe noch einmal speichern", _named(case_id, row), PDF_FILES, ".pdf"
        )
        if path is not None:
            self._workplace.acts.do(lambda at: at.folders.save_again(row.id, path), self._over)

    def print_again(self, row: FolderRow) -> None:
        """The same bytes on paper once more."""
        data = self.kept(row)
        if data is not None:
            task = PrintTask(
                data,
                f"Willkommensmappe {row.for_whom}",
                "die Mappe",
                partial(self._note_printed_again, row.id),
                booklet=row.kind is PrintKind.BOOKLET,
            )
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

    def _note_printed_again(self, folder_id: int) -> None:
        desk = self._workplace.acts.desk
        if desk is not None and desk.privacy.is_recorded:
            self._workplace.acts.do(
                lambda at: at.folders.record_printed_again(folder_id), self._over
            )

    def _write(self, work: Steps[FolderMade], doing: str = "Mappe wird geschrieben") -> None:
        job = Job(work, doing)
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


def _name(workplace: Workplace, wanted: Wanted, kind: FileKind = FileKind.FOLDER) -> str:
    return proposed(
        wanted.case,
        wanted.language,
        bilingual=wanted.bilingual,
        on=workplace.today(),
        kind=kind,
    )


def _nothing() -> None:
    """A part of a folder is no folder yet."""


def _named(case_id: int, row: FolderRow) -> str:
    """What the file of something given out is called once more."""
    on = row.at.astimezone().date()
    return proposed(case_id, row.language, bilingual=row.bilingual, on=on, kind=_KINDS[row.kind])
