"""Other people's PDFs made ready: what is told of them, what goes, what stays, what is refused."""

from __future__ import annotations

from functools import cache
from io import BytesIO

import pikepdf
import pypdfium2
import pytest

from app.errors import Reason, Refused
from app.folder.brochures.apart import read_apart
from app.folder.brochures.boxes import Box, onto_sheet, through
from app.folder.brochures.proof import holds_nothing_active
from app.folder.brochures.ready import ready
from app.progress import finish
from app.records.brochures import LARGEST, BrochureFound, Caution, Removed, Treatment
from tests.folder import brochure_makers as makers

MADE = {
    "tagged": makers.tagged,
    "links": makers.with_links,
    "foreign": makers.foreign,
    "careless": makers.careless,
    "undescribed": makers.undescribed,
    "plain": makers.plain,
    "not_embedded": lambda: makers.plain(embedded=False),
    "wide": makers.wide,
    "small": makers.small,
    "turned": lambda: makers.plain(turned=90),
    "locked": makers.locked,
    "truncated": makers.truncated,
    "no_references": makers.without_references,
    "garbage": makers.behind_garbage,
    "malicious": makers.malicious,
    "malicious_tagged": lambda: makers.malicious(makers.tagged()),
    "form": makers.form,
    "layered": makers.layered,
}
WAYS = {
    "tagged": Treatment.TAGGED,
    "links": Treatment.TAGGED,
    "foreign": Treatment.TAGGED,
    "careless": Treatment.TAGGED,
    "undescribed": Treatment.TAGGED,
    "malicious_tagged": Treatment.TAGGED,
    "plain": Treatment.FIGURE,
    "wide": Treatment.FIGURE,
    "small": Treatment.FIGURE,
    "turned": Treatment.FIGURE,
    "locked": Treatment.FIGURE,
    "garbage": Treatment.FIGURE,
    "malicious": Treatment.FIGURE,
    "not_embedded": Treatment.DRAWN,
    "layered": Treatment.DRAWN,
    "form": Treatment.DRAWN,
}


@cache
def found(name: str) -> BrochureFound:
    return ready(MADE[name]())


def text_of(content: bytes, page: int = 0) -> str:
    with pypdfium2.PdfDocument(content) as pdf:
        return str(pdf[page].get_textpage().get_text_bounded())


@pytest.mark.parametrize("name", WAYS)
def test_the_best_way_that_is_sound_is_taken(name):
    facts = found(name).facts
    assert facts.treatment is WAYS[name]
    assert (Caution.NOT_ACCESSIBLE in facts.cautions) is (WAYS[name] is not Treatment.TAGGED)


@pytest.mark.parametrize("name", MADE)
def test_what_is_ready_holds_nothing_that_acts(name):
    content, facts = found(name).content, found(name).facts
    assert holds_nothing_active(content)
    with pikepdf.Pdf.open(BytesIO(content)) as pdf:
        assert len(pdf.pages) == facts.pages
        assert pdf.check_pdf_syntax() == []


def test_the_proof_notices_each_thing_that_acts():
    assert not holds_nothing_active(makers.malicious())


def test_all_that_went_is_told():
    wanted = set(Removed) - {Removed.LAYERS}
    assert found("malicious").facts.removed == wanted
    assert found("plain").facts.removed == frozenset()


def test_links_into_the_web_stay_and_others_go():
    with pikepdf.Pdf.open(BytesIO(found("malicious").content)) as pdf:
        kept = [str(link.A.URI) for page in pdf.pages for link in page.obj.get("/Annots", ())]
    assert kept == [makers.ADDRESS] * 2


def test_letters_of_a_figure_can_still_be_searched():
    assert makers.SENTENCE in text_of(found("plain").content)


def test_what_was_filled_into_a_form_stays_as_print():
    with pypdfium2.PdfDocument(ready(makers.form("Jantje")).content) as pdf:
        filled = pdf[0].render(scale=1).to_pil().convert("L").crop((60, 505, 300, 545))
    with pypdfium2.PdfDocument(ready(makers.form("")).content) as pdf:
        blank = pdf[0].render(scale=1).to_pil().convert("L").crop((60, 505, 300, 545))
    assert blank.getextrema()[0] > 200
    assert filled.getextrema()[0] < 120


def test_pictures_without_a_word_are_told():
    assert Caution.PICTURES_UNDESCRIBED in found("undescribed").facts.cautions
    assert Caution.PICTURES_UNDESCRIBED not in found("tagged").facts.cautions


def test_title_language_and_size_are_told():
    facts = found("tagged").facts
    assert (facts.language, facts.tagged, facts.sizes[0]) == ("de", True, (210.0, 297.0))
    assert found("plain").facts.title == "Heft über Deiche"
    assert ready(makers.plain(turned=90)).facts.sizes[0] == (297.0, 210.0)


@pytest.mark.parametrize("name", ["truncated", "no_references"])
def test_a_broken_file_is_repaired_and_that_is_told(name):
    assert Caution.REPAIRED in found(name).facts.cautions


def test_a_lock_of_the_makers_is_opened_and_told():
    assert Caution.OWNER_LOCK in found("locked").facts.cautions


def test_a_password_is_asked_for_and_taken():
    data = makers.locked(user="Siel")
    for password, reason in (("", Reason.PASSWORD_NEEDED), ("Deich", Reason.PASSWORD_WRONG)):
        with pytest.raises(Refused) as told:
            ready(data, password)
        assert (told.value.reason, told.value.field) == (reason, "password")
    content = ready(data, "Siel").content
    with pikepdf.Pdf.open(BytesIO(content)) as pdf:
        assert not pdf.is_encrypted


def test_equal_files_are_made_ready_equally():
    assert ready(makers.plain()).content == found("plain").content


# ---------------------------------------------------------------- hostile input


def refused(data: bytes) -> Reason:
    with pytest.raises(Refused) as told:
        finish(read_apart(data))
    return told.value.reason


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", Reason.NOT_A_PDF),
        (b"PK\x03\x04" + bytes(2000), Reason.NOT_A_PDF),
        (b"%PDF-1.7\n", Reason.BROCHURE_BROKEN),
        (makers.raw(makers.CATALOG, b"<</Type/Pages/Kids[]/Count 0>>"), Reason.BROCHURE_BROKEN),
        (makers.cyclic(), Reason.BROCHURE_BROKEN),
        (makers.deep(), Reason.BROCHURE_BROKEN),
    ],
    ids=["empty", "zip", "header", "no_pages", "cyclic", "deep"],
)
def test_what_is_no_sound_pdf_is_refused(data, reason):
    assert refused(data) is reason


def test_sixty_megabytes_are_refused_before_a_process_begins():
    work = read_apart(b"%PDF-1.7\n" + bytes(60_000_000))
    with pytest.raises(Refused) as told:
        next(work)
    assert told.value.reason is Reason.BROCHURE_TOO_LARGE
    assert told.value.facts == {"megabytes": 61, "most": LARGEST // 10**6}


def test_a_packed_gigabyte_takes_no_gigabyte():
    assert refused(makers.bomb()) is Reason.BROCHURE_BROKEN


def test_very_many_objects_are_refused():
    assert refused(makers.many_objects(600_000)) is Reason.BROCHURE_BROKEN


def test_a_book_is_refused_with_its_pages():
    with pytest.raises(Refused) as told:
        ready(makers.plain(pages=130))
    assert told.value.reason is Reason.BROCHURE_TOO_LONG
    assert told.value.facts == {"count": 130, "most": 120}


def test_a_process_that_takes_too_long_is_ended():
    with pytest.raises(Refused) as told:
        finish(read_apart(makers.plain(), longest=0.0))
    assert told.value.reason is Reason.BROCHURE_BROKEN


@pytest.mark.parametrize("box", [b"[0 0 NaN 1e999]", b"[0 0 99999999 99999999]", b"[(a) 0]", b"7"])
def test_a_page_of_no_sensible_size_is_taken_for_paper(box):
    content = makers.one_page(b"0 0 m 9 9 l S", b"/MediaBox" + box)
    (size,) = ready(content).facts.sizes
    assert 200 < size[0] < 220
    assert 270 < size[1] < 300


# ---------------------------------------------------------------- where a page lies


@pytest.mark.parametrize("turned", [0, 90, 180, 270])
@pytest.mark.parametrize("right", [True, False])
@pytest.mark.parametrize("size", [(595, 842), (842, 595), (420, 595), (99, 210), (2000, 300)])
def test_a_page_keeps_clear_of_holes_tab_and_foot(size, right, turned):
    box = Box(10, 20, 10 + size[0], 20 + size[1], turned)
    matrix = onto_sheet(box, right=right)
    corners = [through(matrix, x, y) for x in (10, 10 + size[0]) for y in (20, 20 + size[1])]
    across = sorted(x * 25.4 / 72 for x, _ in corners)
    down = sorted(297 - y * 25.4 / 72 for _, y in corners)
    left, end = (18, 14) if right else (14, 18)
    assert left - 0.01 <= across[0] < across[-1] <= 210 - end + 0.01
    assert 9.99 <= down[0] < down[-1] <= 274.01


def test_a_wide_page_lies_with_its_head_to_the_left():
    matrix = onto_sheet(Box(0, 0, 842, 595), right=True)
    upper, lower = through(matrix, 400, 595), through(matrix, 400, 0)
    assert upper[0] < lower[0]
    assert abs(upper[1] - lower[1]) < 0.01


def test_a_turned_page_lies_as_it_is_shown():
    matrix = onto_sheet(Box(0, 0, 842, 595, turned=90), right=True)
    beginning, end = through(matrix, 0, 300), through(matrix, 842, 300)
    assert beginning[1] > end[1]
