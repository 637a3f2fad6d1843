"""The A5 booklet: folded and laid into each other its pages follow each other, none is lost."""

from __future__ import annotations

import re
from dataclasses import replace
from io import BytesIO

import pikepdf
import pypdfium2
import pytest

from app.folder.booklet import booklet, order, sheets
from app.folder.build import preview
from app.folder.editions import Extras
from app.records.compositions import STANDARD, ChapterKind
from tests.folder.makers import RESOURCES, make_contents, phrases

FONTS = RESOURCES / "fonts"


@pytest.fixture(scope="module")
def folder() -> bytes:
    """A folder without labels for its back, as booklets are made of."""
    cover = replace(STANDARD.choice(ChapterKind.COVER), options=frozenset())
    extras = Extras(composition=STANDARD.with_choice(cover))
    return preview(make_contents("de"), phrases("de"), FONTS, extras=extras)


@pytest.fixture(scope="module")
def heft(folder) -> bytes:
    return booklet(folder)


def texts(data: bytes, halves: bool = False) -> list[str]:
    """The words of each page, or of each half page from left to right."""
    found = []
    with pypdfium2.PdfDocument(data) as pdf:
        for page in pdf:
            width, height = page.get_size()
            text = page.get_textpage()
            edges = ((0, width / 2), (width / 2, width)) if halves else ((0, width),)
            found += [
                re.sub(r"[\s\ufffe\u00ad]+", "", text.get_text_bounded(left, 0, right, height))
                for left, right in edges
            ]
            text.close()
            page.close()
    return found


def folded(pages: int) -> list[int]:
    """Page numbers as a reader meets them: lay the sheets on a pile, fold the pile, turn over.

    A sheet shows right half of its front, then left of its back (the leaf's other side), all
    sheets inwards; then outwards right of the back and left of the front.
    """
    sides = order(pages)
    inwards, outwards = [], []
    for front, back in zip(sides[::2], sides[1::2], strict=True):
        inwards += [front[1], back[0]]
        outwards = [back[1], front[0], *outwards]
    return inwards + outwards


@pytest.mark.parametrize("pages", range(1, 50))
def test_folded_sheets_read_from_the_first_page_to_the_last(pages):
    read = folded(pages)
    assert read[:pages] == list(range(1, pages + 1))
    assert set(read[pages:]) <= {0}
    assert len(read) == 4 * sheets(pages) < pages + 4


def test_eight_pages_lie_as_printers_know_it():
    assert order(8) == ((8, 1), (2, 7), (6, 3), (4, 5))
    assert order(0) == ()


def test_each_half_holds_the_page_that_belongs_there_as_text(folder, heft):
    pages, halves = texts(folder), texts(heft, halves=True)
    places = [number for side in order(len(pages)) for number in side]
    assert len(halves) == len(places)
    for number, half in zip(places, halves, strict=True):
        assert half == (pages[number - 1] if number else "")


def test_every_page_is_a4_on_its_side_and_told_to_turn_over_the_short_edge(heft, folder):
    with pikepdf.open(BytesIO(heft)) as pdf, pikepdf.open(BytesIO(folder)) as source:
        boxes = {tuple(round(float(each)) for each in page.MediaBox) for page in pdf.pages}
        assert boxes == {(0, 0, 842, 595)}
        assert pdf.Root.ViewerPreferences.Duplex == "/DuplexFlipShortEdge"
        assert str(pdf.Root.Lang) == str(source.Root.Lang)
        assert str(pdf.docinfo["/Title"]) == str(source.docinfo["/Title"])


def test_lines_and_letters_stay_what_they_are(heft):
    """Nothing became a picture, and fonts are there once."""
    with pikepdf.open(BytesIO(heft)) as pdf:
        kinds = [str(each.get("/Subtype", "")) for each in pdf.objects if hasattr(each, "get")]
    assert "/Image" not in kinds
    assert kinds.count("/Form") > 8
    assert kinds.count("/Type0") == len({kind for kind in kinds if kind}) or kinds.count("/Type0")
    assert len(heft) < 2 * 400_000


def test_the_fold_lies_in_the_inner_margin_and_no_ring_is_printed(heft):
    """12 mm on both sides of the fold are white on every side of every sheet."""
    with pypdfium2.PdfDocument(heft) as pdf:
        for number, page in enumerate(pdf):
            picture = page.render(scale=100 / 72).to_pil().convert("L")
            middle = picture.width // 2
            near = round(12 / 25.4 * 100)
            strip = picture.crop((middle - near, 0, middle + near, picture.height))
            assert strip.getextrema()[0] > 250, f"ink in the fold of page {number + 1}"


def test_equal_folders_give_equal_booklets(folder, heft):
    assert booklet(folder) == heft


def test_pages_of_another_size_fit_into_their_half(tmp_path):
    with pikepdf.new() as pdf:
        for size in ((300, 300), (842, 595), (1000, 3000)):
            page = pdf.add_blank_page(page_size=size)
            page.Contents = pdf.make_stream(f"0 0 {size[0]} {size[1]} re f".encode())
        out = BytesIO()
        pdf.save(out)
    with pypdfium2.PdfDocument(booklet(out.getvalue())) as made:
        front, back = (page.render(scale=1).to_pil().convert("L") for page in made)
    half = front.width // 2
    assert front.crop((0, 0, half - 1, front.height)).getextrema() == (255, 255)
    for picture, box in ((front, (half, 0)), (back, (0, 0)), (back, (half, 0))):
        black = picture.crop((*box, box[0] + half, picture.height)).point(lambda v: 255 - v)
        left, top, right, bottom = black.getbbox()
        assert right - left >= half - 3 or bottom - top >= picture.height - 3
