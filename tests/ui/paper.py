"""Printers for tests that want no print server."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtPrintSupport import QPrinter

from ui.widgets.printing import a4_printer


def printer_to(out: Path, *, booklet: bool = False) -> QPrinter:
    """The program's own printer, with a file in the place of paper."""
    printer = a4_printer(booklet=booklet)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(out))
    return printer
