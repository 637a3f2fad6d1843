"""Pages drawn for a printer: A4, in order, whole; what was not asked for is not printed."""

from __future__ import annotations

from functools import partial

import pypdfium2
import pytest
from PIL import Image, ImageChops, ImageStat
from PySide6.QtCore import QMarginsF
from PySide6.QtGui import QPageRanges, QPageSize

from app.folder.build import preview
from app.folder.page_images import PageImage
from app.progress import finish
from tests.folder.makers import RESOURCES, make_contents, phrases
from tests.ui.paper import printer_to
from ui.widgets.printing import (
    NotPrintedError,
    PrintTask,
    PrintTrouble,
    enforce_a4,
    in_words,
    print_pdf,
    printed,
)

A4 = (595, 842)


@pytest.fixture(scope="module")
def folder() -> bytes:
    return preview(make_contents("de"), phrases("de"), RESOURCES / "fonts")


def pictures(pdf, pages: int | None = None) -> list[Image.Image]:
    """The first pages at 50 dpi, made from 300 as ink on paper would look from afar."""
    with pypdfium2.PdfDocument(pdf) as document:
        count = len(document) if pages is None else pages
        drawn = (document[number].render(scale=300 / 72) for number in range(count))
        return [bitmap.to_pil().convert("L").reduce(6) for bitmap in drawn]


def apart(one: Image.Image, other: Image.Image) -> float:
    """Mean difference of two pictures in 255 steps of grey."""
    steps = ImageChops.difference(one, other.resize(one.size)).histogram()
    return sum(step * dots for step, dots in enumerate(steps)) / (one.width * one.height)


def is_same(one: Image.Image, other: Image.Image) -> bool:
    """Whether two pictures show one page drawn twice. Edges differ, so that a page differs by 14
    to 19 percent of the ink that is on it; another page by about all of it."""
    ink = 255 - ImageStat.Stat(other).mean[0]
    return apart(one, other) < 0.25 * ink + 0.05


def test_pages_come_out_as_they_are_in_the_file(dressed, folder, tmp_path):
    out = tmp_path / "papier.pdf"
    taken = finish(printed(folder, printer_to(out), ((1, 6),)))
    on_paper, wanted = pictures(out), pictures(folder, 6)
    assert taken == len(on_paper) == 6
    for one, other in zip(on_paper, wanted, strict=True):
        assert is_same(one, other)
    assert apart(on_paper[0], wanted[4]) > 4


def test_paper_is_a4_whatever_the_dialog_left(dressed, folder, tmp_path):
    out = tmp_path / "papier.pdf"
    printer = printer_to(out)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.Letter))
    printer.setPageMargins(QMarginsF(20, 20, 20, 20))
    enforce_a4(printer)
    assert printer.pageLayout().margins() == QMarginsF(0, 0, 0, 0)
    finish(printed(folder, printer, ((1, 1),)))
    with pypdfium2.PdfDocument(out) as paper:
        assert tuple(map(round, paper[0].get_size())) == A4


def test_a_booklet_lies_on_its_side(dressed, folder, tmp_path):
    out = tmp_path / "heft.pdf"
    printer = printer_to(out, booklet=True)
    finish(printed(folder, printer, ((1, 1),)))
    with pypdfium2.PdfDocument(out) as paper:
        assert tuple(map(round, paper[0].get_size())) == A4[::-1]


def test_only_the_pages_both_the_plan_and_the_dialog_want_are_printed(dressed, folder, tmp_path):
    out = tmp_path / "papier.pdf"
    printer = printer_to(out)
    asked = QPageRanges()
    asked.addRange(2, 5)
    printer.setPageRanges(asked)
    assert finish(printed(folder, printer, ((1, 2), (5, 8)))) == 2
    wanted = pictures(folder, 5)
    for one, other in zip(pictures(out), (wanted[1], wanted[4]), strict=True):
        assert apart(one, other) < 2


def test_ranges_that_meet_nowhere_begin_nothing(dressed, folder, tmp_path):
    with pytest.raises(NotPrintedError) as raised:
        finish(printed(folder, printer_to(tmp_path / "nichts.pdf"), ((900, 901),)))
    assert raised.value.trouble is PrintTrouble.NOT_BEGUN


def test_a_finer_printer_gets_the_page_at_its_size(dressed, folder, tmp_path):
    out = tmp_path / "fein.pdf"
    printer = printer_to(out)
    printer.setResolution(600)
    finish(printed(folder, printer, ((3, 3),)))
    (on_paper,) = pictures(out)
    assert apart(on_paper, pictures(folder, 3)[2]) < 2


def test_bands_hold_every_inked_row_once_and_none_is_long():
    width, height = 3, 40
    white, dark = b"\xff" * width * 4, b"\x00" * width * 4
    inked = {4, 5, 9, 20, *range(25, 40)}
    rows = b"".join(dark if row in inked else white for row in range(height))
    image = PageImage(width, height, width * 4, rows)
    bands = image.inked(most=6, apart=3)
    assert bands[:2] == ((4, 2), (9, 1))
    covered = [row for top, count in bands for row in range(top, top + count)]
    assert len(covered) == len(set(covered))
    assert set(covered) >= inked
    assert max(count for _, count in bands) <= 6
    assert PageImage(width, 1, width * 4, white).inked(6, 3) == ()


def test_printing_goes_on_beside_the_window_and_can_be_cancelled(
    window, folder, qtbot, tmp_path, monkeypatch
):
    out, told = tmp_path / "papier.pdf", []
    monkeypatch.setattr("ui.widgets.printing.a4_printer", partial(printer_to, out))
    window.asking.print_with = lambda _dialog: True
    ended = []
    window.workshop.started.connect(lambda job: job.cancelled.connect(lambda: ended.append(job)))
    task = PrintTask(folder, "Mappe", "die Mappe", lambda: told.append("printed"))
    with qtbot.waitSignal(window.workshop.emptied, timeout=20_000):
        assert print_pdf(window.workplace, task, window)
        job = next(iter(window.workshop._jobs))
        assert window.workshop.is_busy
        assert job.title == "Mappe wird gedruckt"
        job.cancel()
    assert len(ended) == 1
    assert told == []


def test_a_file_left_meanwhile_gets_no_record_of_the_other(
    window, folder, qtbot, tmp_path, monkeypatch
):
    told = []
    monkeypatch.setattr(
        "ui.widgets.printing.a4_printer", partial(printer_to, tmp_path / "papier.pdf")
    )
    window.asking.print_with = lambda _dialog: True
    task = PrintTask(folder, "Mappe", "die Mappe", lambda: told.append("printed"), ((1, 2),))
    with qtbot.waitSignal(window.workshop.emptied, timeout=20_000):
        print_pdf(window.workplace, task, window)
        window.acts._desk = None
    assert told == []


@pytest.mark.parametrize("trouble", PrintTrouble)
def test_each_trouble_has_its_sentences(trouble):
    said, more = in_words(NotPrintedError(trouble, "Büro"), "die Liste")
    assert said.startswith("„Büro“ ")
    assert said.endswith(".")
    assert more.endswith(".")
    if trouble is not PrintTrouble.WAITING:
        assert "die Liste als PDF" in more
