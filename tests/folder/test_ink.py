"""The paper from a black-and-white printer: dark text, little toner, no meaning by colour alone;
and the letter in the window of its envelope (DIN 5008 form B, DIN 680 for the window)."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from itertools import combinations

import pypdfium2
import pypdfium2.raw as pdfium
import pytest
from PIL import Image

from app.folder.build import preview
from app.folder.editions import Edition, Extras
from app.typeset.styles import Colour
from tests.folder.makers import RESOURCES, make_contents, phrases

FONTS = RESOURCES / "fonts"
DPI = 100
MM = 72 / 25.4
#: Share of black that text must have at least, and that a page may take of toner on the whole.
DARK, INK = 0.60, 0.06


@pytest.fixture(scope="module", params=["de", "en", "both"])
def folder(request) -> Iterator[pypdfium2.PdfDocument]:
    """The rich family's folder, in each language and in both."""
    language = "de" if request.param == "de" else "en"
    beside = Edition(make_contents("de"), phrases("de")) if request.param == "both" else None
    data = preview(make_contents(language), phrases(language), FONTS, extras=Extras(beside=beside))
    with pypdfium2.PdfDocument(data) as document:
        yield document


def blackness(red: int, green: int, blue: int) -> float:
    """Share of black a colour is printed with (luma of ITU-R BT.601)."""
    return 1 - (0.299 * red + 0.587 * green + 0.114 * blue) / 255


def painted(page, kind: int) -> Iterator[tuple[float, tuple[float, float, float, float]]]:
    """Blackness and box (points) of what is filled on a page, objects of one kind."""
    for thing in page.get_objects(filter=[kind]):
        red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
        assert pdfium.FPDFPageObj_GetFillColor(thing.raw, red, green, blue, alpha)
        yield blackness(red.value, green.value, blue.value), thing.get_bounds()


def grey(page) -> Image.Image:
    return page.render(scale=DPI / 72).to_pil().convert("L")


def darkest_below(picture: Image.Image, box) -> float:
    """How dark the ground in a box of points is at its darkest."""
    left, bottom, right, top = (value * DPI / 72 for value in box)
    part = picture.crop(
        (int(left), int(picture.height - top), int(right) + 1, int(picture.height - bottom) + 1)
    )
    return 1 - part.getextrema()[0] / 255


def test_no_text_is_paler_than_sixty_percent_black(folder):
    seen = 0
    for number, page in enumerate(folder):
        picture = grey(page)
        for black, box in painted(page, pdfium.FPDF_PAGEOBJ_TEXT):
            seen += 1
            if black < DARK:
                # white letters stand on a solid ground: a tab, the sign of a law
                assert black < 0.02, f"page {number + 1}: {black:.0%} black"
                assert darkest_below(picture, box) > DARK, f"page {number + 1}: white on pale"
    assert seen > 200


def test_no_page_drinks_toner(folder):
    for number, page in enumerate(folder):
        picture = grey(page)
        histogram = picture.histogram()
        ink = sum((255 - step) * dots for step, dots in enumerate(histogram))
        share = ink / 255 / (picture.width * picture.height)
        assert share < INK, f"page {number + 1} is covered by {share:.1%}"


def test_the_colours_of_the_paper_are_told_apart_in_grey():
    """Whoever prints in grey loses nothing: each pair of fills differs by a tenth of black or is
    one of text colours, which no meaning rests on."""
    greys = {colour.name: blackness(*_bytes(colour)) for colour in Colour}
    text = {"INK", "ACCENT", "GREY"}
    assert all(greys[name] > DARK for name in text & greys.keys())
    for one, other in combinations(sorted(greys), 2):
        if not {one, other} <= text:
            assert abs(greys[one] - greys[other]) > 0.05, f"{one} and {other}"


def _bytes(colour: Colour) -> tuple[int, int, int]:
    red, green, blue = (round(float(part) * 255) for part in colour.value.split())
    return red, green, blue


# DIN 5008 form B, all in mm from the sheet's upper left corner: the field of the address, in it
# the six lines of the address below the return line and notes, and the folds.
FIELD = (20.0, 45.0, 105.0, 90.0)
NOTES_END = 62.7
FOLDS = (105.0, 210.0)
#: The window (90 x 45, 20 from the left and 15 from the bottom) of an envelope (DL, 220 x 110) in
#: which the folded letter (210 x 105) slips: what it always shows of the sheet, and what it may.
ALWAYS = (20.0, 50.0, 100.0, 90.0)
EVER = (10.0, 45.0, 110.0, 95.0)
STREET = "Beispielstraße 12"


def letters(document) -> list[object]:
    """The pages with an address to be posted to."""
    return [
        page
        for page in document
        if any(STREET in text and touches(box, FIELD) for box, text in texts(page))
    ]


def on_sheet(box) -> tuple[float, float, float, float]:
    """Left, top, right, bottom in mm of a box in points."""
    left, bottom, right, top = (value / MM for value in box)
    return left, 297 - top, right, 297 - bottom


def texts(page) -> list[tuple[tuple[float, float, float, float], str]]:
    """Every piece of text of a page: where it is, what it says."""
    words = page.get_textpage()
    found = []
    for thing in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_TEXT]):
        box = thing.get_bounds()
        found.append((on_sheet(box), words.get_text_bounded(*box).strip()))
    return found


def within(box, frame, slack: float = 0.2) -> bool:
    return (
        box[0] >= frame[0] - slack
        and box[1] >= frame[1] - slack
        and box[2] <= frame[2] + slack
        and box[3] <= frame[3] + slack
    )


def touches(box, frame) -> bool:
    return box[0] < frame[2] and box[2] > frame[0] and box[1] < frame[3] and box[3] > frame[1]


def test_the_window_shows_the_address_and_nothing_else(folder):
    pages = letters(folder)
    assert pages
    for page in pages:
        said = [(box, text) for box, text in texts(page) if touches(box, FIELD)]
        assert all(within(box, FIELD) for box, _ in said)
        above = [text for box, text in said if box[3] <= NOTES_END]
        below = [text for box, text in said if box[3] > NOTES_END]
        assert len(above) == 1
        assert "Am Siel 7" in above[0]
        assert below[-2:] == [STREET, "26999 Sielhaven"]
        assert 2 < len(below) <= 6
        assert all(box[1] >= NOTES_END for box, text in said if text in below)


def test_the_address_stays_in_the_window_however_the_letter_slips(folder):
    for page in letters(folder):
        for box, text in texts(page):
            if within(box, FIELD) and box[1] >= NOTES_END:
                assert within(box, ALWAYS), f"{text} may be hidden"
            elif not within(box, FIELD):
                assert not touches(box, EVER), f"{text} may show in the window"


def test_the_marks_to_fold_at_are_those_of_form_b(folder):
    for page in letters(folder):
        lines = [on_sheet(box) for _, box in painted(page, pdfium.FPDF_PAGEOBJ_PATH)]
        marks = [
            (top + bottom) / 2
            for left, top, right, bottom in lines
            if 2.5 < right - left < 3.6 and bottom - top < 0.5
        ]
        assert [round(mark, 1) for mark in sorted(marks)] == list(FOLDS)
