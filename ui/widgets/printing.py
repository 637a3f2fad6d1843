"""Pages on paper: those of a PDF drawn at 300 dpi through the system's printer, off the window's
thread and band by band, so that the window is never kept waiting for longer than one band takes.

Qt's print system on Linux says nothing when a queue is gone or takes no jobs, so it is asked.
"""

from __future__ import annotations

import ctypes
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QMarginsF, QObject, QRect
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QWidget

from app.folder import page_images
from app.folder.page_images import PageImage
from app.progress import Step, Steps
from ui.jobs import Job
from ui.page import Workplace

DPI = 300
BAND = 160  # rows of dots painted at once: about 15 ms
APART = 24  # white rows that part two bands
PRINTING = "printing"
FAILED = 0x400  # IPP status codes from here on are errors (RFC 8011, 4.1.6)
Ranges = Sequence[tuple[int, int]]


class PrintTrouble(Enum):
    """Why nothing came onto paper."""

    NOT_BEGUN = "not_begun"
    GONE = "gone"
    HALTED = "halted"
    WAITING = "waiting"
    REFUSED = "refused"


class NotPrintedError(Exception):
    """The printer did not take the pages; nothing may be recorded as printed."""

    def __init__(self, trouble: PrintTrouble, printer: str) -> None:
        super().__init__(trouble.value, printer)
        self.trouble = trouble
        self.printer = printer


@dataclass(frozen=True)
class PrintTask:
    """What is to be printed: a PDF and its `name` at the printer. `saved`: what to save instead
    where no printer works ("die Mappe"). `ranges`: first and last pages from 1, all where empty;
    `booklet`: landscape, turned over the short edge. `printed` is called once the printer has it,
    not if the data file was left meanwhile."""

    data: bytes
    name: str
    saved: str
    printed: Callable[[], None]
    ranges: tuple[tuple[int, int], ...] = ()
    booklet: bool = False


def print_pdf(workplace: Workplace, task: PrintTask, over: QWidget | None) -> bool:
    """Ask for a printer through Qt's dialog above `over`, then print as a job, which goes on when
    `over` is closed. Whether it was begun."""
    printer = a4_printer(booklet=task.booklet)
    printer.setDocName(task.name)
    if not workplace.asking.print_with(QPrintDialog(printer, over)):
        return False
    enforce_a4(printer, landscape=task.booklet)
    job = Job(printed(task.data, printer, task.ranges), f"{task.name} wird gedruckt")
    after = _After(workplace, task, job)
    job.finished.connect(after.ended)
    job.failed.connect(after.failed)
    workplace.workshop.start(job)
    return True


class _After(QObject):
    """Tells how printing went; belongs to its job."""

    def __init__(self, workplace: Workplace, task: PrintTask, job: QObject) -> None:
        super().__init__(job)
        self._workplace = workplace
        self._task = task
        self._desk = workplace.acts.desk

    def ended(self, _pages: int) -> None:
        if self._workplace.acts.desk is self._desk:
            self._task.printed()

    def failed(self, error: Exception) -> None:
        if not isinstance(error, NotPrintedError):
            raise error
        self._workplace.asking.tell(*in_words(error, self._task.saved))


def in_words(error: NotPrintedError, saved: str) -> tuple[str, str]:
    """What happened and what helps; `saved` as in `PrintTask`."""
    name = f"„{error.printer}“" if error.printer else "Der Drucker"
    if error.trouble is PrintTrouble.WAITING:
        return f"{name} ist angehalten.", (
            "Der Auftrag liegt beim Drucker und wird gedruckt, sobald er wieder läuft. Vermerkt "
            "ist noch nichts: Bitte drucken Sie noch einmal oder löschen Sie dort den Auftrag."
        )
    said = {
        PrintTrouble.NOT_BEGUN: f"{name} hat nicht angefangen.",
        PrintTrouble.GONE: f"{name} ist nicht erreichbar. Es wurde nichts gedruckt.",
        PrintTrouble.HALTED: f"{name} ist angehalten. Es wurde nichts gedruckt.",
        PrintTrouble.REFUSED: f"{name} nimmt keine Aufträge an. Es wurde nichts gedruckt.",
    }[error.trouble]
    return said, (
        "Bitte prüfen Sie, ob er eingeschaltet und verbunden ist, oder speichern Sie "
        f"{saved} als PDF."
    )


def a4_printer(*, booklet: bool = False) -> QPrinter:
    """A printer set to A4 without margins: the folder brings its own, and a printer's default
    may be Letter. A booklet lies on its side and is turned over the short edge."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setResolution(DPI)
    enforce_a4(printer, landscape=booklet)
    modes = QPrinter.DuplexMode
    printer.setDuplex(modes.DuplexShortSide if booklet else modes.DuplexLongSide)
    return printer


def enforce_a4(printer: QPrinter, *, landscape: bool = False) -> None:
    """A4 without margins, whatever the dialog left."""
    lying = QPageLayout.Orientation.Landscape if landscape else QPageLayout.Orientation.Portrait
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setPageOrientation(lying)
    printer.setFullPage(True)
    printer.setPageMargins(QMarginsF(0, 0, 0, 0))


def printed(data: bytes, printer: QPrinter, ranges: Ranges = ()) -> Steps[int]:
    """Draw the pages of a PDF, those of `ranges` the dialog asked for, all where it asked for
    none; the number of pages the printer has taken.

    Steps count pages. Closed before the end nothing is printed, or what a Windows printer has not
    begun. Raises `NotPrintedError`.
    """
    _look(printer)
    with page_images.opened(data) as document:
        wanted = _wanted(printer, ranges, page_images.count(document))
        painter = QPainter()
        if not wanted or not painter.begin(printer):
            raise NotPrintedError(PrintTrouble.NOT_BEGUN, printer.printerName())
        whole = False
        try:
            for done, number in enumerate(wanted):
                yield Step(done, len(wanted), PRINTING)
                if done and not printer.newPage():
                    raise NotPrintedError(PrintTrouble.GONE, printer.printerName())
                image = page_images.drawn(document, number - 1, DPI)
                for _ in _painted(image, painter, printer.resolution()):
                    yield Step(done, len(wanted), PRINTING)
            whole = True
        finally:
            handed_over = painter.end() if whole else _thrown_away(painter, printer)
    if not handed_over:
        raise NotPrintedError(PrintTrouble.GONE, printer.printerName())
    _look(printer, sent=True)
    return len(wanted)


def _wanted(printer: QPrinter, ranges: Ranges, count: int) -> list[int]:
    """Page numbers from 1, in order."""
    asked = printer.pageRanges()
    return [
        number
        for number in range(1, count + 1)
        if (asked.isEmpty() or asked.contains(number))
        and (not ranges or any(first <= number <= last for first, last in ranges))
    ]


def _painted(image: PageImage, painter: QPainter, resolution: int) -> Steps[None]:
    """Paint what is inked of a page, a band at a time; `resolution` of the printer in dpi."""
    for top, height in image.inked(BAND, APART):
        first = top * image.stride
        rows = image.dots[first : first + height * image.stride]
        band = QImage(rows, image.width, height, image.stride, QImage.Format.Format_RGB32)
        upper, lower = (round(row * resolution / DPI) for row in (top, top + height))
        width = round(image.width * resolution / DPI)
        painter.drawImage(QRect(0, upper, width, lower - upper), band)
        yield Step(0, 1, PRINTING)


def _look(printer: QPrinter, *, sent: bool = False) -> None:
    """Raise `NotPrintedError` where the printer cannot be reached or stands still; with `sent`
    also where the print server has just refused the pages of this thread."""
    name = printer.printerName()
    if printer.outputFormat() is not QPrinter.OutputFormat.NativeFormat:
        return
    if sent and _refused():
        gone = QPrinterInfo.printerInfo(name).isNull()
        raise NotPrintedError(PrintTrouble.GONE if gone else PrintTrouble.REFUSED, name)
    info = QPrinterInfo.printerInfo(name)
    if info.isNull():
        raise NotPrintedError(PrintTrouble.GONE, name)
    if info.state() is QPrinter.PrinterState.Error:
        raise NotPrintedError(PrintTrouble.WAITING if sent else PrintTrouble.HALTED, name)


def _thrown_away(painter: QPainter, printer: QPrinter) -> bool:
    """End without printing. On Linux Qt cannot, and sends what was drawn: so this thread's print
    server is, while it does, one that is not there."""
    cups = None if printer.abort() else _cups()
    if cups is not None:
        cups.cupsSetServer(b"/dev/null")
    painter.end()
    if cups is not None:
        cups.cupsSetServer(None)
    return False


def _refused() -> bool:
    """Whether CUPS, asked last by this thread, said no: Qt does not pass it on."""
    cups = _cups()
    return cups is not None and int(cups.cupsLastError()) >= FAILED


def _cups() -> ctypes.CDLL | None:
    """The library Qt prints with on Linux; its settings are a thread's own."""
    if not sys.platform.startswith("linux"):
        return None
    try:
        return ctypes.CDLL("libcups.so.2")
    except OSError:
        return None
