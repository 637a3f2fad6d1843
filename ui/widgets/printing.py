"""Pages on paper: those of a PDF drawn at 300 dpi through the system's printer."""

from __future__ import annotations

from PySide6.QtCore import QMarginsF, QRect, QSize
from PySide6.QtGui import QImage, QPageSize, QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrinter

DPI = 300
POINTS = 72


def a4_printer() -> QPrinter:
    """A printer set to A4 without margins: the folder brings its own, and a printer's default
    may be Letter."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setResolution(DPI)
    enforce_a4(printer)
    printer.setDuplex(QPrinter.DuplexMode.DuplexLongSide)
    return printer


def enforce_a4(printer: QPrinter) -> None:
    """A4 without margins, whatever the dialog left."""
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setFullPage(True)
    printer.setPageMargins(QMarginsF(0, 0, 0, 0))


def print_pages(document: QPdfDocument, printer: QPrinter) -> bool:
    """Draw the pages the dialog asked for, all where it asked for none; False where the printer
    did not begin."""
    enforce_a4(printer)
    first = max(printer.fromPage(), 1)
    last = printer.toPage() or document.pageCount()
    painter = QPainter()
    if not painter.begin(printer):
        return False
    try:
        for number in range(first - 1, min(last, document.pageCount())):
            if number >= first:
                printer.newPage()
            size = document.pagePointSize(number)
            dpi = printer.resolution()
            pixels = QSize(round(size.width() * dpi / POINTS), round(size.height() * dpi / POINTS))
            painter.drawImage(
                QRect(0, 0, pixels.width(), pixels.height()), _page(document, number, pixels)
            )
    finally:
        painter.end()
    return True


def _page(document: QPdfDocument, number: int, pixels: QSize) -> QImage:
    """One page on white: PDFium leaves the ground transparent, which prints black."""
    drawn = document.render(number, pixels)
    page = QImage(pixels, QImage.Format.Format_RGB32)
    page.fill(0xFFFFFFFF)
    painter = QPainter(page)
    painter.drawImage(0, 0, drawn)
    painter.end()
    return page
